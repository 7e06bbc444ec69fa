"""
Converts a BERT encoder's `model.safetensors` to an ONNX graph with weights of eight bits.

The packages that contain MiniLM have only its PyTorch weights. See Devlin et al., "BERT" (2018), and
for the operators https://github.com/microsoft/onnxruntime/blob/main/docs/ContribOperators.md.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from retrieval.articles import ModelError
from retrieval.semantic.model_files import require

VERSION = "bert-int8-1"

_LARGEST = 63
"""
The largest weight: seven bits instead of eight, because processors without VNNI add two products in 16
bits, which would overflow (ONNX Runtime calls this "reduce_range").
"""

_OPERATORS = 18
_RUNTIME = "com.microsoft"

Tensors = Mapping[str, NDArray[np.floating[Any]]]


def export(tensors: Tensors, settings: Mapping[str, object]) -> bytes:
    """
    Return a graph from `input_ids`, shape `(1, tokens)`, to vectors, shape `(1, tokens, dimensions)`.

    Args:
        settings: The content of the model's `config.json`.

    Raises:
        ModelError: onnx is not installed, or the model is not a BERT encoder.
    """
    if (settings.get("model_type"), settings.get("hidden_act")) != ("bert", "gelu"):
        raise ModelError("Of models in safetensors only BERT runs: provide others as model.onnx")
    try:
        return BertGraph(tensors, settings).build()
    except KeyError as error:
        raise ModelError(f"The model has no {error}, which a BERT encoder needs") from error


class BertGraph:
    """
    Builds nodes in order; each method adds some, named after *name*, and returns the output's name.

    Subclasses may give it other inputs and outputs.
    """

    def __init__(self, tensors: Tensors, settings: Mapping[str, Any]) -> None:
        self._onnx = require("onnx")
        self._tensors = tensors
        self._layers = int(settings["num_hidden_layers"])
        self._heads = int(settings["num_attention_heads"])
        self._epsilon = float(settings["layer_norm_eps"])
        self._nodes: list[Any] = []
        self._constants: list[Any] = []

    def build(self) -> bytes:
        """Return the graph, serialized."""
        last = self._encode(self._embeddings("input_ids"))
        return self._serialize(["input_ids"], [last])

    def _encode(self, given: str) -> str:
        for number in range(self._layers):
            given = self._layer(f"encoder.layer.{number}", given)
        return given

    def _serialize(self, inputs: list[str], outputs: list[str]) -> bytes:
        """Return the graph of all nodes, whose *inputs* are integers of the shape `(1, tokens)`."""
        onnx, helper = self._onnx, self._onnx.helper
        graph = helper.make_graph(
            self._nodes,
            "bert",
            [
                helper.make_tensor_value_info(name, onnx.TensorProto.INT64, [1, "tokens"])
                for name in inputs
            ],
            [helper.make_tensor_value_info(name, onnx.TensorProto.FLOAT, None) for name in outputs],
            self._constants,
        )
        model = helper.make_model(
            graph,
            ir_version=10,
            opset_imports=[helper.make_opsetid("", _OPERATORS), helper.make_opsetid(_RUNTIME, 1)],
        )
        serialized: bytes = model.SerializeToString()
        return serialized

    def _embeddings(self, ids: str) -> str:
        count = self._add("Shape", "count", [ids], start=1, end=2)
        zero = self._constant("zero", np.array([0]))
        table = self._constant("places.table", self._places())
        place = self._add("Slice", "places", [table, zero, count])
        both = self._add("Add", "embeddings", [self._words(ids), place])
        norm = self._norm("embeddings.LayerNorm")
        return self._add("LayerNormalization", "normed", [both, *norm], epsilon=self._epsilon)

    def _places(self) -> NDArray[Any]:
        # Every token of a single text has the first of BERT's two types.
        types = self._tensors["embeddings.token_type_embeddings.weight"]
        places: NDArray[Any] = self._tensors["embeddings.position_embeddings.weight"] + types[0]
        return places

    def _words(self, ids: str) -> str:
        # This table is half of the model, and 16 bits are as good as 32 for it.
        table = self._tensors["embeddings.word_embeddings.weight"].astype(np.float16)
        words = self._add("Gather", "words.half", [self._constant("words.table", table), ids])
        return self._add("Cast", "words", [words], to=self._onnx.TensorProto.FLOAT)

    def _layer(self, name: str, given: str) -> str:
        attended = self._attention(f"{name}.attention", given)
        seen = self._output(f"{name}.attention.output", attended, given)
        wide = self._linear(f"{name}.intermediate", [f"{name}.intermediate.dense"], seen)
        active = self._add("Gelu", f"{name}.active", [wide], _RUNTIME)
        return self._output(f"{name}.output", active, seen)

    def _attention(self, name: str, given: str) -> str:
        parts = [f"{name}.self.{part}" for part in ("query", "key", "value")]
        together = self._linear(f"{name}.together", parts, given)
        split = [f"{part}.given" for part in parts]
        self._nodes.append(
            self._onnx.helper.make_node("Split", [together], split, axis=-1, num_outputs=3)
        )
        return self._add(
            "MultiHeadAttention", f"{name}.context", split, _RUNTIME, num_heads=self._heads
        )

    def _output(self, name: str, given: str, skipped: str) -> str:
        projected = self._linear(f"{name}.projected", [f"{name}.dense"], given)
        norm = self._norm(f"{name}.LayerNorm")
        return self._add(
            "SkipLayerNormalization",
            f"{name}.normed",
            [projected, skipped, *norm],
            _RUNTIME,
            epsilon=self._epsilon,
        )

    def _linear(self, name: str, layers: list[str], given: str) -> str:
        """Compute *layers* side by side, with weights of seven bits and a scale for each column."""
        weights = np.concatenate([self._tensors[f"{layer}.weight"] for layer in layers]).T
        bias = np.concatenate([self._tensors[f"{layer}.bias"] for layer in layers])
        scale = np.maximum(np.abs(weights).max(axis=0), np.float32(1e-9)) / np.float32(_LARGEST)
        constants = [
            self._constant(f"{name}.weights", np.rint(weights / scale).astype(np.int8)),
            self._constant(f"{name}.scale", scale),
            "",
            self._constant(f"{name}.bias", bias),
        ]
        return self._add("DynamicQuantizeMatMul", name, [given, *constants], _RUNTIME)

    def _norm(self, name: str) -> list[str]:
        return [
            self._constant(f"{name}.{part}", self._tensors[f"{name}.{part}"])
            for part in ("weight", "bias")
        ]

    def _constant(self, name: str, value: NDArray[Any]) -> str:
        tensor = self._onnx.numpy_helper.from_array(np.ascontiguousarray(value), name)
        self._constants.append(tensor)
        return name

    def _add(
        self, operator: str, name: str, inputs: list[str], domain: str = "", **attributes: Any
    ) -> str:
        node = self._onnx.helper.make_node(
            operator, inputs, [name], name, domain=domain, **attributes
        )
        self._nodes.append(node)
        return name
