"""
Encodes token ids as one vector for each text.

Every text is encoded alone: on a CPU, padding to a batch costs as much as it saves, and it makes a
vector depend on its neighbours, so that vectors could not be cached.
"""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from retrieval.articles import ModelError
from retrieval.semantic.model_files import EMBEDDING, ModelKind, require


class Encoder(Protocol):
    """
    Attributes:
        version: The version of the arithmetic; with equal files it gives equal vectors.
        special_tokens: Whether the ids include the marks around a text, such as [CLS].
    """

    version: str
    dimensions: int
    special_tokens: bool

    def encode(self, texts: Sequence[Sequence[int]]) -> NDArray[np.float32]:
        """Return the vectors of *texts*, each a list of token ids; shape `(texts, dimensions)`."""
        ...


class StaticTable:
    """A vector for each token; the vector of a text is their mean."""

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
    """An ONNX graph from token ids to a vector for each token, or to one for the text."""

    special_tokens = True

    def __init__(self, graph: bytes, pooling: str, threads: int, version: str) -> None:
        """
        *pooling* of the tokens' vectors is "mean" or "first".

        Raises:
            ModelError: ONNX Runtime is not installed, or does not accept the graph.
        """
        # We encode several texts in parallel instead: one is too small to divide.
        self._session = open_session(graph, threads=1)
        self._inputs = [each.name for each in self._session.get_inputs()]
        self._output = self._session.get_outputs()[0].name
        self._pooling = pooling
        self._threads = threads
        self.version = f"{version}-{pooling}"
        self.dimensions: int = self._encode_one([0]).shape[0]

    def encode(self, texts: Sequence[Sequence[int]]) -> NDArray[np.float32]:
        if self._threads == 1 or len(texts) == 1:
            return np.array([self._encode_one(ids) for ids in texts])
        with ThreadPoolExecutor(self._threads) as pool:
            return np.array(list(pool.map(self._encode_one, texts)))

    def _encode_one(self, ids: Sequence[int]) -> NDArray[np.float32]:
        inputs = {
            "input_ids": np.array([ids], np.int64),
            "attention_mask": np.ones((1, len(ids)), np.int64),
            "token_type_ids": np.zeros((1, len(ids)), np.int64),
        }
        wanted = {name: inputs[name] for name in self._inputs}
        [output] = self._session.run([self._output], wanted)
        vectors: NDArray[np.float32] = output[0]
        if vectors.ndim == 2:
            vectors = vectors[0] if self._pooling == "first" else vectors.mean(axis=0)
        return vectors


def open_session(graph: bytes | str, threads: int, kind: ModelKind = EMBEDDING) -> Any:
    """
    Return a session of ONNX Runtime that runs a *graph*, given as its content or its path.

    Args:
        threads: Those that one run divides its work among.

    Raises:
        ModelError: ONNX Runtime is not installed, or does not accept the graph.
    """
    runtime = require("onnxruntime", kind)
    # The errors of ONNX Runtime have no common class of their own.
    errors = require("onnxruntime.capi.onnxruntime_pybind11_state", kind)
    options = runtime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    # It prints errors that it raises, too, in colours; at this level it prints fatal ones alone.
    options.log_severity_level = 4
    try:
        return runtime.InferenceSession(graph, options, providers=["CPUExecutionProvider"])
    except (
        errors.Fail,
        errors.InvalidArgument,
        errors.InvalidGraph,
        errors.InvalidProtobuf,
    ) as error:
        where = graph if isinstance(graph, str) else "this model"
        raise ModelError(f"ONNX Runtime does not accept {where}: {error}") from error
