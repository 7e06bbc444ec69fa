"""What a question asks for, weighed, and how much of it stands in a text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import compress

from retrieval.index.protocol import PassageIndex
from retrieval.query.parser import Query, Word
from retrieval.text.normalization import spaced

_GRAM = 4


class Asked:
    """
    A query's words with what each is worth in a collection.

    Attributes:
        total: What all words are worth together; above 0.
        terms: Every term that counts, those of alternatives included.
        longer: The alternatives of several terms: the word's place, the terms, their value.
        order: For each word, in the question's order, the terms it may be found by.
    """

    def __init__(
        self, query: Query, idf_of: Callable[[str], float], known: Callable[[str], bool]
    ) -> None:
        """
        Args:
            idf_of: How much a term tells passages apart.
            known: Whether the collection has a term.
        """
        self.values = values(query, idf_of, known)
        self.total = sum(self.values) or 1.0
        self.order = [
            frozenset({word.term}.union(*(other.terms for other in word.alternatives)))
            for word in query.words
        ]
        self.terms = frozenset().union(*self.order)
        # By the terms found: many sentences have the same one or two.
        self._shares: dict[frozenset[str], float] = {}
        self._grams = [_grams(spaced(word.text)) for word in query.words]
        # What finding a term is worth to a word, by term.
        self._worth: dict[str, list[tuple[int, float]]] = {}
        self.longer: list[tuple[int, tuple[str, ...], float]] = []
        for number, (word, value) in enumerate(zip(query.words, self.values, strict=True)):
            self._worth.setdefault(word.term, []).append((number, value * word.trust))
            for other in word.alternatives:
                if len(other.terms) == 1:
                    self._worth.setdefault(other.terms[0], []).append(
                        (number, value * other.weight)
                    )
                else:
                    self.longer.append((number, other.terms, value * other.weight))

    @classmethod
    def of(cls, query: Query, index: PassageIndex) -> Asked:
        """Weigh the words of *query* by the passages of *index*."""
        return cls(query, index.idf_of, index.vocabulary.__contains__)

    def found(self, present: frozenset[str] | set[str]) -> list[float]:
        """For each word the value that stands in a text of these terms, at most its own."""
        found = [0.0] * len(self.values)
        for term in self.terms & present:
            for number, value in self._worth.get(term, ()):
                found[number] = max(found[number], value)
        for number, terms, value in self.longer:
            if present.issuperset(terms):
                found[number] = max(found[number], value)
        return found

    def marks(self, sequence: Sequence[str]) -> list[int]:
        """The places in a sequence of terms of those asked for; of a full name only all together."""
        found = {place for place, term in enumerate(sequence) if term in self._worth}
        for _, terms, _ in self.longer:
            for place in range(len(sequence) - len(terms) + 1):
                if tuple(sequence[place : place + len(terms)]) == terms:
                    found.update(range(place, place + len(terms)))
        return sorted(found)

    def share(self, present: frozenset[str] | set[str], of: Sequence[bool] | None = None) -> float:
        """
        The share of the question's worth that stands in a text of these terms.

        Args:
            of: Which words count; all, when None. Where none does, nothing is missing: 1.
        """
        if of is None:
            known = self.terms & present
            if known not in self._shares:
                self._shares[known] = sum(self.found(known)) / self.total
            return self._shares[known]
        found = self.found(present)
        worth = sum(value for value, counts in zip(self.values, of, strict=True) if counts)
        return (
            sum(v for v, counts in zip(found, of, strict=True) if counts) / worth if worth else 1.0
        )

    def letters(self, text: str, of: Sequence[bool] | None = None) -> float:
        """
        The share of the question's worth that stands in *text*, as `spaced` writes it, by pieces of
        four letters: what stems leave apart, such as the parts of a compound, still meets there.

        Args:
            of: Which words count; all, when None.

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
        How close the question's neighbouring words stand in a text.

        Returns:
            The share of neighbouring pairs that stand side by side in the question's order, and the
            share of all pairs divided by the distance they stand at; both by worth, 0..1.
        """
        places: list[list[int]] = [[] for _ in self.order]
        for place, term in enumerate(sequence):
            if term in self.terms:
                for number, terms in enumerate(self.order):
                    if term in terms:
                        places[number].append(place)
        adjacent = close = worth = 0.0
        for number in range(len(self.order) - 1):
            pair = (self.values[number] + self.values[number + 1]) / 2
            worth += pair
            distances = [b - a for a in places[number] for b in places[number + 1] if a != b]
            if distances:
                close += pair / min(d if d > 0 else 0.5 - d for d in distances)
                adjacent += pair * (1 in distances)
        return (adjacent / worth, close / worth) if worth else (0.0, 0.0)


def _grams(word: str) -> list[str]:
    return [word[i : i + _GRAM] for i in range(max(1, len(word) - _GRAM + 1))]


def values(
    query: Query, idf_of: Callable[[str], float], known: Callable[[str], bool]
) -> list[float]:
    """What each word of *query* is worth; see `Asked`."""
    return [_value(word, idf_of, known) for word in query.words]


def _value(word: Word, idf_of: Callable[[str], float], known: Callable[[str], bool]) -> float:
    """
    The idf of the word, or of another way to write it where the collection has only that, weighed.

    A word that only shapes the question is not missed where no article has it: "what happened in…".
    """
    if known(word.term):
        return word.weight * idf_of(word.term)
    if word.alternatives:
        idfs = (sum(map(idf_of, other.terms)) / len(other.terms) for other in word.alternatives)
        return word.weight * max(idfs)
    return word.weight * idf_of(word.term) if word.weight == 1.0 else 0.0
