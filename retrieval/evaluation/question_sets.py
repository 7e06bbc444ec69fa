"""Reading sets of questions whose answers, or relevant articles, are known."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from retrieval.articles import QuestionsError

Qrels = Mapping[str, Mapping[str, int]]
"""Query id -> article id -> score; above 0 is relevant."""

MIRROR = "mirror"
"""The folder in a question set that tells its articles again, so that what was answered is not."""


@dataclass(frozen=True, slots=True)
class JudgedQuery:
    """
    A question and what is known of its answer: any one of the gold strings `answers` is right.

    Attributes:
        kind: What sort of question it is, such as "who-said"; empty where the set does not say.
        article: The id of the article that has to be shown; None if any will do.
        speaker: Who says the answer, if anybody does.
        also: Other names of the speaker.
    """

    id: str
    text: str
    answerable: bool = True
    answers: tuple[str, ...] = ()
    date: str | None = None
    kind: str = ""
    article: str | None = None
    speaker: str | None = None
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class QuestionSet:
    """The questions to ask. `qrels` is None where only the answers are known, not the articles."""

    queries: tuple[JudgedQuery, ...]
    qrels: Qrels | None

    @property
    def ids(self) -> set[str]:
        return {query.id for query in self.queries}


def read_question_set(path: Path, article_ids: Iterable[str]) -> QuestionSet:
    """
    Read a folder with `queries.jsonl` and `qrels.tsv`, or a single file of questions.

    In a folder a query is unanswerable if it says so; in a file also if its list of answers is empty.
    Lines whose "answerable" is null, which nobody can judge, are left out, and so are those of kind "voice",
    which label a passage.

    Raises:
        QuestionsError: A part is missing or malformed, or refers to an id that does not exist.
    """
    if path.is_file():
        return QuestionSet(read_queries(path), None)
    for part in ("corpus.jsonl", "queries.jsonl", "qrels.tsv"):
        if not (path / part).is_file():
            raise QuestionsError(f"{path}: holds no {part}")
    queries = read_queries(path)
    known = {query.id for query in queries} | _unjudged_ids(path / "queries.jsonl")
    qrels = _read_qrels(path / "qrels.tsv", known, set(article_ids))
    return QuestionSet(queries, {q.id: qrels[q.id] for q in queries if q.id in qrels})


def read_queries(path: Path) -> tuple[JudgedQuery, ...]:
    """Read the questions of `read_question_set` alone."""
    if path.is_file():
        return _read_queries(path, empty_is_unanswerable=True)
    return _read_queries(path / "queries.jsonl", empty_is_unanswerable=False)


def read_twins(
    path: Path, article_ids: Iterable[str], mirrored_ids: Iterable[str]
) -> tuple[tuple[JudgedQuery, ...], tuple[JudgedQuery, ...]]:
    """
    Read the questions that a folder and the folder `mirror` in it share, with opposite truths.

    Args:
        article_ids, mirrored_ids: The ids of the articles of either folder.

    Returns:
        The questions of the folder and those of its mirror, in the order of the former.

    Raises:
        QuestionsError: Either folder is no question set, or they share no question.
    """
    mirrored = {q.id: q for q in read_question_set(path / MIRROR, mirrored_ids).queries}
    twins = [
        (own, mirrored[own.id])
        for own in read_question_set(path, article_ids).queries
        if own.id in mirrored and own.answerable != mirrored[own.id].answerable
    ]
    if not twins:
        raise QuestionsError(f"{path}: shares no question with its folder {MIRROR}")
    return tuple(own for own, _ in twins), tuple(twin for _, twin in twins)


def json_lines(name: str, lines: Iterable[bytes]) -> Iterator[tuple[str, dict[str, object]]]:
    """
    Yield each JSON object after its place, such as "queries.jsonl, line 3". Empty lines are skipped.

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
    """Return the id of a line as it is written there; raise `QuestionsError` if there is none."""
    id_ = row.get("id")
    if isinstance(id_, bool) or not isinstance(id_, str | int):
        raise QuestionsError(f'{where}: "id" is missing, or neither a string nor a whole number')
    return id_


def _read_queries(path: Path, *, empty_is_unanswerable: bool) -> tuple[JudgedQuery, ...]:
    queries: dict[str, JudgedQuery] = {}
    with path.open("rb") as lines:
        for where, row in json_lines(str(path), lines):
            if not _is_judged(row):
                continue
            query = _query(where, row, empty_is_unanswerable=empty_is_unanswerable)
            if query.id in queries:
                raise QuestionsError(f"{where}: the id {query.id!r} was given before")
            queries[query.id] = query
    if not queries:
        raise QuestionsError(f"{path}: holds no questions")
    return tuple(queries.values())


def _query(where: str, row: dict[str, object], *, empty_is_unanswerable: bool) -> JudgedQuery:
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
    return JudgedQuery(
        str(id_),
        text,
        answerable,
        tuple(_gold(where, gold) for gold in answers),
        date=_string(where, row, "date"),
        kind=_string(where, row, "kind") or "",
        article=_string(where, row, "article"),
        speaker=_string(where, row, "speaker"),
        also=_names(where, row),
    )


def _is_judged(row: dict[str, object]) -> bool:
    return row.get("answerable", True) is not None and row.get("kind") != "voice"


def _unjudged_ids(path: Path) -> set[str]:
    with path.open("rb") as lines:
        rows = (row for _, row in json_lines(str(path), lines))
        return {str(row.get("id")) for row in rows if not _is_judged(row)}


def _string(where: str, row: dict[str, object], name: str) -> str | None:
    value = row.get(name)
    if value is not None and not isinstance(value, str):
        raise QuestionsError(f'{where}: "{name}" is not a string')
    return value


def _names(where: str, row: dict[str, object]) -> tuple[str, ...]:
    names = row.get("also") or []
    if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
        raise QuestionsError(f'{where}: "also" is not a list of strings')
    return tuple(names)


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
    if not any(relevant_articles(scores) for scores in qrels.values()):
        raise QuestionsError(f"{path}: no query has a relevant article")
    return qrels


def relevant_articles(scores: Mapping[str, int]) -> set[str]:
    return {article for article, score in scores.items() if score > 0}
