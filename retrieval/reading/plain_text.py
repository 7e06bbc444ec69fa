"""Plain text: the article's text is the decoded file, unchanged."""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from pathlib import Path

from retrieval.articles import Article, ArticleError
from retrieval.reading.article import make_article
from retrieval.reading.source import SourceFile

_BOMS = {  # UTF-32 first: its little-endian mark begins with that of UTF-16
    codecs.BOM_UTF32_LE: "utf-32",
    codecs.BOM_UTF32_BE: "utf-32",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1a\x1b"))

_AS_BROWSERS = {  # the WHATWG Encoding Standard takes these names for the larger character sets
    **dict.fromkeys(("iso-8859-1", "latin1", "latin-1", "us-ascii", "ascii"), "cp1252"),
    **dict.fromkeys(("gb2312", "gbk"), "gb18030"),
    **dict.fromkeys(("shift_jis", "shift-jis", "sjis", "x-sjis"), "cp932"),
    **dict.fromkeys(("euc-kr", "ks_c_5601-1987"), "cp949"),
    "iso-8859-9": "cp1254",
}

_NOT_FOR_PAGES = frozenset({"idna", "punycode", "raw-unicode-escape", "unicode-escape", "utf-7"})
"""Python's codecs that no browser uses for pages; some take time that grows with the square of the size."""


def read(source: SourceFile) -> Iterator[Article]:
    yield make_article(source.id, decode_source(source), source.known)


def decode_source(source: SourceFile, encoding: str | None = None) -> str:
    """
    Decode *source*: as declared in its metadata, else in *encoding*, else as UTF-8, else as detected.

    Raises:
        ArticleError: It holds no text, is binary, or fits no encoding.
    """
    text = decode(source.raw, source.path, source.known.encoding or encoding)
    if not text.strip("\ufeff \t\r\n\f\v\xa0"):
        raise ArticleError(source.path, "is empty")
    return text


def decode(raw: bytes, path: Path | str, encoding: str | None = None) -> str:
    """See `decode_source`. A byte order mark gives the encoding, and is part of the text only in UTF-8."""
    if encoding:
        try:
            return raw.decode(encoding)
        except LookupError as error:
            raise ArticleError(
                path, f"is declared as {encoding!r}, which is not a known encoding"
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
                raise ArticleError(path, f"begins like {name} but is not valid {name}") from error
    if _is_binary(raw):
        raise ArticleError(path, "is a binary file, not text")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return _decode_detected(raw, path)


def find_codec(raw: bytes, declared: str) -> str | None:
    """Return UTF-8 if *raw* is that, else the *declared* codec as browsers take it, or None if neither fits."""
    codec = _AS_BROWSERS.get(declared.lower(), declared.lower())
    for name in (codec,) if codec.startswith("iso-2022") else ("utf-8", codec):
        try:
            if codecs.lookup(name).name in _NOT_FOR_PAGES:
                continue
            raw.decode(name)
        except (LookupError, UnicodeError):
            continue
        return name
    return None


def _is_binary(raw: bytes) -> bool:
    sample = raw[:65536]
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    return b"\0" in sample or controls > len(sample) / 100


def _decode_detected(raw: bytes, path: Path | str) -> str:
    from charset_normalizer import from_bytes  # costs 40 ms, and few files need it

    best = from_bytes(raw, threshold=0.2).best()
    if best is None:
        raise ArticleError(
            path,
            'is not UTF-8, and its encoding is not clear; declare it in articles.toml: encoding = "…"',
        )
    return raw.decode(best.encoding)
