"""The words of a collection: which there are, which are names, and how else they are written."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from retrieval.text.acronyms import Definition, definitions
from retrieval.text.analyzer import Bag, bag, is_stop_word, terms, tokens
from retrieval.text.spelling import dictionary, fold, key, nearest, slips
from retrieval.text.word_forms import NAMES_IN_FULL, american, respelled

_MEANINGS = 3
"""Most meanings taken for an acronym: the most frequent."""

_MOSTLY = 0.95
"""Share of a name's occurrences that have a capital: somebody always forgets one."""


class FullName(NamedTuple):
    """An acronym's term, the terms of what it stands for, and `key`: these in one spelling."""

    acronym: str
    terms: tuple[str, ...]
    key: tuple[str, ...]


class Vocabulary:
    """
    The words of a collection. Add its texts first, ask afterwards.

    Attributes:
        dates: When the articles were published, as full or partial ISO 8601 dates.
        publishers: Their names as the articles give them.
    """

    def __init__(self) -> None:
        self.dates: set[str] = set()
        self.publishers: set[str] = set()
        # Terms with the words that stand for them, and those of them at which a name may begin.
        self._pairs: Counter[tuple[str, str]] = Counter()
        self._headlines: Counter[tuple[str, str]] = Counter()
        self._capital: Counter[str] = Counter()
        self._definitions: Counter[Definition] = Counter()

    @classmethod
    def of(cls, texts: Iterable[str], language: str | None = None) -> Vocabulary:
        """The vocabulary of some plain texts."""
        vocabulary = cls()
        for text in texts:
            vocabulary.add(bag(text, language, 0, len(text)))
            vocabulary.define(text)
        return vocabulary

    def add(self, found: Bag, *, headline: bool = False) -> None:
        """
        Take in what is *found* in a passage of an article, or in a title or a heading.

        Args:
            headline: Of the latter, whose capitals say little.
        """
        self._pairs.update(zip(found.terms, found.words, strict=True))
        if headline:
            self._headlines.update(zip(found.terms, found.words, strict=True))
        else:
            self._capital.update(found.amid)

    def define(self, text: str) -> None:
        """Take in the acronyms that the whole *text* of an article explains."""
        self._definitions.update(set(definitions(text)))

    def date(self, published: str | None, publisher: str | None) -> None:
        """Take in when and where an article was published."""
        self.dates.update([published] if published else [])
        self.publishers.update([publisher] if publisher else [])

    def __contains__(self, term: object) -> bool:
        return term in self._counts

    def __len__(self) -> int:
        return len(self._counts)

    def written(self, term: str) -> str:
        """A word of this *term* as some article writes it."""
        return without_possessive(self._written.get(term, term))

    def count(self, term: str) -> int:
        """How often *term* stands in the articles."""
        return self._counts[term]

    @cached_property
    def _counts(self) -> Counter[str]:
        counts = Counter[str]()
        for (term, _), count in self._pairs.items():
            counts[term] += count
        return counts

    @cached_property
    def _written(self) -> Mapping[str, str]:
        """The first word of each term."""
        return dict(reversed(self._pairs))

    @cached_property
    def _small(self) -> Counter[str]:
        """How often each term stands with a small letter, headlines aside."""
        small = Counter[str]()
        for (term, word), count in self._pairs.items():
            if word[0].islower():
                small[term] += count - self._headlines[term, word]
        return small

    @cached_property
    def names(self) -> Container[str]:
        """The terms that have a capital wherever they stand, slips aside."""
        return frozenset(self._names())

    def _names(self) -> Iterator[str]:
        return (
            term for term, capital in self._capital.items() if is_name(capital, self._small[term])
        )

    def transliterations(self, word: str) -> Iterator[str]:
        """The terms of names in the collection that may be *word*, written in another way."""
        shared = key(word)
        if shared:
            yield from self._by_key.get(shared, ())

    def corrections(self, word: str, language: str | None, *, as_name: bool) -> list[str]:
        """
        The terms that *word*, which stands nowhere in the collection, may be a misspelling of.

        A word of the language is no misspelling, however near another is: the articles are then
        simply about something else. Names come before other words, frequent before rare.

        Args:
            as_name: The question writes it as a name, so it is no other kind of word.
        """
        folded = fold(word)
        if not folded.isalpha() or not slips(folded) or self.is_word(word, language):
            return []
        known = bool(dictionary(language))
        near = range(len(folded) - slips(folded), len(folded) + slips(folded) + 1)
        alike: dict[str, list[str]] = defaultdict(list)
        for length in near:
            for other, term in self._beginning(folded[0], length):
                alike[other].append(term)
        meant = nearest(folded, alike, _Called(alike, self.names))
        found = {term for other in meant for term in alike[other]}
        if as_name or not known:  # nothing else tells a slip from a word of that language
            found = {term for term in found if term in self.names}
        return sorted(found, key=lambda term: (term not in self.names, -self.count(term), term))

    def is_word(self, word: str, language: str | None) -> bool:
        """Whether *word* is a proper one of the *language*, wherever it stands."""
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
        """What the term *acronym* stands for in the articles, the most frequent first."""
        return self._full_names.get(acronym, [])

    def acronyms(self, first: str) -> Sequence[FullName]:
        """The names in full whose key begins with *first*."""
        return self._by_first.get(first, ())

    @cached_property
    def _full_names(self) -> Mapping[str, list[FullName]]:
        ranked = sorted(self._definitions.items(), key=lambda item: (-item[1], item[0]))
        names = filter(None, map(full_name, [*COMMON, *(definition for definition, _ in ranked)]))
        meanings: dict[str, list[FullName]] = defaultdict(list)
        for name in names:
            meanings[name.acronym].append(name)
        return {acronym: told_apart(some) for acronym, some in meanings.items()}

    @cached_property
    def _by_first(self) -> Mapping[str, list[FullName]]:
        found: dict[str, list[FullName]] = defaultdict(list)
        every = (name for some in self._full_names.values() for name in some)
        for name in sorted(every, key=lambda name: -len(name.key)):
            found[name.key[0]].append(name)
        return dict(found)

    @cached_property
    def _by_key(self) -> Mapping[str, list[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for term in self._names():
            if shared := key(self.written(term)):
                found[shared].append(term)
        return {shared: sorted(some) for shared, some in found.items()}

    def _beginning(self, letter: str, length: int) -> Iterable[tuple[str, str]]:
        """The folded words with that first letter and length, and their terms."""
        return self._by_length.get((letter, length), ())

    @cached_property
    def _by_length(self) -> Mapping[tuple[str, int], list[tuple[str, str]]]:
        found: dict[tuple[str, int], list[tuple[str, str]]] = defaultdict(list)
        for term in self._counts:
            folded = fold(self.written(term))
            if folded.isalpha():
                found[folded[0], len(folded)].append((folded, term))
        return dict(found)


def without_possessive(word: str) -> str:
    return word[:-2] if word.endswith(("'s", "’s")) else word


class _Called:
    """The folded words that are names, looked up one by one: few of many are asked for."""

    def __init__(self, terms: Mapping[str, Iterable[str]], names: Container[str]) -> None:
        self._terms = terms
        self._names = names

    def __contains__(self, folded: object) -> bool:
        return isinstance(folded, str) and any(term in self._names for term in self._terms[folded])


def is_name(capital: int, small: int) -> bool:
    """Whether a term is one that stands so often with a capital amid a sentence, and so often without."""
    return capital > 0 and capital >= _MOSTLY * (capital + small)


COMMON = tuple(Definition(*pair) for pair in NAMES_IN_FULL.items())
"""Acronyms that need no article to explain them."""


def full_name(definition: Definition) -> FullName | None:
    """The terms of *definition*; None where it says nothing."""
    term = next(iter(terms(f"the {definition.acronym} is")), None)
    full = tuple(terms(definition.words))
    if not term or not full or term in full:
        return None
    return FullName(term, full, same_spelling(definition.words))


def told_apart(names: Iterable[FullName]) -> list[FullName]:
    """The first few of the *names* of one acronym, each spelling once."""
    first: dict[tuple[str, ...], FullName] = {}
    for name in names:
        first.setdefault(name.key, name)
    return list(first.values())[:_MEANINGS]


_ENDINGS = (
    "s",
    "es",
    "ed",
    "d",
    "ing",
    "er",
    "ers",
    "ly",
    "ness",
    "ish",
    "ism",
    "ist",
    "ists",
    "like",
)


def same_spelling(words: str) -> tuple[str, ...]:
    """The terms of *words* in one of the two English spellings, to compare names by."""
    return tuple(
        (terms(american(words[token.start : token.end]), "en") or [token.term])[0]
        for token in tokens(words)
    )
