"""Outcomes of questions, for tests that measure and compare them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from retrieval.answers.records import Answer, Coverage, Excerpt, NoAnswer, Voice
from retrieval.evaluation.outcomes import Outcome
from retrieval.evaluation.question_sets import JudgedQuery
from tests.support.articles import answer_with

_NO = NoAnswer("weak", (), Coverage(1, 1, None, None), ())


def outcome(
    id_: str,
    ranked: str = "",
    *,
    scores: tuple[float, ...] = (3.0, 2.0, 1.0),
    answerable: bool = True,
    confidence: float = 0.5,
    answered: bool = True,
    answer_rank: int | None = None,
) -> Outcome:
    """Return the outcome of a question; each letter of *ranked* is the id of an article."""
    query = JudgedQuery(id_, f"{id_}?", answerable, ("gold",) if answerable else ())
    pairs = tuple(zip(ranked, scores, strict=False))
    answer = Answer(query.text, confidence, (), None if answered else _NO)
    return Outcome(query, answer, pairs, answer_rank)


def excerpt_of(text: str, article: str = "a", speaker: str | None = None) -> Excerpt:
    """Return an excerpt that is the whole of an article, all of it words of the *speaker*."""
    (excerpt,) = answer_with(text).excerpts
    voice = Voice(speaker, "quoted") if speaker else None
    return replace(excerpt, article=replace(excerpt.article, id=article), voice=voice)


def shown(
    query: JudgedQuery, excerpts: Sequence[Excerpt | str] = (), confidence: float = 0.6
) -> Outcome:
    """Return the outcome of a *query* that gets these *excerpts*; without any, it is a "no"."""
    given = tuple(excerpt_of(e) if isinstance(e, str) else e for e in excerpts)
    return Outcome(query, Answer(query.text, confidence, given, None if given else _NO), (), None)
