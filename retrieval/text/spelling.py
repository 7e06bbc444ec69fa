"""Finds other spellings of a word: typing errors, and names transliterated from another alphabet."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Container, Iterable, Mapping
from functools import cache
from math import log

from retrieval.lang.registry import language as language_of
from retrieval.lang.registry import languages

_SOUNDS = {
    "shch": "sh", "sch": "sh", "tch": "ch", "tsch": "ch", "zh": "z", "kh": "h", "ph": "f", "ck": "k", "q": "k",
    "tz": "c", "ts": "c", "w": "v", "y": "i", "j": "i",
}  # fmt: skip
_SOUND = re.compile("|".join(sorted(_SOUNDS, key=len, reverse=True)))
_HARD_C = re.compile(r"(?<!s)c(?=[aoultrn])")
_GERMAN_Z = re.compile(r"(?<=[lnr])z$")
_POSSESSIVE = re.compile(r"['’ʼ]s?$")
_REPEATED = re.compile(r"(.)\1+")
_LEAST_KEY = 5
"""Letters; shorter names are too similar to one another."""

_ONE_SLIP = 5
_ANY_SLIP = 7
_TWO_SLIPS = 8
"""
Letters of a word with one error, with one error of any kind, and with two, at least. A short name with
a different letter is usually somebody else's: Schulz and Scholz, Cheng and Chen.
"""


def fold(word: str) -> str:
    """Return *word* without case, accents and a possessive s."""
    word = word.casefold()
    if not word.isascii():
        plain = unicodedata.normalize("NFKD", word)
        word = "".join(c for c in plain if not unicodedata.combining(c))
    return _POSSESSIVE.sub("", word)


def key(name: str) -> str | None:
    """
    Return what the transliterations of a name share (Zelensky, Zelenskyy, Зеленський); None for a short one.
    """
    word = fold(name)
    if not word.isascii():
        word = word.translate(_latin())
    word = _HARD_C.sub("k", _GERMAN_Z.sub("ts", word))
    word = _SOUND.sub(lambda sound: _SOUNDS[sound[0]], word)
    word = _REPEATED.sub(r"\1", word).replace("ie", "e")
    return word if len(word) >= _LEAST_KEY and word.isalpha() else None


@cache
def _latin() -> dict[int, str]:
    """Return the letters of other alphabets, each with what names in Latin letters have for it."""
    tables = [language.inflection.latin for language in languages()]
    return str.maketrans({letter: latin for table in tables for letter, latin in table.items()})


@cache
def dictionary(language: str | None) -> Mapping[str, int]:
    """
    Return the words of a *language* (ISO 639-1), including many names, and how often films have each in
    their subtitles; empty where none are known.
    """
    if not language_of(language).dictionary:
        return {}
    # Takes a fifth of a second to load, and only a word that no article has needs it.
    from spellchecker import SpellChecker

    return SpellChecker(language=language or "en").word_frequency.dictionary


_SELDOM = 2e-7
_OFTEN = 1e-5
"""Shares of all words in subtitles up to which a word is not an everyday one, and from which on it is."""


def everyday(word: str, language: str | None) -> float:
    """
    Return how much *word* is one that people use every day, 0..1, in any of its regular forms.

    A question may put with such a word what the articles put with another. Rare words, names, numbers and
    every word of a language without a dictionary are 0.
    """
    folded, known = fold(word), dictionary(language)
    if not known or not folded.isalpha():
        return 0.0
    count = max(known.get(form, 0) for form in {word.casefold(), *_forms(folded)})
    share = count / count_all(language)
    return min(1.0, max(0.0, log(max(share, _SELDOM) / _SELDOM) / log(_OFTEN / _SELDOM)))


_REGULAR = (
    *(("s", ""), ("es", ""), ("ies", "y"), ("ed", ""), ("ed", "e"), ("ied", "y")),
    *(("ing", ""), ("ing", "e"), ("ers", "er"), ("ly", "")),
)


def _forms(word: str) -> Iterable[str]:
    """Yield *word*, and what it may be a regular English form of."""
    yield word
    for ending, instead in _REGULAR:
        if word.endswith(ending) and len(word) > len(ending) + _SHORTEST:
            yield word.removesuffix(ending) + instead


_SHORTEST = 2


@cache
def count_all(language: str | None) -> int:
    """Return how many words the subtitles have in which `dictionary` counts."""
    return sum(dictionary(language).values())


def slips(word: str) -> int:
    """Return how many letters of a folded *word* may be wrong."""
    return (len(word) >= _ONE_SLIP) + (len(word) >= _TWO_SLIPS)


def nearest(word: str, among: Iterable[str], names: Container[str] = ()) -> list[str]:
    """
    Return which of the folded words *among* were meant by the misspelled *word*: the closest, if any is
    close enough. All have its first letter, as errors in the first letter are rare.

    Distance as in Damerau, "A technique for computer detection and correction of spelling errors"
    (1964): letters left out, inserted or changed, or two of them swapped.

    Args:
        names: Which of them are names, for which a smaller difference makes another name.
    """
    from rapidfuzz.distance import OSA

    most = slips(word)
    closest: list[str] = []
    for other in among:
        if other[:1] != word[:1]:
            continue
        distance = OSA.distance(word, other, score_cutoff=most)
        if distance > most or not _is_slip(word, other, distance, name=other in names):
            continue
        if distance < most:
            most, closest = distance, []
        closest.append(other)
    return closest


def _is_slip(word: str, other: str, distance: int, *, name: bool) -> bool:
    """Return whether *word* differs from *other* as by a typing error, rather than as another word does."""
    if name and word[:-1] in (other, other[:-1]):  # Ronaldo is not Ronald, Hippolyta not Hippolyte
        return False
    letters, others = Counter(word), Counter(other)
    differing = (letters - others).total() + (others - letters).total()
    changed = differing > abs(len(word) - len(other))
    if len(word) >= _ANY_SLIP:
        return distance == 1 or not changed
    if name:
        return not differing or _REPEATED.sub(r"\1", word) == _REPEATED.sub(r"\1", other)
    return not changed
