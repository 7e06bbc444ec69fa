"""
Earlier versions of articles: what they said when their receipts were made.

Each version is a file of its own in DATA, named after the article and its text. It is written as a whole
and never changed, so several processes may keep the same one. Its modification time is when it was
written, or last found to be what the collection holds. An empty file stands for a forgotten version.
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
from retrieval.index.disk import records

DAYS = 90
"""How long a version is kept by default."""

_DAY = 24 * 60 * 60.0
_PAUSE = 60 * 60.0
"""Seconds between sweeps."""

_DIGITS = 16
"""The digits of a text's hash in a file name."""

_NAME = re.compile(r"[0-9a-f]{18}-[0-9a-f]{16}")
_UNFINISHED = "part-"


@dataclass(slots=True)
class Versions:
    """
    The kept versions of the articles of one collection. A problem with the disk loses versions, and
    nothing else.

    Attributes:
        folder: Where they are kept; it need not exist.
        days: How long a version is kept once it is not current any more; 0 keeps none.
        problem: A sentence about the last problem.
        max_bytes: The size of all versions together; the oldest are deleted first.
    """

    folder: Path
    days: int = DAYS
    problem: str | None = None
    max_bytes: int = 1 << 30
    _swept: float = field(default=-_PAUSE, init=False)

    def keep(self, articles: Iterable[Article]) -> bool:
        """Keep the articles as they are now. Return whether any of them was not kept before."""
        if not self.days:
            return False
        new = False
        try:
            for article in articles:
                new |= self._keep(article)
        except OSError as error:
            self._report("written", error)
        return new

    def _keep(self, article: Article) -> bool:
        path = self._path(key_of(article.id), article.sha256)
        with suppress(FileNotFoundError):
            kept = path.stat()
            if kept.st_size and time.time() - kept.st_mtime > _DAY:
                path.touch()
            return False
        self.folder.mkdir(parents=True, exist_ok=True)
        self._write(path, _pack(article))
        return True

    def load(self, key: str, version: str) -> Article | None:
        """Return the article of that *key* as it was in that *version*, if it is kept."""
        path = self._path(key, version)
        try:
            packed = path.read_bytes()
        except FileNotFoundError:
            return None
        except OSError as error:
            self._report("read", error)
            return None
        article = _unpack(packed) if packed else None
        # Whoever wrote it, and whatever happened to it on the disk: its name says what it must be.
        if article and self._path(key_of(article.id), article.sha256) == path:
            return article
        if packed:
            self.problem = f"The version of an article in {path} is damaged"
        return None

    def knew(self, key: str, version: str) -> bool:
        """Return whether that version was kept once, though it may be forgotten now."""
        return self._path(key, version).exists()

    def forget(self, article: Article) -> None:
        """
        Forget all versions of *article*, and never keep the current one again.

        Raises:
            OSError: They cannot be deleted.
        """
        key = key_of(article.id)
        paths = {path for path in self._files() if path.name.startswith(_hex(key))}
        if self.days:
            self.folder.mkdir(parents=True, exist_ok=True)
            paths.add(self._path(key, article.sha256))
        for path in paths:
            self._write(path, b"", replace=True)

    def holds(self, article: Article) -> bool:
        """Return whether any version of *article* can still be read."""
        prefix = _hex(key_of(article.id))
        return any(path.stat().st_size for path in self._files() if path.name.startswith(prefix))

    def sweep(self, current: Callable[[], Iterable[str]], *, at_once: bool = False) -> None:
        """
        Delete versions that are too old, at most once an hour.

        Args:
            current: Returns the hashes of the texts in the collection now, whose versions are kept.
            at_once: Sweep however recent the last time was.
        """
        if not at_once and time.monotonic() - self._swept < _PAUSE:
            return
        self._swept = time.monotonic()
        try:
            self._sweep(current)
        except OSError as error:
            self._report("deleted", error)

    def _sweep(self, current: Callable[[], Iterable[str]]) -> None:
        now = time.time()
        files = sorted((path.stat().st_mtime, path) for path in self._files())
        for unfinished in self.folder.glob(f"{_UNFINISHED}*"):
            if now - unfinished.stat().st_mtime > _DAY:
                unfinished.unlink(missing_ok=True)
        old = [path for changed, path in files if now - changed > self.days * _DAY]
        if old and self.days:
            hashes = {sha256[:_DIGITS] for sha256 in current()}
            for path in [path for path in old if path.name[-_DIGITS:] in hashes]:
                old.remove(path)
                if path.stat().st_size:
                    path.touch()
        size = sum(path.stat().st_size for _, path in files)
        for _, path in files:
            if path in old or size > self.max_bytes:
                size -= path.stat().st_size
                path.unlink(missing_ok=True)

    def _files(self) -> Collection[Path]:
        if not self.folder.exists():
            return ()
        return [path for path in self.folder.iterdir() if _NAME.fullmatch(path.name)]

    def _path(self, key: str, version: str) -> Path:
        return self.folder / f"{_hex(key)}-{version[:_DIGITS]}"

    def _write(self, path: Path, content: bytes, *, replace: bool = False) -> None:
        temporary = self.folder / f"{_UNFINISHED}{os.urandom(8).hex()}"
        try:
            temporary.write_bytes(content)
            if replace:
                temporary.replace(path)
            else:
                _put(temporary, path)
        finally:
            temporary.unlink(missing_ok=True)

    def _report(self, action: str, error: OSError) -> None:
        cause = error.strerror or str(error)
        self.problem = (
            f"Earlier versions of articles in {self.folder} cannot be {action} ({cause}): "
            "when an article changes, its old wording may be lost"
        )


def versions_of(data: Path, collection: Path, days: int = DAYS) -> Versions:
    """Return the kept versions of the articles of the *collection* at that path."""
    return Versions(data / "versions" / folder_name(collection), days)


def _put(temporary: Path, path: Path) -> None:
    """Rename a file, unless there is one of that name: that version may have been forgotten meanwhile."""
    try:
        os.link(temporary, path)
    except FileExistsError:
        return
    except OSError:  # some file systems have no links
        if not path.exists():
            temporary.replace(path)


def _hex(key: str) -> str:
    # Some file systems ignore case.
    return urlsafe_b64decode(key).hex()


def _pack(article: Article) -> bytes:

    parts = (
        records.encode(article.id).hex().encode(),
        records.dump_article(article),
        records.encode(article.text),
    )
    return zlib.compress(b"\n".join(parts))


def _unpack(packed: bytes) -> Article | None:

    try:
        id_, record, text = zlib.decompress(packed).split(b"\n", 2)
        named = records.decode(bytes.fromhex(id_.decode()))
        return records.load_article(named, records.decode(text), record)
    except (zlib.error, ValueError, TypeError, KeyError):  # damaged, or of another version
        return None
