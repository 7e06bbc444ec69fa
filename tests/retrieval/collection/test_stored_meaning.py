"""A collection on disk that weighs closeness in meaning: the answers of one in memory, as vectors are made."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from retrieval.collection.on_disk import OnDiskCollection
from retrieval.collection.opening import CollectionOptions, open_collection
from retrieval.collection.protocol import Collection
from retrieval.index.candidates.opensearch.settings import ClusterSettings
from retrieval.library import Library
from retrieval.ranking.ranker import Ranking
from tests.support import embedding_models
from tests.support.articles import write_article
from tests.support.collections import questions, top
from tests.support.command import cuttings
from tests.support.embedding_models import (
    WORDS,
    EmbeddingCounter,
    installed,
    static_folder,
    write_model,
)
from tests.support.indexes import write_zoo
from tests.support.paths import XQUAD

pytestmark = [installed, pytest.mark.usefixtures("only_our_settings")]


@pytest.fixture
def model(tmp_path: Path) -> str:
    return str(static_folder(tmp_path / "model"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_zoo(tmp_path / "articles")


def open_on_disk(
    source: Path, model: str, data: Path, *, on_demand: bool = False, engine: str = "tantivy"
) -> Collection:
    options = CollectionOptions(source, data, engine, semantic=model)
    return open_collection(options, on_demand=on_demand)


def meanings(ranking: Ranking) -> list[tuple[float, bool]]:
    return [(hit.evidence.meaning, hit.by_words) for hit in ranking.hits]


@pytest.fixture
def wordy(tmp_path: Path) -> Path:
    """A random model that knows the words of the collection, so that its order is unlike that of any evidence."""
    words = " ".join(json.loads(line)["text"] for line in (XQUAD / "corpus.jsonl").open())
    known = WORDS + sorted({word for word in words.split() if word.isalpha()} - set(WORDS))
    rng = np.random.default_rng(0)
    table = rng.standard_normal((len(known), 16)).astype(np.float32)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(embedding_models, "WORDS", known)
        return write_model(tmp_path / "model", {"embedding.weight": table})


def test_answers_are_those_of_a_collection_in_memory(wordy: Path, tmp_path: Path) -> None:
    corpus = XQUAD / "corpus.jsonl"
    in_memory = Library.open(corpus, str(wordy))
    collection = open_on_disk(corpus, str(wordy), tmp_path / "data")
    collection.embed_missing()

    on_disk = collection.library
    assert on_disk.ranker.by_chance == pytest.approx(in_memory.ranker.by_chance, abs=1e-4)
    for question in questions():
        expected, ranking = in_memory.rank(question), on_disk.rank(question)
        assert top(ranking) == top(expected), question
        assert ranking.confidence == pytest.approx(expected.confidence, abs=1e-3), question


def test_words_decide_until_there_are_vectors(folder: Path, model: str, tmp_path: Path) -> None:
    collection = open_on_disk(folder, model, tmp_path / "data")
    question = "What did the yak eat?"
    words = OnDiskCollection(CollectionOptions(folder, tmp_path / "data", "tantivy").indexed())
    expected, before = words.library.rank(question), collection.library.rank(question)

    assert top(before) == top(expected)
    assert (before.confidence, before.features) == (expected.confidence, expected.features)

    counter, noted = EmbeddingCounter(), []

    def progress(done: int, total: int) -> None:
        noted.append(collection.embedded)
        counter(done, total)

    collection.embed_missing(progress)

    assert (counter.done, counter.total) == (2, 2)
    assert (noted, collection.embedded) == ([(2, 2)], None)
    assert not any(by_words for _, by_words in meanings(collection.library.rank(question)))
    assert "meaning" in collection.library.rank(question).features


def test_what_is_added_is_embedded_next_time(folder: Path, model: str, tmp_path: Path) -> None:
    collection = open_on_disk(folder, model, tmp_path / "data")
    collection.embed_missing()
    write_article(folder / "sea.txt", "walrus")
    assert collection.sync()
    [known, *_] = [hit for hit in collection.library.rank("yak ate").hits if not hit.by_words]
    added = collection.library.rank("walrus").hits[0]
    assert (known.by_words, added.by_words) == (False, True)

    counter = EmbeddingCounter()
    collection.embed_missing(counter)

    assert counter.total == 1
    assert not collection.library.rank("walrus").hits[0].by_words
    collection.embed_missing(counter)
    assert counter.total == 1


def test_a_question_may_wait_for_the_vectors_of_its_candidates(
    folder: Path, model: str, tmp_path: Path
) -> None:
    collection = open_on_disk(folder, model, tmp_path / "data", on_demand=True)
    assert not any(by_words for _, by_words in meanings(collection.library.rank("yak")))


def test_another_model_destroys_nothing(folder: Path, model: str, tmp_path: Path) -> None:
    other = str(write_model(tmp_path / "other", {"a": np.ones((len(WORDS), 8), np.float32)}))
    for name in (model, other):
        open_on_disk(folder, name, tmp_path / "data").embed_missing()
    counter = EmbeddingCounter()
    open_on_disk(folder, model, tmp_path / "data").embed_missing(counter)
    assert counter.total == 0
    assert len(list(tmp_path.glob("data/indexes/*/vectors/*.sqlite"))) == 2


def test_vectors_that_cannot_be_opened_leave_the_answers_to_words(
    folder: Path, model: str, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    options = CollectionOptions(folder, tmp_path / "data", "tantivy")
    open_collection(options)
    (options.indexed().folder / "vectors").touch()

    collection = open_on_disk(folder, model, tmp_path / "data")

    assert collection.library.ask("What did the yak eat?").answered
    assert "cannot be opened" in caplog.text


def test_with_a_cluster_the_vectors_stay_here(
    folder: Path, model: str, tmp_path: Path, osmem_url: str
) -> None:
    cluster = ClusterSettings(osmem_url, replicas=0)
    options = CollectionOptions(folder, tmp_path / "data", "auto", model, cluster)
    collection = open_collection(options, on_demand=False)
    collection.embed_missing()
    assert not any(by_words for _, by_words in meanings(collection.library.rank("yak")))
    assert len(list(tmp_path.glob("data/indexes/*-opensearch/vectors/*.sqlite"))) == 1


def test_the_command_embeds_what_it_indexes_and_forgets_it(
    folder: Path, model: str, tmp_path: Path
) -> None:
    where: list[str | Path] = ["--articles", folder, "--data", tmp_path / "data"]
    assert cuttings("index", *where, SEMANTIC_MODEL=model).exit_code == 0
    [stored] = tmp_path.glob("data/indexes/*/vectors/*.sqlite")
    collection = open_on_disk(folder, model, tmp_path / "data")
    assert not any(by_words for _, by_words in meanings(collection.library.rank("yak")))
    before = stored.read_bytes()

    assert cuttings("forget", "farm", "--yes", *where).exit_code == 0

    counter = EmbeddingCounter()
    open_on_disk(folder, model, tmp_path / "data").embed_missing(counter)
    assert counter.total == 0
    assert stored.read_bytes() != before
