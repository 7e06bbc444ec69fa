"""Hits, and the evidence that a passage answers the question."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import compress
from operator import mul
from typing import Literal, NamedTuple

from retrieval.articles import Article, Span
from retrieval.index.passage_sentences import PassageSentence
from retrieval.index.passages import Passage
from retrieval.index.protocol import PassageIndex
from retrieval.quotations import affiliations
from retrieval.ranking.kinds import measure_kind
from retrieval.ranking.question_weights import QuestionWeights
from retrieval.ranking.sentence_choice import Choice, choose
from retrieval.reader.records import Reading
from retrieval.text.analyzer import terms as terms_of


class Evidence(NamedTuple):
    """
    Why a passage may answer. All but the BM25 scores are shares of the question's weight, 0..1.

    Attributes:
        passage: BM25 of the passage with its title and heading, over the question's total idf.
        article: The same for the whole article, among articles.
        title: What the article's title holds.
        together: What title, heading and passage hold together.
        names: Of the question's names, what those hold.
        sentence: What the best single sentence and the heading over it hold.
        adjacent: Neighbouring words of the question that stand side by side.
        near: Neighbouring words, each pair divided by its distance.
        letters: What title and passage hold in pieces of four letters.
        kind: How well the chosen sentences hold the kind of thing asked for; 0 if the question does not tell.
        own: If the question asks for somebody's words, how much of the rest of it those words hold.
        meaning: Closeness in meaning, if a model of meaning is loaded; see `Hit.by_words`.
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
    own: float = 0.0
    meaning: float = 0.0

    @property
    def score(self) -> float:
        return float(sum(map(mul, self, EVIDENCE_WEIGHTS.values())))


EVIDENCE_WEIGHTS = {
    "passage": 1.0,
    "article": 1.0,
    "title": 0.5,
    "together": 0.3,
    "names": 0.2,
    "sentence": 0.4,
    "adjacent": 0.2,
    "near": 0.3,
    "letters": 1.0,
    "kind": 0.25,
    "own": 0.4,
    "meaning": 4.0,
}
assert tuple(EVIDENCE_WEIGHTS) == Evidence._fields

_RECENT_WORTH = 0.3
"""What the newest article gains over the oldest if the question asks for the latest."""


Requirement = Literal[
    "speaker", "topic", "name", "place", "time", "number", "kind", "role", "event", "language"
]
"""
What a question asks of an excerpt: somebody's words; words about something; a name, a place, a time or a number
beside what is asked; the kind of thing that answers (a date, a count); a name in its role ("Ukraine's minister");
that something happened; a language.
"""


class Verdict(NamedTuple):
    """
    Whether a passage meets a requirement.

    Attributes:
        words: The places of the words of the question that it is about.
        held: None where the passage does not tell.
        instead: What the article has instead, if it has.
    """

    requirement: Requirement
    words: tuple[int, ...]
    held: bool | None
    instead: Span | None = None


@dataclass(frozen=True, slots=True)
class Hit:
    """
    A passage of an index, by number, with its score and the evidence behind it.

    `choice` is None for a candidate whose sentences were not weighed; `verdicts` are those on what the question
    requires, for the likeliest candidates; `reading` is what a reader found, if one read it. `by_words` says that
    its closeness in meaning is unknown, and that it has that of an average candidate, so that its words decide.
    Scores compare only within one question. What the index knows of the passage is read on demand: it may be on disk.
    """

    index: PassageIndex = field(repr=False, compare=False)
    number: int
    score: float
    evidence: Evidence
    choice: Choice | None = None
    verdicts: tuple[Verdict, ...] = ()
    reading: Reading | None = None
    by_words: bool = False

    @property
    def fails(self) -> bool:
        """Whether the passage fails some requirement of the question."""
        return any(verdict.held is False for verdict in self.verdicts)

    @property
    def passage(self) -> Passage:
        return self.index.passages[self.number]

    @property
    def article_number(self) -> int:
        return self.index.article_of[self.number]

    @property
    def article(self) -> Article:
        return self.index.articles[self.article_number]

    @property
    def sentences(self) -> tuple[PassageSentence, ...]:
        return self.index.sentences(self.number)

    @property
    def title(self) -> frozenset[str]:
        """The terms of the article's title."""
        return self.index.titles[self.article_number]

    @property
    def heading(self) -> frozenset[str]:
        """The terms of the heading over the passage."""
        return self.index.headings[self.number]


