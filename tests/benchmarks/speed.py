"""
Milliseconds a question: `python -m tests.benchmarks.speed DIR… [--semantic MODEL]`.

The sets, as `cuttings evaluate` takes them, become one collection of 10,000 passages or a few more:
first their articles as they stand, then, as far as that is too little, articles of their sentences
shuffled, four to a paragraph, each dealt out before any comes again. A small
set's questions so meet many passages that share a sentence; the larger the sets, the fewer do. At
most 2,000 of the sets' questions, shuffled, are asked in one thread, each once.
"""

from __future__ import annotations

import random
import statistics
import time
from argparse import ArgumentParser
from dataclasses import replace
from pathlib import Path

from retrieval.articles import Article
from retrieval.evaluation.question_sets import read_question_set
from retrieval.index.passages import split
from retrieval.library import Library
from retrieval.reading import read
from tests.support.collections import endless

_PASSAGES, _QUESTIONS = 10_000, 2000


def main(directories: list[str], semantic: str | None) -> None:
    chosen = random.Random(0)  # noqa: S311 - no secret, but to be repeated
    articles: list[Article] = []
    questions: list[str] = []
    for directory in map(Path, directories):
        own, _, _ = read(directory / "corpus.jsonl")
        question_set = read_question_set(directory, [article.id for article in own])
        articles += own
        questions += [query.text for query in question_set.queries]
    taken: list[Article] = []
    count = 0
    for article in endless(articles, chosen):
        taken.append(replace(article, id=f"{len(taken):05}"))
        count += sum(1 for _ in split(article))
        if count >= _PASSAGES:
            break
    started = time.perf_counter()
    library = Library.of(taken)
    if semantic:
        library.weigh_meaning(semantic)
    library.warm()
    opened = time.perf_counter() - started
    times = {"clock": list[float](), "processor": list[float]()}
    for question in chosen.sample(questions, min(len(questions), _QUESTIONS)):
        clock, processor = time.perf_counter(), time.thread_time()
        library.ask(question)
        times["clock"].append(1000 * (time.perf_counter() - clock))
        times["processor"].append(1000 * (time.thread_time() - processor))
    print(f"{library.coverage.passages:,} passages, opened in {opened:.1f} s")
    for name, each in times.items():
        cuts = statistics.quantiles(each, n=100)
        print(f"{name:9} p50 {cuts[49]:.1f} ms, p90 {cuts[89]:.1f} ms, p99 {cuts[98]:.1f} ms")


if __name__ == "__main__":
    options = ArgumentParser()
    options.add_argument("directories", nargs="+", metavar="DIR")
    options.add_argument("--semantic", metavar="MODEL")
    main(**vars(options.parse_args()))
