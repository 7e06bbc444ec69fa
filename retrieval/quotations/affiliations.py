"""Who speaks for somebody else, by what an article says next to a name or next to a quotation."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, cached_property, lru_cache, partial
from typing import NamedTuple

from retrieval.articles import Article, Span
from retrieval.lang import registry
from retrieval.quotations.lexicon import has_body_word, is_learned
from retrieval.quotations.records import Quotation, speaker

_BESIDE = 120
"""Characters before and after a name that may say for whom it speaks."""

_BEFORE = 15
"""Characters before those that may say that this is over."""

_AROUND_CUE = 80
"""Characters before and after a cue that may say who speaks, and for whom."""

_SOME = r"(?:(?!(?:who|whom|which|that|to|of|for|from|with|by|and|or|on|in|at)\b)[\w’'-]+\s+){0,4}?"
_PLACE = r"(?:\s+(?:for|in|of)\s+(?:the\s+)?[\w-]+(?:\s+[\w-]+){0,3}?)?"
_END = r"(?![\w-]|['’]s?\b)"


class _NamePattern:
    """A pattern that has to find one of *names*: most texts have none, and it is compiled for one that has."""

    def __init__(self, names: Sequence[str], pattern: str) -> None:
        self._first_words = {word for name in names for word in name.split()[:1]}
        self._pattern = pattern

    def search(self, text: str) -> re.Match[str] | None:
        return self._compiled.search(text) if self._may_be_in(text) else None

    def match(self, text: str) -> re.Match[str] | None:
        return self._compiled.match(text) if self._may_be_in(text) else None

    def _may_be_in(self, text: str) -> bool:
        return any(word in text for word in self._first_words)

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(self._pattern)


class _Patterns(NamedTuple):
    """The words by which one speaks for another: before a name, after it, and next to a cue."""

    before: _NamePattern
    after: _NamePattern
    of: _NamePattern | None
    before_cue: _NamePattern
    after_cue: _NamePattern


def introduced(
    article: Article, quotations: Iterable[Quotation], names: Sequence[str]
) -> Iterator[tuple[Quotation, str]]:
    """
    Yield the quotations whose speaker speaks for somebody, with the words of *article* that say so.

    Args:
        names: The names of that somebody as they are written; an acronym in capitals.
    """
    patterns, known = _patterns(tuple(names)), list(quotations)
    introductions: dict[str, str] = {}
    for quotation in known:
        name = speaker(article, quotation)
        if not name or name in introductions or name in names:
            continue
        if span := _beside(article, quotation, patterns) or _unnamed(article, quotation, patterns):
            introductions[name] = _written(article, span)
    for quotation in known:
        name = speaker(article, quotation)
        if name in introductions:
            yield quotation, introductions[name]
        elif not name and (span := _unnamed(article, quotation, patterns)):
            yield quotation, _written(article, span)


def _written(article: Article, span: Span) -> str:
    return " ".join(article.slice(span).split())


def _beside(article: Article, quotation: Quotation, patterns: _Patterns) -> Span | None:
    """Return the speaker's name with the words next to it that say for whom."""
    assert quotation.name
    text, (start, end) = article.text, quotation.name
    first = max(0, start - _BESIDE)
    if match := patterns.before.search(text[first:start]):
        return _unless_over(text, Span(first + match.start(), end))
    if match := patterns.after.match(text[end : end + _BESIDE]):
        return _unless_over(text, Span(start, end + match.end()))
    # "said X of the WHO" may be about it; "X of the WHO said" and "according to X of the WHO" are not.
    cue = text[quotation.cue.start : start].strip() if quotation.cue else ""
    follows = (
        quotation.cue
        and cue == article.slice(quotation.cue)
        and not cue.lower().startswith("according")
    )
    if patterns.of and not follows and (match := patterns.of.match(text[end : end + _BESIDE])):
        return _unless_over(text, Span(start, end + match.end()))
    return None


def _unnamed(article: Article, quotation: Quotation, patterns: _Patterns) -> Span | None:
    """Return the words next to the cue by which somebody without a name speaks for them."""
    if not quotation.cue:
        return None
    text, (start, end) = article.text, quotation.cue
    first = max(0, start - _BESIDE)
    if match := patterns.before_cue.search(text[first:start]):
        return _unless_over(text, Span(first + match.start(1), first + match.end(1)))
    if match := patterns.after_cue.match(text[end : end + _BESIDE]):
        return _unless_over(text, Span(end + match.start(1), end + match.end(1)))
    return None


def _unless_over(text: str, span: Span) -> Span | None:
    """Return *span*; None where it says that somebody no longer speaks for them."""
    return None if _over().search(text, max(0, span.start - _BEFORE), span.end) else span


def is_over(text: str) -> bool:
    """Return whether the *text* beside a name says that somebody no longer is what it tells: "former envoy"."""
    return _over().search(text) is not None


@cache
def _over() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(registry.names().over)})\b", re.IGNORECASE)


@lru_cache(16)
def _patterns(names: tuple[str, ...]) -> _Patterns:
    speaks = f"(?:{'|'.join(registry.names().spokespeople)})"
    heads = f"(?:{speaks}|{'|'.join(registry.names().heads)})"
    named = "|".join(r"\s+".join(map(re.escape, name.split())) for name in names)
    them = rf"(?<![\w-])(?:{named})"
    is_body = any(name.isupper() or has_body_word(name) for name in names)
    role = heads if is_body else speaks
    owned = rf"{them}(?:['’]s?)?\s+{_SOME}{role}{_PLACE}"
    of = rf"{role}(?:\s+(?!(?:who|whom|which|that|to)\b)[\w’'-]+){{0,4}}?\s+(?:of|for|at|from|with)\s+(?:the\s+)?{them}{_END}"
    speaker_for = rf"(?:{them}(?:['’]s?)?\s+{_SOME}{speaks}|{speaks}\s+(?:of|for|at|from)\s+(?:the\s+)?{them}{_END})"
    has_members = is_body and not any(is_learned(name) for name in names)
    pattern = partial(_NamePattern, names)
    return _Patterns(
        pattern(rf"(?:(?<![\w-])(?:[Tt]he\s+)?(?:{owned}|{of}),?\s+)$"),
        pattern(rf",\s+(?:an?\s+|the\s+)?(?:{owned}|{_SOME}{of})\b"),
        pattern(rf"\s+(?:of|from)\s+(?:the\s+)?{them}{_END}") if has_members else None,
        pattern(rf"(?<![\w-])((?:[Aa]n?\s+|[Tt]he\s+)?{_SOME}{speaker_for})\s+$"),
        pattern(rf"\s+((?:an?\s+|the\s+)?{_SOME}{speaker_for})\b"),
    )


def is_said_by(
    article: Article,
    quotation: Quotation,
    wanted: Sequence[frozenset[str]],
    terms: Callable[[str], Iterable[str]],
) -> bool:
    """
    Return whether somebody wanted, or somebody for them, is the speaker, by the words around the cue.

    Args:
        wanted: For each word of the name, the terms that it may be found by.
        terms: Returns the terms of a text in the language of the article.
    """
    if not quotation.name:
        return False
    around = set(terms(article.slice(quotation.name)))
    if quotation.cue:
        start = max(0, quotation.cue.start - _AROUND_CUE)
        end = quotation.cue.end + _AROUND_CUE
        for span in (Span(start, min(end, quotation.start)), Span(max(start, quotation.end), end)):
            if span.start < span.end:
                around.update(terms(article.slice(span)))
    return sum(not around.isdisjoint(word) for word in wanted) * 2 >= len(wanted) > 0
