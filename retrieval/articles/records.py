"""The records of an article. All offsets are Python string indices into `Article.text`; ends are exclusive."""

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
    """Text of an article that is not part of its story, such as a link list or a picture credit."""

    start: int
    end: int
    reason: str


class PageStart(NamedTuple):
    """Where a page of a paginated article begins; its pages are numbered from 1."""

    start: int
    number: int


class Section(NamedTuple):
    """
    A heading and the paragraphs under it; a live blog has one a post.

    `heading` is None for text under no heading. `paragraphs` are in reading order, never empty,
    never overlapping, without surrounding white space.
    """

    heading: Span | None
    paragraphs: tuple[Span, ...]


class _Hashed:
    """Room for a hash that is made once; it is no field, and takes no part in what is compared."""

    __slots__ = ("_sha256",)
    _sha256: str


@dataclass(frozen=True, slots=True)
class Article(_Hashed):
    """
    What is cited.

    `text` is the source of record: for a `.txt` the decoded file, unchanged, for other formats what
    its reader took from the file. `published` is a full
    or partial ISO 8601 date ("2022-11-09", "2022-11", "2022"). `dated_by` is "text" when that date
    was inferred from the article's own words, None when the source states it. `note` is what a
    reader should know of this copy. `pages` are in order, and empty for what has no pages.
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
        """The number of the page that *offset* is on; None where there are no pages."""
        begun = bisect_right(self.pages, (offset, sys.maxsize))
        return self.pages[begun - 1].number if begun else None

    @property
    def sha256(self) -> str:
        """Of the text in UTF-8: it names this version."""
        try:
            return self._sha256
        except AttributeError:
            found = sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()
            object.__setattr__(self, "_sha256", found)
            return found

    def slice(self, span: tuple[int, int]) -> str:
        return self.text[span[0] : span[1]]

    def paragraphs(self) -> Iterator[tuple[Section, int, Span]]:
        """Each paragraph with its section and its number in that section, from 1."""
        for section in self.sections:
            for number, paragraph in enumerate(section.paragraphs, 1):
                yield section, number, paragraph
