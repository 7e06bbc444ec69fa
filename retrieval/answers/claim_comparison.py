"""Compare a claim with a sentence of an article: names, numbers, times, and which of them denies something."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from retrieval.answers.records import Comparison
from retrieval.articles import Article, Span
from retrieval.index.passage_sentences import PassageSentence
from retrieval.lang.registry import language as language_of
from retrieval.query.claim_pieces import ClaimPieces, find_denials, find_times
from retrieval.query.notes import Note
from retrieval.text import dates, measures, quantities
from retrieval.text.analyzer import Token, terms
from retrieval.text.dates import TextDate
from retrieval.text.measures import Measure
from retrieval.text.quantities import Quantity

_COUNTED = 3
"""Terms behind a number among which is the word for what it counts."""

_BEFORE = 60
"""Characters before a number in which a word may say what it counts."""

_DENIED_AFTER, _DENIED_BEFORE = 40, 25
"""Characters from a denial to the first word of the claim, and from its last word to a denial."""

_LARGE = 1000
"""A number without a unit from which on it may be money: “nearly a million in strike pay”."""

_MOST, _MOST_MONEY = 20, 100
"""Times that one number may be the other; beyond, they are hardly of the same thing."""

_ANYBODY = frozenset(terms(language_of("en").claims.fillers, "en"))
"""Words behind a number that do not say what it counts."""

_NEXT_WORD = re.compile(r"[\s-]([^\W\d_]+)")
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
        *_compare_weekdays(subject.pieces, article, sentence),
        *_compare_denials(subject, article, sentence),
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
    marks = _find_marks(subject, sentence)
    for claimed in subject.pieces.quantities:
        pairs = []
        for other in told:
            differs = _differ(subject, claimed, _Told(article, other, marks))
            if differs is not None:
                distance = min((abs(mark.start - other.start) for mark in marks), default=0)
                pairs.append((differs, distance, other))
        if pairs:
            differs, _, other = min(pairs, key=lambda pair: pair[:2])
            yield Comparison(
                "number",
                not differs,
                _whole(subject.pieces.question, claimed, subject.language),
                _whole(article.text, other, article.language),
            )


def _whole(text: str, quantity: Quantity, language: str | None) -> Span:
    """Return where a quantity stands, with the word that tells what it measures."""
    return Span(quantity.start, measures.end_of_measure(text, quantity, language))


class _Told(NamedTuple):
    """A quantity in an article, and the words of the claim in its sentence that are no names."""

    article: Article
    quantity: Quantity
    marks: Sequence[Token]


def _find_marks(subject: Subject, sentence: PassageSentence) -> list[Token]:
    """Return the tokens of the *sentence* that are words of the claim, but not its names."""
    words = {word.term for _, word in subject.pieces.words}
    alike = frozenset[str]().union(*(same for same in subject.alike if same & words))
    return [token for token in sentence.tokens() if token.term in alike]


def _differ(subject: Subject, claimed: Quantity, told: _Told) -> bool | None:
    """Return whether two quantities differ; None if they are not of one kind, or too far from each other."""
    question, article = subject.pieces.question, told.article
    for measure in measures.read_measures(question, claimed, subject.language):
        for other in measures.read_measures(article.text, told.quantity, article.language):
            if _are_of_one_kind(subject, claimed, measure, other) and (
                measure.kind or other.kind or _count_the_same(subject, claimed, told)
            ):
                apart = _ratio(measure, other) > (_MOST_MONEY if other.kind == "money" else _MOST)
                return None if apart else measures.differ(measure, other)
    return None


def _are_of_one_kind(subject: Subject, claimed: Quantity, measure: Measure, other: Measure) -> bool:
    """Return whether two measures are comparable, or one is a large number that may be money."""
    if measures.are_comparable(measure, other):
        return True
    bare = not measure.kind and measure.least >= _LARGE
    return bare and other.kind == "money" and not _counts_next(subject, claimed)


def _ratio(measure: Measure, other: Measure) -> float:
    less, more = sorted((abs(measure.most), abs(other.most)))
    return more / less if less else 1.0


def _count_the_same(subject: Subject, claimed: Quantity, told: _Told) -> bool:
    """
    Return whether two plain numbers may count the same thing.

    They do if the words behind both or the words before both are alike, or if only the claim has any behind
    and one of its words stands before the number: "has lost 90,000 soldiers", "losses passed 85,000".
    """
    article, quantity = told.article, told.quantity
    question = subject.pieces.question
    names = {word.term for _, word in subject.pieces.names}
    counted = [
        term for term in _terms_behind(question, claimed.end, subject.language) if term not in names
    ]
    if not counted:
        return True
    alike = {*counted}.union(*(same for same in subject.alike if same & {*counted}))
    if not alike.isdisjoint(_terms_behind(article.text, quantity.end, article.language)):
        return True
    clause = question[subject.pieces.span.start : claimed.start]
    before = terms(clause, subject.language)[-1:]
    alike = set[str]().union(*(same for same in subject.alike if same & {*before}))
    start = max(0, quantity.start - _BEFORE)
    if not alike.isdisjoint(terms(article.text[start : quantity.start], article.language)[-1:]):
        return True
    return not _is_counted(article.text, quantity.end, article.language) and any(
        0 <= quantity.start - mark.end <= _BEFORE for mark in told.marks
    )


def _counts_next(subject: Subject, claimed: Quantity) -> bool:
    return _is_counted(subject.pieces.question, claimed.end, subject.language)


def _is_counted(text: str, at: int, language: str | None) -> bool:
    """Return whether the word at *at*, behind a number, may be what it counts; "people" may be anybody."""
    word = _NEXT_WORD.match(text, at)
    counted = terms(word[1], language) if word else []
    return bool(counted) and counted[0] not in _ANYBODY


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


def _compare_weekdays(
    pieces: ClaimPieces, article: Article, sentence: PassageSentence
) -> Iterator[Comparison]:
    """Yield a comparison if both the claim and the sentence name a day of the week."""
    told = list(dates.weekdays(article.text, *sentence.span, article.language))
    for claimed in pieces.weekdays[:1]:
        same = next((day for day in told if day.number == claimed.number), None)
        if day := same or next(iter(told), None):
            yield Comparison("time", same is not None, Span(*claimed[:2]), Span(*day[:2]))


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
    subject: Subject, article: Article, sentence: PassageSentence
) -> Iterator[Comparison]:
    """Yield a comparison if the claim denies something, or the sentence does beside words of the claim."""
    pieces = subject.pieces
    alike = frozenset[str]().union(*subject.alike)
    marks = [token for token in sentence.tokens() if token.term in alike]
    denials = find_denials(article.text, *sentence.span, article.language)
    told = next((span for span in denials if _is_beside(article.text, span, marks)), None)
    claimed = pieces.negations[0] if len(pieces.negations) % 2 else None
    if told or claimed:
        yield Comparison("negation", bool(told) == bool(claimed), claimed, told)


def _is_beside(text: str, denial: Span, marks: Sequence[Token]) -> bool:
    """Return whether a *denial* stands among *marks*, shortly before them, or right behind them in one clause."""
    if not marks:
        return False
    if marks[0].start - _DENIED_AFTER <= denial.start <= marks[-1].end:
        return True
    between = text[marks[-1].end : denial.start]
    return (
        denial.start > marks[-1].end
        and not re.search(r"[,;:.]", between[:-1])
        and (len(between) <= _DENIED_BEFORE)
    )
