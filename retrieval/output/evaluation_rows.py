"""The rows and lines of an evaluation that plain text and terminal have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from retrieval.evaluation.measures import Evaluation, JudgedQuestion


def measure_rows(
    evaluation: Evaluation, baseline: Evaluation | None = None
) -> list[tuple[str, ...]]:
    """Return rows of name and figure; with *baseline* also its figure, and the difference."""
    rows = []
    for name, value in evaluation.measures.items():
        shape, difference = (".0f", "+.0f") if name == "queries" else (".4f", "+.4f")
        row = [name, format(value, shape)]
        if baseline and (before := baseline.measures.get(name)) is not None:
            row += [format(before, shape), format(value - before, difference)]
        rows.append(tuple(row))
    return rows


def decision_lines(evaluation: Evaluation) -> list[str]:
    """Return how many questions with and without an answer are answered at the present threshold."""
    lines = []
    for answerable, name in ((True, "answerable"), (False, "unanswerable")):
        some = [question for question in evaluation.questions if question.answerable is answerable]
        if some:
            answered = sum(question.answered for question in some)
            lines.append(f"{answered} of {len(some)} {name} questions answered")
    return lines


def describe_result(question: JudgedQuestion) -> tuple[str, bool]:
    """Return in a few words how a question fared, and whether that is right."""
    found = question.answer_rank is not None
    if not question.answerable:
        return ("answered, wrongly", False) if question.answered else ("refused, rightly", True)
    place = f"answer in excerpt {question.answer_rank}" if found else "answer not found"
    return (place, found) if question.answered else (f"refused, {place}", False)
