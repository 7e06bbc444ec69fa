"""A BERT encoder as a graph: its vectors are those of the paper, to within seven bits."""

from __future__ import annotations

from math import erf
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from retrieval.articles import ModelError
from retrieval.semantic.models import load_embedding_model
from tests.support.embedding_models import (
    BERT,
    HEADS,
    WIDTH,
    WORDS,
    Tensors,
    bert_folder,
    bert_tensors,
    installed,
    write_model,
)


def bert_by_hand(tensors: Tensors, ids: list[int]) -> NDArray[np.float64]:
    """The mean of the last layer, as in the paper, in 64 bits."""
    t = {name: tensor.astype(float) for name, tensor in tensors.items()}

    def linear(name: str, x: NDArray[np.float64]) -> NDArray[np.float64]:
        return np.asarray(x @ t[f"{name}.weight"].T + t[f"{name}.bias"])

    def norm(name: str, x: NDArray[np.float64]) -> NDArray[np.float64]:
        scaled = (x - x.mean(1, keepdims=True)) / x.std(1, keepdims=True)
        return np.asarray(scaled * t[f"{name}.weight"] + t[f"{name}.bias"])

    x = t["embeddings.word_embeddings.weight"][ids]
    x = x + t["embeddings.position_embeddings.weight"][: len(ids)]
    x = norm("embeddings.LayerNorm", x + t["embeddings.token_type_embeddings.weight"][0])
    for layer in ("encoder.layer.0", "encoder.layer.1"):
        query, key, value = (
            linear(f"{layer}.attention.self.{name}", x).reshape(len(ids), HEADS, -1).swapaxes(0, 1)
            for name in ("query", "key", "value")
        )
        power = np.exp(query @ key.swapaxes(1, 2) / np.sqrt(WIDTH / HEADS))
        context = power / power.sum(2, keepdims=True) @ value
        context = context.swapaxes(0, 1).reshape(len(ids), WIDTH)
        attended = linear(f"{layer}.attention.output.dense", context)
        x = norm(f"{layer}.attention.output.LayerNorm", attended + x)
        wide = linear(f"{layer}.intermediate.dense", x)
        active = wide * (1 + np.vectorize(erf)(wide / np.sqrt(2))) / 2
        x = norm(f"{layer}.output.LayerNorm", linear(f"{layer}.output.dense", active) + x)
    return np.asarray(x.mean(0))


@installed
def test_bert_in_seven_bits_is_close_to_bert(tmp_path: Path) -> None:
    by_hand = bert_by_hand(
        bert_tensors(), [1, *(WORDS.index(word) for word in ("general", "army", "winter")), 2]
    )
    [vector] = load_embedding_model(str(bert_folder(tmp_path))).embed(["general army winter"])

    assert vector @ by_hand / np.linalg.norm(by_hand) > 0.999


@installed
@pytest.mark.parametrize(
    ("config", "cause"),
    [
        ({"model_type": "mpnet"}, "only BERT runs"),
        (BERT | {"num_hidden_layers": 3}, "has no 'encoder.layer.2"),
    ],
)
def test_a_model_of_another_kind_is_refused(
    config: dict[str, object], cause: str, tmp_path: Path
) -> None:
    with pytest.raises(ModelError, match=cause):
        load_embedding_model(str(write_model(tmp_path, bert_tensors(), config)))
