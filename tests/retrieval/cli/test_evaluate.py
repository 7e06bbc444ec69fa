"""`cuttings evaluate`."""

from __future__ import annotations

import json
import re
import shutil
import sys
from pathlib import Path

import pytest

from retrieval.library import Library
from tests.support.command import NOTHING, WHO, cuttings
from tests.support.paths import SEEDS, XQUAD

pytestmark = pytest.mark.usefixtures("only_our_settings")


def test_evaluate_prints_the_measures_of_the_contract() -> None:
    measures = json.loads(cuttings("evaluate", XQUAD, "--json").stdout)

    assert list(measures) == [
        *("queries", "ndcg@10", "mrr@10", "hit@1", "hit@3", "hit@5", "hit@10", "recall@10"),
        *("answer@1", "answer@3"),
    ]
    assert measures["queries"] == 40
    assert measures["hit@1"] <= measures["hit@3"] <= measures["hit@5"] <= measures["hit@10"] <= 1
    assert measures["hit@1"] > 0.9
    assert measures["answer@3"] > 0.8


def test_evaluate_writes_a_run_and_compares_with_a_saved_evaluation(tmp_path: Path) -> None:
    saved = cuttings("evaluate", XQUAD, "--save", "before.json", "--run", "run.trec")
    before = json.loads((tmp_path / "before.json").read_text())
    before["measures"]["hit@1"] = 0.5
    before["questions"][0]["article_rank"] = 7
    (tmp_path / "before.json").write_text(json.dumps(before))
    compared = cuttings("evaluate", XQUAD, "--compare", "before.json")

    assert saved.exit_code == 0
    assert re.fullmatch(
        r"\S+ Q0 xq\S+ 1 \S+ cuttings", (tmp_path / "run.trec").read_text().splitlines()[0]
    )
    assert "Gains: 1\n56beb4343aeaaa14008c925b  article 7 to 1  How many points" in compared.stdout
    assert re.search(r"hit@1 +(\S+) +0\.5000 +\+0\.\d{4}\n", compared.stdout)
    assert re.search(r"hit@3 +(\S+) +\1 +\+0\.0000\n", compared.stdout)


def test_evaluate_takes_questions_without_judged_articles(tmp_path: Path) -> None:
    (tmp_path / "questions.jsonl").write_text(
        json.dumps({"id": "d01", "question": WHO, "answers": ["This winter will be"]})
        + "\n"
        + json.dumps({"id": "d19", "question": NOTHING, "answers": []})
    )

    table = cuttings("evaluate", "questions.jsonl", "--articles", SEEDS).stdout
    measures = cuttings("evaluate", "questions.jsonl", "--articles", SEEDS, "--json").stdout

    assert f"d01  answer in excerpt 1  {WHO}\n" in table
    assert f"d19  refused, rightly     {NOTHING}\n" in table
    assert "1 of 1 answerable questions answered\n0 of 1 unanswerable" in table
    assert json.loads(measures) == {
        "queries": 2,
        "answer@1": 1.0,
        "answer@3": 1.0,
        "auroc": 1.0,
        "answered@5%": 1.0,
    }


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (
            ["--save", "no/such.json"],
            "argument --save: no/such.json: the folder no does not exist; see cuttings evaluate --help",
        ),
        (["--compare", "other.json"], "other.json: has none of these questions"),
        (["--compare", "empty.json"], "empty.json: is not a file that evaluate --save wrote"),
    ],
)
def test_evaluate_looks_at_its_files_before_the_long_work(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], sentence: str
) -> None:
    (tmp_path / "empty.json").write_text("{}")
    (tmp_path / "other.json").write_text('{"measures": {}, "questions": []}')
    monkeypatch.delattr(Library, "rank")

    answer = cuttings("evaluate", XQUAD, *arguments)

    assert (answer.exit_code, answer.stdout) == (2, "")
    assert answer.stderr == f"cuttings: {sentence}\n"


def test_without_ir_measures_the_extra_is_named_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "ir_measures", None)
    monkeypatch.delattr(Library, "rank")

    answer = cuttings("evaluate", XQUAD)

    assert (answer.exit_code, answer.stdout) == (2, "")
    assert answer.stderr.endswith("not installed: pip install 'cuttings[evaluate]'\n")


def test_evaluate_explains_what_is_missing(tmp_path: Path) -> None:
    shutil.copy(XQUAD / "corpus.jsonl", tmp_path)

    answer = cuttings("evaluate", ".")

    assert (answer.exit_code, answer.stdout) == (2, "")
    assert answer.stderr == "cuttings: .: holds no queries.jsonl\n"
