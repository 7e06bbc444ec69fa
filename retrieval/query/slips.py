"""Reads slips in everyday words as the words that were meant: "sey" as "say", "abuot" as "about"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from math import log10
from typing import NamedTuple

from retrieval.index.vocabulary import Vocabulary
from retrieval.lang.registry import possible
from retrieval.query.notes import Note
from retrieval.text.analyzer import is_stop_word, shouts, terms
from retrieval.text.language import asked_in, stop_words
from retrieval.text.spelling import count_all, dictionary, fold

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_SHORTEST = 3

_SWAPPED, _DOUBLED, _LEFT_OUT, _CHANGED = 0, 1, 2, 3
"""Kinds of slips, likely ones first; a vowel for another is as likely as a letter left out or put in."""

_VOWELS = frozenset("aeiou")

_LEAST_SHARE = {3: 1.0, 4: 3e-5}
"""By its length, the share that a word has to have of all words to be meant, if it is no stop word."""

_USUAL_SHARE = 2e-6
_ANY_CHANGE = 7
"""Letters from which on a consonant for another is a slip, and no other word."""

_A_WORD = 5e-6
"""The share of all words from which on "ill" is a word of its own, and not "i'll" without its apostrophe."""


class _Slip(NamedTuple):
    """A word that may be meant, and the kind of slip that it takes."""

    meant: str
    kind: int


_LISTED = (None, "en")
"""Languages whose dictionary has their words in nearly all forms: in others, an absent word is seldom a slip."""


def correct_slips(
    question: str, vocabulary: Vocabulary, language: str | None
) -> tuple[str, list[Note]]:
    """
    Return *question* with slips in everyday words corrected, and notes for the reader about those that count.

    A word is a slip if neither the articles nor the dictionary have it, and one letter makes it a stop word
    or another everyday word. What its capital makes a name is none, and a word that the articles have nearly
    is left to them.
    """
    unknown = [w for w in _WORD.findall(question) if _is_unknown(w, vocabulary, language)]
    if not unknown or _is_foreign(question, unknown, language):
        return question, []
    notes: list[Note] = []
    even = question.islower() or shouts(question)

    def correct(match: re.Match[str]) -> str:
        word = match[0]
        if not even and word[0].isupper() and question[: match.start()].strip():
            return word
        if not _is_unknown(word, vocabulary, language):
            return word
        meant = _find_meant(fold(word), vocabulary, language)
        if not meant:
            return word
        if not is_stop_word(meant, language):
            if language not in _LISTED:
                return word
            notes.append(Note("Showing “{shown}” for “{typed}”.", {"shown": meant, "typed": word}))
        return meant.capitalize() if word[0].isupper() else meant

    return _WORD.sub(correct, question), notes


def _is_foreign(question: str, unknown: Iterable[str], language: str | None) -> bool:
    """Return whether *question* may be in another language, of which some *unknown* words are no slips."""
    known = dictionary(language)
    words = {word.casefold() for word in unknown if word.casefold() not in known}
    others = (stop_words(other.code) for other in possible(language))
    return bool(words and (asked_in(question, language) or any(map(words.intersection, others))))


def _is_unknown(word: str, vocabulary: Vocabulary, language: str | None) -> bool:
    found = terms(word, language)
    return len(word) >= _SHORTEST and len(found) == 1 and found[0] not in vocabulary


def _find_meant(word: str, vocabulary: Vocabulary, language: str | None) -> str | None:
    """Return the everyday word that an unknown folded *word* is a slip of; None if it is none."""
    bare = word.removesuffix("s") if is_stop_word(word.removesuffix("s"), language) else None
    contracted = _contractions(language).get(word) or bare  # "wouldnt", "whats"
    known = dictionary(language)
    if contracted and known.get(word, 0) < _A_WORD * count_all(language):
        return contracted
    if not known or not word.isalpha() or vocabulary.is_word(word, language):
        return None
    if any(vocabulary.transliterations(word)):
        return None
    total = count_all(language)
    likely = [
        (log10(known[slip.meant] / total) - slip.kind, slip.meant)
        for slip in _slips(word)
        if slip.meant in known and _is_likely(word, slip, known[slip.meant] / total, language)
    ]
    if not likely:
        return None
    meant = max(likely)[1]
    if is_stop_word(meant, language):
        return meant
    # What the articles write just so is likelier than another form of a word of theirs: "missiles", not "misses".
    written = [each for each in likely if _is_written(each[1], vocabulary, language)]
    meant = max(written or likely)[1]
    if all(term in vocabulary for term in terms(meant, language)):
        return meant
    return None if vocabulary.corrections(word, language, as_name=False) else meant


def _is_written(word: str, vocabulary: Vocabulary, language: str | None) -> bool:
    return any(
        term in vocabulary and fold(vocabulary.written(term)) == word
        for term in terms(word, language)
    )


def _is_likely(word: str, slip: _Slip, share: float, language: str | None) -> bool:
    if is_stop_word(slip.meant, language):
        same = len(slip.meant) == len(word) and slip.kind != _CHANGED
        return same or len(word) > _SHORTEST
    other_word = slip.kind == _CHANGED and len(word) < _ANY_CHANGE
    return not other_word and share >= _LEAST_SHARE.get(len(word), _USUAL_SHARE)


def _slips(word: str) -> Iterator[_Slip]:
    """Yield what *word* is one slip away from, whether or not it is a word; its first letter seldom changes."""
    letters = sorted(set("abcdefghijklmnopqrstuvwxyz").union(word))
    for at in range(len(word) - 1):
        yield _Slip(word[:at] + word[at + 1] + word[at] + word[at + 2 :], _SWAPPED)
    for at in range(1, len(word)):
        rest, beside = word[at + 1 :], word[at - 1]
        yield _Slip(word[:at] + rest, _DOUBLED if word[at] == beside else _LEFT_OUT)
        for letter in letters:
            vowels = {letter, word[at]} <= _VOWELS
            if letter != word[at]:
                yield _Slip(word[:at] + letter + rest, _LEFT_OUT if vowels else _CHANGED)
    for at in range(1, len(word) + 1):
        for letter in letters:
            doubled = letter in (word[at - 1], word[at : at + 1])
            yield _Slip(word[:at] + letter + word[at:], _DOUBLED if doubled else _LEFT_OUT)


@cache
def _contractions(language: str | None) -> Mapping[str, str]:
    """Return the stop words with an apostrophe, by what they are without it."""
    return {word.replace("'", ""): word for word in stop_words(language) if "'" in word}
