"""The files of a collection, as its folders list them; no file is opened."""

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
"""The size in bytes, and the time of the last change in nanoseconds."""


class ListedFile(NamedTuple):
    """
    A file that may hold articles.

    Attributes:
        name: The path from the folder of the collection, with `/` between parts; for a collection that
            is a single file, the file name.
        sidecar_stamp: The stamp of its sidecar, if it has one.
    """

    path: str
    name: str
    stamp: Stamp
    sidecar_stamp: Stamp | None


class UnreadableFolderError(ArticleError):
    """A folder exists but cannot be listed, such as one on a share that is not connected."""


def list_collection(path: Path) -> Iterable[ListedFile | ArticleError]:
    """
    Return the files of a collection: those in the folder (see `list_folder`), or the single file.

    Raises:
        ArticleError: *path* is missing, or neither a folder nor a file of a format in `FORMATS`.
    """
    if path.is_dir():
        return list_folder(path)
    if not path.exists():
        raise ArticleError(path, "does not exist; name a folder of articles or a file")
    if not find_format(path):
        raise ArticleError(path, f"is neither a folder of articles nor one of {', '.join(FORMATS)}")
    return _list_file(path)


def _list_file(path: Path) -> Iterator[ListedFile | ArticleError]:
    try:
        sidecar = sidecar_path(path)
        sidecar_stamp = _stamp(sidecar.stat()) if sidecar.exists() else None
        yield ListedFile(str(path), path.name, _stamp(path.stat()), sidecar_stamp)
    except OSError as error:
        yield _unreadable(path, error)


def list_folder(folder: Path) -> Iterator[ListedFile | ArticleError]:
    """
    Yield the files in *folder* that may hold articles, in the order of paths, and problems with others.

    Hidden files and folders are ignored. A link to a file counts as that file; a link to a folder is not
    followed, so nothing is read twice or without end.
    """
    open_folders = [_entries(str(folder), "")]
    while open_folders:
        entry = next(open_folders[-1], None)
        if entry is None:
            open_folders.pop()
        elif isinstance(entry, ArticleError | ListedFile):
            yield entry
        else:
            open_folders.append(_entries(*entry))


def _entries(folder: str, name: str) -> Iterator[ListedFile | tuple[str, str] | ArticleError]:
    """Yield the files of one folder and problems, and for each folder in it its path and name prefix."""
    try:
        with os.scandir(folder) as entries:
            visible = {entry.name: entry for entry in entries if entry.name[0] != "."}
    except OSError as error:
        cause = f"cannot be read ({error.strerror})"
        gone = isinstance(error, FileNotFoundError)
        yield ArticleError(folder, cause) if gone else UnreadableFolderError(folder, cause)
        return
    for own, entry in sorted(visible.items()):
        try:
            if entry.is_dir(follow_symlinks=False):
                yield entry.path, f"{name}{own}/"
            elif entry.is_symlink() and entry.is_dir():
                cause = "is a link to a folder; such links are not followed"
                yield ArticleError(entry.path, cause)
            elif not find_format(own):
                continue
            elif not own.isprintable() and not _is_unicode(own):
                shown = os.fsencode(entry.path).decode("utf-8", "backslashreplace")
                yield ArticleError(shown, "has a name that is not UTF-8; rename it")
            else:
                status = entry.stat()  # raises for a link that leads nowhere
                sidecar = visible.get(own + SIDECAR)
                if S_ISREG(status.st_mode):
                    stamp = _stamp(sidecar.stat()) if sidecar else None
                    yield ListedFile(entry.path, name + own, _stamp(status), stamp)
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
