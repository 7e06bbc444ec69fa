"""
Synthetic articles for a collection of any size, made from the sentences of real ones.

A sentence begins as a real one and continues as another, from a word that both have: words keep their
neighbours and their frequencies, and hardly any sentence occurs twice. New text has new words: in the
rare words of an article, Latin letters are replaced by others according to a table. The higher the
number of a table, the fewer articles use it; n articles use about as many tables as the square root of
n, which is how a vocabulary grows; see Heaps, "Information Retrieval: Computational and Theoretical
Aspects" (1978). Text that is not in Latin letters keeps its words, and text without spaces between
words keeps its sentences.
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
"""The most real sentences to use, chosen at random."""

_PARAGRAPHS = (10, 30)
_IN_PARAGRAPH = (3, 5)  # sentences: about a passage
_IN_TITLE = 8  # words

_RARITY = 1000
"""A word is rare if at most one in so many sentences has it."""

_WORD = re.compile(r"[^\W\d_]{4,}")  # shorter ones are seldom rare, and change into one another
_LETTERS = ("aeiou", "bcdfghjklmnpqrstvwxyz")


class SyntheticArticle(NamedTuple):
    title: str
    text: str


class Synthesizer:
    """Makes articles from the sentences of real ones; always the same for the same articles and *seed*."""

    def __init__(self, articles: Iterable[Article], seed: int = 0) -> None:
        self._seed = seed
        texts = list(dict.fromkeys(_sentences(articles)))
        if len(texts) > _SENTENCES:
            texts = _random(f"{seed} sentences").sample(texts, _SENTENCES)
        self._sentences = [tuple(text.split()) for text in texts]
        counts = Counter(word for text in texts for word in set(_WORD.findall(text.casefold())))
        most = max(1, len(texts) / _RARITY)
        self._rare = {word for word, count in counts.items() if count <= most}
        self._places: dict[str, list[tuple[int, int]]] = {}
        for number, words in enumerate(self._sentences):
            for place in range(1, len(words) - 1):
                self._places.setdefault(words[place], []).append((number, place))
        self._crossings = [
            [place for place in range(1, len(words) - 1) if len(self._places[words[place]]) > 1]
            for words in self._sentences
        ]

    def article(self, number: int) -> SyntheticArticle:
        """Return the article with that *number*; it does not depend on the others."""
        rng = _random(f"{self._seed} {number}")
        title = " ".join(self._sentence(rng).split()[:_IN_TITLE]).rstrip(".,;:")
        paragraphs = (
            " ".join(self._sentence(rng) for _ in range(rng.randint(*_IN_PARAGRAPH)))
            for _ in range(rng.randint(*_PARAGRAPHS))
        )
        text = "\n\n".join(paragraphs)
        table = int(1 / (1 - rng.random()))  # above n in one of n articles
        return SyntheticArticle(
            self._with_new_words(title, table), self._with_new_words(text, table)
        )

    def _sentence(self, rng: random.Random) -> str:
        number = rng.randrange(len(self._sentences))
        words = self._sentences[number]
        if self._crossings[number]:
            place = rng.choice(self._crossings[number])
            other, there = rng.choice(self._places[words[place]])
            words = words[:place] + self._sentences[other][there:]
        return " ".join(words)

    def _with_new_words(self, text: str, table: int) -> str:
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
    """Return the letter for each vowel and each consonant, upper and lower case, by code point."""
    rng = _random(f"letters {table}")
    pairs = [
        pair for some in _LETTERS for pair in zip(some, rng.sample(some, len(some)), strict=True)
    ]
    small = {ord(a): b for a, b in pairs}
    return small | {ord(a.upper()): b.upper() for a, b in pairs}


def _random(seed: str) -> random.Random:
    return random.Random(seed)  # noqa: S311 - repeatable, not secret
