"""What all engines share of BM25."""

from __future__ import annotations

from math import log

import pytest

from retrieval.index.bm25 import idf


@pytest.mark.parametrize(
    ("size", "with_term", "expected"),
    [(1, 1, log(4 / 3)), (2, 1, log(2)), (2, 0, log(6)), (10, 10, log(1 + 0.5 / 10.5))],
)
def test_idf_is_lucenes_and_positive_however_many_texts_have_the_term(
    size: int, with_term: int, expected: float
) -> None:
    assert idf(size, with_term) == pytest.approx(expected)
    assert idf(size, with_term) > 0
