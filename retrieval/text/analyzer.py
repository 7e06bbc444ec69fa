"""Turns text into terms: the only analyzer, for questions and articles alike."""

from __future__ import annotations

import re
import unicodedata
from array import array
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import compress
from typing import NamedTuple

import Stemmer

from retrieval.lang.registry import language as language_of
from retrieval.text.language import stop_words


class Token(NamedTuple):
    """A word at `text[start:end]`, and the term that it is indexed under."""

    start: int
    end: int
    term: str


# Python's \w leaves out combining marks, which would cut Hindi, Thai or vowelled Arabic words apart.
_MARKS = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed"
    "\u0900-\u0963\u0966-\u0dff\u0e31-\u0e4e\u0eb1-\u0ecd\u0f18-\u0fbc\u1000-\u109f\u17b4-\u17dd"
    "\u200c\u200d"
)
# Scripts that write no spaces between words: Thai and Lao, Burmese, Khmer, kana, Han.
_NO_SPACES = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
)
_BEYOND_LATIN = re.compile("[^\0-\u02ff\u2010-\u22ff]")
"""Characters that are neither Latin letters nor punctuation; a text without them has no mark and no such script."""


# The characters that match `[^\W\d_]` and not `_BEYOND_LATIN`, listed: `re` finds a character in a list of
# ranges much faster than it works out its category.
LATIN_LETTERS = (
    r"A-Za-z\u00aa\u00b2\u00b3\u00b5\u00b9\u00ba\u00bc-\u00be\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02c1"
    r"\u02c6-\u02d1\u02e0-\u02e4\u02ec\u02ee\u2070\u2071\u2074-\u2079\u207f-\u2089\u2090-\u209c\u2102"
    r"\u2107\u210a-\u2113\u2115\u2119-\u211d\u2124\u2126\u2128\u212a-\u212d\u212f-\u2139\u213c-\u213f"
    r"\u2145-\u2149\u214e\u2150-\u2189"
)
# Some of the others that match `[^\W\d_]`: most letters of Greek, Cyrillic, Hebrew, Arabic, kana, Han and Hangul.
_OTHER_LETTERS = (
    r"\u0388-\u038a\u038e-\u03a1\u03a3-\u03ce\u0400-\u0481\u048a-\u052f\u05d0-\u05ea\u0620-\u064a"
    r"\u0671-\u06d3\u3041-\u3096\u30a1-\u30fa\u4e00-\u9fff\uac00-\ud7a3"
)


def _word(letter: str, letters: str, first: str = "") -> re.Pattern[str]:
    """
    Return a pattern of words.

    Args:
        letter: A pattern of one letter.
        letters: A pattern of as many letters as there are.
        first: A pattern of the place where a word begins.
    """
    # Most words first. Initials are a single capital, then a full stop, and again.
    return re.compile(
        rf"{first}{letters}(?:\.(?<=[A-Z]\.)(?<!{letter}[A-Z]\.)(?:[A-Z]\.)+|(?:['’ʼ]{letters})*\d*)"
        rf"|\d+(?:[.,]\d+)*(?:(?:st|nd|rd|th)(?!{letter}))?"  # a number or its ordinal
    )


_LATIN_WORD = _word(f"[{LATIN_LETTERS}]", f"[{LATIN_LETTERS}]+")
_AFTER_A_WORD = r"(?<=[\w,][ \xa0]{back})"
_AMID = re.compile(_AFTER_A_WORD.format(back=""))
# A word as in `_LATIN_WORD`. Its first letter may not be a capital, as both cases are mixed past ÿ.
_LATIN_NAME = re.compile(
    rf"[A-Z\u00c0-\u024f]{_AFTER_A_WORD.format(back='.')}"
    rf"(?:(?<=[A-Z])\.(?:[A-Z]\.)+|[{LATIN_LETTERS}]*(?:['’ʼ][{LATIN_LETTERS}]+)*\d*)"
)


