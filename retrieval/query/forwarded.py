"""Claims that people pass on: “Fwd: …”, “is it true that …”, “…, right?”. What is asked about is the claim."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from retrieval.articles import Span
from retrieval.lang.registry import language as language_of
from retrieval.lang.registry import possible
from retrieval.lang.schema import Forwarding
from retrieval.query.intent import question_patterns
from retrieval.query.model import ForwardedClaim
from retrieval.text.keyword_patterns import KeywordPatterns

_FEWEST_QUOTED = 4
"""Words in quotation marks from which on they can be a claim; fewer are a name or a phrase."""

_FEWEST = 3
"""Words of a claim after which, or before which, somebody asks whether it is so."""

_FEWEST_INTRODUCED = 2
"""Words of a claim after a colon, or after words such as "is it true that"."""

_FEWEST_ALONE = 8
"""Words of a message that is a claim although nothing in it says so."""

_MOST_BEFORE = 8
"""Words before a colon that still only introduce a claim."""

_MOST_BESIDE = 10
"""Words beside a claim in quotation marks; more of them are what is asked."""

_QUOTED = re.compile(
    r"\"([^\"]+)\"|“([^”]+)”|„([^“”]+)[“”]|«([^»]+)»|(?<![^\s:(])['‘]([^\n]+)['’](?!\w)"
)
_WORD = re.compile(r"[^\W_]+(?:['’.,-][^\W_]+)*")
_BREAK = " \t\n:;,.?!¿¡…–—-\"'“”„«»‘’()*_"
"""What may stand between a claim and the words around it."""

_SENTENCE_END = re.compile(r"[.!…]+[\"'”’»]?\s+")


def take_whole(message: str) -> ForwardedClaim:
    """Return all of *message* as a claim, for somebody who says that it is one."""
    return ForwardedClaim(_trim(message, Span(0, len(message))))


def find_forwarded(message: str, language: str | None) -> ForwardedClaim | None:
    """Return the claim that *message* passes on, without the words around it; None if it passes on none."""
    if len(message.split()) < _FEWEST:
        return None
    patterns = _patterns(language)
    return (
        _find_quoted(message, patterns)
        or _find_introduced(message, patterns)
        or _find_wrapped(message, patterns)
        or _find_answered_back(message, patterns)
        or _find_alone(message, language, patterns)
    )


class _Patterns(NamedTuple):
    """
    See `Forwarding`; each joins those of all languages that a message may be in.

    Attributes:
        after: With those of `tags`, which are True.
        asking: Words that begin a question or a request.
        open_asking: Those of them that ask for more than a yes or a no.
        counts: See `Questions`.
    """

    before: KeywordPatterns[None]
    after: KeywordPatterns[bool]
    hints: frozenset[str]
    polar: frozenset[str]
    back: frozenset[str]
    asking: frozenset[str]
    open_asking: frozenset[str]
    counts: KeywordPatterns[None]


@cache
def _patterns(language: str | None) -> _Patterns:
    known = possible(language)
    parts: list[Forwarding] = [other.forwarding for other in known]
    nothing = frozenset[str]()
    polar = nothing.union(*(part.polar for part in parts))
    asking = {
        word for other in known for word in other.references.asking.split("|") if word.isalpha()
    }
    requests = nothing.union(*(part.requests for part in parts))
    return _Patterns(
        KeywordPatterns((None, first, rest) for part in parts for first, rest in part.before),
        KeywordPatterns(
            [(False, first, rest) for part in parts for first, rest in part.after]
            + [(True, first, rest) for part in parts for first, rest in part.tags]
        ),
        nothing.union(*(part.hints for part in parts)),
        polar,
        nothing.union(*(part.back for part in parts)),
        requests | polar | asking,
        frozenset(asking) - polar,
        question_patterns(language).counts,
    )


def _find_quoted(message: str, patterns: _Patterns) -> ForwardedClaim | None:
    """Return a claim in quotation marks, beside which somebody passes it on, doubts it, or asks about it."""
    for match in _QUOTED.finditer(message):
        claim = Span(*next(match.span(n) for n in range(1, 6) if match[n] is not None))
        if len(_words(message, claim)) < _FEWEST_QUOTED:
            continue
        before, after = Span(0, match.start()), Span(match.end(), len(message))
        beside = [*_words(message, before), *_words(message, after)]
        asks = any(_asks_openly(_words(message, side), patterns) for side in (before, after))
        if len(beside) > _MOST_BESIDE or asks:
            return None
        doubted = not patterns.hints.isdisjoint(beside)
        questioned = "?" in message[match.end() :] and (
            not beside or (_words(message, after)[:1] and not _words(message, before))
        )
        if doubted or questioned:
            return ForwardedClaim(_trim(message, claim), _find_own(message, after, patterns))
    return None


def _find_introduced(message: str, patterns: _Patterns) -> ForwardedClaim | None:
    """Return a claim after a colon, before which a few words pass it on."""
    colon = re.search(r":(?=[\s\"'“„«‘])", message)
    if not colon:
        return None
    before = _words(message, Span(0, colon.start()))
    if len(before) > _MOST_BEFORE or patterns.hints.isdisjoint(before):
        return None
    if _asks_openly(before, patterns):
        return None
    rest = _cut_begin(message, _trim(message, Span(colon.end(), len(message))), patterns)
    claim = _cut_end(message, rest, patterns)
    words = _words(message, claim)
    if len(words) < _FEWEST_INTRODUCED or words[0] in patterns.asking - patterns.polar:
        return None
    asks = words[0] in patterns.polar and "?" in message[claim.end :]
    return None if asks else ForwardedClaim(claim)


def _find_wrapped(message: str, patterns: _Patterns) -> ForwardedClaim | None:
    """Return a claim after words such as "is it true that", or before words such as "is that right?"."""
    whole = _trim(message, Span(0, len(message)))
    rest = _cut_begin(message, whole, patterns)
    claim = _cut_end(message, rest, patterns)
    words = _words(message, claim)
    fewest = _FEWEST_INTRODUCED if claim.start > whole.start else _FEWEST
    if claim == whole or len(words) < fewest or words[0] in patterns.asking:
        return None
    return ForwardedClaim(claim)


def _find_answered_back(message: str, patterns: _Patterns) -> ForwardedClaim | None:
    """Return a claim behind which a short question refers to it: "…. did he accept that?"."""
    ends = [match.span() for match in _SENTENCE_END.finditer(message)]
    if not ends:
        return None
    claim, asked = Span(0, ends[-1][0]), Span(ends[-1][1], len(message))
    words, question = _words(message, claim), _words(message, asked)
    if len(words) < _FEWEST_QUOTED or words[0] in patterns.asking or not question:
        return None
    refers = question[0] in patterns.polar and question[-1] in patterns.back
    return ForwardedClaim(_trim(message, claim), _trim(message, asked)) if refers else None


def _find_alone(message: str, language: str | None, patterns: _Patterns) -> ForwardedClaim | None:
    """
    Return a *message* that is one long statement, with an end like that of a sentence.

    In a language whose requests are not known, "name a reason." would look like one.
    """
    if not language_of(language).forwarding.requests:
        return None
    text = message.rstrip(" \t\n\"'”’»")
    words = _words(message, Span(0, len(message)))
    states = len(words) >= _FEWEST_ALONE and text[-1:] in ".!…" and "?" not in text
    if not states or words[0] in patterns.asking:
        return None
    return ForwardedClaim(_trim(message, Span(0, len(message))))


def _asks_openly(words: Sequence[str], patterns: _Patterns) -> bool:
    """Return whether *words* begin to ask who, what or where: what is beside them is then no claim to check."""
    return (
        bool(words)
        and words[0] in patterns.open_asking
        and not patterns.counts.begins(" ".join(words))
    )


def _find_own(message: str, span: Span, patterns: _Patterns) -> Span | None:
    """Return the part of *span* that asks something of its own, besides whether it is so; None without one."""
    rest = _cut_end(message, _trim(message, span), patterns)
    words = _words(message, rest)
    return rest if words and patterns.hints.isdisjoint(words) else None


def _cut_begin(message: str, span: Span, patterns: _Patterns) -> Span:
    """Return *span* without the words at its beginning that pass a claim on."""
    while True:
        text = message[span.start : span.end]
        found = next((m for _, m in patterns.before.find(text) if m.start() == 0), None)
        if not found:
            return span
        span = _trim(message, Span(span.start + found.end(), span.end))


def _cut_end(message: str, span: Span, patterns: _Patterns) -> Span:
    """Return *span* without the words at its end that ask whether it is so."""
    while True:
        text = message[span.start : span.end]
        begin = next(_endings(text, patterns), None)
        if begin is None:
            return span
        span = _trim(message, Span(span.start, span.start + begin))


def _endings(text: str, patterns: _Patterns) -> Iterator[int]:
    """Yield where words begin that ask, up to the end of *text*, whether it is so."""
    for is_tag, match in patterns.after.find(text):
        before = text[: match.start()].rstrip()
        apart = not before or not before[-1].isalnum()
        if match.end() == len(text) and (apart or not is_tag):
            yield match.start()


def _trim(message: str, span: Span) -> Span:
    """Return *span* without the marks and the space at its ends."""
    start, end = span
    while start < end and message[start] in _BREAK:
        start += 1
    while start < end and message[end - 1] in _BREAK:
        end -= 1
    return Span(start, end)


def _words(message: str, span: Span) -> list[str]:
    """Return the words at *span*, in small letters, with straight apostrophes."""
    return [match[0].casefold().replace("’", "'") for match in _WORD.finditer(message, *span)]
