"""The words of a collection: which are names, and in what other ways they are written."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain
from typing import NamedTuple

from retrieval.text.acronyms import Definition, definitions
from retrieval.text.analyzer import Bag, bag, is_stop_word, terms, tokens
from retrieval.text.spelling import dictionary, fold, key, nearest, slips
from retrieval.text.word_forms import COMMON_NAMES, american, respelled

_MEANINGS = 3
"""Most meanings kept for an acronym: the most frequent."""

_SHORTEST_NAME, _SIMILAR = 4, 0.75
"""Letters of a name that may be misspelt; the share of its letters that a similar name has."""

_LATIN = "abcdefghijklmnopqrstuvwxyz"
_CYRILLIC = "абвгґдеєжзиіїйклмнопрстуфхцчшщэюя"
"""First letters of folded names: unlike a slip in a question, another spelling may begin with another letter."""

_MOSTLY = 0.95
"""Share of a name's occurrences that must have a capital: somebody always forgets one."""


class FullName(NamedTuple):
    """An acronym's term, the terms of what it stands for, and `key`: these terms in one spelling."""

    acronym: str
    terms: tuple[str, ...]
    key: tuple[str, ...]


class Vocabulary:
    """
    The words of a collection. Add all texts before asking for anything.

    Attributes:
        dates: The publication dates of the articles, as full or partial ISO 8601 dates.
        publishers: The names of publishers as the articles give them.
    """

    def __init__(self) -> None:
        self.dates: set[str] = set()
        self.publishers: set[str] = set()
        # How often each term is written as each word; in headlines alone; and as names may be.
        self._pairs: Counter[tuple[str, str]] = Counter()
        self._headlines: Counter[tuple[str, str]] = Counter()
        self._capital: Counter[str] = Counter()
        self._definitions: Counter[Definition] = Counter()

    @classmethod
    def of(cls, texts: Iterable[str], language: str | None = None) -> Vocabulary:
        """Return the vocabulary of some plain texts."""
        vocabulary = cls()
        for text in texts:
            vocabulary.add(bag(text, language, 0, len(text)))
            vocabulary.add_definitions(text)
        return vocabulary

    def add(self, words: Bag, *, headline: bool = False) -> None:
        """
        Add the *words* of a passage, a title or a heading.

        Args:
            headline: Whether it is a title or a heading, whose capitals say little.
        """
        self._pairs.update(zip(words.terms, words.words, strict=True))
        if headline:
            self._headlines.update(zip(words.terms, words.words, strict=True))
        else:
            self._capital.update(words.amid)

    def add_definitions(self, text: str) -> None:
        """Add the acronyms that the whole *text* of an article explains."""
        self._definitions.update(set(definitions(text)))

    def add_publication(self, published: str | None, publisher: str | None) -> None:
        """Add when and by whom an article was published."""
        self.dates.update([published] if published else [])
        self.publishers.update([publisher] if publisher else [])

    def __contains__(self, term: object) -> bool:
        return term in self._counts

    def __len__(self) -> int:
        return len(self._counts)

    def written(self, term: str) -> str:
        """Return a word with this *term*, as some article writes it."""
        return strip_possessive(self._written.get(term, term))

    def count(self, term: str) -> int:
        """Return how often *term* occurs in the articles."""
        return self._counts[term]

    @cached_property
    def _counts(self) -> Counter[str]:
        counts = Counter[str]()
        for (term, _), count in self._pairs.items():
            counts[term] += count
        return counts

    @cached_property
    def _written(self) -> Mapping[str, str]:
        """The word in which each term was first seen."""
        return dict(reversed(self._pairs))

    @cached_property
    def _small(self) -> Counter[str]:
        """How often each term begins with a small letter, headlines aside."""
        small = Counter[str]()
        for (term, word), count in self._pairs.items():
            if word[0].islower():
                small[term] += count - self._headlines[term, word]
        return small

    @cached_property
    def names(self) -> Container[str]:
        """The terms that begin with a capital everywhere, slips aside."""
        return frozenset(self._find_names())

    def _find_names(self) -> Iterator[str]:
        return (
            term for term, capital in self._capital.items() if is_name(capital, self._small[term])
        )

    def transliterations(self, word: str) -> Iterator[str]:
        """Yield the terms of names in the collection that may be other transliterations of *word*."""
        shared = key(word)
        if shared:
            yield from self._by_key.get(shared, ())

    def corrections(self, word: str, language: str | None, *, as_name: bool) -> list[str]:
        """
        Return the terms that *word*, which no article has, may be a misspelling of.

        A word of the language is not a misspelling, however close another word is: the articles
        are then about something else. Names come first, then frequent words before rare ones.

        Args:
            as_name: Whether the question writes it as a name, so that only names are returned.
        """
        folded = fold(word)
        if not folded.isalpha() or not slips(folded) or self.is_word(word, language):
            return []
        known = bool(dictionary(language))
        near = range(len(folded) - slips(folded), len(folded) + slips(folded) + 1)
        alike: dict[str, list[str]] = defaultdict(list)
        for length in near:
            for other, term in self._words_beginning(folded[0], length):
                alike[other].append(term)
        corrected = nearest(folded, alike, _FoldedNames(alike, self.names))
        corrections = {term for other in corrected for term in alike[other]}
        if as_name or not known:  # without a dictionary, only a name is sure to be no other word
            corrections = {term for term in corrections if term in self.names}
        return sorted(
            corrections, key=lambda term: (term not in self.names, -self.count(term), term)
        )

    def similar_names(self, word: str) -> list[str]:
        """Return names of the collection, as an article writes them, that *word* may be a misspelling of."""
        folded = fold(word)
        if len(folded) < _SHORTEST_NAME or not folded.isalpha():
            return []
        from rapidfuzz.distance import Indel  # loaded for a misspelt name only
        from rapidfuzz.process import extract

        alike = {
            other: term
            for length in range(len(folded) - 1, len(folded) + 2)
            for letter in (_LATIN if folded.isascii() else _CYRILLIC)
            for other, term in self._words_beginning(letter, length)
        }
        near = extract(
            folded, list(alike), scorer=Indel.normalized_similarity, score_cutoff=_SIMILAR, limit=20
        )
        terms = (alike[other] for other, *_ in near)
        return list(dict.fromkeys(self.written(term) for term in terms if term in self.names))

    def is_word(self, word: str, language: str | None) -> bool:
        """Return whether *word* is a word of the *language*, whether or not an article has it."""
        folded = fold(word)
        known = dictionary(language)
        return (
            folded in known
            or word.casefold() in known
            or any(other in known for other in respelled(folded))
            or is_stop_word(word, language)
            or any(folded.endswith(e) and folded[: -len(e)] in known for e in _ENDINGS)
        )

    def meanings(self, acronym: str) -> list[FullName]:
        """Return what the term *acronym* stands for in the articles, most frequent first."""
        return self._full_names.get(acronym, [])

    def acronyms(self, first: str) -> Sequence[FullName]:
        """Return the full names whose key begins with *first*, the longest first."""
        return self._by_first.get(first, ())

    @cached_property
    def _full_names(self) -> Mapping[str, list[FullName]]:
        ranked = sorted(self._definitions.items(), key=lambda item: (-item[1], item[0]))
        names = filter(
            None, map(to_full_name, [*COMMON, *(definition for definition, _ in ranked)])
        )
        meanings: dict[str, list[FullName]] = defaultdict(list)
        for name in names:
            meanings[name.acronym].append(name)
        return {acronym: keep_distinct(some) for acronym, some in meanings.items()}

    @cached_property
    def _by_first(self) -> Mapping[str, list[FullName]]:
        by_first: dict[str, list[FullName]] = defaultdict(list)
        every = chain.from_iterable(self._full_names.values())
        for name in sorted(every, key=lambda name: -len(name.key)):
            by_first[name.key[0]].append(name)
        return dict(by_first)

    @cached_property
    def _by_key(self) -> Mapping[str, list[str]]:
        by_key: dict[str, list[str]] = defaultdict(list)
        for term in self._find_names():
            if shared := key(self.written(term)):
                by_key[shared].append(term)
        return {shared: sorted(some) for shared, some in by_key.items()}

    def _words_beginning(self, letter: str, length: int) -> Iterable[tuple[str, str]]:
        """Return the folded words with that first letter and length, each with its term."""
        return self._by_length.get((letter, length), ())

    @cached_property
    def _by_length(self) -> Mapping[tuple[str, int], list[tuple[str, str]]]:
        by_length: dict[tuple[str, int], list[tuple[str, str]]] = defaultdict(list)
        for term in self._counts:
            folded = fold(self.written(term))
            if folded.isalpha():
                by_length[folded[0], len(folded)].append((folded, term))
        return dict(by_length)


