"""Candidates to ranked, de-duplicated hits."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from retrieval.excerpts import Choice, choose
from retrieval.index import Index
from retrieval.passages import Passage
from retrieval.question import Query

_LOOKED_INTO = 20
"""Candidates whose sentences are weighed; the others keep their first score and rank below."""

_ARTICLE_WEIGHT = 0.5
_WINDOW_WEIGHT = 0.5


@dataclass(frozen=True, slots=True)
class Evidence:
    """
    Why a passage may answer, each as a share of what the question is worth.

    `passage` and `article` are BM25 scores over the question's total idf; `sentences` is the share
    of the question found in the chosen sentences.
    """

    passage: float
    article: float
    sentences: float = 0.0

    @property
    def score(self) -> float:
        return self.passage + _ARTICLE_WEIGHT * self.article + _WINDOW_WEIGHT * self.sentences


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage, by record and by number, its score and the evidence behind it; scores compare within one question only."""

    passage: Passage
    number: int
    score: float
    evidence: Evidence
    choice: Choice | None = None


def rank(query: Query, index: Index, k: int) -> list[Hit]:
    """The *k* best candidates of the engine, best first after weighing their evidence."""
    worth = {word.term: word.weight for word in query.words}
    weights = weigh(query, index)
    total = sum(weights.values()) or 1.0
    of_article = dict(index.article_engine.search(worth, len(index.articles)))

    def evidence(number: int, score: float) -> Evidence:
        return Evidence(score / total, of_article.get(index.article_of[number], 0.0) / total)

    found = [
        Hit(index.passages[number], number, seen.score, seen)
        for number, score in index.engine.search(worth, k)
        for seen in [evidence(number, score)]
    ]
    found.sort(key=lambda hit: -hit.score)
    looked = [_look_into(hit, index, weights, total) for hit in found[:_LOOKED_INTO]]
    return sorted(looked, key=lambda hit: -hit.score) + found[_LOOKED_INTO:]


def weigh(query: Query, index: Index) -> dict[str, float]:
    """What each term of the question is worth in this collection."""
    return {word.term: word.weight * index.engine.idf_of(word.term) for word in query.words}


def _look_into(hit: Hit, index: Index, weights: Mapping[str, float], total: float) -> Hit:
    article = index.articles[index.article_of[hit.number]]
    choice = choose(article, index.sentences(hit.number), weights)
    share = sum(weights[term] for term in choice.matched) / total
    seen = Evidence(hit.evidence.passage, hit.evidence.article, share)
    return Hit(hit.passage, hit.number, seen.score, seen, choice)


def distinct(hits: Iterable[Hit], index: Index, most: int) -> list[Hit]:
    """
    The first *most* hits whose sentences were weighed and that do not repeat one before them.

    A passage repeats another when the smaller of the two shares 70% of its terms with the larger,
    as reworked wire copy does.
    """
    kept: list[tuple[Hit, frozenset[str]]] = []
    for hit in hits:
        if len(kept) == most or hit.choice is None:
            break
        terms = frozenset(index.terms[hit.number])
        if not any(_repeats(terms, other) for _, other in kept):
            kept.append((hit, terms))
    return [hit for hit, _ in kept]


def _repeats(one: frozenset[str], other: frozenset[str]) -> bool:
    smaller = min(len(one), len(other))
    return smaller > 0 and len(one & other) >= 0.7 * smaller