# The patterns of large alphabets take milliseconds to compile, and many a collection needs none.
@cache
def _any_word() -> re.Pattern[str]:
    listed = f"[{LATIN_LETTERS}{_OTHER_LETTERS}]"
    letter = rf"(?:[^\W\d_]|[{_MARKS}])"
    # No backtracking, as a listed character is a letter too. No mark begins a word.
    return _word(letter, rf"(?:{listed}++|{letter})++", rf"(?![{_MARKS}])")


@cache
def _unspaced() -> re.Pattern[str]:
    return re.compile(f"[{_NO_SPACES}]")


@cache
def _unspaced_or_not() -> re.Pattern[str]:
    return re.compile(f"[{_NO_SPACES}]+|[^{_NO_SPACES}]+")


_APOSTROPHES = str.maketrans("’ʼ", "''")
_CLITIC = re.compile(r"(?:(?P<head>[^']+)'(?:s|t|d|m|re|ve|ll|i|in)|[^']{1,2}'(?P<tail>.+))$")

_NUMBERS = language_of("en").numbers
_UNITS = dict(zip(_NUMBERS.units.split()[::2], _NUMBERS.units.split()[1::2], strict=True))
_ORDINALS = dict(
    zip(
        ("1st", "2nd", "3rd", *(f"{number}th" for number in range(4, 11))),
        _NUMBERS.ordinals.split(),
        strict=True,
    )
)


class Analyzed(NamedTuple):
    """
    The terms of a text, in order.

    Attributes:
        words: The word of each term, as written.
        places: Where each word starts and ends in the text, alternating.
    """

    terms: list[str]
    words: list[str]
    places: array[int]

    def tokens(self) -> Iterator[Token]:
        return map(Token, self.places[::2], self.places[1::2], self.terms)

    def bag(self, text: str) -> Bag:
        """Return the same without places in *text*."""
        starts = zip(self.terms, self.words, self.places[::2], strict=True)
        amid = [term for term, word, at in starts if word[0].isupper() and _AMID.match(text, at)]
        return Bag(self.terms, self.words, amid)


class Bag(NamedTuple):
    """
    The terms and words of a text as in `Analyzed`, and the terms of those words (`amid`) that have a
    capital in the middle of a sentence, as names do.
    """

    terms: list[str]
    words: list[str]
    amid: list[str]


def analyze(
    text: str, language: str | None = None, start: int = 0, end: int | None = None
) -> Analyzed:
    """
    Return the words of `text[start:end]` that say what it is about, with their places in *text*.

    A stop word in capitals among lower-case letters is a name (WHO, US, IT) and becomes a term in
    capitals. Numbers lose their grouping commas; scripts without spaces become pairs of characters.

    Args:
        language: ISO 639-1 code of the text; the stemmer follows it where the script allows.
    """
    end = len(text) if end is None else end
    beyond_latin = _BEYOND_LATIN.search(text, start, end)
    known = _known(language)
    terms: list[str] = []
    words: list[str] = []
    places: list[int] = []
    before = ""
    loud: bool | None = None
    for match in (_any_word() if beyond_latin else _LATIN_WORD).finditer(text, start, end):
        word = match[0]
        term = known[word]
        if term:
            terms.append(term)
            words.append(word)
            places += match.span()
        elif term is None:
            in_place = list(_in_place(match, before, language))
            if not in_place and (name := _in_capitals(word)):
                if loud is None:
                    loud = shouts(text[start:end])
                in_place = [] if loud else [Token(*match.span(), name)]
            for first, last, term in in_place:
                terms.append(term)
                words.append(text[first:last])
                places += first, last
        before = word
    return Analyzed(terms, words, array("I", places))


