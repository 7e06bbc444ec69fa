"""A folder of articles that may change, and the `Library` of what it holds now."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING, NamedTuple, Protocol

from retrieval.articles import Article, ArticleError, EngineError, StoreError
from retrieval.library import Library
from retrieval.reading import named_once, read
from retrieval.reading.files import read_alone, read_file
from retrieval.reading.listing import Seen, UnreadableFolderError, listed
from retrieval.reading.metadata import FolderMetadata, Metadata, read_metadata

if TYPE_CHECKING:
    from retrieval.collection.sync import Progress, Report
    from retrieval.index.candidates.opensearch.settings import ClusterSettings
    from retrieval.index.candidates.protocol import CandidateStore
    from retrieval.receipts.versions import Versions
    from retrieval.semantic import Progress as Embedding

LARGE = 5_000
"""Passages up to which a collection is kept in memory, unless that is set or an engine is named."""

_PATIENCE = 0.5
"""Seconds for a look at a folder, before a question is answered without one."""

_FEW, _LITTLE = 100, 1_000_000
"""Most files, and bytes of them, that are read before a question is answered."""

_PASSAGE = 450  # bytes, about
_PLAIN = (".txt", ".md", ".jsonl", ".json")
_AROUND = 20  # bytes of other formats for each of the text, about


class Changes(NamedTuple):
    """How many articles are otherwise than they were."""

    added: int = 0
    changed: int = 0
    removed: int = 0


class Kept(NamedTuple):
    """By which engine an index is kept, and in how many bytes of this disk."""

    engine: str
    size: int


class Collection(Protocol):
    """
    `library` is read-only and safe to share; `sync` puts another in its place.

    Attributes:
        lock: Held by the one thread that may bring it in step, or do what another would disturb.
        changes: What the last `sync` found.
    """

    lock: RLock
    changes: Changes

    @property
    def library(self) -> Library: ...

    @property
    def kept(self) -> Kept: ...

    @property
    def trouble(self) -> str | None:
        """What went wrong last with earlier versions of the articles; see `Versions.problem`."""
        ...

    def sync(self) -> bool:
        """
        Bring `library` in step with the folder; others may read it meanwhile.

        Returns:
            Whether it is another than before.

        Raises:
            ArticleError: The folder is missing, holds no article, or its `articles.toml` is at fault.
        """
        ...


def is_large(path: Path, limit: int = LARGE) -> bool:
    """Whether the files at *path* come to more than about *limit* passages."""
    size = 0
    for seen in listed(path):
        if isinstance(seen, Seen):
            size += seen.stamp[0] // (1 if seen.name.lower().endswith(_PLAIN) else _AROUND)
        if size > limit * _PASSAGE:
            return True
    return False


def is_stored(path: Path, engine: str, semantic: str | None, limit: int = LARGE) -> bool:
    """Whether the collection at *path* is kept on disk; with a model of meaning none is."""
    if engine == "auto":
        return not semantic and path.exists() and is_large(path, limit)
    return engine in ("tantivy", "opensearch")


def stored_at(
    path: Path, data: Path, engine: str, cluster: ClusterSettings | None
) -> tuple[Path, CandidateStore]:
    """
    The folder of the stored index of the collection at *path*, and where its candidates are.

    Raises:
        EngineError: The engine is opensearch, and there is no *cluster* that can be meant.
    """
    from retrieval.index.data_folders import index_folder

    if engine == "opensearch":
        if not cluster:
            raise EngineError(
                "The engine opensearch needs OPENSEARCH_URL, the address of a cluster"
            )
        from retrieval.index.candidates.opensearch.store import OpenSearchStore

        return index_folder(data, path, engine), OpenSearchStore(cluster)
    from retrieval.index.candidates.tantivy import TANTIVY

    return index_folder(data, path), TANTIVY


def chosen(engine: str, cluster: ClusterSettings | None) -> str:
    """The *engine*, where one is named or a cluster is; else still "auto"."""
    return "opensearch" if engine == "auto" and cluster else engine


class InMemory:
    """See `Collection`. Reads only files that changed; what they hold is indexed anew."""

    def __init__(
        self,
        path: Path,
        weigh: Callable[[Library], None] | None = None,
        versions: Versions | None = None,
    ) -> None:
        """
        Args:
            weigh: Done to each library before it is the one; see `Library.weigh_meaning`.
            versions: Keeps the articles as they are, for when they change or are removed.

        Raises:
            ArticleError: As `sync`.
        """
        self._path = path
        self._weigh = weigh
        self._versions = versions
        self._read: dict[str, _Read] = {}
        self._told: tuple[Sequence[str], frozenset[str]] = ((), frozenset())
        self.lock = RLock()
        self.changes = Changes()
        self.library: Library
        self.sync()

    @property
    def kept(self) -> Kept:
        """See `Collection`."""
        return Kept("rank-bm25", 0)

    @property
    def trouble(self) -> str | None:
        """See `Collection`."""
        return self._versions.problem if self._versions else None

    def sync(self) -> bool:
        """See `Collection.sync`."""
        with self.lock:
            self.changes = Changes()
            is_other = self._bring()
            if self._versions:
                if is_other:
                    self._versions.keep(self.library.articles.values())
                self._versions.sweep(self.library.hashes)
            return is_other

    def _bring(self) -> bool:
        about = read_metadata(self._path) if self._path.is_dir() else FolderMetadata()
        now = dict(self._now(about))
        told = about.questions, about.forgotten
        if self._read and (now, told) == (self._read, self._told):
            return False
        found = list(named_once((path, item) for path, one in now.items() for item in one.found))
        articles = [i for i in found if isinstance(i, Article) and i.id not in about.forgotten]
        if not articles:
            read(self._path)  # says why
        problems = [item for item in found if isinstance(item, ArticleError)]
        library = Library.of(articles, problems, about.questions)
        if self._weigh:
            self._weigh(library)
        if self._read:  # the one before is being asked
            library.warm(self.library)
            self.changes = _changes(self.library.articles, library.articles)
        self._read, self._told, self.library = now, told, library
        return True

    def _now(self, about: FolderMetadata) -> Iterator[tuple[str, _Read]]:
        """What is read by path, also of a folder that cannot be looked into for now."""
        for seen in listed(self._path):
            if isinstance(seen, Seen):
                yield seen.path, self._look(seen, about.entries.get(seen.name, Metadata()))
                continue
            if isinstance(seen, UnreadableFolderError):
                inside = f"{seen.path}{os.sep}"
                yield from (pair for pair in self._read.items() if pair[0].startswith(inside))
            yield str(seen), self._read.get(str(seen)) or _Read(None, Metadata(), (seen,))

    def _look(self, seen: Seen, known: Metadata) -> _Read:
        before = self._read.get(seen.path)
        if before and (before.seen, before.known) == (seen, known):
            return before
        path = Path(seen.path)
        found = read_file(path, self._path, known) if self._path.is_dir() else read_alone(path)
        return _Read(seen, known, tuple(found))


def _changes(before: Mapping[str, Article], now: Mapping[str, Article]) -> Changes:
    changed = sum(1 for id_, one in now.items() if id_ in before and before[id_] != one)
    return Changes(len(now.keys() - before.keys()), changed, len(before.keys() - now.keys()))


@dataclass(frozen=True, slots=True)
class _Read:
    """A file as it was seen when it was read, and what was in it; or what was wrong with seeing it."""

    seen: Seen | None
    known: Metadata
    found: tuple[Article | ArticleError, ...]


class OnDisk:
    """See `Collection`. What another process commits is taken up too."""

    def __init__(
        self,
        path: Path,
        folder: Path,
        progress: Progress | None = None,
        store: CandidateStore | None = None,
        versions: Versions | None = None,
    ) -> None:
        """
        Open the index in *folder*; where there is none that can be read it is made.

        Args:
            store: Where its candidates are; without it beside it, in tantivy.
            versions: Keeps articles as they were before they changed, or were removed.

        Raises:
            ArticleError: As `sync`.
            EngineError: It cannot be made.
        """
        from retrieval.index.candidates.tantivy import TANTIVY

        self._path = path
        self._folder = folder
        self._store = store or TANTIVY
        self._versions = versions
        self.lock = RLock()
        self.changes = Changes()
        self.report: Report | None = None
        try:
            self._open()
        except StoreError:
            self.bring(progress)
            self._open()

    def bring(self, progress: Progress | None = None) -> Report:
        """Bring the index in step with the folder; see `stored.sync`. `library` stays what it is."""
        from retrieval.collection.sync import sync

        self.report = sync(self._path, self._folder, progress, self._store, versions=self._versions)
        return self.report

    @property
    def kept(self) -> Kept:
        """See `Collection`."""
        from retrieval.index.candidates.tantivy import TANTIVY

        size = 0
        for path in self._folder.rglob("*"):
            with suppress(OSError):  # swept away meanwhile
                size += path.stat().st_size
        return Kept("tantivy" if self._store is TANTIVY else "opensearch", size)

    @property
    def trouble(self) -> str | None:
        """See `Collection`."""
        return self._versions.problem if self._versions else None

    def sync(self) -> bool:
        """See `Collection.sync`."""
        with self.lock:
            is_other = self._take_up()
            if self._versions:
                self._versions.sweep(self.library.hashes)
            return is_other

    def _take_up(self) -> bool:
        from retrieval.index.disk.index import commit_of

        self.changes = Changes()
        try:
            report = self.bring()
            self.changes = Changes(report.added, report.changed, report.removed)
        except EngineError:
            if commit_of(self._folder) == self._commit:
                raise
        if commit_of(self._folder) == self._commit:
            return False
        self._open(self.library)
        return True

    def catch_up(self) -> str | None:
        """
        Bring `library` in step with the folder where that is little work; no file is opened to tell.

        Returns:
            A sentence where it stays as it was when it was last indexed.
        """
        from retrieval.collection.changes import glance
        from retrieval.collection.sync import EMPTIED, why_anew

        try:
            found = glance(self._path, self._folder, _PATIENCE)
            if not found.changes:
                return None
            if not found.found:
                return f"{self._path}: {EMPTIED}"
            files = "1 file" if found.changes == 1 else f"{found.changes:,} files"
            changed = f"{files} changed since {self._path} was indexed"
            if found.changes > _FEW or found.size > _LITTLE or why_anew(self._folder, self._store):
                return f"{changed}: `cuttings index` brings the index in step"
            self.bring()
        except TimeoutError:
            return (
                f"{self._path} takes long to look through, so this is as it was when it was indexed: "
                "`cuttings index` brings the index in step"
            )
        except (ArticleError, EngineError) as error:
            return f"{error}; this is as it was when it was indexed"
        self._open()
        return None

    def _open(self, before: Library | None = None) -> None:
        """
        Args:
            before: One that is being asked, and goes on until this one is warm.
        """
        from retrieval.collection.disk_store import DiskStore
        from retrieval.index.disk.index import StoredIndex

        index = StoredIndex(self._folder, self._store)
        library = Library(DiskStore(index))
        if before:
            library.warm(before)
        self._commit = index.commit
        self.library: Library = library


def open_collection(
    path: Path,
    engine: str = "auto",
    semantic: str | None = None,
    data: Path | None = None,
    embedding: Embedding | None = None,
    progress: Progress | None = None,
    limit: int = LARGE,
    cluster: ClusterSettings | None = None,
    versions: Versions | None = None,
) -> Collection:
    """
    The collection at *path*, a folder or a single file.

    Args:
        engine: One of `engines.ENGINES`; "auto" takes the *cluster*, if there is one, and without one
            keeps large collections on disk.
        semantic: See `Library.open`.
        data: A folder for what is costly to make; without it where the platform keeps such.
        embedding: Told how many vectors are made.
        progress: Told how much is indexed, where there is no index yet.
        limit: Passages up to which "auto" keeps a collection in memory.
        cluster: Of OpenSearch, where there is one.
        versions: Keeps articles as they were before they changed, or were removed.

    Raises:
        ArticleError: *path* is missing, or holds no article that can be read.
        SemanticError: The model cannot be loaded, or the engine has none.
        EngineError: The index cannot be made.
    """
    engine = chosen(engine, cluster)
    if is_stored(path, engine, semantic, limit):
        from retrieval.index.data_folders import default_data

        if semantic:
            from retrieval.semantic import SemanticError

            raise SemanticError("Closeness in meaning needs the engine rank-bm25")
        folder, store = stored_at(path, data or default_data(), engine, cluster)
        return OnDisk(path, folder, progress, store, versions)

    def weigh(library: Library) -> None:
        from retrieval.semantic import claim

        assert semantic
        library.weigh_meaning(semantic, claim(data, path) if data else None, embedding)

    return InMemory(path, weigh if semantic else None, versions)
