"""Synthetic articles are like the real ones."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from retrieval.articles import Article
from retrieval.bench.synthesis import Synthesizer


def test_neighbours_in_a_sentence_are_neighbours_in_a_real_one(real: list[Article]) -> None:
    synthesizer = Synthesizer(real)
    beside = {pair for article in real for pair in pairwise(article.text.split())}
    dealt = [article for article in map(synthesizer.article, range(40)) if "the" in article.text]
    as_it_is = [a for a in dealt if set(a.text.split()) <= {w for pair in beside for w in pair}]
    assert as_it_is  # its rare words are not changed
    for article in as_it_is:
        pairs = [pair for part in article.text.split("\n\n") for pair in pairwise(part.split())]
        sentences = part_count(article.text)
        assert sum(pair not in beside for pair in pairs) <= sentences


def part_count(text: str) -> int:
    """Places where one sentence ends and another begins, at most."""
    return sum(text.count(mark) for mark in ".?!") + text.count("\n\n")


def test_new_articles_bring_new_words_but_ever_fewer(real: list[Article]) -> None:
    synthesizer = Synthesizer(real)
    seen: Counter[str] = Counter()
    grown = []
    for number in range(200):
        seen.update(synthesizer.article(number).text.casefold().split())
        if number + 1 in (50, 100, 200):
            grown.append(len(seen))
    assert all(1.1 < after / before < 1.9 for before, after in pairwise(grown))
