"""The engine of an index on disk: it scores as the engine in memory does."""

from __future__ import annotations

from pathlib import Path

import pytest

from retrieval.collection.opening import CollectionOptions, open_collection
from retrieval.index.candidates.opensearch.settings import ClusterSettings
from tests.support.collections import questions, top
from tests.support.paths import SEEDS, XQUAD


@pytest.mark.parametrize("engine", ["tantivy", "opensearch"])
@pytest.mark.parametrize("source", [SEEDS, XQUAD / "corpus.jsonl"], ids=["seeds", "xquad"])
def test_the_same_collection_gives_the_same_best_ten(
    source: Path, engine: str, osmem_url: str, tmp_path: Path
) -> None:
    memory = open_collection(CollectionOptions(source, engine="rank-bm25")).library
    cluster = ClusterSettings(osmem_url, shards=3, replicas=0)
    other = open_collection(CollectionOptions(source, tmp_path, engine, cluster=cluster)).library
    for question in questions():
        best = [(hit.passage, hit.score) for hit in other.rank(question).hits[:10]]
        assert best == top(memory.rank(question)), question
