"""
Calibrate the confidence to a collection: how well does the nearest passage match a question that the
articles do not answer?

A threshold does not carry over between collections: in a large one about a single topic, or in a
language with short words, more of any question meets somewhere by chance. So each collection is asked
about some of its own passages, and only the other articles may answer.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from retrieval.index.protocol import PassageIndex
from retrieval.query.parser import parse
from retrieval.ranking.confidence import compute_features
from retrieval.ranking.evidence import Hit
from retrieval.ranking.near_duplicates import is_copy
from retrieval.ranking.question_weights import QuestionWeights
from retrieval.ranking.ranker import Ranker

_QUESTIONS = 200
_PER_PASSAGE = 4
"""Questions about one passage, at most, in a small collection."""

_LENGTHS = (3, 4, 5, 6, 7)
"""Words of a question."""

FEWEST = 20
"""Articles, and misses, below which a sample says nothing."""


class OwnQuestion(NamedTuple):
    """
    A question made of words of a passage.

    Attributes:
        text: Some of the words, as somebody might search for them.
        wording: The part of a sentence that they are from: models of meaning know sentences, not
            lists of words.
        number: The passage.
    """

    text: str
    wording: str
    language: str | None
    number: int


def make_questions(index: PassageIndex) -> Iterator[OwnQuestion]:
    """
    Yield at most 200 questions about passages from all over the collection; the same at every call.

    Each is some of the words, in order, that stand near each other in a sentence, as people name only
    part of what an article says.
    """
    from random import Random  # this and `statistics` would delay every first question

    chosen = Random(0)  # noqa: S311 - no secret, but to be repeated
    numbers = index.numbers
    count = len(numbers)
    questions = min(_QUESTIONS, _PER_PASSAGE * count)
    for place in range(questions):
        number = numbers[place * count // questions]
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
        yield OwnQuestion(" ".join(words), wording, article.language, number)


def find_miss(own: OwnQuestion, hits: Sequence[Hit], index: PassageIndex) -> Hit | None:
    """Return the best of *hits* from another article that does not repeat the passage asked for."""
    return next(
        (
            hit
            for hit in hits
            if hit.choice
            and hit.article_number != index.article_of[own.number]
            and not is_copy(own.number, hit.number, index)
        ),
        None,
    )


class MissReading(NamedTuple):
    """
    How a confidence model reads misses.

    Attributes:
        spreads: How many spreads above the middle of the misses chance ends.
        weight: How much the misses count, 0..1, beside what is usual in collections.
    """

    spreads: float
    weight: float

    def reached_by_chance(self, log_odds: Sequence[float]) -> float:
        """
        Return what few of the *log_odds* of misses exceed.

        It is estimated from their middle: the highest are often no misses, but other articles that
        say the same.
        """
        from statistics import quantiles

        tenths = quantiles(log_odds, n=10)
        low, high = tenths[2], tenths[6]
        return high + self.spreads * (high - low)

    def threshold(self, log_odds: Sequence[float], usual: float) -> float:
        """Return the log odds above which a collection with such misses takes a hit for an answer."""
        return self.weight * self.reached_by_chance(log_odds) + (1 - self.weight) * usual


READINGS = {
    "words": MissReading(0.6, 0.5),
    "meaning": MissReading(1.9, 0.5),
    "reader": MissReading(0.0, 0.0),
}
"""
By confidence model. The one for words was chosen on the twins of two newsrooms, where questions of another
newsroom are refused in nineteen of twenty cases, and on public sets in five languages: misses alone ask too much
of a collection about one subject, and one threshold for all too little of some and too much of others.

A model of meaning puts people's questions nearer to what does not answer them than words cut out of an
article, so chance ends further from these misses. And it was trained once, for every collection: how
near an answer is to its question differs less between collections than their misses do. A reader is not calibrated
by misses at all: to read them would take half a minute, and words cut out of an article are no questions.
"""


def find_misses(ranker: Ranker) -> Iterator[Mapping[str, float]]:
    """Yield the features of what is nearest to questions that the articles do not answer."""
    index = ranker.index
    if index.article_count < FEWEST:
        return
    for own in make_questions(index):
        query = parse(own.text, index.vocabulary, own.language)
        weights = QuestionWeights.of(replace(query, text=own.wording), index)
        if miss := find_miss(own, ranker.find_hits(weights), index):
            yield compute_features(miss, weights)


def judge_by_chance(ranker: Ranker) -> float | None:
    """Return the log odds that misses reach by chance; None if there are too few to tell."""
    model = ranker.model
    log_odds = [model.log_odds(miss) for miss in find_misses(ranker)]
    if len(log_odds) < FEWEST:
        return None
    return READINGS[model.name].threshold(log_odds, model.by_chance)
