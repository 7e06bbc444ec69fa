"""Say which requirement of a question the nearest passage fails, and what it has instead."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from retrieval.answers.records import FailedRequirement, Reason
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
}

_NOTES: dict[Requirement, Note] = {
    "name": Note("The nearest article does not mention “{asked}”."),
    "place": Note("The nearest article does not mention “{asked}”."),
    "time": Note("The nearest excerpt is about another time than {asked}."),
    "number": Note("The nearest article does not have the number {asked}."),
    "kind": Note("The nearest excerpt has no number."),
    "role": Note("The nearest excerpt links “{asked}” in another way."),
}
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
    asked = " ".join(query.words[word].text for word in verdict.words)
    words = {"asked": shorten(asked)}
    note = _NOTES[verdict.requirement]
    if verdict.instead:
        words["instead"] = shorten(hit.article.slice(verdict.instead))
        note = INSTEAD
    return FailedRequirement(verdict.requirement, asked, replace(note, words=words))
