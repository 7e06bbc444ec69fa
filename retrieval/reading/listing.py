"""The files of a collection as their folders show them: none is opened."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from stat import S_ISREG
from typing import NamedTuple

from retrieval.articles import ArticleError
from retrieval.reading.formats import FORMATS, find_format
from retrieval.reading.metadata import SIDECAR, sidecar_path

Stamp = tuple[int, int]
"""Size in bytes, and when it was last changed in nanoseconds."""


class ListedFile(NamedTuple):
    """
    A file that may hold articles.

    Attributes:
        name: In its folder, with `/` between parts; that of a collection of one file is its own.
        beside: The stamp of its sidecar, where it has one.
    """

    path: str
    name: str
    stamp: Stamp
    beside: Stamp | None


class UnreadableFolderError(ArticleError):
    """A folder is there and does not show what is in it, such as one of a share that is away."""


def list_collection(path: Path) -> Iterable[ListedFile | ArticleError]:
    """
    The files of a collection: see `list_folder`, or the one file that it is.

    Raises:
        ArticleError: *path* is missing, or neither a folder nor a file of a format in `FORMATS`.
    """
    if path.is_dir():
        return list_folder(path)
    if not path.exists():
        raise ArticleError(path, "does not exist; name a folder of articles or a file")
    if not find_format(path):
        raise ArticleError(path, f"is neither a folder of articles nor one of {', '.join(FORMATS)}")
    return _alone(path)


def _alone(path: Path) -> Iterator[ListedFile | ArticleError]:
    try:
        beside = sidecar_path(path)
        stamp = _stamp(beside.stat()) if beside.exists() else None
        yield ListedFile(str(path), path.name, _stamp(path.stat()), stamp)
    except OSError as error:
        yield _unreadable(path, error)


def list_folder(folder: Path) -> Iterator[ListedFile | ArticleError]:
    """
    The files in *folder* that hold articles, by path; and what is wrong with others.

    Whatever is hidden is left alone. A link to a file is that file; one to a folder is not followed:
    so nothing is read twice or without end.
    """
    inside = [_entries(str(folder), "")]
    while inside:
        found = next(inside[-1], None)
        if found is None:
            inside.pop()
        elif isinstance(found, ArticleError | ListedFile):
            yield found
        else:
            inside.append(_entries(*found))


def _entries(folder: str, name: str) -> Iterator[ListedFile | tuple[str, str] | ArticleError]:
    """What is in a folder; of folders in it the path and the name."""
    try:
        with os.scandir(folder) as entries:
            shown = {entry.name: entry for entry in entries if entry.name[0] != "."}
    except OSError as error:
        cause = f"cannot be read ({error.strerror})"
        gone = isinstance(error, FileNotFoundError)
        yield ArticleError(folder, cause) if gone else UnreadableFolderError(folder, cause)
        return
    for own, entry in sorted(shown.items()):
        try:
            if entry.is_dir(follow_symlinks=False):
                yield entry.path, f"{name}{own}/"
            elif entry.is_symlink() and entry.is_dir():
                cause = "is a link to a folder, and such are not followed"
                yield ArticleError(entry.path, cause)
            elif not find_format(own):
                continue
            elif not own.isprintable() and not _is_unicode(own):
                told = os.fsencode(entry.path).decode("utf-8", "backslashreplace")
                yield ArticleError(told, "has a name that is not UTF-8; rename it")
            else:
                status = entry.stat()  # of a link that leads nowhere, says why
                beside = shown.get(own + SIDECAR)
                if S_ISREG(status.st_mode):
                    sidecar = _stamp(beside.stat()) if beside else None
                    yield ListedFile(entry.path, name + own, _stamp(status), sidecar)
        except OSError as error:
            yield _unreadable(entry.path, error)


def _stamp(status: os.stat_result) -> Stamp:
    return status.st_size, status.st_mtime_ns


def _unreadable(path: Path | str, error: OSError) -> ArticleError:
    return ArticleError(path, f"cannot be read ({error.strerror})")


def _is_unicode(name: str) -> bool:
    try:
        name.encode()
    except UnicodeEncodeError:
        return False
    return True
