"""Whether a passage has the kind of thing asked for, of what the question asks it of: a number, an age, a name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from retrieval.articles import Span
from retrieval.index.passage_sentences import PassageSentence
from retrieval.lang.registry import language as language_of
from retrieval.lang.schema import Intent
from retrieval.ranking.evidence import Verdict
from retrieval.ranking.kinds import has_kind
from retrieval.ranking.surroundings import Surroundings
from retrieval.text.analyzer import Token
from retrieval.text.quantities import Quantity, quantities

_NUMBERS: tuple[Intent, ...] = ("how-many", "how-much", "how-old", "how-long", "how-big")
"""Kinds of things that are a number."""

_COUNTED = 3
"""Words between a number and what it counts, at most."""

_BESIDE = 45
"""Characters between a thing and its name, at most."""

_MARKS = re.compile(r"[“”\"‘«»]")


def judge_kind(place: Surroundings) -> Iterator[Verdict]:
    """Yield the kind of thing asked for if no sentence around has one, or only one of something else."""
    frame = place.weights.query.frame
    if (frame.asked in _NUMBERS and not _has_number(place, frame.asked)) or (
        frame.asked == "how-many" and frame.counted and _counts_only_others(place)
    ):
        yield Verdict("kind", frame.counted, held=False)
    elif frame.asked == "how-old" and frame.names and (ages := _ages_of_others(place)) is not None:
        yield Verdict("kind", frame.names[0], held=False, instead=ages[0] if ages else None)
    elif frame.named and _is_nameless(place):
        yield Verdict("kind", frame.named, held=False)


def _has_number(place: Surroundings, kind: Intent) -> bool:
    article, (start, end) = place.hit.article, place.span
    known = language_of(article.language).numbers
    if kind == "how-long" and known.durations:
        return _has_word(article.text, place.span, known.durations)
    if kind == "how-much":
        return has_kind(article.text, start, end, kind, article.language)
    # An age has many forms: any number may be one.
    return has_kind(article.text, start, end, "how-many", article.language) or (
        bool(known.few) and _has_word(article.text, place.span, known.few)
    )


def _has_word(text: str, span: Span, words: str) -> bool:
    return bool(_pattern(rf"\b(?:{words})\b").search(text, *span))


@cache
def _pattern(words: str) -> re.Pattern[str]:
    return re.compile(words, re.IGNORECASE)


def _counts_only_others(place: Surroundings) -> bool:
    """Return whether sentences around have what is to be counted, and numbers of other things alone."""
    article = place.hit.article
    few = language_of(article.language).numbers.few
    if not few:
        return False
    numbers = quantities(article.text, *place.span, article.language)
    having = [each for each in place.around if not place.weights.counted.isdisjoint(each.terms)]
    return bool(having) and not any(
        _has_word(article.text, sentence.span, few)
        or any(_may_count(place, sentence, number) for number in numbers)
        for sentence in having
    )


def _may_count(place: Surroundings, sentence: PassageSentence, number: Quantity) -> bool:
    """Return whether a *number* in a *sentence* counts what the question wants to have counted, or nothing else."""
    if not sentence.span.start <= number.start < sentence.span.end:
        return False
    text = place.hit.article.text
    behind = [token for token in sentence.tokens() if token.start >= number.end]
    if not behind or any(
        token.term in place.weights.counted
        and len(text[number.end : token.start].split()) <= _COUNTED
        for token in behind
    ):
        return True
    between = text[number.end : behind[0].start]
    return bool(between.strip()) or behind[0].term in place.weights.terms


def _ages_of_others(place: Surroundings) -> list[Span] | None:
    """Return the ages that sentences around give, with the names before them; None if one may be that asked for."""
    article, query = place.hit.article, place.weights.query
    calendar = language_of(article.language).calendar
    if not calendar.before_age or _pattern(calendar.ages).search(article.text, *place.span):
        return None
    asked = {query.words[word].text.casefold() for word in query.frame.names[0]}
    others: list[Span] = []
    for number in quantities(article.text, *place.span, article.language):
        if not number.least.is_integer():  # "at 4.20 pm"
            continue
        before = article.text[place.span.start : number.start]
        if re.search(rf"\b(?:{calendar.before_age})\s$", before, re.IGNORECASE):
            return None
        name = re.search(r"(?:[A-Z][\w.’'-]*\s)*[A-Z][\w’'-]*(?=,?\s\(?$)", before)
        if not name:
            continue
        named = {part.casefold() for part in name[0].split()}
        if named <= asked or asked <= named:
            return None
        others.append(Span(place.span.start + name.start(), number.end))
    return others


def _is_nameless(place: Surroundings) -> bool:
    """Return whether sentences around have a thing whose name is asked for, and each time as some thing without one."""
    named = place.weights.query.frame.named
    terms = frozenset[str]().union(*(place.weights.terms_by_word[word] for word in named[-1:]))
    things = [
        (sentence, token)
        for sentence in place.around
        for token in sentence.tokens()
        if token.term in terms
    ]
    return bool(things) and not any(_has_name(place, *thing) for thing in things)


def _has_name(place: Surroundings, sentence: PassageSentence, thing: Token) -> bool:
    """Return whether a name, or something in quotation marks, stands beside a *thing*, or the thing is known."""
    text, language = place.hit.article.text, language_of(place.hit.article.language)
    start = max(sentence.span.start, thing.start - _BESIDE)
    some = "|".join([*language.indefinite.split(), language.numbers.other])
    if not re.search(
        rf"\b(?:{some})\s+(?:[^\W\d_]+\s+){{0,2}}$", text[start : thing.start], re.IGNORECASE
    ):
        return True
    if _MARKS.search(text, start, min(sentence.span.end, thing.end + _BESIDE)):
        return True
    places = language.relations.places
    for token in sentence.tokens():
        apart = max(token.start - thing.end, thing.start - token.end)
        if (
            apart > _BESIDE
            or not text[token.start].isupper()
            or not place.weights.is_name(token.term)
        ):
            continue
        before = text[sentence.span.start : token.start].split()[-1:]
        if token.term not in place.weights.terms and places.isdisjoint(before):
            return True
    return False
