"""The files of a model: where they are found, and what is said if they cannot be used."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from retrieval.articles import ModelError
from retrieval.library import Library
from retrieval.semantic.models import load_embedding_model
from tests.support.embedding_models import (
    NEEDED,
    bert_folder,
    installed,
)
from tests.support.paths import SEEDS


@installed
@pytest.mark.parametrize("name", ["nothing-of-the-kind", "no/such-model", "", "a b", "/"])
def test_a_model_that_is_not_there_is_one_sentence(name: str) -> None:
    with pytest.raises(ModelError, match="neither a folder with") as caught:
        load_embedding_model(name)

    assert "\n" not in str(caught.value)


@installed
@pytest.mark.parametrize(
    ("name", "cause"),
    [
        ("model.onnx", "ONNX Runtime does not accept"),
        ("model.safetensors", "is not in safetensors"),
        ("tokenizer.json", "is not a tokenizer"),
        ("config.json", "is not JSON"),
    ],
)
def test_a_damaged_model_is_refused(name: str, cause: str, tmp_path: Path) -> None:
    bert_folder(tmp_path)
    (tmp_path / name).write_bytes(b"\x80 not a model")

    with pytest.raises(ModelError, match=cause) as caught:
        load_embedding_model(str(tmp_path))

    assert "\n" not in str(caught.value)


def test_a_missing_package_is_one_sentence_that_names_the_extra(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "tokenizers", None)

    with pytest.raises(ModelError) as caught:
        load_embedding_model("wordllama")

    assert str(caught.value) == (
        "Ranking by meaning needs tokenizers, which is not installed: "
        "pip install 'cuttings[semantic]'"
    )


def test_the_extra_is_imported_on_first_use_only() -> None:
    program = f"import sys, retrieval.semantic; sys.exit(bool({set(NEEDED)} & set(sys.modules)))"

    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


def test_a_model_that_cannot_be_had_is_one_sentence() -> None:
    with pytest.raises(ModelError):
        Library.open(SEEDS, "no-such-model")
