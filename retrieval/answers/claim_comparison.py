"""Compare a claim with a sentence of an article: names, numbers, times, and which of them denies something."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from retrieval.answers.claim_numbers import Subject, compare_numbers
from retrieval.answers.records import Comparison
from retrieval.articles import Article, Span
from retrieval.index.passage_sentences import PassageSentence
from retrieval.lang.registry import language as language_of
from retrieval.lang.registry import speech
from retrieval.query.claim_pieces import (
    ClaimPieces,
    denies_next,
    find_denials,
    find_places,
    find_times,
)
from retrieval.query.model import Word
from retrieval.query.notes import Note
from retrieval.text import dates
from retrieval.text.analyzer import Token, terms
from retrieval.text.dates import TextDate

_SAME_EVENT = 0.75
"""Share of the claim's words that are no names in a sentence that tells of another place."""

_CLAUSE = re.compile(r"[^.,;:()]*")

_BEFORE = 40
"""Characters before a place in which its preposition stands."""

_DENIED_AFTER, _DENIED_BEFORE = 40, 25
"""Characters from a denial to the first word of the claim, and from its last word to a denial."""


def compare(
    subject: Subject, article: Article, sentence: PassageSentence
) -> tuple[Comparison, ...]:
    """Return what a claim and a *sentence* agree on, and where they differ; nothing on what only one has."""
    return (
        *_compare_names(subject, article, sentence),
        *compare_numbers(subject, article, sentence),
        *_compare_times(subject.pieces, article, sentence),
        *_compare_weekdays(subject.pieces, article, sentence),
        *_compare_denials(subject, article, sentence),
    )


def describe(question: str, article: Article, comparisons: Sequence[Comparison]) -> list[Note]:
    """Return a sentence for all that *comparisons* agree on, and one for each in which they differ."""
    alike = (each.told for each in comparisons if each.agrees and not each.rounded)
    agreed = [article.slice(told) for told in sorted(filter(None, alike))]
    notes = []
    if agreed:
        notes.append(Note("Agrees on: {words}", {"words": ", ".join(dict.fromkeys(agreed))}))
    for each in comparisons:
        if each.agrees and not each.rounded:
            continue
        claimed = question[slice(*each.claimed)] if each.claimed else ""
        told = article.slice(each.told) if each.told else ""
        words = {"claimed": claimed, "told": told}
        if each.rounded:
            notes.append(Note("Rounded: the claim says “{claimed}”, the article “{told}”.", words))
        elif claimed and told:
            notes.append(Note("Differs: the claim says “{claimed}”, the article “{told}”.", words))
        elif told:
            notes.append(Note("Differs: the article says “{told}”, the claim does not.", words))
        else:
            notes.append(Note("Differs: the claim says “{claimed}”, the article does not.", words))
    return notes


def _compare_names(
    subject: Subject, article: Article, sentence: PassageSentence
) -> Iterator[Comparison]:
    """Yield for each name of the claim that the sentence has it, or that it has another place instead."""
    tokens = sentence.tokens()
    for name in _names(subject):
        found = [_find(tokens, subject, word) for _, word in name]
        place = Span(name[0][0].start, name[-1][0].end)
        if not all(found) and (other := _find_other_place(subject, place, article, sentence)):
            yield Comparison("place", False, place, other)
            continue
        for claimed, told in _runs(zip((span for span, _ in name), found, strict=True)):
            yield Comparison("name", True, claimed, told)


_Named = tuple[Span, Word]
"""A word of a name in a claim, with its place."""


def _names(subject: Subject) -> Iterator[Sequence[_Named]]:
    """Yield the names of the claim: words of them that stand side by side are one."""
    name: list[_Named] = []
    for place, word in subject.pieces.names:
        if name and place.start != name[-1][0].end + 1:
            yield name
            name = []
        name.append((place, word))
    if name:
        yield name


def _find(tokens: Sequence[Token], subject: Subject, word: Word) -> Token | None:
    """Return the first token that is a *word* of the claim, in any way."""
    alike = next((terms for terms in subject.alike if word.term in terms), frozenset[str]())
    return next((token for token in tokens if token.term in alike), None)


def _runs(found: Iterable[tuple[Span, Token | None]]) -> Iterator[tuple[Span, Span]]:
    """Yield where words of a name stand in the claim and in a sentence, those side by side in both as one."""
    before: tuple[Span, Span] | None = None
    for place, token in found:
        if token and before and token.start == before[1].end + 1:
            before = Span(before[0].start, place.end), Span(before[1].start, token.end)
            continue
        if before:
            yield before
        before = (place, Span(token.start, token.end)) if token else None
    if before:
        yield before


def _find_other_place(
    subject: Subject, name: Span, article: Article, sentence: PassageSentence
) -> Span | None:
    """
    Return the place that a *sentence* has where the claim has the place *name*: "in Suda" for "in Norda".

    Both stand behind the same preposition, and the sentence has most of what else the claim says.
    """
    pieces = subject.pieces
    words = [word for _, word in pieces.words]
    held = sum(_find(sentence.tokens(), subject, word) is not None for word in words)
    preposition = _word_before(pieces.question, name.start, subject.language)
    if preposition not in speech(subject.language).places or held < _SAME_EVENT * len(words):
        return None
    claimed = {word.term for _, word in pieces.names}
    for place in find_places(article.text, *sentence.span, article.language):
        first = terms(article.slice(place), article.language)[:1]
        before = _word_before(article.text, place.start, article.language)
        if before == preposition and claimed.isdisjoint(first):
            return place
    return None


def _word_before(text: str, at: int, language: str | None) -> str:
    """Return the word before *at*, in small letters, but no article."""
    before = text[max(0, at - _BEFORE) : at].lower().split()
    if before and before[-1] in language_of(language).definite.split():
        before.pop()
    return before[-1] if before else ""


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
    """
    Yield a comparison if the claim denies something, or the sentence does beside words of the claim.

    A word that the claim has too, as "declined" in "X declined to join", denies nothing that the claim says.
    """
    pieces, language = subject.pieces, article.language
    alike = frozenset[str]().union(*subject.alike)
    marks = [token for token in sentence.tokens() if token.term in alike]
    told = next(
        (
            span
            for span in find_denials(article.text, *sentence.span, language)
            if alike.isdisjoint(terms(article.slice(span), language))
            and _is_beside(article.text, span, marks, language)
        ),
        None,
    )
    claimed = pieces.negations[0] if len(pieces.negations) % 2 else None
    own = {pieces.question[slice(*span)].casefold() for span in pieces.negations}
    if told and not claimed and article.slice(told).casefold() in own:
        return  # "would not rule out" in both
    if told or claimed:
        yield Comparison("negation", bool(told) == bool(claimed), claimed, told)


def _is_beside(text: str, denial: Span, marks: Sequence[Token], language: str | None) -> bool:
    """
    Return whether a *denial* stands among *marks*, shortly before them, or right behind them in one clause.

    One such as "without" denies only what follows it in its clause.
    """
    if not marks:
        return False
    if denies_next(text, denial, language):
        clause = _CLAUSE.match(text, denial.end)
        end = clause.end() if clause else denial.end
        return any(denial.end <= mark.start < end for mark in marks)
    if marks[0].start - _DENIED_AFTER <= denial.start <= marks[-1].end:
        return True
    between = text[marks[-1].end : denial.start]
    return (
        denial.start > marks[-1].end
        and not re.search(r"[,;:.]", between[:-1])
        and (len(between) <= _DENIED_BEFORE)
    )
