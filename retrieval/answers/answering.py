"""Make an answer, or a graded no, out of a ranking."""

from __future__ import annotations

from retrieval.answers.excerpts import build_excerpt
from retrieval.answers.records import Answer, Coverage, Excerpt, NoAnswer, Reason
from retrieval.answers.sides import find_sides
from retrieval.index.protocol import PassageIndex
from retrieval.ranking.ranker import Ranker, Ranking

_ALL_BUT = 0.95
"""Share of the question's weight: all its words, except for rounding and weak forms."""


def make_answer(ranking: Ranking, ranker: Ranker) -> Answer:
    """
    Return the answer that *ranking* supports.

    Args:
        ranker: Ranks again, for another wording of the question, or for the question without filters.
    """
    query = ranking.query
    if not ranking.answered:
        refusal = _refusal_from(ranking, ranker)
        return Answer(query.text, ranking.confidence, (), refusal, query.notes)
    excerpts = build_excerpts(ranking)
    sides = find_sides(ranking, excerpts[0], ranker)
    return Answer(query.text, ranking.confidence, excerpts, None, query.notes, sides)


def refuse(question: str, reason: Reason, index: PassageIndex) -> Answer:
    """Return the answer to a *question* that is not ranked at all."""
    return Answer(question, 0.0, (), NoAnswer(reason, (), measure_coverage(index), ()))


def build_excerpts(ranking: Ranking) -> tuple[Excerpt, ...]:
    """Return the excerpt of each group of *ranking*."""
    return tuple(build_excerpt(group, ranking.weights) for group in ranking.groups)


def measure_coverage(index: PassageIndex) -> Coverage:
    """Return how much *index* covers."""
    since = next(filter(None, index.dates), None)  # the undated come first
    until = index.dates[-1] if since else None
    return Coverage(index.article_count, index.size, since, until)


def _refusal_from(ranking: Ranking, ranker: Ranker) -> NoAnswer:
    query, index = ranking.query, ranker.index
    unknown = tuple(
        word.text
        for word in query.words
        if word.term not in index.vocabulary and not word.alternatives
    )
    nearest = tuple(build_excerpt(group, ranking.weights) for group in ranking.groups[:1])
    reason: Reason
    if unknown:
        reason = "unknown-words"
    elif not nearest and query.filters:
        reason = "filtered-out"
    elif ranking.hits and ranking.hits[0].evidence.together > _ALL_BUT:
        reason = "weak"
    else:
        reason = "not-together"
    if not nearest and query.filters:
        nearest = build_excerpts(ranker.rank(query.unfiltered(), shown=1))
    return NoAnswer(reason, unknown, measure_coverage(index), nearest)
