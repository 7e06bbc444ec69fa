"""Passages that repeat each other, as reworked wire copy does."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from retrieval.index.protocol import PassageIndex
from retrieval.lang.registry import language
from retrieval.query.model import Query
from retrieval.ranking.evidence import Evidence, Hit, weigh_sentences
from retrieval.ranking.passage_filters import allows
from retrieval.ranking.question_weights import QuestionWeights
from retrieval.ranking.sentence_choice import choose
from retrieval.text.analyzer import terms

_SAME_TERMS, _SAME_PAIRS = 0.7, 0.5
"""Shares of terms, and of pairs of neighbouring terms, from which on a text repeats another."""

_FEW = 7
"""Terms; a sentence of so few repeats another only word for word."""

_MISSES = 2
"""Passages in a row that are no copies, after which the search ends: the likeliest come first."""


@dataclass(frozen=True, slots=True)
class RankedGroup:
    """A hit to show, and the numbers of the other articles that repeat it, best first."""

    hit: Hit
    also: tuple[int, ...]


def group_repeats(weights: QuestionWeights, hits: Iterable[Hit], most: int) -> list[RankedGroup]:
    """
    Return the first *most* of *hits* that do not repeat an earlier one, each with its repeats.

    A hit repeats another if, of their passages or of their chosen sentences, the smaller shares 70% of
    its terms with the larger and half of its pairs of neighbouring terms, unless the sentences differ
    in a number. While there are too few groups, hits whose sentences were not weighed are weighed and
    used too, so that repeats of one article do not take the place of another. Repeats of each hit are
    also looked for in the whole collection.

    Args:
        hits: In the order in which `Ranker.find_hits` returns them.
    """
    kept: list[tuple[Hit, list[int]]] = []
    met: set[int] = set()
    for hit in hits:
        if not hit.choice:
            if len(kept) == most:
                break
            hit = weigh_sentences(hit, weights)
        met.add(hit.number)
        also = next((also for other, also in kept if _repeats(hit, other)), None)
        if also is not None:
            also.append(hit.article_number)
        elif len(kept) < most:
            kept.append((hit, []))
    for hit, also in kept:
        for copy in find_copies(hit, weights.query):
            if copy.number not in met:
                met.add(copy.number)
                chosen = choose(copy.article, copy.sentences, weights)
                if _repeats(replace(copy, choice=chosen), hit):
                    also.append(copy.article_number)
    kept.sort(key=lambda pair: -pair[0].score)
    return [
        RankedGroup(hit, tuple(n for n in dict.fromkeys(also) if n != hit.article_number))
        for hit, also in kept
    ]


def is_copy(number: int, other: int, index: PassageIndex) -> bool:
    """Return whether the smaller of two passages shares its terms and their neighbours with the larger."""
    terms, other_terms = index.term_sequence(number), index.term_sequence(other)
    return (
        _share(frozenset(terms), frozenset(other_terms)) >= _SAME_TERMS
        and _share_of_pairs(terms, other_terms) >= _SAME_PAIRS
    )


def find_copies(hit: Hit, query: Query) -> Iterator[Hit]:
    """Yield likely candidates for which `is_copy` holds and which the filters allow, without a score."""
    index, misses = hit.index, 0
    for number in index.likely_copies(hit.number):
        if is_copy(number, hit.number, index):
            misses = 0
            if allows(query, index, number):
                yield Hit(index, number, 0.0, Evidence(0.0, 0.0))
            continue
        misses += 1
        if misses == _MISSES:
            return


def _repeats(hit: Hit, other: Hit) -> bool:
    assert hit.choice
    assert other.choice
    core, other_core = hit.choice.core, other.choice.core
    few = min(len(core), len(other_core)) <= _FEW
    same = _share(core, other_core) >= (1 if few else _SAME_TERMS) and (
        _share_of_pairs(_core_terms(hit), _core_terms(other)) >= (1 if few else _SAME_PAIRS)
    )
    return (same or is_copy(hit.number, other.number, hit.index)) and not _numbers_differ(
        core, other_core
    )


def _core_terms(hit: Hit) -> list[str]:
    """Return the terms of the chosen sentences, in order."""
    assert hit.choice
    least = hit.choice.least
    return [
        term
        for sentence in hit.sentences
        if least.start <= sentence.span.start and sentence.span.end <= least.end
        for term in sentence.terms
    ]


def _share(items: frozenset[Any], others: frozenset[Any]) -> float:
    """Return the share of the smaller set that the larger one holds too."""
    smaller = min(len(items), len(others))
    return len(items & others) / smaller if smaller else 0.0


def _share_of_pairs(items: Sequence[Hashable], others: Sequence[Hashable]) -> float:
    """Compare pairs of neighbours: articles on one subject share words, but few of these pairs."""
    return _share(frozenset(pairwise(items)), frozenset(pairwise(others)))


def _numbers_differ(terms: frozenset[str], others: frozenset[str]) -> bool:
    """Return whether each has a number that the other lacks: 12 dead do not repeat 20 dead."""
    return any(map(_is_number, terms - others)) and any(map(_is_number, others - terms))


def _is_number(term: str) -> bool:
    return term[0].isdigit() or term in _COUNTS


_COUNTS = frozenset(terms(language("en").numbers.cardinals, "en"))
"""Numbers as words, by their stems."""
