"""
Real text dealt out anew, to a collection of any size.

A sentence begins as one of the real ones and goes on as another, from a word that both have: words
keep their neighbours and their frequencies, and hardly any sentence comes twice. New text brings new
words: the rare ones of an article have their Latin letters changed for others, by a table that
other articles share the less often the higher its number is. In n articles there are then about as
many tables as the square root of n, which is how a vocabulary grows; see Heaps, "Information
Retrieval: Computational and Theoretical Aspects" (1978). What is not written in Latin letters keeps
its words, and what has no spaces between words its sentences.
"""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from retrieval.articles import Article
from retrieval.text.sentences import sentences

_SENTENCES = 20_000
"""Most real sentences to deal out of, chosen at random."""

_PARAGRAPHS = (10, 30)
_IN_PARAGRAPH = (3, 5)  # sentences: about a passage
_IN_TITLE = 8  # words

_COMMON = 1000
"""A word is rare that stands in no more than one of so many sentences."""

_WORD = re.compile(r"[^\W\d_]{4,}")  # shorter ones are seldom rare, and change into one another
_LETTERS = ("aeiou", "bcdfghjklmnpqrstvwxyz")


class Dealt(NamedTuple):
    """An article to be."""

    title: str
    text: str


class Dealer:
    """Deals articles out of the sentences of real ones; the same for the same articles and *seed*."""

    def __init__(self, articles: Iterable[Article], seed: int = 0) -> None:
        self._seed = seed
        found = list(dict.fromkeys(_sentences(articles)))
        if len(found) > _SENTENCES:
            found = _random(f"{seed} sentences").sample(found, _SENTENCES)
        self._sentences = [tuple(sentence.split()) for sentence in found]
        often = Counter(word for text in found for word in set(_WORD.findall(text.casefold())))
        self._rare = {
            word for word, count in often.items() if count <= max(1, len(found) / _COMMON)
        }
        self._places: dict[str, list[tuple[int, int]]] = {}
        for number, words in enumerate(self._sentences):
            for place in range(1, len(words) - 1):
                self._places.setdefault(words[place], []).append((number, place))
        self._crossings = [
            [place for place in range(1, len(words) - 1) if len(self._places[words[place]]) > 1]
            for words in self._sentences
        ]

    def article(self, number: int) -> Dealt:
        """The article with that *number*; whatever the others are."""
        chosen = _random(f"{self._seed} {number}")
        title = " ".join(self._sentence(chosen).split()[:_IN_TITLE]).rstrip(".,;:")
        paragraphs = (
            " ".join(self._sentence(chosen) for _ in range(chosen.randint(*_IN_PARAGRAPH)))
            for _ in range(chosen.randint(*_PARAGRAPHS))
        )
        text = "\n\n".join(paragraphs)
        table = int(1 / (1 - chosen.random()))  # above n for one in n
        return Dealt(self._changed(title, table), self._changed(text, table))

    def _sentence(self, chosen: random.Random) -> str:
        number = chosen.randrange(len(self._sentences))
        words = self._sentences[number]
        if self._crossings[number]:
            place = chosen.choice(self._crossings[number])
            other, there = chosen.choice(self._places[words[place]])
            words = words[:place] + self._sentences[other][there:]
        return " ".join(words)

    def _changed(self, text: str, table: int) -> str:
        if table == 1:
            return text
        letters = _letters(table)

        def change(match: re.Match[str]) -> str:
            word = match[0]
            return word.translate(letters) if word.casefold() in self._rare else word

        return _WORD.sub(change, text)


def _sentences(articles: Iterable[Article]) -> Iterable[str]:
    for article in articles:
        for _, _, paragraph in article.paragraphs():
            for span in sentences(article.text, *paragraph, article.language):
                yield article.slice(span)


@lru_cache(maxsize=1000)
def _letters(table: int) -> dict[int, str]:
    """What each vowel and each consonant becomes, capital or small."""
    chosen = _random(f"letters {table}")
    pairs = [
        pair for some in _LETTERS for pair in zip(some, chosen.sample(some, len(some)), strict=True)
    ]
    small = {ord(a): b for a, b in pairs}
    return small | {ord(a.upper()): b.upper() for a, b in pairs}


def _random(seed: str) -> random.Random:
    return random.Random(seed)  # noqa: S311 - no secret, but to be repeated
