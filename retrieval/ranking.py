"""Candidates to ranked, de-duplicated hits, each with the evidence behind it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING

from retrieval.articles import Article
from retrieval.evidence import Asked, values
from retrieval.excerpts import Choice, choose, has_kind
from retrieval.index import Index
from retrieval.passages import Passage
from retrieval.question import Query, dated_within, phrase_spans

if TYPE_CHECKING:
    from retrieval.semantic import Meaning

_LOOKED_INTO = 20
"""Candidates whose sentences are weighed; the others keep their first score and rank below."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """
    Why a passage may answer. All but the BM25 scores are shares of the question's worth, 0..1.

    Attributes:
        passage: BM25 of the passage with its title and heading, over the question's total idf.
        article: The same of the whole article, among articles.
        title: What stands in the article's title.
        together: What stands in title, heading and passage taken together.
        names: Of the question's names, what stands there.
        sentence: What stands in the best single sentence and the heading over it.
        adjacent: Neighbouring words of the question that stand side by side.
        near: Neighbouring words, each pair divided by its distance.
        letters: What stands in title and passage by pieces of four letters.
        kind: Whether the chosen sentences have the kind of thing asked for: 0 or 1.
        meaning: How close it is in meaning, where a model of that is loaded.
    """

    passage: float
    article: float
    title: float = 0.0
    together: float = 0.0
    names: float = 0.0
    sentence: float = 0.0
    adjacent: float = 0.0
    near: float = 0.0
    letters: float = 0.0
    kind: float = 0.0
    meaning: float = 0.0

    @property
    def score(self) -> float:
        return float(sum(getattr(self, name) * weight for name, weight in _WEIGHTS.items()))


_WEIGHTS = {
    "passage": 1.0,
    "article": 1.0,
    "title": 0.5,
    "together": 0.3,
    "names": 0.2,
    "sentence": 0.4,
    "adjacent": 0.2,
    "near": 0.3,
    "letters": 1.0,
    "kind": 0.1,
    "meaning": 1.5,
}
assert set(_WEIGHTS) == {field.name for field in fields(Evidence)}

_RECENT_WORTH = 0.3  # what the newest article gains over the oldest when the latest is asked for


@dataclass(frozen=True, slots=True)
class Hit:
    """
    A passage, by record and by number, with its score and the evidence behind it.

    `choice` is None for a candidate whose sentences were not weighed. Scores compare within one
    question only.
    """

    passage: Passage
    number: int
    score: float
    evidence: Evidence
    choice: Choice | None = None


def rank(
    query: Query, asked: Asked, index: Index, k: int, meaning: Meaning | None = None
) -> list[Hit]:
    """
    The *k* best candidates of the engine that the query's filters let through, best first.

    Closeness in *meaning* orders what the engine found; it finds nothing by itself.
    """
    worth = query.worth()
    known = index.vocabulary.__contains__
    total = sum(values(query, index.engine.idf_of, known)) or 1.0
    article_total = sum(values(query, index.article_engine.idf_of, known)) or 1.0
    of_article = dict(index.article_engine.search(worth, len(index.articles)))
    depth = len(index.passages) if query.filters else k
    found = []
    for number, score in index.engine.search(worth, depth):
        if query.filters and not _wanted(query, index, number):
            continue
        article = of_article.get(index.article_of[number], 0.0)
        seen = Evidence(score / total, article / article_total)
        found.append(Hit(index.passages[number], number, seen.score, seen))
        if len(found) == k:
            break
    if meaning and found:
        closeness = meaning.closeness(query.text, [hit.number for hit in found])
        found = [
            replace(hit, score=seen.score, evidence=seen)
            for hit, near in zip(found, closeness, strict=True)
            for seen in [replace(hit.evidence, meaning=near)]
        ]
    found.sort(key=lambda hit: -hit.score)
    newest = _recency(index) if query.recent else None
    looked = [_look_into(hit, index, query, asked) for hit in found[:_LOOKED_INTO]]
    if newest:
        looked = [
            replace(hit, score=hit.score + _RECENT_WORTH * newest[index.article_of[hit.number]])
            for hit in looked
        ]
    return sorted(looked, key=lambda hit: -hit.score) + found[_LOOKED_INTO:]


def _look_into(hit: Hit, index: Index, query: Query, asked: Asked) -> Hit:
    number = hit.number
    article = index.articles[index.article_of[number]]
    sentences = index.sentences(number)
    choice = choose(article, sentences, asked, query.kind)
    title = index.titles[index.article_of[number]]
    heading = index.headings[number] & asked.terms
    present = title.union(index.terms[number])
    adjacent, near = asked.nearness([token.term for one in sentences for token in one.tokens])
    names = [word.name for word in query.words]
    seen = replace(
        hit.evidence,
        title=asked.share(title),
        together=asked.share(present),
        names=asked.share(present, names) if any(names) else 0.0,
        sentence=max(asked.share(heading | (asked.terms & one.terms)) for one in sentences),
        adjacent=adjacent,
        near=near,
        letters=asked.letters(index.spaced(number)),
        kind=float(query.kind is not None and has_kind(article.text, *choice.span, query.kind)),
    )
    return Hit(hit.passage, number, seen.score, seen, choice)


def _wanted(query: Query, index: Index, number: int) -> bool:
    """Whether the query's filters let a passage through."""
    article, passage = index.articles[index.article_of[number]], index.passages[number]
    text = article.text[passage.start : passage.end]
    return (
        _from(article, query.publisher)
        and (
            (query.since or query.until) is None
            or dated_within(article.published, query.since, query.until)
        )
        and not any(term in index.terms[number] for term in query.excluded)
        and all(phrase_spans(text, phrase) for phrase in query.phrases)
        and not any(phrase_spans(text, phrase) for phrase in query.excluded_phrases)
    )


def _from(article: Article, publisher: str | None) -> bool:
    return publisher is None or publisher.casefold() in (article.publisher or "").casefold()


def _recency(index: Index) -> list[float]:
    """Each article's place in time, from 0 for the oldest and the undated to 1 for the newest."""
    dates = sorted({article.published or "" for article in index.articles})
    place = {date: number / max(1, len(dates) - 1) for number, date in enumerate(dates)}
    return [place[article.published or ""] for article in index.articles]


def distinct(hits: Iterable[Hit], index: Index, most: int) -> list[Hit]:
    """
    The first *most* hits whose sentences were weighed and that do not repeat one before them.

    A hit repeats another when of their passages, or of the sentences they were chosen for, the
    smaller shares 70% of its terms with the larger, as reworked wire copy does.
    """
    kept: list[tuple[frozenset[str], frozenset[str], Hit]] = []
    for hit in hits:
        if len(kept) == most or hit.choice is None:
            break
        whole, shown = frozenset(index.terms[hit.number]), hit.choice.core
        if not any(repeats(whole, one) or repeats(shown, other) for one, other, _ in kept):
            kept.append((whole, shown, hit))
    return [hit for _, _, hit in kept]


def repeats(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether of two sets of terms the smaller shares 70% with the larger."""
    smaller = min(len(one), len(other))
    return smaller > 0 and len(one & other) >= 0.7 * smaller
