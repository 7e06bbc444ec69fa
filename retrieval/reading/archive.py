"""Zip archives: each member by the reader of its own format."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath
from zipfile import BadZipFile, ZipFile, ZipInfo
from zlib import error as ZlibError  # noqa: N812 - a class, whatever zlib calls it

from retrieval.articles import Article, ArticleError
from retrieval.reading.dispatch import read_articles
from retrieval.reading.formats import describe_limit, find_format
from retrieval.reading.safe_archives import is_encrypted, open_zip
from retrieval.reading.source import SlowError, SourceFile

_DEEPEST = 2
_MOST_SLOW = 3
"""Files that take too long to read, after which no more is read: an archive has room for thousands."""


def read(source: SourceFile) -> Iterator[Article | ArticleError]:
    if source.depth >= _DEEPEST:
        raise ArticleError(source.path, f"is an archive in {_DEEPEST} others, which is too deep")
    slow = 0
    with open_zip(source) as archive:
        for member in sorted(archive.infolist(), key=lambda member: member.filename):
            if not member.is_dir() and not _is_hidden(member) and find_format(member.filename):
                try:
                    found = list(read_articles(_source(source, archive, member)))
                except ArticleError as error:
                    found = [error]
                yield from found
                slow += sum(isinstance(item, SlowError) for item in found)
                if slow >= _MOST_SLOW:
                    cause = f"has {slow} files that took too long; those after {member.filename} were left out"
                    raise ArticleError(source.path, cause)


def _is_hidden(member: ZipInfo) -> bool:
    """Also what macOS adds to archives."""
    parts = PurePosixPath(member.filename).parts
    return any(part == "__MACOSX" or (part[0] == "." and part != "..") for part in parts)


def _source(of: SourceFile, archive: ZipFile, member: ZipInfo) -> SourceFile:
    name = PurePosixPath(member.filename)
    path = f"{of.path}, {name}"
    format_ = find_format(name)
    assert format_, name
    if name.is_absolute() or ".." in name.parts or "\\" in member.filename or ":" in name.parts[0]:
        raise ArticleError(path, "has a name that leads out of the archive")
    if is_encrypted(member):
        raise ArticleError(path, "is protected by a password")
    if member.file_size > format_.most:
        raise ArticleError(path, describe_limit(format_.most))
    try:
        raw = archive.read(member)
    except (BadZipFile, EOFError, NotImplementedError, OSError, ZlibError) as error:
        raise ArticleError(path, f"cannot be unpacked ({error})") from error
    own = name.with_suffix("") if name.suffix.lower() == ".txt" else name
    return SourceFile(path, of.entry(own.as_posix()), raw, of.known_of_each, of.depth + 1)
