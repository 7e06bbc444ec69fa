"""Say which requirement of a question the nearest passage fails, and what it has instead."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from retrieval.answers.records import FailedRequirement, Reason
from retrieval.lang.schema import Intent
from retrieval.query.model import Query
from retrieval.query.notes import Note
from retrieval.query.terms import shorten
from retrieval.ranking.evidence import Hit, Requirement, Verdict

_REASONS: dict[Requirement, Reason] = {
    "name": "other-subject",
    "role": "other-subject",
    "place": "other-place",
    "time": "other-time",
    "number": "no-such-value",
    "kind": "no-such-value",
    "event": "no-such-value",
}

_NOTES: dict[Requirement, Note] = {
    "name": Note("The nearest article does not mention “{asked}”."),
    "place": Note("The nearest article does not mention “{asked}”."),
    "time": Note("The nearest excerpt is about another time than {asked}."),
    "number": Note("The nearest article does not have the number {asked}."),
    "kind": Note("The nearest excerpt has no number."),
    "event": Note("The nearest excerpt does not say that it happened."),
    "role": Note("The nearest excerpt does not link “{asked}” as the question does."),
}
_KINDS: dict[Intent | None, Note] = {
    "how-old": Note("The nearest excerpt does not give the age."),
    "how-long": Note("The nearest excerpt does not say how long."),
    "how-much": Note("The nearest excerpt does not give a sum of money."),
}
_COUNT = Note("The nearest excerpt does not give the number of “{asked}”.")
_NAME = Note("The nearest excerpt does not give the name of “{asked}”.")
_UNREAL = Note("The nearest excerpt only says “{instead}”, not that it happened.")
_NEAR = 3
"""Words of a question for each of those that a note repeats, at most, so that it repeats what is between."""

INSTEAD = Note("The nearest excerpt speaks of “{instead}”, not of “{asked}”.")


def list_failed(hit: Hit, query: Query) -> tuple[FailedRequirement, ...]:
    """Return the requirements of the question that a *hit* fails, each once."""
    failed: dict[tuple[str, str], FailedRequirement] = {}
    for verdict in hit.verdicts:
        if verdict.held is False:
            each = _describe(verdict, hit, query)
            failed.setdefault((each.requirement, each.words), each)
    return tuple(failed.values())


def reason_of(failed: Sequence[FailedRequirement]) -> Reason:
    """Return the reason that the first of the *failed* requirements is."""
    return _REASONS[failed[0].requirement]


def _describe(verdict: Verdict, hit: Hit, query: Query) -> FailedRequirement:
    asked = _asked(verdict.words, query)
    words = {"asked": shorten(asked)}
    note = (
        _note_on_kind(verdict, query)
        if verdict.requirement == "kind"
        else _NOTES[verdict.requirement]
    )
    if verdict.instead:
        words["instead"] = shorten(hit.article.slice(verdict.instead))
        note = _UNREAL if verdict.requirement == "event" else INSTEAD
    return FailedRequirement(verdict.requirement, asked, replace(note, words=words))


def _note_on_kind(verdict: Verdict, query: Query) -> Note:
    frame = query.frame
    if verdict.words and verdict.words == frame.named:
        return _NAME
    if verdict.words and verdict.words == frame.counted:
        return _COUNT
    return _KINDS.get(frame.asked, _NOTES["kind"])


def _asked(words: Sequence[int], query: Query) -> str:
    """Return *words* of the question with what stands between them, "mayor of Carrick", as far as it is near."""
    asked = sorted((query.words[word] for word in words), key=lambda word: word.start)
    if asked and all(query.text.startswith(word.text, word.start) for word in asked):
        between = query.text[asked[0].start : asked[-1].start + len(asked[-1].text)]
        if len(between.split()) <= _NEAR * len(asked):
            return between
    return " ".join(word.text for word in asked)
