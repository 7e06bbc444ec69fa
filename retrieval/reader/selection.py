"""Selects the reader that a setting names."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

from retrieval.reader import onnx_reader
from retrieval.reader.records import NEEDED, OFF, ON, Reader

WEIGHTS = Path(__file__).with_name("weights")
"""The reader of this package: `model.onnx`, `tokenizer.json` and `reader.json`."""


def open_reader(choice: str, weights: Path = WEIGHTS) -> Reader | None:
    """
    Return a reader, which loads its model when it is first used.

    Args:
        choice: "on" for the reader in *weights*, if that and the libraries for it are there; "off" for none;
            else a folder, or a name in the hub's cache.

    Raises:
        ModelError: The folder or the name holds no reader, or the extra is not installed.
    """
    if choice.lower() == OFF:
        return None
    if choice.lower() == ON:
        there = (weights / "model.onnx").is_file() and all(map(find_spec, NEEDED))
        return onnx_reader.OnnxReader(str(weights)) if there else None
    return onnx_reader.OnnxReader(choice)
