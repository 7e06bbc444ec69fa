"""`cuttings said`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from retrieval.cli import main
from tests.support.altena import FERRY, FLOOD


def test_the_command_lists_and_quotes(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "flood.txt").write_text(FLOOD, encoding="utf-8")
    of = ["--articles", str(tmp_path)]
    assert main(["said", *of]) == 0
    assert capsys.readouterr().out.splitlines()[:2] == [
        "speaker\tquoted\treported",
        "Jonas Wirth\t2\t0",
    ]
    assert main(["said", "Park", *of, "--json"]) == 0
    [result] = json.loads(capsys.readouterr().out)
    assert (result["speaker"], result["speech"]) == ("Ada Park", "quoted")
    assert main(["said", "Merkel", *of]) == 1
    assert capsys.readouterr().err == (
        "Nobody called “Merkel” is quoted. `cuttings said` lists everybody who is.\n"
    )


def test_the_command_counts_what_is_not_about_the_topic(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    for name, text in (("flood", FLOOD), ("ferry", FERRY)):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    assert main(["said", "Wirth", "ferry", "--articles", str(tmp_path)]) == 0
    assert capsys.readouterr().err == "cuttings: Not about ferry: 2 more.\n"
