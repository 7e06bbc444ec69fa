"""A collection follows its folder, in memory and on disk."""

from __future__ import annotations

import asyncio
import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.ops.following import follow
from retrieval.articles import ArticleError
from retrieval.collection import on_disk as on_disk_module
from retrieval.collection.in_memory import InMemoryCollection
from retrieval.collection.on_disk import OnDiskCollection
from retrieval.collection.opening import CollectionOptions
from retrieval.collection.protocol import Collection
from retrieval.collection.sync import sync
from retrieval.collection.sync_records import IndexedFolder
from retrieval.index.disk.locking import lock_for_writing
from retrieval.library import Library
from retrieval.maintenance.removal import (
    delete_file,
    find_file,
    find_remnant,
    mark_forgotten,
    remove_entry,
)
from retrieval.reading.metadata import read_metadata
from retrieval.receipts.versions import versions_of
from tests.support.articles import ENGLISH, write_article

Opens = Callable[[Path], Collection]


def in_memory(folder: Path) -> Collection:
    return InMemoryCollection(folder)


def on_disk(folder: Path) -> OnDiskCollection:
    return OnDiskCollection(IndexedFolder(folder, folder.with_name("index")))


@pytest.fixture(params=[in_memory, on_disk])
def opens(request: pytest.FixtureRequest) -> Opens:
    chosen: Opens = request.param
    return chosen


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    write_article(folder / "zoo.txt", "zebra")
    write_article(folder / "farm.txt", "yak")
    return folder


def answers(collection: Collection, animal: str) -> bool:
    return collection.library.ask(f"What did the {animal} eat?").answered


