"""Bring a stored index in step with a folder of articles, which is the truth."""

from __future__ import annotations

import json
import sqlite3
import time
from collections.abc import Callable, Collection, Mapping
from contextlib import closing
from dataclasses import dataclass, replace
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

import retrieval
from retrieval.articles import ArticleError
from retrieval.reading.files import known_of, listed
from retrieval.reading.metadata import FolderMetadata, read_metadata
from retrieval.stored import database, records
from retrieval.stored.candidates import TANTIVY, Home
from retrieval.stored.database import StoreError
from retrieval.stored.index import StoredIndex
from retrieval.stored.library import StoredLibrary
from retrieval.stored.locking import only_writer
from retrieval.stored.prepared import Batch, prepare
from retrieval.stored.reading import File, FileRead, read
from retrieval.stored.writer import Writer, empty, long_gone

_MUCH = 20_000_000
"""Bytes to read that make it worth to write the index with more memory."""

_OTHER = 0.1
"""Share of a collection that has to be new before it is asked again what it reaches by chance."""

Progress = Callable[["Done"], None]


class Done(NamedTuple):
    """How far a synchronization is. `size` and `sizes` are bytes, of the files read and of all."""

    files: int
    of_files: int
    passages: int
    size: int
    sizes: int


@dataclass(frozen=True, slots=True)
class Report:
    """
    What a synchronization did.

    Attributes:
        added, changed, removed, unchanged: Articles.
        problems: Files, or parts of them, that could not be read; everything else is in.
        passages: That are in the index now.
        rebuilt: Why it was made from nothing although there was one; None when it was not.
    """

    added: int
    changed: int
    removed: int
    unchanged: int
    problems: tuple[ArticleError, ...]
    passages: int
    seconds: float
    rebuilt: str | None = None

    @property
    def is_news(self) -> bool:
        """Whether anything is otherwise than before."""
        return bool(self.added or self.changed or self.removed or self.rebuilt)


def sync(
    source: Path,
    folder: Path,
    progress: Progress | None = None,
    home: Home = TANTIVY,
    *,
    rebuild: bool = False,
) -> Report:
    """
    Make the index in *folder* that of the articles in *source*, a folder or a single file.

    It is committed slice by slice, and can be read all the while. Whatever stops this leaves the last
    commit, and the next time finishes the work.

    Raises:
        ArticleError: *source* is missing, or its `articles.toml` is at fault.
        StoreError: Another process writes there, or there is no space.
    """
    started = time.monotonic()
    listed(source)  # before anything is made for it
    about = read_metadata(source) if source.is_dir() else FolderMetadata()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with only_writer(folder):
            connection, rebuilt = _opened(folder, home, rebuild=rebuild)
            with closing(connection):
                try:
                    report = _Sync(source, about, folder, home, connection).run(progress)
                    home.settle(database.about(connection))
                except sqlite3.DatabaseError as error:
                    if isinstance(error, sqlite3.OperationalError) or rebuilt:
                        raise
                    damaged = str(error)
                else:
                    return replace(report, seconds=time.monotonic() - started, rebuilt=rebuilt)
    except (OSError, sqlite3.DatabaseError) as error:
        cause = getattr(error, "strerror", None) or str(error)
        raise StoreError(
            f"The index in {folder} cannot be written ({cause}); what it held is still there"
        ) from error
    report = sync(source, folder, progress, home, rebuild=True)
    return replace(report, rebuilt=f"it was damaged ({damaged})")


def _opened(folder: Path, home: Home, *, rebuild: bool) -> tuple[sqlite3.Connection, str | None]:
    """The database, and why it was made anew, if there was one that cannot be used."""
    made_by = _made_by()
    cause: str | None = None
    if (folder / database.FILE).exists():
        cause = "that was asked for" if rebuild else _unusable(folder, home, made_by)
        if cause is None:
            return database.open_to_write(folder), None
    for path in folder.glob(f"{database.FILE}*"):
        path.unlink()
    return empty(folder, made_by, home), cause


