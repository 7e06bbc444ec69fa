"""What is measured on a collection."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from retrieval.bench.collection import Contents

_TEXTS = "index.sqlite/texts"
"""The part of the index of Cuttings that has the text of the articles."""


@dataclass(frozen=True, slots=True)
class Times:
    """
    The seconds within which 50 and 99 of 100 questions are answered, by the clock and of the processor.

    Attributes:
        questions: The number of questions; for each its fastest time counts.
        asked: How often they were asked, all together.
        every_p50, every_p99: By the clock, with every time that a question was asked.
    """

    questions: int
    asked: int
    p50: float
    p99: float
    processor_p50: float
    processor_p99: float
    every_p50: float
    every_p99: float


@dataclass(frozen=True, slots=True)
class Measures:
    """
    What was measured of a contestant; None where it does not apply, or the system does not report it.

    Attributes:
        build: Seconds, for Cuttings from the articles, for others from their terms.
        build_memory: The most bytes in memory during that, beyond those of Python itself.
        disk: Bytes of the index, by part.
        loading: Seconds to import modules in a new process.
        first: Seconds after that until the index is open and a first question is answered.
        memory: Bytes in memory after the last question, beyond those of Python itself.
        own_memory: The part of it that is not files, which the system can take back.
        times: Of all questions but the first.
        slower_than: For each other contestant, the ratio of the medians over the questions that both
            were asked.
        failed: Why it could not be measured to the end.
    """

    build: float | None = None
    build_memory: int | None = None
    disk: Mapping[str, int] | None = None
    loading: float | None = None
    first: float | None = None
    memory: int | None = None
    own_memory: int | None = None
    times: Times | None = None
    slower_than: Mapping[str, float] = field(default_factory=dict)
    failed: str | None = None

    @property
    def bytes(self) -> int | None:
        """The size on disk."""
        return sum(self.disk.values()) if self.disk else None

    @property
    def bytes_without_text(self) -> int | None:
        """The size on disk without the text of the articles; None if there is no text."""
        if not self.disk or _TEXTS not in self.disk:
            return None
        return sum(self.disk.values()) - self.disk[_TEXTS]


@dataclass(frozen=True, slots=True)
class CollectionMeasures:
    """
    What was measured on a collection.

    Attributes:
        equal: The share of questions for which the engine of Cuttings found the same best passages as
            exact BM25 over all passages.
        change: Seconds from a change of an article, in a file of many, until the index has it and
            answers with it, as in a bot that follows its folder.
        command: Seconds that `cuttings ask` takes, beyond those of a Python that does nothing.
    """

    contents: Contents
    contestants: Mapping[str, Measures]
    equal: float | None
    change: float | None
    command: float | None
