"""`cuttings forget`."""

from __future__ import annotations

from pathlib import Path

import pytest

from retrieval.index.data_folders import folder_name
from tests.support.articles import ENGLISH
from tests.support.command import ask, cuttings, indexed

pytestmark = pytest.mark.usefixtures("only_our_settings")


def test_an_article_of_a_file_of_several_is_forgotten(archive: Path) -> None:
    line = '{{"id": "{0}", "title": "The {0}", "text": "The {0} ate five plums. {1}"}}\n'
    lines = [line.format(animal, ENGLISH.strip()) for animal in ("walrus", "vole")]
    (archive / "all.jsonl").write_text("".join(lines))
    indexed(archive)
    vectors = archive.with_name("data") / "vectors" / folder_name(archive) / "model.vectors"
    vectors.parent.mkdir(parents=True)
    vectors.touch()
    where: list[str | Path] = ["--articles", archive, "--data", archive.with_name("data")]

    done = cuttings("forget", "all.jsonl/walrus", "--yes", *where)

    assert done.stdout == (
        f"all.jsonl/walrus is left out, but still is in {archive / 'all.jsonl'}; "
        "nothing of “The walrus” can be found any more.\n"
    )
    assert not vectors.exists()
    for engine in ("tantivy", "rank-bm25"):
        assert ask("What did the walrus eat?", *where, "--engine", engine).exit_code == 1
        assert ask("What did the vole eat?", *where, "--engine", engine).exit_code == 0


def test_an_article_is_forgotten_on_disk_and_in_memory(archive: Path) -> None:
    indexed(archive)
    where: list[str | Path] = ["--articles", archive, "--data", archive.with_name("data")]
    unconfirmed = cuttings("forget", "farm", *where)
    assert (unconfirmed.exit_code, (archive / "farm.txt").exists()) == (2, True)
    done = cuttings("forget", "farm", "--yes", *where)
    assert done.stdout.endswith("nothing of “News of the yak” can be found any more.\n")
    assert not (archive / "farm.txt").exists()
    assert ask("What did the yak eat?", *where, "--engine", "tantivy").exit_code == 1
