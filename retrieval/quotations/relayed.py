"""Cues of which the speaker is not the subject: "quoted Ada Park as saying", "was told by Ada Park that"."""

from __future__ import annotations

from typing import NamedTuple

from retrieval.quotations.clauses import Clauses, Places, before_semicolon, clauses
from retrieval.quotations.subjects import Sentence, Subject, who_after, who_before

_BACK = 8
"""Most words between "quoted" and "as saying"."""


class Relayed(NamedTuple):
    """The last place of a cue, who speaks by it, and the words reported."""

    last: int
    subject: Subject
    clauses: Clauses


def relayed(sentence: Sentence, place: int) -> Relayed | None:
    """Return who speaks by the verb at *place* without being its subject."""
    speech, before = sentence.speech, sentence.word(place - 1)
    if before in speech.quoted_as and sentence.word(place).endswith("ing"):
        return _quoted(sentence, place)
    if sentence.word(place + 1) not in speech.agents:
        return None
    if place and not (before in speech.be or before in speech.between):
        return None
    subject = who_after(sentence, place + 1)
    clause = _joined(sentence, subject.last + 1) if subject else None
    return Relayed(place + 1, subject, Clauses(clause)) if subject and clause else None


def _quoted(sentence: Sentence, place: int) -> Relayed | None:
    """Return the speaker of "X was quoted as saying" and of "the Bugle quoted X as saying"."""
    speech = sentence.speech
    for at in range(place - 2, max(-1, place - 2 - _BACK), -1):
        if sentence.word(at) in speech.quoting:
            passive = sentence.word(at - 1) in speech.be
            subject = who_before(sentence, at - 1) if passive else who_after(sentence, at)
            if subject is None or subject.last >= place:
                return None
            return Relayed(place, subject, clauses(sentence, place, subject, heading=False))
    return None


def _joined(sentence: Sentence, at: int) -> Places | None:
    """Return the clause that "that", "whether" or "to" begins at *at*, or behind a comma there."""
    at += sentence.word(at) == ","
    word, end = sentence.word(at), before_semicolon(sentence, at)
    if word in sentence.speech.conjunctions and at + 1 < end:
        return at + 1, end
    if (word in sentence.speech.asks or word == "to") and at < end:
        commas = (place for place in range(at, end) if sentence.words[place].text == ",")
        return at, next(commas, end)
    return None
