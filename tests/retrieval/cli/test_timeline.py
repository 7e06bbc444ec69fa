"""`cuttings timeline`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from retrieval.cli import main

FLOOD = """\
---
published: 2024-05-06
---
The bridge at Altena fell on 3 May. It was built in 1884.

The mayor said that a ferry will come."""


def test_dated_sentences_are_listed_in_order(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    (tmp_path / "flood.md").write_text(FLOOD, encoding="utf-8")
    of = ["--articles", str(tmp_path)]
    assert main(["timeline", *of]) == 0
    first, second = capsys.readouterr().out.split("\n\n")
    assert first.splitlines()[:2] == ["1884", "> It was built in 1884."]
    assert second.splitlines()[:2] == ["3 May 2024 (?)", "> The bridge at Altena fell on 3 May."]
    assert main(["timeline", "bridge", "at", "Altena", *of, "--json"]) == 0
    assert [(row["date"], row["inferred"]) for row in json.loads(capsys.readouterr().out)] == [
        ("1884", False),
        ("2024-05-03", True),
    ]
    assert main(["timeline", "railway", *of]) == 1
    assert capsys.readouterr().err.endswith("No sentence with a date was found.\n")
