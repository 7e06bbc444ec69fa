"""Finds the files of a model: in a folder, an installed package, or the hub's cache."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import blake2b
from importlib import import_module
from importlib.metadata import PackageNotFoundError, distribution
from importlib.resources.abc import Traversable
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING
from zipfile import Path as ZipPath

from retrieval.articles import ModelError

if TYPE_CHECKING:
    from tokenizers import Tokenizer

_WORDLLAMA = (
    "wordllama/weights/l2_supercat_256.safetensors",
    "wordllama/tokenizers/l2_supercat_tokenizer_config.json",
)
"""
These are read as files: importing that package turns on logging for the whole program, which would
show the URLs of requests, and they contain the bot's token.
"""


@dataclass(frozen=True, slots=True)
class ModelKind:
    """
    What models of one kind are for, and which files they have.

    Attributes:
        purpose: The beginning of a sentence that ends with "needs …, which is not installed".
        extra: The extra that installs what they need.
        weights: The first of these that a model has is used: exports for our runtime come first.
        settings: Files with settings in JSON, which a model may have.
    """

    purpose: str
    extra: str
    weights: tuple[str, ...]
    settings: tuple[str, ...]


EMBEDDING = ModelKind(
    "Ranking by meaning",
    "semantic",
    ("model.onnx", "onnx/model.onnx", "model.safetensors"),
    ("config.json", "sentence_bert_config.json", "1_Pooling/config.json"),
)


@dataclass(frozen=True, slots=True)
class ModelFiles:
    """The files of a model; `settings` holds the content of its JSON files, by name."""

    name: str
    weights: Traversable
    tokenizer: Traversable
    settings: dict[str, dict[str, object]]

    def digest(self, version: str) -> str:
        """Return 32 hexadecimal digits that change with any of the files, or with *version*."""
        hashed = blake2b(f"{version} {json.dumps(self.settings)}".encode(), digest_size=16)
        for part in (self.tokenizer, self.weights):
            with part.open("rb") as file:
                while block := file.read(1 << 20):
                    hashed.update(block)
        return hashed.hexdigest()


def require(module: str, kind: ModelKind = EMBEDDING) -> ModuleType:
    """
    Import a module that the extra for models of that *kind* installs.

    Raises:
        ModelError: It is not installed.
    """
    try:
        return import_module(module)
    except ImportError as error:
        raise ModelError(
            f"{kind.purpose} needs {module.partition('.')[0]}, which is not installed: "
            f"pip install 'cuttings[{kind.extra}]'"
        ) from error


def find_model_files(model: str, kind: ModelKind = EMBEDDING) -> ModelFiles:
    """
    Return the files of *model*: a folder, the name of an installed package, or a name on the hub.

    Raises:
        ModelError: It is none of these, or contains no model of that *kind*.
    """
    for root in _roots(model, kind):
        if isinstance(root, ModelFiles):
            return root
        for name in kind.weights:
            weights, tokenizer = root.joinpath(name), root.joinpath("tokenizer.json")
            if weights.is_file() and tokenizer.is_file():
                return ModelFiles(model, weights, tokenizer, dict(_settings(root, kind)))
    raise ModelError(
        f"{model} is neither a folder with {', '.join(kind.weights[:-1])} or {kind.weights[-1]} and "
        "tokenizer.json, nor an installed package that carries them, nor in the hub's cache"
    )


def load_tokenizer(files: ModelFiles, kind: ModelKind = EMBEDDING) -> Tokenizer:
    """
    Return the tokenizer of a model.

    Raises:
        ModelError: The extra is not installed, or the file is not a tokenizer.
    """
    tokenizers = require("tokenizers", kind)
    try:
        tokenizer: Tokenizer = tokenizers.Tokenizer.from_buffer(files.tokenizer.read_bytes())
    except ValueError as error:
        raise ModelError(f"{files.tokenizer} is not a tokenizer: {error}") from error
    return tokenizer


def _roots(model: str, kind: ModelKind) -> Iterator[Traversable | ModelFiles]:
    if Path(model).is_dir():
        yield Path(model)
    for root in _packaged(model):
        if kind is EMBEDDING or not isinstance(root, ModelFiles):
            yield root
    if "/" in model:
        yield from _cached(model, kind)


def _packaged(name: str) -> Iterator[Traversable | ModelFiles]:
    """Yield the folders, or the archive, in an installed package, without importing it."""
    try:
        package = distribution(name)
    except (PackageNotFoundError, ValueError):  # ValueError: no package can have such a name
        return
    files = {str(file): Path(str(file.locate())) for file in package.files or ()}
    if all(name in files for name in _WORDLLAMA):
        weights, tokenizer = (files[name] for name in _WORDLLAMA)
        yield ModelFiles(name, weights, tokenizer, {})
    for path in files.values():
        if path.name == "tokenizer.json":
            yield path.parent
        elif path.name == "model.zip":
            yield ZipPath(path)


def _cached(name: str, kind: ModelKind) -> Iterator[Traversable]:
    """Yield the folder that the hub's library has on disk; nothing is downloaded."""
    hub = require("huggingface_hub", kind)
    errors = require("huggingface_hub.errors", kind)
    try:
        yield Path(hub.snapshot_download(name, local_files_only=True))
    except (errors.LocalEntryNotFoundError, errors.HFValidationError):
        return


def _settings(root: Traversable, kind: ModelKind) -> Iterator[tuple[str, dict[str, object]]]:
    for name in kind.settings:
        file = root.joinpath(name)
        if file.is_file():
            try:
                content = json.loads(file.read_text(encoding="utf-8"))
            except ValueError as error:
                raise ModelError(f"{file} is not JSON in UTF-8") from error
            if not isinstance(content, dict):
                raise ModelError(f"{file} is not an object in JSON")
            yield name, content
