"""A collection on disk answers as the same collection in memory."""

from __future__ import annotations

import json
import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from retrieval.library import Library
from tests.support.collections import QUESTIONS, dealt, questions, top
from tests.support.indexes import (
    open_stored,
)
from tests.support.paths import SEEDS, XQUAD


@pytest.fixture(scope="module", params=["seeds", "xquad", "dealt"])
def both(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Both:
    folder = tmp_path_factory.mktemp("both")
    source = {"seeds": SEEDS, "xquad": XQUAD / "corpus.jsonl"}.get(request.param) or dealt(folder)
    return Library.open(source), open_stored(source, folder / "index")


Both = tuple[Library, Library]


@pytest.mark.parametrize("question", questions())
def test_it_ranks_and_answers_as_one_in_memory_does(both: Both, question: str) -> None:
    memory, disk = both
    assert [(hit.passage, hit.score) for hit in disk.rank(question).hits[:10]] == top(
        memory.rank(question)
    )
    here, there = memory.ask(question), disk.ask(question)
    assert [excerpt.text for excerpt in here.excerpts] == [e.text for e in there.excerpts]
    assert (here.answered, here.notes) == (there.answered, there.notes)
    assert here.no_answer == there.no_answer or (here.no_answer and there.no_answer)


def test_many_may_ask_at_once(both: Both) -> None:
    for library in both:
        alone = list(map(library.ask, QUESTIONS))
        with ThreadPoolExecutor(8) as pool:
            assert list(pool.map(library.ask, QUESTIONS * 8)) == alone * 8


def test_it_says_the_same_of_itself(both: Both) -> None:
    memory, disk = both
    assert dict(disk.articles) == dict(memory.articles)
    assert list(disk.articles) == list(memory.articles)
    assert (disk.version, disk.coverage) == (memory.version, memory.coverage)
    assert disk.suggestions == memory.suggestions


@pytest.mark.slow
@pytest.mark.parametrize("name", ["xquad/ru", "xquad/zh", "clapnq-dev", "squad2-dev-half"])
def test_it_ranks_real_questions_as_one_in_memory_does(name: str, tmp_path: Path) -> None:
    root = Path(os.environ.get("EVALUATION_SETS", "")) / name
    if not (root / "corpus.jsonl").exists():
        pytest.skip(f"EVALUATION_SETS names no folder with {name}")
    memory, disk = Library.open(root / "corpus.jsonl"), open_stored(root / "corpus.jsonl", tmp_path)
    texts = [json.loads(line)["text"] for line in (root / "queries.jsonl").open(encoding="utf-8")]
    same = [
        [(hit.passage, hit.score) for hit in disk.rank(text).hits[:10]] == top(memory.rank(text))
        for text in texts
    ]
    assert sum(same) >= 0.999 * len(same)
