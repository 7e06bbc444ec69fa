"""Candidates to ranked, de-duplicated hits."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from retrieval.passages import Passage


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage and its score; scores compare within one question only."""

    passage: Passage
    score: float


def distinct(hits: Iterable[tuple[Hit, frozenset[str]]], most: int) -> list[Hit]:
    """
    The first *most* hits that do not repeat one before them.

    Args:
        hits: Best first, each with its passage's terms. A passage repeats another when the smaller
            of the two shares 70% of its terms with the larger, as reworked wire copy does.
    """
    kept: list[tuple[Hit, frozenset[str]]] = []
    for hit, terms in hits:
        if not any(_repeats(terms, other) for _, other in kept):
            kept.append((hit, terms))
        if len(kept) == most:
            break
    return [hit for hit, _ in kept]


def _repeats(one: frozenset[str], other: frozenset[str]) -> bool:
    smaller = min(len(one), len(other))
    return smaller > 0 and len(one & other) >= 0.7 * smaller


def by_article(hits: Sequence[Hit]) -> list[str]:
    """The hits' article ids, each once, by its best passage."""
    return list(dict.fromkeys(hit.passage.article for hit in hits))
