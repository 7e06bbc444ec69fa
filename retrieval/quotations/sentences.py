"""The sentences of a paragraph in which somebody may speak, and those read just before them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from retrieval.articles import Article, Span
from retrieval.lang.registry import names
from retrieval.lang.schema import Speech
from retrieval.quotations.cues import Cue
from retrieval.quotations.tokens import BLANK, TextToken, tokens

_ENDS = re.compile(r"[.!?…](?<=[^\W\d_A-Z]{4}.)\s+(?=[^\W_a-zа-яіїєґё])")
"""Where a sentence ends whatever its words are: abbreviations are shorter."""
_STOPS = frozenset(".!?…" + BLANK)
_BACK = 4
"""Sentences to look back in for whom a pronoun means."""
_LONGEST = 150
"""Most words in a sentence: what is longer is a list or no text, and is cut."""
_FEW = 4
"""Words after a cue from which on they may be a clause."""
_CAPITALS = 3
"""Fewest letters of a place in capitals that begins a report."""
_DATELINE = 14
"""Most words before the dash behind it."""
_SOON = 12
"""Most words between a cue and the clause that it introduces."""


class Attribution(NamedTuple):
    """A cue, and the full name of who speaks by it; None where the article does not say."""

    cue: Cue
    name: Span | None


@dataclass(slots=True)
class ReadSentence:
    """The words of a sentence, the number of its paragraph, and who speaks in it."""

    words: Sequence[TextToken]
    paragraph: int
    attributions: list[Attribution] = field(default_factory=list)


class _Passed(NamedTuple):
    """Text at *start* in which nobody speaks; it is split into words only when a pronoun asks."""

    start: int
    text: str
    paragraph: int


class RecentSentences:
    """The last sentences before the one that is being read, of the same section."""

    def __init__(self, article: Article, speech: Speech) -> None:
        self._article = article
        self._speech = speech
        self._sentences: list[ReadSentence | _Passed] = []
        self._passed: list[_Passed] = []

    def clear(self) -> None:
        self._sentences = []
        self._passed = []

    def add(self, sentence: ReadSentence) -> None:
        self._sentences = [*self._sentences[1 - _BACK :], sentence]

    def pass_over(self, start: int, text: str, paragraph: int) -> None:
        """Note *text* as read, without its words: nobody speaks in it."""
        self._passed = [*self._passed[1 - _BACK :], _Passed(start, text, paragraph)]

    def take_passed(self) -> None:
        """Put what was passed over among the sentences, before one with a cue is read."""
        self._sentences = [*self._sentences, *self._passed][-_BACK:]
        self._passed = []

    def nearest_first(self) -> list[ReadSentence]:
        before: list[ReadSentence] = []
        for one in self._sentences:
            if isinstance(one, ReadSentence):
                before.append(one)
            else:
                words = tokens(one.text, one.start, self._article.language)
                split = sentences(words, self._article.text, self._speech)
                before += (ReadSentence(sentence, one.paragraph) for sentence in split)
        before = before[-_BACK:]
        self._sentences = [*before]
        return before[::-1]


def pieces(prose: str, start: int) -> Iterator[tuple[int, str]]:
    """Yield pieces of one or more sentences of *prose*, which begins at *start*, with their offsets."""
    at = 0
    for cut in _ENDS.finditer(prose):
        yield start + at, prose[at : cut.end()]
        at = cut.end()
    yield start + at, prose[at:]


def sentences(words: Sequence[TextToken], text: str, speech: Speech) -> Iterator[list[TextToken]]:
    """Split the *words* of a piece of *text* into sentences."""
    first = 0
    for place, token in enumerate(words[:-1]):
        is_long = place - first >= _LONGEST
        if not is_long and token.text[0] not in _STOPS:
            continue
        if is_long or _ends(words, place, text, speech):
            yield list(words[first : place + 1])
            first = place + 1
    if first < len(words):
        yield list(words[first:])


def without_dateline(words: Sequence[TextToken]) -> Sequence[TextToken]:
    """Return *words* without the "LENNE, Altena (Bugle) —" with which a report begins."""
    if not words or len(words[0].text) < _CAPITALS or not words[0].text.isupper():
        return words
    for place, word in enumerate(words[:_DATELINE]):
        if word.text in "–—-":
            return words[place + 1 :]
        if word.text[0].islower():
            break
    return words


def _ends(words: Sequence[TextToken], place: int, text: str, speech: Speech) -> bool:
    """Return whether the sign or the quotation at *place* ends a sentence."""
    token, following = words[place], words[place + 1]
    if token.quoted:
        sign = last_character(text, token)
        return sign in ".!?…" and following.capital and not _cue_follows(words, place, sign, speech)
    abbreviated = token.text == "." and place > 0 and _is_abbreviation(words[place - 1])
    return following.start > token.end and not following.text[0].islower() and not abbreviated


def last_character(text: str, quoted: TextToken) -> str:
    """Return the last character between the marks of *quoted*; a space where there is none."""
    return text[quoted.end - 4 : quoted.end].rstrip("”’“\"'» ")[-1:] or " "


def _is_abbreviation(word: TextToken) -> bool:
    """Return whether a period after *word* may belong to it."""
    known = names()
    return (
        word.text in known.titles
        or (len(word.text) == 1 and word.text.isalpha() and word.capital)
        or "." in word.text
        or word.text in known.abbreviations
        or word.text in known.other_abbreviations
    )


def _cue_follows(words: Sequence[TextToken], place: int, sign: str, speech: Speech) -> bool:
    """
    Return whether a cue soon after the quotation at *place*, which ends with *sign*, belongs to it.

    It does in “No!” Ada Park said. It does not in “No.” Ada Park said that …
    """
    for at, token in enumerate(words[place + 1 : place + 5], place + 1):
        if token.text.lower() in speech.cues:
            return not _introduces(words, at, sign, speech)
        if token.text in ".,:;" or token.quoted or token.text.lower() in speech.verbs:
            return False
    return False


def _clause_follows(words: Sequence[TextToken], cue: int, speech: Speech) -> bool:
    """Return whether more than when or where follows the *cue*: "Ada Park said it rained"."""
    if cue + _FEW >= len(words) or words[cue].text.lower() not in speech.clause:
        return False
    following = words[cue + 1].text
    if not following[0].isalnum() or following in names().calendar:
        return False
    return following.lower() not in speech.links | speech.no_clause


def _introduces(words: Sequence[TextToken], cue: int, sign: str, speech: Speech) -> bool:
    """Return whether the *cue*, after a quotation that ends with *sign*, belongs to what follows it."""
    comma = False
    if sign == "." and _clause_follows(words, cue, speech):
        return True
    for token in words[cue + 1 : cue + _SOON]:
        that = token.text.lower() in speech.conjunctions and not comma  # else it may mean "who"
        if that or (token.quoted and sign == "."):
            return True
        if token.text in ".!?…;":
            break
        comma = comma or token.text == ","
    named = words[cue - 1].capital and words[cue + 1 : cue + 2] and words[cue + 1].capital
    return bool(named) and words[cue].text.lower() not in speech.reporting  # "Ada Park urges Kim"
