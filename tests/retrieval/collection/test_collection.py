"""A collection follows its folder, in memory and on disk."""

from __future__ import annotations

import asyncio
import os
import shutil
from pathlib import Path

import pytest

from bot.ops.following import follow
from retrieval.articles import ArticleError
from retrieval.collection.in_memory import InMemoryCollection
from retrieval.collection.sync import sync
from retrieval.collection.sync_records import IndexedFolder
from retrieval.library import Library
from retrieval.receipts.versions import versions_of
from tests.support.articles import write_article
from tests.support.indexes import Opens, can_answer, empty_folder, in_memory, on_disk, write_zoo


@pytest.fixture(params=[in_memory, on_disk])
def opens(request: pytest.FixtureRequest) -> Opens:
    chosen: Opens = request.param
    return chosen


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_zoo(tmp_path / "articles")


def test_a_file_of_no_known_format_is_named(opens: Opens, tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_text("a,b\n")
    with pytest.raises(
        ArticleError, match=r"table.csv: is neither a folder of articles nor one of"
    ):
        opens(path)


def test_a_changed_sidecar_is_followed(opens: Opens, folder: Path) -> None:
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


def test_a_changed_sidecar_of_a_single_file_is_followed(opens: Opens, folder: Path) -> None:
    collection = opens(folder / "farm.txt")
    (folder / "farm.txt.toml").write_text('publisher = "The Bugle"\n')
    assert collection.sync()
    assert [a.publisher for a in collection.library.articles.values()] == ["The Bugle"]


def test_a_library_that_replaces_another_is_warm(
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
    assert not can_answer(collection, "walrus")
    assert collection.sync()
    assert [can_answer(collection, a) for a in ("zebra", "yak", "vole", "walrus")] == [
        True,
        False,
        True,
        True,
    ]
    assert before.ask("What did the yak eat?").answered  # who was reading it goes on
    assert not collection.sync()
    assert collection.library.version != before.version


def test_a_changed_articles_toml_is_followed(opens: Opens, folder: Path) -> None:
    collection = opens(folder)
    (folder / "articles.toml").write_text('[[article]]\nfile = "farm.txt"\npublisher = "Bugle"\n')
    assert collection.sync()
    assert collection.library.articles["farm"].publisher == "Bugle"


def test_a_folder_that_is_suddenly_empty_changes_nothing(opens: Opens, folder: Path) -> None:
    collection = opens(folder)
    empty_folder(folder)
    with pytest.raises(ArticleError, match=r"holds no article that|holds no file to read any more"):
        collection.sync()
    assert can_answer(collection, "zebra")


def test_an_index_is_emptied_only_on_purpose(folder: Path) -> None:
    collection = on_disk(folder)
    empty_folder(folder)
    index = folder.with_name("index")
    with pytest.raises(ArticleError, match="is it mounted") as error:
        sync(IndexedFolder(folder, index))
    assert "`cuttings index --rebuild` empties it" in str(error.value)
    assert sync(IndexedFolder(folder, index), rebuild=True).passages == 0
    assert collection.sync()
    assert not collection.library.articles


def test_a_folder_that_cannot_be_listed_keeps_its_articles(
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
    assert [can_answer(collection, a) for a in ("walrus", "vole", "yak")] == [True, True, False]
    monkeypatch.undo()
    (folder / "sea" / "walrus.txt").unlink()
    (folder / "sea").rmdir()
    collection.sync()
    assert not can_answer(collection, "walrus")


def test_the_bot_follows_while_it_answers(opens: Opens, folder: Path) -> None:
    collection = opens(folder)

    async def run() -> None:
        following = asyncio.create_task(follow(collection, 0.01))
        (folder / "articles.toml").write_text("this is no TOML")
        await asyncio.sleep(0.1)
        (folder / "articles.toml").unlink()
        write_article(folder / "sea.txt", "walrus")
        async with asyncio.timeout(60):
            while not can_answer(collection, "walrus"):  # noqa: ASYNC110 - it tells nobody
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
                while not can_answer(collection, animal):  # noqa: ASYNC110 - it tells nobody
                    await asyncio.sleep(0.01)
        following.cancel()

    asyncio.run(run())
    warned = [record.getMessage() for record in caplog.records if record.levelname == "WARNING"]
    assert warned == [versions.problem]
    assert "(Not a directory)" in warned[0]
