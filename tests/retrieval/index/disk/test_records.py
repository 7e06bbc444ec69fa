"""What is stored of an article gives the same article."""

from __future__ import annotations

import pytest

from retrieval.articles import Article
from retrieval.index.disk import records
from retrieval.index.passages import split
from retrieval.reading.article import make_article
from retrieval.reading.metadata import Metadata


@pytest.fixture
def odd() -> Article:
    return make_article("odd\ud800", "Title \ud800\n\nAn odd \ud800 text. (pages 2)\n", Metadata())


def test_an_article_comes_back_as_it_was(odd: Article) -> None:
    passages = list(split(odd))
    packed = records.pack_record(records.dump_article(odd), passages)
    back = records.unpack_article(odd.id, records.decode(records.encode(odd.text)), packed)
    assert back.article == odd
    assert [back.passage(place) for place in range(len(passages))] == passages
