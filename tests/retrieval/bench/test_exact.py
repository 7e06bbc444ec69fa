"""An engine is compared with exact BM25."""

from __future__ import annotations

from pathlib import Path

import pytest

from retrieval.bench.collection import BenchCollection, Question
from retrieval.bench.exact import share_equal


@pytest.mark.parametrize(
    ("results", "equal"),
    [
        ([("a", 0), ("b", 0)], 1),
        ([("b", 0), ("a", 0)], 1),  # they score the same
        ([("a", 0), ("c", 0)], 0),
        ([("a", 0)], 0),
        ([], 0),
    ],
)
def test_an_engine_is_held_against_exact_scores(
    tmp_path: Path, results: list[tuple[str, int]], equal: float
) -> None:
    collection = BenchCollection(tmp_path)
    collection.terms.write_text("yak ate\nyak ate\nvole slept all of day\n")
    collection.places.write_text('["a", 0]\n["b", 0]\n["c", 0]\n')
    questions = [Question("Yak?", ["yak"])]
    assert share_equal(collection, questions, [results], 10) == equal
