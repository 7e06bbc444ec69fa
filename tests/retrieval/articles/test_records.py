"""The records of an article: its version, and the pages that its words are on."""

from __future__ import annotations

from dataclasses import replace

import pytest

from retrieval.articles import PageStart
from tests.support.articles import ARTICLE


def test_an_article_is_hashed_once(monkeypatch: pytest.MonkeyPatch) -> None:
    article = replace(ARTICLE, text="Another text.")
    hashed = article.sha256
    monkeypatch.setattr("retrieval.articles.records.sha256", None)
    assert article.sha256 == hashed


@pytest.mark.parametrize(("offset", "page"), [(0, None), (5, 1), (9, 1), (10, 3), (99, 3)])
def test_an_offset_is_on_the_page_that_began_last(offset: int, page: int | None) -> None:
    article = replace(ARTICLE, pages=(PageStart(5, 1), PageStart(10, 3)))
    assert article.page(offset) == page
    assert replace(article, pages=()).page(offset) is None
