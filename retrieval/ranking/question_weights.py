"""Weights for the words of a question, and how much of that weight a text holds."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import compress

from retrieval.index.protocol import PassageIndex
from retrieval.query.model import Query, Word
from retrieval.text.normalization import spaced

_GRAM = 4
"""Letters in a piece of a word."""

_EVERYDAY = 0.7
"""Share of its weight that an everyday word loses where no article has it."""


class QuestionWeights:
    """
    The words of a query, each with its weight in one collection.

    Attributes:
        query: The query.
        values: The weight of each word, in the question's order.
        total: The sum of all weights; above 0.
        terms: Every term that counts, including those of alternatives.
        terms_by_word: For each word, in the question's order, the terms that match it.
        counted: The terms of what a question that asks how many wants to have counted.
        is_name: Returns whether a term is a name in the collection.
    """

    def __init__(
        self,
        query: Query,
        idf_of: Callable[[str], float],
        known: Callable[[str], bool],
        is_name: Callable[[str], bool] = lambda _: False,
    ) -> None:
        """
        Args:
            idf_of: Returns the inverse document frequency of a term.
            known: Returns whether the collection has a term.
        """
        self.query, self.is_name = query, is_name
        self.values = weigh_words(query, idf_of, known)
        self.total = sum(self.values) or 1.0
        self.terms_by_word = [
            frozenset({word.term}.union(*(other.terms for other in word.others)))
            for word in query.words
        ]
        self.terms = frozenset().union(*self.terms_by_word)
        # By the terms present: many sentences hold the same one or two.
        self._shares: dict[frozenset[str], float] = {}
        self.counted = frozenset().union(
            *(self.terms_by_word[word] for word in query.frame.counted)
        )
        self._grams = [_grams(spaced(word.text)) for word in query.words]
        # By term, each word that it matches: the word's place and the value of the match.
        self._worth: dict[str, list[tuple[int, float]]] = {}
        # Alternatives of several terms: the word's place, the terms, the value of a match.
        self._phrases: list[tuple[int, tuple[str, ...], float]] = []
        for number, (word, value) in enumerate(zip(query.words, self.values, strict=True)):
            self._worth.setdefault(word.term, []).append((number, value * word.trust))
            for other in word.others:
                if len(other.terms) == 1:
                    self._worth.setdefault(other.terms[0], []).append(
                        (number, value * other.weight)
                    )
                else:
                    self._phrases.append((number, other.terms, value * other.weight))

    @classmethod
    def of(cls, query: Query, index: PassageIndex) -> QuestionWeights:
        """Weigh the words of *query* by the passages of *index*."""
        vocabulary = index.vocabulary
        return cls(
            query, index.idf_of, vocabulary.__contains__, lambda term: term in vocabulary.names
        )

    def _values_in(self, present: frozenset[str] | set[str]) -> list[float]:
        """Return for each word the value of its best match in a text with these terms."""
        best = [0.0] * len(self.values)
        for term in self.terms & present:
            for number, value in self._worth.get(term, ()):
                best[number] = max(best[number], value)
        for number, terms, value in self._phrases:
            if present.issuperset(terms):
                best[number] = max(best[number], value)
        return best

    def marks(self, sequence: Sequence[str]) -> list[int]:
        """Return the places in a *sequence* of terms that match; a phrase matches only as a whole."""
        places = {place for place, term in enumerate(sequence) if term in self._worth}
        for _, terms, _ in self._phrases:
            for place in range(len(sequence) - len(terms) + 1):
                if tuple(sequence[place : place + len(terms)]) == terms:
                    places.update(range(place, place + len(terms)))
        return sorted(places)

    def share(self, present: frozenset[str] | set[str], of: Sequence[bool] | None = None) -> float:
        """
        Return the share of the question's weight, 0..1, that a text with these terms holds.

        Args:
            of: Which words count; None for all. If no word counts, nothing is missing: 1.
        """
        if of is None:
            known = self.terms & present
            if known not in self._shares:
                self._shares[known] = sum(self._values_in(known)) / self.total
            return self._shares[known]
        total = sum(compress(self.values, of))
        return sum(compress(self._values_in(present), of)) / total if total else 1.0

    def letters(self, text: str, of: Sequence[bool] | None = None) -> float:
        """
        Return the share of the question's weight, 0..1, that *text* holds in pieces of four letters.

        Words that stemming keeps apart, such as the parts of a compound, still share such pieces.

        Args:
            text: As `spaced` writes it.
            of: Which words count; None for all.

        See McNamee and Mayfield, "Character N-Gram Tokenization for European Language Text
        Retrieval" (2004).
        """
        parts: Iterable[tuple[float, list[str]]] = zip(self.values, self._grams, strict=True)
        if of is None:
            total = self.total
        else:
            parts = compress(parts, of)
            total = sum(compress(self.values, of)) or 1.0
        return (
            sum(value * sum(map(text.__contains__, grams)) / len(grams) for value, grams in parts)
            / total
        )

    def nearness(self, sequence: Sequence[str]) -> tuple[float, float]:
        """
        Return how close to each other neighbouring words of the question stand in a text.

        Returns:
            The share of neighbouring pairs that stand side by side in the question's order, and the
            share of pairs, each divided by the distance between its words; both by weight, 0..1.
        """
        places: list[list[int]] = [[] for _ in self.terms_by_word]
        for place, term in enumerate(sequence):
            if term in self.terms:
                for number, terms in enumerate(self.terms_by_word):
                    if term in terms:
                        places[number].append(place)
        adjacent = close = worth = 0.0
        for number in range(len(self.terms_by_word) - 1):
            pair = (self.values[number] + self.values[number + 1]) / 2
            worth += pair
            distances = [b - a for a in places[number] for b in places[number + 1] if a != b]
            if distances:
                close += pair / min(d if d > 0 else 0.5 - d for d in distances)
                adjacent += pair * (1 in distances)
        return (adjacent / worth, close / worth) if worth else (0.0, 0.0)


def _grams(word: str) -> list[str]:
    return [word[i : i + _GRAM] for i in range(max(1, len(word) - _GRAM + 1))]


def weigh_words(
    query: Query, idf_of: Callable[[str], float], known: Callable[[str], bool]
) -> list[float]:
    """Return the weight of each word of *query*; see `QuestionWeights`."""
    return [_weigh(word, idf_of, known) for word in query.words]


def measure_most(
    query: Query, idf_of: Callable[[str], float], known: Callable[[str], bool]
) -> float:
    """
    Return about how much a text can score that matches every word of *query*; above 0.

    An alternative counts where it is rarer than the word: titles of a small collection may have the word.
    """
    most = 0.0
    for word, value in zip(query.words, weigh_words(query, idf_of, known), strict=True):
        others = (
            word.weight * other.weight * sum(map(idf_of, other.terms)) / len(other.terms)
            for other in word.alternatives
        )
        most += max(value, *others, 0.0)
    return most or 1.0


def _weigh(word: Word, idf_of: Callable[[str], float], known: Callable[[str], bool]) -> float:
    """
    Return the weighted idf of *word*, or of its best alternative if the collection has only that.

    A word that only shapes the question has no weight where no article holds it: "what happened in…". An
    everyday word has less there, as articles may say the same with another.
    """
    if known(word.term):
        return word.weight * idf_of(word.term)
    if word.alternatives:
        idfs = (sum(map(idf_of, other.terms)) / len(other.terms) for other in word.alternatives)
        return word.weight * max(idfs)
    if word.weight < 1.0:
        return 0.0
    everyday = 0.0 if word.name else word.everyday
    return idf_of(word.term) * (1.0 - _EVERYDAY * everyday)
