"""Rank the passages of a collection for a query."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from retrieval.index.protocol import PassageIndex
from retrieval.query.model import Query
from retrieval.ranking.confidence import (
    THRESHOLD,
    compute_features,
    is_on_topic,
    load_model,
    to_probability,
)
from retrieval.ranking.evidence import Hit
from retrieval.ranking.near_duplicates import RankedGroup, group_repeats
from retrieval.ranking.order import CANDIDATES, rank_candidates
from retrieval.ranking.question_weights import QuestionWeights

if TYPE_CHECKING:
    from retrieval.semantic import Meaning


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
        return self.confidence >= THRESHOLD


class Ranker:
    """
    Ranks the passages of one index. Safe to share.

    Attributes:
        index: The index.
    """

    def __init__(
        self,
        index: PassageIndex,
        judge_by_chance: Callable[[Meaning | None], float | None],
        meaning: Meaning | None = None,
    ) -> None:
        """
        Args:
            judge_by_chance: See `calibration.judge_by_chance`; called once, before the first confidence.
            meaning: If given, closeness in meaning joins the evidence.
        """
        self.index = index
        self._judge_by_chance = judge_by_chance
        self._meaning = meaning
        self._model = load_model("meaning" if meaning else "words")

    def rank(self, query: Query, candidates: int = CANDIDATES, shown: int = 3) -> Ranking:
        """Return at most that many *candidates* as hits, and at most *shown* groups of them."""
        weights = QuestionWeights.of(query, self.index)
        hits = self.find_hits(weights, candidates)
        groups = group_repeats(weights, hits, shown)
        if not groups:
            return Ranking(weights, (), (), 0.0, {})
        best = groups[0].hit
        every = compute_features(best, weights)
        confidence = round(to_probability(self._model.log_odds(every) - self._by_chance), 4)
        used = {name: every[name] for name in self._model.coefficients}
        if not is_on_topic(best, weights):
            confidence = used["topic"] = 0.0
        return Ranking(weights, tuple(hits), tuple(groups), confidence, used)

    def find_hits(self, weights: QuestionWeights, candidates: int = CANDIDATES) -> list[Hit]:
        """Return the hits for a query with these *weights*, best first, repeats included."""
        return rank_candidates(weights, self.index, candidates, self._meaning)

    def find_misses(self) -> Iterator[Mapping[str, float]]:
        """See `calibration.find_misses`."""
        from retrieval.ranking import calibration

        return calibration.find_misses(self.index, self._meaning)

    @cached_property
    def _by_chance(self) -> float:
        judged = self._judge_by_chance(self._meaning)
        return self._model.by_chance if judged is None else judged
