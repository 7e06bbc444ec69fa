"""Embeds the passages of a collection on disk while questions are answered."""

from __future__ import annotations

import asyncio
import logging
import time

from retrieval.articles import EngineError
from retrieval.collection.protocol import Collection

log = logging.getLogger(__name__)

_BETWEEN = 60.0
"""Seconds between two lines of the log about progress."""


async def embed(collection: Collection, seconds: float = 10.0) -> None:
    """
    Embed what has no vectors yet, and every so many *seconds* what a sync has added, until cancelled.

    The work is done in a thread, and the log says how far it is. An error is logged once, and tried again.
    """
    reported = ""
    while True:
        try:
            await asyncio.to_thread(collection.embed_missing, _Progress())
            reported = ""
        except (EngineError, OSError) as error:
            if str(error) != reported:
                log.warning("Not all passages are embedded: %s", error)
            reported = str(error)
        await asyncio.sleep(seconds)


class _Progress:
    """Logs progress every so often, and at the end if it took as long."""

    def __init__(self) -> None:
        self._logged = time.monotonic()
        self._is_long = False

    def __call__(self, done: int, total: int) -> None:
        now = time.monotonic()
        if now - self._logged >= _BETWEEN or (self._is_long and done == total):
            log.info("Embedded %s of %s passages.", f"{done:,}", f"{total:,}")
            self._logged, self._is_long = now, True
