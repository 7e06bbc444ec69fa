"""What a collection has about a topic: passages, and whole articles."""

from __future__ import annotations

from retrieval.articles import Article
from retrieval.index.protocol import PassageIndex
from retrieval.query.parser import parse
from retrieval.ranking.question_weights import QuestionWeights
from retrieval.text.language import detect

MOST_PASSAGES = 500
"""Passages, those with most of a topic, that are looked at."""

_ABOUT_IT = 0.6
"""Share of a topic that a passage needs, with its heading and its title."""


def read_topic(topic: str, index: PassageIndex) -> QuestionWeights:
    """Return the words of *topic* with their weights."""
    query = parse(topic, index.vocabulary, detect(topic, index.languages))
    return QuestionWeights.of(query, index)


def find_passages(weights: QuestionWeights, index: PassageIndex) -> list[int]:
    """Return the passages that hold enough of the topic with these *weights*, those with most of it first."""
    if not weights.query.words:
        return []
    found = index.engine.search(weights.query.worth(), MOST_PASSAGES)
    return [
        number
        for number, _ in found
        if weights.share(
            index.term_set(number) | index.headings[number] | index.titles[index.article_of[number]]
        )
        >= _ABOUT_IT
    ]


def find_articles(topic: str, index: PassageIndex) -> tuple[Article, ...]:
    """Return the articles with a passage about *topic*, the one with most of it first."""
    passages = find_passages(read_topic(topic, index), index)
    numbers = dict.fromkeys(index.article_of[number] for number in passages)
    return tuple(index.articles[number] for number in numbers)
