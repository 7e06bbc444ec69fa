"""
Check a claim that somebody passes on: which sentences bear on it, what both say, and where they differ.

Nothing here judges who is right. A sentence bears on a claim if it is about the same subject and matter: the
words of the claim stand in it or around it, and best of all it has a number or a time of the same kind, or
denies what the claim says.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import starmap
from typing import NamedTuple

from retrieval.answers import conflicting_claims as conflicts
from retrieval.answers.answering import measure_coverage
from retrieval.answers.claim_comparison import Subject, compare
from retrieval.answers.excerpts import build_excerpt
from retrieval.answers.records import (
    Answer,
    CheckedClaim,
    Comparison,
    Excerpt,
    FailedRequirement,
    NoAnswer,
    Reason,
)
from retrieval.articles import Span
from retrieval.index.passage_sentences import PassageSentence
from retrieval.index.protocol import PassageIndex
from retrieval.query.claim_pieces import ClaimPieces, is_unsettled, take_to_pieces
from retrieval.query.model import Alternative, Query, Word
from retrieval.query.notes import Note
from retrieval.query.terms import shorten
from retrieval.ranking import confidence
from retrieval.ranking.evidence import Hit
from retrieval.ranking.near_duplicates import group_repeats
from retrieval.ranking.question_weights import QuestionWeights
from retrieval.ranking.ranker import Ranker
from retrieval.ranking.sentence_choice import Choice
from retrieval.text.spelling import everyday
from retrieval.text.word_forms import paraphrases

_LOOKED_INTO = 20
"""Hits whose sentences are read."""

_NAME_WEIGHT = 1.5
_VALUE_WEIGHT = 0.3
"""Weights of names, and of numbers and times, when passages are searched: a false claim has other numbers."""

_EVERYDAY = 0.7
"""Share of its weight that an everyday word loses if no article has it: they put it in another way."""

_ALTERNATIVE = 0.6
_COUNTED_ALIKE = 0.9
"""The least that another word for one of the claim is worth, and what one for the same count is."""

_HEADING = 0.8
_NEIGHBOUR = 0.6
_AROUND = 0.45
"""What a word is worth in the heading, in the sentence before or after, and elsewhere in the passage or its title."""

_MATTER = 0.15
"""What the words that are no names are worth once more."""

_VALUE = 0.35
_DENIAL = 0.3
"""What a number or time of the same kind is worth, and a denial; both only beside words of the claim."""

_OTHER_TIME = 0.4
"""What a time other than that of the claim is worth, compared with the same one."""

_BESIDE = 0.25
"""Share of the claim in the sentence from which on these count in full."""

_NO_VALUE = 0.25
_ONLY_NAMED = 0.15
_UNNAMED = 0.3
_UNSETTLED = 0.15
_RANK = 0.02
"""
What is taken off if the claim has a number or a time and the sentence has none like it; if only names are there;
if names are missing; if the sentence only says what may come; for each hit before.
"""

_ENOUGH = 0.72
"""
The score from which on a sentence bears on the claim.

