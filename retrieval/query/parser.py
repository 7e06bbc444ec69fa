"""Reads a question: its words and how else they may be written, its filters, its intent."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from retrieval.articles import Span
from retrieval.index.vocabulary import Vocabulary
from retrieval.query.chat_intent import civilities
from retrieval.query.expansion import expand, widen
from retrieval.query.filters import (
    Quoted,
    Typed,
    choose_filters,
    find_time,
    take_operators,
    take_phrases,
)
from retrieval.query.forwarded import find_forwarded, take_whole
from retrieval.query.frame import read_frame
from retrieval.query.intent import (
    find_asking_words,
    find_intent,
    find_spans,
    find_topic,
    question_patterns,
)
from retrieval.query.model import ForwardedClaim, Query, SpeechRequest, Word
from retrieval.query.notes import Note
from retrieval.query.slips import correct_slips
from retrieval.query.speech_request import find_misspelt_requests, find_speech_requests
from retrieval.query.terms import leave_out, read_words, shorten
from retrieval.text.spelling import everyday

MAX_QUESTION = 1000
"""The longest question that is accepted, in characters."""

_TAG = r"</?[a-zA-Z][^<>]{0,100}>"  # pasted with the words
_FAINT_WEIGHT = 0.2


def parse(question: str, vocabulary: Vocabulary, language: str | None = None) -> Query:
    """
    Read *question* as one to a collection with this *vocabulary*.

    A stop word that "the" makes a noun ("the who") is read as a name in capitals where the collection has
    that name. In a question with capitals, a word in lower case rarely means the name that the collection
    has for it (to be "online" is not The Sun Online).

    Args:
        language: Of the question, as an ISO 639-1 code.
    """
    typed, rest = take_operators(without_tags(question))
    if forwarded := find_forwarded(rest, language):
        return replace(_parse_claim(rest, forwarded, typed, vocabulary, language), text=question)
    phrases, excluded, rest = take_phrases(rest)
    # Excluded words are known by where they stand, which a correction may change.
    rest, slips = (rest, []) if excluded else correct_slips(rest, vocabulary, language)
    patterns = question_patterns(language)
    intent, speakers = find_intent(rest, language)
    recent = find_spans(patterns.recent, rest)
    time = find_time(rest, intent, vocabulary, language)
    faint = [*find_spans(patterns.according, rest), *([time.span] if time else [])]
    parts = _Parts(excluded, speakers, find_topic(rest, speakers), faint)
    asking = find_asking_words(rest, language), find_spans(patterns.around, rest)
    read = list(leave_out(read_words(rest, vocabulary, language), *asking))
    terms = _sort_words(read, parts)
    expanded, corrections = expand(terms.words, vocabulary, language, rest)
    words = [_with_everyday(word, vocabulary, language) for word in expanded]
    wanted, filter_notes = choose_filters(typed, time, vocabulary)
    phrase_notes = _phrase_notes(phrases, terms.excluded.values())
    return Query(
        question,
        language,
        tuple(words),
        phrases=tuple(phrase.text for phrase in phrases if not phrase.excluded),
        excluded=widen(terms.excluded, vocabulary, language),
        excluded_phrases=tuple(phrase.text for phrase in phrases if phrase.excluded),
        publisher=wanted.get("from"),
        since=wanted.get("since"),
        until=wanted.get("until"),
        recent=bool(recent),
        intent=intent,
        speaker=terms.speaker,
        topic=terms.topic,
        speech_requests=tuple(_speech_requests(rest, vocabulary, language, read, words)),
        frame=read_frame(rest, words, language),
        notes=(*slips, *corrections, *filter_notes, *phrase_notes),
    )


def parse_claim(claim: str, vocabulary: Vocabulary, language: str | None = None) -> Query:
    """Read *claim*, whatever it looks like, as a claim to check; the words around it are left out."""
    typed, rest = take_operators(without_tags(claim))
    forwarded = find_forwarded(rest, language) or take_whole(rest)
    return replace(_parse_claim(rest, forwarded, typed, vocabulary, language), text=claim)


def _parse_claim(
    message: str,
    forwarded: ForwardedClaim,
    typed: Sequence[Typed],
    vocabulary: Vocabulary,
    language: str | None,
) -> Query:
    """
    Read the claim in a *message* without the operators that were *typed* in it.

    Neither its quotation marks nor the times in it are filters: articles may tell it otherwise.
    """
    asked = [forwarded.asked] if forwarded.asked else []
    kept = _keep_only(message, [forwarded.claim, *asked])
    intent = find_intent(message[slice(*asked[0])], language)[0] if asked else None
    terms = _sort_words(read_words(kept, vocabulary, language), _Parts([], [], None, asked))
    words, corrections = expand(terms.words, vocabulary, language)
    wanted, filter_notes = choose_filters(typed, None, vocabulary)
    return Query(
        message,
        language,
        tuple(words),
        publisher=wanted.get("from"),
        since=wanted.get("since"),
        until=wanted.get("until"),
        intent=intent,
        forwarded=forwarded,
        notes=(*corrections, *filter_notes),
    )


def _keep_only(text: str, spans: Iterable[Span]) -> str:
    """Return *text* with all but *spans* blanked out, which stay in place."""
    kept = [" "] * len(text)
    for start, end in spans:
        kept[start:end] = text[start:end]
    return "".join(kept)


def _with_everyday(word: Word, vocabulary: Vocabulary, language: str | None) -> Word:
    """Return *word* with how much it is one of every day, where the collection has it in no form."""
    if word.name or word.alternatives or word.term in vocabulary:
        return word
    return replace(word, everyday=everyday(word.text, language or "en"))


class _Parts(NamedTuple):
    """
    Where those parts of a question stand whose words are not like others.

    Attributes:
        excluded: Words after a minus sign.
        speakers: The names of those whose words are asked for.
        topic: What these words are to be about.
        faint: Words that say little of what is asked.
    """

    excluded: list[Span]
    speakers: list[Span]
    topic: Span | None
    faint: list[Span]


class _Terms(NamedTuple):
    """The words of a question, one for each term, and the terms that play a part of their own in it."""

    words: list[Word]
    excluded: dict[str, str]
    speaker: tuple[str, ...]
    topic: tuple[str, ...]


def _sort_words(words: Iterable[tuple[int, Word]], parts: _Parts) -> _Terms:
    """Return *words*, each with its place, by the part of the question that they belong to."""
    by_term: dict[str, Word] = {}
    excluded: dict[str, str] = {}
    speaker: dict[str, None] = {}
    topic: dict[str, None] = {}
    for place, word in words:
        if _within(place, parts.excluded):
            excluded[word.term] = word.text
            continue
        if _within(place, parts.speakers):
            speaker[word.term] = None
        if _within(place, parts.faint):
            word = replace(word, weight=word.weight * _FAINT_WEIGHT)
        elif parts.topic and _within(place, [parts.topic]):
            topic[word.term] = None
        by_term.setdefault(word.term, word)
    for term in excluded:
        by_term.pop(term, None)
    if {word.text.casefold() for word in by_term.values()} <= civilities():
        by_term.clear()
    return _Terms(list(by_term.values()), excluded, tuple(speaker), tuple(topic))


def _speech_requests(
    question: str,
    vocabulary: Vocabulary,
    language: str | None,
    places: Sequence[tuple[int, Word]],
    words: Iterable[Word],
) -> Iterator[SpeechRequest]:
    """Yield the ways to read *question* as one for somebody's words; *places* tells where *words* stand."""
    expanded = {word.term: word for word in words}

    def inside(span: Span | None) -> tuple[Word, ...]:
        terms = {word.term: None for place, word in places if span and _within(place, [span])}
        return tuple(expanded[term] for term in terms if term in expanded)

    found = list(find_speech_requests(question, language))
    if not any(spans.firm for spans in found):
        for place, word in places:
            if word.term not in vocabulary:
                span = Span(place, place + len(word.text))
                found[:0] = find_misspelt_requests(question, language, span)
    for spans in found:
        who, topic = (question[part.start : part.end] if part else "" for part in spans[:2])
        if inside(spans.who) or (spans.asks_who and not spans.who):
            yield SpeechRequest(who, topic, inside(spans.who), inside(spans.topic), *spans[2:])


def _within(place: int, several: Iterable[Span]) -> bool:
    return any(span.start <= place < span.end for span in several)


def _phrase_notes(phrases: Iterable[Quoted], excluded: Iterable[str]) -> list[Note]:
    """Return what to tell the reader about *phrases* and *excluded* words."""
    wanted = [phrase.text for phrase in phrases if not phrase.excluded]
    unwanted = [*excluded, *(phrase.text for phrase in phrases if phrase.excluded)]
    return [
        *(
            Note("Only with the exact words “{phrase}”.", {"phrase": shorten(phrase)})
            for phrase in wanted
        ),
        *(Note("Without “{words}”.", {"words": shorten(words)}) for words in unwanted),
    ]


def without_tags(question: str) -> str:
    """Return *question* with each tag blanked out, every other character in place."""
    if "<" not in question:
        return question
    return re.sub(_TAG, lambda tag: " " * len(tag[0]), question)
