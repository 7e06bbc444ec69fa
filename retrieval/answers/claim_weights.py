"""How much each word of a claim counts: where passages are searched, and where sentences are judged."""

from __future__ import annotations

from dataclasses import replace

from retrieval.answers import conflicting_claims as conflicts
from retrieval.index.protocol import PassageIndex
from retrieval.query.claim_pieces import ClaimPieces
from retrieval.query.model import Alternative, Query, Word
from retrieval.ranking.question_weights import QuestionWeights
from retrieval.text.spelling import everyday
from retrieval.text.word_forms import paraphrases

_NAME_WEIGHT = 1.5
_VALUE_WEIGHT = 0.3
"""Weights of names, and of numbers and times, when passages are searched: a false claim has other numbers."""

_EVERYDAY = 0.7
"""Share of its weight that an everyday word loses if no article has it: they put it in another way."""

_ALTERNATIVE = 0.6
_COUNTED_ALIKE = 0.9
"""The least that another word for one of the claim is worth, and what one for the same count is."""


def mark_names(query: Query, index: PassageIndex) -> Query:
    """Return *query* with the claim's first word, or words in small letters alone, as the names that they are."""
    even = not any(word.text[0].isupper() for word in query.words[1:])
    names = index.vocabulary.names
    marked = []
    for place, word in enumerate(query.words):
        known = word.term in names and (even or word.text[0].isupper())
        begins = place == 0 and word.text[0].isupper() and _continues(query, 0)
        marked.append(replace(word, name=word.name or known or begins))
    return query.with_words(marked)


def _continues(query: Query, place: int) -> bool:
    """Return whether the next word after the one at *place* is a name that it may be the first part of."""
    word, *after = query.words[place : place + 2]
    return (
        bool(after)
        and after[0].name
        and f"{word.text} {after[0].text}" in query.text
        and everyday(word.text, query.language) < _EVERYDAY
    )


def weigh_for_search(query: Query, pieces: ClaimPieces, index: PassageIndex) -> QuestionWeights:
    """Weigh names more, and numbers and times less."""
    values = {word for _, word in pieces.values}
    words = []
    for word in query.words:
        factor = _VALUE_WEIGHT if word in values else _NAME_WEIGHT if word.name else 1.0
        words.append(replace(word, weight=word.weight * factor))
    return QuestionWeights.of(query.with_words(words), index)


def weigh_matter(query: Query, pieces: ClaimPieces, index: PassageIndex) -> QuestionWeights:
    """Weigh what the claim is about: all of its words but numbers and times."""
    values = {word for _, word in pieces.values}
    words = []
    for word in query.words:
        if word in values:
            continue
        if word.term not in index.vocabulary and not word.alternatives and not word.name:
            paraphrased = _EVERYDAY * everyday(word.text, query.language)
            word = replace(word, weight=word.weight * (1 - paraphrased))
        words.append(_widen(word, query.language, index))
    return QuestionWeights(query.with_words(words), index.idf_of, lambda _: True)


def _widen(word: Word, language: str | None, index: PassageIndex) -> Word:
    """Return *word* with other words for it and for what is counted, and more weight on what it already has."""
    options = {other.terms: max(other.weight, _ALTERNATIVE) for other in word.alternatives}
    if language in (None, "en"):
        known = index.vocabulary.__contains__
        for term in filter(known, paraphrases(word.term)):
            options.setdefault((term,), _ALTERNATIVE)
        alike = filter(known, conflicts.find_counted_alike(word.term))
        options |= dict.fromkeys(((term,) for term in alike), _COUNTED_ALIKE)
    return replace(word, alternatives=tuple(Alternative(*item) for item in options.items()))
