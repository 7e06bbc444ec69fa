"""Finds passages that may repeat one another, as reworked wire copy does, by MinHash."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from rensa import RMinHash

_RUN = 3
"""Terms in a row that are hashed together; shorter runs recur in any text."""

_PERMUTATIONS = 3
"""
Hashes of a passage. Of passages with 80% of their runs in common, 99% share at least one; with 60%, 94%;
with 40%, 78%.
"""

MOST = 100
"""Most passages looked at for one hash. What so many share alone is a phrase, not a copied report."""


def rank_copies(number: int, by_hash: Iterable[Sequence[int]]) -> list[int]:
    """
    Return the passages that may be copies of passage *number*, likely ones first.

    Args:
        by_hash: For each hash of its sketch, at most `MOST` passages that have it.
    """
    shared = Counter[int]()
    distinctive: set[int] = set()
    for passages in by_hash:
        shared.update(passages)
        if len(passages) < MOST:
            distinctive.update(passages)
    del shared[number]
    return [other for other, times in shared.most_common() if times > 1 or other in distinctive]


def sketch(terms: Sequence[str]) -> list[int]:
    """
    Return hashes of 32 bits of a passage's own *terms*; none for fewer than three terms.

    The chance that two passages share the hash at one place is the share of their runs of three
    terms that both have (Broder, "On the Resemblance and Containment of Documents", 1997).
    """
    runs = list(map(" ".join, zip(*(terms[first:] for first in range(_RUN)), strict=False)))
    if not runs:
        return []
    minhash = RMinHash(num_perm=_PERMUTATIONS, seed=1)
    minhash.update(runs)
    return list(minhash.digest())
