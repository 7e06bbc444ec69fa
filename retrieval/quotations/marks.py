"""Finds the words between quotation marks, whatever marks a text uses."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple

from retrieval.articles import Span

MARKS = "\"“”„«»‘‚'’"
_OPENING, _CLOSING = "``", "''"
"""The marks of texts set in TeX, and of texts split into words as in the Penn Treebank."""

# A set of characters comes first, as `re` finds it fast. An apostrophe inside a word is no mark.
_MARK = re.compile(rf"[`{MARKS}](?:(?<=`)`|(?<=')'|(?<!`)(?:(?<!\w['’])|(?!\w)))")
_ENDING = re.compile(r"['’](?:s|t|d|m|re|ve|ll)\b(?!\w)")
"""Endings of a word that some texts separate from it."""
_CLOSED_BY = {
    "“": frozenset('”"'),
    "”": frozenset('”"'),
    '"': frozenset('"”'),
    "„": frozenset('“”"'),
    "«": frozenset("»"),
    "»": frozenset("«"),
    "‘": frozenset("’'"),
    "‚": frozenset("‘’"),
    "'": frozenset("'’"),
    _OPENING: frozenset([_CLOSING]),
}
_SPACED = frozenset([(_OPENING, _CLOSING), ("«", "»")])
"""Pairs of marks with a space inside; French puts one inside the guillemets."""
_SINGLE = frozenset("‘‚'")
_DEEPEST = 8
"""Most marks that are open at once; a text with more has lost the closing ones."""


class Marked(NamedTuple):
    """
    Words between marks, from `start` to `end`; `outer` includes the marks.

    `single` says whether the marks are single ones, which often give a word another sense.
    """

    start: int
    end: int
    outer: Span
    single: bool


class _Open(NamedTuple):
    mark: str
    at: int


def marked(text: str, paragraphs: Sequence[Span]) -> Iterator[Marked]:
    """
    Yield the words between marks in *paragraphs*, in order; of nested marks only the outermost.

    Words that no mark closes before their paragraph ends continue in the next one, if that begins
    with an opening mark as well: newspapers print several paragraphs of one speaker like this.
    Otherwise the opening mark is ignored, unless it follows a colon or begins the paragraph.
    """
    begun: Marked | None = None  # in a paragraph before, and not closed so far
    for number, paragraph in enumerate(paragraphs):
        pairs, left = _pairs(text, paragraph)
        if begun and not (pairs and pairs[0].outer.start == paragraph.start) and not (
            left and left.at == paragraph.start
        ):  # fmt: skip
            yield begun
            begun = None
        follows = paragraphs[number + 1].start if number + 1 < len(paragraphs) else paragraph.end
        goes_on = left is not None and _opens_paragraph(text, follows)
        for pair in pairs:
            if left and pair.outer.start > left.at:
                break
            if begun:
                yield _joined(begun, pair)
                begun = None
            else:
                yield pair
        if left and (goes_on or left.at == paragraph.start or _after_colon(text, left.at)):
            rest = _words(text, left.at, paragraph.end, left.mark)
            begun = _joined(begun, rest) if begun else rest
            if not goes_on:
                yield begun
                begun = None
        elif left:
            yield from (pair for pair in pairs if pair.outer.start > left.at)
    if begun:
        yield begun


def _joined(first: Marked, last: Marked) -> Marked:
    return Marked(first.start, last.end, Span(first.outer.start, last.outer.end), first.single)


def _opens_paragraph(text: str, start: int) -> bool:
    return text.startswith(('"', "“", "”", "„", "«", _OPENING), start)


def _after_colon(text: str, at: int) -> bool:
    return text[max(0, at - 3) : at].rstrip().endswith(":")


def _words(text: str, start: int, end: int, opening: str, closing: int = 0) -> Marked:
    """Return the words after the mark at *start*; a mark of *closing* characters ends them."""
    inner = text[start + len(opening) : end - closing]
    first = start + len(opening) + len(inner) - len(inner.lstrip())
    last = max(first, end - closing - (len(inner) - len(inner.rstrip())))
    return Marked(first, last, Span(start, end), opening in _SINGLE)


def _pairs(text: str, paragraph: Span) -> tuple[list[Marked], _Open | None]:
    """Return the outermost pairs of one paragraph, and the first double mark that stays open."""
    pairs: list[Marked] = []
    stack: list[_Open] = []
    for match in _MARK.finditer(text, *paragraph):
        mark, (at, end) = match[0], match.span()
        before = text[at - 1] if at > paragraph.start else " "
        after = text[end] if end < paragraph.end else " "
        if _ENDING.match(text, at):
            continue
        place = _closes(stack, mark, before, after)
        if place is not None:
            opened = stack[place]
            del stack[place:]
            pair = _words(text, opened.at, end, opened.mark, len(mark))
            while pairs and pairs[-1].outer.start > opened.at:
                pairs.pop()
            if pair.start < pair.end:
                pairs.append(pair)
        elif _opens(stack, mark, before, after):
            stack.append(_Open(mark, at))
            if len(stack) > _DEEPEST:
                del stack[0]
    left = next((opened for opened in stack if opened.mark not in _SINGLE), None)
    return pairs, left


def _closes(stack: Sequence[_Open], mark: str, before: str, after: str) -> int | None:
    """Return the place in *stack* of the mark that *mark* closes; None where it closes none."""
    for place in range(len(stack) - 1, -1, -1):
        opened = stack[place].mark
        if mark not in _CLOSED_BY[opened]:
            continue
        if before.isspace() and not after.isspace() and (opened, mark) not in _SPACED:
            return None
        if opened in _SINGLE and (after.isalnum() or before.isspace()):
            return None  # an apostrophe
        return place
    return None


def _opens(stack: Sequence[_Open], mark: str, before: str, after: str) -> bool:
    if mark not in _CLOSED_BY or before.isalnum():
        return False
    if mark in _SINGLE:
        return after.isalnum() and not (mark == "'" and after.isdigit()) and mark not in (
            opened.mark for opened in stack
        )  # fmt: skip
    if mark in "”»":
        return before.isspace() or before in "(["
    return True


def blanked(text: str, paragraph: Span, inside: Sequence[Marked], blank: str) -> str:
    """Return the paragraph with *blank* for each character between marks, and for the marks."""
    pieces: list[str] = []
    place = paragraph.start
    for marked_words in takewhile(lambda words: words.outer.start < paragraph.end, inside):
        outer = marked_words.outer
        start, end = max(outer.start, paragraph.start), min(outer.end, paragraph.end)
        if start < end:
            pieces += [text[place:start], blank * (end - start)]
            place = end
    return "".join([*pieces, text[place : paragraph.end]])
