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


def test_a_set_with_kinds_is_measured_for_trust_too(tmp_path: Path) -> None:
    write_labelled(tmp_path / "questions.jsonl")

    plain = cuttings("evaluate", "questions.jsonl", "--articles", SEEDS, "--kinds")
    measures = json.loads(
        cuttings("evaluate", "questions.jsonl", "--articles", SEEDS, "--kinds", "--json").stdout
    )

    assert plain.stdout.startswith(
        "who-said   1  first 1  three 1     wrong 0  refused 0\n"
        "scattered  1  no 1     answered 0  harm 0\n\n"
        f"d01  answer in excerpt 1  {WHO}\n"
    )
    assert {name: measures[name] for name in list(measures)[5:-1]} == {
        "first": 1,
        "three": 1,
        "wrong": 0,
        "refused": 0,
        "no": 1,
        "harm": 0,
        "trust": 1,
        "precision": 1,
        "speaker": 1,
        "other": 0,
    }
    assert measures["kinds"][0] == {
        "kind": "who-said",
        "answerable": True,
        "questions": 1,
        "counts": {"first": 1, "three": 1, "wrong": 0, "refused": 0},
    }


def test_mistakes_are_listed_with_what_was_shown(tmp_path: Path) -> None:
    write_labelled(tmp_path / "questions.jsonl", answer="no such words")

    every = cuttings("evaluate", "questions.jsonl", "--articles", SEEDS, "--show", "all").stdout
    of_a_kind = cuttings("evaluate", "questions.jsonl", "--articles", SEEDS, "--show", "why").stdout

    assert re.match(
        r"wrong  d01  who-said  what did the WHO say about winter\?  [01]\.\d\d  \S", every
    )
    assert "d19" not in every
    assert of_a_kind.startswith("queries")


@pytest.mark.parametrize("answers", [True, False])
def test_twins_are_asked_over_both_texts_and_far_articles_beside_them(
    tmp_path: Path, answers: bool
) -> None:
    for side, price in ((tmp_path / "set", answers), (tmp_path / "set" / "mirror", not answers)):
        write_market(side, has_price=price)

    measures = json.loads(
        cuttings("evaluate", "set", "--twins", "--far", SEEDS, "--baseline", "--json").stdout
    )

    assert list(measures)[3:5] == ["auroc", "answered@5%"]
    assert {name: measures[name] for name in ("queries", "both", "higher", "far", "baseline")} == {
        "queries": 4,
        "both": 1,
        "higher": 1,
        "far": 1,
        "baseline": 0.5,
    }


def write_labelled(path: Path, answer: str = "This winter will be") -> None:
    """Write a question that the seeds answer, and one that they do not."""
    who = {
        "kind": "who-said",
        "speaker": "Hans Kluge",
        "also": ["World Health Organisation"],
        "answers": [answer],
    }
    lines = [
        {"id": "d01", "question": WHO, "answerable": True, **who},
        {"id": "d19", "question": NOTHING, "answerable": False, "kind": "scattered"},
    ]
    path.write_text("".join(json.dumps(line) + "\n" for line in lines))


def write_market(folder: Path, *, has_price: bool) -> None:
    """Write a question set about a market that tells the price of medlars, or else of quinces."""
    folder.mkdir()
    known, unknown = ("medlars", "quinces") if has_price else ("quinces", "medlars")
    text = f"The market of Altena opened on Monday.\n\nA sack of {known} costs five crowns there."
    (folder / "corpus.jsonl").write_text(json.dumps({"id": "a", "title": "Market", "text": text}))
    lines = [
        {
            "id": fruit,
            "text": f"How many crowns does a sack of {fruit} cost?",
            "kind": "how-many",
            "answerable": fruit == known,
            "answers": ["five crowns"] if fruit == known else [],
        }
        for fruit in sorted((known, unknown))
    ]
    (folder / "queries.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines))
    (folder / "qrels.tsv").write_text(f"{known}\ta\t1\n")


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--twins"], f"{XQUAD}: holds no folder mirror"),
        (["--twins", "--save", "s"], "--twins cannot be combined with --run, --save or --compare"),
        (["--json", "--show", "all"], "--json cannot be combined with --compare or --show"),
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
