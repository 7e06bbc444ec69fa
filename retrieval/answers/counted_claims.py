"""
Find the sentence of a passage that says how many there are of what a question asks the number of.

A sentence counts the same thing if it, or the heading over it, holds the names of the question, the word for what
is counted, and most of what else is asked, and what it counts is not somebody else's.
"""

from __future__ import annotations

from typing import NamedTuple

from retrieval.answers.claim_subjects import (
    find_doer,
    find_owner,
    find_owners_asked,
    stands_only_as_place,
)
from retrieval.articles import Article, Span
from retrieval.index.passage_sentences import PassageSentence
from retrieval.lang.registry import language
from retrieval.query.model import Word
from retrieval.ranking.evidence import Hit
from retrieval.ranking.question_weights import QuestionWeights
from retrieval.text import quantities
from retrieval.text.analyzer import terms
from retrieval.text.quantities import Quantity

SAME = 0.6
"""Share of the question that a sentence and its heading must hold to count the same thing."""

SAME_UNNAMED = 0.9
"""As `SAME`, if the question has no name: there are many engines, but one Russia."""

_SAME_NOUN = 0.7
"""Weight of an alternative, below which it does not mean the same."""

_NAMED = 0.3
"""Share of the question's names that must be held: a Russian is less than Russia."""

_NEAR = 8
"""Terms between the word for what is counted and its number, at most."""

_MARKS = frozenset(terms(language("en").claims.fillers, "en"))
"""Words that may follow a number and do not say what is counted."""


class Count(NamedTuple):
    """
    A number in a sentence.

    Attributes:
        owner: The terms of the names beside what is counted, if there are any.
    """

    sentence: PassageSentence
    quantity: Quantity
    owner: frozenset[str]


def find_count(noun: Word, weights: QuestionWeights, hit: Hit) -> Count | None:
    """Return the number of *noun* in the sentence of *hit* that holds most of the question; None without one."""
    article, above = hit.article, hit.title | hit.heading
    synonyms = (o for o in noun.alternatives if len(o.terms) == 1 and o.weight >= _SAME_NOUN)
    nouns = {noun.term, *(synonym.terms[0] for synonym in synonyms)}
    wanted = _find_wanted(noun, weights)
    least = SAME if any(word.name for word in weights.query.words) else SAME_UNNAMED
    best: tuple[float, Count] | None = None
    for sentence in hit.sentences:
        present = above | weights.terms.intersection(sentence.terms)
        if not nouns.intersection(sentence.terms) or weights.share(present) < least:
            continue
        if not has_names(weights, present):
            continue
        owner = find_owner(hit, sentence, nouns)
        for quantity in quantities.quantities(article.text, *sentence.span, article.language):
            distance = _distance(article, sentence, quantity, nouns, weights.terms)
            if distance is None:
                continue
            whose = owner or find_doer(hit, sentence, quantity.start)
            if wanted and _is_of_another(hit, sentence, whose, wanted):
                continue
            worth = weights.share(weights.terms.intersection(sentence.terms)) - distance / 100
            if best is None or worth > best[0]:
                best = worth, Count(sentence, quantity, owner)
    return best[1] if best else None


def find_other_owner(noun: Word, weights: QuestionWeights, hit: Hit) -> Span | None:
    """
    Return the name of whose *noun* the chosen sentences of *hit* count, if that is somebody else's than is asked
    about: “Russian casualties” where those of Ukraine are.
    """
    assert hit.choice
    wanted = _find_wanted(noun, weights)
    synonyms = (o for o in noun.alternatives if len(o.terms) == 1 and o.weight >= _SAME_NOUN)
    nouns = {noun.term, *(synonym.terms[0] for synonym in synonyms)}
    others: list[Span] = []
    for sentence in hit.sentences if wanted else ():
        inside = hit.choice.least.start <= sentence.span.start < hit.choice.least.end
        if inside and nouns.intersection(sentence.terms):
            owner = find_owner(hit, sentence, nouns)
            if not owner or owner & wanted:
                return None
            token = next(token for token in sentence.tokens() if token.term in owner)
            others.append(Span(token.start, token.end))
    return others[0] if others else None


def _find_wanted(noun: Word, weights: QuestionWeights) -> frozenset[str]:
    """Return the terms for whoever is to own or to do what is counted; none if the question names nobody."""
    owners = {word.term for word in find_owners_asked(weights.query, noun)}
    words = zip(weights.query.words, weights.terms_by_word, strict=True)
    return frozenset[str]().union(*(terms for word, terms in words if word.term in owners))


def _is_of_another(
    hit: Hit, sentence: PassageSentence, whose: frozenset[str], wanted: frozenset[str]
) -> bool:
    """Return whether what *sentence* counts is that of somebody else than is *wanted*."""
    if whose:
        return whose.isdisjoint(wanted)
    return stands_only_as_place(hit.article, sentence, wanted)


def has_names(weights: QuestionWeights, present: frozenset[str]) -> bool:
    """Return whether enough of the question's names are *present*."""
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
