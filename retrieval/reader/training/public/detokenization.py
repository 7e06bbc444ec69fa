"""Puts back together text that a set has in tokens, as the Penn Treebank and Natural Questions write it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable

from retrieval.articles import Span
from retrieval.text.sentences import trim

_MARKS = {
    "`` ": '"',
    " ''": '"',
    "-LRB- ": "(",
    " -RRB-": ")",
    "-LSB- ": "[",
    " -RSB-": "]",
    " -- ": " – ",
}
_MARK = re.compile("|".join(_MARKS))

_SPACE = re.compile(
    r" (?=[,.;:!?%)\]](?:[\s\"'.,;)]|$))"  # before punctuation
    r"| (?=n't\b|'(?:s|re|ve|ll|d|m)\b|'(?: |$))"  # before what an apostrophe begins
    r"|(?<=[(\[$£€#]) "
    r"|(?<=\w) (?=[-/] \w)|(?<=\w [-/]) (?=\w)|(?<=\d) (?=– \d)|(?<=\d –) (?=\d)"  # in compounds and ranges
)


def detokenize(text: str, spans: Iterable[Span] = ()) -> tuple[str, list[Span]]:
    """Return *text* without the spaces that tokens have around them, and where *spans* of it are now."""
    text, moved = _replace(text, spans, _MARK)
    text, moved = _replace(text, moved, _SPACE)
    return text, [trim(text, *span) for span in moved]


def _replace(text: str, spans: Iterable[Span], pattern: re.Pattern[str]) -> tuple[str, list[Span]]:
    """Replace what *pattern* matches with its mark, or nothing."""
    ends, shifts = [0], [0]
    parts: list[str] = []
    for match in pattern.finditer(text):
        new = _MARKS.get(match[0], "")
        parts += text[ends[-1] : match.start()], new
        shifts.append(shifts[-1] + len(new) - len(match[0]))
        ends.append(match.end())

    def move(place: int) -> int:
        return place + shifts[bisect_right(ends, place) - 1]

    joined = "".join([*parts, text[ends[-1] :]])
    return joined, [Span(move(start), move(end)) for start, end in spans]
