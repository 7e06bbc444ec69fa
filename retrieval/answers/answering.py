"""Make an answer out of a ranking: excerpts and conflicting claims, or a graded no."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from retrieval.answers import conflicting_claims as conflicts
from retrieval.answers.claim_subjects import find_owners_asked
from retrieval.answers.conflicting_claims import Claim
from retrieval.answers.counted_claims import find_other_owner
from retrieval.answers.excerpts import build_excerpt, cite_extract, extract_sentence
from retrieval.answers.failed_requirements import INSTEAD, list_failed, reason_of
from retrieval.answers.records import (
    Answer,
    Coverage,
    Excerpt,
    FailedRequirement,
    NoAnswer,
    Reason,
    Side,
)
from retrieval.index.protocol import PassageIndex
from retrieval.query.chat_intent import ChatRequest
from retrieval.query.model import Query
from retrieval.query.notes import Note
from retrieval.query.terms import shorten
from retrieval.ranking.evidence import Hit
from retrieval.ranking.question_weights import QuestionWeights
from retrieval.ranking.ranker import Ranker, Ranking

_OF_ANOTHER = 0.3
"""The most that the confidence can be if the excerpt counts somebody else's."""

_ALL_BUT = 0.95
"""Share of the question's weight: all its words, except for rounding and weak forms."""


def make_answer(ranking: Ranking, ranker: Ranker) -> Answer:
    """
    Return the answer that *ranking* supports.

    Args:
        ranker: Ranks again, for another wording of the question, or for the question without filters.
    """
    query = ranking.query
    if ranking.groups and (other := _find_other_owner(ranking)):
        nearest, unknown = build_excerpts(ranking)[:1], _unknown_words(query, ranker.index)
        coverage = measure_coverage(ranker.index)
        refusal = NoAnswer("other-subject", unknown, coverage, nearest, (other,))
        sureness = min(ranking.confidence, _OF_ANOTHER)
        return Answer(query.text, sureness, (), refusal, query.notes)
    if not ranking.answered:
        refusal = _refusal_from(ranking, ranker)
        return Answer(query.text, ranking.confidence, (), refusal, query.notes)
    excerpts = build_excerpts(ranking)
    groups = _find_conflict(ranking, excerpts[0], ranker)
    return Answer(
        query.text,
        ranking.confidence,
        excerpts,
        None,
        _with_unknown(query, ranker.index),
        _build_sides(groups, ranking, ranker),
        at_different_dates=bool(groups) and conflicts.were_at_different_times(groups),
    )


def _find_other_owner(ranking: Ranking) -> FailedRequirement | None:
    """Return what fails if the first hit counts somebody else's than the question asks about."""
    query, hit = ranking.query, ranking.groups[0].hit
    noun = conflicts.find_counted_word(query)
    other = find_other_owner(noun, ranking.weights, hit) if noun else None
    if not noun or not other:
        return None
    asked = ", ".join(word.text for word in find_owners_asked(query, noun))
    words = {"instead": shorten(hit.article.slice(other)), "asked": shorten(asked)}
    return FailedRequirement("role", asked, replace(INSTEAD, words=words))


def refuse(question: str, reason: Reason, index: PassageIndex) -> Answer:
    """Return the answer to a *question* that is not ranked at all."""
    return Answer(question, 0.0, (), NoAnswer(reason, (), measure_coverage(index), ()))


def decline(question: str, request: ChatRequest, index: PassageIndex) -> Answer:
    """Return the answer to what is no question to the articles, but a *request* to the program."""
    refusal = NoAnswer("not-a-question", (), measure_coverage(index), (), request=request)
    return Answer(question, 0.0, (), refusal)


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
    unknown = _unknown_words(query, index)
    nearest = tuple(build_excerpt(group, ranking.weights) for group in ranking.groups[:1])
    failed = list_failed(ranking.groups[0].hit, query) if ranking.groups else ()
    failed = tuple(each for each in failed if each.words not in unknown or not _names(each))
    reason: Reason
    if failed:
        reason = reason_of(failed)
    elif unknown:
        reason = "unknown-words"
    elif not nearest and query.filters:
        reason = "filtered-out"
    elif ranking.hits and ranking.hits[0].evidence.together > _ALL_BUT:
        reason = "weak"
    else:
        reason = "not-together"
    if not nearest and query.filters:
        nearest = build_excerpts(ranker.rank(query.unfiltered(), shown=1))
    return NoAnswer(reason, unknown, measure_coverage(index), nearest, failed)


def _unknown_words(query: Query, index: PassageIndex) -> tuple[str, ...]:
    """Return the words of *query* that stand nowhere in the articles, in no form, but not "happened" and its like."""
    return tuple(
        word.text
        for word in query.words
        if word.weight >= 1.0 and word.term not in index.vocabulary and not word.alternatives
    )


def _with_unknown(query: Query, index: PassageIndex) -> tuple[Note, ...]:
    """Return the notes of *query*, and one with its words that stand nowhere: articles may put them in others."""
    words = ", ".join(f"“{shorten(word)}”" for word in _unknown_words(query, index))
    return (
        *query.notes,
        *([Note("Not in the articles: {words}.", {"words": words})] if words else []),
    )


def _names(failed: FailedRequirement) -> bool:
    """Return whether a name is all that *failed* is about: the list of unknown words has it, too."""
    return failed.requirement in ("name", "place")


def _find_conflict(ranking: Ranking, first: Excerpt, ranker: Ranker) -> list[list[Claim]]:
    """Return conflicting claims about what was asked, by what they say, if the *first* excerpt makes one."""
    query = ranking.query
    if not conflicts.can_conflict(query):
        return []
    weights = _widened(ranking, ranker)
    same = weights.query.worth().keys() == query.worth().keys()
    hits: Sequence[Hit] = ranking.hits if same else ranker.find_hits(weights)
    groups = conflicts.group_conflicting(conflicts.find_claims(weights, hits))
    if not any(_overlap(first, claim) for group in groups for claim in group):
        return []
    return groups


def _widened(ranking: Ranking, ranker: Ranker) -> QuestionWeights:
    wide = conflicts.widen(ranking.query, ranker.index.vocabulary)
    return QuestionWeights.of(wide, ranker.index)


def _build_sides(
    groups: Sequence[Sequence[Claim]], ranking: Ranking, ranker: Ranker
) -> tuple[Side, ...]:
    """Return each of *groups* as a side, oldest first, the undated last."""
    if not groups:
        return ()
    weights = _widened(ranking, ranker)
    sides = [_side_of(group, weights) for group in groups]
    return tuple(sorted(sides, key=lambda side: side.excerpt.citation.published or "~"))


def _side_of(group: Sequence[Claim], weights: QuestionWeights) -> Side:
    claim = group[0]
    article, *agreeing = {c.hit.article_number: c.hit.article for c in group}.values()
    marked = claim.said if not isinstance(claim.value, bool) else None
    extract = extract_sentence(article, claim.hit.passage, claim.sentence, weights, marked)
    excerpt = cite_extract(extract, claim.hit)
    return Side(
        excerpt,
        claim.said,
        tuple(agreeing),
        conflicts.count_reports([claim.hit for claim in group]),
    )


def _overlap(excerpt: Excerpt, claim: Claim) -> bool:
    span = claim.sentence.span
    return (
        claim.hit.passage.article == excerpt.article.id
        and span.start < excerpt.end
        and excerpt.start < span.end
    )
