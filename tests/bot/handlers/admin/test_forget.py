"""/forget_article: which article is meant, and what is left of it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bot.messages import strings
from retrieval.collection.in_memory import InMemoryCollection
from retrieval.collection.on_disk import OnDiskCollection
from retrieval.collection.sync_records import IndexedFolder
from retrieval.index.data_folders import index_folder
from retrieval.index.disk.locking import lock_for_writing
from tests.support.admin_desk import ADMIN, FLOOD, GB, SUN, Desk
from tests.support.documents import ROSE


def test_an_article_is_forgotten_after_a_second_word_on_it(desk: Desk) -> None:
    title = desk.collection.library.articles[SUN].title
    assert desk.say("/forget_article second conscription") == f"Delete {SUN}.txt, “{title}”?"
    assert desk.telegram.buttons() == ["Forget", "Keep"]
    assert desk.tap("Forget") == (
        f"{SUN}.txt was deleted.\nI checked: nothing from “{title}” can be found any more."
    )
    assert desk.telegram.buttons() == []
    assert not (desk.folder / f"{SUN}.txt").exists()
    assert list(desk.collection.library.articles) == [GB]
    assert SUN not in (desk.folder / "articles.toml").read_text()


def test_an_article_is_kept_when_its_admin_thinks_better_of_it(desk: Desk) -> None:
    desk.say(f"/forget_article {SUN}")
    assert desk.tap("Keep") == strings.KEPT
    assert len(desk.collection.library.articles) == 2


def test_of_several_one_is_chosen(desk: Desk) -> None:
    for number in (1, 2):
        desk.send(f"flood{number}.txt", FLOOD + b"\n\nIt rained for %d days." % number)
    reply = desk.say("/forget_article flood")
    assert reply.startswith(strings.CHOOSE)
    assert desk.telegram.buttons() == ["1", "2"]
    assert desk.tap("2").startswith("Delete flood2.txt, ")
    assert desk.tap("Forget").startswith("flood2.txt was deleted.\nI checked: nothing from ")
    assert desk.names() == {"flood1.txt"}


def test_many_that_match_are_counted(desk: Desk) -> None:
    for number in range(11):
        (desk.folder / f"flood{number}.txt").write_bytes(FLOOD + b" %d" % number)
    desk.collection.sync()
    assert desk.say("/forget_article flood").endswith(
        "There are 3 more: please give more words from the title."
    )
    assert desk.telegram.buttons() == [str(number) for number in range(1, 9)]


def test_one_of_several_articles_in_a_file_is_left_out(desk: Desk) -> None:
    lines = [f'{{"id": "{n}", "title": "The {n}", "text": "The {n} ate five plums."}}\n' for n in ("vole", "yak")]  # fmt: skip
    desk.send("zoo.jsonl", "".join(lines).encode())
    reply = desk.say("/forget_article the yak")
    assert reply == "Leave out zoo.jsonl/yak, “The yak”, one of several articles in zoo.jsonl?"
    assert desk.tap("Forget") == (
        "zoo.jsonl/yak is left out from now on, although zoo.jsonl still contains it.\n"
        "I checked: nothing from “The yak” can be found any more."
    )
    assert "zoo.jsonl/vole" in desk.collection.library.articles
    assert "zoo.jsonl/yak" not in InMemoryCollection(desk.folder).library.articles


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ("/forget_article", strings.FORGET_USAGE),
        ("/forget_article <b>", "There is no article called “<b>”. /sources lists them all."),
        ("/forget_article ,", "There is no article called “,”. /sources lists them all."),
    ],
)
def test_what_names_no_article_forgets_none(desk: Desk, said: str, sentence: str) -> None:
    assert desk.say(said) == sentence


def test_a_button_of_an_article_that_changed_since_does_nothing(desk: Desk) -> None:
    desk.send("flood.txt", FLOOD)
    desk.say("/forget_article flood.txt")
    desk.say("/forget_article flood")
    (desk.folder / "flood.txt").write_bytes(FLOOD + b"\n\nIt rained on.")
    desk.say("/reload")
    assert desk.tap("Forget") == strings.OTHERWISE
    assert desk.names() == {"flood.txt"}


def test_the_last_article_stays(desk: Desk) -> None:
    desk.say(f"/forget_article {GB}")
    for name in (f"{SUN}.txt", "articles.toml"):
        (desk.folder / name).unlink()
    desk.say("/reload")
    assert desk.say("/forget_article 002") == strings.LAST
    assert desk.tap("Forget") == strings.LAST
    assert (desk.folder / f"{GB}.txt").exists()


def test_what_cannot_be_deleted_is_one_sentence(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def read_only(*_: object, **__: object) -> None:
        raise OSError(30, "Read-only file system")

    desk.say(f"/forget_article {SUN}")
    monkeypatch.setattr(Path, "unlink", read_only)
    assert desk.tap("Forget") == f"{SUN}.txt: cannot be forgotten (Read-only file system)"
    assert len(desk.collection.library.articles) == 2


def test_what_is_still_found_is_said(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("retrieval.maintenance.removal.delete_file", lambda *_: None)
    desk.say(f"/forget_article {SUN}")
    assert "\nBut this can still be found: “" in desk.tap("Forget")


# A single file, and an index on disk


@pytest.fixture
def single(tmp_path: Path) -> Desk:
    path = tmp_path / "zoo.jsonl"
    path.write_text(
        '{"id": "yak", "title": "The yak", "text": "The yak ate five plums."}\n'
        '{"id": "vole", "title": "The vole", "text": "The vole ate six figs."}\n'
    )
    return Desk(path, InMemoryCollection(path), ADMIN, None)


def test_a_collection_of_one_file_takes_and_gives_no_article(single: Desk) -> None:
    for reply in (single.send("flood.txt", FLOOD), single.say("/add https://bugle.example/")):
        assert reply == f"{single.folder}: is a file; articles are added to a folder"
    reply = single.say("/forget_article yak")
    assert reply == f"{single.folder}: is a single file: remove 'yak' from it by hand"
    assert single.say("/reload") == "Nothing has changed. Articles: 2."


@pytest.fixture
def stored(folder: Path) -> Desk:
    index = index_folder(folder.with_name("data"), folder)
    return Desk(folder, OnDiskCollection(IndexedFolder(folder, index)), ADMIN, None)


def test_an_index_on_disk_is_looked_after_alike(stored: Desk) -> None:
    assert stored.send("flood.txt", FLOOD).startswith("Added flood.txt.")
    assert ROSE in stored.say("Who tore away the old bridge at Altena?")
    stored.say("/forget_article flood")
    assert "I checked: nothing from" in stored.tap("Forget")
    assert "flood" not in stored.collection.library.articles
    (stored.folder / "rain.txt").write_bytes(FLOOD)
    assert stored.say("/reload") == "Added: 1. Changed: 0. Removed: 0. Articles now: 3."
    reply = stored.say("/stats").splitlines()
    assert re.fullmatch(r"Engine: tantivy, \d+\.\d MB on disk", reply[-1])


def test_while_another_writes_the_index_what_is_added_waits(stored: Desk) -> None:
    index = index_folder(stored.folder.with_name("data"), stored.folder)
    with lock_for_writing(index):
        busy = f"Another process is writing the index in {index}"
        assert f"It is saved, but cannot be found yet: {busy}"[:80] in stored.send(
            "flood.txt", FLOOD
        )
        assert stored.say("/reload").startswith(f"The articles stay as they were: {busy}"[:80])
        stored.say(f"/forget_article {SUN}")
        assert f"{SUN}.txt was deleted.\nBut it may still be found: " in stored.tap("Forget")
    assert stored.say("/reload") == "Added: 1. Changed: 0. Removed: 1. Articles now: 2."
