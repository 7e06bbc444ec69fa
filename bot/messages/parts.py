"""Splits an article into parts that fit a message: whole paragraphs below their headings, as offsets."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from bot.messages.markup import units
from retrieval.articles import Article, Span

MAX_PART = 2_000
"""The most UTF-16 units of a part, without a heading: the lines above it need the rest of a message."""

_BETWEEN = 2
"""Line breaks between two blocks."""

_LONGEST_HEADING = 150
"""Characters; a longer one is shown as a paragraph."""

_SPACE = re.compile(r"\s*")


@dataclass(frozen=True, slots=True)
class ArticleBlock:
    """A heading, a paragraph, or a piece of one that is longer than a part, without space around it."""

    span: Span
    heading: bool = False


@lru_cache(16)
def parts(article: Article) -> tuple[tuple[ArticleBlock, ...], ...]:
    """Return the parts of *article* in reading order; an empty article has one empty part. Readers page through few."""
    done: list[tuple[ArticleBlock, ...]] = []
    part: list[ArticleBlock] = []
    size = 0
    for block in _blocks(article):
        length = _size(article, block)
        if part and size + length > MAX_PART:
            # A heading goes with the text below it.
            over = [part.pop()] if part[-1].heading and len(part) > 1 else []
            done.append(tuple(part))
            part, size = over, sum(_size(article, heading) for heading in over)
        part.append(block)
        size += length
    return (*done, tuple(part))


def part_with(parts: Sequence[Sequence[ArticleBlock]], offset: int) -> int:
    """Return the index of the part with the character at *offset*: the last that begins before it."""
    holding = [n for n, part in enumerate(parts) if part and part[0].span.start <= offset]
    return holding[-1] if holding else 0


def _size(article: Article, block: ArticleBlock) -> int:
    return units(article.slice(block.span)) + _BETWEEN


def _blocks(article: Article) -> Iterator[ArticleBlock]:
    for section in article.sections:
        if section.heading:
            if len(article.slice(section.heading)) <= _LONGEST_HEADING:
                yield ArticleBlock(section.heading, heading=True)
            else:
                yield from map(ArticleBlock, _pieces(article.text, section.heading))
        for paragraph in section.paragraphs:
            yield from map(ArticleBlock, _pieces(article.text, paragraph))


def _pieces(text: str, paragraph: Span) -> Iterator[Span]:
    """Yield *paragraph*, cut between words if it is longer than a part."""
    start, end = paragraph
    most = MAX_PART - _BETWEEN
    while end - start > most or units(text[start:end]) > most:
        # A character takes up one or two units.
        stop = start + most // 2
        space = max(text.rfind(" ", start, stop), text.rfind("\n", start, stop))
        cut = space if space > start else stop
        yield Span(start, cut)
        after = _SPACE.match(text, cut, end)
        start = after.end() if after else cut
    if start < end:
        yield Span(start, end)
