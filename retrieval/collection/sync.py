"""Bring a stored index in step with a folder of articles, which is the truth."""

from __future__ import annotations

import json
import sqlite3
import time
import zlib
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import closing, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

from retrieval.articles import Article, ArticleError, StoreError
from retrieval.collection.changes import (
    Known,
    Look,
    files_of,
    is_settled,
    look,
    told_of,
    with_readable,
)
from retrieval.collection.index_version import index_version
from retrieval.collection.parallel_reading import File, read
from retrieval.index.candidates.protocol import CandidateStore
from retrieval.index.candidates.tantivy import TANTIVY
from retrieval.index.disk import database, editions, records
from retrieval.index.disk.damage import AT_OPENING, is_damage, is_marked, is_of_the_system
from retrieval.index.disk.index import StoredIndex
from retrieval.index.disk.locking import only_writer
from retrieval.index.disk.prepared import Batch, FileRead
from retrieval.index.disk.respelling import respelt
from retrieval.index.disk.words import doubted
from retrieval.index.disk.writer import Writer, empty, long_gone
from retrieval.ranking.calibration import judge_by_chance
from retrieval.reading.files import known_of
from retrieval.reading.formats import installed
from retrieval.reading.listing import Seen, listed
from retrieval.reading.metadata import FolderMetadata, read_metadata
from retrieval.receipts.versions import Versions

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
    store: CandidateStore = TANTIVY,
    *,
    rebuild: bool = False,
    emptied: bool = False,
    versions: Versions | None = None,
) -> Report:
    """
    Make the index in *folder* that of the articles in *source*, a folder or a single file.

    It is committed slice by slice, and can be read all the while. Whatever stops this leaves the last
    commit, and the next time finishes the work. One that is made anew takes the place of the one
    before when it is whole, or at once where that one cannot be read.

    Args:
        rebuild: Make it anew, whatever there is.
        emptied: It is known that the last file is gone: a folder without any may be one that is away.
        versions: Keeps articles as they were before they changed, or were removed.

    Raises:
        ArticleError: *source* is missing, holds no file any more, or its `articles.toml` is at fault.
        StoreError: Another process writes there, or there is no space.
    """
    started = time.monotonic()
    if not (rebuild or emptied) and is_emptied(source) and _knows_files(folder):
        raise ArticleError(source, EMPTIED)
    about = read_metadata(source) if source.is_dir() else FolderMetadata()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with only_writer(folder):
            edition, rebuilt = _edition(folder, store, rebuild=rebuild)
            with closing(database.open_to_write(edition)) as connection:
                try:
                    report = _Sync(source, about, edition, store, connection, versions).run(
                        progress
                    )
                except Exception as error:
                    if rebuilt or isinstance(error, ArticleError | OSError):
                        raise
                    if not is_damage(error, connection):
                        raise
                    damaged = str(error)
                else:
                    asked = editions.current(folder)
                    if edition != asked:
                        if versions:
                            _keep(_gone_from(edition, asked, about.forgotten), versions)
                        editions.publish(edition)
                    editions.sweep(folder)
                    store.settle(database.about(connection))
                    return replace(report, seconds=time.monotonic() - started, rebuilt=rebuilt)
    except (OSError, sqlite3.DatabaseError) as error:
        cause = getattr(error, "strerror", None) or str(error)
        raise StoreError(
            f"The index in {folder} cannot be written ({cause}); what it held is still there"
        ) from error
    report = sync(source, folder, progress, store, rebuild=True, versions=versions)
    return replace(report, rebuilt=f"it was damaged ({damaged})")


def is_emptied(source: Path) -> bool:
    """Whether *source* holds no file of a format that is read."""
    return not any(isinstance(seen, Seen) for seen in listed(source))


def _knows_files(folder: Path) -> bool:
    edition = editions.current(folder)
    if not (edition / database.FILE).exists():
        return False
    try:
        with closing(database.open_to_read(edition)) as connection:
            return bool(files_of(connection))
    except sqlite3.DatabaseError:
        return True


EMPTIED = (
    "holds no file to read any more (is it mounted?), so the index keeps what it has; "
    "if that is meant, `cuttings index --rebuild` empties it"
)


def why_anew(folder: Path, store: CandidateStore) -> str | None:
    """Why the next `sync` makes the index in *folder* anew; None when it does not."""
    return _unusable(editions.current(folder), store)


def _edition(folder: Path, store: CandidateStore, *, rebuild: bool) -> tuple[Path, str | None]:
    """The edition to write, and why it is not the one that was asked so far, if there is such."""
    asked = editions.current(folder)
    cause = "that was asked for" if rebuild else _unusable(asked, store)
    if not cause:
        return asked, None
    there_was = (asked / database.FILE).exists()
    begun = (
        other for other in editions.others(folder) if not rebuild and not _unusable(other, store)
    )
    edition = next(begun, None)
    if not edition:
        editions.sweep(folder)
        kept = store.begin(folder)
        edition = editions.begin(folder)
        empty(edition, index_version(), kept).close()
    if not _can_be_asked(asked, store):
        editions.publish(edition)
        editions.sweep(folder)
    return edition, cause if there_was else None


