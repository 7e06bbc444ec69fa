"""Which statement answers a question for somebody's words best, and how likely it does."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from retrieval.answers.speaker_directory import Match
from retrieval.answers.statements import Closeness, Statement, group_statements, measure_closeness
from retrieval.index.protocol import PassageIndex
from retrieval.ranking.confidence import ALIKE, to_probability
from retrieval.ranking.question_weights import QuestionWeights, weigh_words

_MEASURED = 60
"""Statements, at most, whose surroundings are read: those in the articles that have most of the topic."""

_RIVALS = 12
"""Passages with most of a topic that may be what it is about, whoever speaks there."""

_OF_ARTICLE = 0.25
"""What the whole article counts for in the order of statements, beside what is around their words."""

_MUCH = 1.1
"""Words in only one passage that weigh as much as a match that is more than chance."""

_LONG = 6
"""Words of a long topic: the longer it is, the less of it meets by chance."""


class Candidate(NamedTuple):
    """
    A statement of somebody who may be meant.

    Attributes:
        closeness: How close it is to the topic.
        article: How much of the topic the whole article has, about 0..1.
    """

    match: Match
    statement: Statement
    closeness: Closeness
    article: float

    @property
    def score(self) -> float:
        near = (1 - _OF_ARTICLE) * self.closeness.score + _OF_ARTICLE * min(1.0, self.article)
        return self.match.fit**2 * near


def rank_statements(
    matches: Iterable[Match], topic: QuestionWeights | None, index: PassageIndex
) -> list[Candidate]:
    """Return the statements of *matches*, those closest to *topic* first; without one the oldest first."""
    stated = [(match, each) for match in matches for each in group_statements(match.attributions)]
    numbers = {statement.number for _, statement in stated}
    articles = _article_shares(topic, numbers, index) if topic else dict.fromkeys(numbers, 1.0)
    if len(stated) > _MEASURED and topic:
        stated.sort(key=lambda one: -articles.get(one[1].number, 0.0))
        del stated[_MEASURED:]
    candidates = [
        Candidate(
            match,
            each,
            measure_closeness(each, topic, index.quotations(each.number)),
            articles.get(each.number, 0.0),
        )
        for match, each in stated
    ]
    if topic is None:
        candidates.sort(key=lambda one: (one.statement.article.published or "~", *_place(one)))
    else:
        candidates.sort(key=lambda one: (-one.score, *_place(one)))
    return candidates


def _article_shares(
    topic: QuestionWeights, numbers: set[int], index: PassageIndex
) -> dict[int, float]:
    engine = index.article_engine
    total = sum(weigh_words(topic.query, engine.idf_of, index.vocabulary.__contains__)) or 1.0
    scores = engine.scores(topic.query.worth(), numbers)
    return {number: score / total for number, score in scores.items()}


def _place(candidate: Candidate) -> tuple[str, int]:
    statement = candidate.statement
    return statement.article.id, statement.paragraph.start


class Model(NamedTuple):
    """A logistic model: its intercept, and the weights of the features that `compute_features` returns."""

    intercept: float
    weights: Mapping[str, float]

    def judge(self, features: Mapping[str, float]) -> float:
        """Return the probability, 0..1, that a statement with these features answers."""
        odds = self.intercept + sum(
            weight * features[name] for name, weight in self.weights.items()
        )
        return round(to_probability(odds), 4)


# Fitted on the questions of the newsrooms `valley` and `states` and their mirrors that ask for words: of those
# whose speaker says nothing on the topic nine in ten are refused. Another set may need other numbers.
OF_SOMEBODY = Model(
    -3.85,
    {
        "fit": 4.0,
        "sentence": 0.25,
        "paragraph": 0.3,
        "around": 0.2,
        "letters": 0.5,
        "article": 0.55,
        "mass": 1.05,
        "long": -1.4,
        "rival": -2.0,
        "any": 0.9,
    },
)
"""For the words of somebody."""

OF_ANYBODY = Model(
    -1.9,
    {
        "sentence": 0.35,
        "letters": 0.25,
        "article": 0.6,
        "mass": 0.8,
        "said": 1.4,
        "long": -1.0,
        "known": 0.3,
    },
)
"""For the speaker of given words."""


def compute_features(
    candidates: Sequence[Candidate],
    topic: QuestionWeights | None,
    index: PassageIndex,
    *,
    known: bool = True,
) -> dict[str, float]:
    """
    Return what the confidence in the first of *candidates* follows from.

    `fit` is that of the speaker. `sentence`, `paragraph`, `around` and `letters` are as in `Closeness`, but
    a few letters alone, as of "grain" in "Ukraine", count for nothing. `article` is as in `Candidate`, and 0 if
    nothing of the topic stands around the words. `mass` and `said` are the weight of the topic in the paragraph
    and in the sentences that hold the words. `long` is the length of the topic. `rival` is how much more of it a passage has in which the speaker says nothing.
    `any` is 1 without a topic, and then all others but `fit` are 0.

    Args:
        known: Whether the question says anything of the speaker.
    """
    best, near = candidates[0], candidates[0].closeness
    much = _MUCH * index.idf_of("")
    if topic is None:
        names = {*OF_SOMEBODY.weights, *OF_ANYBODY.weights}
        return dict.fromkeys(names, 0.0) | {"fit": best.match.fit, "any": 1.0}
    return {
        "fit": best.match.fit,
        "sentence": near.sentence,
        "paragraph": near.paragraph,
        "around": near.around,
        "letters": near.letters if near.around or near.letters >= ALIKE else 0.0,
        "article": min(1.0, best.article) if near.around else 0.0,
        "mass": min(2.0, topic.total * near.paragraph / much),
        "said": min(2.0, topic.total * near.sentence / much),
        "long": min(1.0, len(topic.query.words) / _LONG),
        "rival": max(0.0, _rival(best, topic, index) - near.around),
        "any": 0.0,
        "known": float(known),
    }


def _rival(best: Candidate, topic: QuestionWeights, index: PassageIndex) -> float:
    """Return the largest share of *topic* in a passage without words of the speaker."""
    spoken = [
        (one.article.id, one.quotation.start, one.quotation.end) for one in best.match.attributions
    ]
    shares = [0.0]
    for number, _ in index.engine.search(topic.query.worth(), _RIVALS):
        passage = index.passages[number]
        if not any(
            article == passage.article and start < passage.end and passage.start < end
            for article, start, end in spoken
        ):
            shares.append(topic.share(index.term_set(number)))
    return max(shares)
