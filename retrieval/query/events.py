"""What a question takes to have happened: "did X win", "who won"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from retrieval.lang.registry import language as language_of
from retrieval.query.model import Event, Word

_SPOKEN = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_SUBJECT = 5
"""Words between "did" and its verb, at most."""


def find_events(question: str, words: Sequence[Word], language: str | None) -> Iterator[Event]:
    """
    Yield the words of *question* that may be verbs for what it takes to have happened.

    Args:
        words: Those that are searched for, in order.
    """
    known = language_of(language)
    if not known.questions.open or re.search(known.questions.open, question, re.IGNORECASE):
        return
    relations = known.relations
    spoken = {match.start(): place for place, match in enumerate(_SPOKEN.finditer(question))}
    texts = [match[0].casefold() for match in _SPOKEN.finditer(question)]
    past = [place for place, text in enumerate(texts) if text in relations.past]
    for number, word in enumerate(words):
        place = spoken.get(word.start)
        if place is None or word.name or word.weight < 1.0:
            continue
        if any(before < place <= before + 1 + _SUBJECT for before in past):
            yield Event(number, base=True)
        elif place == 1 and texts[0] in relations.asks_subject:
            yield Event(number, base=False)