def weigh_sentences(hit: Hit, weights: QuestionWeights) -> Hit:
    """Return *hit* with its chosen sentences, all evidence, and the score that follows from it."""
    query, article, sentences, title = weights.query, hit.article, hit.sentences, hit.title
    choice = choose(article, sentences, weights)
    heading = hit.heading & weights.terms
    present = weights.terms & (title | hit.index.term_set(hit.number))
    adjacent, near = weights.nearness([term for one in sentences for term in one.terms])
    names = [word.name for word in query.words]
    evidence = hit.evidence._replace(
        title=weights.share(title),
        together=weights.share(present),
        names=weights.share(present, names) if any(names) else 0.0,
        sentence=max(
            weights.share(heading | weights.terms.intersection(one.terms)) for one in sentences
        ),
        adjacent=adjacent,
        near=near,
        letters=weights.letters(hit.index.spaced(hit.number)),
        kind=measure_kind(article, chosen_sentences(sentences, choice), weights)
        if query.intent
        else 0.0,
        own=_own_words(hit, weights) if query.speaker else 0.0,
    )
    score = evidence.score
    if query.recent:
        score += _RECENT_WORTH * _recency(article, hit.index.dates)
    return replace(hit, score=score, evidence=evidence, choice=choice)


def chosen_sentences(sentences: Sequence[PassageSentence], choice: Choice) -> list[PassageSentence]:
    """Return the sentences that *choice* has something of."""
    start, end = choice.least
    return [each for each in sentences if each.span.start < end and start < each.span.end]


def sentences_around(hit: Hit) -> Sequence[PassageSentence]:
    """Return the chosen sentences of a *hit*, and those beside them in its passage."""
    assert hit.choice
    chosen = chosen_sentences(hit.sentences, hit.choice)
    first = hit.sentences.index(chosen[0])
    return hit.sentences[max(0, first - 1) : first + len(chosen) + 1]


def terms_around(hit: Hit) -> frozenset[str]:
    """Return the terms of the chosen sentences, of those beside them, of the heading and of the title."""
    terms = (sentence.terms for sentence in sentences_around(hit))
    return hit.heading.union(hit.title, *terms)


def _own_words(hit: Hit, weights: QuestionWeights) -> float:
    """Return `Evidence.own` for a question that asks for somebody's words."""
    article, passage = hit.article, hit.passage
    is_speaker = [word.term in weights.query.speaker for word in weights.query.words]
    speaker = list(compress(weights.terms_by_word, is_speaker))
    analyzed = partial(terms_of, language=article.language)
    quotations = [
        quotation
        for quotation in hit.index.quotations_in(
            hit.article_number, Span(passage.start, passage.end)
        )
        if quotation.start < passage.end
        and passage.start < quotation.end
        and affiliations.is_said_by(article, quotation, speaker, analyzed)
    ]
    present = frozenset(
        term
        for sentence in hit.sentences
        if any(q.start < sentence.span.end and sentence.span.start < q.end for q in quotations)
        for term in sentence.terms
    )
    return weights.share(present, [not counts for counts in is_speaker]) if quotations else 0.0


def _recency(article: Article, dates: Sequence[str]) -> float:
    """Return the article's place in time, from 0 for the oldest and the undated to 1 for the newest."""
    return bisect_left(dates, article.published or "") / max(1, len(dates) - 1)
