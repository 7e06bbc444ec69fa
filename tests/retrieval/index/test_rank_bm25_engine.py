"""BM25 in memory: its scores are those of rank-bm25, and its best come first."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.index.rank_bm25_engine import RankBm25

TERMS = st.lists(st.sampled_from(["a", "b", "c", "d", "e", "f"]), max_size=8)


@given(st.lists(TERMS, min_size=1, max_size=12).filter(any), TERMS)
def test_scores_are_those_of_the_library(passages: list[list[str]], query: list[str]) -> None:
    engine = RankBm25(passages)
    expected = engine.get_scores(sorted(set(query)))
    scores = dict(engine.search(dict.fromkeys(query, 1.0), len(passages)))
    assert sorted(scores) == list(np.flatnonzero(expected))
    assert list(scores.values()) == pytest.approx([expected[n] for n in scores], rel=1e-5)


@given(st.lists(TERMS, min_size=1, max_size=12), TERMS, st.integers(1, 5))
def test_the_best_come_first_and_equals_in_order(
    passages: list[list[str]], query: list[str], k: int
) -> None:
    engine = RankBm25(passages)
    weights = dict.fromkeys(query, 1.0)
    everything = engine.search(weights, 99)
    assert everything == sorted(everything, key=lambda hit: (-hit[1], hit[0]))
    assert engine.search(weights, k) == everything[:k]


@pytest.mark.parametrize("copies", [1, 2])
def test_a_match_scores_above_zero_however_small_the_collection(copies: int) -> None:
    assert [score > 0 for _, score in RankBm25([["a"]] * copies).search({"a": 1.0}, 9)] == [
        True
    ] * copies


def test_a_passage_that_shares_no_term_is_no_hit() -> None:
    engine = RankBm25([["a"], ["b"], []])
    assert [number for number, _ in engine.search({"a": 1.0, "z": 1.0}, 9)] == [0]
    assert "a" in engine
    assert "z" not in engine
    assert engine.idf_of("z") > engine.idf_of("a")


def test_a_weight_scales_what_its_term_adds() -> None:
    engine = RankBm25([["a", "b"], ["a"]])
    [(_, whole), _] = engine.search({"b": 1.0, "a": 0.0001}, 2)
    [(_, half), _] = engine.search({"b": 0.5, "a": 0.0001}, 2)
    assert half == pytest.approx(whole / 2, rel=1e-3)
