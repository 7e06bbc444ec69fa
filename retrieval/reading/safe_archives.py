"""Open archives from strangers, if their contents are small enough."""

from __future__ import annotations

from io import BytesIO
from zipfile import BadZipFile, ZipFile, ZipInfo

from retrieval.articles import ArticleError
from retrieval.reading.source import SourceFile

_MAX_MEMBERS = 10_000
_MAX_BYTES = 1 << 30
_ENCRYPTED = 0x1


def open_zip(source: SourceFile) -> ZipFile:
    """
    Open *source* as a zip archive.

    Raises:
        ArticleError: It is not one, or holds more files or bytes than are read. The sizes that an
            archive declares can be relied on: no member is read beyond them.
    """
    try:
        archive = ZipFile(BytesIO(source.raw))
    except BadZipFile as error:
        cause = "is empty" if not source.raw else "is not a zip archive, or is truncated"
        raise ArticleError(source.path, cause) from error
    members = archive.infolist()
    if len(members) > _MAX_MEMBERS:
        cause = f"holds {len(members):,} files; at most {_MAX_MEMBERS:,} are read"
        raise ArticleError(source.path, cause)
    size = sum(member.file_size for member in members)
    if size > _MAX_BYTES:
        cause = f"unpacks to {size >> 20:,} MB; at most {_MAX_BYTES >> 20:,} MB are read"
        raise ArticleError(source.path, cause)
    return archive


def is_encrypted(member: ZipInfo) -> bool:
    return bool(member.flag_bits & _ENCRYPTED)
