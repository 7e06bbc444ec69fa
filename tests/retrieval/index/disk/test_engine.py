"""The engine of an index on disk: its best passages are those of the engine in memory."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path

import numpy as np
import pytest

from retrieval.collection.opening import CollectionOptions, open_collection
from retrieval.collection.sync import sync
from retrieval.collection.sync_records import IndexedFolder
from retrieval.index.candidates.opensearch.settings import ClusterSettings
from retrieval.index.candidates.protocol import Candidates
from retrieval.index.disk.engine import StoredEngine
from retrieval.index.disk.index import StoredIndex
from tests.support.articles import ENGLISH
from tests.support.collections import questions, top
from tests.support.indexes import open_stored
from tests.support.paths import SEEDS, XQUAD


@pytest.fixture
def index(tmp_path: Path) -> Path:
    return tmp_path / "index"


GERMAN = "Das Yak schläft, und der Fluss steht hoch, weil es in der Nacht wieder geregnet hat."


PHRASES = [
    ("dell'arte moderna", '"arte moderna"'),
    ("a U.S. engine’s power", '"u.s. engine"'),
    ("it cost 5 million", '"5 million"'),
    ("it cost 5 bn euros", '"cost 5 bn"'),
    ("the WHO Said so", '"who said"'),
    ("a well-known Straße, „alte Brücke“", '"known strasse"'),
    ("a well-known Straße, „alte Brücke“", '"alte brücke"'),
    ("a fourteen-year-old boy", '"a fourteen-year-old boy"'),
    ("on the 3rd Floor", '"3rd floor"'),
    ("Київ і Львів", '"і львів"'),
    ("it says בית הספרים there", '"בית הספר"'),
    ("about 1945.5 metres", '"about 1945"'),
    ("那年冬天很冷 and dark", '"很冷 and dark"'),
]


@pytest.mark.parametrize(("text", "question"), PHRASES)
def test_a_phrase_is_found_whatever_terms_its_words_have(
    tmp_path: Path, index: Path, text: str, question: str
) -> None:
    file = tmp_path / "some.jsonl"
    texts = {
        "wanted": f"The yak slept. {ENGLISH.strip()} {text}.",
        "other": "The yak slept.",
        "de": GERMAN,
    }
    file.write_text("".join(f"{json.dumps({'id': i, 'text': t})}\n" for i, t in texts.items()))
    library = open_stored(file, index)
    hits = library.rank(f"yak {question}").hits
    assert [hit.passage.article for hit in hits] == ["wanted"]
    german = library.rank('yak "wieder geregnet"').hits
    assert [hit.passage.article for hit in german] == ["de"]


class Underrating:
    """Returns the best first, with bounds that are too low, and none for the last."""

    fewest = 1

    def __init__(self, numbers: list[int]) -> None:
        self._numbers = numbers

    def search(
        self,
        query: Mapping[str, float],  # noqa: ARG002
        k: int,
        having: Sequence[Collection[str]] = (),  # noqa: ARG002
        articles: Collection[int] | None = None,  # noqa: ARG002
    ) -> Candidates:
        numbers = np.array(self._numbers[:k])
        bounds = np.full(len(numbers), 1e-9)
        bounds[-1] = np.inf
        return Candidates(numbers, bounds)


def test_what_was_found_among_the_best_stays_there_when_others_are_looked_for(
    tmp_path: Path, index: Path
) -> None:
    file = tmp_path / "many.jsonl"
    texts = ["The yak met a yak and a yak.", *[f"The yak slept for {n} hours." for n in range(20)]]
    entries = [json.dumps({"id": f"{n:02}", "text": text}) for n, text in enumerate(texts)]
    file.write_text("\n".join(entries))
    sync(IndexedFolder(file, index))
    stored = StoredIndex(index)
    best, *others = (number for number, _ in stored.engine.search({"yak": 1.0}, 30))
    assert stored.passages[best].article == "00"
    assert len(others) == 20
    candidates = Underrating([best, *others])
    engine = StoredEngine(stored.about, stored.vocabulary, candidates, stored._forward)
    assert [number for number, _ in engine.search({"yak": 1.0}, 1)] == [best]


@pytest.mark.parametrize("few", [0, 1000])
def test_a_publisher_is_found_however_many_others_match_better(
    tmp_path: Path, index: Path, monkeypatch: pytest.MonkeyPatch, few: int
) -> None:
    monkeypatch.setattr("retrieval.index.disk.engine._FEW", few)
    monkeypatch.setattr("retrieval.index.disk.engine._DEEPEST", 2)
    monkeypatch.setattr("retrieval.index.disk.engine._SPARE", 1)
    monkeypatch.setattr("retrieval.index.disk.engine._ENOUGH", 1)
    monkeypatch.setattr("retrieval.index.candidates.tantivy.TantivySearch.fewest", 1)
    file = tmp_path / "many.jsonl"
    far = "The yak slept while the herders of the valley talked about the long road home."
    entries = [{"id": f"{n}", "text": "A yak.", "publisher": "Daily"} for n in range(30)]
    entries.append({"id": "far", "text": far, "publisher": "Weekly", "published": "2021-05-01"})
    file.write_text("".join(f"{json.dumps(entry)}\n" for entry in entries))
    library = open_stored(file, index)
    for question in ("yak from:weekly", "yak since:2021"):
        assert [hit.passage.article for hit in library.rank(question).hits] == ["far"]


@pytest.mark.parametrize("engine", ["tantivy", "opensearch"])
@pytest.mark.parametrize("source", [SEEDS, XQUAD / "corpus.jsonl"], ids=["seeds", "xquad"])
def test_the_same_collection_gives_the_same_best_ten(
    source: Path, engine: str, osmem_url: str, tmp_path: Path
) -> None:
    memory = open_collection(CollectionOptions(source, engine="rank-bm25")).library
    cluster = ClusterSettings(osmem_url, shards=3, replicas=0)
    other = open_collection(CollectionOptions(source, tmp_path, engine, cluster=cluster)).library
    for question in questions():
        best = [(hit.passage, hit.score) for hit in other.rank(question).hits[:10]]
        assert best == top(memory.rank(question)), question
