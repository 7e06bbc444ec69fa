"""A folder of articles that may change, and the `Library` of what it holds now."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from retrieval.articles import Article, ArticleError
from retrieval.engines import EngineError
from retrieval.library import Library
from retrieval.reading import named_once, read
from retrieval.reading.files import known_of, listed, read_alone, read_file
from retrieval.reading.metadata import FolderMetadata, Metadata, read_metadata

if TYPE_CHECKING:
    from retrieval.engines.opensearch import Settings as ClusterSettings
    from retrieval.semantic import Progress as Embedding
    from retrieval.stored.candidates import Home
    from retrieval.stored.sync import Progress, Report

LARGE = 5_000
"""Passages from which on a collection is kept on disk, unless an engine is named."""

_PASSAGE = 450  # bytes, about
_PLAIN = (".txt", ".md", ".jsonl", ".json")
_AROUND = 20  # bytes of other formats for each of the text, about


class Collection(Protocol):
    """`library` is read-only and safe to share; `sync` puts another in its place."""

    @property
    def library(self) -> Library: ...

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
    for file in listed(path):
        if isinstance(file, Path):
            with suppress(OSError):  # it is gone, and who reads it says so
                size += file.stat().st_size // (1 if file.suffix.lower() in _PLAIN else _AROUND)
        if size > limit * _PASSAGE:
            return True
    return False


def is_stored(path: Path, engine: str, semantic: str | None) -> bool:
    """Whether the collection at *path* is kept on disk; with a model of meaning none is."""
    if engine == "auto":
        return not semantic and path.exists() and is_large(path)
    return engine in ("tantivy", "opensearch")


def stored_at(
    path: Path, data: Path, engine: str, cluster: ClusterSettings | None
) -> tuple[Path, Home]:
    """
    The folder of the stored index of the collection at *path*, and where its candidates are.

    Raises:
        EngineError: The engine is opensearch, and there is no *cluster* that can be meant.
    """
    from retrieval.data import index_folder

    if engine == "opensearch":
        if not cluster:
            raise EngineError(
                "The engine opensearch needs OPENSEARCH_URL, the address of a cluster"
            )
        from retrieval.engines.opensearch import Cluster

        return index_folder(data, path, engine), Cluster(cluster)
    from retrieval.stored.candidates import TANTIVY

    return index_folder(data, path), TANTIVY


def chosen(engine: str, cluster: ClusterSettings | None) -> str:
    """The *engine*, where one is named or a cluster is; else still "auto"."""
    return "opensearch" if engine == "auto" and cluster else engine


class InMemory:
    """See `Collection`. Reads only files that changed; what they hold is indexed anew."""

    def __init__(self, path: Path, weigh: Callable[[Library], None] | None = None) -> None:
        """
        Args:
            weigh: Done to each library before it is the one; see `Library.weigh_meaning`.

        Raises:
            ArticleError: As `sync`.
        """
        self._path = path
        self._weigh = weigh
        self._read: dict[str, _Read] = {}
        self._questions: Sequence[str] = ()
        self.library: Library
        self.sync()

    def sync(self) -> bool:
        """See `Collection.sync`."""
        about = read_metadata(self._path) if self._path.is_dir() else FolderMetadata()
        now = {str(path): self._look(path, about) for path in listed(self._path)}
        if self._read and (now, about.questions) == (self._read, self._questions):
            return False
        found = list(named_once((path, item) for path, one in now.items() for item in one.found))
        articles = [item for item in found if isinstance(item, Article)]
        if not articles:
            read(self._path)  # says why
        problems = [item for item in found if isinstance(item, ArticleError)]
        library = Library(articles, problems, about.questions)
        if self._weigh:
            self._weigh(library)
        if self._read:  # the one before is being asked
            library.warm()
        self._read, self._questions, self.library = now, about.questions, library
        return True

    def _look(self, path: Path | ArticleError, about: FolderMetadata) -> _Read:
        before = self._read.get(str(path))
        if isinstance(path, ArticleError):
            return before or _Read((0, 0), Metadata(), (path,))
        try:
            known = known_of(path, self._path, about)
            stat = path.stat()
        except (ArticleError, OSError) as error:
            return _failed(before, path, error)
        stamp = (stat.st_size, stat.st_mtime_ns)
        if before and (before.stamp, before.known) == (stamp, known):
            return before
        found = read_file(path, self._path, known) if self._path.is_dir() else read_alone(path)
        return _Read(stamp, known, tuple(found))


@dataclass(frozen=True, slots=True)
class _Read:
    """A file as it was when it was read, by size and nanoseconds, and what was in it."""

    stamp: tuple[int, int]
    known: Metadata
    found: tuple[Article | ArticleError, ...]


def _failed(before: _Read | None, path: Path, error: ArticleError | OSError) -> _Read:
    """A file that cannot be looked at; the same as *before* where that is nothing new."""
    if not isinstance(error, ArticleError):
        error = ArticleError(path, f"cannot be read ({error.strerror})")
    if before and [str(item) for item in before.found] == [str(error)]:
        return before
    return _Read((0, 0), Metadata(), (error,))


class OnDisk:
    """See `Collection`. What another process commits is taken up too."""

    def __init__(
        self, path: Path, folder: Path, progress: Progress | None = None, home: Home | None = None
    ) -> None:
        """
        Open the index in *folder*; where there is none that can be read it is made.

        Args:
            home: Where its candidates are; without it beside it, in tantivy.

        Raises:
            ArticleError: As `sync`.
            StoreError: It cannot be made.
        """
        from retrieval.stored.candidates import TANTIVY
        from retrieval.stored.database import StoreError

        self._path = path
        self._folder = folder
        self._home = home or TANTIVY
        self.report: Report | None = None
        try:
            self._open()
        except StoreError:
            self.bring(progress)
            self._open()

    def bring(self, progress: Progress | None = None) -> Report:
        """Bring the index in step with the folder; see `stored.sync`. `library` stays what it is."""
        from retrieval.stored.sync import sync

        self.report = sync(self._path, self._folder, progress, self._home)
        return self.report

    def sync(self) -> bool:
        """See `Collection.sync`."""
        from retrieval.stored.database import StoreError
        from retrieval.stored.index import generation_of

        try:
            self.bring()
        except StoreError:
            if generation_of(self._folder) == self._generation:
                raise
        if generation_of(self._folder) == self._generation:
            return False
        self._open(warm=True)
        return True

    def _open(self, *, warm: bool = False) -> None:
        from retrieval.stored.index import StoredIndex
        from retrieval.stored.library import StoredLibrary

        index = StoredIndex(self._folder, self._home)
        library = StoredLibrary(index)
        if warm:
            library.warm()
        self._generation: int = index.about["generation"]
        self.library: Library = library


def open_collection(
    path: Path,
    engine: str = "auto",
    semantic: str | None = None,
    data: Path | None = None,
    embedding: Embedding | None = None,
    progress: Progress | None = None,
    cluster: ClusterSettings | None = None,
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
        cluster: Of OpenSearch, where there is one.

    Raises:
        ArticleError: *path* is missing, or holds no article that can be read.
        SemanticError: The model cannot be loaded, or the engine has none.
        EngineError: The index cannot be made.
    """
    engine = chosen(engine, cluster)
    if is_stored(path, engine, semantic):
        from retrieval.data import default_data

        if semantic:
            from retrieval.semantic import SemanticError

            raise SemanticError("Closeness in meaning needs the engine rank-bm25")
        folder, home = stored_at(path, data or default_data(), engine, cluster)
        return OnDisk(path, folder, progress, home)

    def weigh(library: Library) -> None:
        from retrieval.semantic import claim

        assert semantic
        library.weigh_meaning(semantic, claim(data, path) if data else None, embedding)

    return InMemory(path, weigh if semantic else None)
