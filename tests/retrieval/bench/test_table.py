"""Measures as tables."""

from __future__ import annotations

import pytest

from retrieval.bench.table import print_tables
from tests.support.measures import MEASURED


def test_a_table_can_be_pasted_as_markdown(capsys: pytest.CaptureFixture[str]) -> None:
    print_tables([MEASURED])
    head, ruler, ours, other, *lines = capsys.readouterr().out.splitlines()
    assert head.count("|") == ruler.count("|") == ours.count("|") == other.count("|")
    assert head.startswith("| 10,000 passages | build, s |")
    assert (
        ours
        == "| Cuttings, engine alone | 12 | 50 | 12 | 20 | 40 | 30 | 999 | 1.2 | 34 | 1.0 | 1.4 |"
    )
    assert [line for line in lines if line] == [
        "500 articles, 600,000 terms, 70,000 different ones.",
        "tantivy: signal 9 ended it at “build”.",
        "The index of Cuttings without the text: 7.0 MB.",
        "Its best 10 are those of exact BM25 for 99.90% of the questions.",
        "A changed article is found after 0.50 s.",
        "`cuttings ask` takes 250 ms more than a Python that does nothing.",
    ]
