"""
Questions with known answers -> measures, a TREC run, and what changed since a saved evaluation.

Reading files and asking the library happen at the edges, in `read` and `ask_all`; the rest is
arithmetic on records.
"""

from __future__ import annotations

import json
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from math import inf
from pathlib import Path
from typing import TYPE_CHECKING

from retrieval.articles import QuestionsError

if TYPE_CHECKING:
    from types import ModuleType

    from retrieval.library import Library

DEPTH = 100
"""Hits asked for: enough passages to fill ten articles."""

Qrels = Mapping[str, Mapping[str, int]]
"""Query id -> article id -> score; above 0 is relevant."""

Run = Mapping[str, Sequence[tuple[str, float]]]
"""Query id -> (article id, score), best first, scores strictly falling."""

_MEASURES = {
    "ndcg@10": ("nDCG", 10),
    "mrr@10": ("RR", 10),
    "hit@1": ("Success", 1),
    "hit@3": ("Success", 3),
    "hit@5": ("Success", 5),
    "hit@10": ("Success", 10),
    "recall@10": ("R", 10),
}
"""
Our names -> those of ir-measures, and the ranks that count. It cannot read them from a text on Python 3.14.
"""


@dataclass(frozen=True, slots=True)
class Query:
    """A question and what is known of its answer; any one of the gold strings `answers` will do."""

    id: str
    text: str
    answerable: bool = True
    answers: tuple[str, ...] = ()
    date: str | None = None


@dataclass(frozen=True, slots=True)
class Questions:
    """What to ask. `qrels` is None where only the answers are known, not the articles."""

    queries: tuple[Query, ...]
    qrels: Qrels | None

    @property
    def ids(self) -> set[str]:
        return {query.id for query in self.queries}


@dataclass(frozen=True, slots=True)
class Outcome:
    """
    What came back for a query.

    `ranked` are article ids and scores, best first, each article once. `answer_rank` is the rank
    from 1 of the first excerpt that holds a gold string, whether or not it would be shown;
    `answered` says whether it would.
    """

    query: Query
    ranked: tuple[tuple[str, float], ...]
    confidence: float
    answered: bool
    answer_rank: int | None


@dataclass(frozen=True, slots=True)
class Judged:
    """What is saved of a question to compare with later; a rank is None when nothing was found."""

    id: str
    text: str
    answerable: bool
    answered: bool
    article_rank: int | None
    answer_rank: int | None
    confidence: float


@dataclass(frozen=True, slots=True)
class Evaluation:
    """`measures` has the names that scripts rely on; those that do not apply are left out."""

    measures: dict[str, float]
    questions: tuple[Judged, ...]

    @property
    def ids(self) -> set[str]:
        return {question.id for question in self.questions}


@dataclass(frozen=True, slots=True)
class Change:
    """A question that fared better or worse than in the baseline."""

    id: str
    text: str
    before: str
    after: str
    better: bool


# Reading


def read(path: Path, article_ids: Iterable[str]) -> Questions:
    """
    Read a folder with `queries.jsonl` and `qrels.tsv`, or a single file of questions.

    In a folder a query is unanswerable when it says so; in a file also when its list of answers
    is empty.

    Raises:
        QuestionsError: A part is missing or malformed, or names what does not exist.
    """
    if path.is_file():
        return Questions(_read_queries(path, empty_is_unanswerable=True), None)
    for part in ("corpus.jsonl", "queries.jsonl", "qrels.tsv"):
        if not (path / part).is_file():
            raise QuestionsError(f"{path}: holds no {part}")
    queries = _read_queries(path / "queries.jsonl", empty_is_unanswerable=False)
    qrels = _read_qrels(path / "qrels.tsv", {query.id for query in queries}, set(article_ids))
    return Questions(queries, qrels)


def json_lines(name: str, lines: Iterable[bytes]) -> Iterator[tuple[str, dict[str, object]]]:
    """
    Each JSON object with where it stands, as in "queries.jsonl, line 3". Empty lines are left out.

    Raises:
        QuestionsError: A line is not a JSON object in UTF-8.
    """
    for number, line in enumerate(lines, 1):
        where = f"{name}, line {number}"
        if not line.strip():
            continue
        try:
            row = json.loads(line.decode("utf-8-sig" if number == 1 else "utf-8"))
        except UnicodeDecodeError as error:
            raise QuestionsError(f"{where}: is not UTF-8 text") from error
        except json.JSONDecodeError as error:
            raise QuestionsError(f"{where}: is not JSON ({error.msg})") from error
        if not isinstance(row, dict):
            raise QuestionsError(f"{where}: is not a JSON object")
        yield where, row


