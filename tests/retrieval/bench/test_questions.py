"""The questions that a collection is asked."""

from __future__ import annotations

from pathlib import Path

import pytest

from retrieval.articles import Article
from retrieval.bench.collection import BenchError
from retrieval.bench.making import make_collection
from retrieval.bench.questions import write_terms


def test_questions_that_came_with_the_text_are_half_of_all_at_most(
    real: list[Article], tmp_path: Path
) -> None:
    given = [f"What of bridge {number}?" for number in range(900)]
    contents, questions = write_terms(make_collection(real, 100, tmp_path), given)
    assert sum(one.text.startswith("What of bridge") for one in questions) == 500
    assert len(questions) == 500 + contents.passages


def test_without_words_there_is_nothing_to_ask(real: list[Article], tmp_path: Path) -> None:
    collection = make_collection(real, 20, tmp_path)
    (collection.articles / "000000.jsonl").write_text(
        '{"id": "a", "title": "The", "text": "The of and.", "language": "en"}\n'
    )
    with pytest.raises(BenchError, match="no words to ask for"):
        write_terms(collection, [])
