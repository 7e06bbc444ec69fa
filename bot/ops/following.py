"""Keep in step with the articles while questions are answered."""

from __future__ import annotations

import asyncio
import logging
import sqlite3
from collections.abc import Callable

from retrieval.collection.protocol import Collection

log = logging.getLogger(__name__)


async def follow(
    collection: Collection, seconds: float, looked: Callable[[], None] | None = None
) -> None:
    """
    Look at the folder of *collection* every so many *seconds*, until cancelled.

    A thread does the work, and a library is warm before it is asked. What is at fault is logged once,
    and the articles that were there are asked until it is mended. So is trouble with keeping what
    they said before, which costs only that. *looked* is called after each look that found nothing at fault.
    """
    told = ""
    problems, trouble = collection.library.problems, collection.trouble
    while True:
        await asyncio.sleep(seconds)
        try:
            changed = await asyncio.to_thread(collection.sync)
        except (ValueError, OSError, sqlite3.Error) as error:  # of the folder, or of the index
            if str(error) != told:
                log.warning("The articles stay as they are: %s", error)
            told = str(error)
            continue
        finally:
            if collection.trouble not in (None, trouble):
                trouble = collection.trouble
                log.warning("%s", trouble)
        told = ""
        if looked:
            looked()
        if changed:
            library = collection.library
            log.info("The articles changed: there are %s now.", f"{len(library.articles):,}")
            for problem in library.problems:
                if str(problem) not in map(str, problems):
                    log.warning("Left out: %s", problem)
            problems = library.problems
