"""
Measure what choosing sentences gains: `python -m tests.benchmarks.first_characters DIR…`.

For each question set, as for `cuttings evaluate`, this prints the share of questions with an answer in
the first 600 characters of what plain rank-bm25 (its own idf, stems, no stop words) ranks first, among
whole articles and among the passages that Cuttings splits them into; and in the first excerpt.
"""

from __future__ import annotations

import sys
from pathlib import Path

from rank_bm25 import BM25Okapi

from retrieval.articles import Article
from retrieval.evaluation.outcomes import gold_rank
from retrieval.evaluation.question_sets import read_question_set
from retrieval.index.passage_sentences import MAX_EXCERPT
from retrieval.index.passages import split
from retrieval.library import Library
from retrieval.reading.folder import read_collection
from retrieval.text.analyzer import terms


class Bare:
    """rank-bm25 over *texts* that are all in the language of the first article."""

    def __init__(self, articles: list[Article], texts: list[str]) -> None:
        self._texts, self._language = texts, articles[0].language
        self._engine = BM25Okapi([terms(text, self._language) for text in texts])

    def best(self, question: str) -> str:
        """Return the first 600 characters of the text that it ranks first."""
        scores = self._engine.get_scores(terms(question, self._language))
        return self._texts[int(scores.argmax())][:MAX_EXCERPT]


def main(directories: list[str]) -> None:
    for directory in map(Path, directories):
        articles, _, _ = read_collection(directory / "corpus.jsonl")
        question_set = read_question_set(directory, [article.id for article in articles])
        answered = [query for query in question_set.queries if query.answers]
        whole = Bare(articles, [article.text for article in articles])
        parts = Bare(
            articles, [a.text[part.start : part.end] for a in articles for part in split(a)]
        )
        library = Library.of(articles)
        counts = [0, 0, 0]
        for query in answered:
            shown = [excerpt.text for excerpt in library.build_excerpts(library.rank(query.text))]
            for place, texts in enumerate(
                ([whole.best(query.text)], [parts.best(query.text)], shown)
            ):
                counts[place] += gold_rank(query.answers, texts) == 1
        articles_, passages, here = (count / len(answered) for count in counts)
        print(
            f"{directory}: bare articles {articles_:.3f}, bare passages {passages:.3f}, "
            f"here {here:.3f} of {len(answered)} questions"
        )


if __name__ == "__main__":
    main(sys.argv[1:])
