"""Zip archives: each member is read by the reader of its own format."""

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

_MAX_DEPTH = 2
_MAX_SLOW = 3
"""Slow files after which the rest is left out: an archive has room for thousands."""


def read(source: SourceFile) -> Iterator[Article | ArticleError]:
    if source.depth >= _MAX_DEPTH:
        raise ArticleError(
            source.path, f"is an archive inside {_MAX_DEPTH} others, which is too deep"
        )
    slow = 0
    with open_zip(source) as archive:
        for member in sorted(archive.infolist(), key=lambda member: member.filename):
            if not member.is_dir() and not _is_hidden(member) and find_format(member.filename):
                try:
                    items = list(read_articles(_unpack(source, archive, member)))
                except ArticleError as error:
                    items = [error]
                yield from items
                slow += sum(isinstance(item, SlowError) for item in items)
                if slow >= _MAX_SLOW:
                    cause = f"has {slow} files that took too long; those after {member.filename} were left out"
                    raise ArticleError(source.path, cause)


def _is_hidden(member: ZipInfo) -> bool:
    """Return whether a member is hidden, or is one of those that macOS adds to archives."""
    parts = PurePosixPath(member.filename).parts
    return any(part == "__MACOSX" or (part[0] == "." and part != "..") for part in parts)


def _unpack(source: SourceFile, archive: ZipFile, member: ZipInfo) -> SourceFile:
    name = PurePosixPath(member.filename)
    path = f"{source.path}, {name}"
    format_ = find_format(name)
    assert format_, name
    if name.is_absolute() or ".." in name.parts or "\\" in member.filename or ":" in name.parts[0]:
        raise ArticleError(path, "has a name that leads out of the archive")
    if is_encrypted(member):
        raise ArticleError(path, "is protected by a password")
    if member.file_size > format_.max_bytes:
        raise ArticleError(path, describe_limit(format_.max_bytes))
    try:
        raw = archive.read(member)
    except (BadZipFile, EOFError, NotImplementedError, OSError, ZlibError) as error:
        raise ArticleError(path, f"cannot be unpacked ({error})") from error
    id_ = name.with_suffix("") if name.suffix.lower() == ".txt" else name
    return SourceFile(
        path, source.article_id(id_.as_posix()), raw, source.shared_metadata, source.depth + 1
    )