def _unusable(folder: Path, home: Home, made_by: str) -> str | None:
    """Why the index in *folder* is no use; None when it is."""
    try:
        with closing(database.open_to_read(folder)) as connection:
            about = database.sound(connection)
        if about["made_by"] != made_by:
            return "it was made by another version"
        if about["generation"]:
            StoredIndex(folder, home).close()
    except (StoreError, sqlite3.DatabaseError):
        return "it was damaged, or made by another version"
    return None if home.has(about) else "its candidates were gone"


@cache
def _made_by() -> str:
    """Changes with the code that makes what is kept: an index of other code is another index."""
    hashed = sha256()
    root = Path(retrieval.__file__).parent
    for name in _MAKERS:
        for path in sorted((root / name).glob("*.py")) if "." not in name else [root / name]:
            hashed.update(path.read_bytes())
    return hashed.hexdigest()[:16]


_MAKERS = (
    "acronyms.py",
    "analysis.py",
    "analyzed.py",
    "articles.py",
    "engines",
    "languages.py",
    "passages.py",
    "reading",
    "sentences.py",
    "spelling.py",
    "stored",
    "vocabulary.py",
    # What the collection reaches by chance is kept too.
    "calibration.py",
    "confidence.json",
    "confidence.py",
    "evidence.py",
    "excerpts.py",
    "ranking.py",
)


class _Known(NamedTuple):
    """A file as it was when it was read last."""

    size: int
    modified: int
    sha256: bytes | None
    known: str
    again: bool


