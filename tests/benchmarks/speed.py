"""
Milliseconds a question: `python -m tests.benchmarks.speed DIR [PASSAGES [MODEL]]`.

The sentences of a set, as `cuttings evaluate` takes it, are dealt out anew as articles until there
are 10,000 passages; the set's questions are asked of them in one thread, each once.
"""

from __future__ import annotations

import random
import statistics
import sys
import time
from pathlib import Path

from retrieval import evaluation
from retrieval.articles import Article
from retrieval.library import Library
from retrieval.passages import split
from retrieval.reading import read
from retrieval.reading.article import make_article
from retrieval.reading.metadata import Metadata
from retrieval.sentences import sentences

_PARAGRAPHS, _SENTENCES, _MOST = 8, 4, 2000


def dealt(articles: list[Article], passages: int) -> list[Article]:
    """Articles of eight paragraphs, four sentences each, from all over *articles*."""
    chosen = random.Random(0)  # noqa: S311 - no secret, but to be repeated
    pool = [
        article.slice(span)
        for article in articles
        for span in sentences(article.text, 0, len(article.text), article.language)
    ]
    made: list[Article] = []
    count = 0
    while count < passages:
        paragraphs = (" ".join(chosen.choices(pool, k=_SENTENCES)) for _ in range(_PARAGRAPHS))
        known = Metadata(language=articles[0].language)
        made.append(make_article(f"{len(made):05}", "\n\n".join(paragraphs), known))
        count += sum(1 for _ in split(made[-1]))
    return made


def main(directory: str, passages: str = "10000", semantic: str | None = None) -> None:
    articles, _, _ = read(Path(directory) / "corpus.jsonl")
    asked = evaluation.read(Path(directory), [article.id for article in articles])
    started = time.perf_counter()
    library = Library(dealt(articles, int(passages)))
    if semantic:
        library.weigh_meaning(semantic)
    library.warm()
    opened = time.perf_counter() - started
    taken = {"clock": list[float](), "processor": list[float]()}
    for query in asked.queries[:_MOST]:
        clock, processor = time.perf_counter(), time.thread_time()
        library.ask(query.text)
        taken["clock"].append(1000 * (time.perf_counter() - clock))
        taken["processor"].append(1000 * (time.thread_time() - processor))
    print(f"{library.searched.passages:,} passages, opened in {opened:.1f} s")
    for name, each in taken.items():
        cuts = statistics.quantiles(each, n=100)
        print(f"{name:9} p50 {cuts[49]:.1f} ms, p90 {cuts[89]:.1f} ms, p99 {cuts[98]:.1f} ms")


if __name__ == "__main__":
    main(*sys.argv[1:])
