"""Closeness in meaning: how it is measured, and what it does to an answer."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import pytest

from retrieval.articles import Article, Section, Span
from retrieval.index.passages import split
from retrieval.library import Library
from retrieval.semantic.closeness import SemanticIndex, passage_texts
from retrieval.semantic.models import EmbeddingModel
from tests.support.embedding_models import (
    WORDS,
    EmbeddingCounter,
    installed,
    static_folder,
    write_model,
)
from tests.support.paths import ROOT, SEEDS


@installed
def test_closeness_is_the_mean_of_the_whole_and_the_closest_sentence(
    static: EmbeddingModel,
) -> None:
    whole, sentence = "cheese milk", "cheese"
    meaning = SemanticIndex(static, [["winter"], [whole, "army", sentence], [whole]])

    _, with_sentences, without = meaning.measure_closeness("cheese", [0, 1, 2])

    cosine = float(static.embed([whole])[0] @ static.question("cheese"))
    assert with_sentences == pytest.approx((cosine + 1) / 2, abs=0.01)
    assert without == pytest.approx(cosine / 2, abs=0.01)


@installed
def test_closeness_is_a_share_for_each_candidate_in_order(static: EmbeddingModel) -> None:
    meaning = SemanticIndex(static, [[word, word] for word in WORDS[3:]])

    shares = meaning.measure_closeness("cheese", [4, 1, 0])

    assert [share == pytest.approx(1, abs=0.001) for share in shares] == [False, True, False]
    assert all(0 <= share <= 1 for share in meaning.measure_closeness("winter", range(5)))
    assert meaning.measure_closeness("cheese", []) == []


@installed
def test_a_collection_is_embedded_once(static: EmbeddingModel, tmp_path: Path) -> None:
    passages = [["milk and cheese", "milk", "cheese"], ["army"]]
    first, second = EmbeddingCounter(), EmbeddingCounter()
    before = SemanticIndex(static, passages, tmp_path, first).measure_closeness("milk", [0, 1])
    after = SemanticIndex(static, passages, tmp_path, second).measure_closeness("milk", [0, 1])

    assert (first.total, second.total) == (4, 0)
    assert before == after


def test_a_passage_is_read_under_its_title_and_sentence_by_sentence() -> None:
    text = "Menu\n\nThe general was replaced. Nobody said why.\n\nHe was seen in Omsk."
    story = Article(
        id="a",
        title="A headline",
        text=text,
        publisher=None,
        author=None,
        published=None,
        dated_by=None,
        url=None,
        language="en",
        sections=(Section(None, (Span(6, 48), Span(50, len(text)))),),
        skipped=(),
    )
    [passage] = split(story)

    assert passage_texts(story, passage) == [
        "A headline\n" + text[6:],
        "The general was replaced.",
        "Nobody said why.",
        "He was seen in Omsk.",
    ]


@installed
@pytest.mark.skipif(not find_spec("wordllama"), reason="needs the package wordllama")
def test_meaning_orders_what_words_have_found_and_finds_nothing_by_itself() -> None:
    seeds = SEEDS
    plain, with_meaning = Library.open(seeds), Library.open(seeds, "wordllama")
    question = "How do people in Kherson get online?"
    hits = with_meaning.rank(question).hits
    assert {hit.number for hit in hits} == {hit.number for hit in plain.rank(question).hits}
    assert any(hit.evidence.meaning > 0 for hit in hits)
    assert with_meaning.rank("borscht recipe").hits == ()


@installed
def test_meaning_makes_no_answer_of_an_excerpt_that_shares_a_stray_word(tmp_path: Path) -> None:
    all_alike = {"embedding.weight": np.ones((len(WORDS), 16), np.float32)}
    seeds = SEEDS
    library = Library.open(seeds, str(write_model(tmp_path / "all alike", all_alike)))
    for question in (
        "What is the boiling point of mercury?",
        "When did the first marathon of Boston take place?",
        "What do penguins eat in winter?",
        "Why do cats purr at night?",
    ):
        ranking = library.rank(question)
        assert ranking.hits[0].evidence.meaning == pytest.approx(1, abs=0.01)
        assert 0 < ranking.hits[0].evidence.together < 0.5
        assert not ranking.answered, question


@installed
def test_the_passages_of_a_collection_are_embedded_once(tmp_path: Path) -> None:
    seeds = SEEDS
    model = str(static_folder(tmp_path / "model"))
    first, second, other = EmbeddingCounter(), EmbeddingCounter(), EmbeddingCounter()
    Library.open(seeds, model, tmp_path / "data", first)
    shutil.copytree(seeds, tmp_path / "copy")
    Library.open(tmp_path / "copy", model, tmp_path / "data", other)
    Library.open(seeds, model, tmp_path / "data", second)

    assert first.total > 100
    assert (other.total, second.total) == (first.total, 0)


@installed
@pytest.mark.parametrize("said", ["option", "environment", "file"])
def test_the_command_line_keeps_vectors_where_it_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, said: str
) -> None:
    seeds = SEEDS
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("DATA", raising=False)
    if said == "environment":
        monkeypatch.setenv("DATA", "here")
    (tmp_path / ".env").write_text("DATA=here\n" if said == "file" else "")
    arguments = ["ask", "who warned Serbia?", "--articles", str(seeds)]
    arguments += ["--semantic", str(static_folder(tmp_path / "model"))]
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "retrieval",
            *arguments,
            *["--data", "here"][: 2 * (said == "option")],
        ],
        capture_output=True,
        text=True,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
    )

    assert (done.returncode, done.stderr) == (0, "")
    assert len(list(tmp_path.glob("here/vectors/*/*.vectors"))) == 1
