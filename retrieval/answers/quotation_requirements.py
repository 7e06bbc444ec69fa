"""What a question asks of somebody's words besides the speaker: another time, or somebody else, is no answer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from retrieval.answers.failed_requirements import reason_of
from retrieval.answers.records import Answer, Coverage, Excerpt, FailedRequirement, NoAnswer
from retrieval.articles import Span
from retrieval.query.model import Query
from retrieval.query.notes import Note
from retrieval.query.terms import shorten
from retrieval.ranking.ranker import FAILED
from retrieval.ranking.value_requirements import is_of_time
from retrieval.text.spelling import fold


def hold_to_requirements(answer: Answer, query: Query, coverage: Coverage) -> Answer:
    """Return *answer* to a question for words; a no where its first excerpt fails a requirement of *query*."""
    if not answer.excerpts:
        return answer
    failed = tuple(_list_failed(query, answer.excerpts[0]))
    if not failed:
        return answer
    refusal = NoAnswer(reason_of(failed), (), coverage, answer.excerpts[:1], failed)
    confidence = round(answer.confidence * FAILED, 4)
    return replace(answer, confidence=confidence, excerpts=(), no_answer=refusal)


def _list_failed(query: Query, excerpt: Excerpt) -> Iterator[FailedRequirement]:
    span = Span(excerpt.start, excerpt.end)
    for time in query.frame.times:
        if is_of_time(time, excerpt.article, span) is False:
            asked = query.text[time.start : time.end]
            note = Note(
                "The nearest excerpt is about another time than {asked}.", {"asked": shorten(asked)}
            )
            yield FailedRequirement("time", asked, note)
    action = query.frame.action
    if not action or action.subject is not None or action.target is None or not excerpt.speaker:
        return
    target = [query.words[word].text for word in query.frame.names[action.target]]
    speaker = set(map(fold, excerpt.speaker.split()))
    if fold(target[-1]) in speaker:
        names = {"name": shorten(excerpt.speaker)}
        note = Note(
            "The nearest excerpt has words of {name}, and not what was said to them.", names
        )
        yield FailedRequirement("role", " ".join(target), note)
