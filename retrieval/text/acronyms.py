"""Finds the acronyms that a text explains, and what they stand for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice
from typing import NamedTuple

from retrieval.lang.registry import language, union


class Definition(NamedTuple):
    """An acronym and the words that it stands for, both as the text writes them."""

    acronym: str
    words: str


_PARENTHESES = re.compile(r"\(([^()\n]{2,80})\)")
_SHORT = re.compile(r"[A-Z](?=\w*[A-Z])[\w&]{1,9}")
_ACRONYM = re.compile(r"[A-Z](?<![\w.&-].)[A-Z]{2,6}(?=s?(?![\w&-]))")
_WORD = re.compile(r"[\w’']+")
# Times an acronym's length: "Weltgesundheitsorganisation (WHO)" but not "Australia (ARIA)"
_ONE_WORD = 4
_LOOKED_BACK = 200  # characters: more than the longest name


class _Patterns(NamedTuple):
    """
    Patterns that serve all languages.

    Attributes:
        name: Three or more capitalized words, with small words between them.
        joining: A small word.
        article: An English article at the beginning.
    """

    name: re.Pattern[str]
    joining: re.Pattern[str]
    article: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    english = language("en")
    small = f"(?:{union(lambda known: known.in_names.replace(' ', '|'))})"
    articles = f"{english.definite} {english.indefinite}".replace(" ", "|")
    capitalized = r"[A-Z][\w’']++"
    return _Patterns(
        re.compile(rf"{capitalized}(?:[ -](?:{small} ){{0,2}}(?:and |& )?{capitalized}){{2,9}}"),
        re.compile(rf"{small}\b", re.IGNORECASE),
        re.compile(rf"^(?:{articles}) ", re.IGNORECASE),
    )


def definitions(text: str) -> Iterator[Definition]:
    """
    Yield the acronyms that *text* explains, in no particular order; a pair may come more than once.

    A text explains an acronym in parentheses, "World Health Organisation (WHO)" or "UAVs (unmanned
    aerial vehicles)", which the algorithm of Schwartz and Hearst finds ("A simple algorithm for
    identifying abbreviation definitions in biomedical text", 2003), or by also writing out a name whose
    initials it is.
    """
    explained: set[str] = set()
    for definition in _in_parentheses(text):
        explained.add(definition.acronym)
        yield definition
    unexplained = set(_ACRONYM.findall(text)) - explained
    if unexplained:
        yield from _by_initials(text, unexplained)


def _in_parentheses(text: str) -> Iterator[Definition]:
    for match in _PARENTHESES.finditer(text):
        before = text[max(0, match.start() - _LOOKED_BACK) : match.start()].rpartition("\n")[2]
        words = before.split()
        if short := _short(re.split("[;,]", match[1], maxsplit=1)[0]):
            most = min(len(short) + 5, len(short) * 2)
            if long := _long_form(short, " ".join(words[-most:])):
                yield Definition(short, long)
        elif words and (short := _short(words[-1])):
            whole = _patterns().article.sub("", match[1].strip())
            if _long_form(short, whole) == whole:
                yield Definition(short, whole)


def _short(text: str) -> str | None:
    """Return *text* as an acronym, without its plural s and its periods; None if it is none."""
    bare = text.strip(" .,;:'\"“”‘’").replace(".", "")
    if not _SHORT.fullmatch(bare):
        return None
    bare = bare.removesuffix("s")
    capitals = sum(map(str.isupper, bare))
    return bare if capitals >= 2 and 2 * capitals > len(bare) else None


def _long_form(short: str, before: str) -> str | None:
    """
    Return the end of *before* that *short* stands for; None if there is none.

    Each character of *short* is matched from right to left, the first of them at the start of a word.
    """
    place = len(before)
    for number in range(len(short) - 1, -1, -1):
        letter = short[number].casefold()
        if not letter.isalnum():
            continue
        place -= 1
        while place >= 0 and (
            before[place].casefold() != letter or (number == 0 and not _opens(before, place))
        ):
            place -= 1
        if place < 0:
            return None
    long = before[place:].strip(" ,;:'\"“”‘’")
    shortest = len(short) + 1 if " " in long or "-" in long else _ONE_WORD * len(short)
    return None if len(long) < shortest or short in _WORD.findall(long) else long


def _opens(text: str, place: int) -> bool:
    """Return whether a word that can begin a name stands at *place*."""
    return (place == 0 or not text[place - 1].isalnum()) and not _patterns().joining.match(
        text, place
    )


def _by_initials(text: str, acronyms: set[str]) -> Iterator[Definition]:
    """
    Yield names of three words or more whose initials, with or without those of words such as "of", are one
    of *acronyms*. Many longer names end in three given initials by chance, so these need a whole name.
    """
    for match in _patterns().name.finditer(text):
        words = [word for word in _WORD.findall(match[0]) if word.lower() != "the"]
        every = "".join([word[0] for word in words])
        for first in range(len(words) - 2):
            initials = every[first:]
            if not initials[0].isupper():
                continue
            for short in (initials.upper(), "".join(filter(str.isupper, initials))):
                if short in acronyms and (first == 0 or len(short) > 3):
                    yield Definition(short, _from(match[0], first))
                    break


def _from(name: str, first: int) -> str:
    """Return *name* from its word number *first* on, not counting "the"."""
    words = (word for word in _WORD.finditer(name) if word[0].lower() != "the")
    return name[next(islice(words, first, None)).start() :]
