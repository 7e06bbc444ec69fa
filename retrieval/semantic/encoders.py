"""
Token ids to one vector a text.

Every text is encoded alone: padding to a batch costs as much as it saves on a processor, and makes
a vector depend on its neighbours, which the cache of `vectors` could not bear.
"""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from retrieval.semantic.model_files import SemanticError, require


class Encoder(Protocol):
    """
    Attributes:
        version: Of the arithmetic; equal files and version give equal vectors.
        special_tokens: Whether the marks around a text, such as [CLS], are among its ids.
    """

    version: str
    dimensions: int
    special_tokens: bool

    def encode(self, texts: Sequence[Sequence[int]]) -> NDArray[np.float32]:
        """The vectors of *texts*, each a list of token ids; shape `(texts, dimensions)`."""
        ...


class StaticTable:
    """A vector for each token; a text's is their mean."""

    version = "mean-1"
    special_tokens = False

    def __init__(self, table: NDArray[np.floating[Any]]) -> None:
        """*table* has shape `(tokens, dimensions)`."""
        self._table = table
        self.dimensions: int = table.shape[1]

    def encode(self, texts: Sequence[Sequence[int]]) -> NDArray[np.float32]:
        vectors = np.zeros((len(texts), self.dimensions), np.float32)
        for vector, ids in zip(vectors, texts, strict=True):
            if ids:
                self._table[ids].mean(axis=0, dtype=np.float32, out=vector)
        return vectors


class Transformer:
    """An ONNX graph from token ids to a vector a token, or to one a text."""

    special_tokens = True

    def __init__(self, graph: bytes, pooling: str, threads: int, version: str) -> None:
        """
        *pooling* of the tokens' vectors is "mean" or "first".

        Raises:
            SemanticError: The run time is not installed, or does not take the graph.
        """
        runtime = require("onnxruntime")
        options = runtime.SessionOptions()
        # We encode texts side by side instead: the arithmetic of one is too small to share.
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        try:
            self._session = runtime.InferenceSession(
                graph, options, providers=["CPUExecutionProvider"]
            )
        except _refusals() as error:
            raise SemanticError(f"ONNX Runtime does not take this model: {error}") from error
        self._inputs = [wanted.name for wanted in self._session.get_inputs()]
        self._output = self._session.get_outputs()[0].name
        self._pooling = pooling
        self._threads = threads
        self.version = f"{version}-{pooling}"
        self.dimensions: int = self._one([0]).shape[0]

    def encode(self, texts: Sequence[Sequence[int]]) -> NDArray[np.float32]:
        if self._threads == 1 or len(texts) == 1:
            return np.array([self._one(ids) for ids in texts])
        with ThreadPoolExecutor(self._threads) as pool:
            return np.array(list(pool.map(self._one, texts)))

    def _one(self, ids: Sequence[int]) -> NDArray[np.float32]:
        given = {
            "input_ids": np.array([ids], np.int64),
            "attention_mask": np.ones((1, len(ids)), np.int64),
            "token_type_ids": np.zeros((1, len(ids)), np.int64),
        }
        [found] = self._session.run([self._output], {name: given[name] for name in self._inputs})
        vectors: NDArray[np.float32] = found[0]
        if vectors.ndim == 2:
            vectors = vectors[0] if self._pooling == "first" else vectors.mean(axis=0)
        return vectors


def _refusals() -> tuple[type[Exception], ...]:
    """The run time's errors have no common class of their own."""
    errors = require("onnxruntime.capi.onnxruntime_pybind11_state")
    return (errors.Fail, errors.InvalidArgument, errors.InvalidGraph, errors.InvalidProtobuf)
