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
from itertools import combinations

from retrieval.answers.claim_subjects import are_apart, find_time
from retrieval.answers.counted_claims import SAME, find_count, has_names
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

_SAME_CLAIM = 0.85
"""As `SAME`, for a date, a yes or a no."""

_ENGLISH = language("en")
_POLAR = re.compile(rf"\s*(?:{_ENGLISH.questions.polar})\s+(?!not\b)\w", re.IGNORECASE)
_NOT = re.compile(_ENGLISH.claims.negation, re.IGNORECASE)
_EMPTY_VERBS = frozenset(terms(_ENGLISH.claims.empty_verbs, "en"))
_EMPTY_WEIGHT = 0.2


@dataclass(frozen=True, slots=True)
class Claim:
    """
    A sentence of a passage that says how many, when, or yes or no.

    Attributes:
        hit: The passage.
        said: The words that differ from those of other claims.
        value: How many, when, or whether it is so.
        owner: The terms of the names beside what is counted, if there are any: “Russian losses”.
    """

    hit: Hit
    sentence: PassageSentence
    said: Span
    value: Quantity | TextDate | bool
    owner: frozenset[str] = frozenset()

    @property
    def time(self) -> str | None:
        """The time that it is of, as full or partial ISO 8601."""
        return find_time(self.hit.article, self.sentence)


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
    return query.with_words(words)


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

    Two claims of one article are just two of its numbers, unless another article makes one of them too. Claims
    about somebody or something else than the first, such as the losses of the other side, are left out.
    """
    groups: list[list[Claim]] = []
    owner = next((claim.owner for claim in claims if claim.owner), frozenset[str]())
    claims = [claim for claim in claims if not claim.owner or claim.owner & owner]
    for claim in claims:
        same = next((group for group in groups if not _conflict(claim, group[0])), None)
        if same:
            same.append(claim)
        else:
            groups.append([claim])
    articles = {claim.hit.article_number for claim in claims}
    return groups[:MOST] if len(groups) > 1 and len(articles) > 1 else []


def were_at_different_times(groups: Sequence[Sequence[Claim]]) -> bool:
    """Return whether no two of *groups* have claims of one time: then each may have been right at its own."""
    if any(isinstance(claim.value, TextDate) for group in groups for claim in group):
        return False  # when something happened does not change
    return all(
        are_apart(claim.time, other.time)
        for group, later in combinations(groups, 2)
        for claim in group
        for other in later
    )


def count_reports(hits: Sequence[Hit]) -> int:
    """Return how many articles of *hits* use words of their own, and are not copies of each other."""
    own: list[Hit] = []
    for hit in {hit.article_number: hit for hit in reversed(hits)}.values():
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
    count = find_count(noun, weights, hit)
    if not count:
        return None
    said = Span(count.quantity.start, count.quantity.end)
    return Claim(hit, count.sentence, said, count.quantity, count.owner)


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
        if share >= SAME and weights.share(present) >= _SAME_CLAIM and has_names(weights, present):
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
