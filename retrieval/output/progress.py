"""Progress on standard error while something takes long, where a person is there to see it."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from contextlib import AbstractContextManager, nullcontext
from typing import TYPE_CHECKING, TypeVar

from retrieval.output import bars, terminal

if TYPE_CHECKING:
    from retrieval.collection.sync_records import SyncProgress as Indexing
    from retrieval.semantic.vectors import EmbeddingProgress

Item = TypeVar("Item")


def spinner(doing: str) -> AbstractContextManager[object]:
    """Show a spinner beside a few words that say what is being done."""
    if not sys.stderr.isatty():
        return nullcontext()
    return terminal.screen(stderr=True).status(doing)


def indexing_bar() -> AbstractContextManager[Indexing | None]:
    """Show a bar while articles are indexed."""
    if not sys.stderr.isatty():
        return nullcontext()
    return bars.indexing_bar()


def embedding_bar() -> AbstractContextManager[EmbeddingProgress | None]:
    """Show a bar while passages are embedded."""
    if not sys.stderr.isatty():
        return nullcontext()
    return bars.counting_bar("Embedding")


def collect(doing: str, items: Iterable[Item], total: int) -> list[Item]:
    """Return *items* as a list; a bar shows how many of the *total* there are already."""
    if not sys.stderr.isatty():
        return list(items)
    with bars.progress_bar() as bar:
        return list(bar.track(items, total=total, description=doing))
