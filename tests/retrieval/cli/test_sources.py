"""`cuttings sources`."""

from __future__ import annotations

import json

import pytest

from retrieval.library import Library
from tests.support.command import cuttings
from tests.support.paths import SEEDS

pytestmark = pytest.mark.usefixtures("only_our_settings")


def test_sources_in_a_pipe_are_a_line_an_article_apart_by_tabs() -> None:
    head, *rows = (
        line.split("\t") for line in cuttings("sources", "--articles", SEEDS).stdout.splitlines()
    )

    assert head == [
        *("id", "title", "publisher", "date", "sections", "paragraphs", "words", "skipped")
    ]
    assert [row[:1] + row[2:4] for row in rows] == [
        ["000_fd4d650591058ab2", "The Sun", "November 2022 (inferred from the text)"],
        ["002_a0a4c0049b460e1f", "GB News", "2025 (inferred from the text)"],
    ]


def test_sources_as_json(seeds: Library) -> None:
    listed = json.loads(cuttings("sources", "--articles", SEEDS, "--json").stdout)

    assert [list(article) for article in listed] == [
        [
            *("id", "title", "publisher", "author", "published", "dated_by", "url", "language"),
            *("sections", "paragraphs", "characters", "sha256"),
        ]
    ] * 2
    assert [(one["id"], one["characters"], one["sha256"]) for one in listed] == [
        (one.id, len(one.text), one.sha256) for one in seeds.articles.values()
    ]
