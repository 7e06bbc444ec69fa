"""A forgotten article is found no more, and its file and its entry go with it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from retrieval.maintenance.removal import (
    delete_file,
    find_file,
    find_remnant,
    mark_forgotten,
    remove_entry,
)
from retrieval.reading.metadata import read_metadata
from tests.support.articles import ENGLISH
from tests.support.indexes import Opens, can_answer, in_memory, on_disk, write_zoo


@pytest.fixture(params=[in_memory, on_disk])
def opens(request: pytest.FixtureRequest) -> Opens:
    chosen: Opens = request.param
    return chosen


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_zoo(tmp_path / "articles")


# Forgetting

TOML = """\
questions = ["What did the yak eat?"]

[[article]]
file = "zoo.txt"
title = "The [[zoo]]"

[[article]]  # on the farm
file = "farm.txt"
note = '''
[[not an article]]
'''
"""


def test_a_deleted_article_is_found_by_none_of_its_sentences(opens: Opens, folder: Path) -> None:
    (folder / "articles.toml").write_text(TOML)
    collection = opens(folder)
    farm = collection.library.articles["farm"]
    assert find_remnant(farm, collection.library)
    path, alone = find_file(farm, folder)
    assert alone
    delete_file(path, folder)
    collection.sync()
    assert find_remnant(farm, collection.library) is None
    assert list(collection.library.articles) == ["zoo"]


def line(id_: str, animal: str) -> str:
    text = f"The {animal} ate five apples. {ENGLISH}"
    return json.dumps({"id": id_, "title": f"News of the {animal}", "text": text})


@pytest.mark.parametrize("toml", ["", TOML, 'forgotten = ["zoo"]\n' + TOML])
def test_an_article_that_shares_its_file_is_left_out(opens: Opens, folder: Path, toml: str) -> None:
    (folder / "all.jsonl").write_text(f"{line('1', 'walrus')}\n{line('2', 'vole')}\n")
    (folder / "articles.toml").write_text(toml)
    collection = opens(folder)
    walrus = collection.library.articles["all.jsonl/1"]
    assert find_file(walrus, folder) == (folder / "all.jsonl", False)
    mark_forgotten(walrus, folder)
    assert collection.sync()
    assert find_remnant(walrus, collection.library) is None
    assert "walrus" not in collection.library.index.vocabulary
    assert can_answer(collection, "vole")
    assert read_metadata(folder).forgotten >= {"all.jsonl/1"}
    assert list(opens(folder).library.articles) == list(collection.library.articles)
    (folder / "articles.toml").unlink()  # whoever takes it back has it back
    assert collection.sync()
    assert can_answer(collection, "walrus")


@pytest.mark.parametrize(
    ("toml", "file", "rest"),
    [
        (TOML, "farm.txt", TOML[: TOML.index("[[article]]  # on")]),
        (
            TOML,
            "zoo.txt",
            TOML.replace('[[article]]\nfile = "zoo.txt"\ntitle = "The [[zoo]]"\n\n', ""),
        ),
        (TOML, "sea.txt", TOML),
        ('article = [{file = "farm.txt"}]', "farm.txt", None),
    ],
)
def test_the_entry_of_an_article_is_removed_with_it(toml: str, file: str, rest: str | None) -> None:
    assert remove_entry(toml, file) == rest
