"""
Check a claim that somebody passes on: which sentences bear on it, what both say, and where they differ.

Nothing here judges who is right. A sentence bears on a claim if it is about the same subject and matter: the
words of the claim stand in it or around it, and best of all it has a number or a time of the same kind, or
denies what the claim says.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import combinations, starmap

from retrieval.answers.answering import measure_coverage
from retrieval.answers.claim_bearings import ENOUGH, Bearing, find_bearings
from retrieval.answers.claim_subjects import are_apart, find_time
from retrieval.answers.claim_weights import mark_names, weigh_for_search, weigh_matter
from retrieval.answers.conflicting_claims import count_reports
from retrieval.answers.excerpts import build_excerpt, cite_extract, extract_sentence
from retrieval.answers.records import (
    Answer,
    CheckedClaim,
    Comparison,
    Excerpt,
    FailedRequirement,
    NoAnswer,
    Reason,
    Side,
)
from retrieval.articles import Span
from retrieval.index.protocol import PassageIndex
from retrieval.query.claim_pieces import ClaimPieces, is_negation, is_unsettled, take_to_pieces
from retrieval.query.model import Query
from retrieval.query.notes import Note
from retrieval.query.terms import shorten
from retrieval.ranking import confidence
from retrieval.ranking.evidence import Hit
from retrieval.ranking.near_duplicates import group_repeats
from retrieval.ranking.question_weights import QuestionWeights
from retrieval.ranking.ranker import Ranker
from retrieval.ranking.sentence_choice import choose_all
from retrieval.text.context_dependence import depends_on_context

_LOOKED_INTO = 20
"""Hits whose sentences are read."""

_FEW = 4
"""Terms of a sentence that may say nothing but another number: "It was 1.1 metres"."""

_STEEPNESS = 4.0
"""How quickly the confidence rises with the score."""


def check_claim(query: Query, ranker: Ranker, shown: int) -> Answer:
    """Return the sentences that bear on the claim of *query*, at most *shown* excerpts, or a "no"."""
    query = mark_names(query, ranker.index)
    pieces = take_to_pieces(query)
    weights = weigh_matter(query, pieces, ranker.index)
    hits = ranker.find_hits(weigh_for_search(query, pieces, ranker.index))
    bearings = sorted(
        find_bearings(pieces, weights, hits[:_LOOKED_INTO]), key=lambda each: -each.score
    )
    if not bearings:
        return _refuse(query, pieces, 0.0, (), ranker.index)
    log_odds = _STEEPNESS * (bearings[0].score - ENOUGH)
    sureness = round(confidence.to_probability(log_odds), 4)
    if sureness < confidence.THRESHOLD:
        nearest = _build_excerpts(bearings[:1], weights, 1)
        return _refuse(query, pieces, sureness, nearest, ranker.index)
    bearings = [each for each in bearings if each.score >= ENOUGH]
    found = _build_excerpts(bearings, weights, shown)
    compared = tuple(_comparisons_in(excerpt, bearings) for excerpt in found)
    groups = _group_by_number(each for each in bearings if not _is_unsettled(each))
    return Answer(
        query.text,
        sureness,
        tuple(starmap(_highlight, zip(found, compared, strict=True))),
        None,
        query.notes,
        _build_sides(groups, weights),
        at_different_dates=_were_at_different_times(groups),
        claim=CheckedClaim(pieces, compared),
    )


def _build_excerpts(
    bearings: Sequence[Bearing], weights: QuestionWeights, most: int
) -> tuple[Excerpt, ...]:
    """Return excerpts around the first sentence of each passage, without repeats."""
    hits: dict[int, Hit] = {}
    for each in bearings:
        choice = choose_all(each.hit.article, [each.sentence], weights)
        hits.setdefault(each.hit.number, replace(each.hit, score=each.score, choice=choice))
    groups = group_repeats(weights, hits.values(), most)
    return tuple(build_excerpt(group, weights) for group in groups)


def _comparisons_in(excerpt: Excerpt, bearings: Sequence[Bearing]) -> tuple[Comparison, ...]:
    """
    Return how the sentences in *excerpt* that bear on the claim compare with it.

    Only the best of them tells whether the claim is denied, as others may deny something else, unless one of
    these denies just what the claim does.
    """
    inside = [
        each
        for each in bearings
        if each.hit.article.id == excerpt.article.id
        and excerpt.start <= each.sentence.span.start
        and each.sentence.span.end <= excerpt.end
    ]
    found = list(_without_other_values(inside))
    denials = [each for each in found if each.kind == "negation"]
    both = next((each for each in denials if each.agrees), None)
    best = [each for bearing in inside[:1] for each in _certain(bearing)]
    first = next((each for each in best if each.kind == "negation"), None)
    compared: dict[tuple[str, bool, str], Comparison] = {}
    for each in [*(each for each in found if each.kind != "negation"), both or first]:
        if each:
            told = excerpt.article.slice(each.told) if each.told else ""
            compared.setdefault((each.kind, each.agrees, told.casefold()), each)
    return tuple(compared.values())


def _without_other_values(bearings: Sequence[Bearing]) -> Iterator[Comparison]:
    """
    Yield the comparisons of *bearings*, but no other number or time where another sentence has that of the claim.

    A sentence that only goes on, such as "It was 1.1 metres", may correct the number. Of several other numbers for
    one of the claim, only that of the best sentence is for the same.
    """
    found = [(each, bearing) for bearing in bearings for each in _certain(bearing)]
    borne_out = {each.claimed for each, _ in found if each.agrees}
    differing: set[Span | None] = set()
    for each, bearing in found:
        if not each.agrees and each.kind in ("number", "time"):
            is_number = each.kind == "number"
            if each.claimed in borne_out and not (is_number and _goes_on(bearing)):
                continue
            if is_number and each.claimed in differing:
                continue
            differing.add(each.claimed)
        yield each


def _goes_on(bearing: Bearing) -> bool:
    """Return whether a sentence needs the one before, and says little but a number."""
    article, sentence = bearing.hit.article, bearing.sentence
    return len(sentence.terms) <= _FEW and depends_on_context(
        article.text, sentence.span.start, article.language
    )


def _certain(bearing: Bearing) -> list[Comparison]:
    """
    Return how a sentence compares with the claim, except where the claim denies something and the sentence only
    contradicts: "In fact one man died" does not agree that nobody did.
    """
    article = bearing.hit.article
    return [
        each
        for each in bearing.comparisons
        if not (each.kind == "negation" and each.agrees and each.told)
        or is_negation(article.text, each.told, article.language)
    ]


_Told = tuple[Bearing, Span]
"""A sentence, and the number in it that is compared with one of the claim."""


def _is_unsettled(bearing: Bearing) -> bool:
    """Return whether a sentence speaks of what may come, which conflicts with nothing that has."""
    article = bearing.hit.article
    return is_unsettled(article.text, *bearing.sentence.span, article.language)


def _group_by_number(bearings: Iterable[Bearing]) -> list[list[_Told]]:
    """Return by the number that they tell the sentences of different articles that tell different ones."""
    groups: dict[str, list[_Told]] = {}
    articles: set[int] = set()
    for bearing in bearings:
        numbers = [each.told for each in bearing.comparisons if each.kind == "number"]
        if numbers and numbers[0] and bearing.hit.article_number not in articles:
            articles.add(bearing.hit.article_number)
            told = bearing.hit.article.slice(numbers[0]).casefold()
            groups.setdefault(told, []).append((bearing, numbers[0]))
    return list(groups.values()) if len(groups) > 1 else []


def _build_sides(groups: Sequence[Sequence[_Told]], weights: QuestionWeights) -> tuple[Side, ...]:
    """Return each of *groups* as a side, oldest first, the undated last."""
    sides = []
    for group in groups:
        bearing, told = group[0]
        hit = replace(bearing.hit, score=bearing.score, choice=None)
        extract = extract_sentence(hit.article, hit.passage, bearing.sentence, weights, told)
        agreeing = tuple(other.hit.article for other, _ in group[1:])
        reports = count_reports([other.hit for other, _ in group])
        sides.append(Side(cite_extract(extract, hit), told, agreeing, reports))
    return tuple(sorted(sides, key=lambda side: side.excerpt.citation.published or "~"))


def _were_at_different_times(groups: Sequence[Sequence[_Told]]) -> bool:
    """Return whether no two sentences of different *groups* are of one time."""
    times = [
        [find_time(bearing.hit.article, bearing.sentence) for bearing, _ in group]
        for group in groups
    ]
    return bool(groups) and all(
        are_apart(time, other)
        for group, later in combinations(times, 2)
        for time in group
        for other in later
    )


def _highlight(excerpt: Excerpt, comparisons: Sequence[Comparison]) -> Excerpt:
    """Return *excerpt* with what is compared highlighted, too."""
    merged: list[Span] = []
    told = (each.told for each in comparisons if each.told)
    for span in sorted([*excerpt.highlights, *told]):
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return replace(excerpt, highlights=tuple(merged))


def _refuse(
    query: Query,
    pieces: ClaimPieces,
    sureness: float,
    nearest: tuple[Excerpt, ...],
    index: PassageIndex,
) -> Answer:
    """Return the "no" to a claim on which no sentence bears."""
    unknown = tuple(
        word.text
        for _, word in (*pieces.names, *pieces.words)
        if word.term not in index.vocabulary and not word.alternatives
    )
    claim = shorten(pieces.question[slice(*pieces.span)])
    note = Note("No sentence of the articles bears on “{claim}”.", {"claim": claim})
    failed = FailedRequirement("topic", claim, note)
    reason: Reason = "unknown-words" if unknown else "weak"
    refusal = NoAnswer(reason, unknown, measure_coverage(index), nearest, (failed,))
    return Answer(query.text, sureness, (), refusal, query.notes, claim=CheckedClaim(pieces, ()))
