"""
Find conflicting claims: articles that give different numbers or dates, or a yes and a no, to one question.

Nothing here judges who is right. A sentence counts as being about the same thing if it, or the heading
over it, holds the names of the question, the word for what is counted, and most of what else is asked.
If that is uncertain, nothing is reported to conflict.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial

from retrieval.articles import Article, Span
from retrieval.index.passage_sentences import PassageSentence
from retrieval.lang.registry import language
from retrieval.query.intent import question_patterns
from retrieval.query.model import Alternative, Query, Word
from retrieval.ranking.evidence import Hit
from retrieval.ranking.near_duplicates import find_copies, is_copy
from retrieval.ranking.question_weights import QuestionWeights
from retrieval.text import dates, quantities
from retrieval.text.analyzer import terms
from retrieval.text.dates import TextDate
from retrieval.text.quantities import Quantity

MOST = 5
"""Conflicting claims that are shown, at most."""

_LOOKED_INTO = 12
"""Hits whose sentences are read."""

_SAME = 0.6
"""Share of the question that a sentence and its heading must hold to count the same thing."""

_SAME_CLAIM = 0.85
"""As `_SAME`, for a date, a yes or a no."""

_SAME_NOUN = 0.7
"""Weight of an alternative, below which it does not mean the same."""

_SAME_UNNAMED = 0.9
"""As `_SAME`, if the question has no name: there are many engines, but one Russia."""

_NAMED = 0.3
"""Share of the question's names that must be held: a Russian is less than Russia."""

_NEAR = 8
"""Terms between the word for what is counted and its number, at most."""

_ENGLISH = language("en")
_POLAR = re.compile(rf"\s*(?:{_ENGLISH.questions.polar})\s+(?!not\b)\w", re.IGNORECASE)
_NOT = re.compile(_ENGLISH.claims.negation, re.IGNORECASE)
_EMPTY_VERBS = frozenset(terms(_ENGLISH.claims.empty_verbs, "en"))
_EMPTY_WEIGHT = 0.2

_MARKS = frozenset(terms(_ENGLISH.claims.fillers, "en"))
"""Words that may follow a number and do not say what is counted."""


@dataclass(frozen=True, slots=True)
class Claim:
    """
    A sentence of a passage that says how many, when, or yes or no.

    Attributes:
        hit: The passage.
        said: The words that differ from those of other claims.
        value: How many, when, or whether it is so.
    """

    hit: Hit
    sentence: PassageSentence
    said: Span
    value: Quantity | TextDate | bool


def find_counted_word(query: Query) -> Word | None:
    """Return the word for what *query* asks the number of; None if it asks for no number."""
    for _, opening in question_patterns(query.language).counts.find(query.text):
        after = set(terms(opening[1], query.language))
        for word in query.words:
            if not word.name and word.weight == 1.0 and word.term in after:
                return word
        return next((word for word in query.words if word.term in after), None)
    return None


def can_conflict(query: Query) -> bool:
    """Return whether *query* asks for something that `find_claims` can find."""
    return find_counted_word(query) is not None or query.intent == "when" or is_polar(query)


def is_polar(query: Query) -> bool:
    """Return whether *query* can be answered with yes or no."""
    return (
        query.intent in (None, "yes-no")
        and query.language in (None, "en")
        and bool(_POLAR.match(query.text))
    )


def widen(query: Query, known: Container[str]) -> Query:
    """
    Return *query* with other words for what is counted.

    Verbs that only say that there are so many get little weight.

    Args:
        known: The terms of the collection; other words that are not among them are left out.
    """
    noun = find_counted_word(query)
    if not noun:
        return query
    alike = find_counted_alike(noun.term)
    others = tuple(Alternative((other,), 1.0) for other in alike if other in known)
    words = []
    for word in query.words:
        if word is noun:
            word = replace(word, alternatives=(*word.alternatives, *others))
        elif word.term in _EMPTY_VERBS:
            word = replace(word, weight=_EMPTY_WEIGHT)
        words.append(word)
    return replace(query, words=tuple(words))


def find_counted_alike(term: str) -> tuple[str, ...]:
    """Return other terms for the same count: those of "killed" for "dead"."""
    return _same_counts().get(term, ())


@cache
def _same_counts() -> dict[str, tuple[str, ...]]:
    groups = [
        [terms(word, "en") for word in group.split()]
        for group in _ENGLISH.claims.counted_alike.split(";")
    ]
    single = [[found[0] for found in group if len(found) == 1] for group in groups]
    return {
        term: tuple(other for other in group if other != term) for group in single for term in group
    }


def find_claims(weights: QuestionWeights, hits: Sequence[Hit]) -> list[Claim]:
    """
    Return at most one claim of each of the first hits, in their order, then claims of their copies.

    Each copy is read for itself, as its figure may be another.

    Args:
        weights: Those of a query that `widen` returned.
    """
    query = weights.query
    find: Callable[[QuestionWeights, Hit], Claim | None]
    if noun := find_counted_word(query):
        find = partial(_find_count, noun)
    elif query.intent == "when":
        find = _find_date
    elif is_polar(query):
        find = _find_polarity
    else:
        return []
    first = hits[:_LOOKED_INTO]
    claims = [claim for hit in first if (claim := find(weights, hit))]
    met = {hit.number for hit in first}
    for claim in claims[:]:
        for copy in find_copies(claim.hit, query):
            if copy.number not in met and (copied := find(weights, copy)):
                claims.append(copied)
            met.add(copy.number)
    return claims


