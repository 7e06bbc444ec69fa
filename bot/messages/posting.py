"""
The section of an article as plain messages, and where an excerpt stands in one of them.

Telegram takes a quote only if it is an exact part of the message that it is taken from; so the
messages hold the article's own words, and the place is counted in what Telegram makes of them.
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
"""Of a section that has more, those around the excerpt."""

MAX_QUOTE = 1024
"""UTF-16 units of a quote; no excerpt that is written in letters is as long."""

_MOST = MessageLimit.MAX_TEXT_LENGTH
_BETWEEN = "\n\n"

_REMOVED = dict.fromkeys(
    map(ord, "\r\u2028\u2029\u202a\u202b\u202c\u202d\u202e\u030a\u0333\u033f"), None
) | {code: " " for code in range(32) if chr(code) not in "\n\r"}
_MARKS = re.compile("[\u200e\u200f]+(?=[\u200e\u200f])")


@dataclass(frozen=True, slots=True)
class Posts:
    """
    Messages in order; that at `holding` has the excerpt after its first `before` characters.

    `first` says which part of the section the first of them is, from 1, of `of`.
    """

    texts: tuple[str, ...]
    holding: int
    before: int
    first: int
    of: int


@dataclass(frozen=True, slots=True)
class Quote:
    """A part of a message; `position` counts UTF-16 units."""

    text: str
    position: int


def posts(article: Article, excerpt: Span) -> Posts:
    """The section of *article* that holds *excerpt*, as messages of at most 4,096 UTF-16 units."""
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
    The words of *excerpt* in *message*, as Telegram shows it; None where they are not in it.

    Args:
        before: What was sent before them in that message.
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
    *text* as Telegram keeps it, but for white space at its ends: without carriage returns, line
    separators, overrides of direction and three marks; other controls are spaces, and of marks of
    direction in a row all but the last are joiners.
    """
    return _MARKS.sub(lambda found: "\u200c" * len(found[0]), text.translate(_REMOVED))


def _blocks(article: Article, excerpt: Span) -> list[Span]:
    """The heading and the paragraphs of the section; those that the excerpt touches are one block."""
    section = _section_of(article, excerpt)
    spans = [section.heading, *section.paragraphs] if section else []
    all_ = [span for span in spans if span]
    touched = [span for span in all_ if span.start < excerpt.end and excerpt.start < span.end] or [
        excerpt
    ]
    held = Span(min(touched[0].start, excerpt.start), max(touched[-1].end, excerpt.end))
    apart = [span for span in all_ if span not in touched]
    return sorted([*apart, held])


def _section_of(article: Article, excerpt: Span) -> Section | None:
    for section in article.sections:
        if section.paragraphs and section.paragraphs[-1].end > excerpt.start:
            return section
    return None


def _pieces(article: Article, blocks: Iterable[Span], excerpt: Span) -> Iterator[Span]:
    """*blocks*, each that is longer than a message cut between sentences, or else words."""
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
    """Where to cut *block*, as late as there is room, and never inside *excerpt*."""
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
    """The last place between *start* and *stop* where a word begins outside *excerpt*, or *stop*."""
    for at in range(stop, start, -1):
        if text[at - 1].isspace() and not excerpt.start < at < excerpt.end:
            return at
    return stop


def _fitting(text: str) -> str:
    """The beginning of *text* that has room in a message."""
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
