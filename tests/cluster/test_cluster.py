"""A cluster of three nodes answers like one machine, also without one of them and during re-indexing."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from itertools import cycle
from pathlib import Path

import httpx
import pytest

from retrieval.collection.disk_store import DiskStore
from retrieval.collection.sync import sync
from retrieval.collection.sync_records import IndexedFolder
from retrieval.index.candidates.opensearch.settings import ClusterSettings
from retrieval.index.candidates.opensearch.store import OpenSearchStore
from retrieval.index.candidates.tantivy import TANTIVY
from retrieval.index.disk.index import StoredIndex
from retrieval.library import Library
from tests.cluster.nodes import Nodes
from tests.support.collections import DEALT, dealt, questions

pytestmark = pytest.mark.cluster

QUESTIONS = questions()


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return dealt(tmp_path_factory.mktemp("real"))


@pytest.fixture(scope="module")
def store(nodes: Nodes) -> OpenSearchStore:
    return OpenSearchStore(ClusterSettings(",".join(nodes.urls), shards=3, replicas=1))


@pytest.fixture(scope="module")
def folder(source: Path, store: OpenSearchStore, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("index")
    sync(IndexedFolder(source, folder, store))
    return folder


@pytest.fixture
def library(folder: Path, store: OpenSearchStore) -> Library:
    return Library(DiskStore(StoredIndex(folder, store)))


@pytest.fixture(scope="module")
def memory(source: Path) -> Library:
    return Library.open(source)


Best = list[tuple[object, object]]


@pytest.fixture(scope="module")
def expected(memory: Library) -> dict[str, Best]:
    return {question: expect_best(memory, question) for question in QUESTIONS}


def expect_best(library: Library, question: str) -> Best:
    hits = library.rank(question).hits[:10]
    return [(hit.passage, pytest.approx(hit.score, abs=1e-4)) for hit in hits]


def best(library: Library, question: str) -> Best:
    return [(hit.passage, hit.score) for hit in library.rank(question).hits[:10]]


def test_the_best_ten_are_those_of_the_other_engines(
    source: Path, library: Library, expected: dict[str, Best], tmp_path: Path
) -> None:
    sync(IndexedFolder(source, tmp_path))
    disk = Library(DiskStore(StoredIndex(tmp_path, TANTIVY)))
    assert len(library.articles) == DEALT
    assert {q: best(library, q) for q in QUESTIONS} == expected
    assert {q: best(disk, q) for q in QUESTIONS} == expected


def ask_while(
    library: Library, expected: dict[str, Best], under_way: Callable[[], bool], at_least: int
) -> None:
    """Ask questions while something is *under_way*, but *at_least* that many; each answer is as *expected*."""
    for number, question in enumerate(cycle(QUESTIONS)):
        if number >= at_least and not under_way():
            return
        assert best(library, question) == expected[question], question


def test_every_question_is_answered_during_re_indexing(
    source: Path,
    folder: Path,
    store: OpenSearchStore,
    nodes: Nodes,
    library: Library,
    expected: dict[str, Best],
) -> None:
    with ThreadPoolExecutor(1) as elsewhere:
        indexing = elsewhere.submit(sync, IndexedFolder(source, folder, store), rebuild=True)
        ask_while(library, expected, lambda: not indexing.done(), at_least=100)
        assert indexing.result().rebuilt
    ask_while(library, expected, lambda: False, at_least=len(QUESTIONS))  # with the old index open
    anew = Library(DiskStore(StoredIndex(folder, store)))
    ask_while(anew, expected, lambda: False, at_least=len(QUESTIONS))

    names = [index["index"] for index in indexes(nodes)]
    assert len(names) == 2  # the old one stays for those that have it open
    sync(IndexedFolder(source, folder, store.without_grace()))
    [left] = indexes(nodes)
    assert left["index"] in names
    assert int(left["docs.count"]) == anew.coverage.passages
    ask_while(anew, expected, lambda: False, at_least=len(QUESTIONS))


def indexes(nodes: Nodes) -> list[dict[str, str]]:
    listed: list[dict[str, str]] = httpx.get(
        f"{nodes.urls[1]}/_cat/indices/cuttings-*?format=json", timeout=30
    ).json()
    return listed


# The last test, since the node stays stopped.
def test_every_question_is_answered_while_a_node_stops(
    nodes: Nodes, library: Library, expected: dict[str, Best]
) -> None:
    ask_while(library, expected, lambda: False, at_least=50)
    nodes.stop(0)
    ask_while(library, expected, lambda: nodes.is_up(0), at_least=100)
    assert not nodes.is_up(0)
    ask_while(library, expected, lambda: False, at_least=100)
