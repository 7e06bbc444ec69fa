"""The command that converts public sets, on a repository of our own."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from retrieval.articles import QuestionsError
from retrieval.reader import public
from retrieval.reader.training.public.catalogue import SETS
from tests.support.lighthouse import BUILT, KEPT, WRECK

QUESTIONS = [
    {"question": "is the tower of granite", "title": "Orrow", "passage": BUILT},
    {"question": "was the keeper ever a woman", "title": "Orrow", "passage": KEPT},
    {"question": "is the bell from a wreck", "title": "Amaranth", "passage": WRECK},
]


def git(folder: Path, *command: str) -> str:
    who = ["-c", "user.name=A", "-c", "user.email=a@b.example"]
    command = ("git", "-C", str(folder), *who, *command)
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


@pytest.fixture
def source(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the repository of BoolQ, whose newest commit is not the one that is wanted."""
    repository = tmp_path / "source" / "BoolQ"
    (repository / "data").mkdir(parents=True)
    git(repository, "init", "--quiet")
    file = repository / "data" / "dev.jsonl"
    for lines in (QUESTIONS, QUESTIONS[:1]):
        file.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
        git(repository, "add", ".")
        git(repository, "commit", "--quiet", "--message", "Questions")
    wanted = git(repository, "rev-parse", "HEAD~1")
    monkeypatch.setitem(SETS, "boolq", SETS["boolq"]._replace(commit=wanted))
    return repository.parent


def read(path: Path) -> list[str]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line["question"] for line in map(json.loads, lines) if line["answers"]]


def test_a_set_is_converted_as_it_is_in_its_commit_clear_of_other_sets(
    source: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    held_back = tmp_path / "held-back"
    held_back.mkdir()
    article = {"title": "Amaranth", "text": ""}
    (held_back / "corpus.jsonl").write_text(json.dumps(article), encoding="utf-8")
    (held_back / "queries.jsonl").touch()
    command = ["boolq", "--from", str(source), "--out", str(tmp_path / "out"), "--clear-of"]
    public.main([*command, str(held_back)])
    file = tmp_path / "out" / "boolq.jsonl"
    assert read(file) == [question["question"] for question in QUESTIONS[:2]]
    assert "boolq: 2 lines, 2 answered, 0 not; left out: 1 of held-back" in capsys.readouterr().out
    before = file.read_bytes()
    public.main([*command, str(held_back)])
    assert file.read_bytes() == before


@pytest.mark.parametrize("bare", [False, True])
def test_a_bare_repository_does_as_well(bare: bool, source: Path, tmp_path: Path) -> None:
    if bare:
        (source / "BoolQ").rename(source / "whole")
        git(source, "clone", "--quiet", "--bare", "whole", "BoolQ")
    public.main(["boolq", "--from", str(source), "--out", str(tmp_path)])
    assert len(read(tmp_path / "boolq.jsonl")) == 3


def test_a_sentence_says_which_repository_or_commit_is_missing(
    source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    options = ["--from", str(source), "--out", str(tmp_path)]
    with pytest.raises(QuestionsError, match=r"qamr: not found; git clone https://\S+/uwnlp/qamr"):
        public.main(["qamr", *options])
    monkeypatch.setitem(SETS, "boolq", SETS["boolq"]._replace(commit="12345678" * 5))
    with pytest.raises(QuestionsError, match=r"BoolQ: commit 1234567 cannot be read"):
        public.main(["boolq", *options])


def test_a_name_that_is_no_set_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        public.main(["newsroom", "--from", ".", "--out", "."])
    assert "no set of that name: newsroom; there are boolq" in capsys.readouterr().err
