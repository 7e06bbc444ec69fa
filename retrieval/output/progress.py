"""Progress on standard error while something takes long, where a person is there to see it."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from contextlib import AbstractContextManager, nullcontext
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from retrieval.collection.sync_records import SyncProgress as Indexing
    from retrieval.semantic import EmbeddingProgress

Item = TypeVar("Item")


def spinner(doing: str) -> AbstractContextManager[object]:
    """Show a spinner beside a few words that say what is being done."""
    if not sys.stderr.isatty():
        return nullcontext()
    from retrieval.output.terminal import screen

    return screen(stderr=True).status(doing)


def indexing_bar() -> AbstractContextManager[Indexing | None]:
    """Show a bar while articles are indexed."""
    if not sys.stderr.isatty():
        return nullcontext()
    from retrieval.output.bars import indexing_bar

    return indexing_bar()


def embedding_bar() -> AbstractContextManager[EmbeddingProgress | None]:
    """Show a bar while passages are embedded."""
    if not sys.stderr.isatty():
        return nullcontext()
    from retrieval.output.bars import counting_bar

    return counting_bar("Embedding")


def collect(doing: str, items: Iterable[Item], total: int) -> list[Item]:
    """Return *items* as a list; a bar shows how many of the *total* there are already."""
    if not sys.stderr.isatty():
        return list(items)
    from retrieval.output.bars import progress_bar

    with progress_bar() as bar:
        return list(bar.track(items, total=total, description=doing))
