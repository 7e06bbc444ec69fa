"""Outcomes of questions, for tests that measure and compare them."""

from retrieval.evaluation.outcomes import Outcome
from retrieval.evaluation.question_sets import JudgedQuery


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
    return Outcome(query, pairs, confidence, answered, answer_rank)
