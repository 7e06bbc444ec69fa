"""Detects the language and the script of a text, and knows the stop words of each language."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from functools import cache

from retrieval.lang.registry import codes, languages
from retrieval.lang.registry import language as language_of

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_SAMPLE = 4000  # characters of a text that are looked at to detect its language
_LETTERS = 500  # evenly spread, that are looked at to detect the script
_CLEAR_OWN = (
    0.7  # of the words of a question that are no stop words, where it may be in another language
)
_FEWEST_STRANGE = 2  # stop words of the other language, from which it is
_MANY = 20  # words, from which stop words identify a language
_CLEAR_SHARE = 0.25  # of the words, if no other language is compared
_LEAST_SHARE = 0.15
_CLEAR_LEAD = 1.3  # the first language's share divided by the second's
_KANA = re.compile("[\u3040-\u30ff]")
_BY_SCRIPT = {
    "CJK": "zh", "HIRAGANA": "ja", "KATAKANA": "ja", "HANGUL": "ko", "THAI": "th", "GREEK": "el",
    "HEBREW": "he", "GUJARATI": "gu", "TAMIL": "ta", "ARMENIAN": "hy", "GEORGIAN": "ka",
}  # fmt: skip


@cache
def stop_words(language: str | None) -> frozenset[str]:
    """Return the words of *language* (ISO 639-1) that join and ask rather than name; of English for None."""
    known = language_of(language)
    if not known.listed:
        return known.stop_words
    from stop_words import AVAILABLE_LANGUAGES, get_stop_words  # a file for each language

    name = known.name.lower()
    listed = get_stop_words(name) if name in AVAILABLE_LANGUAGES else ()
    return frozenset(word.casefold() for word in (*listed, *known.stop_words))


@cache
def shaping_words(language: str | None) -> frozenset[str]:
    """
    Return the words of *language* that shape a question more than they say what it is about, and those
    of English, because a short question in it may be taken for one in another language.
    """
    return language_of("en").questions.shaping | language_of(language).questions.shaping


def detect(text: str, among: frozenset[str] = frozenset()) -> str | None:
    """
    Return the language of *text* as an ISO 639-1 code.

    The script or the stop words identify most texts at no cost; py3langid decides the others.

    Args:
        among: The languages that it can be in; any, when empty.

    Returns:
        None for a text without letters, or without letters of the script of one of the languages.
    """
    if len(among) == 1:
        return next(iter(among))
    sample = text[:_SAMPLE]
    written = script(sample)
    if written in _BY_SCRIPT:
        return "ja" if _KANA.search(sample) else _BY_SCRIPT[written]
    words = [word.casefold() for word in _WORD.findall(sample)]
    if len(words) >= _MANY:
        for candidates in (("en",), codes()):  # no other list is read for an English text
            possible = [code for code in candidates if not among or code in among]
            if language := _by_stop_words(words, possible):
                return language
    return _by_letters(sample, among) if words else None


@cache
def _asking() -> frozenset[str]:
    """Return the languages that a question may be in whatever its articles are in."""
    return frozenset(known.code for known in languages() if known.everywhere)


def asked_in(question: str, language: str | None) -> str | None:
    """
    Return the language of *question* where it is plainly not *language*, in which its words would be looked for.

    Its script tells, or words that only join and ask; where they do not, it is None.
    """
    language = language or "en"
    written = script(question)
    if written in _BY_SCRIPT:
        other = "ja" if _KANA.search(question) else _BY_SCRIPT[written]
        return other if other != language else None
    words = [word.casefold() for word in _WORD.findall(question)]
    strange = [word for word in words if word not in stop_words(language)]
    if not words or len(strange) < _CLEAR_OWN * len(words):
        return None
    found = _by_stop_words(words, _asking() | {language})
    if found is None or found == language:
        return None
    return found if len(set(strange) & stop_words(found)) >= _FEWEST_STRANGE else None


def _by_stop_words(words: list[str], languages: Iterable[str]) -> str | None:
    """Return the one of *languages* whose stop words make up enough of *words*, if it leads clearly."""
    shares = sorted(
        (sum(map(stop_words(language).__contains__, words)) / len(words), language)
        for language in languages
        if stop_words(language)
    )
    if not shares:
        return None
    share, first = shares[-1]
    least = _CLEAR_SHARE if len(shares) == 1 else _CLEAR_LEAD * shares[-2][0]
    return first if share >= max(least, _LEAST_SHARE) else None


def _by_letters(text: str, among: frozenset[str]) -> str | None:
    from py3langid import rank  # takes half a second to load, and is rarely needed

    return next(
        (str(language) for language, _ in rank(text) if not among or language in among), None
    )


def script(text: str) -> str | None:
    """Return the script of most letters of *text*: the first word of their Unicode names."""
    sample = text[:: max(1, len(text) // _LETTERS)]
    if sample.isascii():
        return "LATIN" if any(map(str.isalpha, sample)) else None
    scripts = Counter[str]()
    for letter, count in Counter(sample).items():  # a text has few different ones
        if letter.isalpha():
            scripts[_script_of(letter)] += count
    return max(scripts, key=scripts.__getitem__, default=None)


@cache
def is_of_script(language: str, written: str | None) -> bool:
    """Return whether *language* (ISO 639-1) is written in that script."""
    listed = {known for known, code in _BY_SCRIPT.items() if code == language}
    kana = {"CJK", "HIRAGANA", "KATAKANA"} if language == "ja" else set()
    return written in listed | kana | {script(" ".join(stop_words(language))) or "LATIN"}


def _script_of(letter: str) -> str:
    return "LATIN" if letter.isascii() else unicodedata.name(letter, "").split(" ", 1)[0]
