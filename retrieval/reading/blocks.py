"""An `Article` from the blocks of a document whose structure is known."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from retrieval.articles import Article, ArticleError, PageStart, Section, Skipped, Span
from retrieval.reading.metadata import Metadata
from retrieval.reading.source import SourceFile
from retrieval.text.language import detect

_WORD = re.compile(r"[^\W_]+")
_LONGEST_TITLE = 120
_LANGUAGE = re.compile(r"([a-z]{2,3})(?:[-_]|$)")


class Block(NamedTuple):
    """
    A paragraph, a heading, a list item or a row of a table.

    Attributes:
        skipped: Why it is not part of the story, if it is not.
        pages: The pages that it has a part of, with where in `text` each starts.
    """

    text: str
    heading: bool = False
    skipped: str | None = None
    pages: tuple[PageStart, ...] = ()


def compose_article(
    source: SourceFile, id_: str, blocks: Iterable[Block], known: Metadata
) -> Article:
    """
    Return the article whose text is the *blocks* with a blank line between them.

    Args:
        known: What is known about the article. If that includes no title, a heading that the document
            begins with is the title.

    Raises:
        ArticleError: There is no text.
    """
    worded = [block for block in blocks if _WORD.search(block.text)]
    if all(block.skipped for block in worded):
        raise ArticleError(source.path, "holds no text")
    title = known.title or _title(worded)
    text, spans = _join(worded)
    sections, skipped = _sections(worded, spans, title)
    return build_article(
        id_,
        text,
        sections,
        replace(known, title=title),
        skipped=skipped,
        pages=_pages(worded, spans),
    )


def build_article(
    id_: str,
    text: str,
    sections: tuple[Section, ...],
    known: Metadata,
    skipped: tuple[Skipped, ...] = (),
    pages: tuple[PageStart, ...] = (),
) -> Article:
    """Return an article whose sections are known. The id stands in for a missing title."""
    language = _LANGUAGE.match((known.language or "").lower())
    return Article(
        id=id_,
        title=known.title or id_,
        text=text,
        publisher=known.publisher,
        author=known.author,
        published=known.published,
        dated_by=known.dated_by if known.published else None,
        url=known.url,
        language=language[1] if language else detect(text),
        sections=sections,
        skipped=skipped,
        note=known.note,
        pages=pages,
    )


def shorten(text: str, most: int = _LONGEST_TITLE) -> str:
    """Return *text* on one line, cut between words to at most *most* characters."""
    line = " ".join(text.split())
    if len(line) <= most:
        return line
    words, _, _ = line[:most].rpartition(" ")
    return (words or line[: most - 1]) + "…"


def _title(blocks: Sequence[Block]) -> str | None:
    """Return the heading that a document begins with, if it does."""
    first = next(block for block in blocks if not block.skipped)
    return shorten(first.text) if first.heading else None


def _join(blocks: Sequence[Block]) -> tuple[str, list[Span]]:
    spans: list[Span] = []
    for block in blocks:
        start = spans[-1].end + 2 if spans else 0
        spans.append(Span(start, start + len(block.text)))
    return "\n\n".join(block.text for block in blocks), spans


def _key(text: str) -> str:
    return " ".join(_WORD.findall(text.casefold()))


def _sections(
    blocks: Sequence[Block], spans: Sequence[Span], title: str | None
) -> tuple[tuple[Section, ...], tuple[Skipped, ...]]:
    """Skip headings without a paragraph, and the title where it stands above the text."""
    sections: list[Section] = []
    skipped: list[Skipped] = []
    heading: Span | None = None
    paragraphs: list[Span] = []
    for block, span in zip(blocks, spans, strict=True):
        is_title = not (sections or paragraphs) and title and _key(block.text) == _key(title)
        if block.skipped:
            skipped.append(Skipped(*span, block.skipped))
        elif block.heading:
            if paragraphs:
                sections.append(Section(heading, tuple(paragraphs)))
                heading, paragraphs = None, []
            if heading:
                skipped.append(Skipped(*heading, "empty heading"))
            heading = None if is_title else span
            if is_title:
                skipped.append(Skipped(*span, "title"))
        else:
            paragraphs.append(span)
    if paragraphs:
        sections.append(Section(heading, tuple(paragraphs)))
    elif heading:
        skipped.append(Skipped(*heading, "empty heading"))
    if not sections:  # headings are all there is
        headings = [span for block, span in zip(blocks, spans, strict=True) if not block.skipped]
        return (Section(None, tuple(headings)),), tuple(
            s for s in skipped if Span(s.start, s.end) not in headings
        )
    return tuple(sections), tuple(sorted(skipped))


def _pages(blocks: Sequence[Block], spans: Sequence[Span]) -> tuple[PageStart, ...]:
    pages: list[PageStart] = []
    for block, span in zip(blocks, spans, strict=True):
        for start, number in block.pages:
            if not pages or pages[-1].number != number:
                pages.append(PageStart(span.start + start, number))
    return tuple(pages)
