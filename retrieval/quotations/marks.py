"""Words between quotation marks, whatever the marks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple

from retrieval.articles import Span

MARKS = "\"“”„«»‘‚'’"
_OPENING, _CLOSING = "``", "''"
"""As texts have them that are split into words, after the Penn Treebank, and those that are set in TeX."""

# One set of characters to begin with, which `re` looks for at once; no apostrophe amid a word.
_MARK = re.compile(rf"[`{MARKS}](?:(?<=`)`|(?<=')'|(?<!`)(?:(?<!\w['’])|(?!\w)))")
_ENDING = re.compile(r"['’](?:s|t|d|m|re|ve|ll)\b(?!\w)")
"""Of a word, which some texts write apart."""
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
"""Marks that have a space inside: the latter in French."""
_SINGLE = frozenset("‘‚'")
_DEEPEST = 8
"""Marks open at once; a text with more has lost the closing ones."""


class Marked(NamedTuple):
    """
    Words between marks. `start` and `end` are those of the words, `outer` takes in the marks;
    `single` says that the marks are simple ones, which is often another sense of a word.
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
    What stands between marks in *paragraphs*, in order; of marks inside marks the outermost.

    Words that no mark closes before a paragraph ends go on in the next, if that begins with an
    opening mark as well, as newspapers print several paragraphs of one speaker; else the opening
    mark counts as lost, except after a colon or where the paragraph begins.
    """
    begun: Marked | None = None  # of the paragraphs before, not closed so far
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


def _joined(one: Marked, other: Marked) -> Marked:
    return Marked(one.start, other.end, Span(one.outer.start, other.outer.end), one.single)


def _opens_paragraph(text: str, start: int) -> bool:
    return text.startswith(('"', "“", "”", "„", "«", _OPENING), start)


def _after_colon(text: str, at: int) -> bool:
    return text[max(0, at - 3) : at].rstrip().endswith(":")


def _words(text: str, start: int, end: int, opening: str, closing: int = 0) -> Marked:
    """The words from the mark at *start*, with a mark of *closing* characters at their end."""
    inner = text[start + len(opening) : end - closing]
    first = start + len(opening) + len(inner) - len(inner.lstrip())
    last = max(first, end - closing - (len(inner) - len(inner.rstrip())))
    return Marked(first, last, Span(start, end), opening in _SINGLE)


def _pairs(text: str, paragraph: Span) -> tuple[list[Marked], _Open | None]:
    """The outermost pairs of one paragraph, and the first double mark left open."""
    found: list[Marked] = []
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
            while found and found[-1].outer.start > opened.at:
                found.pop()
            if pair.start < pair.end:
                found.append(pair)
        elif _opens(stack, mark, before, after):
            stack.append(_Open(mark, at))
            if len(stack) > _DEEPEST:
                del stack[0]
    left = next((one for one in stack if one.mark not in _SINGLE), None)
    return found, left


def _closes(stack: Sequence[_Open], mark: str, before: str, after: str) -> int | None:
    """The place in *stack* of what *mark* closes; None when it closes nothing."""
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
            one.mark for one in stack
        )  # fmt: skip
    if mark in "”»":
        return before.isspace() or before in "(["
    return True


def blanked(text: str, paragraph: Span, inside: Sequence[Marked], blank: str) -> str:
    """The paragraph with *blank* in place of each character between marks, and of the marks."""
    pieces: list[str] = []
    place = paragraph.start
    for one in takewhile(lambda one: one.outer.start < paragraph.end, inside):
        start, end = max(one.outer.start, paragraph.start), min(one.outer.end, paragraph.end)
        if start < end:
            pieces += [text[place:start], blank * (end - start)]
            place = end
    return "".join([*pieces, text[place : paragraph.end]])
