"""What the bot opens before it starts."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from bot.settings import Settings, UnusableError
from bot.startup import open_articles, open_versions
from retrieval.receipts.versions import versions_of
from tests.support.bridge import write_bridge
from tests.support.readers import installed, write_reader


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_bridge(tmp_path / "articles")


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "data"


def test_the_bot_keeps_what_it_answers_from(folder: Path, data: Path) -> None:
    settings = Settings(articles=folder, data=str(data), keep_versions=7)
    kept = open_versions(settings)
    assert kept == replace(versions_of(data, folder), days=7)
    open_articles(settings, versions=kept)
    assert len(list(kept.folder.iterdir())) == 2


def test_that_nothing_can_be_kept_is_said_at_the_start(
    folder: Path, data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data.write_text("no folder")
    settings = Settings(articles=folder, data=str(data))
    open_articles(settings, versions=open_versions(settings))
    [line] = capsys.readouterr().err.splitlines()
    assert line.startswith("Earlier versions of articles in ")


@installed
def test_a_reader_is_loaded_before_anybody_asks(folder: Path, data: Path, tmp_path: Path) -> None:
    model = write_reader(tmp_path / "model", {"bridge": 1.0})
    settings = Settings(articles=folder, data=str(data), reader=str(model))
    assert open_articles(settings).library.ranker.reader

    (model / "model.onnx").write_bytes(b"damaged")
    with pytest.raises(UnusableError, match="ONNX Runtime does not accept"):
        open_articles(settings)
