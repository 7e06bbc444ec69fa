"""The turns of a printed interview: paragraphs that begin with who speaks, "Park: It held." or "A: It held.\""""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from retrieval.articles import Span
from retrieval.quotations.marks import MARKS

_LABEL = re.compile(
    rf"(?P<label>[^\W\d_a-zа-яіїєґ][\w’'.-]*(?:\s[^\W\d_a-zа-яіїєґ][\w’'.-]*){{0,3}}):\s+(?=[^\s{MARKS}])"
)
_TURNS = 4
"""Fewest turns of an interview."""


_ANY_LABEL = re.compile(r"^[^\s:][^:\n]{0,40}:\s", re.MULTILINE)


class Turn(NamedTuple):
    """What one speaker says in one paragraph; `label` is who, as the paragraph begins."""

    label: Span
    words: Span


def may_be_interview(text: str) -> bool:
    """Return whether enough lines of *text* begin with something before a colon."""
    return len(_ANY_LABEL.findall(text)) >= _TURNS


def turns(text: str, paragraphs: Sequence[Span]) -> list[Turn]:
    """Return the turns in *paragraphs*; none where they are no interview, in which two at least alternate."""
    found = [
        Turn(Span(*match.span("label")), Span(match.end(), paragraph.end))
        for paragraph in paragraphs
        if (match := _LABEL.match(text, *paragraph))
    ]
    counts = Counter(text[slice(*turn.label)] for turn in found)
    kept = [turn for turn in found if counts[text[slice(*turn.label)]] > 1]
    several = len({text[slice(*turn.label)] for turn in kept}) > 1
    return kept if several and len(kept) >= _TURNS else []


_DASH = re.compile(r"(?:^|\n)[ \t]*[—–]\s+$")
_BEFORE = 6
"""Characters before a paragraph in which its dash stands."""
_ANY_DASH = re.compile(r"^[—–]\s", re.MULTILINE)
_EXCHANGES = 3
"""Fewest questions with an answer in an interview without the names of its speakers."""


def begins_with_dash(text: str) -> bool:
    """Return whether a line of *text* begins with a dash, as speech does in many languages."""
    return _ANY_DASH.search(text) is not None


def has_dash(text: str, paragraph: Span) -> bool:
    """Return whether a dash stands before *paragraph*, as before what somebody says."""
    return _DASH.search(text[max(0, paragraph.start - _BEFORE) : paragraph.start]) is not None


class Exchange(NamedTuple):
    """A question and its answer, in paragraphs that begin with a dash."""

    question: Span
    answer: Span


def exchanges(text: str, paragraphs: Sequence[Span]) -> list[Exchange]:
    """Return the questions with their answers, where both begin with a dash; none where there are few."""
    found: list[Exchange] = []
    asked: Span | None = None
    for paragraph in paragraphs:
        dash = has_dash(text, paragraph)
        asks = dash and text[slice(*paragraph)].rstrip().endswith("?")
        if dash and asked and not asks:
            found.append(Exchange(asked, paragraph))
        asked = paragraph if asks else None
    return found if len(found) >= _EXCHANGES else []


def first_question(text: str, paragraphs: Sequence[Span]) -> Span | None:
    """Return the first question of an interview whose answers alone are in marks; None where it is none."""
    asked = [
        question
        for question, answer in pairwise(paragraphs)
        if text[slice(*question)].rstrip().endswith("?")
        and text[question.start] not in MARKS
        and text[answer.start] in MARKS
    ]
    return asked[0] if len(asked) >= _EXCHANGES else None
