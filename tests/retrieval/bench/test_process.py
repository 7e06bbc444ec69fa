"""A contestant in a process of its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from retrieval.articles import Article
from retrieval.bench.collection import BenchError
from retrieval.bench.making import make_collection
from retrieval.bench.process import Process


def test_a_contestant_that_fails_is_told_and_the_process_is_gone(
    real: list[Article], tmp_path: Path
) -> None:
    collection = make_collection(real, 20, tmp_path)
    with (
        Process("tantivy", collection, tmp_path / "nothing") as process,
        pytest.raises(BenchError, match="it failed at “open”"),
    ):
        process.call("open", question=("Yak?", ["yak"]))
