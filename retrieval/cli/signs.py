"""What is shown on standard error while and after something is done, and JSON."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from contextlib import AbstractContextManager, nullcontext
from typing import TYPE_CHECKING

from retrieval.articles import ArticleError

if TYPE_CHECKING:
    from retrieval.collection.sync_records import SyncProgress as Indexing
    from retrieval.semantic import Progress


def report_problems(problems: Iterable[ArticleError]) -> None:
    from retrieval.output.plain_text import one_line

    for problem in problems:
        print(f"left out: {one_line(str(problem))}", file=sys.stderr)


def tell(sentence: str | None) -> None:
    """What a person should know of an answer that there is all the same."""
    if sentence:
        from retrieval.output.plain_text import one_line

        print(f"cuttings: {one_line(sentence)}", file=sys.stderr)


def sign_of_life(doing: str) -> AbstractContextManager[object]:
    """A spinner on standard error when somebody is there to see it."""
    if not sys.stderr.isatty():
        return nullcontext()
    from retrieval.output.terminal import screen

    return screen(stderr=True).status(doing)


def indexing_bar() -> AbstractContextManager[Indexing | None]:
    """A bar while articles are indexed, when somebody is there to see it."""
    if not sys.stderr.isatty():
        return nullcontext()
    from retrieval.output.terminal import indexing

    return indexing()


def embedding_bar() -> AbstractContextManager[Progress | None]:
    """A bar while passages are embedded, when somebody is there to see it."""
    if not sys.stderr.isatty():
        return nullcontext()
    from retrieval.output.terminal import counting

    return counting("Embedding")


def print_json(value: object) -> None:
    print(json.dumps(value, ensure_ascii=False))
