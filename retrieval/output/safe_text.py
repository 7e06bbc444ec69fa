"""Text of articles, made safe to print."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

# A control character in an article must not command a terminal. One for one: offsets still hold.
_HARMLESS = dict.fromkeys((*range(0x20), *range(0x7F, 0xA0)), "\ufffd") | {
    ord("\t"): " ",
    ord("\n"): "\n",
    ord("\r"): "\n",
}


def harmless(text: str) -> str:
    """Return *text* without control characters, with its length unchanged."""
    return text.translate(_HARMLESS)


def one_line(text: str) -> str:
    """Return *text* without control characters and line feeds, its words separated by one space."""
    return " ".join(harmless(text).split())


def lines_of(text: str) -> Iterator[tuple[int, int]]:
    """
    Yield the start and end of each line in *text*, without surrounding white space.

    Several empty lines in a row count as one.
    """
    position = 0
    spans = []
    for line in harmless(text).split("\n"):
        start = position + len(line) - len(line.lstrip())
        spans.append((start, max(start, position + len(line.rstrip()))))
        position += len(line) + 1
    for empty, group in groupby(spans, key=lambda span: span[0] == span[1]):
        alike = list(group)
        yield from alike[:1] if empty else alike
