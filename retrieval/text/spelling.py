"""The same word spelled otherwise: by slip of the finger, or carried over from another alphabet."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Container, Iterable
from functools import cache

_LANGUAGES = frozenset(["en", "de", "es", "fr", "it", "nl", "pt", "ru"])
"""Those that pyspellchecker knows the words of."""

_SOUNDS = {
    "shch": "sh", "sch": "sh", "tch": "ch", "tsch": "ch", "zh": "z", "kh": "h", "ph": "f", "ck": "k", "q": "k",
    "tz": "c", "ts": "c", "w": "v", "y": "i", "j": "i",
}  # fmt: skip
_SOUND = re.compile("|".join(sorted(_SOUNDS, key=len, reverse=True)))
_POSSESSIVE = re.compile(r"['’ʼ]s?$")
_REPEATED = re.compile(r"(.)\1+")
_LEAST_KEY = 5
"""Shorter names are too easily like one another."""

_ONE_SLIP = 5
_ANY_SLIP = 7
_TWO_SLIPS = 8
"""
Letters that a word has to have for one, for one of any kind, and for two of them to be wrong. A
short name with a letter changed is mostly somebody else's: Schulz and Scholz, Cheng and Chen.
"""


def fold(word: str) -> str:
    """*word* without case, accents and a possessive s."""
    word = word.casefold()
    if not word.isascii():
        plain = unicodedata.normalize("NFKD", word)
        word = "".join(c for c in plain if not unicodedata.combining(c))
    return _POSSESSIVE.sub("", word)


def key(name: str) -> str | None:
    """What the transliterations of a name share: Zelensky, Zelenskyy and Zelenskiy are one."""
    word = _SOUND.sub(lambda sound: _SOUNDS[sound[0]], fold(name))
    word = _REPEATED.sub(r"\1", word).replace("ie", "e")
    return word if len(word) >= _LEAST_KEY and word.isalpha() else None


@cache
def dictionary(language: str | None) -> Collection[str]:
    """The words of a *language* (ISO 639-1), with many names; empty where none are known."""
    if (language or "en") not in _LANGUAGES:
        return frozenset()
    # A fifth of a second to load, and needed for a word that stands nowhere only.
    from spellchecker import SpellChecker

    return SpellChecker(language=language or "en").word_frequency.dictionary


def slips(word: str) -> int:
    """How many letters of a folded *word* may be wrong."""
    return (len(word) >= _ONE_SLIP) + (len(word) >= _TWO_SLIPS)


def nearest(word: str, among: Iterable[str], names: Container[str] = ()) -> list[str]:
    """
    Which of the folded words *among* were meant by the misspelled *word*: the closest, none when
    all are too far off. All begin as it does, for slips are rare in a first letter.

    Distance as in Damerau, "A technique for computer detection and correction of spelling errors"
    (1964): letters left out, put in, changed, or two of them swapped.

    Args:
        names: Which of them are names, so that less is needed to be another.
    """
    from rapidfuzz.distance import OSA

    most = slips(word)
    found: list[str] = []
    for other in among:
        if other[:1] != word[:1]:
            continue
        distance = OSA.distance(word, other, score_cutoff=most)
        if distance > most or not _is_slip(word, other, distance, name=other in names):
            continue
        if distance < most:
            most, found = distance, []
        found.append(other)
    return found


def _is_slip(word: str, other: str, distance: int, *, name: bool) -> bool:
    """Whether *word* differs from *other* as slips make it, rather than as two words do."""
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
