"""Saving an evaluation, and what changed since a saved one."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from math import inf
from pathlib import Path

from retrieval.articles import QuestionsError
from retrieval.evaluation.measures import Evaluation, JudgedQuestion


@dataclass(frozen=True, slots=True)
class Change:
    """A question that fared better or worse than before."""

    id: str
    text: str
    before: str
    after: str
    better: bool


def save_evaluation(evaluation: Evaluation, path: Path) -> None:
    """Write *evaluation* to a file for `load_evaluation`."""
    path.write_text(
        json.dumps(asdict(evaluation), ensure_ascii=False, indent=1) + "\n", encoding="utf-8"
    )


def load_evaluation(path: Path) -> Evaluation:
    """
    Read a file that `save_evaluation` wrote.

    Raises:
        QuestionsError: It is another kind of file.
    """
    try:
        saved = json.loads(path.read_text(encoding="utf-8"))
        questions = tuple(JudgedQuestion(**question) for question in saved["questions"])
        return Evaluation({name: float(of) for name, of in saved["measures"].items()}, questions)
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise QuestionsError(f"{path}: is not a file that evaluate --save wrote") from error


def compare(before: Evaluation, after: Evaluation) -> list[Change]:
    """Return what changed for each question that is in both evaluations."""
    earlier = {question.id: question for question in before.questions}
    return [
        Change(now.id, now.text, f"{what} {was_shown}".strip(), is_shown, better)
        for now in after.questions
        if (was := earlier.get(now.id))
        for what, was_shown, is_shown, better in _differences(was, now)
    ]


def _differences(was: JudgedQuestion, now: JudgedQuestion) -> Iterator[tuple[str, str, str, bool]]:
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


def _shown(question: JudgedQuestion) -> str:
    return "answered" if question.answered else "refused"
