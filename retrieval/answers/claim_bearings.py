"""Find the sentences that bear on a claim: those about the same subject and matter."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from retrieval.answers.claim_comparison import compare
from retrieval.answers.claim_numbers import Subject
from retrieval.answers.records import Comparison
from retrieval.index.passage_sentences import PassageSentence
from retrieval.query.claim_pieces import ClaimPieces, is_unsettled
from retrieval.ranking.evidence import Hit
from retrieval.ranking.question_weights import QuestionWeights

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

ENOUGH = 0.72
"""
The score from which on a sentence bears on the claim.

All of these were chosen together, by hand and by search, on the claims of two worlds of `tests/data/newsroom`.
"""


@dataclass(frozen=True, slots=True)
class Bearing:
    """A sentence of a hit, how much it bears on a claim, and how it compares with it."""

    hit: Hit
    sentence: PassageSentence
    score: float
    comparisons: tuple[Comparison, ...]


def find_bearings(
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
            score = _weigh_words(weights, own) - _RANK * rank
            # To compare takes longest, and cannot bring others up to `ENOUGH`.
            near = score >= ENOUGH - _VALUE - _DENIAL
            compared = compare(subject, hit.article, sentence) if near else ()
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
    """Return what a number, a time or a place is worth beside another; articles are full of other times."""
    if comparison.kind == "time":
        return 1.0 if comparison.agrees else _OTHER_TIME
    return float(comparison.kind in ("number", "place"))


def _only_may_come(
    pieces: ClaimPieces, hit: Hit, sentence: PassageSentence, comparisons: Sequence[Comparison]
) -> bool:
    """Return whether the claim is about what is so, and the sentence about what may come."""
    if pieces.unsettled or any(not each.agrees for each in comparisons):
        return False
    return is_unsettled(hit.article.text, *sentence.span, hit.article.language)
