"""Which reader reads which file. Readers are imported when a file needs them."""

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
"""Bytes of Markdown that take seconds however they are nested; that grows with their square."""


class Format(NamedTuple):
    """
    Attributes:
        reader: The module in this package whose `read` it is.
        extra: Of the package, with the libraries of the reader. What those take has no bound, so they
            are used in a process of their own.
        most: Bytes that are read; a larger file is none that somebody wrote to be read.
        several: A file holds several articles.
        here: Bytes up to which a reader without an extra is sure to end soon.
    """

    reader: str
    extra: str | None = None
    most: int = _ARTICLE
    several: bool = False
    here: int = _COLLECTION


FORMATS = {
    ".txt": Format("plain_text"),
    ".md": Format("markdown", here=_SHORT),
    ".markdown": Format("markdown", here=_SHORT),
    ".html": Format("page", "html"),
    ".htm": Format("page", "html"),
    ".xhtml": Format("page", "html"),
    ".mhtml": Format("mhtml", "html"),
    ".mht": Format("mhtml", "html"),
    ".pdf": Format("pdf", "pdf"),
    ".epub": Format("epub", "formats"),
    ".docx": Format("word", "formats"),
    ".rss": Format("feed", "formats", several=True),
    ".atom": Format("feed", "formats", several=True),
    ".xml": Format("feed", "formats", several=True),
    ".json": Format("telegram", most=_COLLECTION, several=True),
    ".zip": Format("archive", most=_COLLECTION, several=True),
    ".jsonl": Format("jsonl", most=_COLLECTION, several=True),
}
"""By suffix, in lower case. Files with another are left alone."""


EXTRAS = {
    "formats": ("docx", "feedparser", "lxml"),
    "html": ("lxml", "trafilatura"),
    "pdf": ("pypdfium2",),
}
"""The libraries that each extra brings, by the names that they are imported by."""

_DISTRIBUTIONS = {"docx": "python-docx"}
"""What installs a library that is imported by another name."""


def installed_extras() -> dict[str, str]:
    """Return the extras with which files can be read here, each with the versions of its libraries."""
    from importlib.metadata import version  # loads much, for whoever only reads texts

    return {
        extra: ", ".join(f"{name} {version(_DISTRIBUTIONS.get(name, name))}" for name in names)
        for extra, names in EXTRAS.items()
        if all(map(find_spec, names))
    }


def find_format(path: PurePath | str) -> Format | None:
    suffix = splitext(path)[1]  # noqa: PTH122 - a Path for each of many thousand files takes long
    return FORMATS.get(suffix.lower())


def load_file(path: Path, most: int) -> bytes:
    """
    The bytes of a file.

    Raises:
        UnreadableError: it cannot be opened, or vanished meanwhile.
        ArticleError: it holds more than *most*.
    """
    try:
        with path.open("rb") as file:
            raw = file.read(most + 1)
    except OSError as error:
        raise UnreadableError(path, f"cannot be read ({error.strerror})") from error
    if len(raw) > most:
        raise ArticleError(path, describe_limit(most))
    return raw


def describe_limit(most: int) -> str:
    return f"is larger than {most >> 20:,} MB, the most that is read of such a file"
