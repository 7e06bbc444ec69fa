"""Other ways in which the articles may write a word of the question."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from retrieval.index.vocabulary import Vocabulary, same_spelling, strip_possessive
from retrieval.query.model import Alternative, Word
from retrieval.query.notes import Note
from retrieval.query.terms import shorten
from retrieval.text.analyzer import terms
from retrieval.text.thesaurus import related, related_to_verb
from retrieval.text.word_forms import (
    demonyms,
    forms,
    inflections,
    other_names,
    peoples,
    respelled,
    spellings,
)

_SPELLED_WEIGHT = 1.0
_DEMONYM_WEIGHT = 0.8
_TRANSLITERATED_WEIGHT = 0.9
_CORRECTED_WEIGHT = 0.8
_ACRONYM_WEIGHT = 0.9
_RELATED_WEIGHT = 0.7
_MOST_RELATED = 6
_LEAST_BESIDE = 0.6  # how close a word must be to count beside one that the articles have
_BESIDE = 0.5  # times the weight of another form, if the articles also have the question's own
_ACRONYM_BESIDE = 0.7


def expand(
    words: Sequence[Word], vocabulary: Vocabulary, language: str | None, question: str = ""
) -> tuple[list[Word], list[Note]]:
    """
    Return *words* with their alternatives in the collection, and notes about corrected words.

    Args:
        question: The question that they are from, in which a verb may go on behind a word ("let off").
    """
    in_full = _in_full(words, vocabulary)
    typed = _TYPED.findall(question.casefold())
    expanded: list[Word] = []
    notes: list[Note] = []
    for place, word in enumerate(words):
        respelt = _other_spellings(word, vocabulary, language)
        options: dict[tuple[str, ...], float] = {
            **_meanings(word, vocabulary),
            **in_full.get(place, {}),
            **_quantities(words, place),
            **_other_forms(word, vocabulary, language),
            **{(term,): weight for term, weight in respelt.items()},
        }
        known = {
            option: weight
            for option, weight in options.items()
            if option != (word.term,) and all(term in vocabulary for term in option)
        }
        if word.term not in vocabulary:
            if not any(len(option) == 1 for option in known):
                meant = vocabulary.corrections(word.text, language, as_name=word.name)[:1]
                respelt = dict.fromkeys(meant, _CORRECTED_WEIGHT)
                known |= {(term,): weight for term, weight in respelt.items()}
            shown = next((vocabulary.written(term) for term in respelt if (term,) in known), None)
            if shown:
                names = {"shown": shorten(shown), "typed": shorten(word.text)}
                notes.append(Note("Showing “{shown}” for “{typed}”.", names))
        related_words = _related_words(word, vocabulary, language, typed)
        for option in known:
            related_words.pop(option, None)
        expanded.append(
            replace(word, alternatives=_order(known), related=_order(related_words)[:_MOST_RELATED])
        )
    return expanded, notes


def _order(options: Mapping[tuple[str, ...], float]) -> tuple[Alternative, ...]:
    """Return *options* and their weights, best first."""
    ordered = sorted(options.items(), key=lambda item: (-item[1], item[0]))
    return tuple(Alternative(*pair) for pair in ordered)


def _other_forms(
    word: Word, vocabulary: Vocabulary, language: str | None
) -> dict[tuple[str, ...], float]:
    """Return terms for other forms of *word* and their weights; some are not in the collection."""
    if language not in (None, "en"):
        return {}
    weights = dict(forms(word.term))
    weights |= _peoples(word, vocabulary)
    beside = _BESIDE if word.term in vocabulary else 1.0
    weights = {term: weight * beside for term, weight in weights.items()} | dict(
        spellings(word.term)
    )
    for spelled in respelled(word.text):
        weights |= dict.fromkeys(terms(spelled, "en")[:1], _SPELLED_WEIGHT)
    return {(term,): weight for term, weight in weights.items()}


_TYPED = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")


def _related_words(
    word: Word, vocabulary: Vocabulary, language: str | None, typed: Sequence[str]
) -> dict[tuple[str, ...], float]:
    """
    Return terms of the collection close in meaning to *word* and their weights.

    Args:
        typed: The words of the question in small letters, in order.
    """
    names = vocabulary.names
    if word.name or word.term in names or word.weight < 1:  # a name, or a word that says little
        return {}
    known = word.term in vocabulary
    text = strip_possessive(word.text.casefold())
    behind = typed[typed.index(text) + 1 :] if text in typed else ()
    weights: dict[tuple[str, ...], float] = {}
    for form in (text, *inflections(word.term)):
        weight = _RELATED_WEIGHT * (_BESIDE if known else 1.0)
        least = _LEAST_BESIDE if known else 0.0
        close = {
            other: weight * closeness
            for other, closeness in related(form, language).items()
            if closeness >= least
        }
        verb = related_to_verb(form, behind, language) if behind else {}
        close |= {other: _RELATED_WEIGHT * closeness for other, closeness in verb.items()}
        for other, weight in close.items():
            if other != word.term and other in vocabulary and other not in names:
                weights[other,] = max(weight, weights.get((other,), 0.0))
    return weights


def _peoples(word: Word, vocabulary: Vocabulary) -> dict[str, float]:
    """Return names in the collection for the people of the place that *word* may be, or for their place."""
    if not _may_be_name(word, vocabulary):
        return {}
    place = strip_possessive(word.text)
    people = [term for other in demonyms(place) for term in terms(other, "en")[:1]]
    weights = dict.fromkeys(people, _DEMONYM_WEIGHT) | dict(peoples(word.term))
    return {term: weight for term, weight in weights.items() if term in vocabulary.names}


def widen(
    excluded: Mapping[str, str], vocabulary: Vocabulary, language: str | None
) -> tuple[str, ...]:
    """
    Return the *excluded* terms and what else the articles call these places and their people.

    Args:
        excluded: Each term, and the word as typed.
    """
    widened = dict.fromkeys(excluded)
    for term, text in excluded.items():
        word = Word(text, term, name=False)
        names = _other_spellings(word, vocabulary, language)
        if language in (None, "en"):
            names |= _peoples(word, vocabulary)
        widened |= dict.fromkeys(sorted(names))
    return tuple(widened)


def _other_spellings(word: Word, vocabulary: Vocabulary, language: str | None) -> dict[str, float]:
    """Return terms for other names and spellings of the name that *word* may be, and their weights."""
    weights = {t: w for t, w in other_names(word.term).items() if t in vocabulary.names}
    if word.term in vocabulary.names or (
        word.term not in vocabulary
        and word.text.isascii()
        and not vocabulary.is_word(word.text, language)
    ):
        weights |= dict.fromkeys(vocabulary.transliterations(word.text), _TRANSLITERATED_WEIGHT)
    elif not word.text.isascii() and word.term not in vocabulary:
        weights |= dict.fromkeys(_in_other_alphabet(word, vocabulary), _TRANSLITERATED_WEIGHT)
    weights.pop(word.term, None)
    return weights


def _in_other_alphabet(word: Word, vocabulary: Vocabulary) -> Iterator[str]:
    """
    Yield the terms of names that *word*, perhaps in a case, may be in another alphabet.

    The stem of an adjective, as many names are, lacks the vowel of its first case: Zelensk-i.
    """
    for form in dict.fromkeys((word.text, word.term, f"{word.term}i")):
        yield from vocabulary.transliterations(form)


def _may_be_name(word: Word, vocabulary: Vocabulary) -> bool:
    return word.name or word.term in vocabulary.names or word.term not in vocabulary


def _meanings(word: Word, vocabulary: Vocabulary) -> dict[tuple[str, ...], float]:
    weight = _acronym_weight(word, vocabulary)
    return {name.terms: weight for name in vocabulary.meanings(word.term)}


def _in_full(
    words: Sequence[Word], vocabulary: Vocabulary
) -> Mapping[int, dict[tuple[str, ...], float]]:
    """Return, for the places of *words* that write out an acronym of the articles, that acronym."""
    keys = [(same_spelling(word.text) or (word.term,))[0] for word in words]
    by_place: dict[int, dict[tuple[str, ...], float]] = {}
    for place, first in enumerate(keys):
        for name in vocabulary.acronyms(first):
            end = place + len(name.key)
            if tuple(keys[place:end]) == name.key:
                for inside in range(place, end):
                    weight = _acronym_weight(words[inside], vocabulary)
                    by_place.setdefault(inside, {})[name.acronym,] = weight
    return by_place


def _acronym_weight(word: Word, vocabulary: Vocabulary) -> float:
    return _ACRONYM_WEIGHT * (_ACRONYM_BESIDE if word.term in vocabulary else 1.0)


_MULTIPLES = {term: 10**power for power, term in ((3, "thousand"), (6, "million"), (9, "billion"))}


def _quantities(words: Sequence[Word], place: int) -> dict[tuple[str, ...], float]:
    """Return 2,500,000,000 for 2.5 billion, and the other way round."""
    term = words[place].term
    if term.isdecimal() and term.isascii() and 4 <= len(term) <= 15:
        return {
            (f"{int(term) / multiple:g}", unit): 1.0
            for unit, multiple in _MULTIPLES.items()
            if int(term) >= multiple and int(term) % (multiple // 100) == 0
        }
    for number, unit in itertools.pairwise(words[max(0, place - 1) : place + 2]):
        multiple = _MULTIPLES.get(unit.term)
        if multiple and re.fullmatch(r"[0-9]{1,4}(?:\.[0-9]{1,3})?", number.term):
            return {(str(round(float(number.term) * multiple)),): 1.0}
    return {}
