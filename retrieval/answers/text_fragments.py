"""
Links to the words themselves on the page of a publisher: text fragments.

See "URL Fragment Text Directives", a draft of the WICG. A browser scrolls to the first words that a
directive `[prefix-,]start[,end][,-suffix]` finds and marks them; where it finds none, or does not know of
directives, it shows the page from its beginning. It compares letters without their case and accents,
takes any white space for a space, and looks for each of the four inside one paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple
from unicodedata import normalize
from urllib.parse import quote

from retrieval.articles import Span
from retrieval.text.sentences import trim

_WORDS = 4
"""Of the beginning and of the end: enough to find a passage, and short."""

_WHOLE = 2 * _WORDS
"""Words of a passage that is named as a whole."""

_MOST = 8
"""Words before and after that a directive may take to tell a passage from others."""

_LONGEST = 16
"""Words of a beginning or an end that nothing around it tells from others."""

_REACH = 2_000
"""Characters before and after in which they are looked for."""

_MOST_ENCODED = 1_500
"""Characters of a directive: a sentence without spaces may make a longer one, and no link of use."""

_POST = re.compile(r"https?://(?:t|telegram)\.me/", re.IGNORECASE)
_LINE = re.compile(r"[^\r\n\v\f\x85\u2028\u2029]+")
_WORD = re.compile(r"[^\s、，。；：！？]+[、，。；：！？]*|[、，。；：！？]+")
"""Chinese and Japanese are cut after their punctuation: there alone it is plain that a word ends."""

_UNSEEN = re.compile(
    r"[\u00ad\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u064b-\u065f\u0670\u200b-\u200f\u2060\ufeff]+"
)
_QUOTES = str.maketrans("“”„«»‘’‚‛", '"""""\'\'\'\'')
_SPACE = re.compile(r"\s+")


class _Directive(NamedTuple):
    """Its parts, as spans of the text; `end` is None where `start` is all."""

    prefix: Span | None
    start: Span
    end: Span | None
    suffix: Span | None


def at_words(url: str, text: str, start: int, end: int) -> str:
    """
    *url* with a directive to `text[start:end]`, words of the article that is there.

    Where they, or their beginning and their end, stand in *text* more than once, the fewest words
    before and after are added that leave no doubt. Where none do, as for a paragraph that is there
    twice, the first is found. A fragment of *url* is kept; a post in Telegram is opened as it is.
    """
    start, end = trim(text, start, end)
    if start == end or _POST.match(url):
        return url
    of = _directive(text, start, end)

    def encoded(span: Span) -> str:
        words = _SPACE.sub(" ", text[slice(*span)])
        # "-", "," and "&" mean something there.
        return quote(words, safe="", errors="replace").replace("-", "%2D")

    parts = [f"{encoded(of.prefix)}-"] if of.prefix else []
    parts += [encoded(span) for span in (of.start, of.end) if span]
    parts += [f"-{encoded(of.suffix)}"] if of.suffix else []
    page, directive = url.partition(":~:")[0], ",".join(parts)
    if len(directive) > _MOST_ENCODED:
        return url
    return f"{page}{'' if '#' in page else '#'}:~:text={directive}"


