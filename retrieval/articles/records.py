"""Records of an article. Offsets are Python string indices into `Article.text`; ends are exclusive."""

from __future__ import annotations

import sys
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from retrieval.articles.fingerprints import sha256


class Span(NamedTuple):
    start: int
    end: int


class Skipped(NamedTuple):
    """Text of an article that is not part of its story, such as a list of links or a picture credit."""

    start: int
    end: int
    reason: str


class PageStart(NamedTuple):
    """Where a page of a paginated article begins; its pages are numbered from 1."""

    start: int
    number: int


class Section(NamedTuple):
    """
    A heading and the paragraphs under it; a live blog has a section for each post.

    `heading` is None for text under no heading. `paragraphs` are in reading order, without
    surrounding white space; none is empty, and none overlap.
    """

    heading: Span | None
    paragraphs: tuple[Span, ...]


class _Hashed:
    """A slot for a hash computed once. It is not a field, so comparisons ignore it."""

    __slots__ = ("_sha256",)
    _sha256: str


@dataclass(frozen=True, slots=True)
class Article(_Hashed):
    """
    An article, the thing that is cited.

    `text` is the source of record: the decoded file, unchanged, for a `.txt`; what the format's
    reader extracted for other formats. `published` is a full or partial ISO 8601 date
    ("2022-11-09", "2022-11", "2022"). `dated_by` is "text" if that date was inferred from the
    article's own words, None if the source states it. `note` is what a reader should know about
    this copy. `pages` are in order, and empty for an article without pages.
    """

    id: str
    title: str
    text: str
    publisher: str | None
    author: str | None
    published: str | None
    dated_by: str | None
    url: str | None
    language: str | None
    sections: tuple[Section, ...]
    skipped: tuple[Skipped, ...]
    note: str | None = None
    pages: tuple[PageStart, ...] = ()

    def page(self, offset: int) -> int | None:
        """Return the number of the page that *offset* is on; None without pages."""
        place = bisect_right(self.pages, (offset, sys.maxsize))
        return self.pages[place - 1].number if place else None

    @property
    def sha256(self) -> str:
        """The hash of the text in UTF-8, in hexadecimal; it names this version."""
        try:
            return self._sha256
        except AttributeError:
            digest = sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()
            object.__setattr__(self, "_sha256", digest)
            return digest

    def slice(self, span: tuple[int, int]) -> str:
        return self.text[span[0] : span[1]]

    def paragraphs(self) -> Iterator[tuple[Section, int, Span]]:
        """Yield each paragraph with its section and its number in that section, from 1."""
        for section in self.sections:
            for number, paragraph in enumerate(section.paragraphs, 1):
                yield section, number, paragraph
