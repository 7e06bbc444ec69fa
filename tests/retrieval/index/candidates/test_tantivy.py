"""What tantivy's scores say of ours."""

from __future__ import annotations

import pytest

from retrieval.index.candidates.tantivy import _slack


@pytest.mark.parametrize("usual", [5, 17, 58, 90])
@pytest.mark.parametrize("share", [0.25, 0.5, 1.0])
@pytest.mark.parametrize("times", [1, 2, 5])
def test_no_passage_comes_to_more_than_its_candidate_says(
    usual: int, share: float, times: int
) -> None:
    def bm25(k1: float, b: float, length: float, average: float) -> float:
        return times * (k1 + 1) / (times + k1 * (1 - b + b * length / average))

    ours = bm25(0.9, 0.4, share * usual, usual)
    theirs = bm25(1.2, 0.75, share * usual + 50, usual + 50)
    assert ours <= _slack(usual) * theirs + 1e-9
