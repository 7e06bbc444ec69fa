"""Compare a claim with a sentence of an article: names, numbers, times, and which of them denies something."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from retrieval.answers.records import Comparison
from retrieval.articles import Article, Span
from retrieval.index.passage_sentences import PassageSentence
from retrieval.query.claim_pieces import ClaimPieces, find_denials, find_times
from retrieval.query.notes import Note
from retrieval.text import dates, measures, quantities
from retrieval.text.analyzer import terms
from retrieval.text.dates import TextDate
from retrieval.text.quantities import Quantity

_COUNTED = 3
"""Terms behind a number among which is the word for what it counts."""

_CLAUSE = re.compile(r"[^.,;:!?()\"”]{0,40}")


class Subject(NamedTuple):
    """
    What a claim is about.

    Attributes:
        language: Of the claim.
        alike: For each word of the claim the terms that match it.
    """

    pieces: ClaimPieces
    language: str | None
    alike: Sequence[frozenset[str]]


def compare(
    subject: Subject, article: Article, sentence: PassageSentence
) -> tuple[Comparison, ...]:
    """Return what a claim and a *sentence* agree on, and where they differ; nothing on what only one has."""
    return (
        *_compare_names(subject, sentence),
        *_compare_numbers(subject, article, sentence),
        *_compare_times(subject.pieces, article, sentence),
        *_compare_denials(subject.pieces, article, sentence),
    )


def describe(question: str, article: Article, comparisons: Sequence[Comparison]) -> list[Note]:
    """Return a sentence for all that *comparisons* agree on, and one for each in which they differ."""
    agreed = [
        article.slice(told) for told in sorted(c.told for c in comparisons if c.agrees and c.told)
    ]
    notes = []
    if agreed:
        notes.append(Note("Agrees on: {words}", {"words": ", ".join(dict.fromkeys(agreed))}))
    for each in comparisons:
        if each.agrees:
            continue
        claimed = question[slice(*each.claimed)] if each.claimed else ""
        told = article.slice(each.told) if each.told else ""
        words = {"claimed": claimed, "told": told}
        if claimed and told:
            notes.append(Note("Differs: the claim says “{claimed}”, the article “{told}”.", words))
        elif told:
            notes.append(Note("Differs: the article says “{told}”, the claim does not.", words))
        else:
            notes.append(Note("Differs: the claim says “{claimed}”, the article does not.", words))
    return notes


def _compare_names(subject: Subject, sentence: PassageSentence) -> Iterator[Comparison]:
    """Yield the names of the claim that the sentence has, each run of them as one."""
    tokens = sentence.tokens()
    before: tuple[Span, Span] | None = None
    for place, word in subject.pieces.names:
        alike = next(terms for terms in subject.alike if word.term in terms)
        token = next((token for token in tokens if token.term in alike), None)
        if not token:
            continue
        told = Span(token.start, token.end)
        if before and place.start == before[0].end + 1 and told.start == before[1].end + 1:
            before = Span(before[0].start, place.end), Span(before[1].start, told.end)
            continue
        if before:
            yield Comparison("name", True, *before)
        before = place, told
    if before:
        yield Comparison("name", True, *before)


def _compare_numbers(
    subject: Subject, article: Article, sentence: PassageSentence
) -> Iterator[Comparison]:
    """Yield a comparison for each number of the claim that the sentence has one of the same kind for."""
    told = quantities.quantities(article.text, *sentence.span, article.language)
    marks = [t.start for t in sentence.tokens() if any(t.term in same for same in subject.alike)]
    for claimed in subject.pieces.quantities:
        pairs = []
        for other in told:
            differs = _differ(subject, claimed, article, other)
            if differs is not None:
                distance = min((abs(mark - other.start) for mark in marks), default=0)
                pairs.append((differs, distance, other))
        if pairs:
            differs, _, other = min(pairs, key=lambda pair: pair[:2])
            yield Comparison(
                "number",
                not differs,
                Span(claimed.start, claimed.end),
                Span(other.start, other.end),
            )


def _differ(subject: Subject, claimed: Quantity, article: Article, told: Quantity) -> bool | None:
    """Return whether two quantities differ; None if they are not of one kind."""
    question = subject.pieces.question
    for measure in measures.read_measures(question, claimed, subject.language):
        for other in measures.read_measures(article.text, told, article.language):
            if not measures.are_comparable(measure, other):
                continue
            if measure.kind or _count_the_same(subject, claimed, article, told):
                return measures.differ(measure, other)
    return None


def _count_the_same(subject: Subject, claimed: Quantity, article: Article, told: Quantity) -> bool:
    """Return whether the words behind two plain numbers are for the same thing, or the claim has none."""
    counted = _terms_behind(subject.pieces.question, claimed.end, subject.language)
    if not counted:
        return True
    alike = {*counted}.union(*(same for same in subject.alike if same & {*counted}))
    return not alike.isdisjoint(_terms_behind(article.text, told.end, article.language))


def _terms_behind(text: str, at: int, language: str | None) -> Sequence[str]:
    clause = _CLAUSE.match(text, at)
    return terms(clause[0], language)[:_COUNTED] if clause else ()


def _compare_times(
    pieces: ClaimPieces, article: Article, sentence: PassageSentence
) -> Iterator[Comparison]:
    """Yield a comparison for each time of the claim that the sentence names a time like it for."""
    told = find_times(article.text, *sentence.span, article.language)
    for claimed in pieces.times:
        pairs = [
            (_times_differ(pieces.question, claimed, other), other)
            for other in told
            if _are_alike(claimed, other)
        ]
        if pairs:
            differs, other = min(pairs, key=lambda pair: pair[0])
            yield Comparison(
                "time", not differs, Span(claimed.start, claimed.end), Span(other.start, other.end)
            )


def _are_alike(date: TextDate, other: TextDate) -> bool:
    """Return whether both name a year, a month or a day."""
    return any(
        None not in pair
        for pair in (
            (date.year, other.year),
            (date.month, other.month),
            (date.day, other.day),
        )
    )


def _times_differ(question: str, claimed: TextDate, told: TextDate) -> bool:
    is_decade = claimed.month is None and question[claimed.end - 1] == "s"
    if is_decade and claimed.year and told.year:
        return claimed.year // 10 != told.year // 10
    return dates.differ(claimed, told)


def _compare_denials(
    pieces: ClaimPieces, article: Article, sentence: PassageSentence
) -> Iterator[Comparison]:
    """Yield a comparison if the claim or the sentence denies something."""
    told = next(iter(find_denials(article.text, *sentence.span, article.language)), None)
    claimed = pieces.negations[0] if len(pieces.negations) % 2 else None
    if told or claimed:
        yield Comparison("negation", bool(told) == bool(claimed), claimed, told)
