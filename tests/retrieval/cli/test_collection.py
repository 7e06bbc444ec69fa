"""Which articles a command works on, and what is said of those that cannot be read."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.support.command import WHO, cuttings
from tests.support.paths import SEEDS

pytestmark = pytest.mark.usefixtures("only_our_settings")


def test_where_articles_are_looked_for(tmp_path: Path) -> None:
    for place in ("option", "environment", "env-file", "seeds"):
        (tmp_path / place).mkdir()
        (tmp_path / place / f"{place}.txt").write_text("A storm took the bridge.\n")

    def first_id(*arguments: str, **env: str) -> str:
        return str(json.loads(cuttings("sources", "--json", *arguments, **env).stdout)[0]["id"])

    assert first_id() == "seeds"
    (tmp_path / ".env").write_text("ARTICLES=env-file\nTELEGRAM_BOT_TOKEN=x\n")
    assert first_id() == "env-file"
    assert first_id(ARTICLES="environment") == "environment"
    assert first_id("--articles", "option", ARTICLES="environment") == "option"


def test_a_folder_that_is_missing_is_one_sentence() -> None:
    answer = cuttings("ask", "--articles", "no-such-folder", WHO)

    assert (answer.exit_code, answer.stdout) == (2, "")
    assert answer.stderr.startswith("cuttings: no-such-folder: ")
    assert answer.stderr.count("\n") == 1


def test_a_file_that_cannot_be_read_is_named_and_the_rest_works(tmp_path: Path) -> None:
    shutil.copytree(SEEDS, tmp_path / "seeds")
    (tmp_path / "seeds" / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\xff\0\xfe")

    answer = cuttings("ask", WHO)

    assert answer.exit_code == 0
    assert answer.stderr.startswith("left out: seeds/picture.txt: ")
    assert answer.stderr.count("\n") == 1
