"""Files to articles that are ready to be stored, in other processes where there is much to do."""

from __future__ import annotations

import os
import time
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
from retrieval.index.disk.prepared import Batch, FileRead, Place, prepare, state_of
from retrieval.reading.files import read_alone, read_file
from retrieval.reading.metadata import Metadata
from retrieval.reading.source import UnreadableError

_MUCH = 4_000_000
"""Bytes that are worth other processes, each of which takes half a second to start."""

_TASK = 2_000_000  # bytes that are read at a time
_LARGE = 8_000_000  # bytes of a file that is analyzed a few articles at a time
_FEW = 400
_SETTLED = 2_000_000_000
"""Nanoseconds: a file changed so shortly before it was read may change again and show the same time."""


@dataclass(frozen=True, slots=True)
class File:
    """
    A file to read.

    Attributes:
        name: In the collection.
        folder: Of the collection; None for a file that is one by itself.
        sha256: Of the file when it was read last.
        states: Of the articles that the index has of it; see `Prepared`.
    """

    path: Path
    name: str
    folder: Path | None
    size: int
    known: Metadata
    sha256: bytes | None
    states: Mapping[str, bytes]


Done = tuple[list[FileRead], Batch]


def read(files: Sequence[File]) -> Iterator[Done]:
    """The articles of *files* that are new or changed, in order, a few at a time."""
    jobs = _jobs(files)
    if sum(file.size for file in files) < _MUCH:
        yield from (job() for job in jobs)
        return
    workers = max(1, (os.cpu_count() or 1))
    with ProcessPoolExecutor(workers, get_context("spawn")) as pool:
        try:
            yield from _in_order(jobs, pool, 2 * workers)
        finally:
            pool.shutdown(cancel_futures=True)


def _in_order(
    jobs: Iterable[Callable[[], Done]], pool: ProcessPoolExecutor, ahead: int
) -> Iterator[Done]:
    waiting: deque[Future[Done]] = deque()
    for job in jobs:
        waiting.append(pool.submit(job))
        if len(waiting) > ahead:
            yield waiting.popleft().result()
    while waiting:
        yield waiting.popleft().result()


def _jobs(files: Iterable[File]) -> Iterator[Callable[[], Done]]:
    task: list[File] = []
    for file in files:
        if file.size >= _LARGE:
            found, articles = _read(file)
            some = iter(articles)
            while few := list(islice(some, _FEW)):
                yield partial(_prepared, few)
            yield partial(_told, found)
            continue
        task.append(file)
        if sum(one.size for one in task) >= _TASK:
            yield partial(_done, task)
            task = []
    if task:
        yield partial(_done, task)


def _done(files: Iterable[File]) -> Done:
    pairs = [_read(file) for file in files]
    return [found for found, _ in pairs], prepare(one for _, some in pairs for one in some)


def _prepared(articles: Iterable[tuple[Article, Place]]) -> Done:
    return [], prepare(articles)


def _told(found: FileRead) -> Done:
    return [found], Batch()


def _read(file: File) -> tuple[FileRead, list[tuple[Article, Place]]]:
    """What *file* is now, and its articles that the index does not have as they are."""
    known = repr(file.known)
    try:
        stat = file.path.stat()
        settled = time.time_ns() - stat.st_mtime_ns > _SETTLED
        stamp = (stat.st_size, stat.st_mtime_ns if settled else 0)
        hashed = _hash(file)
    except OSError as error:
        problem = (str(file.path), f"cannot be read ({error.strerror})")
        return FileRead(file.name, 0, 0, known, None, same=False, problems=[problem]), []
    if hashed == file.sha256:
        return FileRead(file.name, *stamp, known, hashed, same=True), []
    found = read_file(file.path, file.folder, file.known) if file.folder else read_alone(file.path)
    articles = {item.id: item for item in found if isinstance(item, Article)}
    problems = [(str(e.path), e.cause) for e in found if isinstance(e, ArticleError)]
    if any(isinstance(item, UnreadableError) for item in found):  # when it is back it is news
        return FileRead(file.name, 0, 0, known, None, same=False, problems=problems), []
    new = [
        (article, Place(file.name, number))
        for number, article in enumerate(articles.values())
        if file.states.get(article.id) != state_of(article)
    ]
    return FileRead(file.name, *stamp, known, hashed, False, list(articles), problems), new


def _hash(file: File) -> bytes:
    """Of the bytes of *file* and of what is known about it elsewhere."""
    hashed = sha256(repr(file.known).encode())
    with file.path.open("rb") as content:
        while some := content.read(1 << 20):
            hashed.update(some)
    return hashed.digest()
