"""What the reader is judged by does not get into what it learns from."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from retrieval.articles import QuestionsError
from retrieval.reader.training.public.held_back import HeldBack
from retrieval.reader.training.public.lines import Line
from tests.support.lighthouse import BUILT, KEPT, WRECK


def make_set(folder: Path) -> Path:
    folder.mkdir()
    article = {"title": "Lights_of the North", "text": BUILT}
    questions = [{"text": "Who built the lighthouse of Orrow?"}, {"text": "Who came first?"}]
    (folder / "corpus.jsonl").write_text(json.dumps(article), encoding="utf-8")
    lines = "\n".join(map(json.dumps, questions))
    (folder / "queries.jsonl").write_text(lines, encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("line", "has"),
    [
        (Line("Who rang?", WRECK, "Orrow"), False),
        (Line("who built the lighthouse of orrow", WRECK, ""), True),
        (Line("Who came first?", WRECK, ""), False),  # anybody asks that
        (Line("Who rang?", WRECK, "Lights of the North"), True),
        (Line("Who rang?", KEPT + " " + " ".join(BUILT.split()[20:30]), ""), True),
        (Line("Who rang?", KEPT + " " + " ".join(BUILT.split()[20:29]), ""), False),
    ],
)
def test_its_articles_questions_and_runs_of_ten_words_are_known(
    line: Line, has: bool, tmp_path: Path
) -> None:
    assert HeldBack([make_set(tmp_path / "set")]).has(line) == has


def test_a_folder_that_is_no_question_set_is_named(tmp_path: Path) -> None:
    with pytest.raises(QuestionsError, match=r"corpus\.jsonl: No such file"):
        HeldBack([tmp_path])
