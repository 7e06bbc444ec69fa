"""Closeness in meaning of passages on disk: as in memory, made bit by bit, and gone with its article."""

from __future__ import annotations

import logging
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from retrieval.collection.in_memory import InMemoryCollection
from retrieval.collection.sync import sync
from retrieval.collection.sync_records import IndexedFolder
from retrieval.index.disk.index import StoredIndex
from retrieval.semantic import stored_closeness
from retrieval.semantic.closeness import SemanticIndex, passage_texts
from retrieval.semantic.models import EmbeddingModel
from retrieval.semantic.stored_closeness import StoredCloseness, open_vectors
from tests.support.embedding_models import EmbeddingCounter, installed

QUESTION = "milk and cheese for the general"
ENGLISH = "It was there when they came, and they say that it will be there again before the night."
TEXTS = {
    "a": "The army drank milk in winter.",
    "b": "The general ate cheese. He was alone.",
    "c": "In winter there was cheese and cheese.",
}


@pytest.fixture(autouse=True)
def batches_of_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stored_closeness, "_BATCH", 1)


@pytest.fixture
def source(tmp_path: Path) -> Path:
    source = tmp_path / "articles"
    source.mkdir()
    for name, text in TEXTS.items():
        (source / f"{name}.txt").write_text(f"Title {name}\n\n{text}\n\n{ENGLISH}\n")
    return source


def indexed(source: Path) -> StoredIndex:
    folder = source.with_name("index")
    sync(IndexedFolder(source, folder))
    return StoredIndex(folder)


def closeness_of(
    index: StoredIndex, model: EmbeddingModel, *, on_demand: bool = False
) -> StoredCloseness:
    vectors = open_vectors(model, index.commit.edition.parent)
    return StoredCloseness(model, index, vectors, on_demand=on_demand)


def measured(closeness: StoredCloseness, index: StoredIndex) -> list[float | None]:
    return closeness.measure_closeness(QUESTION, index.numbers)


def in_memory(source: Path, model: EmbeddingModel) -> list[float]:
    index = InMemoryCollection(source).library.index
    texts = [
        passage_texts(index.articles[index.article_of[number]], index.passages[number])
        for number in index.numbers
    ]
    return SemanticIndex(model, texts).measure_closeness(QUESTION, index.numbers)


def embed(index: StoredIndex, model: EmbeddingModel, stop_at: int | None = None) -> int:
    """Embed what has no vectors, and return how many passages that were."""
    counter = EmbeddingCounter(stop_at)
    assert closeness_of(index, model).embed_missing(counter)
    return counter.total


@installed
def test_passages_are_as_close_as_in_memory(source: Path, model: EmbeddingModel) -> None:
    index = indexed(source)
    closeness = closeness_of(index, model)
    assert measured(closeness, index) == [None, None, None]

    assert embed(index, model) == 3

    assert measured(closeness, index) == pytest.approx(in_memory(source, model), abs=1e-6)


@installed
def test_what_was_embedded_before_a_kill_is_kept(source: Path, static: EmbeddingModel) -> None:
    index = indexed(source)
    with pytest.raises(KeyboardInterrupt):
        embed(index, static, stop_at=2)
    closeness = closeness_of(index, static)

    assert [each is None for each in measured(closeness, index)] == [False, False, True]
    assert embed(index, static) == 1
    assert embed(index, static) == 0


@installed
def test_a_question_can_make_the_vectors_that_it_needs(
    source: Path, static: EmbeddingModel
) -> None:
    index = indexed(source)
    closeness = closeness_of(index, static, on_demand=True)

    assert all(closeness.measure_closeness(QUESTION, index.numbers[1:]))
    assert [each is None for each in measured(closeness_of(index, static), index)] == [
        True,
        False,
        False,
    ]
    assert embed(index, static) == 1


@installed
def test_only_what_is_new_is_embedded_and_what_is_gone_leaves_the_files(
    source: Path, static: EmbeddingModel
) -> None:
    before = indexed(source)
    embed(before, static)
    path = open_vectors(static, before.commit.edition.parent).path
    rows = [
        row.tobytes()
        for row in open_vectors(static, path.parent.parent).find(
            [closeness_of(before, static)._key(number) for number in before.numbers]
        )
        if row is not None
    ]
    (source / "a.txt").unlink()
    (source / "b.txt").write_text(f"Title b\n\nThe general drank milk.\n\n{ENGLISH}\n")

    index = indexed(source)

    stored = b"".join(file.read_bytes() for file in path.parent.iterdir())
    assert [each in stored for each in rows] == [False, False, True]
    assert embed(index, static) == 1
    assert None not in measured(closeness_of(index, static), index)


@installed
def test_another_version_of_the_code_keeps_the_vectors_of_equal_texts(
    source: Path, static: EmbeddingModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = indexed(source)
    embed(before, static)
    monkeypatch.setattr("retrieval.collection.edition_choice.index_version", lambda: "other code")
    index = indexed(source)
    embedded: list[str] = []

    def spy(texts: list[str]) -> NDArray[np.float32]:
        embedded.extend(texts)
        return EmbeddingModel.embed(static, texts)

    monkeypatch.setattr(static, "embed", spy)

    assert index.commit.edition != before.commit.edition
    assert measured(closeness_of(index, static), index) == [None, None, None]
    assert embed(index, static) == 3
    assert embedded == []
    assert None not in measured(closeness_of(index, static), index)


@installed
def test_nothing_is_kept_of_an_article_that_is_forgotten_while_it_is_embedded(
    source: Path, static: EmbeddingModel
) -> None:
    index = indexed(source)
    (source / "c.txt").unlink()
    indexed(source)

    closeness_of(index, static).embed_missing()

    vectors = open_vectors(static, index.commit.edition.parent)
    assert len(vectors.count_passages(index.about["made_by"])) == 2


@installed
def test_embedding_stops_when_it_is_told_or_the_index_is_replaced(
    source: Path, static: EmbeddingModel
) -> None:
    index = indexed(source)
    answers = iter([True, False])
    assert not closeness_of(index, static).embed_missing(goes_on=lambda: next(answers))
    assert embed(index, static) == 2
    (source / "d.txt").write_text(f"Title d\n\nMilk.\n\n{ENGLISH}\n")
    indexed(source)
    sync(IndexedFolder(source, source.with_name("index")), rebuild=True)
    assert not closeness_of(index, static).embed_missing()


@installed
def test_articles_that_are_the_same_are_embedded_once(source: Path, static: EmbeddingModel) -> None:
    (source / "copy.txt").write_text((source / "a.txt").read_text())
    index = indexed(source)
    embed(index, static)
    assert None not in measured(closeness_of(index, static), index)
    assert embed(index, static) == 0


@installed
def test_damage_is_named_once_and_words_decide(
    source: Path, static: EmbeddingModel, caplog: pytest.LogCaptureFixture
) -> None:
    index = indexed(source)
    embed(index, static)
    closeness = closeness_of(index, static)
    connection = closeness._vectors._connection
    connection.execute("UPDATE vectors SET rows = zeroblob(16)")

    with caplog.at_level(logging.WARNING):
        for _ in range(2):
            assert measured(closeness, index) == [None, None, None]

    [said] = caplog.messages
    assert f"The vectors in {closeness._vectors.path} are damaged" in said
    assert embed(index, static) == 3
