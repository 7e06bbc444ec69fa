"""The sides of an answer: conflicting claims, each with the excerpt that makes it."""

from __future__ import annotations

from collections.abc import Sequence

from retrieval.answers.conflicting_claims import (
    Claim,
    can_conflict,
    count_reports,
    find_claims,
    group_conflicting,
    widen,
)
from retrieval.answers.excerpts import cite_extract, extract_sentence
from retrieval.answers.records import Excerpt, Side
from retrieval.ranking.evidence import Hit
from retrieval.ranking.question_weights import QuestionWeights
from retrieval.ranking.ranker import Ranker, Ranking


def find_sides(ranking: Ranking, first: Excerpt, ranker: Ranker) -> tuple[Side, ...]:
    """Return the conflicting claims about what was asked, if the *first* excerpt makes one of them."""
    query = ranking.query
    if not can_conflict(query):
        return ()
    wide = widen(query, ranker.index.vocabulary)
    weights = QuestionWeights.of(wide, ranker.index)
    if wide.worth().keys() == query.worth().keys():
        hits: Sequence[Hit] = ranking.hits
    else:
        hits = ranker.find_hits(weights)
    groups = group_conflicting(find_claims(weights, hits))
    if not any(_overlap(first, claim) for group in groups for claim in group):
        return ()
    sides = [_side_of(group, weights) for group in groups]
    return tuple(sorted(sides, key=lambda side: side.excerpt.citation.published or "~"))


def _side_of(group: Sequence[Claim], weights: QuestionWeights) -> Side:
    claim = group[0]
    article, *agreeing = {c.hit.article_number: c.hit.article for c in group}.values()
    marked = claim.said if not isinstance(claim.value, bool) else None
    extract = extract_sentence(article, claim.hit.passage, claim.sentence, weights, marked)
    excerpt = cite_extract(extract, claim.hit)
    return Side(excerpt, claim.said, tuple(agreeing), count_reports(group))


def _overlap(excerpt: Excerpt, claim: Claim) -> bool:
    span = claim.sentence.span
    return (
        claim.hit.passage.article == excerpt.article.id
        and span.start < excerpt.end
        and excerpt.start < span.end
    )
