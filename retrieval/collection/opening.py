"""Which engine keeps a collection, where, and opening it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from retrieval.articles import EngineError
from retrieval.collection import on_disk, stored_meaning, sync_records
from retrieval.collection.in_memory import InMemoryCollection
from retrieval.collection.protocol import Collection
from retrieval.index.candidates.opensearch import store
from retrieval.index.data_folders import default_data, index_folder
from retrieval.library import Library
from retrieval.reader import selection
from retrieval.reader.records import OFF
from retrieval.reading.listing import ListedFile, list_collection
from retrieval.semantic import storage

if TYPE_CHECKING:
    from retrieval.collection.stored_meaning import StoredMeaning
    from retrieval.collection.sync_records import IndexedFolder, SyncProgress
    from retrieval.index.candidates.opensearch.settings import ClusterSettings
    from retrieval.receipts.versions import Versions
    from retrieval.semantic.vectors import EmbeddingProgress

MEMORY_PASSAGES = 5_000
"""Passages up to which a collection is kept in memory, by default."""

_PASSAGE_BYTES = 450  # about
_PLAIN_FORMATS = (".txt", ".md", ".jsonl", ".json")
_BYTES_PER_TEXT_BYTE = 20  # in the other formats, about


@dataclass(frozen=True, slots=True)
class CollectionOptions:
    """
    Which collection is meant, and how it is kept.

    Attributes:
        path: The folder of articles, or the single file.
        data: The folder for everything that is made of the articles. None is the platform's data
            folder, and leaves embeddings unsaved.
        engine: One of `index.protocol.ENGINES`; see `resolved` for "auto".
        semantic: The model for closeness in meaning, if any; see `semantic.load_embedding_model`.
        cluster: The OpenSearch cluster, if there is one.
        memory_passages: The most passages that "auto" keeps in memory.
        reader: What reads the best candidates; see `selection.open_reader`.
    """

    path: Path
    data: Path | None = None
    engine: str = "auto"
    semantic: str | None = None
    cluster: ClusterSettings | None = None
    memory_passages: int = MEMORY_PASSAGES
    reader: str = OFF

    @property
    def data_folder(self) -> Path:

        return self.data or default_data()

    @property
    def is_stored(self) -> bool:
        """Whether the engine keeps the index on disk; meaningful once `resolved`."""
        return self.engine in ("tantivy", "opensearch")

    def resolved(self) -> CollectionOptions:
        """
        Return the same options with the engine that "auto" stands for.

        "auto" is the cluster if there is one, else tantivy for a large collection and rank-bm25 for
        others.
        """
        if self.engine != "auto":
            return self
        if self.cluster:
            return replace(self, engine="opensearch")
        large = self.path.exists() and self.is_large()
        return replace(self, engine="tantivy" if large else "rank-bm25")

    def is_large(self) -> bool:
        """Return whether the files come to more than about `memory_passages` passages."""
        size = 0
        for seen in list_collection(self.path):
            if isinstance(seen, ListedFile):
                plain = seen.name.lower().endswith(_PLAIN_FORMATS)
                size += seen.stamp[0] // (1 if plain else _BYTES_PER_TEXT_BYTE)
            if size > self.memory_passages * _PASSAGE_BYTES:
                return True
        return False

    def indexed(self, versions: Versions | None = None) -> IndexedFolder:
        """
        Return where the index is on disk: the cluster's if that is the engine, else tantivy's.

        Raises:
            EngineError: The engine is opensearch, and no cluster is set.
        """

        if self.engine != "opensearch" and not (self.engine == "auto" and self.cluster):
            folder = index_folder(self.data_folder, self.path)
            return sync_records.IndexedFolder(self.path, folder, versions=versions)
        if not self.cluster:
            raise EngineError(
                "The engine opensearch needs OPENSEARCH_URL, the address of a cluster"
            )

        folder = index_folder(self.data_folder, self.path, "opensearch")
        return sync_records.IndexedFolder(
            self.path, folder, store.OpenSearchStore(self.cluster), versions
        )

    def stored_meaning(self, *, on_demand: bool) -> StoredMeaning | None:
        """
        Return the model of meaning for an index on disk, if there is to be one.

        Raises:
            ModelError: It cannot be loaded.
        """
        if not self.semantic:
            return None
        folder = self.indexed().folder
        return stored_meaning.StoredMeaning(self.semantic, folder, on_demand=on_demand)


def open_collection(
    options: CollectionOptions,
    versions: Versions | None = None,
    progress: SyncProgress | None = None,
    embedding: EmbeddingProgress | None = None,
    *,
    on_demand: bool = True,
) -> Collection:
    """
    Open a collection.

    Args:
        versions: Keeps articles as they were before they changed or were removed.
        progress: Called while the index is built, if there is none yet.
        embedding: Called while embeddings are made for a collection in memory.
        on_demand: Whether a question waits until its candidates on disk are embedded. Otherwise it is answered
            with the vectors that there are; see `Collection.embed_missing`.

    Raises:
        ArticleError: The path does not exist, or holds no article that can be read.
        ModelError: A model cannot be loaded.
        EngineError: The index cannot be built.
    """
    options = options.resolved()
    reader = selection.open_reader(options.reader)
    if options.is_stored:
        indexed = options.indexed(versions)
        meaning = options.stored_meaning(on_demand=on_demand)
        return on_disk.OnDiskCollection(indexed, progress, reader, meaning)

    def weigh(library: Library) -> None:

        assert options.semantic
        vectors = storage.claim_folder(options.data, options.path) if options.data else None
        library.weigh_meaning(options.semantic, vectors, embedding)

    return InMemoryCollection(options.path, weigh if options.semantic else None, versions, reader)
