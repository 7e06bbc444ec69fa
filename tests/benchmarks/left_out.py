"""
Measure how often questions are answered whose article is missing: `python -m tests.benchmarks.left_out DIR…`.

Each DIR is a question set as for `cuttings evaluate`. Half of its articles are left out, and its questions with a
relevant article are asked of the others, at most 3,000 of a set. Printed is how many are answered of those whose
article is there, and of those whose article is not.
"""

from __future__ import annotations

import hashlib
import sys
from collections import Counter
from pathlib import Path

from retrieval.evaluation.question_sets import read_question_set
from retrieval.library import Library
from retrieval.reading.folder import read_collection

_MOST_QUESTIONS = 3000


def count_answered(directory: Path) -> Counter[tuple[bool, bool]]:
    """Return how many questions have an article that is there, and are answered, by both."""
    articles, _, _ = read_collection(directory / "corpus.jsonl")
    question_set = read_question_set(directory, [article.id for article in articles])
    library = Library.of([a for a in articles if hashlib.sha256(a.id.encode()).digest()[0] % 2])
    queries = [q for q in question_set.queries if (question_set.qrels or {}).get(q.id)]
    counts: Counter[tuple[bool, bool]] = Counter()
    for query in queries[:: 1 + len(queries) // _MOST_QUESTIONS]:
        there = any(id_ in library.articles for id_ in (question_set.qrels or {})[query.id])
        counts[there, library.ask(query.text).answered] += 1
    return counts


if __name__ == "__main__":
    for argument in sys.argv[1:]:
        counts = count_answered(Path(argument))
        print(
            f"{argument}: answered {counts[True, True]} of {counts[True, True] + counts[True, False]} whose article "
            f"is there, {counts[False, True]} of {counts[False, True] + counts[False, False]} whose article is not",
            flush=True,
        )
