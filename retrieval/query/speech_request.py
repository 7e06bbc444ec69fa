"""Questions for somebody's words, and for who said some."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from retrieval.articles import Span
from retrieval.lang.registry import possible, union
from retrieval.lang.registry import speech as speech_of
from retrieval.lang.schema import SpeechRequests, Words
from retrieval.text.spelling import fold, nearest, slips

_WORD = re.compile(r"[^\W_]+")
_OPENINGS = re.compile(r"(?:\(\?:([\w|]+)\)|(\w+))(?![?*{])")
_LAST_WORD = re.compile(r"\w+$")
_END = " \t\n?!.…"
_MOST_WORDS = 9
"""Words that say who is to be speaking: more of them are something else."""


class RequestSpans(NamedTuple):
    """
    The parts of a question that asks for somebody's words, or for who said some.

    Attributes:
        who: The words that say who is to be speaking; None where nothing is known of them.
        topic: What the words are to be about, or the words whose speaker is asked for; None for any.
        asks_who: Whether the speaker of the words is asked for.
        firm: Whether it asks for nothing else.
        owned: Whether it asks for nothing else if `who` is somebody.
        loose: Whether the topic only says when, where or to whom the words were said.
    """

    who: Span | None
    topic: Span | None
    asks_who: bool
    firm: bool = False
    owned: bool = False
    loose: bool = False


def find_speech_requests(question: str, language: str | None) -> Iterator[RequestSpans]:
    """Yield the ways in which *question* asks for somebody's words, or for who said some, likely ones first."""
    present = frozenset(_WORD.findall(question.lower()))
    for known in possible(language):
        requests = known.speech_requests
        patterns = [
            (pattern, kind)
            for kind, listed in _by_kind(requests)
            for needed, pattern in listed
            if not needed.isdisjoint(present)
        ]
        if not patterns:
            continue
        nobody = requests.nobody.union(known.definite.split(), known.indefinite.split())
        unsaid = speech_of(known.code).unsaid | speech_of(known.code).be
        start, end = _unwrap(question, requests)
        asked = question[start:end].lower()
        for pattern, kind in patterns:
            if asked.startswith(_openings(pattern)):
                match = _compile(pattern).fullmatch(question, start, end)
                request = _read(match, requests, nobody) if match else None
                if request and not _ends_in(question, request.who, unsaid):
                    yield request._replace(firm=kind == "firm", owned=kind == "owned")


def _by_kind(requests: SpeechRequests) -> tuple[tuple[str, tuple[tuple[Words, str], ...]], ...]:
    return ("firm", requests.firm), ("owned", requests.owned), ("likely", requests.likely)


def find_misspelt_requests(
    question: str, language: str | None, unknown: Span
) -> Iterator[RequestSpans]:
    """Yield what `find_speech_requests` does if an *unknown* word of *question* is a slip in one that asks for words."""
    word = question[unknown.start : unknown.end]
    asking = frozenset[str]().union(
        *(
            needed
            for known in possible(language)
            for _, listed in _by_kind(known.speech_requests)
            for needed, _ in listed
        )
    )
    folded = fold(word)
    meant = nearest(folded, asking) if slips(folded) and folded.isalpha() else []
    if not meant:
        return
    longer = len(meant[0]) - len(word)

    def typed(span: Span | None) -> Span | None:
        """Return where *span*, a part of the question as it was meant, stands in the question as typed."""
        if span is None:
            return None
        return Span(*(place - longer if place > unknown.start else place for place in span))

    mended = f"{question[: unknown.start]}{meant[0]}{question[unknown.end :]}"
    for found in find_speech_requests(mended, language):
        yield found._replace(who=typed(found.who), topic=typed(found.topic))


def _unwrap(question: str, requests: SpeechRequests) -> tuple[int, int]:
    """Return where *question* starts and ends without the words that are around what it asks."""
    start, end = _strip(question, 0, len(question))
    before = _compile(rf"(?:{'|'.join(requests.before)})[\s,:]+") if requests.before else None
    after = _compile(rf"[\s,–—-]+(?:{'|'.join(requests.after)})") if requests.after else None
    while before and (match := before.match(question, start, end)):
        start = match.end()
    while after:
        ends = (match for match in after.finditer(question, start, end) if match.end() == end)
        match = next(ends, None)
        if not match:
            break
        start, end = _strip(question, start, match.start())
    return start, end


def _strip(question: str, start: int, end: int) -> tuple[int, int]:
    while end > start and question[end - 1] in _END + ",":
        end -= 1
    while start < end and question[start].isspace():
        start += 1
    return start, end


def _read(match: re.Match[str], requests: SpeechRequests, nobody: Words) -> RequestSpans | None:
    """Return the parts of a question that *match* finds; None where they do not tell whose words are meant."""
    groups = match.groupdict()
    asks_who = "words" in groups
    topic = _span(match, "words" if asks_who else "topic")
    loose = False
    if topic and not asks_who:
        topic, loose = _leave_audience(match.string, topic, requests)
    topic = _strip_about(match.string, topic, requests.about)
    who = Span(*match.span("who")) if groups.get("who") else None
    if asks_who:
        return RequestSpans(who, topic, True) if topic else None
    if not who:
        return None
    words = _WORD.findall(match["who"].casefold())
    if len(words) > _MOST_WORDS or all(word in nobody for word in words):
        return None
    begins = _strip_about(match.string, who, requests.about) or who
    if _asking().match(match.string, *begins):  # the pattern has found only a part of the question
        return None
    return RequestSpans(who, topic, False, loose=loose)


def _ends_in(question: str, span: Span | None, words: Words) -> bool:
    """Return whether *span* ends in one of *words*, which belong to the verb behind it: "not", "to"."""
    inside = _WORD.findall(question.casefold(), *span) if span else []
    return bool(inside) and inside[-1] in words


def _span(match: re.Match[str], group: str) -> Span | None:
    return Span(*match.span(group)) if match.groupdict().get(group) else None


def _leave_audience(question: str, topic: Span, requests: SpeechRequests) -> tuple[Span, bool]:
    """Return *topic* without those to whom the words were said, and whether it is nothing but these, or an occasion."""
    if requests.occasion and _compile(requests.occasion).fullmatch(question, *topic):
        return topic, True
    verb = _LAST_WORD.search(question[: topic.start].rstrip())
    if not requests.audience or not verb:
        return topic, False
    match = _compile(requests.audience).fullmatch(question, verb.start(), topic.end)
    if not match:
        return topic, False
    rest = _span(match, "topic")
    return rest or topic, rest is None


def _strip_about(question: str, topic: Span | None, about: str) -> Span | None:
    """Return *topic* without the words before it that say nothing of it."""
    if topic is None or not about:
        return topic
    skipped = _compile(rf"(?:(?:{about})\s+)*").match(question, *topic)
    start = skipped.end() if skipped else topic.start
    return Span(start, topic.end) if start < topic.end else None


@cache
def _asking() -> re.Pattern[str]:
    """Return a pattern of the words that a question begins with, in any language."""
    asking = union(lambda language: language.references.asking)
    return re.compile(rf"(?:{asking})\b", re.IGNORECASE)


@cache
def _openings(pattern: str) -> tuple[str, ...]:
    """Return what a text has to begin with for *pattern* to match, which is faster to see than to compile it."""
    match = _OPENINGS.match(pattern)
    return tuple((match[1] or match[2]).split("|")) if match else ("",)


@cache
def _compile(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE | re.DOTALL)
