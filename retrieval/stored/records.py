"""Articles and their terms to bytes and back."""

from __future__ import annotations

import json
import zlib
from array import array
from collections.abc import Iterable
from dataclasses import fields
from typing import Any

import numpy as np
from numpy.typing import NDArray

from retrieval.articles import Article, PageStart, Section, Skipped, Span
from retrieval.passages import Passage

_COMMON = 0xFFFF
"""Words of a lower number take two bytes each time they stand in an article, others six."""

_TOLD = tuple(field.name for field in fields(Article) if field.name not in ("id", "text"))


def plain(article: Article) -> bytes:
    """All of *article* but its id and its text."""
    # JSON escapes what is no Unicode, such as half a surrogate pair.
    return json.dumps({name: getattr(article, name) for name in _TOLD}).encode()


def pack(record: bytes) -> bytes:
    return zlib.compress(record, 1)


def unpack(id_: str, text: str, packed: bytes) -> Article:
    """The article that `plain` and `pack` made these bytes of."""
    told: dict[str, Any] = json.loads(zlib.decompress(packed))
    told["sections"] = tuple(
        Section(Span(*heading) if heading else None, tuple(Span(*span) for span in paragraphs))
        for heading, paragraphs in told["sections"]
    )
    told["skipped"] = tuple(Skipped(*skipped) for skipped in told["skipped"])
    told["pages"] = tuple(PageStart(*start) for start in told["pages"])
    return Article(id=id_, text=text, **told)


def raw(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def cooked(text: bytes) -> str:
    return text.decode("utf-8", "surrogatepass")


def pack_passages(passages: Iterable[Passage]) -> bytes:
    numbers = array("I")
    for passage in passages:
        numbers.extend((passage.start, passage.end, passage.section, passage.paragraph))
    return zlib.compress(numbers.tobytes(), 1)


def unpack_passages(article: str, packed: bytes) -> list[Passage]:
    numbers = array("I")
    numbers.frombytes(zlib.decompress(packed))
    return [Passage(article, *numbers[at : at + 4]) for at in range(0, len(numbers), 4)]


def pack_ids(ids: NDArray[np.uint32]) -> tuple[bytes, bytes]:
    """Numbers of words: two bytes each, and apart those that do not fit."""
    rare = ids >= _COMMON
    common = np.where(rare, _COMMON, ids).astype("<u2")
    return common.tobytes(), ids[rare].astype("<u4").tobytes()


def unpack_ids(common: bytes, rare: bytes) -> NDArray[np.uint32]:
    """See `pack_ids`."""
    ids = np.frombuffer(common, "<u2").astype(np.uint32)
    if rare:
        ids[ids == _COMMON] = np.frombuffer(rare, "<u4")
    return ids
