"""The "no" to a question for somebody's words: who speaks in the articles, and on what not."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from retrieval.answers.answering import build_excerpts, measure_coverage
from retrieval.answers.records import Answer, Excerpt, FailedRequirement, NoAnswer
from retrieval.answers.speaker_directory import suggest_names
from retrieval.answers.statement_excerpts import build_statement_excerpt
from retrieval.answers.statement_ranking import Candidate
from retrieval.index.protocol import PassageIndex
from retrieval.query.model import Alternative, Query, SpeechRequest, Word
from retrieval.query.notes import Note
from retrieval.query.terms import shorten
from retrieval.ranking.question_weights import QuestionWeights
from retrieval.ranking.ranker import Ranker

_SEARCHED = 10
"""Passages whose articles may have a name."""


class Asked(NamedTuple):
    """A question, and the way to read it that counts."""

    query: Query
    request: SpeechRequest

    def weigh(self, index: PassageIndex) -> QuestionWeights:
        """Return the weights of what an excerpt highlights: of the words for the speaker and the topic."""
        words = {w.term: w for w in (*self.request.who_words, *self.request.topic_words)}
        return QuestionWeights.of(self.query.with_words(words.values()), index)


def refuse_topic(
    asked: Asked, candidates: Sequence[Candidate], confidence: float, index: PassageIndex
) -> Answer:
    """Return that whoever is meant says nothing on the topic; the nearest is the first of *candidates*."""
    topic = asked.request.topic
    match = max((one.match for one in candidates), key=lambda match: match.fit)
    count = len(match.attributions)
    words = {"name": shorten(match.name), "topic": shorten(topic)}
    if not topic:
        note = Note("It is not certain that these words of {name} are meant.", words)
    elif count == 1:
        note = Note("The articles have one statement by {name}, and not about “{topic}”.", words)
    else:
        words["count"] = str(count)
        note = Note("The articles have {count} statements by {name}, none about “{topic}”.", words)
    failed = FailedRequirement("topic", topic, note)
    nearest = show_first(asked, candidates, index)
    return _refuse(asked, index, failed, nearest, confidence, match.name)


def refuse_words(
    asked: Asked, candidates: Sequence[Candidate], confidence: float, index: PassageIndex
) -> Answer:
    """Return that nobody is quoted with such words; the nearest is the first of *candidates*."""
    words = asked.request.topic
    note = Note("Nobody is quoted with words like “{words}”.", {"words": shorten(words)})
    nearest = show_first(asked, candidates, index)
    return _refuse(asked, index, FailedRequirement("speaker", words, note), nearest, confidence)


def refuse_unquoted(asked: Asked, ranker: Ranker) -> Answer:
    """Return that whoever is meant is not quoted, and who may be meant instead."""
    who, index = asked.request.who, ranker.index
    nearest = build_excerpts(ranker.rank(asked.query, shown=1))
    words = asked.request.who_words
    corrected = [word for word in words if _is_slip(word, index)]
    unknown = find_unknown(words, index)
    others = suggest_names(unknown or (word.text for word in corrected), index)
    if not unknown and not others:
        for word in corrected:
            who = who.replace(word.text, _write(word.alternatives[0], index))
        note = Note("The articles quote nobody who is “{name}”.", {"name": shorten(who)})
        if _stands_in_articles(words, index):
            note = Note(
                "The articles mention “{name}”, but do not quote them.", {"name": shorten(who)}
            )
        return _refuse(asked, index, FailedRequirement("speaker", who, note), nearest)
    named = unknown or [word.text for word in corrected]
    told = {"name": shorten(" ".join(named)), "others": shorten(", ".join(others))}
    note = (
        Note("No article mentions “{name}”. Did you mean {others}?", told)
        if others
        else Note("No article mentions “{name}”.", told)
    )
    failed = FailedRequirement("speaker", who, note)
    return _refuse(asked, index, failed, nearest, speaker=next(iter(others), None))


def _stands_in_articles(words: Sequence[Word], index: PassageIndex) -> bool:
    """Return whether an article that has most of the *words* of a name has them side by side."""
    forms = [
        word.alternatives[0].terms if _is_slip(word, index) else (word.term,) for word in words
    ]
    name = [term for form in forms for term in form]
    passages = index.engine.search(dict.fromkeys(name, 1.0), _SEARCHED)
    return any(
        name == list(terms[start : start + len(name)])
        for number, _ in passages
        for terms in [index.terms[number]]
        for start in range(len(terms))
    )


def _is_slip(word: Word, index: PassageIndex) -> bool:
    """Return whether *word* is read as a name that the articles spell otherwise."""
    if word.term in index.vocabulary or not word.alternatives:
        return False
    return _write(word.alternatives[0], index) in index.vocabulary.similar_names(word.text)


def _write(other: Alternative, index: PassageIndex) -> str:
    return " ".join(map(index.vocabulary.written, other.terms))


def refuse_filtered(asked: Asked, index: PassageIndex) -> Answer:
    """Return that the filters leave no words of whoever is meant."""
    refusal = NoAnswer("filtered-out", (), measure_coverage(index), ())
    return Answer(asked.query.text, 0.0, (), refusal, asked.query.notes)


def find_unknown(words: Sequence[Word], index: PassageIndex) -> list[str]:
    """Return those of *words*, as typed, that no article has in any form."""
    known = index.vocabulary
    return [word.text for word in words if word.term not in known and not word.alternatives]


def show_first(
    asked: Asked, candidates: Sequence[Candidate], index: PassageIndex
) -> tuple[Excerpt, ...]:
    """Return the excerpt of the first of *candidates*, if there is one."""
    weights = asked.weigh(index)
    return tuple(
        build_statement_excerpt(one.statement, weights, one.score, index) for one in candidates[:1]
    )


# The parts of a "no" that differ from one to the other.
def _refuse(
    asked: Asked,
    index: PassageIndex,
    failed: FailedRequirement,
    nearest: Sequence[Excerpt] = (),
    confidence: float = 0.0,
    speaker: str | None = None,
) -> Answer:
    query, request = asked
    unknown = tuple(find_unknown((*request.who_words, *request.topic_words), index))
    coverage = measure_coverage(index)
    refusal = NoAnswer("not-quoted", unknown, coverage, tuple(nearest), (failed,), speaker)
    return Answer(query.text, confidence, (), refusal, query.notes)
