"""Tiny embedding models, made when a test needs one."""

from __future__ import annotations

import json
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from retrieval.semantic.models import EmbeddingModel
from retrieval.semantic.vectors import Vectors

NEEDED = ("onnx", "onnxruntime", "safetensors", "tokenizers")

installed = pytest.mark.skipif(
    not all(map(find_spec, NEEDED)), reason="needs the extra: pip install 'cuttings[semantic]'"
)

WORDS = ["[UNK]", "[CLS]", "[SEP]", "army", "cheese", "general", "milk", "winter"]
TEXTS = ["general army", "milk", "", "cheese cheese milk", "winter in the army", "\ud83d army"]

Tensors = dict[str, NDArray[np.float32]]


def write_model(folder: Path, tensors: Tensors, config: dict[str, object] | None = None) -> Path:
    """Write a model that knows `WORDS` to *folder*."""
    from safetensors.numpy import save_file
    from tokenizers import Tokenizer, models, pre_tokenizers, processors

    folder.mkdir(parents=True, exist_ok=True)
    vocabulary = {word: number for number, word in enumerate(WORDS)}
    tokenizer = Tokenizer(models.WordLevel(vocabulary, unk_token=WORDS[0]))
    tokenizer.pre_tokenizer = pre_tokenizers.Whitespace()
    tokenizer.post_processor = processors.BertProcessing(("[SEP]", 2), ("[CLS]", 1))
    tokenizer.save(str(folder / "tokenizer.json"))
    save_file(tensors, folder / "model.safetensors")
    if config:
        (folder / "config.json").write_text(json.dumps(config))
    return folder


def static_table(dimensions: int = 16, seed: int = 1) -> Tensors:
    """Return a static table: a vector for each of `WORDS`."""
    rng = np.random.default_rng(seed)
    return {"embedding.weight": rng.standard_normal((len(WORDS), dimensions)).astype(np.float32)}


HEADS, WIDTH = 2, 32
BERT = {
    "model_type": "bert",
    "hidden_act": "gelu",
    "num_hidden_layers": 2,
    "num_attention_heads": HEADS,
    "layer_norm_eps": 1e-12,
}


def bert_tensors() -> Tensors:
    rng = np.random.default_rng(1)
    shapes: dict[str, tuple[int, ...]] = {
        "embeddings.word_embeddings.weight": (len(WORDS), WIDTH),
        "embeddings.position_embeddings.weight": (300, WIDTH),
        "embeddings.token_type_embeddings.weight": (2, WIDTH),
    }
    norms = ["embeddings.LayerNorm"]
    for layer in ("encoder.layer.0", "encoder.layer.1"):
        norms += [f"{layer}.attention.output.LayerNorm", f"{layer}.output.LayerNorm"]
        for name, wide, given in (
            ("attention.self.query", WIDTH, WIDTH),
            ("attention.self.key", WIDTH, WIDTH),
            ("attention.self.value", WIDTH, WIDTH),
            ("attention.output.dense", WIDTH, WIDTH),
            ("intermediate.dense", 4 * WIDTH, WIDTH),
            ("output.dense", WIDTH, 4 * WIDTH),
        ):
            shapes |= {f"{layer}.{name}.weight": (wide, given), f"{layer}.{name}.bias": (wide,)}
    for norm in norms:
        shapes |= {f"{norm}.weight": (WIDTH,), f"{norm}.bias": (WIDTH,)}
    return {
        name: (rng.standard_normal(shape) * 0.2 + name.endswith("Norm.weight")).astype(np.float32)
        for name, shape in shapes.items()
    }


def static_folder(folder: Path) -> Path:
    return write_model(folder, static_table())


def bert_folder(folder: Path) -> Path:
    return write_model(folder, bert_tensors(), BERT)


def onnx_folder(folder: Path) -> Path:
    from retrieval.semantic.bert import export

    write_model(folder, static_table())
    (folder / "model.onnx").write_bytes(export(bert_tensors(), BERT))
    return folder


class EmbeddingCounter:
    """A progress callback that remembers; after *stop_at* vectors it raises, as Ctrl-C does."""

    def __init__(self, stop_at: int | None = None) -> None:
        self.total = 0
        self.done = 0
        self._stop_at = stop_at

    def __call__(self, done: int, total: int) -> None:
        self.done, self.total = done, total
        if self._stop_at and done >= self._stop_at:
            raise KeyboardInterrupt


def count_made(model: EmbeddingModel, texts: list[str], folder: Path | None) -> int:
    """Return how many vectors are made when *texts* are indexed."""
    progress = EmbeddingCounter()
    Vectors.make(model, texts, folder, progress)
    assert progress.done == progress.total
    return progress.total