def _unusable(edition: Path, store: CandidateStore) -> str | None:
    """Why an edition is no use to go on with; None when it is."""
    if not (edition / database.FILE).exists():
        return "it is not there"
    if is_marked(edition):
        return "it was damaged"
    try:
        with closing(database.open_to_read(edition)) as connection:
            about = database.sound(connection)
    except AT_OPENING as error:
        _raise_if_of_the_system(error)
        return _DAMAGED
    if about["made_by"] != index_version() or _is_read_otherwise(about["readers"]):
        return "it was made by another version"
    if not store.has(about):
        return "its candidates were gone"
    return _DAMAGED if about["generation"] and not _can_be_asked(edition, store) else None


def _is_read_otherwise(readers: Mapping[str, str]) -> bool:
    """Return whether an extra that read files for the index has other libraries now."""
    now = installed()
    return any(now.get(extra, libraries) != libraries for extra, libraries in readers.items())


_DAMAGED = "it was damaged, or made by another version"


def _can_be_asked(edition: Path, store: CandidateStore) -> bool:
    if not (edition / database.FILE).exists():
        return False
    try:
        index = StoredIndex(edition, store)
    except AT_OPENING as error:
        _raise_if_of_the_system(error)
        return False
    index.close()
    return store.has(index.about)


def _raise_if_of_the_system(error: Exception) -> None:
    """A full disk is no reason to make an index anew, and to take away the one there is."""
    for one in (error, error.__cause__):
        if one and is_of_the_system(one):
            raise one


def _gone_from(edition: Path, asked: Path, forgotten: Collection[str]) -> Iterator[Article]:
    """The articles of the edition that was *asked* so far that are otherwise in this one, or not in it."""
    with (
        closing(database.open_to_read(asked)) as before,
        closing(database.open_to_read(edition)) as now,
    ):
        texts = "SELECT id, version, key FROM articles"
        held = {(id_, version) for id_, version, _ in now.execute(texts)}
        for id_, version, key in before.execute(texts):
            if (id_, version) not in held and records.decode(id_) not in forgotten:
                yield database.unpacked(before, key).article


def _keep(gone: Iterator[Article], versions: Versions) -> None:
    # An edition that makes way may be damaged, or of another version of this.
    with suppress(*AT_OPENING, zlib.error):
        versions.keep(gone)


