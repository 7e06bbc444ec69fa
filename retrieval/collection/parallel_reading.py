"""Read files into articles that are ready to be stored, in other processes if there is much to read."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from itertools import islice
from multiprocessing import get_context
from pathlib import Path

from retrieval.articles import Article, ArticleError
from retrieval.collection.changes import is_settled
from retrieval.index.disk.prepared import Batch, FileRecord, Origin, hash_state, prepare
from retrieval.reading.files import read_file, read_single_file
from retrieval.reading.metadata import Metadata
from retrieval.reading.source import UnreadableError

_PARALLEL = 4_000_000
"""Bytes from which other processes pay off: each takes half a second to start."""

_TASK = 2_000_000  # bytes that one task reads
_LARGE_FILE = 8_000_000  # bytes of a file that is analyzed a few articles at a time
_FEW_ARTICLES = 400


@dataclass(frozen=True, slots=True)
class FileToRead:
    """
    A file to read.

    Attributes:
        name: Its name in the collection.
        folder: The folder of the collection; None for a collection that is a single file.
        sha256: See `_hash`, when the file was last read.
        states: The states of its articles in the index, by id; see `PreparedArticle`.
    """

    path: Path
    name: str
    folder: Path | None
    size: int
    known: Metadata
    sha256: bytes | None
    states: Mapping[str, bytes]


Step = tuple[list[FileRecord], Batch]
"""Files that are finished, and articles of these and of others."""


def read_files(files: Sequence[FileToRead]) -> Iterator[Step]:
    """Yield the new or changed articles of *files* in order, a few at a time."""
    tasks = _tasks(files)
    if sum(file.size for file in files) < _PARALLEL:
        yield from (task() for task in tasks)
        return
    workers = max(1, (os.cpu_count() or 1))
    with ProcessPoolExecutor(workers, get_context("spawn")) as pool:
        try:
            yield from _in_order(tasks, pool, 2 * workers)
        finally:
            pool.shutdown(cancel_futures=True)


def _in_order(
    tasks: Iterable[Callable[[], Step]], pool: ProcessPoolExecutor, ahead: int
) -> Iterator[Step]:
    waiting: deque[Future[Step]] = deque()
    for task in tasks:
        waiting.append(pool.submit(task))
        if len(waiting) > ahead:
            yield waiting.popleft().result()
    while waiting:
        yield waiting.popleft().result()


def _tasks(files: Iterable[FileToRead]) -> Iterator[Callable[[], Step]]:
    group: list[FileToRead] = []
    for file in files:
        if file.size >= _LARGE_FILE:
            outcome, articles = _read(file)
            remaining = iter(articles)
            while few := list(islice(remaining, _FEW_ARTICLES)):
                yield partial(_prepare_articles, few)
            yield partial(_finish_file, outcome)
            continue
        group.append(file)
        if sum(file.size for file in group) >= _TASK:
            yield partial(_read_group, group)
            group = []
    if group:
        yield partial(_read_group, group)


def _read_group(files: Iterable[FileToRead]) -> Step:
    pairs = [_read(file) for file in files]
    articles = (article for _, articles in pairs for article in articles)
    return [outcome for outcome, _ in pairs], prepare(articles)


def _prepare_articles(articles: Iterable[tuple[Article, Origin]]) -> Step:
    return [], prepare(articles)


def _finish_file(outcome: FileRecord) -> Step:
    return [outcome], Batch()


def _read(file: FileToRead) -> tuple[FileRecord, list[tuple[Article, Origin]]]:
    """Return what *file* is now, and its articles that the index does not have as they are."""
    known = repr(file.known)
    try:
        stat = file.path.stat()
        stamp = (stat.st_size, stat.st_mtime_ns if is_settled(stat.st_mtime_ns) else 0)
        digest = _hash(file)
    except OSError as error:
        problem = (str(file.path), f"cannot be read ({error.strerror})")
        return FileRecord(file.name, 0, 0, known, None, same=False, problems=[problem]), []
    if digest == file.sha256:
        return FileRecord(file.name, *stamp, known, digest, same=True), []
    items = (
        read_file(file.path, file.folder, file.known)
        if file.folder
        else read_single_file(file.path)
    )
    articles = {item.id: item for item in items if isinstance(item, Article)}
    problems = [(str(e.path), e.cause) for e in items if isinstance(e, ArticleError)]
    if any(isinstance(item, UnreadableError) for item in items):  # counts as new when it is back
        return FileRecord(file.name, 0, 0, known, None, same=False, problems=problems), []
    new = [
        (article, Origin(file.name, number))
        for number, article in enumerate(articles.values())
        if file.states.get(article.id) != hash_state(article)
    ]
    return FileRecord(file.name, *stamp, known, digest, False, list(articles), problems), new


def _hash(file: FileToRead) -> bytes:
    """Return the hash of the bytes of *file* and of what is known about it elsewhere."""
    digest = sha256(repr(file.known).encode())
    with file.path.open("rb") as content:
        while block := content.read(1 << 20):
            digest.update(block)
    return digest.digest()
