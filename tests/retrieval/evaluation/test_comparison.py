"""What changed since a saved evaluation."""

from __future__ import annotations

from pathlib import Path

import pytest

from retrieval.articles import QuestionsError
from retrieval.evaluation.comparison import compare, load_evaluation, save_evaluation
from retrieval.evaluation.measures import evaluate
from tests.support.evaluations import outcome


def test_a_saved_evaluation_shows_what_changed_since(tmp_path: Path) -> None:
    qrels = {"up": {"a": 1}, "down": {"a": 1}, "same": {"a": 1}}
    before = evaluate(
        [
            outcome("up", "ba", answer_rank=None),
            outcome("down", "ab", answer_rank=1),
            outcome("same", "ab", answer_rank=1),
            outcome("none", answerable=False, answered=True),
            outcome("gone"),
        ],
        qrels,
    )
    after = evaluate(
        [
            outcome("up", "ab", answer_rank=3),
            outcome("down", "b", answer_rank=1, answered=False),
            outcome("same", "ab", answer_rank=1),
            outcome("none", answerable=False, answered=False),
            outcome("new", "ab", answer_rank=1),
        ],
        qrels,
    )

    save_evaluation(before, tmp_path / "before.json")
    baseline = load_evaluation(tmp_path / "before.json")

    assert baseline == before
    assert [
        (change.id, change.before, change.after, change.better)
        for change in compare(baseline, after)
    ] == [
        ("up", "article 2", "1", True),
        ("up", "answer not found", "3", True),
        ("down", "article 1", "not found", False),
        ("down", "answered", "refused", False),
        ("none", "answered", "refused", True),
    ]


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"queries": 3}', '{"questions": [{"id": 1}]}'])
def test_a_baseline_is_a_file_that_save_wrote(tmp_path: Path, text: str) -> None:
    path = tmp_path / "baseline.json"
    path.write_text(text)

    with pytest.raises(QuestionsError, match="is not a file that evaluate --save wrote"):
        load_evaluation(path)
