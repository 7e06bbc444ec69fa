"""Models of each kind that can be loaded."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from retrieval.semantic.models import EmbeddingModel, load_embedding_model
from tests.support.embedding_models import bert_folder, onnx_folder, static_folder


@pytest.fixture(params=[static_folder, bert_folder, onnx_folder])
def model(request: pytest.FixtureRequest, tmp_path: Path) -> EmbeddingModel:
    """Load a model of each kind."""
    make: Callable[[Path], Path] = request.param
    return load_embedding_model(str(make(tmp_path)))


@pytest.fixture
def static(tmp_path: Path) -> EmbeddingModel:
    return load_embedding_model(str(static_folder(tmp_path / "model")))
