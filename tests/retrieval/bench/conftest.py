"""Real articles to make collections from."""

from __future__ import annotations

import pytest

from retrieval.articles import Article
from retrieval.reading.folder import read_collection
from tests.support.paths import XQUAD


@pytest.fixture(scope="module")
def real() -> list[Article]:
    articles, _, _ = read_collection(XQUAD / "corpus.jsonl")
    return articles
