"""Which reader a setting means."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from retrieval.articles import ModelError
from retrieval.reader.selection import open_reader
from tests.support.readers import installed, write_reader


@pytest.mark.parametrize("choice", ["off", "OFF"])
def test_off_is_no_reader(choice: str, tmp_path: Path) -> None:
    assert open_reader(choice, tmp_path) is None


@pytest.mark.parametrize("choice", ["on", "On"])
def test_on_is_no_reader_where_the_weights_are_not_installed(choice: str, tmp_path: Path) -> None:
    assert open_reader(choice, tmp_path / "weights") is None


@installed
def test_on_is_the_reader_of_the_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    weights = write_reader(tmp_path, {"dawn": 1.0}, settings={"languages": ["en"]})
    reader = open_reader("on", weights)
    assert reader
    assert reader.languages == frozenset({"en"})

    monkeypatch.setitem(sys.modules, "onnxruntime", None)
    assert open_reader("on", weights) is None


@installed
def test_anything_else_is_a_model_that_has_to_be_there(tmp_path: Path) -> None:
    reader = open_reader(str(write_reader(tmp_path / "model", {"dawn": 1.0})))
    assert reader
    assert reader.languages is None

    with pytest.raises(ModelError, match="neither a folder"):
        open_reader(str(tmp_path / "nothing"))