class _Sync:
    def __init__(
        self,
        source: Path,
        about: FolderMetadata,
        folder: Path,
        home: Home,
        connection: sqlite3.Connection,
    ) -> None:
        self._source = source
        self._about = about
        self._folder = folder
        self._home = home
        self._connection = connection
        self._added: set[str] = set()
        self._changed: set[str] = set()
        self._removed: set[str] = set()
        self._doubled: dict[str, list[tuple[str, str]]] = {}
        self._passages = 0

    def run(self, progress: Progress | None) -> Report:
        """See `sync`; the seconds and why it was made anew are left out."""
        known = {
            name: _Known(*row)
            for name, *row in self._connection.execute(
                "SELECT name, size, modified, sha256, known, again FROM files"
            )
        }
        found, problems = self._listed(known)
        missing = set(known) - set(found)
        new = [file for name, (file, same) in found.items() if not same]
        is_news = bool(new or missing or self._is_told_otherwise())
        if is_news or long_gone(self._connection, self._home.grace):
            large = sum(file.size for file in new) > _MUCH
            writer = Writer(self._folder, self._connection, self._home, large=large)
            try:
                if is_news:
                    self._bring(writer, new, missing, known, progress)
                else:
                    writer.sweep()
            finally:
                writer.close()
            # What readers of an earlier commit still need stays in the log beside the database.
            self._connection.execute("PRAGMA busy_timeout = 0")
            self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        return self._report(problems)

    def _listed(
        self, known: Mapping[str, _Known]
    ) -> tuple[dict[str, tuple[File, bool]], list[ArticleError]]:
        """The files there are, and whether each looks the same; and what no file can be made of."""
        found: dict[str, tuple[File, bool]] = {}
        problems = []
        single = not self._source.is_dir()
        for path in listed(self._source):
            if isinstance(path, ArticleError):
                problems.append(path)
                continue
            name = path.name if single else path.relative_to(self._source).as_posix()
            try:
                told = known_of(path, self._source, self._about)
                stat = path.stat()
            except ArticleError as error:
                problems.append(error)
                continue
            except OSError as error:
                problems.append(ArticleError(path, f"cannot be read ({error.strerror})"))
                continue
            before = known.get(name)
            same = before is not None and before[:2] == (stat.st_size, stat.st_mtime_ns)
            same = same and before is not None and before.known == repr(told)
            folder = None if single else self._source
            hashed = before.sha256 if before else None
            found[name] = File(path, name, folder, stat.st_size, told, hashed, {}), same
        return found, problems

    def _is_told_otherwise(self) -> bool:
        about = database.about(self._connection)
        told: list[str] = about["questions"]
        return told != list(self._about.questions) or not about["generation"]

    def _bring(
        self,
        writer: Writer,
        new: list[File],
        missing: Collection[str],
        known: Mapping[str, _Known],
        progress: Progress | None,
    ) -> None:
        for name in sorted(missing):
            for id_, key in self._articles_of(name).items():
                writer.remove(key)
                self._removed.add(id_)
            writer.forget(name)
        self._read(writer, new, progress)
        held_up = [name for name, file in known.items() if file.again and name not in missing]
        if held_up:  # by an article with the same id, which may be gone now
            self._commit(writer)
            listed, _ = self._listed({})
            again = [replace(listed[name][0], sha256=None) for name in held_up if name in listed]
            self._read(writer, again, None)
        self._commit(writer)
        self._judge(writer)

    def _read(self, writer: Writer, new: list[File], progress: Progress | None) -> None:
        sizes, size, count = sum(file.size for file in new), 0, 0
        of_name = {file.name: file.size for file in new}
        for told, batch in read([replace(file, states=self._states(file.name)) for file in new]):
            self._take(writer, batch)
            for one in told:
                self._settle(writer, one)
                size += of_name[one.name]
            count += len(told)
            if writer.is_due:
                self._commit(writer)
            if progress:
                progress(Done(count, len(new), self._passages, size, sizes))

    def _take(self, writer: Writer, batch: Batch) -> None:
        """Add the articles of a *batch*, in place of those that they are versions of."""
        for prepared in batch.articles:
            id_ = prepared.article.id
            holder = writer.holder_of(id_)
            if holder and holder[1] != prepared.place.file:
                writer.add_words(prepare([(prepared.article, prepared.place)]), -1)
                self._doubled.setdefault(prepared.place.file, []).append((id_, holder[1]))
                continue
            if holder:
                writer.remove(holder[0])
                self._changed.add(id_)
            else:
                self._added.add(id_)
            writer.add(prepared)
            self._passages += len(prepared.own)
        writer.add_words(batch)

    def _settle(self, writer: Writer, found: FileRead) -> None:
        """Remove what a file no longer has, and remember what it is like now."""
        if not found.same:
            ids = set(found.ids)
            for id_, key in self._articles_of(found.name).items():
                if id_ not in ids and writer.holder_of(id_) == (key, found.name):
                    writer.remove(key)
                    self._removed.add(id_)
        path = str(self._source / found.name) if self._source.is_dir() else str(self._source)
        doubled = [
            (path, f"holds an article called {id_!r}, as {holder} does")
            for id_, holder in self._doubled.pop(found.name, [])
        ]
        writer.note(
            replace(found, problems=[*found.problems, *doubled]) if doubled else found,
            again=bool(doubled),
        )

    def _commit(self, writer: Writer) -> None:
        writer.commit(questions=list(self._about.questions))

    def _judge(self, writer: Writer) -> None:
        """Ask the collection what it reaches by chance, where it is another than when it last was."""
        about = database.about(self._connection)
        if abs(about["passages"] - about["judged_at"]) <= _OTHER * about["judged_at"]:
            return
        index = StoredIndex(self._folder, self._home)
        by_chance = StoredLibrary(index).judged_by_chance()
        index.close()
        writer.commit(by_chance=by_chance, judged_at=about["passages"])

    def _articles_of(self, file: str) -> dict[str, int]:
        rows = self._connection.execute("SELECT id, key FROM articles WHERE file = ?", (file,))
        return {records.cooked(id_): key for id_, key in rows}

    def _states(self, file: str) -> dict[str, bytes]:
        rows = self._connection.execute("SELECT id, state FROM articles WHERE file = ?", (file,))
        return {records.cooked(id_): state for id_, state in rows}

    def _report(self, problems: list[ArticleError]) -> Report:
        about = database.about(self._connection)
        rows = self._connection.execute(
            "SELECT problems FROM files WHERE problems IS NOT NULL ORDER BY name"
        )
        told = [ArticleError(*problem) for (some,) in rows for problem in json.loads(some)]
        removed = self._removed - self._added
        changed = self._changed | (self._removed & self._added)
        added = self._added - self._removed
        return Report(
            len(added),
            len(changed),
            len(removed),
            about["articles"] - len(added) - len(changed),
            (*problems, *told),
            about["passages"],
            0.0,
        )
