"""Which reader reads which format. Readers are imported when a file needs them."""

from __future__ import annotations

from importlib.util import find_spec
from os.path import splitext
from pathlib import Path, PurePath
from typing import NamedTuple

from retrieval.articles import ArticleError
from retrieval.reading.source import UnreadableError

_ARTICLE = 64 << 20
_COLLECTION = 1 << 30
_SHORT = 32 << 10
"""Bytes of Markdown that take at most seconds, however nested: the time grows with their square."""


class Format(NamedTuple):
    """
    Attributes:
        reader: The module in this package that has the `read` function.
        extra: The extra that installs the reader's libraries, if it needs any. Nothing limits the time
            that those take, so they run in a sandbox.
        max_bytes: The size of the largest file that is read; nobody wrote a larger one to be read.
        many_articles: Whether one file holds several articles.
        max_bytes_here: The size up to which a reader without an extra is certain to finish soon.
    """

    reader: str
    extra: str | None = None
    max_bytes: int = _ARTICLE
    many_articles: bool = False
    max_bytes_here: int = _COLLECTION


FORMATS = {
    ".txt": Format("plain_text"),
    ".md": Format("markdown", max_bytes_here=_SHORT),
    ".markdown": Format("markdown", max_bytes_here=_SHORT),
    ".html": Format("page", "html"),
    ".htm": Format("page", "html"),
    ".xhtml": Format("page", "html"),
    ".mhtml": Format("mhtml", "html"),
    ".mht": Format("mhtml", "html"),
    ".pdf": Format("pdf", "pdf"),
    ".epub": Format("epub", "formats"),
    ".docx": Format("word", "formats"),
    ".rss": Format("feed", "formats", many_articles=True),
    ".atom": Format("feed", "formats", many_articles=True),
    ".xml": Format("feed", "formats", many_articles=True),
    ".json": Format("telegram", max_bytes=_COLLECTION, many_articles=True),
    ".zip": Format("archive", max_bytes=_COLLECTION, many_articles=True),
    ".jsonl": Format("jsonl", max_bytes=_COLLECTION, many_articles=True),
}
"""The formats by suffix, in lower case. Files with other suffixes are ignored."""


EXTRAS = {
    "formats": ("docx", "feedparser", "lxml"),
    "html": ("lxml", "trafilatura"),
    "pdf": ("pypdfium2",),
}
"""The libraries that each extra installs, by the names they are imported by."""

_DISTRIBUTIONS = {"docx": "python-docx"}
"""The distributions of libraries that are imported by another name."""


def installed_extras() -> list[str]:
    """Return the installed extras for reading files."""
    return [extra for extra, names in EXTRAS.items() if all(map(find_spec, names))]


def extra_versions() -> dict[str, str]:
    """Return the installed extras for reading files, each with the versions of its libraries."""
    from importlib.metadata import version  # slow to load, and not needed to read texts

    return {
        extra: ", ".join(
            f"{name} {version(_DISTRIBUTIONS.get(name, name))}" for name in EXTRAS[extra]
        )
        for extra in installed_extras()
    }


def find_format(path: PurePath | str) -> Format | None:
    suffix = splitext(path)[1]  # noqa: PTH122 - making a Path for each of many thousand files is slow
    return FORMATS.get(suffix.lower())


def load_file(path: Path, max_bytes: int) -> bytes:
    """
    Return the bytes of a file.

    Raises:
        UnreadableError: It cannot be opened, or has vanished.
        ArticleError: It is larger than *max_bytes*.
    """
    try:
        with path.open("rb") as file:
            raw = file.read(max_bytes + 1)
    except OSError as error:
        raise UnreadableError(path, f"cannot be read ({error.strerror})") from error
    if len(raw) > max_bytes:
        raise ArticleError(path, describe_limit(max_bytes))
    return raw


def describe_limit(max_bytes: int) -> str:
    return f"is larger than {max_bytes >> 20:,} MB, the most that is read of such a file"
