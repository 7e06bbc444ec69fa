"""
Measure milliseconds a question: `python -m tests.benchmarks.speed DIR… [--semantic MODEL] [--reader on]`.

The question sets, as for `cuttings evaluate`, become one collection of at least 10,000 passages: first
their articles as they stand, then, if these are too few, articles of their sentences, shuffled, four to
a paragraph; no sentence is repeated before all were used. The questions of a small set therefore meet
many passages that share a sentence; with larger sets it is fewer. At most 2,000 of the questions,
shuffled, are asked in one thread, each once.
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
from retrieval.reader.records import OFF
from retrieval.reader.selection import open_reader
from retrieval.reading.folder import read_collection
from tests.support.collections import endless

_PASSAGES, _QUESTIONS = 10_000, 2000


def main(directories: list[str], semantic: str | None, reader: str) -> None:
    generator = random.Random(0)
    articles: list[Article] = []
    questions: list[str] = []
    for directory in map(Path, directories):
        own, _, _ = read_collection(directory / "corpus.jsonl")
        question_set = read_question_set(directory, [article.id for article in own])
        articles += own
        questions += [query.text for query in question_set.queries]
    collection: list[Article] = []
    count = 0
    for article in endless(articles, generator):
        collection.append(replace(article, id=f"{len(collection):05}"))
        count += sum(1 for _ in split(article))
        if count >= _PASSAGES:
            break
    started = time.perf_counter()
    library = Library.of(collection, reader=open_reader(reader))
    if semantic:
        library.weigh_meaning(semantic)
    library.warm()
    opened = time.perf_counter() - started
    times = {
        "clock": list[float](),
        "processor": list[float](),
    }  # of this thread: a reader has more
    for question in generator.sample(questions, min(len(questions), _QUESTIONS)):
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
    options.add_argument("--reader", metavar="READER", default=OFF)
    main(**vars(options.parse_args()))
