"""English word forms that a stemmer does not bring together: irregular inflections, nouns of verbs,
the people of places, British and American spelling."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from retrieval.lang.registry import language
from retrieval.text.analyzer import is_stop_word, term

_ENGLISH = language("en")
_FORMS = _ENGLISH.forms

COMMON_NAMES = _FORMS.in_full
"""Names of states and unions that a newspaper abbreviates without ever saying how, by abbreviation."""


def spellings(term: str) -> Mapping[str, float]:
    """
    Return terms for the same word in another spelling, and their worth.

    It may be British, American or abbreviated, or an irregular plural: a stemmer brings regular ones together.
    """
    return _related(term, ((_FORMS.spelled, 1.0), (_FORMS.plurals, 1.0), (_months(), 1.0)))


def forms(term: str) -> Mapping[str, float]:
    """
    Return terms of other forms of a word, and what each is worth compared to the word itself.

    A number may count things or only name one (season 2), a noun may be far from its verb, and a synonym
    is another word after all.
    """
    tables = (
        (_FORMS.irregular, 0.9),
        (_numbers(), 0.7),
        (_FORMS.derived, 0.7),
        (_FORMS.synonyms, 0.7),
    )
    return _related(term, tables)


def inflections(term: str) -> Iterable[str]:
    """Return the terms of other inflections of the same word: "sent" of "send"."""
    return _related(term, ((_FORMS.irregular, 1.0), (_FORMS.plurals, 1.0)))


def peoples(term: str) -> Mapping[str, float]:
    """Return other terms for a place of this *term* or for its people, where no regular ending makes them."""
    return _related(term, ((_FORMS.peoples, 0.8),))


def other_names(term: str) -> Mapping[str, float]:
    """Return terms for what else a place or a person of this *term* is called."""
    return _related(term, ((_FORMS.renamed, 1.0),))


def paraphrases(term: str) -> Iterable[str]:
    """Return the terms of other English words that people put for that of *term* when they retell something."""
    return _related(term, ((_ENGLISH.claims.paraphrases, 1.0),))


@cache
def _months() -> str:
    """Return a table of the months and their abbreviations."""
    calendar = _ENGLISH.calendar
    pairs = zip(calendar.months.split(), calendar.short.split(), strict=True)
    return ";".join(f"{month} {short.replace('|', ' ')}" for month, short in pairs)


@cache
def _numbers() -> str:
    """Return a table of the numbers that newspapers write as words, 2 to 12, and their digits."""
    words = _ENGLISH.numbers.cardinals.split()[:11]
    return ";".join(f"{number} {word}" for number, word in enumerate(words, 2))


def _related(term: str, tables: tuple[tuple[str, float], ...]) -> Mapping[str, float]:
    return _by_term(term[:1].casefold(), tables).get(term, {})


@cache
def _by_term(initial: str, tables: tuple[tuple[str, float], ...]) -> dict[str, dict[str, float]]:
    """
    Return the terms that share a group with each term of this *initial*.

    A stem begins with the same letter as its word, so most of a table need not be stemmed to find one term.
    """
    related: dict[str, dict[str, float]] = {}
    for table, worth in tables:
        for words in _by_initial(table).get(initial, ()):
            group = {
                word if word.isupper() and is_stop_word(word) else term(word, "en")
                for word in words
            }
            for member in group:
                others = related.setdefault(member, {})
                others.update(
                    {other: max(worth, others.get(other, 0.0)) for other in group - {member}}
                )
    return related


@cache
def _by_initial(table: str) -> Mapping[str, Sequence[Sequence[str]]]:
    """Return the groups of a *table* by the letters that their words begin with."""
    groups: defaultdict[str, list[list[str]]] = defaultdict(list)
    for line in table.split(";"):
        words = line.split()
        for initial in {word[0].casefold() for word in words}:
            groups[initial].append(words)
    return groups


_PLACE_TO_PEOPLE = (
    ("a", "an"), ("a", "ese"), ("e", "ian"), ("e", "ean"), ("e", "an"), ("y", "ian"), ("um", "an"), ("o", "an"),
    ("o", "ian"), ("", "an"), ("", "ian"), ("", "ese"), ("", "i"), ("", "ish"), ("", "ic"),
)  # fmt: skip
_SHORTEST_PLACE = 4


def demonyms(name: str) -> Iterator[str]:
    """Yield what the people of a place called *name* may be called, and the place of people called so."""
    name = name.casefold()
    single = name.removesuffix("s")
    for place, people in _PLACE_TO_PEOPLE:
        if name.endswith(place) and len(name) >= _SHORTEST_PLACE:
            yield name[: len(name) - len(place)] + people
        if single.endswith(people):
            back = single[: len(single) - len(people)] + place
            if len(back) >= _SHORTEST_PLACE:
                yield back


_ENDING = r"(?=(?:e|es|ed|er|ers|ing|ation|ations|ational|able)$)"
_ENDING_OF_OUR = r"(?=(?:s|ed|er|ers|ing|ful|able|ite|ites|hood|ly|less|y)?$)"
# What precedes, the letters that change, what follows, and what they change to.
_BRITISH_TO_AMERICAN = (
    (r"(?<=[a-z]{2}[^aeiou])", "is", _ENDING, "iz"),
    ("", "ys", r"(?=(?:e|es|ed|er|ers|ing)$)", "yz"),
    (r"(?<=[a-z]{2})", "our", _ENDING_OF_OUR, "or"),
    (r"(?<=[a-z]{2}[tbh])", "re", r"(?=(?:s|d)?$)", "er"),
    (r"(?<=[a-z]en)", "c", r"(?=es?$)", "s"),
    (r"(?<=[a-z]{3}og)", "ue", r"(?=s?$)", ""),
)
_AMERICAN_TO_BRITISH = (
    (r"(?<=[a-z]{2}[^aeiou])", "iz", _ENDING, "is"),
    ("", "yz", r"(?=(?:e|es|ed|er|ers|ing)$)", "ys"),
    (r"(?<=[a-z]{2})", "or", _ENDING_OF_OUR, "our"),
    (r"(?<=[a-z]{2}[tbh])", "er", r"(?=(?:s|ed)?$)", "re"),
    (r"(?<=[a-z]en)", "s", r"(?=es?$)", "c"),
    (r"(?<=[a-z]{3}og)", "", r"(?=s?$)", "ue"),
)


def respelled(word: str) -> Iterator[str]:
    """Yield how *word* may be spelled on the other side of the Atlantic; most of these are no words at all."""
    word = word.casefold()
    for change in _BRITISH_TO_AMERICAN + _AMERICAN_TO_BRITISH:
        spelled = _respell(word, *change)
        if spelled != word:
            yield spelled


def american(word: str) -> str:
    """Return one spelling for the British and the American *word*: a key to compare, not always a word."""
    word = word.casefold()
    for change in _BRITISH_TO_AMERICAN:
        word = _respell(word, *change)
    return word


def _respell(word: str, before: str, letters: str, after: str, other: str) -> str:
    return re.sub(before + letters + after, other, word) if letters in word else word
