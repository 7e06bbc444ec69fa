"""
Earlier versions of articles: what they said when their receipts were made.

Each version is a file of its own in DATA, named after article and text, written whole and never
changed: several processes may keep the same one. When it was written, or last seen to be what the
collection holds, is its time of change. An empty file stands for a version that is forgotten.
"""

from __future__ import annotations

import os
import re
import time
import zlib
from base64 import urlsafe_b64decode
from collections.abc import Callable, Collection, Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from retrieval.articles import Article
from retrieval.articles.receipt_tokens import key_of
from retrieval.index.data_folders import folder_name

DAYS = 90
"""For which a version is kept, unless that is set."""

_DAY = 24 * 60 * 60.0
_PAUSE = 60 * 60.0
"""Seconds between looks for what is too old."""

_MOST = 1 << 30
"""Bytes of all versions; the oldest make way."""

_DIGITS = 16
"""Of the hash of a text, in the name of its file."""

_NAME = re.compile(r"[0-9a-f]{18}-[0-9a-f]{16}")
_UNFINISHED = "part-"


@dataclass(slots=True)
class Versions:
    """
    The earlier versions of the articles of one collection. Trouble with the disk costs them, and
    nothing else.

    Attributes:
        folder: Where they are; it need not be there.
        days: For which one is kept once it is not the current one any more; 0 keeps none.
        problem: A sentence on what went wrong last.
    """

    folder: Path
    days: int = DAYS
    problem: str | None = None
    _swept: float = field(default=-_PAUSE, init=False)

    def keep(self, articles: Iterable[Article]) -> bool:
        """Keep these, as they are now. Returns whether there is one that was not kept before."""
        if not self.days:
            return False
        new = False
        try:
            for article in articles:
                new |= self._keep(article)
        except OSError as error:
            self._failed("written", error)
        return new

    def _keep(self, article: Article) -> bool:
        path = self._path(key_of(article.id), article.sha256)
        with suppress(FileNotFoundError):
            found = path.stat()
            if found.st_size and time.time() - found.st_mtime > _DAY:
                path.touch()
            return False
        self.folder.mkdir(parents=True, exist_ok=True)
        self._write(path, _packed(article))
        return True

    def load(self, key: str, version: str) -> Article | None:
        """The article of that *key* as it was in that *version*, if it is kept."""
        path = self._path(key, version)
        try:
            packed = path.read_bytes()
        except FileNotFoundError:
            return None
        except OSError as error:
            self._failed("read", error)
            return None
        article = _unpacked(packed) if packed else None
        # Whoever wrote it, and whatever became of it on the disk: its name says what it has to be.
        if article and self._path(key_of(article.id), article.sha256) == path:
            return article
        if packed:
            self.problem = f"The version of an article in {path} is damaged"
        return None

    def knew(self, key: str, version: str) -> bool:
        """Whether that version was here, though it may be forgotten now."""
        return self._path(key, version).exists()

    def forget(self, article: Article) -> None:
        """
        Forget all versions of *article*, and do not keep the present one again.

        Raises:
            OSError: They cannot be taken away.
        """
        key = key_of(article.id)
        paths = {path for path in self._files() if path.name.startswith(_hex(key))}
        if self.days:
            self.folder.mkdir(parents=True, exist_ok=True)
            paths.add(self._path(key, article.sha256))
        for path in paths:
            self._write(path, b"", replace=True)

    def holds(self, article: Article) -> bool:
        """Whether some version of *article* can still be read."""
        named = _hex(key_of(article.id))
        return any(path.stat().st_size for path in self._files() if path.name.startswith(named))

    def sweep(self, current: Callable[[], Iterable[str]], *, at_once: bool = False) -> None:
        """
        Take away what is too old, at most once an hour.

        Args:
            current: The hashes of the texts that the collection holds now: their versions stay.
            at_once: However short ago that was done last.
        """
        if not at_once and time.monotonic() - self._swept < _PAUSE:
            return
        self._swept = time.monotonic()
        try:
            self._sweep(current)
        except OSError as error:
            self._failed("taken away", error)

    def _sweep(self, current: Callable[[], Iterable[str]]) -> None:
        now = time.time()
        found = sorted((path.stat().st_mtime, path) for path in self._files())
        for unfinished in self.folder.glob(f"{_UNFINISHED}*"):
            if now - unfinished.stat().st_mtime > _DAY:
                unfinished.unlink(missing_ok=True)
        old = [path for changed, path in found if now - changed > self.days * _DAY]
        if old and self.days:
            texts = {sha256[:_DIGITS] for sha256 in current()}
            for path in [path for path in old if path.name[-_DIGITS:] in texts]:
                old.remove(path)
                if path.stat().st_size:
                    path.touch()
        size = sum(path.stat().st_size for _, path in found)
        for _, path in found:
            if path in old or size > _MOST:
                size -= path.stat().st_size
                path.unlink(missing_ok=True)

    def _files(self) -> Collection[Path]:
        if not self.folder.exists():
            return ()
        return [path for path in self.folder.iterdir() if _NAME.fullmatch(path.name)]

    def _path(self, key: str, version: str) -> Path:
        return self.folder / f"{_hex(key)}-{version[:_DIGITS]}"

    def _write(self, path: Path, content: bytes, *, replace: bool = False) -> None:
        written = self.folder / f"{_UNFINISHED}{os.urandom(8).hex()}"
        try:
            written.write_bytes(content)
            if replace:
                written.replace(path)
            else:
                _put(written, path)
        finally:
            written.unlink(missing_ok=True)

    def _failed(self, what: str, error: OSError) -> None:
        cause = error.strerror or str(error)
        self.problem = (
            f"Earlier versions of articles in {self.folder} cannot be {what} ({cause}): of an "
            "article that changes, the old wording may be lost"
        )


def versions_of(data: Path, collection: Path, days: int = DAYS) -> Versions:
    """The earlier versions of the articles of the *collection* at that path."""
    return Versions(data / "versions" / folder_name(collection), days)


def _put(written: Path, path: Path) -> None:
    """Name a file that is *written*, unless there is one of that name: it may be forgotten meanwhile."""
    try:
        os.link(written, path)
    except FileExistsError:
        return
    except OSError:  # not every file system has links
        if not path.exists():
            written.replace(path)


def _hex(key: str) -> str:
    # Of one case, as some file systems are.
    return urlsafe_b64decode(key).hex()


def _packed(article: Article) -> bytes:
    from retrieval.index.disk import records

    parts = (
        records.encode(article.id).hex().encode(),
        records.dump_article(article),
        records.encode(article.text),
    )
    return zlib.compress(b"\n".join(parts))


def _unpacked(packed: bytes) -> Article | None:
    from retrieval.index.disk import records

    try:
        id_, record, text = zlib.decompress(packed).split(b"\n", 2)
        named = records.decode(bytes.fromhex(id_.decode()))
        return records.load_article(named, records.decode(text), record)
    except (zlib.error, ValueError, TypeError, KeyError):  # damaged, or of another version of this
        return None
