"""
What a collection's articles reach by chance: how well the nearest passage matches a question that
the articles do not answer.

A threshold does not carry over between collections: in a large one about a single topic, or in a
language with short words, more of any question meets somewhere. So each collection is asked about
some of its own passages, and only the other articles may answer.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from statistics import quantiles
from typing import TYPE_CHECKING, NamedTuple

from retrieval.index.protocol import PassageIndex
from retrieval.query.parser import parse
from retrieval.ranking.confidence import Name, features, model
from retrieval.ranking.evidence import Asked
from retrieval.ranking.order import Hit, is_copy, rank

if TYPE_CHECKING:
    from retrieval.semantic import Meaning

_ASKED = 200
_OF_EACH = 4  # passage at most, where there are few
_LENGTHS = (3, 4, 5, 6, 7)


class Own(NamedTuple):
    """
    Words of a passage of the collection, as somebody might ask for it, and the passage. `wording` is
    the part of a sentence that they are from: models of meaning know sentences, not lists of words.
    """

    text: str
    wording: str
    language: str | None
    number: int


def own_questions(index: PassageIndex) -> Iterator[Own]:
    """
    At most 200 questions, about passages from all over the collection; the same at every call.

    Each is some of the words, in their order, that stand near each other in a sentence, as people
    name only part of what an article says.
    """
    chosen = random.Random(0)  # noqa: S311 - no secret, but to be repeated
    numbers = index.numbers
    count = len(numbers)
    asked = min(_ASKED, _OF_EACH * count)
    for place in range(asked):
        number = numbers[place * count // asked]
        article = index.articles[index.article_of[number]]
        long = [one for one in index.sentences(number) if len(one.terms) >= _LENGTHS[0]]
        if not long:
            continue
        sentence, length = chosen.choice(long), chosen.choice(_LENGTHS)
        start = chosen.randrange(max(1, len(sentence.terms) - 2 * length + 1))
        near = sentence.tokens()[start : start + 2 * length]
        kept = sorted(chosen.sample(range(len(near)), min(length, len(near))))
        words = (article.text[near[i].start : near[i].end] for i in kept)
        wording = article.text[near[0].start : near[-1].end]
        yield Own(" ".join(words), wording, article.language, number)


def miss(own: Own, hits: Sequence[Hit], index: PassageIndex) -> Hit | None:
    """The best of *hits* that neither is of the same article nor repeats the passage asked for."""
    return next(
        (
            hit
            for hit in hits
            if hit.choice
            and index.article_of[hit.number] != index.article_of[own.number]
            and not is_copy(own.number, hit.number, index)
        ),
        None,
    )


class Reading(NamedTuple):
    """
    What a confidence model makes of misses: how many spreads over their middle chance ends, and how
    much that counts, 0..1, beside what is usual in collections.
    """

    spreads: float
    weight: float

    def reached_by_chance(self, log_odds: Sequence[float]) -> float:
        """
        What few of those *log_odds* exceed, which are of misses.

        Told from their middle: the highest are often no misses, but other articles that say the same.
        """
        tenths = quantiles(log_odds, n=10)
        low, high = tenths[2], tenths[6]
        return high + self.spreads * (high - low)

    def threshold(self, log_odds: Sequence[float], usual: float) -> float:
        """What a collection with misses of those *log_odds* takes for an answer."""
        return self.weight * self.reached_by_chance(log_odds) + (1 - self.weight) * usual


READINGS = {"words": Reading(1.2, 1.0), "meaning": Reading(1.9, 0.5)}
"""
By the confidence model. That of words was chosen on ten sets in six languages, where it comes on
average within a point of the balanced accuracy of the best threshold that each set could have.

A model of meaning holds people's questions nearer to what does not answer them than words cut out of
an article, so chance ends further from these misses. And it was trained once, for every collection:
how near an answer is to its question differs less between them than their misses do.
"""


_CANDIDATES = 50
_FEWEST = 20  # articles, or misses, that are a sample of what is reached by chance


def misses(index: PassageIndex, meaning: Meaning | None = None) -> Iterator[Mapping[str, float]]:
    """Yield the features of what *index* holds nearest to questions that it does not answer."""
    if index.article_count < _FEWEST:
        return
    for own in own_questions(index):
        query = parse(own.text, index.vocabulary, own.language)
        query = replace(query, text=own.wording)
        asked = Asked.of(query, index)
        hit = miss(own, rank(query, asked, index, _CANDIDATES, meaning), index)
        if hit:
            yield features(query, asked, index, hit)


def judged_by_chance(index: PassageIndex, meaning: Meaning | None = None) -> float | None:
    """Return what *index* reaches by chance, in log odds; None where there are too few misses to tell."""
    name: Name = "meaning" if meaning else "words"
    weighed = model(name)
    found = [weighed.log_odds(one) for one in misses(index, meaning)]
    return READINGS[name].threshold(found, weighed.by_chance) if len(found) >= _FEWEST else None
