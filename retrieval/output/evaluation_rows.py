"""The rows and lines of an evaluation that plain text and terminal have in common."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from retrieval.evaluation.measures import Evaluation, JudgedQuestion
    from retrieval.evaluation.trust import GradedOutcome, KindCounts


def measure_rows(evaluation: Evaluation, before: Evaluation | None = None) -> list[tuple[str, ...]]:
    """Return rows of name and figure; with *before* also its figure, and the difference."""
    rows = []
    for name, value in evaluation.measures.items():
        shape, difference = (".0f", "+.0f") if name == "queries" else (".4f", "+.4f")
        row = [name, format(value, shape)]
        if before and (was := before.measures.get(name)) is not None:
            row += [format(was, shape), format(value - was, difference)]
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


_SHOWN = 110
"""Characters of an excerpt that a line about a mistake shows."""


def kind_rows(kinds: Iterable[KindCounts]) -> Iterator[tuple[str, ...]]:
    """Yield rows of kind, number of questions, and how many got each grade; the answerable kinds come first."""
    for counted in kinds:
        counts = (f"{name} {number}" for name, number in counted.counts.items())
        yield counted.kind or "no kind", str(counted.questions), *counts


def mistake_row(graded: GradedOutcome) -> tuple[str, ...]:
    """Return what was done, the id, kind and text of a question, the confidence, and what was shown."""
    query, answer = graded.query, graded.outcome.answer
    shown = answer.excerpts[0].text if answer.no_answer is None else answer.no_answer.reason
    words = " ".join(shown.split())[:_SHOWN]
    return graded.grade, query.id, query.kind, query.text, f"{graded.confidence:.2f}", words