def bag(text: str, language: str | None, start: int, end: int) -> Bag:
    """
    Return what `analyze` finds in `text[start:end]`, except its places, which take longest.

    An index on disk is built from these alone.
    """
    if quick := _quick(text, language, start, end):
        terms, words = quick
        names = [name for name in _LATIN_NAME.findall(text, start, end) if name[0].isupper()]
        amid = filter(None, map(_known(language).__getitem__, names))
        return Bag(list(filter(None, terms)), list(compress(words, terms)), list(amid))
    return analyze(text, language, start, end).bag(text)


def _quick(
    text: str, language: str | None, start: int, end: int
) -> tuple[list[str | None], list[str]] | None:
    """Return the terms and words of `text[start:end]`; None if a term depends on where its word stands."""
    if _BEYOND_LATIN.search(text, start, end):
        return None
    words = _LATIN_WORD.findall(text, start, end)
    terms = list(map(_known(language).__getitem__, words))
    return None if None in terms else (terms, words)


def tokens(text: str, language: str | None = None) -> Iterator[Token]:
    """Yield the words of *text* that say what it is about, in order; see `analyze`."""
    return analyze(text, language).tokens()


def terms(text: str, language: str | None = None) -> list[str]:
    """Return the terms of *text*, in order, repeats included."""
    quick = _quick(text, language, 0, len(text))
    return list(filter(None, quick[0])) if quick else analyze(text, language).terms


@lru_cache(20_000)
def term(word: str, language: str | None = None) -> str:
    """Return the term of a single *word* in lower case, even if it is a stop word."""
    return _stem(word.casefold(), language)


def unspaced(text: str) -> int:
    """Return how many characters of *text* belong to scripts without spaces between words."""
    if text.isascii() or not _BEYOND_LATIN.search(text):
        return 0
    return len(_unspaced().findall(text))


def shouts(text: str) -> bool:
    """Return whether *text* is written in capitals, so that capitals mark no names."""
    capitals = sum(map(str.isupper, text))
    return capitals > 0.6 * sum(map(str.isalpha, text))


def is_stop_word(word: str, language: str | None = None) -> bool:
    return word.casefold().replace("’", "'") in stop_words(language)


_KEPT = 200_000
"""Words of one language whose terms are cached, at most: those of a large collection."""


class _Known(dict[str, str | None]):
    """
    A cache of the terms of words: "" for a stop word, and None for a word whose term depends on where it
    stands; see `_in_place`.
    """

    def __init__(self, language: str | None) -> None:
        super().__init__()
        self._language = language

    def __missing__(self, word: str) -> str | None:
        if len(self) >= _KEPT:
            self.clear()
        special = not word[0].isdecimal() and (word.casefold() in _UNITS or unspaced(word))
        term = self[word] = None if special else _term(word, self._language)
        return term


_known = cache(_Known)


def _term(word: str, language: str | None) -> str | None:
    """Return the value of *word* in `_Known`."""
    if word[0].isdecimal():
        return _ORDINALS.get(word) or _number(word.rstrip("stndrh"))
    word = word.replace(".", "")
    bare = _bare(word)
    if not is_stop_word(word, language) and not is_stop_word(bare, language):
        return _stem(bare.casefold(), language)
    return None if _in_capitals(word) else ""


def _in_place(match: re.Match[str], before: str, language: str | None) -> Iterator[Token]:
    """
    Yield the tokens of a word that may be a unit, after a number, or several terms; none for a word that
    can only be a name.

    Args:
        before: The word before it; "" if there is none.
    """
    word, (start, end) = match[0], match.span()
    unit = _UNITS.get(word.casefold()) if before[:1].isdecimal() else None
    if unit:
        yield Token(start, end, _stem(unit, language))
    elif unspaced(word):
        yield from _pairs(word, start, language)
    elif term := _term(word, language):
        yield Token(start, end, term)


def _in_capitals(word: str) -> str | None:
    """Return the term of a stop word that is a name among lower-case letters: WHO, US, IT."""
    bare = _bare(word.replace(".", ""))
    return bare if bare.isupper() and len(bare) > 1 else None


