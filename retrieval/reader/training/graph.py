"""The graph of a trained reader, in seven and eight bits, for one passage at a time."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from retrieval.semantic.bert import BertGraph

INPUTS = ["input_ids", "token_type_ids"]
OUTPUTS = ["answers", "starts", "ends"]

_LARGEST = 127


class ReaderGraph(BertGraph):
    """
    The graph of a BERT encoder with our two heads.

    Its tensors are named as `ReaderNetwork` names them: `encoder.…`, `answer_head.…` and `span_head.…`.
    """

    def build(self) -> bytes:
        """Return the graph, serialized: `answers` has the shape `(1,)`, `starts` and `ends` `(1, tokens)`."""
        last = self._encode(self._embeddings("input_ids"))
        zero, one = (self._constant(f"number.{n}", np.array([n])) for n in (0, 1))
        axis = self._constant("axis", np.array([1]))
        first = self._add("Slice", "first", [last, zero, one, axis])
        answer = self._head("answer_head", first)
        whole = self._constant("all", np.array([-1]))
        self._add("Reshape", "answers", [answer, whole])
        spans = self._head("span_head", last)
        self._nodes.append(
            self._onnx.helper.make_node("Split", [spans], ["s", "e"], axis=-1, num_outputs=2)
        )
        wide = self._constant("wide", np.array([-1]))
        self._add("Squeeze", "starts", ["s", wide])
        self._add("Squeeze", "ends", ["e", wide])
        return self._serialize(INPUTS, OUTPUTS)

    def _places(self) -> NDArray[Any]:
        return self._tensors["embeddings.position_embeddings.weight"]  # types are an input here

    def _words(self, ids: str) -> str:
        """Look words up in a table of eight bits, half of the model, with a scale for each, and add their types."""
        table = self._tensors["embeddings.word_embeddings.weight"]
        scale = np.maximum(np.abs(table).max(axis=1, keepdims=True), 1e-9) / _LARGEST
        rows = self._constant("words.table", np.rint(table / scale).astype(np.int8))
        scales = self._constant("words.scales", scale.astype(np.float32))
        row = self._add("Gather", "words.row", [rows, ids])
        number = self._add("Cast", "words.number", [row], to=self._onnx.TensorProto.FLOAT)
        words = self._add("Mul", "words", [number, self._add("Gather", "scale", [scales, ids])])
        table = self._tensors["embeddings.token_type_embeddings.weight"]
        types = [self._constant("types.table", table), "token_type_ids"]
        return self._add("Add", "words.typed", [words, self._add("Gather", "types", types)])

    def _head(self, name: str, given: str) -> str:
        """Compute a head in 32 bits: it is small, and says the result."""
        weights: NDArray[Any] = self._tensors[f"{name}.weight"].T
        product = self._add(
            "MatMul", f"{name}.product", [given, self._constant(f"{name}.weights", weights)]
        )
        bias = self._constant(f"{name}.bias", self._tensors[f"{name}.bias"])
        return self._add("Add", f"{name}.added", [product, bias])
