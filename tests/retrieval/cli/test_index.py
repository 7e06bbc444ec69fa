"""`cuttings index`, and questions to the index that it makes."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.support.command import ask, indexed

pytestmark = pytest.mark.usefixtures("only_our_settings")


def test_index_says_what_it_did(archive: Path) -> None:
    first = indexed(archive)
    assert re.fullmatch(r"2 passages in \d+\.\d s; articles: 2 new\n", first.stdout)
    (archive / "zoo.txt").write_text("")
    second = indexed(archive, "--json")
    report = json.loads(second.stdout)
    assert [report[key] for key in ("added", "changed", "removed", "unchanged")] == [0, 0, 1, 1]
    assert report["problems"] == [{"file": str(archive / "zoo.txt"), "cause": "is empty"}]
    assert (first.exit_code, second.exit_code) == (0, 1)


def test_a_question_can_be_put_to_the_index_on_disk(archive: Path) -> None:
    options: list[str | Path] = [
        "--engine",
        "tantivy",
        "--articles",
        archive,
        "--data",
        archive.with_name("data"),
    ]
    for _ in range(2):  # the first time makes it
        assert ask("--json", "What did the yak eat?", *options).exit_code == 0
    assert ask("What did the walrus eat?", *options).exit_code == 1


def test_how_much_is_kept_in_memory_can_be_set(archive: Path) -> None:
    where: list[str | Path] = ["--articles", archive, "--data", archive.with_name("data")]
    ask("What did the yak eat?", *where)
    assert not (archive.with_name("data") / "indexes").exists()
    ask("What did the yak eat?", *where, MEMORY_PASSAGES="0")
    assert (archive.with_name("data") / "indexes").exists()
    wrong = ask("What did the yak eat?", *where, MEMORY_PASSAGES="few")
    assert (wrong.exit_code, wrong.stderr) == (
        2,
        "cuttings: MEMORY_PASSAGES is not a whole number of at least 0\n",
    )
