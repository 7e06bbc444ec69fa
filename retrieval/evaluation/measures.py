"""The measures of a ranking, of its answers and of its confidence: arithmetic on records."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import inf
from typing import TYPE_CHECKING

from retrieval.articles import QuestionsError
from retrieval.evaluation.outcomes import Outcome
from retrieval.evaluation.question_sets import Qrels, relevant_articles
from retrieval.evaluation.trec_runs import Run, strictly_falling

if TYPE_CHECKING:
    from types import ModuleType

_MEASURES = {
    "ndcg@10": ("nDCG", 10),
    "mrr@10": ("RR", 10),
    "hit@1": ("Success", 1),
    "hit@3": ("Success", 3),
    "hit@5": ("Success", 5),
    "hit@10": ("Success", 10),
    "recall@10": ("R", 10),
}
"""Our names -> those of ir-measures, which cannot parse "nDCG@10" on Python 3.14, and the ranks that count."""


@dataclass(frozen=True, slots=True)
class JudgedQuestion:
    """How a question fared, as saved for later comparison; a rank is None where nothing was found."""

    id: str
    text: str
    answerable: bool
    answered: bool
    article_rank: int | None
    answer_rank: int | None
    confidence: float


@dataclass(frozen=True, slots=True)
class Evaluation:
    """`measures` are by name, which scripts rely on; those that do not apply are left out."""

    measures: dict[str, float]
    questions: tuple[JudgedQuestion, ...]

    @property
    def ids(self) -> set[str]:
        return {question.id for question in self.questions}

    def with_figures(self, figures: Mapping[str, float]) -> Evaluation:
        """Return this evaluation with these *figures* after its own measures."""
        return Evaluation(self.measures | dict(figures), self.questions)


def evaluate(outcomes: Sequence[Outcome], qrels: Qrels | None) -> Evaluation:
    """Measure *outcomes*; without *qrels* only their answers and confidence."""
    measures: dict[str, float] = {"queries": len(outcomes)}
    if qrels is not None:
        measures |= _article_measures(strictly_falling(outcomes), qrels)
    measures |= _answer_measures(outcomes)
    measures |= _confidence_measures(outcomes)
    return Evaluation(
        measures,
        tuple(
            JudgedQuestion(
                id=outcome.query.id,
                text=outcome.query.text,
                answerable=outcome.query.answerable,
                answered=outcome.answered,
                article_rank=_article_rank(outcome, (qrels or {}).get(outcome.query.id, {})),
                answer_rank=outcome.answer_rank,
                confidence=outcome.confidence,
            )
            for outcome in outcomes
        ),
    )


def ir_measures() -> ModuleType:
    """
    Return the library that measures rankings, which comes with the extra cuttings[evaluate].

    Raises:
        QuestionsError: It is not installed.
    """
    try:
        import ir_measures as installed
    except ImportError as error:
        raise QuestionsError(
            "Measures come from ir-measures, which is not installed: "
            "pip install 'cuttings[evaluate]'"
        ) from error
    return installed


def _article_measures(run: Run, qrels: Qrels) -> dict[str, float]:
    """Return means over the queries with a relevant article; an empty ranking counts as 0."""
    measures = ir_measures()
    judged = {query: dict(scores) for query, scores in qrels.items() if relevant_articles(scores)}
    by_name = {name: getattr(measures, known) @ ranks for name, (known, ranks) in _MEASURES.items()}
    totals = measures.calc_aggregate(
        by_name.values(), judged, {query: dict(run.get(query, ())) for query in judged}
    )
    return {name: float(totals[measure]) for name, measure in by_name.items()}


def _answer_measures(outcomes: Iterable[Outcome]) -> dict[str, float]:
    ranks = [
        outcome.answer_rank or inf
        for outcome in outcomes
        if outcome.query.answerable and outcome.query.answers
    ]
    if not ranks:
        return {}
    return {f"answer@{k}": _share([rank <= k for rank in ranks]) for k in (1, 3)}


def _confidence_measures(outcomes: Iterable[Outcome]) -> dict[str, float]:
    answerable: list[float] = []
    others: list[float] = []
    for outcome in outcomes:
        (answerable if outcome.query.answerable else others).append(outcome.confidence)
    if not answerable or not others:
        return {}
    return {
        "auroc": auroc(answerable, others),
        "answered@5%": answered_at_five_percent(answerable, others),
    }


def auroc(answerable: Sequence[float], others: Sequence[float]) -> float:
    """
    Return how often an answerable question has more confidence than another; a tie counts half.

    This is U / (n * m) of Mann and Whitney, "On a Test of Whether one of Two Random Variables is
    Stochastically Larger than the Other" (1947).
    """
    ordered = sorted(others)
    below = sum(bisect_left(ordered, one) + bisect_right(ordered, one) for one in answerable) / 2
    return below / (len(answerable) * len(others))


def answered_at_five_percent(answerable: Sequence[float], others: Sequence[float]) -> float:
    """Return the share of *answerable* above the lowest threshold that at most 5% of *others* exceed."""
    threshold = sorted(others, reverse=True)[len(others) // 20]
    return _share([one > threshold for one in answerable])


def _share(values: Sequence[bool]) -> float:
    return sum(values) / len(values)


def _article_rank(outcome: Outcome, scores: Mapping[str, int]) -> int | None:
    relevant = relevant_articles(scores)
    ranks = (rank for rank, (article, _) in enumerate(outcome.ranked, 1) if article in relevant)
    return next(ranks, None)
