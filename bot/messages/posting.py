"""
The section of an article as plain messages, and the place of an excerpt in one of them.

Telegram accepts a quote only if it is an exact part of the quoted message. So the messages contain the
article's own words, and the place is counted in the text as Telegram keeps it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from telegram.constants import MessageLimit

from bot.messages.markup import units
from retrieval.articles import Article, Section, Span
from retrieval.text.sentences import sentences, trim

MAX_MESSAGES = 3
"""Messages that are sent of a longer section: those around the excerpt."""

MAX_QUOTE = 1024
"""The most UTF-16 units of a quote; no excerpt in letters is as long."""

_MOST = MessageLimit.MAX_TEXT_LENGTH
_BETWEEN = "\n\n"

_REMOVED = dict.fromkeys(
    map(ord, "\r\u2028\u2029\u202a\u202b\u202c\u202d\u202e\u030a\u0333\u033f"), None
) | {code: " " for code in range(32) if chr(code) not in "\n\r"}
_MARKS = re.compile("[\u200e\u200f]+(?=[\u200e\u200f])")


@dataclass(frozen=True, slots=True)
class Posts:
    """
    Attributes:
        texts: Of the messages, in order.
        holding: The index of the message that contains the excerpt.
        before: The number of characters before the excerpt in that message.
        first: Which part of the section the first message is, from 1.
        of: The number of parts of the section.
    """

    texts: tuple[str, ...]
    holding: int
    before: int
    first: int
    of: int


@dataclass(frozen=True, slots=True)
class Quote:
    """A part of a message, whose `position` counts UTF-16 units."""

    text: str
    position: int


def posts(article: Article, excerpt: Span) -> Posts:
    """Return the section of *article* with *excerpt*, as messages of at most 4,096 UTF-16 units."""
    parts = list(_parts(article.text, _pieces(article, _blocks(article, excerpt), excerpt)))
    inside = next(n for n, part in enumerate(parts) if part[-1].end >= excerpt.end)
    first = max(0, min(inside - MAX_MESSAGES // 2, len(parts) - MAX_MESSAGES))
    before = 0
    for block in parts[inside]:
        if block.end >= excerpt.end:
            before += excerpt.start - block.start
            break
        before += block.end - block.start + len(_BETWEEN)
    texts = [_BETWEEN.join(map(article.slice, part)) for part in parts]
    shown = tuple(texts[first : first + MAX_MESSAGES])
    return Posts(shown, inside - first, before, first + 1, len(parts))


def quote_in(message: str, before: str, excerpt: str) -> Quote | None:
    """
    Return the words of *excerpt* in *message*, as Telegram shows it, or None if they are not in it.

    Args:
        before: The text that was sent before them in that message.
    """
    words = as_shown(excerpt).strip()
    expected = len(as_shown(before).lstrip())
    at = expected if message.startswith(words, expected) else message.find(words)
    if not words or at < 0:
        return None
    while units(words) > MAX_QUOTE:
        words = words[: MAX_QUOTE // 2].rstrip()
    return Quote(words, units(message[:at]))


def as_shown(text: str) -> str:
    """
    Return *text* as Telegram keeps it, except for white space at its ends. Carriage returns, line and
    paragraph separators, direction overrides and three combining marks are removed; other control
    characters become spaces; in a run of direction marks, all but the last become joiners.
    """
    return _MARKS.sub(lambda run: "\u200c" * len(run[0]), text.translate(_REMOVED))


def _blocks(article: Article, excerpt: Span) -> list[Span]:
    """Return the heading and paragraphs of the section; those that the excerpt touches are one block."""
    section = _section_of(article, excerpt)
    all_spans = [section.heading, *section.paragraphs] if section else []
    spans = [span for span in all_spans if span]
    touched = [span for span in spans if span.start < excerpt.end and excerpt.start < span.end] or [
        excerpt
    ]
    held = Span(min(touched[0].start, excerpt.start), max(touched[-1].end, excerpt.end))
    others = [span for span in spans if span not in touched]
    return sorted([*others, held])


def _section_of(article: Article, excerpt: Span) -> Section | None:
    for section in article.sections:
        if section.paragraphs and section.paragraphs[-1].end > excerpt.start:
            return section
    return None


def _pieces(article: Article, blocks: Iterable[Span], excerpt: Span) -> Iterator[Span]:
    """Yield *blocks*, cut between sentences, or else words, if they are longer than a message."""
    for block in blocks:
        if units(article.slice(block)) <= _MOST:
            yield block
            continue
        start = block.start
        for cut in [*_cuts(article, block, excerpt), block.end]:
            if start < cut:
                yield trim(article.text, start, cut)
                start = cut


def _cuts(article: Article, block: Span, excerpt: Span) -> Iterator[int]:
    """Yield where to cut *block*: as late as there is room, and never inside *excerpt*."""
    text, start = article.text, block.start
    ends = [span.start for span in sentences(text, *block, article.language)]
    while units(text[start : block.end]) > _MOST:
        stop = start + len(_fitting(text[start : start + _MOST]))
        if excerpt.start < stop < excerpt.end and excerpt.start > start:
            stop = excerpt.start
        allowed = [at for at in ends if start < at <= stop and not excerpt.start < at < excerpt.end]
        space = _space(text, start, stop, excerpt)
        start = allowed[-1] if allowed else space
        yield start


def _space(text: str, start: int, stop: int, excerpt: Span) -> int:
    """Return the last place between *start* and *stop* where a word begins outside *excerpt*, or *stop*."""
    for at in range(stop, start, -1):
        if text[at - 1].isspace() and not excerpt.start < at < excerpt.end:
            return at
    return stop


def _fitting(text: str) -> str:
    """Return the beginning of *text* that fits a message."""
    return text.encode("utf-16-le")[: 2 * _MOST].decode("utf-16-le", "ignore")


def _parts(text: str, pieces: Iterable[Span]) -> Iterator[Sequence[Span]]:
    part: list[Span] = []
    size = 0
    for piece in pieces:
        length = units(text[slice(*piece)]) + len(_BETWEEN)
        if part and size + length > _MOST:
            yield part
            part, size = [], 0
        part.append(piece)
        size += length
    yield part
