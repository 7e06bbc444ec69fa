"""The sides of an answer: conflicting claims, each with the excerpt that makes it."""

from __future__ import annotations

from collections.abc import Sequence

from retrieval.answers import conflicting_claims
from retrieval.answers.conflicting_claims import Claim
from retrieval.answers.excerpts import cite_extract, extract_sentence
from retrieval.answers.records import Excerpt, Side
from retrieval.index.protocol import PassageIndex
from retrieval.ranking.question_weights import QuestionWeights
from retrieval.ranking.ranker import Ranker, Ranking


def find_sides(ranking: Ranking, first: Excerpt, ranker: Ranker) -> tuple[Side, ...]:
    """Return the conflicting claims about what was asked, if the *first* excerpt makes one of them."""
    query, weights, hits = ranking.query, ranking.weights, ranking.hits
    if not conflicting_claims.can_conflict(query):
        return ()
    wide = conflicting_claims.widen(query, ranker.index.vocabulary)
    if wide.worth().keys() == query.worth().keys():
        weights = QuestionWeights.of(wide, ranker.index)
    else:
        weights, found = ranker.find_hits(wide)
        hits = tuple(found)
    claims = conflicting_claims.find_claims(wide, weights, ranker.index, hits)
    groups = conflicting_claims.group_conflicting(claims, ranker.index)
    if not any(_overlap(first, claim) for group in groups for claim in group):
        return ()
    sides = [_side_of(group, weights, ranker.index) for group in groups]
    return tuple(sorted(sides, key=lambda side: side.excerpt.citation.published or "~"))


def _side_of(group: Sequence[Claim], weights: QuestionWeights, index: PassageIndex) -> Side:
    claim = group[0]
    numbers = dict.fromkeys(index.article_of[claim.hit.number] for claim in group)
    article, *agreeing = (index.articles[number] for number in numbers)
    marked = claim.said if not isinstance(claim.value, bool) else None
    extract = extract_sentence(article, claim.hit.passage, claim.sentence, weights, marked)
    excerpt = cite_extract(extract, claim.hit, index)
    reports = conflicting_claims.count_reports(group, index)
    return Side(excerpt, claim.said, tuple(agreeing), reports)


def _overlap(excerpt: Excerpt, claim: Claim) -> bool:
    span = claim.sentence.span
    return (
        claim.hit.passage.article == excerpt.article.id
        and span.start < excerpt.end
        and excerpt.start < span.end
    )
