"""
What choosing sentences gains: `python -m tests.benchmarks.first_characters DIR…`.

For each set as `cuttings evaluate` takes it: the share of questions with an answer in the first 600
characters of the best passage of bare rank-bm25 (its own idf, stems, no stop words), and in the
first excerpt here.
"""

from __future__ import annotations

import sys
from pathlib import Path

from rank_bm25 import BM25Okapi

from retrieval import evaluation
from retrieval.analysis import terms
from retrieval.excerpts import MAX_EXCERPT
from retrieval.library import Library
from retrieval.passages import split
from retrieval.reading import read


def main(directories: list[str]) -> None:
    for directory in map(Path, directories):
        articles, _, _ = read(directory / "corpus.jsonl")
        asked = evaluation.read(directory, [article.id for article in articles])
        answered = [query for query in asked.queries if query.answers]
        beginnings, tokenized = [], []
        for article in articles:
            for passage in split(article):
                text = article.text[passage.start : passage.end]
                beginnings.append(text[:MAX_EXCERPT])
                tokenized.append(terms(text, article.language))
        engine = BM25Okapi(tokenized)
        library = Library(articles)
        bare = ours = 0
        for query in answered:
            scores = engine.get_scores(terms(query.text, articles[0].language))
            shown = [excerpt.text for excerpt in library.rank(query.text).excerpts]
            bare += evaluation.gold_rank(query.answers, [beginnings[scores.argmax()]]) == 1
            ours += evaluation.gold_rank(query.answers, shown) == 1
        count = len(answered)
        print(f"{directory}: bare {bare / count:.3f}, here {ours / count:.3f} of {count} questions")


if __name__ == "__main__":
    main(sys.argv[1:])