class _Sync:
    def __init__(
        self,
        source: Path,
        about: FolderMetadata,
        folder: Path,
        store: CandidateStore,
        connection: sqlite3.Connection,
        versions: Versions | None,
    ) -> None:
        self._source = source
        self._about = about
        self._folder = folder
        self._store = store
        self._connection = connection
        self._versions = versions
        self._added: set[str] = set()
        self._changed: set[str] = set()
        self._removed: set[str] = set()
        self._doubled: dict[str, list[tuple[str, str]]] = {}
        self._passages = 0
        self._told: dict[str, object] = {}  # to stand in `about`

    def run(self, progress: Progress | None) -> Report:
        """See `sync`; the seconds and why it was made anew are left out."""
        known = files_of(self._connection)
        found = with_readable(look(self._source, self._about, known), self._connection)
        self._told = {
            "readers": installed(),
            "questions": list(self._about.questions),
            "unseen": [[str(problem.path), problem.cause] for problem in found.problems],
        }
        is_news = bool(found.changes or self._is_told_otherwise() or self._is_unsettled())
        if is_news or long_gone(self._connection, self._store.grace):
            large = found.size > _MUCH
            writer = Writer(self._folder, self._connection, self._store, large=large)
            try:
                if is_news:
                    self._bring(writer, found, known, progress)
                else:
                    writer.sweep()
            finally:
                writer.close()
            # What readers of an earlier commit still need stays in the log beside the database.
            self._connection.execute("PRAGMA busy_timeout = 0")
            self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        return self._report(found.problems)

    def _is_told_otherwise(self) -> bool:
        about = database.about(self._connection)
        return not about["generation"] or about != about | self._told

    def _is_unsettled(self) -> bool:
        """Whether there is anything for `_look_again`."""
        return self._is_other() or bool(doubted(self._connection))

    def _is_other(self) -> bool:
        """Whether the collection is another than when it was asked last what it reaches by chance."""
        about = database.about(self._connection)
        now: int = about["passages"]
        then: int = about["judged_at"]
        return abs(now - then) > _OTHER * then

    def _bring(
        self,
        writer: Writer,
        found: Look,
        known: Mapping[str, Known],
        progress: Progress | None,
    ) -> None:
        for name in sorted(found.missing):
            for id_, key in self._articles_of(name).items():
                self._remove(writer, key)
                self._removed.add(id_)
            writer.forget(name)
        hashes = {  # what is told of a file may leave out an article of it
            name: file.sha256
            for name, file in known.items()
            if name in found.found
            and name not in found.readable
            and file.told == told_of(found.found[name], self._about)
        }
        self._read(writer, [found.found[name] for name in found.new], hashes, progress)
        held_up = [name for name, file in known.items() if file.again and name in found.found]
        if held_up:  # by an article with the same id, which may be gone now
            self._commit(writer)
            self._read(writer, [found.found[name] for name in held_up], {}, None)
        self._commit(writer)
        self._look_again(writer)

    def _read(
        self,
        writer: Writer,
        new: list[Seen],
        hashes: Mapping[str, bytes | None],
        progress: Progress | None,
    ) -> None:
        seen = {one.name: one for one in new}
        sizes, size, count = sum(one.stamp[0] for one in new), 0, 0
        for told, batch in read(list(self._files(writer, new, hashes))):
            self._take(writer, batch)
            for one in told:
                self._settle(writer, one, seen[one.name])
                size += seen[one.name].stamp[0]
            count += len(told)
            if writer.is_due:
                self._commit(writer)
            if progress:
                progress(Done(count, len(new), self._passages, size, sizes))

    def _files(
        self, writer: Writer, new: Iterable[Seen], hashes: Mapping[str, bytes | None]
    ) -> Iterator[File]:
        """What is to read; a file beside which something wrong is said is settled at once."""
        folder = self._source if self._source.is_dir() else None
        for seen in new:
            path = Path(seen.path)
            try:
                known = known_of(path, self._source, self._about)
            except ArticleError as error:
                problem = (str(error.path), error.cause)
                wrong = FileRead(seen.name, *seen.stamp, "", None, same=False, problems=[problem])
                self._settle(writer, wrong, seen)
                continue
            states = self._states(seen.name)
            hashed = hashes.get(seen.name)
            yield File(path, seen.name, folder, seen.stamp[0], known, hashed, states)

    def _take(self, writer: Writer, batch: Batch) -> None:
        """Add the articles of a *batch*, in place of those that they are versions of."""
        numbers = writer.add_words(batch)
        for prepared in batch.articles:
            id_ = prepared.id
            if id_ in self._about.forgotten:
                writer.leave_out(prepared.article(), prepared.place)
                continue
            holder = writer.holder_of(id_)
            if holder and holder[1] != prepared.place.file:
                writer.leave_out(prepared.article(), prepared.place)
                self._doubled.setdefault(prepared.place.file, []).append((id_, holder[1]))
                continue
            if holder:
                self._remove(writer, holder[0])
                writer.regain(prepared.article())
                self._changed.add(id_)
            else:
                self._added.add(id_)
            writer.add(prepared, numbers)
            self._passages += len(prepared.lines)

    def _settle(self, writer: Writer, found: FileRead, seen: Seen) -> None:
        """Remove what a file no longer has, and remember what it is like now."""
        modified = found.modified if is_settled(seen) else 0
        found = replace(found, modified=modified, known=told_of(seen, self._about))
        if not found.same:
            ids = set(found.ids) - self._about.forgotten
            for id_, key in self._articles_of(found.name).items():
                if id_ not in ids and writer.holder_of(id_) == (key, found.name):
                    self._remove(writer, key)
                    self._removed.add(id_)
        path = str(self._source / found.name) if self._source.is_dir() else str(self._source)
        doubled = [
            (path, f"holds an article called {id_!r}, as {self._source / holder} does")
            for id_, holder in self._doubled.pop(found.name, [])
        ]
        writer.note(
            replace(found, problems=[*found.problems, *doubled]) if doubled else found,
            again=bool(doubled),
        )

    def _remove(self, writer: Writer, key: int) -> None:
        article = writer.remove(key)
        # Before the commit: what is kept and still current does no harm.
        if self._versions and article.id not in self._about.forgotten:
            self._versions.keep([article])

    def _commit(self, writer: Writer) -> None:
        # A file that cannot be opened is news each time, and nothing comes of it.
        if self._connection.in_transaction or self._is_told_otherwise():
            writer.commit(**self._told)
        else:
            writer.sweep()

    def _look_again(self, writer: Writer) -> None:
        """
        Tell what only the whole collection does: how words are written, where an article is gone, and
        what it reaches by chance, where it is another than when it last was asked.
        """
        if not self._is_unsettled():
            return
        told: dict[str, object] = {}
        with closing(StoredIndex(self._folder, self._store)) as index:
            words = respelt(doubted(self._connection), index)
            if self._is_other():
                by_chance = judge_by_chance(index)
                told = {"by_chance": by_chance, "judged_at": index.size}
        writer.settle(words, **told)

    def _articles_of(self, file: str) -> dict[str, int]:
        rows = self._connection.execute("SELECT id, key FROM articles WHERE file = ?", (file,))
        return {records.decode(id_): key for id_, key in rows}

    def _states(self, file: str) -> dict[str, bytes]:
        rows = self._connection.execute("SELECT id, state FROM articles WHERE file = ?", (file,))
        return {records.decode(id_): state for id_, state in rows}

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
