"""Splits text into sentences and lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

import sentencex

from retrieval.articles import Span

_CLOSERS = '"”’»)]'
_OPENERS = tuple('"“”‘«„([')
_LIST_NUMBER = re.compile(r"^[\W\d]*\d{1,3}[.)]\s*$|^\W+$")


def sentences(
    text: str, start: int, end: int, language: str | None, longest: int = 20_000
) -> list[Span]:
    """
    Split the paragraph `text[start:end]` into sentences.

    The boundaries are those of sentencex (Wikimedia), which knows the abbreviations of the language.

    Args:
        longest: Characters. A longer paragraph is not prose, and is cut there between two words, as the
            time that sentencex takes grows with the square of the number of opened quotation marks.

    Returns:
        Spans of *text*, in order and without overlap or surrounding white space; together they hold
        every other character of the paragraph. A quotation of several sentences may be one span,
        as it is for a reader.
    """
    spans: list[Span] = []
    while end - start > longest:
        cut = max(text.rfind(blank, start + longest // 2, start + longest) for blank in " \n") + 1
        cut = cut or start + longest
        spans += _sentences(text, start, cut, language)
        start = cut
    return spans + _sentences(text, start, end, language)


def _sentences(text: str, start: int, end: int, language: str | None) -> list[Span]:
    paragraph = text[start:end]
    spans: list[Span] = []
    first = 0
    for piece in sentencex.get_sentence_boundaries(language or "en", paragraph):
        last = piece["end_index"]
        rest = paragraph[first:last].lstrip(_CLOSERS)
        closers = last - first - len(rest)
        if spans and closers and rest[:1].isspace():  # they end the sentence before
            first += closers
            spans[-1] = Span(spans[-1].start, start + first)
        if last < len(paragraph):
            most = paragraph[first:last].rstrip()
            if most.endswith(_OPENERS) and most[-2:-1].isspace():  # it begins the sentence after
                last = first + len(most) - 1
            if _LIST_NUMBER.match(paragraph[first:last]):
                continue  # it belongs to the sentence after it
        trimmed = trim(text, start + first, start + last)
        if trimmed.start < trimmed.end:
            spans.append(trimmed)
        first = last
    return spans


def split_long(text: str, sentence: Span, longest: int) -> list[Span]:
    """
    Split a *sentence* of more than *longest* characters at each mark that may end a sentence.

    Such a sentence is mostly a quotation of several, too long to show as one.
    """
    if sentence.end - sentence.start <= longest:
        return [sentence]
    ends = re.finditer(r"[.!?…]+[\"”’»)]*\s+", text[sentence.start : sentence.end])
    bounds = [sentence.start, *(sentence.start + end.end() for end in ends), sentence.end]
    pieces = [trim(text, *pair) for pair in pairwise(bounds)]
    return [piece for piece in pieces if piece.start < piece.end]


def trim(text: str, start: int, end: int) -> Span:
    """Return `text[start:end]` without the white space around it."""
    piece = text[start:end]
    stripped = piece.strip(_BLANK)
    if not stripped:
        return Span(start, start)
    offset = start + piece.index(stripped)
    return Span(offset, offset + len(stripped))


_BLANK = " \t\r\n\v\f\x1c\x1d\x1e\x1f\x85\xa0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u200b\u2028\u2029\u202f\u205f\u3000\ufeff"
"""What `str.strip()` removes, and the zero-width marks that saved pages leave behind."""


def lines(text: str) -> Iterator[Span]:
    """Yield each line of *text* that is not blank, without the white space around it."""
    for match in re.finditer(r"[^\r\n\v\f\x85\u2028\u2029]+", text):
        line = trim(text, match.start(), match.end())
        if line.start < line.end:
            yield line
