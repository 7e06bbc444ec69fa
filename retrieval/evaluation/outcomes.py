"""Asking a library the questions of a set, and what comes back for each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from retrieval.evaluation.question_sets import JudgedQuery

if TYPE_CHECKING:
    from retrieval.answers.records import Answer
    from retrieval.library import Library

DEPTH = 100
"""Hits to ask for: enough passages to fill ten articles."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """
    What a library returned for a query.

    `ranked` are article ids and scores, best first, each article once. `answer_rank` is the rank,
    from 1, of the first excerpt with a gold string in it, even if the question was not `answered`.
    """

    query: JudgedQuery
    answer: Answer
    ranked: tuple[tuple[str, float], ...]
    answer_rank: int | None

    @property
    def confidence(self) -> float:
        return float(self.answer.confidence)

    @property
    def answered(self) -> bool:
        return self.answer.answered


def ask_all(library: Library, queries: Iterable[JudgedQuery]) -> Iterator[Outcome]:
    """Yield what *library* returns for each query, in order."""
    for query in queries:
        answer = library.ask(query.text)
        ranking = library.rank(query.text, DEPTH)
        excerpts = answer.excerpts or library.build_excerpts(ranking)
        yield Outcome(
            query=query,
            answer=answer,
            ranked=best_passages((hit.passage.article, hit.score) for hit in ranking.hits),
            answer_rank=gold_rank(query.answers, [excerpt.text for excerpt in excerpts]),
        )


def best_passages(hits: Iterable[tuple[str, float]]) -> tuple[tuple[str, float], ...]:
    """Return each article once, with the score of its best passage; *hits* are best first."""
    best: dict[str, float] = {}
    for article, score in hits:
        best.setdefault(article, float(score))
    return tuple(best.items())


def gold_rank(answers: Iterable[str], excerpts: Sequence[str]) -> int | None:
    """Return the rank, from 1, of the first excerpt with one of *answers* in it; white space may differ."""
    gold = [" ".join(answer.split()) for answer in answers]
    for rank, excerpt in enumerate(excerpts, 1):
        text = " ".join(excerpt.split())
        if any(answer and answer in text for answer in gold):
            return rank
    return None
