"""Archives from strangers: opened only when what is in them has an end."""

from __future__ import annotations

from io import BytesIO
from zipfile import BadZipFile, ZipFile, ZipInfo

from retrieval.articles import ArticleError
from retrieval.reading.source import SourceFile

_MOST_MEMBERS = 10_000
_MOST_BYTES = 1 << 30
_ENCRYPTED = 0x1


def open_zip(source: SourceFile) -> ZipFile:
    """
    The archive that *source* is.

    Raises:
        ArticleError: it is none, or holds more files or bytes than are read. What an archive says of
            its sizes can be relied on: no member is read beyond it.
    """
    try:
        archive = ZipFile(BytesIO(source.raw))
    except BadZipFile as error:
        cause = "is empty" if not source.raw else "is no zip archive, or a truncated one"
        raise ArticleError(source.path, cause) from error
    members = archive.infolist()
    if len(members) > _MOST_MEMBERS:
        cause = f"holds {len(members):,} files; at most {_MOST_MEMBERS:,} are read"
        raise ArticleError(source.path, cause)
    size = sum(member.file_size for member in members)
    if size > _MOST_BYTES:
        cause = f"unpacks to {size >> 20:,} MB; at most {_MOST_BYTES >> 20:,} MB are read"
        raise ArticleError(source.path, cause)
    return archive


def is_encrypted(member: ZipInfo) -> bool:
    return bool(member.flag_bits & _ENCRYPTED)