def strip_possessive(word: str) -> str:
    return word[:-2] if word.endswith(("'s", "’s")) else word


class _FoldedNames:
    """The folded words that are names, checked on demand: few of many are asked for."""

    def __init__(self, terms: Mapping[str, Iterable[str]], names: Container[str]) -> None:
        self._terms = terms
        self._names = names

    def __contains__(self, folded: object) -> bool:
        return isinstance(folded, str) and any(term in self._names for term in self._terms[folded])


def is_name(capital: int, small: int) -> bool:
    """Return whether a term is a name, by how often it has a *capital* within a sentence, or a *small* letter."""
    return capital > 0 and capital >= _MOSTLY * (capital + small)


COMMON = tuple(Definition(*pair) for pair in COMMON_NAMES.items())
"""Acronyms that no article needs to explain."""


def to_full_name(definition: Definition) -> FullName | None:
    """Return the terms of *definition*; None if it defines nothing."""
    term = next(iter(terms(f"the {definition.acronym} is")), None)
    full = tuple(terms(definition.words))
    if not term or not full or term in full:
        return None
    return FullName(term, full, same_spelling(definition.words))


def keep_distinct(names: Iterable[FullName]) -> list[FullName]:
    """Return the first `_MEANINGS` of the *names* of one acronym, ignoring spelling variants."""
    first: dict[tuple[str, ...], FullName] = {}
    for name in names:
        first.setdefault(name.key, name)
    return list(first.values())[:_MEANINGS]


_ENDINGS = (
    *("s", "es", "ed", "d", "ing", "er", "ers"),
    *("ly", "ness", "ish", "ism", "ist", "ists", "like"),
)


def same_spelling(words: str) -> tuple[str, ...]:
    """Return the terms of *words* in American spelling, to compare names by."""
    return tuple(
        (terms(american(words[token.start : token.end]), "en") or [token.term])[0]
        for token in tokens(words)
    )
