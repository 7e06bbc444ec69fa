"""The bot embeds its articles while it answers, and says in its log how far it is."""

from __future__ import annotations

import asyncio
import logging
import threading
from pathlib import Path

import pytest

from bot.ops import embedding
from bot.ops.embedding import embed
from retrieval.articles import EngineError
from retrieval.collection.in_memory import InMemoryCollection
from retrieval.semantic.vectors import EmbeddingProgress
from tests.support.indexes import write_zoo


class Slow(InMemoryCollection):
    """A collection whose passages take long to embed, and which fails first."""

    def __init__(self, path: Path, failures: int) -> None:
        super().__init__(path)
        self.failures = failures
        self.rounds = self.wanted = 0
        self.enough = threading.Event()

    def embed_missing(self, progress: EmbeddingProgress | None = None) -> None:
        self.rounds += 1
        if self.rounds > self.wanted:  # so that the last one wanted is complete
            self.enough.set()
            return
        if self.rounds <= self.failures:
            raise EngineError("The disk is full")
        assert progress
        for done in (1, 2):
            progress(done, 2)


async def embedded(collection: Slow, rounds: int) -> None:
    collection.wanted = rounds
    running = asyncio.create_task(embed(collection, 0.001))
    await asyncio.to_thread(collection.enough.wait, 10)
    running.cancel()


@pytest.mark.parametrize(("between", "lines"), [(0.0, 2), (60.0, 0)])
def test_the_log_says_how_far_it_is_where_that_takes_long(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    between: float,
    lines: int,
) -> None:
    monkeypatch.setattr(embedding, "_BETWEEN", between)
    with caplog.at_level(logging.INFO, "bot"):
        asyncio.run(embedded(Slow(write_zoo(tmp_path / "zoo"), 0), 1))
    assert caplog.messages == ["Embedded 1 of 2 passages.", "Embedded 2 of 2 passages."][:lines]


def test_an_error_is_logged_once_and_tried_again(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    collection = Slow(write_zoo(tmp_path / "zoo"), 3)
    asyncio.run(embedded(collection, 5))
    assert caplog.messages == ["Not all passages are embedded: The disk is full"]