def _bare(word: str) -> str:
    """Return *word* without what an apostrophe joins to it: who's, l'Ukraine."""
    clitic = _CLITIC.match(word.translate(_APOSTROPHES))
    return word[slice(*clitic.span("head" if clitic["head"] else "tail"))] if clitic else word


def _number(digits: str) -> str:
    """Return *digits* without grouping commas: 500,000 becomes 500000, while 2.5 stays."""
    return re.sub(r",(?=\d{3}(?!\d))", "", digits)


def _pairs(run: str, start: int, language: str | None) -> Iterator[Token]:
    """Yield overlapping pairs of the unspaced characters in *run*, and the words attached to them."""
    for piece in _unspaced_or_not().finditer(run):
        first, word = start + piece.start(), piece[0]
        if len(word) == 1 or not _unspaced().match(word):
            yield Token(first, first + len(word), _stem(word.casefold(), language))
        else:
            for offset in range(len(word) - 1):
                yield Token(first + offset, first + offset + 2, word[offset : offset + 2])


_BY_SCRIPT = {
    "CYRILLIC": "ru",
    "ARABIC": "ar",
    "GREEK": "el",
    "DEVANAGARI": "hi",
    "ARMENIAN": "hy",
    "TAMIL": "ta",
}


@cache
def _stemmer(language: str) -> Stemmer.Stemmer | None:
    name = language_of(language).name.lower()
    # Without its own cache, as `_Known` is one: keeping that small takes longer than stemming.
    return Stemmer.Stemmer(name, 0) if name in Stemmer.algorithms() else None


def _stem(word: str, language: str | None) -> str:
    """Return the stem of a case-folded *word*, by the language that its script and its text suggest."""
    if word.isascii():
        return _snowball(word, language or "en")
    script = unicodedata.name(word[0], "").split(" ", 1)[0]
    if script == "LATIN":  # English writes borrowed names with and without their accents
        if language in (None, "en"):
            return _snowball(_unaccented(word), "en")
        return _unaccented(_snowball(word, language or "en"))
    if script == "CYRILLIC":
        stem = _snowball(_in_russian_letters(word), _BY_SCRIPT[script])
        return _surname_ending().sub(r"\1", stem)
    return _snowball(word, _BY_SCRIPT[script]) if script in _BY_SCRIPT else word


@cache
def _to_russian() -> tuple[dict[int, str], re.Pattern[str], dict[str, str]]:
    """Return letters that Russian lacks with what it has instead, and Ukrainian endings in the same way."""
    russian, ukrainian = language_of("ru").inflection, language_of("uk").inflection
    endings = {f"e{number}": new for number, (_, new) in enumerate(ukrainian.endings)}
    olds = "|".join(f"(?P<e{number}>{old})" for number, (old, _) in enumerate(ukrainian.endings))
    letters = str.maketrans({**russian.letters, **ukrainian.letters})
    return letters, re.compile(rf"(?<=..)(?:{olds})$"), endings


def _in_russian_letters(word: str) -> str:
    """Return *word* as the Russian stemmer knows it, as there is none for Ukrainian."""
    letters, old_ending, endings = _to_russian()
    ending = old_ending.search(word)
    if ending and ending.lastgroup:
        word = word[: ending.start()] + endings[ending.lastgroup]
    return word.translate(letters)


@cache
def _surname_ending() -> re.Pattern[str]:
    return re.compile(language_of("ru").inflection.left)


def _snowball(word: str, language: str) -> str:
    stemmer = _stemmer(language)
    try:
        return str(stemmer.stemWord(word)) if stemmer else word
    except UnicodeEncodeError:  # a lone surrogate, which no article has
        return word


_UNDECOMPOSED = str.maketrans({"æ": "ae", "ø": "o", "ł": "l", "đ": "d", "œ": "oe", "ı": "i"})


def _unaccented(word: str) -> str:
    plain = unicodedata.normalize("NFKD", word.translate(_UNDECOMPOSED))
    return "".join(c for c in plain if not unicodedata.combining(c))
