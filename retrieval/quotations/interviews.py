"""The turns of a printed interview: paragraphs that begin with who speaks, "Park: It held." or "A: It held.\""""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
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
