"""Whether a passage tells that something happened, and not only that it was planned, asked for or refused."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from retrieval.articles import Span
from retrieval.lang.registry import language as language_of
from retrieval.query.model import Event
from retrieval.ranking.evidence import Verdict
from retrieval.ranking.surroundings import Surroundings

_BEFORE = 60
"""Characters before a verb in which words may say that it did not happen."""


class _Patterns(NamedTuple):
    planned: re.Pattern[str]
    undone: re.Pattern[str]
    finally_done: re.Pattern[str]


@cache
def _patterns(language: str | None) -> _Patterns | None:
    known = language_of(language)
    claims = known.claims
    if not claims.plans:
        return None
    return _Patterns(
        re.compile(rf"\b(?:{claims.plans})\s$", re.IGNORECASE),
        re.compile(rf"\b(?:{claims.undone})\s$", re.IGNORECASE),
        re.compile(rf"[^.]*\b(?:{claims.finally_done})\b", re.IGNORECASE),
    )


def judge_events(place: Surroundings) -> Iterator[Verdict]:
    """Yield the first event of the question of which the sentences around say only that it did not happen."""
    for event in place.weights.query.frame.events:
        if instead := _find_unreal(place, event):
            yield Verdict("event", (event.verb,), held=False, instead=instead)
            return


def _find_unreal(place: Surroundings, event: Event) -> Span | None:
    """Return the first place at which the verb of an *event* says what did not happen, if all such places do."""
    article, query = place.hit.article, place.weights.query
    patterns = _patterns(article.language)
    word = query.words[event.verb]
    terms = {word.term, *(term for other in word.alternatives for term in other.terms)}
    verbs = [
        token for sentence in place.around for token in sentence.tokens() if token.term in terms
    ]
    if not patterns or not verbs:
        return None
    first: Span | None = None
    for verb in verbs:
        before = article.text[max(place.span.start, verb.start - _BEFORE) : verb.start]
        planned, undone = patterns.planned.search(before), patterns.undone.search(before)
        unreal = planned or undone
        same = article.text[verb.start : verb.end].casefold() == word.text.casefold()
        done = patterns.finally_done.match(
            article.text, verb.end, min(place.span.end, verb.end + _BEFORE)
        )
        # That something did not happen answers a question that may be answered by "no".
        if (
            unreal is None
            or done
            or (event.base and not same)
            or (not planned and _may_be_no(place))
        ):
            return None
        first = first or Span(verb.start - len(before) + unreal.start(), verb.end)
    return first


def _may_be_no(place: Surroundings) -> bool:
    return place.weights.query.frame.asked is None