All of these were chosen together, by hand and by search, on the claims of two worlds of `tests/data/newsroom`.
"""

_STEEPNESS = 4.0
"""How quickly the confidence rises with the score."""


@dataclass(frozen=True, slots=True)
class Bearing:
    """A sentence of a hit, how much it bears on a claim, and how it compares with it."""

    hit: Hit
    sentence: PassageSentence
    score: float
    comparisons: tuple[Comparison, ...]


def check_claim(query: Query, ranker: Ranker, shown: int) -> Answer:
    """Return the sentences that bear on the claim of *query*, at most *shown* excerpts, or a "no"."""
    query = _mark_names(query, ranker.index)
    pieces = take_to_pieces(query)
    weights = _weigh_matter(query, pieces, ranker.index)
    hits = ranker.find_hits(QuestionWeights.of(_for_search(query, pieces), ranker.index))
    bearings = sorted(
        _find_bearings(pieces, weights, hits[:_LOOKED_INTO]), key=lambda each: -each.score
    )
    if not bearings:
        return _refuse(query, pieces, 0.0, (), ranker.index)
    log_odds = _STEEPNESS * (bearings[0].score - _ENOUGH)
    sureness = round(confidence.to_probability(log_odds), 4)
    if sureness < confidence.THRESHOLD:
        nearest = _build_excerpts(bearings[:1], weights, 1)
        return _refuse(query, pieces, sureness, nearest, ranker.index)
    bearings = [each for each in bearings if each.score >= _ENOUGH]
    found = _build_excerpts(bearings, weights, shown)
    compared = tuple(_comparisons_in(excerpt, bearings) for excerpt in found)
    excerpts = tuple(starmap(_highlight, zip(found, compared, strict=True)))
    return Answer(
        query.text,
        sureness,
        excerpts,
        None,
        query.notes,
        claim=CheckedClaim(pieces, compared),
    )


def _mark_names(query: Query, index: PassageIndex) -> Query:
    """Return *query* with the claim's first word, or words in small letters alone, as the names that they are."""
    even = not any(word.text[0].isupper() for word in query.words[1:])
    names = index.vocabulary.names
    marked = []
    for place, word in enumerate(query.words):
        known = word.term in names and (even or word.text[0].isupper())
        begins = place == 0 and word.text[0].isupper() and _continues(query, 0)
        marked.append(replace(word, name=word.name or known or begins))
    return replace(query, words=tuple(marked))


def _continues(query: Query, place: int) -> bool:
    """Return whether the next word after the one at *place* is a name that it may be the first part of."""
    word, *after = query.words[place : place + 2]
    return (
        bool(after)
        and after[0].name
        and f"{word.text} {after[0].text}" in query.text
        and everyday(word.text, query.language) < _EVERYDAY
    )


def _for_search(query: Query, pieces: ClaimPieces) -> Query:
    """Return *query* with other weights for the claim's names, and for its numbers and times."""
    values = {word for _, word in pieces.values}
    words = []
    for word in query.words:
        factor = _VALUE_WEIGHT if word in values else _NAME_WEIGHT if word.name else 1.0
        words.append(replace(word, weight=word.weight * factor))
    return replace(query, words=tuple(words))


def _weigh_matter(query: Query, pieces: ClaimPieces, index: PassageIndex) -> QuestionWeights:
    """Weigh what the claim is about: all of its words but numbers and times."""
    values = {word for _, word in pieces.values}
    words = []
    for word in query.words:
        if word in values:
            continue
        if word.term not in index.vocabulary and not word.alternatives and not word.name:
            paraphrased = _EVERYDAY * everyday(word.text, query.language)
            word = replace(word, weight=word.weight * (1 - paraphrased))
        words.append(_widen(word, query.language, index))
    return QuestionWeights(replace(query, words=tuple(words)), index.idf_of, lambda _: True)


def _widen(word: Word, language: str | None, index: PassageIndex) -> Word:
    """Return *word* with other words for it and for what is counted, and more weight on what it already has."""
    options = {other.terms: max(other.weight, _ALTERNATIVE) for other in word.alternatives}
    if language in (None, "en"):
        known = index.vocabulary.__contains__
        for term in filter(known, paraphrases(word.term)):
            options.setdefault((term,), _ALTERNATIVE)
        alike = filter(known, conflicts.find_counted_alike(word.term))
        options |= dict.fromkeys(((term,) for term in alike), _COUNTED_ALIKE)
    return replace(word, alternatives=tuple(Alternative(*item) for item in options.items()))


def _find_bearings(
    pieces: ClaimPieces, weights: QuestionWeights, hits: Sequence[Hit]
) -> Iterator[Bearing]:
    """Yield every sentence of *hits* that holds some of the claim, or stands beside such a sentence."""
    subject = Subject(pieces, weights.query.language, weights.terms_by_word)
    for rank, hit in enumerate(hits):
        heading = weights.terms & hit.heading
        held = [weights.terms.intersection(sentence.terms) for sentence in hit.sentences]
        around = weights.terms & (hit.title | hit.heading).union(*held)
        for place, sentence in enumerate(hit.sentences):
            beside = heading.union(*held[max(0, place - 1) : place + 2])
            if not beside:
                continue
            own = Held(held[place], heading, beside, around)
            compared = compare(subject, hit.article, sentence)
            score = _weigh_words(weights, own) - _RANK * rank
            score += _weigh_comparisons(pieces, weights, own, compared)
            if _only_may_come(pieces, hit, sentence, compared):
                score -= _UNSETTLED
            yield Bearing(hit, sentence, score, compared)


