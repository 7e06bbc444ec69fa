"""Splits words between marks where the words that say who speaks stand among them: «It rains, — said X. — Still.»"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from retrieval.articles import Span
from retrieval.lang.schema import Speech
from retrieval.quotations.interviews import has_dash
from retrieval.quotations.marks import Marked

_WORDS = r"(?P<words>[^\W\d_][^—–«»“”\"\n{}]{{2,{}}}?)"
_INSERTIONS = (
    re.compile(  # "It rains, — said X. — Still", "It rains —said X—, still"
        rf"(?:(?P<sign>[,!?…]|\.\.\.)\s?|\s)[—–]\s?{_WORDS.format('', 200)}(?P<end>[.,!?]\s[—–]\s?|[—–][.,;:]?\s|[.!?…]?$)"
    ),
    re.compile(rf"(?P<sign>,)\s{_WORDS.format(',', 60)}(?P<end>,\s)"),  # "It rains, said X, still"
)
_WORD = re.compile(r"[^\W\d_]+")
_CUE_WITHIN = 2
"""Words of an insertion among which its verb stands: "тихо сказал он"."""


def divided(text: str, marked: Sequence[Marked], speech: Speech) -> Iterator[Marked]:
    """Yield *marked* in order; words with an insertion become those before it and those after it."""
    for words in marked:
        yield from _parts(text, words, speech) if speech.inside_marks else (words,)


def with_lines(
    text: str, paragraphs: Sequence[Span], marked: Sequence[Marked], speech: Speech
) -> list[Marked]:
    """Return *marked* with what is said in paragraphs that begin with a dash and say who speaks: "— It rains, — said X."."""
    found = list(marked)
    for paragraph in paragraphs:
        if not has_dash(text, paragraph):
            continue
        line = Marked(*paragraph, paragraph, single=False)
        parts = list(_parts(text, line, speech))
        if parts[0].end < paragraph.end:
            found = [one for one in found if not _within(one, paragraph)] + parts
    return sorted(found, key=lambda one: one.start)


def _within(marked: Marked, paragraph: Span) -> bool:
    return marked.outer.start < paragraph.end and paragraph.start < marked.outer.end


def _parts(text: str, words: Marked, speech: Speech) -> Iterator[Marked]:
    start, outer = words.start, words.outer.start
    while match := _insertion(text, start, words.end, speech):
        sign = match["sign"] or ""
        cut = match.start() + len(sign)
        yield Marked(start, match.start() if sign == "," else cut, Span(outer, cut), words.single)
        start = match.end()
        outer = match.end("words") + (match["end"][0] in ".,!?")
    if start < words.end:
        yield Marked(start, words.end, Span(outer, words.outer.end), words.single)


def _insertion(text: str, start: int, end: int, speech: Speech) -> re.Match[str] | None:
    """Return the first insertion from *start* to *end*; it begins with a verb of speech."""
    for number, pattern in enumerate(_INSERTIONS):
        within = 1 if number else _CUE_WITHIN
        at = start
        while match := pattern.search(text, at, end):
            if not speech.cues.isdisjoint(_WORD.findall(match["words"])[:within]):
                return match
            at = match.start() + 1
    return None
