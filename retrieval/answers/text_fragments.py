"""
Text fragments: links to words on a publisher's page.

See "URL Fragment Text Directives", a draft of the WICG. A browser scrolls to the first words that match a
directive `[prefix-,]start[,end][,-suffix]` and highlights them; if none match, or if it does not support
directives, it shows the page from its beginning. It ignores case and accents, treats any white space as a
space, and looks for each of the four parts inside one paragraph.
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
"""Words of the beginning and of the end: enough to find a passage, and short."""

_WHOLE = 2 * _WORDS
"""Words of a passage that is given as a whole."""

_CONTEXT = 8
"""Words before and after that a directive may add to tell a passage from others."""

_LONGEST = 16
"""Words of a beginning or an end, if no context tells it from others."""

_REACH = 2_000
"""Characters before and after in which context is looked for."""

_MOST_ENCODED = 1_500
"""Characters of a directive; a sentence without spaces may make a longer one, which is no useful link."""

_POST = re.compile(r"https?://(?:t|telegram)\.me/", re.IGNORECASE)
_LINE = re.compile(r"[^\r\n\v\f\x85\u2028\u2029]+")
_WORD = re.compile(r"[^\s、，。；：！？]+[、，。；：！？]*|[、，。；：！？]+")
"""Chinese and Japanese are cut after punctuation: only there a word certainly ends."""

_UNSEEN = re.compile(
    r"[\u00ad\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u064b-\u065f\u0670\u200b-\u200f\u2060\ufeff]+"
)
_QUOTES = str.maketrans("“”„«»‘’‚‛", '"""""\'\'\'\'')
_SPACE = re.compile(r"\s+")


class _Directive(NamedTuple):
    """The parts of a directive, as spans of the text; `end` is None if `start` is all of it."""

    prefix: Span | None
    start: Span
    end: Span | None
    suffix: Span | None


def link_to_words(url: str, text: str, start: int, end: int) -> str:
    """
    Return *url* with a directive to `text[start:end]`, where *text* is the article on that page.

    If the words, or their beginning and end, stand in *text* more than once, the fewest words before
    and after are added that make them unique. If no words do, as for a repeated paragraph, the browser
    finds the first. A fragment of *url* is kept; the address of a Telegram post is returned as it is.
    """
    start, end = trim(text, start, end)
    if start == end or _POST.match(url):
        return url
    parts = _directive(text, start, end)

    def encoded(span: Span) -> str:
        words = _SPACE.sub(" ", text[slice(*span)])
        # "-", "," and "&" have a meaning in a directive.
        return quote(words, safe="", errors="replace").replace("-", "%2D")

    written = [f"{encoded(parts.prefix)}-"] if parts.prefix else []
    written += [encoded(span) for span in (parts.start, parts.end) if span]
    written += [f"-{encoded(parts.suffix)}"] if parts.suffix else []
    page, directive = url.partition(":~:")[0], ",".join(written)
    if len(directive) > _MOST_ENCODED:
        return url
    return f"{page}{'' if '#' in page else '#'}:~:text={directive}"


def _directive(text: str, start: int, end: int) -> _Directive:
    lines = [list(_words(text, line)) for line in _lines(text, start, end)]
    first, last = lines[0], lines[-1]
    before = list(_words(text, _line_before(text, start)))[-_CONTEXT:]
    after = list(_words(text, _line_after(text, end)))[:_CONTEXT]
    page = _FoldedText(text, start, end)
    if len(lines) == 1 and len(first) <= _WHOLE:
        whole = _over(first)
        for prefix, suffix in _around(before, after):
            if page.is_unique(prefix, whole, suffix):
                return _Directive(prefix, whole, None, suffix)
        return _Directive(None, whole, None, None)
    beginning, ending = first[:_WORDS], last[-_WORDS:]
    opening = _Directive(None, _over(beginning), None, None)
    most = len(first) if len(lines) > 1 else len(first) - _WORDS
    for prefix, count in [
        *((_over(before[-n:]) if n else None, _WORDS) for n in range(len(before) + 1)),
        *((None, n) for n in range(_WORDS + 1, min(most, _LONGEST) + 1)),
    ]:
        if page.is_unique(prefix, _over(first[:count]), None):
            beginning = first[:count]
            opening = _Directive(prefix, _over(beginning), None, None)
            break
    left = [word for word in last if word.start >= beginning[-1].end]
    for suffix, count in [
        *((_over(after[:n]) if n else None, _WORDS) for n in range(len(after) + 1)),
        *((None, n) for n in range(_WORDS + 1, min(len(left), _LONGEST) + 1)),
    ]:
        if page.ends_there(opening.start, _over(left[-count:]), suffix):
            return opening._replace(end=_over(left[-count:]), suffix=suffix)
    return opening._replace(end=_over(ending))


