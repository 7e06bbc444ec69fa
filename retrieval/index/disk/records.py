"""Converts articles and quotations to what the database stores, and back."""

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

_PASSAGE = Struct("4I")  # all fields of a passage but its article

_FIELDS = tuple(field.name for field in fields(Article) if field.name not in ("id", "text"))


def dump_article(article: Article) -> bytes:
    """Return everything about *article* except its id and its text, as JSON."""
    # JSON escapes what UTF-8 cannot encode, such as half a surrogate pair.
    return json.dumps({name: getattr(article, name) for name in _FIELDS}).encode()


def load_article(id_: str, text: str, record: bytes) -> Article:
    """Return the article that `dump_article` turned into *record*."""
    values: dict[str, Any] = json.loads(record)
    values["sections"] = tuple(
        Section(Span(*heading) if heading else None, tuple(Span(*span) for span in paragraphs))
        for heading, paragraphs in values["sections"]
    )
    values["skipped"] = tuple(Skipped(*skipped) for skipped in values["skipped"])
    values["pages"] = tuple(PageStart(*start) for start in values["pages"])
    return Article(id=id_, text=text, **values)


def pack_record(record: bytes, passages: Iterable[Passage]) -> bytes:
    """Compress what `dump_article` returned, with the article's passages."""
    numbers = array("I")
    for passage in passages:
        numbers.extend((passage.start, passage.end, passage.section, passage.paragraph))
    return zlib.compress(b"\0".join([record, numbers.tobytes()]), 1)


class UnpackedArticle(NamedTuple):
    """An article, and its passages, still packed."""

    article: Article
    spans: bytes

    def passage(self, place: int) -> Passage:
        """Return the passage at a *place*, from 0."""
        return Passage(self.article.id, *_PASSAGE.unpack_from(self.spans, place * _PASSAGE.size))


def unpack_article(id_: str, text: str, packed: bytes) -> UnpackedArticle:
    """Return the article that `pack_record` compressed."""
    record, _, spans = zlib.decompress(packed).partition(b"\0")  # JSON contains no such byte
    return UnpackedArticle(load_article(id_, text, record), spans)


def encode(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def decode(text: bytes) -> str:
    return text.decode("utf-8", "surrogatepass")


def checksum(text: bytes) -> int:
    """Return the sum stored beside a text: SQLite does not notice when a disk flips a bit of it."""
    return zlib.crc32(text)  # 0.2 µs for each kB; the hash in `articles` needs OpenSSL


def decode_checked(id_: bytes, text: bytes, stored_sum: int) -> str:
    """
    Decode the *text* of the article *id_*.

    Raises:
        StoreError: Its checksum is not the stored one.
    """
    if checksum(text) != stored_sum:
        raise StoreError(f"the text of {decode(id_)!r} is not what was stored")
    return decode(text)


_FORMS: tuple[Form, ...] = ("quoted", "reported")

QuotationRow = tuple[int | str | None, ...]
"""A row of the table `said` without the key of its article."""


def pack_quotation(
    article: Article, quotation: Quotation, *, repeated: bool = False
) -> QuotationRow:
    """Return the row of a *quotation*; of one that is *repeated* the speaker is not said to say it."""
    name = None if repeated else speaker(article, quotation)
    return (
        *(quotation.start, quotation.end, _FORMS.index(quotation.form)),
        *(quotation.name or (None, None)),
        *(quotation.cue or (None, None)),
        *(
            (replace_surrogates(speaker_key(name)), replace_surrogates(name))
            if name
            else (None, None)
        ),
    )


def unpack_quotation(row: QuotationRow) -> Quotation:
    """Return the quotation that `pack_quotation` turned into *row*; further columns are ignored."""
    start, end, form, *spans = (value for value in row[:7] if not isinstance(value, str))
    assert start is not None
    assert end is not None
    name, cue = ((a, b) for a, b in zip(spans[::2], spans[1::2], strict=True))
    return Quotation(start, end, _FORMS[form or 0], _span(*name), _span(*cue))


def _span(start: int | None, end: int | None) -> Span | None:
    return None if start is None or end is None else Span(start, end)


def replace_surrogates(text: str) -> str:
    """Return *text* with "?" for halves of surrogate pairs, which SQLite cannot store as text."""
    return text.encode("utf-8", "replace").decode()
