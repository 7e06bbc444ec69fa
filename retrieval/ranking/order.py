"""Find candidates for a query and put them in order."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from retrieval.index.protocol import PassageIndex
from retrieval.query.model import Query
from retrieval.ranking.evidence import Evidence, Hit, weigh_sentences
from retrieval.ranking.passage_filters import allows_text, filter_articles, find_required_terms
from retrieval.ranking.question_weights import QuestionWeights, weigh_words

if TYPE_CHECKING:
    from retrieval.semantic import Meaning

CANDIDATES = 50
"""Candidates for one question."""

_WEIGHED = 12
"""Candidates whose sentences are weighed; the others keep their first score and rank below."""

_DEEPER = 4
"""Factor by which a search goes deeper while filters leave too few candidates."""


def rank_candidates(
    weights: QuestionWeights,
    index: PassageIndex,
    most: int = CANDIDATES,
    meaning: Meaning | None = None,
) -> list[Hit]:
    """
    Return the engine's *most* best candidates that the query's filters allow, best first.

    Closeness in *meaning* only reorders what the engine found.
    """
    query, worth = weights.query, weights.query.worth()
    known = index.vocabulary.__contains__
    total = sum(weigh_words(query, index.engine.idf_of, known)) or 1.0
    article_total = sum(weigh_words(query, index.article_engine.idf_of, known)) or 1.0
    candidates = _find_candidates(query, index, worth, most)
    article_scores = index.article_engine.scores(
        worth, {index.article_of[number] for number, _ in candidates}
    )
    hits = []
    for number, score in candidates:
        article = article_scores.get(index.article_of[number], 0.0)
        evidence = Evidence(score / total, article / article_total)
        hits.append(Hit(index, number, evidence.score, evidence))
    if meaning and hits:
        closeness = meaning.closeness(query.text, [hit.number for hit in hits])
        hits = [
            replace(hit, score=evidence.score, evidence=evidence)
            for hit, near in zip(hits, closeness, strict=True)
            for evidence in [hit.evidence._replace(meaning=near)]
        ]
    hits.sort(key=lambda hit: -hit.score)
    weighed = [weigh_sentences(hit, weights) for hit in hits[:_WEIGHED]]
    return sorted(weighed, key=lambda hit: -hit.score) + hits[_WEIGHED:]


def _find_candidates(
    query: Query, index: PassageIndex, worth: Mapping[str, float], most: int
) -> list[tuple[int, float]]:
    """Return the engine's best *most* that the filters allow, searching deeper as long as they are too few."""
    if not query.filters:
        return index.engine.search(worth, most)
    among, having = filter_articles(query, index), list(find_required_terms(query, index))
    allowed = cache(lambda number: allows_text(query, index, number))
    depth = most
    while True:
        candidates = index.engine.search(worth, depth, among, having)
        # A deeper search may change the order of what a shallower one found.
        kept = [candidate for candidate in candidates if allowed(candidate[0])][:most]
        if len(kept) == most or len(candidates) < depth:
            return kept
        depth *= _DEEPER
