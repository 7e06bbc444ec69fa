"""Plain text files: the decoded file, unchanged, is the article's text."""

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

_AS_BROWSERS = {  # a declared name means the larger set, says the WHATWG Encoding Standard
    **dict.fromkeys(("iso-8859-1", "latin1", "latin-1", "us-ascii", "ascii"), "cp1252"),
    **dict.fromkeys(("gb2312", "gbk"), "gb18030"),
    **dict.fromkeys(("shift_jis", "shift-jis", "sjis", "x-sjis"), "cp932"),
    **dict.fromkeys(("euc-kr", "ks_c_5601-1987"), "cp949"),
    "iso-8859-9": "cp1254",
}

_NOT_OF_TEXTS = frozenset({"idna", "punycode", "raw-unicode-escape", "unicode-escape", "utf-7"})
"""Codecs of Python that no browser reads a page in; some take a time that grows with its square."""


def read(source: SourceFile) -> Iterator[Article]:
    yield make_article(source.id, decode_source(source), source.known)


def decode_source(source: SourceFile, encoding: str | None = None) -> str:
    """
    Decode *source*: as declared, or in *encoding*; else UTF-8, else as detected.

    Raises:
        ArticleError: it holds no text, is binary, or fits no encoding.
    """
    text = decode(source.raw, source.path, source.known.encoding or encoding)
    if not text.strip("\ufeff \t\r\n\f\v\xa0"):
        raise ArticleError(source.path, "is empty")
    return text


def decode(raw: bytes, path: Path | str, encoding: str | None = None) -> str:
    """See `decode_source`. A byte order mark names its encoding and is not part of the text, except in UTF-8."""
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


def find_codec(raw: bytes, declared: str) -> str | None:
    """UTF-8 where *raw* is that, else what is *declared* for it, as browsers take it; None where neither fits."""
    codec = _AS_BROWSERS.get(declared.lower(), declared.lower())
    for name in (codec,) if codec.startswith("iso-2022") else ("utf-8", codec):
        try:
            if codecs.lookup(name).name in _NOT_OF_TEXTS:
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


def _detected(raw: bytes, path: Path | str) -> str:
    from charset_normalizer import from_bytes  # costs 40 ms, and few files need it

    best = from_bytes(raw, threshold=0.2).best()
    if best is None:
        raise ArticleError(
            path,
            'is not UTF-8, and its encoding is not clear; declare it in articles.toml: encoding = "…"',
        )
    return raw.decode(best.encoding)
