"""Writing collections, as real articles are or synthesized from them."""

from __future__ import annotations

from pathlib import Path

import pytest

from retrieval.articles import Article
from retrieval.bench.collection import BenchCollection
from retrieval.bench.making import make_collection
from retrieval.bench.questions import write_terms
from retrieval.reading.folder import read_collection


def files(collection: BenchCollection) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in collection.articles.iterdir()}


def test_a_collection_is_the_same_each_time_it_is_made(real: list[Article], tmp_path: Path) -> None:
    one, same, other = (
        make_collection(real, 200, tmp_path / name, seed)
        for name, seed in (("a", 0), ("b", 0), ("c", 1))
    )
    assert files(one) == files(same) != files(other)
    assert write_terms(one, ["Who?"]) == write_terms(same, ["Who?"])


@pytest.mark.parametrize("passages", [1, 50, 400])
def test_it_has_about_as_many_passages_as_asked_for(
    real: list[Article], tmp_path: Path, passages: int
) -> None:
    contents, questions = write_terms(make_collection(real, passages, tmp_path), [])
    article = 40  # has at most so many, and none is cut short
    assert abs(contents.passages - passages) <= article
    assert len(questions) == contents.passages


def test_a_larger_one_begins_as_a_smaller_one_does(real: list[Article], tmp_path: Path) -> None:
    small, large = (make_collection(real, size, tmp_path / str(size)) for size in (100, 400))
    begun = (small.articles / "000000.jsonl").read_bytes()
    assert (large.articles / "000000.jsonl").read_bytes().startswith(begun)


def test_a_kept_one_is_made_again_only_from_another_source(
    real: list[Article], tmp_path: Path
) -> None:
    file = make_collection(real, 100, tmp_path).articles / "000000.jsonl"
    before = file.stat().st_mtime_ns
    make_collection(real, 100, tmp_path)
    assert file.stat().st_mtime_ns == before
    make_collection(real[1:], 100, tmp_path)
    assert file.stat().st_mtime_ns != before


def test_a_collection_as_it_is_has_the_articles_unchanged(
    real: list[Article], tmp_path: Path
) -> None:
    collection = make_collection(real, None, tmp_path)
    again, _, _ = read_collection(collection.articles)
    assert [(a.id, a.title, a.text) for a in again] == [
        (f"000000.jsonl/{a.id}", a.title, a.text) for a in real
    ]