def _directive(text: str, start: int, end: int) -> _Directive:
    lines = [list(_words(text, line)) for line in _lines(text, start, end)]
    first, last = lines[0], lines[-1]
    before = list(_words(text, _line_before(text, start)))[-_MOST:]
    after = list(_words(text, _line_after(text, end)))[:_MOST]
    seen = _Seen(text, start, end)
    if len(lines) == 1 and len(first) <= _WHOLE:
        whole = _over(first)
        for prefix, suffix in _around(before, after):
            if seen.once(prefix, whole, suffix):
                return _Directive(prefix, whole, None, suffix)
        return _Directive(None, whole, None, None)
    beginning, ending = first[:_WORDS], last[-_WORDS:]
    opening = _Directive(None, _over(beginning), None, None)
    most = len(first) if len(lines) > 1 else len(first) - _WORDS
    for prefix, count in [
        *((_over(before[-n:]) if n else None, _WORDS) for n in range(len(before) + 1)),
        *((None, n) for n in range(_WORDS + 1, min(most, _LONGEST) + 1)),
    ]:
        if seen.once(prefix, _over(first[:count]), None):
            beginning = first[:count]
            opening = _Directive(prefix, _over(beginning), None, None)
            break
    left = [word for word in last if word.start >= beginning[-1].end]
    for suffix, count in [
        *((_over(after[:n]) if n else None, _WORDS) for n in range(len(after) + 1)),
        *((None, n) for n in range(_WORDS + 1, min(len(left), _LONGEST) + 1)),
    ]:
        if seen.ends(opening.start, _over(left[-count:]), suffix):
            return opening._replace(end=_over(left[-count:]), suffix=suffix)
    return opening._replace(end=_over(ending))


def _around(
    before: Sequence[Span], after: Sequence[Span]
) -> Iterator[tuple[Span | None, Span | None]]:
    """Words before and after, the fewest together first."""
    for count in range(len(before) + len(after) + 1):
        for after_ in range(max(0, count - len(before)), min(count, len(after)) + 1):
            before_ = count - after_
            yield (
                _over(before[-before_:]) if before_ else None,
                _over(after[:after_]) if after_ else None,
            )


class _Seen:
    """A text as a browser compares it, and where some words of it are."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self._text = text
        self._folded = _folded(text)
        self._start = len(fold(text[:start]))
        self._end = self._start + len(fold(text[start:end]))

    def once(self, prefix: Span | None, start: Span, suffix: Span | None) -> bool:
        """Whether there is one place only for *start* between the others."""
        pattern = self._pattern(prefix, start, suffix)
        found = pattern.search(self._folded)
        return found is not None and not pattern.search(self._folded, found.start() + 1)

    def ends(self, start: Span, end: Span, suffix: Span | None) -> bool:
        """Whether the first *end* before *suffix* that follows *start* is where the words end."""
        after = self._start + len(fold(self._text[slice(*start)]))
        found = self._pattern(end, None, suffix).search(self._folded, after)
        length = len(fold(self._text[slice(*end)]))
        return found is not None and found.start() + length == self._end

    def _pattern(self, *parts: Span | None) -> re.Pattern[str]:
        folded = [re.escape(fold(self._text[slice(*part)])) for part in parts if part]
        return re.compile(" ?".join(folded))


def fold(text: str) -> str:
    """*text* as a browser compares it: no case, accents or signs without width; one space for any."""
    if text.isascii():
        return _SPACE.sub(" ", text.lower())
    bare = _UNSEEN.sub("", normalize("NFKD", text.translate(_QUOTES)))
    return _SPACE.sub(" ", _UNSEEN.sub("", normalize("NFKD", bare.casefold())))


_folded = lru_cache(maxsize=8)(fold)
"""An answer names an article several times, and people turn its pages."""


def _over(words: Sequence[Span]) -> Span:
    return Span(words[0].start, words[-1].end)


def _words(text: str, line: Span) -> Iterator[Span]:
    for match in _WORD.finditer(text, *line):
        yield Span(*match.span())


def _lines(text: str, start: int, end: int) -> list[Span]:
    """The lines between, but for blank ones."""
    found = (Span(*match.span()) for match in _LINE.finditer(text, start, end))
    return [line for line in found if text[slice(*line)].strip()]


def _line_before(text: str, start: int) -> Span:
    """What stands before *start* on its line, or else the line before."""
    lines = _lines(text, max(0, start - _REACH), start)
    return lines[-1] if lines else Span(start, start)


def _line_after(text: str, end: int) -> Span:
    lines = _lines(text, end, end + _REACH)
    return lines[0] if lines else Span(end, end)
