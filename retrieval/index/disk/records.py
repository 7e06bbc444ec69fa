"""Articles and their terms to bytes and back."""

from __future__ import annotations

import json
import zlib
from array import array
from collections.abc import Iterable
from dataclasses import fields
from struct import Struct
from typing import Any, NamedTuple

from retrieval.articles import Article, PageStart, Section, Skipped, Span, StoreError
from retrieval.index.passages import Passage
from retrieval.quotations.records import Form, Quotation, speaker
from retrieval.quotations.roster import speaker_key

_PASSAGE = Struct("4I")  # all of it but its article

_TOLD = tuple(field.name for field in fields(Article) if field.name not in ("id", "text"))


def plain(article: Article) -> bytes:
    """All of *article* but its id and its text."""
    # JSON escapes what is no Unicode, such as half a surrogate pair.
    return json.dumps({name: getattr(article, name) for name in _TOLD}).encode()


def pack(record: bytes, passages: Iterable[Passage]) -> bytes:
    """What `plain` made of an article, and its passages."""
    numbers = array("I")
    for passage in passages:
        numbers.extend((passage.start, passage.end, passage.section, passage.paragraph))
    return zlib.compress(b"\0".join([record, numbers.tobytes()]), 1)


class Unpacked(NamedTuple):
    """An article, and where its passages are."""

    article: Article
    spans: bytes

    def passage(self, place: int) -> Passage:
        """The one at a *place*."""
        return Passage(self.article.id, *_PASSAGE.unpack_from(self.spans, place * _PASSAGE.size))


def unpack(id_: str, text: str, packed: bytes) -> Unpacked:
    """What `plain` and `pack` made these bytes of."""
    record, _, spans = zlib.decompress(packed).partition(b"\0")  # JSON has no such byte
    return Unpacked(article(id_, text, record), spans)


def article(id_: str, text: str, record: bytes) -> Article:
    """The article that `plain` made these bytes of."""
    told: dict[str, Any] = json.loads(record)
    told["sections"] = tuple(
        Section(Span(*heading) if heading else None, tuple(Span(*span) for span in paragraphs))
        for heading, paragraphs in told["sections"]
    )
    told["skipped"] = tuple(Skipped(*skipped) for skipped in told["skipped"])
    told["pages"] = tuple(PageStart(*start) for start in told["pages"])
    return Article(id=id_, text=text, **told)


def encode(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def decode(text: bytes) -> str:
    return text.decode("utf-8", "surrogatepass")


def sum_of(text: bytes) -> int:
    """What is kept beside a text: SQLite does not notice when a disk turns a bit of it."""
    return zlib.crc32(text)  # 0.2 µs for each kB; the hash in `articles` needs OpenSSL


def intact(id_: bytes, text: bytes, kept: int) -> str:
    """
    A text that is kept.

    Raises:
        StoreError: It is not the one that was stored.
    """
    if sum_of(text) != kept:
        raise StoreError(f"the text of {decode(id_)!r} is not what was stored")
    return decode(text)


_FORMS: tuple[Form, ...] = ("quoted", "reported")

Said = tuple[int | str | None, ...]
"""A row of the table `said` without the key of its article."""


def pack_quotation(article: Article, quotation: Quotation) -> Said:
    called = speaker(article, quotation)
    return (
        *(quotation.start, quotation.end, _FORMS.index(quotation.form)),
        *(quotation.name or (None, None)),
        *(quotation.cue or (None, None)),
        *((printable(speaker_key(called)), printable(called)) if called else (None, None)),
    )


def unpack_quotation(row: Said) -> Quotation:
    """What `pack_quotation` made this of; further columns are passed over."""
    start, end, form, *spans = (value for value in row[:7] if not isinstance(value, str))
    assert start is not None
    assert end is not None
    name, cue = ((a, b) for a, b in zip(spans[::2], spans[1::2], strict=True))
    return Quotation(start, end, _FORMS[form or 0], _span(*name), _span(*cue))


def _span(start: int | None, end: int | None) -> Span | None:
    return None if start is None or end is None else Span(start, end)


def printable(text: str) -> str:
    """*text* without halves of surrogate pairs, which are no text to SQLite."""
    return text.encode("utf-8", "replace").decode()