def group_conflicting(claims: Sequence[Claim]) -> list[list[Claim]]:
    """
    Return *claims* grouped by what they say, in their order; nothing if they do not conflict.

    Two claims of one article are just two of its numbers, unless another article makes one of them too.
    """
    groups: list[list[Claim]] = []
    for claim in claims:
        same = next((group for group in groups if not _conflict(claim, group[0])), None)
        if same:
            same.append(claim)
        else:
            groups.append([claim])
    articles = {claim.hit.article_number for claim in claims}
    return groups[:MOST] if len(groups) > 1 and len(articles) > 1 else []


def count_reports(claims: Sequence[Claim]) -> int:
    """Return how many articles make these *claims* in their own words, not as copies of each other."""
    own: list[Hit] = []
    for hit in {claim.hit.article_number: claim.hit for claim in reversed(claims)}.values():
        if not any(is_copy(hit.number, other.number, hit.index) for other in own):
            own.append(hit)
    return len(own)


def _conflict(claim: Claim, other: Claim) -> bool:
    match claim.value, other.value:
        case Quantity() as quantity, Quantity() as other_quantity:
            return quantities.differ(quantity, other_quantity)
        case TextDate() as date, TextDate() as other_date:
            return dates.differ(date, other_date)
    return claim.value != other.value


def _find_count(noun: Word, weights: QuestionWeights, hit: Hit) -> Claim | None:
    article, above = hit.article, hit.title | hit.heading
    synonyms = (o for o in noun.alternatives if len(o.terms) == 1 and o.weight >= _SAME_NOUN)
    nouns = {noun.term, *(synonym.terms[0] for synonym in synonyms)}
    least = _SAME if any(word.name for word in weights.query.words) else _SAME_UNNAMED
    best: tuple[float, Claim] | None = None
    for sentence in hit.sentences:
        present = above | weights.terms.intersection(sentence.terms)
        if not nouns.intersection(sentence.terms) or weights.share(present) < least:
            continue
        if not _has_names(weights, present):
            continue
        for quantity in quantities.quantities(article.text, *sentence.span, article.language):
            distance = _distance(article, sentence, quantity, nouns, weights.terms)
            if distance is None:
                continue
            worth = weights.share(weights.terms.intersection(sentence.terms)) - distance / 100
            if best is None or worth > best[0]:
                said = Span(quantity.start, quantity.end)
                best = worth, Claim(hit, sentence, said, quantity)
    return best[1] if best else None


def _has_names(weights: QuestionWeights, present: frozenset[str]) -> bool:
    names = [word.name for word in weights.query.words]
    return not any(names) or weights.share(present & weights.terms, names) >= _NAMED


def _distance(
    article: Article,
    sentence: PassageSentence,
    quantity: Quantity,
    nouns: set[str],
    question_terms: frozenset[str],
) -> int | None:
    """Return the terms between a number and the word for what it counts; None if it counts something else."""
    if article.text[quantity.end : quantity.end + 1] in ("-", "‑"):
        return None  # "two-cylinder" is a kind
    tokens = sentence.tokens()
    after = [t for t in tokens if t.start >= quantity.end]
    before = [t for t in tokens if t.end <= quantity.start]
    at, counts_other = quantity.end, False
    for steps, token in enumerate(after[:3]):
        if article.text[at : token.start].strip(" \t\n\r\xa0-–"):
            break  # other words, or a comma
        if token.term in nouns:
            return steps
        counts_other |= token.term not in question_terms and token.term not in _MARKS
        at = token.end
    if counts_other:  # "12 villages", and not "12 young soldiers"
        return None
    near = [steps for steps, t in enumerate(reversed(before[-_NEAR:])) if t.term in nouns]
    near += [steps for steps, t in enumerate(after[:_NEAR]) if t.term in nouns]
    return min(near, default=None)


def _find_date(weights: QuestionWeights, hit: Hit) -> Claim | None:
    article = hit.article
    dated = []
    for share, sentence in _matching_sentences(weights, hit):
        marks = [token for token in sentence.tokens() if token.term in weights.terms]
        for date in dates.dates(article.text, *sentence.span, article.language):
            distance = min(abs(token.start - date.start) for token in marks)
            dated.append((share - distance / 10_000, sentence, date))
    if not dated:
        return None
    _, sentence, date = max(dated, key=lambda item: item[0])
    return Claim(hit, sentence, Span(date.start, date.end), date)


def _find_polarity(weights: QuestionWeights, hit: Hit) -> Claim | None:
    matching = [*_matching_sentences(weights, hit)]
    if not matching:
        return None
    _, sentence = max(matching, key=lambda item: item[0])
    negation = _find_negation(hit.article, sentence, weights)
    return Claim(hit, sentence, negation or sentence.span, negation is None)


def _matching_sentences(
    weights: QuestionWeights, hit: Hit
) -> Iterator[tuple[float, PassageSentence]]:
    """Yield the sentences of a hit about just what is asked, each with its share of the question."""
    above = (hit.title | hit.heading) & weights.terms
    for sentence in hit.sentences:
        own = weights.terms.intersection(sentence.terms)
        present = own | above
        share = weights.share(own)
        if (
            share >= _SAME
            and weights.share(present) >= _SAME_CLAIM
            and _has_names(weights, present)
        ):
            yield share, sentence


def _find_negation(
    article: Article, sentence: PassageSentence, weights: QuestionWeights
) -> Span | None:
    """Return the word near the question's words that negates the sentence; None without one, or with two."""
    marks = [token for token in sentence.tokens() if token.term in weights.terms]
    if not marks:
        return None
    negations = [
        Span(*match.span())
        for match in _NOT.finditer(article.text, *sentence.span)
        if marks[0].start - 40 <= match.start() <= marks[-1].end
    ]
    return negations[0] if len(negations) % 2 else None
