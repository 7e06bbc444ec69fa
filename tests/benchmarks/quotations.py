"""
Print attributions for a person to judge: `python -m tests.benchmarks.quotations DIR… [--seed N] [--draw N]`.

Draws at random from the quotations with a speaker in the articles of the sets, and prints each in its
surroundings, so that a reader can tell which are right. Then it prints microseconds per 1,000
characters, the fastest of 3 runs over all articles.
"""

from __future__ import annotations

import random
import time
from argparse import ArgumentParser
from collections.abc import Sequence
from pathlib import Path

from retrieval.articles import Article
from retrieval.quotations.attribution import quotations
from retrieval.quotations.records import Quotation, speaker
from retrieval.reading.folder import read_collection

_AROUND = 400
"""Characters before and after a quotation."""
_RUNS = 3


def around(article: Article, quotation: Quotation) -> str:
    """Return *quotation* between brackets in its surroundings, on one line."""
    start, end = quotation.start, quotation.end
    before = article.text[max(0, start - _AROUND) : start]
    after = article.text[end : end + _AROUND]
    return " ".join(f"{before}[[{article.text[start:end]}]]{after}".split())


def microseconds(articles: Sequence[Article]) -> float:
    """Return microseconds per 1,000 characters, of the fastest run."""
    least = float("inf")
    for _ in range(_RUNS):
        started = time.perf_counter()
        for article in articles:
            quotations(article)
        least = min(least, time.perf_counter() - started)
    return 1e9 * least / max(1, sum(len(article.text) for article in articles))


def main(directories: Sequence[str], seed: int, draw: int) -> None:
    articles: list[Article] = []
    for directory in directories:
        articles += read_collection(Path(directory) / "corpus.jsonl")[0]
    every = [(article, quotation) for article in articles for quotation in quotations(article)]
    named = [(article, quotation) for article, quotation in every if quotation.name]
    generator = random.Random(seed)
    drawn = generator.sample(named, min(draw, len(named)))
    for number, (article, quotation) in enumerate(drawn, 1):
        name = speaker(article, quotation)
        print(f"{number}. {name} ({quotation.form}): {around(article, quotation)}\n")
    forms = [quotation.form for _, quotation in every]
    print(
        f"{forms.count('quoted')} quoted, {forms.count('reported')} reported, "
        f"{len(named)} with a speaker; {microseconds(articles):.0f} µs per 1,000 characters"
    )


if __name__ == "__main__":
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("directory", nargs="+")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--draw", type=int, default=50)
    given = parser.parse_args()
    main(given.directory, given.seed, given.draw)
