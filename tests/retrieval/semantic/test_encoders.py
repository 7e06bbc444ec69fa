"""Encoders: a vector depends on its text alone, and on how its tokens are pooled."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from retrieval.semantic.models import EmbeddingModel, load_embedding_model
from tests.support.embedding_models import (
    TEXTS,
    WORDS,
    bert_folder,
    installed,
    static_table,
)


@installed
def test_a_vector_does_not_depend_on_the_texts_beside_it(model: EmbeddingModel) -> None:
    together = model.embed(TEXTS)

    assert np.array_equal(together, model.embed(TEXTS))
    assert np.array_equal(together[::-1], model.embed(TEXTS[::-1]))
    assert np.array_equal(together, [model.embed([text])[0] for text in TEXTS])


@installed
def test_a_vector_does_not_depend_on_the_threads(model: EmbeddingModel) -> None:
    assert np.array_equal(
        load_embedding_model(model.name, threads=2).embed(TEXTS), model.embed(TEXTS)
    )


@installed
def test_a_static_table_gives_the_mean_of_its_rows(static: EmbeddingModel) -> None:
    rows = static_table()["embedding.weight"]
    mean = (2 * rows[WORDS.index("cheese")] + rows[WORDS.index("milk")]) / 3

    assert static.embed(["cheese cheese milk"])[0] == pytest.approx(
        mean / np.linalg.norm(mean), abs=1e-6
    )


@installed
def test_the_first_token_can_stand_for_a_text(tmp_path: Path) -> None:
    bert_folder(tmp_path)
    mean = load_embedding_model(str(tmp_path))
    (tmp_path / "1_Pooling").mkdir()
    (tmp_path / "1_Pooling" / "config.json").write_text('{"pooling_mode_cls_token": true}')
    first = load_embedding_model(str(tmp_path))

    assert mean.identity != first.identity
    assert not np.allclose(mean.embed(["army"]), first.embed(["army"]))