class Held(NamedTuple):
    """
    The terms of a claim that a sentence holds.

    Attributes:
        heading: Those in the heading over it.
        beside: Those of all three: this, the sentences before and after it, and the heading.
        around: Those of the whole passage, its heading and its title.
    """

    own: frozenset[str]
    heading: frozenset[str]
    beside: frozenset[str]
    around: frozenset[str]

    def share(self, weights: QuestionWeights) -> float:
        """Return the share of the claim in the sentence; a word in the heading counts nearly as much."""
        below = weights.share(self.own | self.heading)
        return max(weights.share(self.own), _HEADING * below)


def _weigh_words(weights: QuestionWeights, held: Held) -> float:
    """Return what the words of the claim are worth that a sentence and what is around it hold."""
    names = [word.name for word in weights.query.words]
    own, near, all_ = held.share(weights), weights.share(held.beside), weights.share(held.around)
    score = own + _NEIGHBOUR * max(0.0, near - own) + _AROUND * (all_ - near)
    score += _MATTER * weights.share(held.beside, [not name for name in names])
    return score - _UNNAMED * (1 - weights.share(held.around, names))


def _weigh_comparisons(
    pieces: ClaimPieces,
    weights: QuestionWeights,
    held: Held,
    comparisons: Sequence[Comparison],
) -> float:
    """Return what it is worth that a sentence has values of the same kind as the claim, or denies it."""
    others = [not word.name for word in weights.query.words]
    value = max(map(_weigh_value, comparisons), default=0.0)
    denies = any(each.kind == "negation" and each.told for each in comparisons)
    own = held.own | held.heading
    if not value and any(others) and not weights.share(own, others):
        worth = -_ONLY_NAMED
    else:
        worth = min(1.0, held.share(weights) / _BESIDE) * (_VALUE * value + _DENIAL * denies)
    lacks_value = bool(pieces.quantities or pieces.times) and not value
    return worth - _NO_VALUE * lacks_value


def _weigh_value(comparison: Comparison) -> float:
    """Return what a number or a time is worth beside another; articles are full of other times."""
    if comparison.kind == "time":
        return 1.0 if comparison.agrees else _OTHER_TIME
    return float(comparison.kind == "number")


def _only_may_come(
    pieces: ClaimPieces, hit: Hit, sentence: PassageSentence, comparisons: Sequence[Comparison]
) -> bool:
    """Return whether the claim is about what is so, and the sentence about what may come."""
    if pieces.unsettled or any(not each.agrees for each in comparisons):
        return False
    return is_unsettled(hit.article.text, *sentence.span, hit.article.language)


def _build_excerpts(
    bearings: Sequence[Bearing], weights: QuestionWeights, most: int
) -> tuple[Excerpt, ...]:
    """Return excerpts around the first sentence of each passage, without repeats."""
    hits: dict[int, Hit] = {}
    for each in bearings:
        choice = Choice(each.sentence.span, frozenset(each.sentence.terms))
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
    found = [each for bearing in inside for each in bearing.comparisons]
    denials = [each for each in found if each.kind == "negation"]
    both = next((each for each in denials if each.agrees), None)
    first = next((each for each in inside[0].comparisons if each.kind == "negation"), None)
    compared: dict[tuple[str, bool, str], Comparison] = {}
    for each in [*(each for each in found if each.kind != "negation"), both or first]:
        if each:
            told = excerpt.article.slice(each.told) if each.told else ""
            compared.setdefault((each.kind, each.agrees, told.casefold()), each)
    return tuple(compared.values())


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
