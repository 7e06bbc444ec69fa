"""Keeps the collection in sync with its folder while questions are answered."""

from __future__ import annotations

import asyncio
import logging
import sqlite3
from collections.abc import Callable

from retrieval.collection.protocol import Collection

log = logging.getLogger(__name__)


async def follow(
    collection: Collection, seconds: float, synced: Callable[[], None] | None = None
) -> None:
    """
    Sync *collection* with its folder every so many *seconds*, until cancelled.

    The work is done in a thread, and a new library is warm before it is asked. An error is logged once,
    and the previous articles are asked until it is fixed. A problem with keeping earlier versions of
    articles is logged once as well, and affects only those. *synced* is called after each sync without
    an error.
    """
    reported = ""
    problems, trouble = collection.library.problems, collection.trouble
    while True:
        await asyncio.sleep(seconds)
        try:
            changed = await asyncio.to_thread(collection.sync)
        except (ValueError, OSError, sqlite3.Error) as error:  # in the folder, or in the index
            if str(error) != reported:
                log.warning("The articles stay as they are: %s", error)
            reported = str(error)
            continue
        finally:
            if collection.trouble not in (None, trouble):
                trouble = collection.trouble
                log.warning("%s", trouble)
        reported = ""
        if synced:
            synced()
        if changed:
            library = collection.library
            log.info("The articles changed: there are %s now.", f"{len(library.articles):,}")
            for problem in library.problems:
                if str(problem) not in map(str, problems):
                    log.warning("Left out: %s", problem)
            problems = library.problems
