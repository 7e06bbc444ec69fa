"""What a collection in a search cluster answers, and what the cluster holds."""

from __future__ import annotations

from pathlib import Path

from retrieval.collection.disk_store import DiskStore
from retrieval.index.candidates.opensearch.store import OpenSearchStore
from retrieval.index.disk.index import StoredIndex
from retrieval.library import Library


def open_library(index: Path, store: OpenSearchStore) -> Library:
    return Library(DiskStore(StoredIndex(index, store)))


def finds(library: Library, animal: str) -> list[str]:
    return [hit.passage.article for hit in library.rank(animal).hits]


def builds(store: OpenSearchStore) -> dict[str, list[str]]:
    """Return the indexes in the cluster, each with its aliases."""
    indexes = store.client.write(lambda c: c.indices.get_alias(index="cuttings-*"))
    return {name: list(build["aliases"]) for name, build in indexes.items()}


def count_passages(store: OpenSearchStore) -> int:
    """Return how many passages are in the cluster, of whichever collection."""
    count: int = store.client.write(lambda c: c.count(index="cuttings-*"))["count"]
    return count
