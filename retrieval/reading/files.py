"""The files of a folder, and the articles of one file: what is read anew when one file changes."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from retrieval.articles import Article, ArticleError
from retrieval.reading.formats import FORMATS, articles_of, format_of, load
from retrieval.reading.metadata import FolderMetadata, Metadata, read_sidecar
from retrieval.reading.source import Source


def listed(path: Path) -> Iterable[Path | ArticleError]:
    """
    The files of a collection: see `files`, or the one file that it is.

    Raises:
        ArticleError: *path* is missing, or neither a folder nor a file of a format in `FORMATS`.
    """
    if path.is_dir():
        return files(path)
    if not path.exists():
        raise ArticleError(path, "does not exist; name a folder of articles or a file")
    if not format_of(path):
        raise ArticleError(path, f"is neither a folder of articles nor one of {', '.join(FORMATS)}")
    return [path]


def files(folder: Path) -> Iterator[Path | ArticleError]:
    """
    The files in *folder* that hold articles, by path; and what is wrong with others.

    Whatever is hidden is left alone. A link to a file is that file; one to a folder is not followed:
    so nothing is read twice or without end.
    """
    inside = [_entries(folder)]
    while inside:
        entry = next(inside[-1], None)
        if entry is None:
            inside.pop()
        elif isinstance(entry, ArticleError):
            yield entry
        elif entry.is_dir(follow_symlinks=False):
            inside.append(_entries(Path(entry.path)))
        else:
            yield from _file(entry)


def _entries(folder: Path) -> Iterator[os.DirEntry[str] | ArticleError]:
    try:
        with os.scandir(folder) as entries:
            shown = [entry for entry in entries if not entry.name.startswith(".")]
    except OSError as error:
        yield ArticleError(folder, f"cannot be read ({error.strerror})")
        return
    yield from sorted(shown, key=lambda entry: entry.name)


def _file(entry: os.DirEntry[str]) -> Iterator[Path | ArticleError]:
    path = Path(entry.path)
    try:
        if entry.is_dir():
            yield ArticleError(path, "is a link to a folder, and such are not followed")
        elif not format_of(entry.name):
            return
        elif not entry.name.isprintable() and not _is_unicode(entry.name):
            shown = os.fsencode(path).decode("utf-8", "backslashreplace")
            yield ArticleError(shown, "has a name that is not UTF-8; rename it")
        elif entry.is_file():
            yield path
        else:
            entry.stat()  # says why, of a link that leads nowhere
    except OSError as error:
        yield ArticleError(path, f"cannot be read ({error.strerror})")


def _is_unicode(name: str) -> bool:
    try:
        name.encode()
    except UnicodeEncodeError:
        return False
    return True


def known_of(path: Path, folder: Path, about: FolderMetadata) -> Metadata:
    """
    What is known about a file in *folder*: its sidecar, and what the folder's `articles.toml` adds.
    A collection of one file is its own folder.

    Raises:
        ArticleError: The sidecar is at fault.
    """
    if path == folder:
        return read_sidecar(path)
    return read_sidecar(path).over(
        about.entries.get(path.relative_to(folder).as_posix(), Metadata())
    )


def read_file(path: Path, folder: Path, known: Metadata) -> list[Article | ArticleError]:
    """
    The articles of one file in *folder*, and what could not be read.

    An article is named by its path from *folder*, a `.txt` without its suffix: no name depends on
    what else is there.

    Args:
        known: Of the file, from `articles.toml`; a sidecar `<file>.toml` knows better.
    """
    name = path.relative_to(folder)
    id_ = (name.with_suffix("") if name.suffix.lower() == ".txt" else name).as_posix()
    return _read(path, id_, known)


def read_alone(path: Path) -> list[Article | ArticleError]:
    """The articles of a file that was named itself; those of a collection are called as it says."""
    format_ = format_of(path)
    assert format_
    return _read(path, "" if format_.several else path.name, Metadata())


def _read(path: Path, id_: str, known: Metadata) -> list[Article | ArticleError]:
    format_ = format_of(path)
    assert format_, path
    try:
        source = Source(path, id_, load(path, format_.most), read_sidecar(path).over(known))
    except ArticleError as error:
        return [error]
    found = list(_named_once(path, articles_of(source)))
    problems = [item for item in found if isinstance(item, ArticleError)]
    if len(problems) == len(found) > 1:  # it is something else, and every line of it would be told
        told = f"holds no article that can be read; the first of {len(problems)} problems: "
        return [ArticleError(path, f"{told}{problems[0]}")]
    return found or [ArticleError(path, "holds no articles")]


def _named_once(
    path: Path, found: Iterator[Article | ArticleError]
) -> Iterator[Article | ArticleError]:
    seen: set[str] = set()
    for item in found:
        if isinstance(item, Article) and item.id in seen:
            yield ArticleError(path, f"holds two articles called {item.id!r}")
        else:
            yield item
        if isinstance(item, Article):
            seen.add(item.id)
