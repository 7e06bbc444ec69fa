"""Compare the numbers of a claim with those of a sentence: each with one that counts or measures the same."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from math import isclose
from typing import Literal, NamedTuple

from retrieval.answers.records import Comparison
from retrieval.articles import Article, Span
from retrieval.index.passage_sentences import PassageSentence
from retrieval.lang.registry import language as language_of
from retrieval.query.claim_pieces import ClaimPieces
from retrieval.text import measures, quantities
from retrieval.text.analyzer import Token, terms
from retrieval.text.measures import Measure
from retrieval.text.quantities import Quantity

_COUNTED = 3
"""Terms behind a number among which is the word for what it counts."""

_BEFORE = 60
"""Characters before a number in which a word may say what it counts."""

_LARGE = 1000
"""A number without a unit from which on it may be money: “nearly a million in strike pay”."""

_MOST, _MOST_MONEY = 20, 100
"""Times that one number may be the other; beyond, they are hardly of the same thing."""

_ANYBODY = frozenset(terms(language_of("en").claims.fillers, "en"))
"""Words behind a number that do not say what it counts."""

_NEXT_WORD = re.compile(r"[\s-]([^\W\d_]+)")
_CLAUSE = re.compile(r"[^.,;:!?()\"”]{0,40}")

Likeness = Literal["same", "rounded", "other"]
"""How two numbers for one thing compare; "rounded" if one of them says that it is only about right."""


class Subject(NamedTuple):
    """
    What a claim is about.

    Attributes:
        language: Of the claim.
        alike: For each word of the claim the terms that match it.
    """

    pieces: ClaimPieces
    language: str | None
    alike: Sequence[frozenset[str]]


class _Number(NamedTuple):
    """
    A quantity in a text.

    Attributes:
        until: Where the words end that may say what it counts: at the next quantity.
    """

    text: str
    language: str | None
    quantity: Quantity
    until: int

    @property
    def whole(self) -> Span:
        """Where it stands, with the word that tells what it measures."""
        end = measures.end_of_measure(self.text, self.quantity, self.language)
        return Span(self.quantity.start, end)

    @property
    def behind(self) -> Sequence[str]:
        """The terms of the words right behind it."""
        clause = _CLAUSE.match(self.text, self.quantity.end, self.until)
        return terms(clause[0], self.language)[:_COUNTED] if clause else ()

    @property
    def counts_next(self) -> bool:
        """Whether the word right behind may be what it counts; "people" may be anybody."""
        word = _NEXT_WORD.match(self.text, self.quantity.end, self.until)
        counted = terms(word[1], self.language) if word else []
        return bool(counted) and counted[0] not in _ANYBODY


class _Pair(NamedTuple):
    """
    A number of the claim and one of the sentence that may be for the same thing, best first in order.

    Attributes:
        distance: Characters from that of the sentence to a word of the claim.
    """

    rank: int
    distance: int
    claimed: _Number
    told: _Number
    likeness: Likeness


_RANKS: dict[Likeness, int] = {"same": 0, "rounded": 1, "other": 2}


def compare_numbers(
    subject: Subject, article: Article, sentence: PassageSentence
) -> Iterator[Comparison]:
    """Yield a comparison for each number of the claim that the sentence has one of the same kind for."""
    pieces = subject.pieces
    told = quantities.quantities(article.text, *sentence.span, article.language)
    if not told or not pieces.quantities:
        return
    numbers = _numbers(article.text, told, sentence.span.end, article.language)
    claims = _numbers(pieces.question, pieces.quantities, pieces.span.end, subject.language)
    marks = _find_marks(subject, sentence)
    pairs = []
    for claimed in claims:
        for other in numbers:
            if likeness := _compare(subject, claimed, other, marks):
                at = other.quantity.start
                distance = min((abs(mark.start - at) for mark in marks), default=0)
                pairs.append(_Pair(_RANKS[likeness], distance, claimed, other, likeness))
    for pair in _choose(pairs):
        yield Comparison(
            "number",
            pair.likeness != "other",
            pair.claimed.whole,
            pair.told.whole,
            rounded=pair.likeness == "rounded",
        )


def _choose(pairs: Sequence[_Pair]) -> Sequence[_Pair]:
    """Return the best of *pairs*, in the order of the claim, so that each number is in one of them."""
    chosen: list[_Pair] = []
    for pair in sorted(pairs, key=lambda pair: pair[:2]):
        if not any(pair.claimed == other.claimed or pair.told == other.told for other in chosen):
            chosen.append(pair)
    return sorted(chosen, key=lambda pair: pair.claimed.quantity.start)


def _numbers(
    text: str, found: Sequence[Quantity], end: int, language: str | None
) -> Sequence[_Number]:
    ends = [*(quantity.start for quantity in found[1:]), end]
    return [_Number(text, language, *each) for each in zip(found, ends, strict=True)]


def _find_marks(subject: Subject, sentence: PassageSentence) -> list[Token]:
    """Return the tokens of the *sentence* that are words of the claim, but not its names."""
    words = {word.term for _, word in subject.pieces.words}
    alike = frozenset[str]().union(*(same for same in subject.alike if same & words))
    return [token for token in sentence.tokens() if token.term in alike]


def _compare(
    subject: Subject, claimed: _Number, told: _Number, marks: Sequence[Token]
) -> Likeness | None:
    """Return how two numbers compare; None if they are not of one kind, or too far from each other."""
    for measure in measures.read_measures(claimed.text, claimed.quantity, claimed.language):
        for other in measures.read_measures(told.text, told.quantity, told.language):
            if _are_of_one_kind(claimed, measure, other) and (
                measure.kind or other.kind or _count_the_same(subject, claimed, told, marks)
            ):
                most = _MOST_MONEY if other.kind == "money" else _MOST
                if _ratio(measure.most, other.most) > most:
                    return None
                return _liken(claimed, measure, told, other)
    return None


def _liken(claimed: _Number, measure: Measure, told: _Number, other: Measure) -> Likeness:
    """
    Return how two comparable measures compare.

    They may be rounded only where one of them says so, or where they are in different units.
    """
    if measure.least <= other.most and other.least <= measure.most:
        return "same"
    hedged = any(quantities.is_hedged(each.text, each.quantity) for each in (claimed, told))
    # The factors to the basic unit, each times both quantities: equal if the units are.
    factors = measure.most * told.quantity.most, other.most * claimed.quantity.most
    if not hedged and isclose(*factors):
        return "other"
    return "other" if measures.differ(replace(measure, exact=False), other) else "rounded"


def _are_of_one_kind(claimed: _Number, measure: Measure, other: Measure) -> bool:
    """Return whether two measures are comparable, or one is a large number that may be money."""
    if measures.are_comparable(measure, other):
        return True
    bare = not measure.kind and measure.least >= _LARGE
    return bare and other.kind == "money" and not claimed.counts_next


def _ratio(one: float, other: float) -> float:
    less, more = sorted((abs(one), abs(other)))
    return more / less if less else 1.0


def _count_the_same(
    subject: Subject, claimed: _Number, told: _Number, marks: Sequence[Token]
) -> bool:
    """
    Return whether two plain numbers may count the same thing.

    They do if the words behind both or the words before both are alike, or if only the claim has any behind
    and one of its words stands before the number: "has lost 90,000 soldiers", "losses passed 85,000".
    """
    names = {word.term for _, word in subject.pieces.names}
    counted = [term for term in claimed.behind if term not in names]
    if not counted:
        return True
    alike = {*counted}.union(*(same for same in subject.alike if same & {*counted}))
    if not alike.isdisjoint(told.behind):
        return True
    clause = claimed.text[subject.pieces.span.start : claimed.quantity.start]
    before = terms(clause, subject.language)[-1:]
    alike = set[str]().union(*(same for same in subject.alike if same & {*before}))
    start = max(0, told.quantity.start - _BEFORE)
    if not alike.isdisjoint(terms(told.text[start : told.quantity.start], told.language)[-1:]):
        return True
    return not told.counts_next and any(
        0 <= told.quantity.start - mark.end <= _BEFORE for mark in marks
    )
