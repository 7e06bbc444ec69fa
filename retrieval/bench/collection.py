"""A collection to measure with, in a folder of its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple


class BenchError(ValueError):
    """Something cannot be measured; `str()` is one sentence that says why."""


class Question(NamedTuple):
    """A question, and its terms, each once, which is what an engine searches for."""

    text: str
    terms: list[str]


@dataclass(frozen=True, slots=True)
class Contents:
    """The size of a collection: its passages have that many `terms`, `words` of them different."""

    articles: int
    passages: int
    terms: int
    words: int


class BenchCollection(NamedTuple):
    """
    The files of a collection. `articles` is a folder of JSON lines; a line of `terms` has those of one
    passage, with its title and heading, and a line of `places` its article's id and its start.
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
        """Yield the terms of each passage."""
        with self.terms.open(encoding="utf-8", newline="\n") as lines:
            for line in lines:
                yield line.split()
