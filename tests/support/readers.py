"""Tiny readers, made when a test needs one."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import numpy as np
import pytest

from retrieval.articles import Span
from retrieval.reader.records import ReaderPassage, Reading

if TYPE_CHECKING:
    from tokenizers import Tokenizer

NEEDED = ("onnx", "onnxruntime", "tokenizers")

installed = pytest.mark.skipif(
    not all(map(find_spec, NEEDED)), reason="needs the extra: pip install 'cuttings[reader]'"
)

MARKS = ["[UNK]", "[CLS]", "[SEP]", "[PAD]"]
LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789.,?!-"
WORDS = [*MARKS, *LETTERS, *(f"##{letter}" for letter in LETTERS)]

Contract = Literal["ours", "squad", "one logit", "two logits", "three logits"]
OUTPUTS: Mapping[Contract, Sequence[str]] = {
    "ours": ("answers", "starts", "ends"),
    "squad": ("start_logits", "end_logits"),
    "one logit": ("logits",),
    "two logits": ("logits",),
    "three logits": ("logits",),
}


def make_tokenizer(words: Sequence[str] = WORDS) -> Tokenizer:
    """Return a tokenizer as BERT has, of single letters if no *words* are given; it drops case and accents."""
    from tokenizers import Tokenizer, models, normalizers, pre_tokenizers

    vocabulary = {word: number for number, word in enumerate(words)}
    tokenizer = Tokenizer(models.WordPiece(vocabulary, unk_token=words[0]))
    tokenizer.normalizer = normalizers.BertNormalizer()
    tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    tokenizer.add_special_tokens(list(words[1:4]))
    return tokenizer


def write_reader(
    folder: Path,
    worth: Mapping[str, float],
    contract: Contract = "ours",
    settings: Mapping[str, object] | None = None,
) -> Path:
    """
    Write a reader to a *folder*, for which a passage answers by the sum of what its words are worth.

    Args:
        worth: By word, in lower case; other words are worth -1. The dearest words are those that answer.
        settings: The content of `reader.json`, if there is any.
    """
    folder.mkdir(parents=True, exist_ok=True)
    words = [*MARKS, *worth]
    make_tokenizer(words).save(str(folder / "tokenizer.json"))
    (folder / "model.onnx").write_bytes(_graph([-1.0, 0.0, 0.0, 0.0, *worth.values()], contract))
    if settings:
        (folder / "reader.json").write_text(json.dumps(settings))
    return folder


def _graph(worth: Sequence[float], contract: Contract) -> bytes:
    """Return a graph that looks the worth of each id up, and adds those of the second text."""
    import onnx
    from onnx import TensorProto, helper, numpy_helper

    def number(values: Any, name: str) -> Any:
        return numpy_helper.from_array(np.asarray(values), name)

    constants = [number(np.array(worth, np.float32), "table"), number([1], "axis")]
    node = helper.make_node
    nodes = [
        node("Gather", ["table", "input_ids"], ["worth"]),
        node("Cast", ["token_type_ids"], ["second"], to=TensorProto.FLOAT),
        node("Mul", ["worth", "second"], ["of second"]),
        node("ReduceSum", ["of second", "axis"], ["sum"], keepdims=int("logit" in contract)),
        node("Neg", ["sum"], ["rest"]),
    ]
    if contract in ("ours", "squad"):
        outputs = list(OUTPUTS[contract])
        given = (["sum"] if contract == "ours" else []) + ["worth", "worth"]
        nodes += [node("Identity", [g], [o]) for g, o in zip(given, outputs, strict=True)]
    else:
        classes = {"one": ["sum"], "two": ["rest", "sum"], "three": ["rest", "rest", "sum"]}
        nodes.append(node("Concat", classes[contract.split()[0]], ["logits"], axis=1))
    taken = [
        helper.make_tensor_value_info(name, TensorProto.INT64, ["batch", "tokens"])
        for name in ("input_ids", "token_type_ids")
    ]
    made = [helper.make_tensor_value_info(o, TensorProto.FLOAT, None) for o in OUTPUTS[contract]]
    graph = helper.make_graph(nodes, "reader", taken, made, constants)
    model = helper.make_model(graph, ir_version=10, opset_imports=[helper.make_opsetid("", 18)])
    serialized: bytes = onnx.ModelProto.SerializeToString(model)
    return serialized


class WordReader:
    """A `Reader` without a model: a passage answers if it has the *words*, and by them."""

    version = "words"

    def __init__(self, words: str, languages: frozenset[str] | None = None) -> None:
        self.languages = languages
        self.words = words
        self.read_passages: list[ReaderPassage] = []

    def load(self) -> None:
        """Load nothing."""

    def read(self, question: str, passages: Sequence[ReaderPassage]) -> list[Reading]:
        assert question
        self.read_passages += passages
        return [self._read(passage) for passage in passages]

    def _read(self, passage: ReaderPassage) -> Reading:
        place = passage.text.find(self.words)
        if place < 0:
            return Reading(-6.0, None)
        start = passage.start + place
        return Reading(6.0, Span(start, start + len(self.words)))
