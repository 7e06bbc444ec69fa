"""A collection to measure with, in a folder of its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple


class BenchError(ValueError):
    """Something cannot be measured. `str()` is one sentence that says why."""


class Question(NamedTuple):
    """A question, and its terms, each once: what an engine is asked for."""

    text: str
    terms: list[str]


@dataclass(frozen=True, slots=True)
class Contents:
    """How much a collection holds: `terms` of its passages, of which `words` are different."""

    articles: int
    passages: int
    terms: int
    words: int


class Made(NamedTuple):
    """
    Where a collection is. Beside the `articles`, a folder of JSON lines, there are the `terms` of a
    passage a line, with those of title and heading, and in `places` its article's id and its start.
    """

    folder: Path

    @property
    def articles(self) -> Path:
        return self.folder / "articles"

    @property
    def terms(self) -> Path:
        return self.folder / "terms.txt"

    @property
    def places(self) -> Path:
        return self.folder / "places.jsonl"

    def passages(self) -> Iterator[list[str]]:
        """The terms of each passage."""
        with self.terms.open(encoding="utf-8", newline="\n") as lines:
            for line in lines:
                yield line.split()
