"""Answers a question by what it is: a message to the program, a claim, a request for words, or any other."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from retrieval.answers import claim_check, quoted_answers
from retrieval.answers.answering import decline, make_answer, measure_coverage, refuse
from retrieval.answers.other_language import refuse_language
from retrieval.answers.quotation_requirements import hold_to_requirements
from retrieval.answers.records import Answer
from retrieval.index.protocol import PassageIndex
from retrieval.query.chat_intent import find_chat_request
from retrieval.query.model import Query, Word
from retrieval.query.other_language import find_other_language
from retrieval.query.parser import MAX_QUESTION, parse, parse_claim, without_tags
from retrieval.ranking.ranker import Ranker
from retrieval.text.language import detect


def answer_question(question: str, ranker: Ranker, top: int) -> Answer:
    """Return the answer to *question*, which may be any text, with at most *top* excerpts."""
    index = ranker.index
    if len(question) > MAX_QUESTION:
        return refuse(question, "too-long", index)
    if request := find_chat_request(question, index.vocabulary):
        return decline(question, request, index)
    return _answer(read_question(question, index), ranker, top)


def check_claim(claim: str, ranker: Ranker, top: int) -> Answer:
    """Return what bears on *claim*, with at most *top* excerpts, whatever it looks like."""
    if len(claim) > MAX_QUESTION:
        return refuse(claim, "too-long", ranker.index)
    return _answer(read_question(claim, ranker.index, parse_claim), ranker, top)


def _answer(query: Query, ranker: Ranker, top: int) -> Answer:
    index = ranker.index
    if not query.words:
        return refuse(query.text, "empty", index)
    if query.language and query.language not in index.languages:
        refusal = refuse_language(query, ranker, measure_coverage(index))
        if refusal:
            return refusal
    if query.forwarded:
        return claim_check.check_claim(query, ranker, top)
    if not query.speech_requests:
        return make_answer(ranker.rank(query, shown=top), ranker)
    quoted = quoted_answers.answer_from_quotations(query, ranker, top)
    answer = quoted or make_answer(ranker.rank(query, shown=top), ranker)
    return hold_to_requirements(answer, query, measure_coverage(index))


def read_question(question: str, index: PassageIndex, read: Callable[..., Query] = parse) -> Query:
    """
    Return *question* as it is understood in the languages of the articles, or in its own if it has another.

    Args:
        read: Parses it; see `parse`.
    """
    vocabulary = index.vocabulary
    query = read(question, vocabulary, detect(question, index.languages))
    other = find_other_language(without_tags(question), vocabulary, index.languages)
    theirs = read(question, vocabulary, other) if other else query
    return _with_terms_of(query, theirs) if other and theirs.words else query


def _with_terms_of(query: Query, other: Query) -> Query:
    """
    Return *other* with the terms of *query*, the same question read in a language of the articles.

    A stemmer of another language would miss the names that both languages share.
    """
    ours = {word.text: word for word in query.words}
    terms = {word.term: ours[word.text].term for word in other.words if word.text in ours}

    def translate(words: Iterable[Word]) -> tuple[Word, ...]:
        return tuple(ours.get(word.text, word) for word in words)

    return replace(
        other,
        words=translate(other.words),
        speaker=tuple(terms[term] for term in other.speaker if term in terms),
        topic=tuple(terms[term] for term in other.topic if term in terms),
        speech_requests=tuple(
            replace(
                request,
                who_words=translate(request.who_words),
                topic_words=translate(request.topic_words),
            )
            for request in other.speech_requests
        ),
        notes=query.notes,
    )
