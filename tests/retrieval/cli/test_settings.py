"""Settings from the environment and from `.env`."""

from __future__ import annotations

from pathlib import Path

import pytest

from retrieval.cli.exit_codes import CommandError
from retrieval.cli.options import CommonOptions
from retrieval.cli.settings import collection_options, setting

pytestmark = pytest.mark.usefixtures("only_our_settings")


def test_the_environment_counts_before_the_env_file(monkeypatch: pytest.MonkeyPatch) -> None:
    Path(".env").write_text("COLOUR=red\nSHAPE=\n")
    assert (setting("COLOUR"), setting("SHAPE"), setting("SIZE")) == ("red", None, None)
    monkeypatch.setenv("COLOUR", "blue")
    assert setting("COLOUR") == "blue"


def test_an_env_file_that_is_no_text_is_named() -> None:
    Path(".env").write_bytes(b"COLOUR=\xff\n")
    with pytest.raises(CommandError, match=r"\.env: is not UTF-8 text"):
        setting("COLOUR")


def test_what_a_command_says_counts_before_what_is_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ENGINE", "tantivy")
    monkeypatch.setenv("MEMORY_PASSAGES", "7")
    chosen = collection_options(CommonOptions(articles=Path("news"), engine="rank-bm25"))
    assert (chosen.path, chosen.engine, chosen.memory_passages) == (Path("news"), "rank-bm25", 7)
    assert collection_options(CommonOptions(articles=None)).engine == "tantivy"


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [
        ("ENGINE", "lucene", "ENGINE is none of auto, rank-bm25, tantivy, opensearch"),
        ("MEMORY_PASSAGES", "-1", "MEMORY_PASSAGES is not a whole number of at least 0"),
        ("MEMORY_PASSAGES", "٣", "MEMORY_PASSAGES is not a whole number of at least 0"),
    ],
)
def test_a_setting_that_cannot_be_is_named(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str, sentence: str
) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(CommandError) as error:
        collection_options(CommonOptions(articles=None))
    assert str(error.value) == sentence
