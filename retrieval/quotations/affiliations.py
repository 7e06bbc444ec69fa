"""Who speaks for somebody else in an article, as it says itself next to their name or next to what they say."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from retrieval.articles import Article, Span
from retrieval.quotations.attribution import Quotation, speaker
from retrieval.quotations.person_names import BODIES

_SPEAKS = (
    r"(?:spokes(?:man|woman|person|people)|press\s(?:secretary|officer|service|office)|"
    r"chief\sexecutive(?:\sofficer)?|CEO)"
)
"""Of anybody, also of what a name alone does not show to be a body."""

_HEADS = (
    rf"(?:{_SPEAKS}|head|chief|director(?:[\s-]general)?|president|chair(?:man|woman|person)?|"
    r"secretary(?:[\s-]general)?|commissioner|minister|ambassador|envoy|representative|official|boss|leader|"
    r"executive|commander|governor|coordinator)"
)
"""Of a body."""

_WITHOUT = re.compile(
    r"\b(?:former(?:ly)?|ex|one-?time|ousted|sacked|retired|late)\b", re.IGNORECASE
)
_LEARNED = re.compile(r"\b(?:University|College|School|Academy)\b")
_BESIDE = 120
"""Characters before and after a name that may tell whom it speaks for."""

_BEFORE = 15
"""Characters before those in which it may stand that this is over."""

_SOME = r"(?:(?!(?:who|whom|which|that|to|of|for|from|with|by|and|or|on|in|at)\b)[\w’'-]+\s+){0,4}?"
_PLACE = r"(?:\s+(?:for|in|of)\s+(?:the\s+)?[\w-]+(?:\s+[\w-]+){0,3}?)?"
_END = r"(?![\w-]|['’]s?\b)"


class _Ways(NamedTuple):
    """Where the words stand by which one speaks for another: what ends before, and begins after, a name or a cue."""

    before: re.Pattern[str]
    after: re.Pattern[str]
    of: re.Pattern[str] | None
    before_cue: re.Pattern[str]
    after_cue: re.Pattern[str]


def introduced(
    article: Article, said: Iterable[Quotation], names: Sequence[str]
) -> Iterator[tuple[Quotation, str]]:
    """
    Those of *said* whose speaker speaks for somebody, each with the words of *article* that tell so.

    Args:
        names: Of that somebody, each as it is written; an acronym has capitals.
    """
    ways, known = _ways(tuple(names)), list(said)
    told: dict[str, str] = {}
    for one in known:
        name = speaker(article, one)
        if (
            name
            and name not in told
            and name not in names
            and (span := _beside(article, one, ways))
        ):
            told[name] = _written(article, span)
    for one in known:
        name = speaker(article, one)
        if name in told:
            yield one, told[name]
        elif not name and (found := _unnamed(article, one, ways)):
            yield one, _written(article, found)


def _written(article: Article, span: Span) -> str:
    return " ".join(article.slice(span).split())


def _beside(article: Article, one: Quotation, ways: _Ways) -> Span | None:
    """The name of who says *one* with the words next to it that tell for whom."""
    assert one.name
    text, (start, end) = article.text, one.name
    first = max(0, start - _BESIDE)
    if match := ways.before.search(text[first:start]):
        return _unless_over(text, Span(first + match.start(), end))
    if match := ways.after.match(text[end : end + _BESIDE]):
        return _unless_over(text, Span(start, end + match.end()))
    # "said X of the WHO" may be about it; "X of the WHO said" and "according to X of the WHO" are not.
    cue = text[one.cue.start : start].strip() if one.cue else ""
    follows = one.cue and cue == article.slice(one.cue) and not cue.lower().startswith("according")
    if ways.of and not follows and (match := ways.of.match(text[end : end + _BESIDE])):
        return _unless_over(text, Span(start, end + match.end()))
    return None


def _unnamed(article: Article, one: Quotation, ways: _Ways) -> Span | None:
    """The words beside the cue by which somebody without a name speaks for them."""
    if not one.cue:
        return None
    text, (start, end) = article.text, one.cue
    first = max(0, start - _BESIDE)
    if match := ways.before_cue.search(text[first:start]):
        return _unless_over(text, Span(first + match.start(1), first + match.end(1)))
    if match := ways.after_cue.match(text[end : end + _BESIDE]):
        return _unless_over(text, Span(end + match.start(1), end + match.end(1)))
    return None


def _unless_over(text: str, span: Span) -> Span | None:
    return None if _WITHOUT.search(text, max(0, span.start - _BEFORE), span.end) else span


@lru_cache(16)
def _ways(names: tuple[str, ...]) -> _Ways:
    named = "|".join(r"\s+".join(map(re.escape, name.split())) for name in names)
    whom = rf"(?<![\w-])(?:{named})"
    is_body = any(name.isupper() or BODIES.search(name) for name in names)
    role = _HEADS if is_body else _SPEAKS
    owned = rf"{whom}(?:['’]s?)?\s+{_SOME}{role}{_PLACE}"
    of = rf"{role}(?:\s+(?!(?:who|whom|which|that|to)\b)[\w’'-]+){{0,4}}?\s+(?:of|for|at|from|with)\s+(?:the\s+)?{whom}{_END}"
    speaks = rf"(?:{whom}(?:['’]s?)?\s+{_SOME}{_SPEAKS}|{_SPEAKS}\s+(?:of|for|at|from)\s+(?:the\s+)?{whom}{_END})"
    learned = any(_LEARNED.search(name) for name in names)
    return _Ways(
        re.compile(rf"(?:(?<![\w-])(?:[Tt]he\s+)?(?:{owned}|{of}),?\s+)$"),
        re.compile(rf",\s+(?:an?\s+|the\s+)?(?:{owned}|{_SOME}{of})\b"),
        re.compile(rf"\s+(?:of|from)\s+(?:the\s+)?{whom}{_END}")
        if is_body and not learned
        else None,
        re.compile(rf"(?<![\w-])((?:[Aa]n?\s+|[Tt]he\s+)?{_SOME}{speaks})\s+$"),
        re.compile(rf"\s+((?:an?\s+|the\s+)?{_SOME}{speaks})\b"),
    )


_AROUND_CUE = 80
"""Characters before and after a cue in which stands who speaks, and for whom."""


def says(
    article: Article,
    one: Quotation,
    wanted: Sequence[frozenset[str]],
    terms: Callable[[str], Iterable[str]],
) -> bool:
    """
    Whether one of those who are asked for says *one*, or somebody for them, as the words around the cue tell.

    Args:
        wanted: For each word of the name, the terms that it may be found by.
        terms: Of a text, in the language of the article.
    """
    if not one.name:
        return False
    told = set(terms(article.slice(one.name)))
    if one.cue:
        start, end = max(0, one.cue.start - _AROUND_CUE), one.cue.end + _AROUND_CUE
        around = [Span(start, min(end, one.start)), Span(max(start, one.end), end)]
        for span in around:
            if span.start < span.end:
                told.update(terms(article.slice(span)))
    return sum(not told.isdisjoint(word) for word in wanted) * 2 >= len(wanted) > 0
