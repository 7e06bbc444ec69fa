"""Excerpts that show what somebody says, with the words that say who that is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from retrieval.answers.excerpts import extract_choice
from retrieval.answers.records import Excerpt, Voice, cite
from retrieval.answers.statements import Statement, sentences_of
from retrieval.answers.voices import find_voices
from retrieval.articles import Article, Span
from retrieval.index.passage_sentences import (
    MAX_EXCERPT,
    PassageSentence,
    sentences_at,
    spans_of,
)
from retrieval.index.passages import Passage, split
from retrieval.index.protocol import PassageIndex
from retrieval.quotations.records import speaker
from retrieval.ranking.question_weights import QuestionWeights
from retrieval.ranking.sentence_choice import Choice
from retrieval.text.analyzer import analyze


def build_statement_excerpt(
    statement: Statement, weights: QuestionWeights, score: float, index: PassageIndex
) -> Excerpt:
    """
    Return the excerpt that shows a *statement*, extended as other excerpts are.

    Args:
        weights: Of the words to highlight. Of a statement too long for an excerpt, the sentences from the first
            on that holds most of them are shown.
    """
    article = statement.article
    passage = _passage_at(article, statement.attributions[0].quotation.start)
    analyzed = analyze(article.text, article.language, passage.start, passage.end)
    whole = sentences_at(analyzed.terms, analyzed.places, spans_of(article, passage))
    least = _least(statement, whole, weights)
    inside = [one.terms for one in whole if least.start <= one.span.start < least.end]
    choice = Choice(least, frozenset[str]().union(*inside))
    extract = extract_choice(article, passage, whole, choice, weights)
    voices = _voices(statement, extract.span, index)
    voice = next(voice for voice in voices if voice.name == statement.name)
    return Excerpt(
        article,
        *extract.span,
        extract.highlights,
        round(score, 4),
        cite(article, article.sections[passage.section], extract.span.start),
        voice=voice,
        voices=voices,
        core_voices=(voice,),
        reference=extract.reference,
    )


def _voices(statement: Statement, span: Span, index: PassageIndex) -> tuple[Voice, ...]:
    """Return whose words stand in *span*; that of *statement* under its name, which may be longer."""
    article, own = statement.article, [one.quotation for one in statement.attributions]
    called = speaker(article, own[0])
    voices = []
    for voice in find_voices(article, index.quotations(statement.number), span):
        if voice.name in (called, statement.name):
            voice = replace(voice, name=statement.name)
        voices.append(voice)
    if not any(voice.name == statement.name for voice in voices):
        here = [Span(max(q.start, span.start), min(q.end, span.end)) for q in own]
        inside = tuple(one for one in here if one.start < one.end)
        marked = inside if own[0].form == "quoted" else ()
        voices.insert(0, Voice(statement.name, own[0].form, inside, marked))
    return tuple(voices)


def _least(
    statement: Statement, whole: Sequence[PassageSentence], weights: QuestionWeights
) -> Span:
    """
    Return the sentences of a passage that hold the words of a *statement*, as many as fit an excerpt.

    They begin with the first that holds most of what is asked.
    """
    held = sentences_of(statement)
    inside = [
        one
        for one in whole
        if any(span.start < one.span.end and one.span.start < span.end for span in held)
    ] or list(whole[:1])
    first = 0
    if inside[-1].span.end - inside[0].span.start > MAX_EXCERPT:
        shares = [weights.share(frozenset(one.terms)) for one in inside]
        first = shares.index(max(shares))
    start = inside[first].span.start
    ends = [one.span.end for one in inside[first:] if one.span.end - start <= MAX_EXCERPT]
    return Span(start, max(ends, default=inside[first].span.end))


def _passage_at(article: Article, place: int) -> Passage:
    """Return the passage of *article* that holds the character at *place*; else the next, or the last."""
    passages = list(split(article))
    return next((one for one in passages if place < one.end), passages[-1])
