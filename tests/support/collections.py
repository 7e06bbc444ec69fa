"""Collections large enough that much is alike in them, and questions to ask of them."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import pytest

from retrieval.articles import Article
from retrieval.ranking.ranker import Ranking
from retrieval.reading.article import make_article
from retrieval.reading.folder import read_collection
from retrieval.reading.metadata import Metadata
from retrieval.text.sentences import sentences
from tests.support.paths import SEEDS, XQUAD

_PARAGRAPHS, _SENTENCES = 8, 4
"""Paragraphs of a shuffled article, and sentences of a paragraph."""

DEALT = 100
"""Articles of a collection where many passages match a question."""

QUESTIONS = [
    "what did the WHO say about winter?",
    "Zelenskiy energy",
    "who warned about the Danube",
    "wintr energy crisis",
    '"millions of lives" winter',
    '"of the winter"',
    '"of the united" states',
    '"was the first" "of the"',
    "winter -energy",
    "winter from:guardian",
    "latest news on the war",
    "what did officials say in 2022?",
    "drone strikes since:2023",
    "What is the capital of Atlantis?",
    "冬季",
]
"""Names, typos, phrases, excluded words, publishers, dates, and words that occur nowhere."""


def dealt(folder: Path) -> Path:
    """Write real articles to *folder*, and many of their sentences shuffled, so that much is alike."""
    path = folder / "corpus.jsonl"
    xquad, _, _ = read_collection(XQUAD / "corpus.jsonl")
    news, _, _ = read_collection(SEEDS)
    articles = endless([*xquad, *news], random.Random(0))
    lines = [
        json.dumps({"id": f"{number:03}", "title": article.title, "text": article.text})
        for number, article in enumerate(islice(articles, DEALT))
    ]
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def endless(articles: list[Article], rng: random.Random) -> Iterator[Article]:
    """Yield *articles* without repeats, then endlessly new ones of their sentences, shuffled."""
    texts = {article.text: article for article in articles}
    pool = {
        article.slice(span): None
        for article in texts.values()
        for span in sentences(article.text, 0, len(article.text), article.language)
    }
    yield from texts.values()
    dealt = shuffled(list(pool), rng)
    language = Metadata(language=articles[0].language)
    while True:
        paragraphs = (" ".join(islice(dealt, _SENTENCES)) for _ in range(_PARAGRAPHS))
        yield make_article("dealt", "\n\n".join(paragraphs), language)


def shuffled(pool: list[str], rng: random.Random) -> Iterator[str]:
    """Yield *pool* in a new order, again and again."""
    while True:
        yield from rng.sample(pool, len(pool))


def top(ranking: Ranking) -> list[object]:
    return [(hit.passage, pytest.approx(hit.score, abs=1e-4)) for hit in ranking.hits[:10]]


def questions() -> list[str]:
    lines = (XQUAD / "queries.jsonl").read_text(encoding="utf-8").splitlines()
    return QUESTIONS + [json.loads(line)["text"] for line in lines[:40]]
