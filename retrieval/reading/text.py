"""Plain text files: the decoded file, unchanged, is the article's text."""

from __future__ import annotations

import codecs
from pathlib import Path

from retrieval.articles import ArticleError

_BOMS = {  # UTF-32 first: its little-endian mark begins with that of UTF-16
    codecs.BOM_UTF32_LE: "utf-32",
    codecs.BOM_UTF32_BE: "utf-32",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1a\x1b"))


def read_text(path: Path, encoding: str | None = None) -> str:
    """
    Decode the file at *path*: in *encoding* where that is declared, else UTF-8, else as detected.

    Raises:
        ArticleError: it cannot be opened, holds no text, is binary, or fits no encoding.
    """
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise ArticleError(path, f"cannot be read ({error.strerror})") from error
    text = decode(raw, path, encoding)
    if not text.strip("\ufeff \t\r\n\f\v\xa0"):
        raise ArticleError(path, "is empty")
    return text


def decode(raw: bytes, path: Path, encoding: str | None = None) -> str:
    """See `read_text`. A byte order mark names its encoding and is not part of the text, except in UTF-8."""
    if encoding:
        try:
            return raw.decode(encoding)
        except LookupError as error:
            raise ArticleError(
                path, f"is declared as {encoding!r}, which is no known encoding"
            ) from error
        except UnicodeDecodeError as error:
            raise ArticleError(
                path, f"is not in {encoding}, the encoding declared for it"
            ) from error
    for mark, name in _BOMS.items():
        if raw.startswith(mark):
            try:
                return raw.decode(name)
            except UnicodeDecodeError as error:
                raise ArticleError(path, f"begins as {name} but is not") from error
    if _is_binary(raw):
        raise ArticleError(path, "is a binary file, not text")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return _detected(raw, path)


def _is_binary(raw: bytes) -> bool:
    sample = raw[:65536]
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    return b"\0" in sample or controls > len(sample) / 100


def _detected(raw: bytes, path: Path) -> str:
    from charset_normalizer import from_bytes  # costs 40 ms, and few files need it

    best = from_bytes(raw, threshold=0.2).best()
    if best is None:
        raise ArticleError(
            path,
            'is not UTF-8, and its encoding is not clear; declare it in articles.toml: encoding = "…"',
        )
    return raw.decode(best.encoding)
