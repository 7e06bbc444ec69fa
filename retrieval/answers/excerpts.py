"""Excerpts: what a reader sees of a hit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from retrieval.answers.records import Excerpt, cite
from retrieval.answers.voices import find_core_voices, find_main_voice, find_voices
from retrieval.articles import Article, Span
from retrieval.index.passage_sentences import MAX_EXCERPT, PassageSentence
from retrieval.index.passages import Passage, split_at_skipped
from retrieval.quotations import coreference
from retrieval.quotations.records import Reference
from retrieval.ranking.evidence import Hit
from retrieval.ranking.near_duplicates import RankedGroup
from retrieval.ranking.question_weights import QuestionWeights
from retrieval.ranking.sentence_choice import Choice, cut, extend, find_matches
from retrieval.text.analyzer import Token, analyze
from retrieval.text.context_dependence import depends_on_context
from retrieval.text.sentences import sentences


class Extract(NamedTuple):
    """
    The part of an article that an excerpt shows.

    Attributes:
        highlights: The words that match the question, in order, not touching each other.
        reference: Whom the first words refer to, if the sentence that names them does not fit.
    """

    span: Span
    highlights: tuple[Span, ...]
    reference: Reference | None


def build_excerpt(group: RankedGroup, weights: QuestionWeights) -> Excerpt:
    """Return the excerpt for the hit of a *group*."""
    hit = group.hit
    assert hit.choice  # `group_repeats` keeps no other
    answer = hit.reading.answer if hit.reading else None
    extract = extract_choice(hit.article, hit.passage, hit.sentences, hit.choice, weights, answer)
    return cite_extract(extract, hit, tuple(map(hit.index.articles.__getitem__, group.also)))


def cite_extract(extract: Extract, hit: Hit, also: tuple[Article, ...] = ()) -> Excerpt:
    """Return an *extract* from the passage of *hit* as an excerpt, with its citation and voices."""
    article = hit.article
    quotations = hit.index.quotations_in(hit.article_number, extract.span)
    least = hit.choice.least if hit.choice else extract.span
    core = [Span(max(least.start, extract.span.start), min(least.end, extract.span.end))]
    if core[0].start >= core[0].end:
        core = [extract.span]
    return Excerpt(
        article,
        *extract.span,
        extract.highlights,
        round(hit.score, 4),
        cite(article, article.sections[hit.passage.section], extract.span.start),
        voice=find_main_voice(article, quotations, core),
        voices=tuple(find_voices(article, quotations, extract.span)),
        core_voices=find_core_voices(article, quotations, core),
        reference=extract.reference,
        also=also,
        reading=hit.reading,
    )


def extract_choice(
    article: Article,
    passage: Passage,
    whole: Sequence[PassageSentence],
    choice: Choice,
    weights: QuestionWeights,
    marked: Span | None = None,
) -> Extract:
    """
    Return *choice*, extended so that it begins where a reader can understand it.

    It takes in sentences before the passage on which it depends. It has at most `MAX_EXCERPT`
    characters of one section, with nothing skipped between them.

    Args:
        whole: All sentences of the passage.
        marked: Words to highlight, too.
    """
    text, language = article.text, article.language
    wide = extend(article, whole, choice)
    if not any(wide.start == sentence.span.start for sentence in whole):
        return Extract(wide, _highlights(_marks(whole, weights, marked), wide), None)
    start, reference = wide.start, None
    added: list[PassageSentence] = []
    for span in _sentences_before(article, passage, start):
        if (
            not depends_on_context(text, start, language)
            or choice.least.end - span.start > MAX_EXCERPT
        ):
            break
        analyzed = analyze(text, language, *span)
        added.insert(0, PassageSentence(span, analyzed.terms, analyzed.places))
        start = span.start
    if depends_on_context(text, start, language):
        reference = coreference.referent(article, start, _sentences_before(article, passage, start))
        if not reference:  # drop what only fills the excerpt
            later = (s.span.start for s in whole if start < s.span.start <= choice.least.start)
            start = next(
                (place for place in later if not depends_on_context(text, place, language)), start
            )
    ends = [wide.end, *(s.span.end for s in whole if s.span.end >= choice.least.end)]
    end = max(e for e in ends if e <= wide.end and e - start <= MAX_EXCERPT)
    shown = [s for s in (*added, *whole) if start <= s.span.start and s.span.end <= end]
    span = Span(start, end)
    return Extract(span, _highlights(_marks(shown, weights, marked), span), reference)


def extract_sentence(
    article: Article,
    passage: Passage,
    sentence: PassageSentence,
    weights: QuestionWeights,
    marked: Span | None = None,
) -> Extract:
    """
    Return one *sentence* of a *passage*, whatever it depends on; at most `MAX_EXCERPT` characters.

    Args:
        marked: Words of it to highlight, too.
    """
    marks = _marks([sentence], weights, marked)
    span, reference = sentence.span, None
    if span.end - span.start > MAX_EXCERPT:
        span = cut(article.text, span, marks)
    if depends_on_context(article.text, span.start, article.language):
        reference = coreference.referent(
            article, span.start, _sentences_before(article, passage, span.start)
        )
    return Extract(span, _highlights(marks, span), reference)


def find_paragraphs_around(excerpt: Excerpt, limit: int) -> Span:
    """Return the whole paragraphs around *excerpt*, in its section, that fit *limit* characters."""
    best = Span(excerpt.start, excerpt.end)
    for section in excerpt.article.sections:
        for run in split_at_skipped(excerpt.article, section):
            spans = [span for _, span in run]
            first = next((i for i, s in enumerate(spans) if s.start <= excerpt.start < s.end), None)
            if first is None:
                continue
            last = next(i for i, s in enumerate(spans) if excerpt.end <= s.end)
            while spans[last].end - spans[first].start <= limit:
                best = Span(spans[first].start, spans[last].end)
                if last + 1 < len(spans) and spans[last + 1].end - best.start <= limit:
                    last += 1
                elif first > 0:
                    first -= 1
                else:
                    break
    return best


def _sentences_before(article: Article, passage: Passage, start: int) -> Iterator[Span]:
    """Yield the sentences before *start* in the section of *passage*, nearest first, up to a skip."""
    for run in split_at_skipped(article, article.sections[passage.section]):
        if run[0][1].start <= passage.start < run[-1][1].end:
            for _, paragraph in reversed(run):
                if paragraph.start < start:
                    end = min(paragraph.end, start)
                    yield from reversed(
                        sentences(article.text, paragraph.start, end, article.language)
                    )


def _marks(
    sentences: Sequence[PassageSentence], weights: QuestionWeights, marked: Span | None
) -> list[Token]:
    """Return the words of *sentences* that match the question, and those that are *marked*, in order."""
    marks = find_matches(sentences, weights)
    return sorted([*marks, Token(*marked, "")]) if marked else marks


def _highlights(marks: Sequence[Token], shown: Span) -> tuple[Span, ...]:
    """Return the spans of *marks*, which are in order, inside *shown*; those that touch are merged."""
    merged: list[Span] = []
    for mark in marks:
        if mark.start < shown.start or mark.end > shown.end:
            continue
        if merged and mark.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, mark.end))
        else:
            merged.append(Span(mark.start, mark.end))
    return tuple(merged)