def id_of(where: str, row: dict[str, object]) -> str | int:
    """The id of a line, as it was given."""
    id_ = row.get("id")
    if isinstance(id_, bool) or not isinstance(id_, str | int):
        raise QuestionsError(f'{where}: "id" is missing, or neither a string nor a whole number')
    return id_


def _read_queries(path: Path, *, empty_is_unanswerable: bool) -> tuple[Query, ...]:
    queries: dict[str, Query] = {}
    with path.open("rb") as lines:
        for where, row in json_lines(str(path), lines):
            query = _query(where, row, empty_is_unanswerable=empty_is_unanswerable)
            if query.id in queries:
                raise QuestionsError(f"{where}: the id {query.id!r} was given before")
            queries[query.id] = query
    if not queries:
        raise QuestionsError(f"{path}: holds no questions")
    return tuple(queries.values())


def _query(where: str, row: dict[str, object], *, empty_is_unanswerable: bool) -> Query:
    id_ = id_of(where, row)
    text = row.get("text", row.get("question"))
    if not isinstance(text, str):
        raise QuestionsError(f'{where}: "text" is missing, or not a string')
    answers = row.get("answers", [])
    if not isinstance(answers, list):
        raise QuestionsError(f'{where}: "answers" is not a list')
    answerable = row.get("answerable", not (empty_is_unanswerable and row.get("answers") == []))
    if not isinstance(answerable, bool):
        raise QuestionsError(f'{where}: "answerable" is neither true nor false')
    date = row.get("date")
    if date is not None and not isinstance(date, str):
        raise QuestionsError(f'{where}: "date" is not a string')
    return Query(str(id_), text, answerable, tuple(_gold(where, gold) for gold in answers), date)


def _gold(where: str, gold: object) -> str:
    text = gold.get("text") if isinstance(gold, dict) else gold
    if not isinstance(text, str):
        raise QuestionsError(f'{where}: "answers" hold neither strings nor objects with a "text"')
    return text


def _read_qrels(path: Path, queries: set[str], articles: set[str]) -> Qrels:
    qrels: dict[str, dict[str, int]] = {}
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except UnicodeDecodeError as error:
        raise QuestionsError(f"{path}: is not UTF-8 text") from error
    for number, line in enumerate(lines, 1):
        where = f"{path}, line {number}"
        fields = line.split("\t")
        if not line.strip() or (number == 1 and fields[0] == "query-id"):
            continue
        if len(fields) != 3 or not fields[2].strip().lstrip("-").isdecimal():
            raise QuestionsError(f"{where}: is not a query id, an article id and a whole score")
        query, article, score = fields
        if query not in queries:
            raise QuestionsError(f"{where}: no query has the id {query!r}")
        if article not in articles:
            raise QuestionsError(f"{where}: no article has the id {article!r}")
        qrels.setdefault(query, {})[article] = int(score)
    if not any(_relevant(scores) for scores in qrels.values()):
        raise QuestionsError(f"{path}: no query has a relevant article")
    return qrels


# Asking


def ask_all(library: Library, queries: Iterable[Query]) -> Iterator[Outcome]:
    """Ask *library* each query, in order."""
    for query in queries:
        ranking = library.rank(query.text, DEPTH, query.date)
        yield Outcome(
            query=query,
            ranked=best_passages((hit.passage.article, hit.score) for hit in ranking.hits),
            confidence=float(ranking.confidence),
            answered=ranking.answered,
            answer_rank=gold_rank(query.answers, [excerpt.text for excerpt in ranking.excerpts]),
        )


def best_passages(hits: Iterable[tuple[str, float]]) -> tuple[tuple[str, float], ...]:
    """Each article once, at its best passage; *hits* are best first and stay in that order."""
    best: dict[str, float] = {}
    for article, score in hits:
        best.setdefault(article, float(score))
    return tuple(best.items())


def gold_rank(answers: Iterable[str], excerpts: Sequence[str]) -> int | None:
    """The rank from 1 of the first excerpt with one of *answers* in it, white space aside."""
    gold = [" ".join(answer.split()) for answer in answers]
    for rank, excerpt in enumerate(excerpts, 1):
        text = " ".join(excerpt.split())
        if any(answer and answer in text for answer in gold):
            return rank
    return None


# Measuring