def _around(
    before: Sequence[Span], after: Sequence[Span]
) -> Iterator[tuple[Span | None, Span | None]]:
    """Yield words before and words after, the fewest together first."""
    for count in range(len(before) + len(after) + 1):
        for after_ in range(max(0, count - len(before)), min(count, len(after)) + 1):
            before_ = count - after_
            yield (
                _over(before[-before_:]) if before_ else None,
                _over(after[:after_]) if after_ else None,
            )


class _FoldedText:
    """A text as a browser compares it, and where the words to link to stand in it."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self._text = text
        self._folded = _folded(text)
        self._start = len(fold(text[:start]))
        self._end = self._start + len(fold(text[start:end]))

    def is_unique(self, prefix: Span | None, start: Span, suffix: Span | None) -> bool:
        """Return whether *start* stands between the others in only one place."""
        pattern = self._pattern(prefix, start, suffix)
        match = pattern.search(self._folded)
        return match is not None and not pattern.search(self._folded, match.start() + 1)

    def ends_there(self, start: Span, end: Span, suffix: Span | None) -> bool:
        """
        Return whether the first *end* before *suffix* that follows *start* is where the words end.

        A browser that finds *end* before something else goes on behind it: of "a a a b" it does not find "a a"
        before "b".
        """
        at = self._start + len(fold(self._text[slice(*start)]))
        ending, whole = self._pattern(end), self._pattern(end, None, suffix)
        while match := ending.search(self._folded, at):
            if whole.match(self._folded, match.start()):
                return match.end() == self._end
            is_inside_word = self._folded[match.start() - 1 : match.start() + 1].isalnum()
            at = match.start() + 1 if is_inside_word else match.end()
        return False

    def _pattern(self, *parts: Span | None) -> re.Pattern[str]:
        folded = [re.escape(fold(self._text[slice(*part)])) for part in parts if part]
        return re.compile(" ?".join(folded))


def fold(text: str) -> str:
    """Return *text* as a browser compares it: no case, accents or zero-width signs, single spaces."""
    if text.isascii():
        return _SPACE.sub(" ", text.lower())
    bare = _UNSEEN.sub("", normalize("NFKD", text.translate(_QUOTES)))
    return _SPACE.sub(" ", _UNSEEN.sub("", normalize("NFKD", bare.casefold())))


_folded = lru_cache(maxsize=8)(fold)
"""An answer often cites one article several times, and readers page through it."""


def _over(words: Sequence[Span]) -> Span:
    return Span(words[0].start, words[-1].end)


def _words(text: str, line: Span) -> Iterator[Span]:
    for match in _WORD.finditer(text, *line):
        yield Span(*match.span())


def _lines(text: str, start: int, end: int) -> list[Span]:
    """Return the lines between *start* and *end* that are not blank."""
    lines = (Span(*match.span()) for match in _LINE.finditer(text, start, end))
    return [line for line in lines if text[slice(*line)].strip()]


def _line_before(text: str, start: int) -> Span:
    """Return the part of the line before *start*, or else the line before it."""
    lines = _lines(text, max(0, start - _REACH), start)
    return lines[-1] if lines else Span(start, start)


def _line_after(text: str, end: int) -> Span:
    lines = _lines(text, end, end + _REACH)
    return lines[0] if lines else Span(end, end)
