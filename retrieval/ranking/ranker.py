"""Rank the passages of a collection for a query."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property
from typing import TYPE_CHECKING

from retrieval.index.protocol import PassageIndex
from retrieval.query.model import Query
from retrieval.ranking import confidence, read_groups
from retrieval.ranking.evidence import Evidence, Hit, weigh_sentences
from retrieval.ranking.near_duplicates import RankedGroup, group_repeats
from retrieval.ranking.passage_filters import allows_text, filter_articles, find_required_terms
from retrieval.ranking.question_weights import QuestionWeights, measure_most
from retrieval.ranking.requirements import with_verdicts

if TYPE_CHECKING:
    from retrieval.reader.records import Reader
    from retrieval.semantic.closeness import Closeness

CANDIDATES = 50
"""Candidates for one question."""

_WEIGHED = 12
"""Candidates whose sentences are weighed; the others keep their first score and rank below."""

_JUDGED = 3
"""Groups of which a better one is shown first if the best fails a requirement, however many are shown."""

_TITLE = 0.95
"""Share of the question in the title of an article from which on it asks for that article."""

FAILED = 0.45
"""Share of its confidence that a hit keeps which fails a requirement of the question: it is never an answer."""

_DEEPER = 4
"""Factor by which a search goes deeper while filters leave too few candidates."""


@dataclass(frozen=True, slots=True)
class Ranking:
    """
    What ranking found for a query.

    Attributes:
        hits: Best first.
        groups: The hits to show, each with the articles that repeat it.
        confidence: The probability, 0..1, that the first of `groups` answers.
        features: What the confidence follows from; none without a hit. It has "topic" only if the hit
            holds nothing of the question's topic.
    """

    weights: QuestionWeights
    hits: tuple[Hit, ...]
    groups: tuple[RankedGroup, ...]
    confidence: float
    features: Mapping[str, float]

    @property
    def query(self) -> Query:
        return self.weights.query

    @property
    def answered(self) -> bool:
        """Whether the hits to show are an answer, not just the nearest there is."""
        return self.confidence >= confidence.THRESHOLD


class Ranker:
    """
    Ranks the passages of one *index*. Safe to share.

    Closeness in *meaning* may join the evidence, and a *reader* may read the best candidates.
    """

    def __init__(
        self,
        index: PassageIndex,
        meaning: Closeness | None = None,
        judge: Callable[[Ranker], float | None] = lambda _: None,
        reader: Reader | None = None,
    ) -> None:
        """
        Args:
            judge: As `calibration.judge_by_chance`; called once, before the first confidence.
        """
        self.index = index
        self.model = confidence.load_model("meaning" if meaning else "words")
        self.reader = reader
        self._meaning = meaning
        self._judge = judge

    def rank(self, query: Query, candidates: int = CANDIDATES, shown: int = 3) -> Ranking:
        """Return at most that many *candidates* as hits, and at most *shown* groups of them."""
        weights = QuestionWeights.of(query, self.index)
        hits = self.find_hits(weights, candidates)
        most = _WEIGHED if query.recent else max(shown, _JUDGED)
        groups = group_repeats(weights, hits, max(most, read_groups.READ) if self.reader else most)
        if not groups:
            return Ranking(weights, (), (), 0.0, {})
        if self.reader:
            # For the latest, all are judged, and so all are read.
            count = most if query.recent else read_groups.READ
            groups[:count] = read_groups.read_groups(
                groups[:count], weights, self.reader, self._reader_model
            )
            hits = read_groups.put_first(hits, groups)
        if query.recent:
            groups = self._newest_first([_judged(each, weights) for each in groups], weights)
            groups = groups[:shown]
        groups[0] = _judged(groups[0], weights)
        if groups[0].hit.fails:
            judged = [_judged(each, weights) for each in groups[:_JUDGED]]
            judged.sort(key=lambda group: not self._answers(group, weights))
            groups[:_JUDGED] = judged
        probability, features = self._judge_hit(groups[0].hit, weights)
        return Ranking(weights, tuple(hits), tuple(groups[:shown]), probability, features)

    def _judge_hit(self, hit: Hit, weights: QuestionWeights) -> tuple[float, dict[str, float]]:
        """Return the probability that *hit* answers, and the features that it follows from."""
        every = confidence.compute_features(hit, weights)
        judging = self._by_words if hit.by_words else self
        model = self._reader_model if hit.reading else judging.model
        by_chance = model.by_chance if hit.reading else judging.by_chance
        log_odds = model.log_odds(every) - by_chance
        probability = round(confidence.to_probability(log_odds), 4)
        features = {name: every[name] for name in model.coefficients}
        if hit.evidence.title > _TITLE:
            probability = max(probability, confidence.THRESHOLD)
        if not confidence.is_on_topic(hit, weights):
            probability = features["topic"] = 0.0
        if hit.fails:
            probability = round(probability * FAILED, 4)
        return probability, features

    def _answers(self, group: RankedGroup, weights: QuestionWeights) -> bool:
        return self._judge_hit(group.hit, weights)[0] >= confidence.THRESHOLD

    def _newest_first(
        self, groups: Sequence[RankedGroup], weights: QuestionWeights
    ) -> list[RankedGroup]:
        """Return *groups* with those that answer before the others, the newest first."""

        def rank(group: RankedGroup) -> tuple[bool, str]:
            answers = self._answers(group, weights)
            return answers, (group.hit.article.published or "") if answers else ""

        return sorted(groups, key=rank, reverse=True)

    def find_hits(self, weights: QuestionWeights, most: int = CANDIDATES) -> list[Hit]:
        """
        Return the engine's *most* best candidates that the query's filters allow, best first.

        Closeness in meaning only reorders what the engine found. Repeats are included.
        """
        index, query, worth = self.index, weights.query, weights.query.worth()
        known = index.vocabulary.__contains__
        total = measure_most(query, index.engine.idf_of, known)
        article_total = measure_most(query, index.article_engine.idf_of, known)
        candidates = self._find_candidates(query, worth, most)
        article_scores = index.article_engine.scores(
            worth, {index.article_of[number] for number, _ in candidates}
        )
        hits = []
        for number, score in candidates:
            article = article_scores.get(index.article_of[number], 0.0)
            evidence = Evidence(score / total, article / article_total)
            hits.append(Hit(index, number, evidence.score, evidence))
        if self._meaning and hits:
            closeness = self._meaning.measure_closeness(query.text, [hit.number for hit in hits])
            hits = _with_meaning(hits, closeness)
        hits.sort(key=lambda hit: -hit.score)
        weighed = [weigh_sentences(hit, weights) for hit in hits[:_WEIGHED]]
        return sorted(weighed, key=lambda hit: -hit.score) + hits[_WEIGHED:]

    def _find_candidates(
        self, query: Query, worth: Mapping[str, float], most: int
    ) -> list[tuple[int, float]]:
        """Search the engine deeper as long as the filters leave fewer than *most*."""
        engine = self.index.engine
        if not query.filters:
            return engine.search(worth, most)
        among = filter_articles(query, self.index)
        having = list(find_required_terms(query, self.index))
        allowed = cache(lambda number: allows_text(query, self.index, number))
        depth = most
        while True:
            candidates = engine.search(worth, depth, among, having)
            # A deeper search may change the order of what a shallower one found.
            kept = [candidate for candidate in candidates if allowed(candidate[0])][:most]
            if len(kept) == most or len(candidates) < depth:
                return kept
            depth *= _DEEPER

    @cached_property
    def _reader_model(self) -> confidence.Model:
        return confidence.load_model("reader")

    @cached_property
    def _by_words(self) -> Ranker:
        """What judges a hit whose closeness in meaning is unknown."""
        return Ranker(self.index, judge=self._judge)

    @cached_property
    def by_chance(self) -> float:
        """The log odds that a question without an answer seldom exceeds in this collection."""
        judged = self._judge(self)
        return self.model.by_chance if judged is None else judged


def _with_meaning(hits: Sequence[Hit], closeness: Sequence[float | None]) -> list[Hit]:
    """Return *hits* with their *closeness*; one that is unknown counts as the mean of the others."""
    known = [each for each in closeness if each is not None]
    usual = sum(known) / len(known) if known else 0.0
    weighed = []
    for hit, each in zip(hits, closeness, strict=True):
        evidence = hit.evidence._replace(meaning=usual if each is None else each)
        by_words = each is None
        weighed.append(replace(hit, score=evidence.score, evidence=evidence, by_words=by_words))
    return weighed


def _judged(group: RankedGroup, weights: QuestionWeights) -> RankedGroup:
    return replace(group, hit=with_verdicts(group.hit, weights))