def test_a_file_of_no_known_format_is_named(opens: Opens, tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_text("a,b\n")
    with pytest.raises(
        ArticleError, match=r"table.csv: is neither a folder of articles nor one of"
    ):
        opens(path)


def test_what_is_known_beside_a_file_is_followed_too(opens: Opens, folder: Path) -> None:
    collection = opens(folder)
    (folder / "farm.txt.toml").write_text('publisher = "The Bugle"\n')
    os.utime(folder / "farm.txt.toml", (1, 1))  # it is not just being written
    (folder / "articles.toml").write_text('questions = ["What did the yak eat?"]\n')
    assert collection.sync()
    assert collection.library.articles["farm"].publisher == "The Bugle"
    assert collection.library.suggestions == ("What did the yak eat?",)
    (folder / "articles.toml").write_text('questions = ["What did the zebra eat?"]\n')
    assert collection.sync()
    assert collection.library.suggestions == ("What did the zebra eat?",)
    assert not collection.sync()


def test_what_is_known_beside_a_single_file_is_followed_too(opens: Opens, folder: Path) -> None:
    collection = opens(folder / "farm.txt")
    (folder / "farm.txt.toml").write_text('publisher = "The Bugle"\n')
    assert collection.sync()
    assert [a.publisher for a in collection.library.articles.values()] == ["The Bugle"]


def test_a_library_that_takes_the_place_of_another_is_warm(
    opens: Opens, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    warmed: list[tuple[Library, Library]] = []
    monkeypatch.setattr(Library, "warm", lambda *both: warmed.append(both))
    collection = opens(folder)
    assert warmed == []
    before = collection.library
    write_article(folder / "farm.txt", "vole")
    collection.sync()
    assert warmed == [(collection.library, before)]


def test_what_changes_in_the_folder_is_answered_after_a_sync(opens: Opens, folder: Path) -> None:
    collection = opens(folder)
    before = collection.library
    write_article(folder / "farm.txt", "vole")
    write_article(folder / "sea.txt", "walrus")
    assert not answers(collection, "walrus")
    assert collection.sync()
    assert [answers(collection, a) for a in ("zebra", "yak", "vole", "walrus")] == [
        True,
        False,
        True,
        True,
    ]
    assert before.ask("What did the yak eat?").answered  # who was reading it goes on
    assert not collection.sync()
    assert collection.library.version != before.version


def test_what_is_known_about_an_article_is_followed_too(opens: Opens, folder: Path) -> None:
    collection = opens(folder)
    (folder / "articles.toml").write_text('[[article]]\nfile = "farm.txt"\npublisher = "Bugle"\n')
    assert collection.sync()
    assert collection.library.articles["farm"].publisher == "Bugle"


def empty(folder: Path) -> None:
    for path in folder.iterdir():
        path.unlink()


def test_a_folder_that_is_suddenly_empty_changes_nothing(opens: Opens, folder: Path) -> None:
    collection = opens(folder)
    empty(folder)
    with pytest.raises(ArticleError, match=r"holds no article that|holds no file to read any more"):
        collection.sync()
    assert answers(collection, "zebra")


def test_an_index_is_emptied_on_purpose_alone(folder: Path) -> None:
    collection = on_disk(folder)
    empty(folder)
    index = folder.with_name("index")
    with pytest.raises(ArticleError, match="is it mounted") as error:
        sync(IndexedFolder(folder, index))
    assert "`cuttings index --rebuild` empties it" in str(error.value)
    assert sync(IndexedFolder(folder, index), rebuild=True).passages == 0
    assert collection.sync()
    assert not collection.library.articles


def test_a_folder_that_cannot_be_looked_into_keeps_its_articles(
    opens: Opens, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "sea").mkdir()
    write_article(folder / "sea" / "walrus.txt", "walrus")
    collection = opens(folder)
    real = os.scandir

    def away(path: str | Path) -> object:
        if Path(path).name == "sea":
            raise OSError(5, "Input/output error")
        return real(path)

    monkeypatch.setattr(os, "scandir", away)
    write_article(folder / "farm.txt", "vole")
    collection.sync()
    assert [answers(collection, a) for a in ("walrus", "vole", "yak")] == [True, True, False]
    monkeypatch.undo()
    (folder / "sea" / "walrus.txt").unlink()
    (folder / "sea").rmdir()
    collection.sync()
    assert not answers(collection, "walrus")


# Asked without an index being brought in step before


def test_a_little_that_changed_is_taken_up_before_an_answer(folder: Path) -> None:
    collection = on_disk(folder)
    write_article(folder / "farm.txt", "vole")
    write_article(folder / "sea.txt", "walrus")
    (folder / "zoo.txt").unlink()
    assert collection.catch_up() is None
    assert [answers(collection, a) for a in ("vole", "walrus", "yak", "zebra")] == [
        True,
        True,
        False,
        False,
    ]


def much(folder: Path) -> None:
    (folder / "sea.txt").write_text("The walrus ate pears. " * 50_000)


def many(folder: Path) -> None:
    for number in range(101):
        (folder / f"{number}.txt").write_text("The walrus ate pears.")


def remove_folder(folder: Path) -> None:
    shutil.rmtree(folder)


BEHIND = [
    (much, {}, "1 file changed since {} was indexed: `cuttings index` brings the index up to date"),
    (empty, {}, "{}: holds no file to read any more (is it mounted?), so the index keeps what it has; if that is meant, `cuttings index --rebuild` empties it"),
    (many, {"_PATIENCE": 0}, "Checking {} for changes takes too long, so this answers from the last index: `cuttings index` brings it up to date"),
    (remove_folder, {}, "{}: does not exist; name a folder of articles or a file; this answers from the last index"),
]  # fmt: skip


@pytest.mark.parametrize(("happens", "patched", "sentence"), BEHIND)
def test_where_an_index_stays_behind_its_folder_that_is_said(
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    happens: Callable[[Path], None],
    patched: dict[str, float],
    sentence: str,
) -> None:
    collection = on_disk(folder)
    happens(folder)
    for name, value in patched.items():
        monkeypatch.setattr(on_disk_module, name, value)
    assert collection.catch_up() == sentence.format(folder)
    assert answers(collection, "zebra")


def test_an_index_of_another_version_is_not_made_anew_before_an_answer(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    collection = on_disk(folder)
    write_article(folder / "sea.txt", "walrus")
    monkeypatch.setattr("retrieval.collection.edition_choice.index_version", lambda: "after")
    assert str(collection.catch_up()).startswith("1 file changed")


def test_what_another_is_writing_is_left_to_it(folder: Path) -> None:
    collection = on_disk(folder)
    write_article(folder / "sea.txt", "walrus")
    with lock_for_writing(folder.with_name("index")):
        assert str(collection.catch_up()).startswith("Another process is writing the index in")
    assert answers(collection, "zebra")


def test_what_another_process_commits_is_taken_up(folder: Path) -> None:
    collection = on_disk(folder)
    write_article(folder / "sea.txt", "walrus")
    sync(IndexedFolder(folder, folder.with_name("index")))
    assert collection.sync()
    assert answers(collection, "walrus")


@pytest.mark.parametrize(
    ("engine", "semantic", "size", "stored"),
    [
        ("auto", None, 100, False),
        ("auto", None, 3_000_000, True),
        ("auto", "wordllama", 3_000_000, False),
        ("rank-bm25", None, 3_000_000, False),
        ("tantivy", None, 100, True),
    ],
)
def test_large_collections_are_kept_on_disk(
    folder: Path, engine: str, semantic: str | None, size: int, stored: bool
) -> None:
    (folder / "large.txt").write_bytes(b"x" * size)
    options = CollectionOptions(folder, engine=engine, semantic=semantic)
    assert options.resolved().is_stored == stored


def test_a_limit_can_be_given(folder: Path) -> None:
    assert CollectionOptions(folder, memory_passages=0).is_large()


def test_the_bot_follows_while_it_answers(opens: Opens, folder: Path) -> None:
    collection = opens(folder)

    async def run() -> None:
        following = asyncio.create_task(follow(collection, 0.01))
        (folder / "articles.toml").write_text("this is no TOML")
        await asyncio.sleep(0.1)
        (folder / "articles.toml").unlink()
        write_article(folder / "sea.txt", "walrus")
        async with asyncio.timeout(60):
            while not answers(collection, "walrus"):  # noqa: ASYNC110 - it tells nobody
                await asyncio.sleep(0.01)
        following.cancel()

    asyncio.run(run())


def test_trouble_with_earlier_versions_is_logged_once(
    folder: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    data = tmp_path / "data"
    versions = versions_of(data, folder)
    collection = InMemoryCollection(folder, versions=versions)
    shutil.rmtree(data)
    data.write_text("no folder")

    async def run() -> None:
        following = asyncio.create_task(follow(collection, 0.001))
        async with asyncio.timeout(60):
            for animal in ("walrus", "xerus"):
                write_article(folder / f"{animal}.txt", animal)
                while not answers(collection, animal):  # noqa: ASYNC110 - it tells nobody
                    await asyncio.sleep(0.01)
        following.cancel()

    asyncio.run(run())
    warned = [one.getMessage() for one in caplog.records if one.levelname == "WARNING"]
    assert warned == [versions.problem]
    assert "(Not a directory)" in warned[0]


# Forgetting

TOLD = """\
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
    (folder / "articles.toml").write_text(TOLD)
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


@pytest.mark.parametrize("told", ["", TOLD, 'forgotten = ["zoo"]\n' + TOLD])
def test_an_article_that_shares_its_file_is_left_out(opens: Opens, folder: Path, told: str) -> None:
    (folder / "all.jsonl").write_text(f"{line('1', 'walrus')}\n{line('2', 'vole')}\n")
    (folder / "articles.toml").write_text(told)
    collection = opens(folder)
    walrus = collection.library.articles["all.jsonl/1"]
    assert find_file(walrus, folder) == (folder / "all.jsonl", False)
    mark_forgotten(walrus, folder)
    assert collection.sync()
    assert find_remnant(walrus, collection.library) is None
    assert "walrus" not in collection.library.index.vocabulary
    assert answers(collection, "vole")
    assert read_metadata(folder).forgotten >= {"all.jsonl/1"}
    assert list(opens(folder).library.articles) == list(collection.library.articles)
    (folder / "articles.toml").unlink()  # whoever takes it back has it back
    assert collection.sync()
    assert answers(collection, "walrus")


@pytest.mark.parametrize(
    ("told", "file", "rest"),
    [
        (TOLD, "farm.txt", TOLD[: TOLD.index("[[article]]  # on")]),
        (
            TOLD,
            "zoo.txt",
            TOLD.replace('[[article]]\nfile = "zoo.txt"\ntitle = "The [[zoo]]"\n\n', ""),
        ),
        (TOLD, "sea.txt", TOLD),
        ('article = [{file = "farm.txt"}]', "farm.txt", None),
    ],
)
def test_what_is_told_of_an_article_goes_with_it(told: str, file: str, rest: str | None) -> None:
    assert remove_entry(told, file) == rest