def evaluate(outcomes: Sequence[Outcome], qrels: Qrels | None) -> Evaluation:
    """Measure *outcomes*; without *qrels* only the answers and the confidence."""
    measures: dict[str, float] = {"queries": len(outcomes)}
    if qrels is not None:
        measures |= _article_measures(strictly_falling(outcomes), qrels)
    measures |= _answer_measures(outcomes)
    measures |= _confidence_measures(outcomes)
    return Evaluation(
        measures,
        tuple(
            Judged(
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
    The library that measures rankings, an extra of ours.

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


def strictly_falling(outcomes: Iterable[Outcome]) -> Run:
    """
    The ranking of each query with scores that hold its order.

    trec_eval reads scores as 32-bit floats and puts equal ones in order of their ids, MS MARCO's
    script keeps their order; so the measures would not agree on a tie.
    """
    import numpy as np

    run: dict[str, list[tuple[str, float]]] = {}
    for outcome in outcomes:
        last = np.float32(inf)
        falling = run.setdefault(outcome.query.id, [])
        for article, score in outcome.ranked:
            last = min(np.float32(score), np.nextafter(last, np.float32(-inf)))
            falling.append((article, float(last)))
    return run


def _article_measures(run: Run, qrels: Qrels) -> dict[str, float]:
    """Means over the queries with a relevant article; one whose ranking is empty counts 0."""
    measures = ir_measures()
    judged = {query: dict(scores) for query, scores in qrels.items() if _relevant(scores)}
    theirs = {name: getattr(measures, known) @ ranks for name, (known, ranks) in _MEASURES.items()}
    totals = measures.calc_aggregate(
        theirs.values(), judged, {query: dict(run.get(query, ())) for query in judged}
    )
    return {name: float(totals[measure]) for name, measure in theirs.items()}


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
    How often an answerable question has more confidence than another; equal counts half.

    That is U / (n * m) of Mann and Whitney, "On a Test of Whether one of Two Random Variables is
    Stochastically Larger than the Other" (1947).
    """
    ordered = sorted(others)
    below = sum(bisect_left(ordered, one) + bisect_right(ordered, one) for one in answerable) / 2
    return below / (len(answerable) * len(others))


def answered_at_five_percent(answerable: Sequence[float], others: Sequence[float]) -> float:
    """Share of *answerable* above the lowest threshold that at most 5% of *others* are above."""
    threshold = sorted(others, reverse=True)[len(others) // 20]
    return _share([one > threshold for one in answerable])


def _share(of: Sequence[bool]) -> float:
    return sum(of) / len(of)


def _relevant(scores: Mapping[str, int]) -> set[str]:
    return {article for article, score in scores.items() if score > 0}


def _article_rank(outcome: Outcome, scores: Mapping[str, int]) -> int | None:
    relevant = _relevant(scores)
    ranks = (rank for rank, (article, _) in enumerate(outcome.ranked, 1) if article in relevant)
    return next(ranks, None)


# Writing and comparing


def trec_run(run: Run) -> Iterator[str]:
    """Lines of a TREC run: `query Q0 article rank score tag`."""
    for query, ranked in run.items():
        for rank, (article, score) in enumerate(ranked, 1):
            yield f"{query} Q0 {article} {rank} {score:.9g} cuttings\n"


def save(evaluation: Evaluation, path: Path) -> None:
    """Write what `load` reads."""
    path.write_text(
        json.dumps(asdict(evaluation), ensure_ascii=False, indent=1) + "\n", encoding="utf-8"
    )


def load(path: Path) -> Evaluation:
    """
    Read what `save` wrote.

    Raises:
        QuestionsError: It is something else.
    """
    try:
        saved = json.loads(path.read_text(encoding="utf-8"))
        questions = tuple(Judged(**question) for question in saved["questions"])
        return Evaluation({name: float(of) for name, of in saved["measures"].items()}, questions)
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise QuestionsError(f"{path}: is not a file that evaluate --save wrote") from error


def changes(before: Evaluation, after: Evaluation) -> list[Change]:
    """What each question gained or lost, for the questions that are in both."""
    earlier = {question.id: question for question in before.questions}
    return [
        Change(now.id, now.text, f"{what} {was_shown}".strip(), is_shown, better)
        for now in after.questions
        if (was := earlier.get(now.id))
        for what, was_shown, is_shown, better in _differences(was, now)
    ]


def _differences(was: Judged, now: Judged) -> Iterator[tuple[str, str, str, bool]]:
    for what, old, new in (
        ("article", was.article_rank, now.article_rank),
        ("answer", was.answer_rank, now.answer_rank),
    ):
        if old != new:
            yield what, _rank(old), _rank(new), (new or inf) < (old or inf)
    if was.answered != now.answered:
        yield "", _shown(was), _shown(now), now.answered == now.answerable


def _rank(rank: int | None) -> str:
    return "not found" if rank is None else str(rank)


def _shown(question: Judged) -> str:
    return "answered" if question.answered else "refused"
