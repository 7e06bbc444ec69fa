"""`cuttings read`."""

from __future__ import annotations

import re

import pytest

from retrieval.library import Library
from tests.support.command import cuttings
from tests.support.paths import SEEDS

pytestmark = pytest.mark.usefixtures("only_our_settings")


def test_read_keeps_every_line_and_marks_what_is_skipped(seeds: Library) -> None:
    article = seeds.articles["002_a0a4c0049b460e1f"]

    printed = cuttings("read", "--articles", SEEDS, "002").stdout

    assert "\n[skipped: picture credit] | GETTY\nThe Kremlin has also warned" in printed
    unmarked = re.sub(r"^\[skipped: [^]]*\] ", "", printed, flags=re.MULTILINE)
    assert "".join(unmarked.split()).endswith("".join(article.text.split()))


@pytest.mark.parametrize(
    ("wanted", "sentence"),
    [
        ("00", "Several ids begin with '00': 000_fd4d650591058ab2, 002_a0a4c0049b460e1f."),
        ("002_a0a4c0049b460e1e", "'002_a0a4c0049b460e1e'; the closest are 002_a0a4c0049b460e1f"),
        ("zebra", "No article has the id 'zebra'; `cuttings sources` lists them."),
    ],
)
def test_read_says_which_articles_may_be_meant(wanted: str, sentence: str) -> None:
    answer = cuttings("read", "--articles", SEEDS, wanted)

    assert (answer.exit_code, answer.stdout) == (2, "")
    assert sentence in answer.stderr
