"""Indexes on disk: make them, ask them, compare them, and kill what writes them."""

from __future__ import annotations

import signal
import struct
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from retrieval.collection.disk_store import DiskStore
from retrieval.collection.in_memory import InMemoryCollection
from retrieval.collection.on_disk import OnDiskCollection
from retrieval.collection.protocol import Collection
from retrieval.collection.sync import sync
from retrieval.collection.sync_records import IndexedFolder, SyncReport
from retrieval.index.disk.index import StoredIndex
from retrieval.library import Library
from tests.support.articles import write_article


def open_stored(source: Path, folder: Path) -> Library:
    """Index *source* in *folder*, and open that index."""
    sync(IndexedFolder(source, folder))
    return Library(DiskStore(StoredIndex(folder)))


def find_articles(index: Path, animal: str) -> list[str]:
    """Return the ids of the articles that have that word."""
    library = Library(DiskStore(StoredIndex(index)))
    return [hit.passage.article for hit in library.rank(animal).hits]


def remove_article(folder: Path) -> None:
    (folder / "b.txt").unlink()


def change_article(folder: Path) -> None:
    write_article(folder / "b.txt", "vole")


def add_article(folder: Path) -> None:
    write_article(folder / "d.txt", "vole")


def count_changes(report: SyncReport) -> tuple[int, int, int, int]:
    """Return how many articles were added, changed, removed and left as they were."""
    return report.added, report.changed, report.removed, report.unchanged


def dump(index: Path) -> list[list[tuple[object, ...]]]:
    """Return everything that an index holds, except the numbers that it gave to things."""
    stored = StoredIndex(index)
    connection = stored._connection
    called = dict(connection.execute("SELECT id, term FROM words"))
    numbers = sorted(stored.numbers, key=lambda n: (stored.passages[n].article, n))
    kept = [
        (stored.passages[n].article, *map(called.get, stored.term_sequence(n))) for n in numbers
    ]
    alike = sorted((hash_, *of) for hash_, *of in _sketches(stored))
    return [kept, alike] + [
        connection.execute(query).fetchall()
        for query in (
            "SELECT term, passages, titled, articles, times, capital, small FROM words",
            "SELECT id, file, place, passages, version, state FROM articles ORDER BY id",
            "SELECT * FROM definitions",
            "SELECT name, sha256 FROM files",
            "SELECT name, value FROM about WHERE name IN"
            " ('passages', 'articles', 'titled_length', 'article_length', 'version', 'dates')",
        )
    ]


def _sketches(stored: StoredIndex) -> Iterator[tuple[int, bytes, int]]:
    """Yield each hash of a sketch, with the article's id and the place of a passage that has it."""
    ids = dict(stored._connection.execute("SELECT key, id FROM articles"))
    for bucket, packed in stored._connection.execute("SELECT bucket, packed FROM sketches"):
        for lower, key in struct.iter_unpack("<II", packed):
            yield bucket << 12 | lower >> 20, ids[key], lower & 0xFFFFF


def dump_rebuilt(folder: Path, index: Path) -> list[list[tuple[object, ...]]]:
    """Return what a new index of *folder* holds."""
    other = index.with_name("anew")
    sync(IndexedFolder(folder, other))
    return dump(other)


DIES = """
import os, signal, sys
from pathlib import Path
from retrieval.collection import index_update, sync
from retrieval.index.candidates import tantivy as candidates
from retrieval.index.disk import forward, writer

def dying(real, at):
    def call(*args, **kwargs):
        if at == "before":
            os.kill(os.getpid(), signal.SIGKILL)
        real(*args, **kwargs)
        os.kill(os.getpid(), signal.SIGKILL)
    return call

where, name, at, folder, index = sys.argv[1:]
owner = {"writer": writer.IndexWriter, "candidates": candidates.TantivyWriter, "sql": writer.database,
         "editions": sync.editions, "forward": forward.ForwardWriter, "update": index_update}[where]
setattr(owner, name, dying(getattr(owner, name), at))
sync.sync(sync.IndexedFolder(Path(folder), Path(index), candidates.TANTIVY.without_grace()))
"""


def sync_killed(where: str, name: str, at: str, folder: Path, index: Path) -> None:
    """Sync in a process that is killed before or after the first call of a function."""
    command = [sys.executable, "-c", DIES, where, name, at, str(folder), str(index)]
    done = subprocess.run(command, capture_output=True, check=False)
    assert done.returncode == -signal.SIGKILL, done.stderr


Opens = Callable[[Path], Collection]


def in_memory(folder: Path) -> Collection:
    return InMemoryCollection(folder)


def on_disk(folder: Path) -> OnDiskCollection:
    return OnDiskCollection(IndexedFolder(folder, folder.with_name("index")))


def can_answer(collection: Collection, animal: str) -> bool:
    return collection.library.ask(f"What did the {animal} eat?").answered


def empty_folder(folder: Path) -> None:
    for path in folder.iterdir():
        path.unlink()


def write_zoo(folder: Path) -> Path:
    """Write two articles about animals into a new *folder*, and return it."""
    folder.mkdir()
    write_article(folder / "zoo.txt", "zebra")
    write_article(folder / "farm.txt", "yak")
    return folder
