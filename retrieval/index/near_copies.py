"""Which passages may repeat one another, as reworked wire copy does: by a MinHash of each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from rensa import RMinHash

_RUN = 3
"""Terms that stand side by side: of fewer there are many in any text."""

_PERMUTATIONS = 3
"""
Of passages that have 80% of their runs in common 99% share one of so many hashes, with 60% 94%, with
40% 78%.
"""

MOST = 100
"""Passages with one hash that are looked at. What so many have in common alone is a phrase, no report."""


def likely(number: int, found: Iterable[Sequence[int]]) -> list[int]:
    """
    The passages that may be copies of the one with a *number*, likely ones first.

    Args:
        found: By each hash of its sketch, at most `MOST` passages that have it.
    """
    shared = Counter[int]()
    telling: set[int] = set()
    for some in found:
        shared.update(some)
        if len(some) < MOST:
            telling.update(some)
    del shared[number]
    return [other for other, times in shared.most_common() if times > 1 or other in telling]


def sketch(terms: Sequence[str]) -> list[int]:
    """
    Hashes of 32 bits of a passage's own *terms*, in order; none of fewer than three.

    Two passages have the hash at one place in common as often as one of all their runs of three terms
    stands in both (Broder, "On the Resemblance and Containment of Documents", 1997).
    """
    runs = list(map(" ".join, zip(*(terms[first:] for first in range(_RUN)), strict=False)))
    if not runs:
        return []
    made = RMinHash(num_perm=_PERMUTATIONS, seed=1)
    made.update(runs)
    return list(made.digest())
