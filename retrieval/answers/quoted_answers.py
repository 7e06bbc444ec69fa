"""Answer questions for somebody's words, and for who said some, from what the articles attribute to whom."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from retrieval.answers import quotation_refusals as refusals
from retrieval.answers.quotation_refusals import Asked
from retrieval.answers.records import Answer, Excerpt
from retrieval.answers.speaker_directory import (
    Attribution,
    Match,
    describe,
    find_speakers,
    fit_description,
    is_somebody,
)
from retrieval.answers.speaker_profiles import names_in
from retrieval.answers.statement_excerpts import build_statement_excerpt
from retrieval.answers.statement_ranking import (
    OF_ANYBODY,
    OF_SOMEBODY,
    Candidate,
    compute_features,
    rank_statements,
)
from retrieval.answers.statements import weigh_topic
from retrieval.index.passages import Passage
from retrieval.index.protocol import PassageIndex
from retrieval.query.model import Query, SpeechRequest
from retrieval.query.notes import Note
from retrieval.query.terms import shorten
from retrieval.quotations.lexicon import is_document
from retrieval.quotations.roster import speaker_key
from retrieval.ranking.confidence import THRESHOLD
from retrieval.ranking.passage_filters import filter_articles
from retrieval.ranking.question_weights import QuestionWeights
from retrieval.ranking.ranker import Ranker
from retrieval.text.analyzer import terms
from retrieval.text.phrases import phrase_spans

_SEARCHED, _READ = 30, 12
"""Passages, and articles of them, in which whoever said something is looked for."""

_OTHER_CUE = 0.85
"""What a speaker counts for whose verb is another than that of the question."""

_LEAST = 0.5
"""Share of the best score that a further statement has to have."""


def answer_from_quotations(query: Query, ranker: Ranker, most: int = 3) -> Answer | None:
    """
    Return the answer to a question for somebody's words, or for who said some; None where it may ask for others.

    Args:
        ranker: Finds what is nearest where nobody speaks.
        most: Excerpts, at most.
    """
    for request in query.speech_requests:
        asked = Asked(query, request)
        if request.asks_who:
            answer = _answer_who(asked, ranker.index, most)
        elif is_document(request.who):
            continue
        else:
            answer = _answer_words(asked, ranker, most)
        if answer:
            return answer
    return None


def _answer_words(asked: Asked, ranker: Ranker, most: int) -> Answer | None:
    """Return the answer from the words of whoever is meant; None where the question may ask for something else."""
    (query, request), index = asked, ranker.index
    described = describe(request.who, request.who_words, query.language)
    if described is None:
        return None
    somebody = request.firm or is_somebody(described, index)
    if not (somebody or (request.owned and _is_owner(request.who, query.text))):
        return None
    found = find_speakers(described, index)
    topic = weigh_topic(query, request.topic_words, index)
    candidates = rank_statements(_allowed(found, query, index), topic, index)
    if candidates:
        held = None if request.loose else topic
        confidence = OF_SOMEBODY.judge(compute_features(candidates, held, index))
        if confidence >= THRESHOLD:
            return _answer(asked, candidates, confidence, index, most)
    if not (request.firm or (request.owned and somebody)):
        return None
    if candidates:
        return refusals.refuse_topic(asked, candidates, confidence, index)
    return (
        refusals.refuse_filtered(asked, index) if found else refusals.refuse_unquoted(asked, ranker)
    )


def _is_owner(who: str, question: str) -> bool:
    """Return whether *who* is written as an owner: "the airport's reply"."""
    return re.search(rf"{re.escape(who)}['’]", question) is not None


def _answer_who(asked: Asked, index: PassageIndex, most: int) -> Answer | None:
    """Return who said such words; None where the question may ask for something else."""
    query, request = asked
    topic = weigh_topic(query, request.topic_words, index)
    candidates = _find_saying(request, query, topic, index) if topic else []
    confidence = 0.0
    if candidates:
        known = bool(request.who_words)
        confidence = OF_ANYBODY.judge(compute_features(candidates, topic, index, known=known))
        if confidence >= THRESHOLD:
            return _answer(asked, candidates, confidence, index, most)
    return refusals.refuse_words(asked, candidates, confidence, index) if request.firm else None


def _find_saying(
    request: SpeechRequest, query: Query, topic: QuestionWeights, index: PassageIndex
) -> list[Candidate]:
    """Return what was said that is like the words of *request*, the likest first."""
    described = describe(request.who, request.who_words, query.language)
    verbs = _verbs_of(query, request)
    near: dict[int, list[Passage]] = {}
    for number, _ in index.engine.search(topic.query.worth(), _SEARCHED):
        near.setdefault(index.article_of[number], []).append(index.passages[number])
    matches = []
    for number in list(near)[:_READ]:
        article, quotations = index.articles[number], index.quotations(number)
        for name, said in names_in(article, quotations).items():
            fit = fit_description(described, article, name, said, index) if described else 1.0
            attributions = tuple(
                Attribution(number, article, each, name)
                for each in said
                if any(p.start < each.end and each.start < p.end for p in near[number])
            )
            told, others = _split_by_cue(attributions, verbs)
            if told and fit > 0:
                matches.append(Match(name, told, fit))
            if others and fit > 0:
                matches.append(Match(name, others, fit * _OTHER_CUE))
    return rank_statements(_allowed(matches, query, index), topic, index)


def _verbs_of(query: Query, request: SpeechRequest) -> frozenset[str]:
    """Return the terms of the words that say how something was said: "called" in "who called for a strike"."""
    others = {word.start for word in (*request.topic_words, *request.who_words)}
    return frozenset(word.term for word in query.words if word.start not in others)


def _split_by_cue(
    attributions: Iterable[Attribution], verbs: frozenset[str]
) -> tuple[tuple[Attribution, ...], tuple[Attribution, ...]]:
    """Return the *attributions* whose cue has one of *verbs*, and the others; all are the first without verbs."""
    told: list[Attribution] = []
    others: list[Attribution] = []
    for one in attributions:
        cue = one.quotation.cue
        words = terms(one.article.slice(cue), one.article.language) if cue else []
        (told if not verbs or not verbs.isdisjoint(words) else others).append(one)
    return tuple(told), tuple(others)


def _allowed(matches: Iterable[Match], query: Query, index: PassageIndex) -> list[Match]:
    """Return *matches* with only those words that the filters of *query* allow."""
    if not query.filters:
        return list(matches)
    among = filter_articles(query, index)
    kept = []
    for match in matches:
        attributions = tuple(
            one
            for one in match.attributions
            if (among is None or one.number in among.articles) and _has_phrases(one, query)
        )
        if attributions:
            kept.append(match._replace(attributions=attributions))
    return kept


def _has_phrases(said: Attribution, query: Query) -> bool:
    words = said.article.text[said.quotation.start : said.quotation.end]
    return all(phrase_spans(words, phrase) for phrase in query.phrases) and not any(
        phrase_spans(words, phrase) for phrase in query.excluded_phrases
    )


def _answer(
    asked: Asked, candidates: Sequence[Candidate], confidence: float, index: PassageIndex, most: int
) -> Answer:
    """Return the answer with the first of *candidates*, and with others that come near it."""
    query, request = asked
    weights = asked.weigh(index)
    excerpts: list[Excerpt] = []
    for one in candidates:
        if len(excerpts) == most or (
            request.topic_words and one.score < _LEAST * candidates[0].score
        ):
            break
        excerpt = build_statement_excerpt(one.statement, weights, one.score, index)
        excerpts = _add(excerpt, excerpts)
    notes = (*query.notes, *(() if request.asks_who else _ambiguity(candidates)))
    return Answer(query.text, confidence, tuple(excerpts), None, notes)


def _add(excerpt: Excerpt, excerpts: list[Excerpt]) -> list[Excerpt]:
    """Return *excerpts* with one more, unless one of them shows some of it or the same words."""
    for place, other in enumerate(excerpts):
        if other.article.id == excerpt.article.id:
            if other.start < excerpt.end and excerpt.start < other.end:
                return excerpts
        elif other.text.split() == excerpt.text.split():
            also = replace(other, also=(*other.also, excerpt.article))
            return [*excerpts[:place], also, *excerpts[place + 1 :]]
    return [*excerpts, excerpt]


def _ambiguity(candidates: Sequence[Candidate]) -> list[Note]:
    """Return a note of whom the question may mean as well as the speaker of the first of *candidates*."""
    first = candidates[0].match
    key = speaker_key(first.name)
    others = {
        one.match.name: None
        for one in candidates
        if one.match.name != first.name
        and one.match.fit >= first.fit
        and speaker_key(one.match.name) == key
    }
    names = {"name": shorten(first.name), "others": shorten(", ".join(others))}
    return (
        [Note("These are words of {name}. The question may also mean {others}.", names)]
        if others
        else []
    )
