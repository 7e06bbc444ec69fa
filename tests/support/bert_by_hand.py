"""BERT, computed step by step: what our graphs are held to."""

from __future__ import annotations

from math import erf

import numpy as np
from numpy.typing import NDArray

from tests.support.embedding_models import HEADS, WIDTH, Tensors


def bert_by_hand(
    tensors: Tensors, ids: list[int], types: list[int] | None = None
) -> NDArray[np.float64]:
    """Return the last layer, `(tokens, width)`, as in the paper, in 64 bits; all *types* are 0 by default."""
    t = {name: tensor.astype(float) for name, tensor in tensors.items()}

    def linear(name: str, x: NDArray[np.float64]) -> NDArray[np.float64]:
        return np.asarray(x @ t[f"{name}.weight"].T + t[f"{name}.bias"])

    def norm(name: str, x: NDArray[np.float64]) -> NDArray[np.float64]:
        scaled = (x - x.mean(1, keepdims=True)) / x.std(1, keepdims=True)
        return np.asarray(scaled * t[f"{name}.weight"] + t[f"{name}.bias"])

    x = t["embeddings.word_embeddings.weight"][ids]
    x = x + t["embeddings.position_embeddings.weight"][: len(ids)]
    x = x + t["embeddings.token_type_embeddings.weight"][types or [0] * len(ids)]
    x = norm("embeddings.LayerNorm", x)
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
    return np.asarray(x)
