"""What becomes of an index on disk that is damaged, or on a disk that is full."""

from __future__ import annotations

import random
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from retrieval.articles import StoreError
from retrieval.collection.disk_store import DiskStore
from retrieval.collection.on_disk import OnDiskCollection
from retrieval.collection.sync import sync
from retrieval.collection.sync_records import IndexedFolder
from retrieval.index.disk.editions import find_current
from retrieval.index.disk.index import StoredIndex
from retrieval.library import Library
from tests.support.articles import ENGLISH, write_article
from tests.support.command import Result, cuttings
from tests.support.damage import lose_pages
from tests.support.indexes import (
    find_articles,
)
from tests.support.parameters import slow_after

ASKED = ["What did the yak eat?", "What did the wlarus eat?", '"zebra ate" apples']


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Articles and their index."""
    root = tmp_path_factory.mktemp("made")
    (root / "articles").mkdir()
    for name, animal in [("a", "zebra"), ("b", "yak"), ("c", "walrus")]:
        write_article(root / "articles" / f"{name}.txt", animal)
    sync(IndexedFolder(root / "articles", root / "index"))
    return root / "articles", root / "index"


def answers(index: Path) -> list[bool]:
    library = Library(DiskStore(StoredIndex(index)))
    return [library.ask(question).answered for question in ASKED] + [bool(dict(library.articles))]


@pytest.mark.parametrize("seed", slow_after(2, range(9)))
def test_any_damage_is_reported_and_the_index_is_rebuilt(
    made: tuple[Path, Path], tmp_path: Path, seed: int
) -> None:
    articles, whole = made
    index = tmp_path / "index"
    shutil.copytree(whole, index)
    chance = random.Random(seed)
    database = find_current(index) / "index.sqlite"
    others = [path for path in (find_current(index) / "terms").iterdir() if path.stat().st_size]
    others.sort(key=lambda path: path.suffix)  # they are named by chance
    terms = [find_current(index) / name for name in ("forward-1", "starts-1")]
    path = chance.choice([database, chance.choice(others), chance.choice(terms)])
    # A changed bit of a term goes unnoticed; what is quoted does not come from there.
    kinds = ["cut", "zeros"] if path in terms else ["cut", "zeros", "bits"]
    path.write_bytes(damaged(path.read_bytes(), chance, kinds))
    with suppress(StoreError):
        answers(index)
    sync(IndexedFolder(articles, index))
    assert answers(index) == answers(whole)


def damaged(raw: bytes, chance: random.Random, kinds: list[str]) -> bytes:
    """Cut, or with a page of zeros, or with bits turned."""
    at = chance.randrange(len(raw))
    kind = chance.choice(kinds)
    if kind == "cut":
        return raw[:at]
    if kind == "zeros":
        return raw[:at] + bytes(len(raw[at : at + 4096])) + raw[at + 4096 :]
    turned = bytearray(raw)
    for _ in range(chance.choice([1, 20, 300])):
        turned[chance.randrange(len(raw))] ^= 1 << chance.randrange(8)
    return bytes(turned)


def test_the_command_reports_damage_and_the_repair(
    made: tuple[Path, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    index = tmp_path / "index"
    shutil.copytree(made[1], index)
    monkeypatch.setattr("retrieval.collection.opening.index_folder", lambda *_: index)
    lose_pages(index)

    def asked() -> Result:
        return cuttings("ask", "--articles", made[0], "--engine", "tantivy", ASKED[0])

    first, second, third = asked(), asked(), asked()

    assert first.exit_code == 2
    assert first.stderr.startswith(f"cuttings: The index in {index} is damaged (")
    assert first.stderr.endswith("): the next question rebuilds it, or `cuttings index`\n")
    assert (second.exit_code, second.stderr) == (
        0,
        "cuttings: The index was rebuilt because it was damaged\n",
    )
    assert (third.exit_code, third.stderr) == (0, "")


def test_a_library_that_finds_damage_is_replaced_by_the_next_sync(
    made: tuple[Path, Path], tmp_path: Path
) -> None:
    index = tmp_path / "index"
    shutil.copytree(made[1], index)
    collection = OnDiskCollection(IndexedFolder(made[0], index))
    lose_pages(index)
    with pytest.raises(StoreError, match="is damaged"):
        collection.library.ask(ASKED[0])
    assert collection.sync()
    assert collection.library.ask(ASKED[0]).answered


@pytest.mark.parametrize(
    "read",
    [
        lambda library: list(library.articles),
        lambda library: list(library.articles.values()),
        lambda library: list(library.hashes()),
        lambda library: library.list_speakers(),
        lambda library: library.find_quotations("Ada Park"),
    ],
    ids=["the list", "the texts", "the versions", "the speakers", "what one said"],
)
def test_damage_is_reported_whatever_is_read(
    made: tuple[Path, Path], tmp_path: Path, read: Callable[[Library], object]
) -> None:
    index = tmp_path / "index"
    shutil.copytree(made[1], index)
    library = Library(DiskStore(StoredIndex(index)))
    path = find_current(index) / "index.sqlite"
    raw = path.read_bytes()
    path.write_bytes(raw[:4096] + bytes(len(raw) - 4096))
    with pytest.raises(StoreError, match="is damaged"):
        read(library)


def turn_a_bit(index: Path) -> None:
    """Of the text of an article: what it says is another word."""
    path = find_current(index) / "index.sqlite"
    raw = path.read_bytes()
    assert raw.count(b"The yak ate") == 1
    path.write_bytes(raw.replace(b"The yak ate", b"The yak atd"))


def test_no_text_is_quoted_that_is_not_what_was_stored(
    made: tuple[Path, Path], tmp_path: Path
) -> None:
    index = tmp_path / "index"
    shutil.copytree(made[1], index)
    turn_a_bit(index)
    message = (
        rf"The index in {index} is damaged \(the text of 'b' is not what was stored\): the next"
    )
    with pytest.raises(StoreError, match=message):
        Library(DiskStore(StoredIndex(index))).ask(ASKED[0])
    assert sync(IndexedFolder(made[0], index)).rebuilt == "it was damaged"
    assert answers(index) == answers(made[1])


def test_a_text_that_is_not_what_was_stored_is_not_counted_out(
    made: tuple[Path, Path], tmp_path: Path
) -> None:
    articles, index = tmp_path / "articles", tmp_path / "index"
    shutil.copytree(made[0], articles)
    shutil.copytree(made[1], index)
    turn_a_bit(index)
    write_article(articles / "b.txt", "vole")
    message = "it was damaged (the text of 'b' is not what was stored)"
    assert sync(IndexedFolder(articles, index)).rebuilt == message
    assert sync(IndexedFolder(articles, index)).rebuilt is None


FULL = """
import resource, sys
from pathlib import Path
from retrieval.articles import StoreError
from retrieval.collection.sync import sync
from retrieval.collection.sync_records import IndexedFolder

resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[1]), resource.RLIM_INFINITY))
try:
    sync(IndexedFolder(Path(sys.argv[2]), Path(sys.argv[3])), rebuild=sys.argv[4] == "anew")
except StoreError as error:
    print(error)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such limit")
@pytest.mark.parametrize(("most", "how"), [(20_000, "on"), (60_000, "on"), (60_000, "anew")])
def test_a_full_disk_leaves_the_last_commit(
    made: tuple[Path, Path], tmp_path: Path, most: int, how: str
) -> None:
    articles, index = tmp_path / "articles", tmp_path / "index"
    shutil.copytree(made[0], articles)
    shutil.copytree(made[1], index)
    words = [f"word{number}" for number in range(40_000)]
    paragraphs = (" ".join([*words[at : at + 80], ENGLISH]) for at in range(0, len(words), 80))
    (articles / "large.txt").write_text("\n\n".join(paragraphs))
    done = subprocess.run(
        [sys.executable, "-c", FULL, str(most), str(articles), str(index), how],
        capture_output=True,
        text=True,
        check=True,
    )
    cause = r"disk I/O error|File too large|An IO error occurred: 'File too large \(os error 27\)'"
    sentence = (
        rf"The index in {index} cannot be written \(({cause})\); what it held is still there\n"
    )
    assert re.fullmatch(sentence, done.stdout)
    assert answers(index) == answers(made[1])
    (articles / "large.txt").unlink()
    assert sync(IndexedFolder(articles, index)).rebuilt is None


def damage_database(index: Path) -> None:
    (find_current(index) / "index.sqlite").write_bytes(b"no database" * 1000)


def damage_terms(index: Path) -> None:
    (find_current(index) / "terms" / "meta.json").write_text("{}")


def lose_terms(index: Path) -> None:
    shutil.rmtree(find_current(index) / "terms")


@pytest.mark.parametrize("happens", [damage_database, damage_terms, lose_terms])
def test_a_damaged_index_is_rebuilt_and_the_report_says_so(
    folder: Path, index: Path, happens: Callable[[Path], None]
) -> None:
    sync(IndexedFolder(folder, index))
    happens(index)
    with pytest.raises(StoreError):
        StoredIndex(index)
    report = sync(IndexedFolder(folder, index))
    assert report.rebuilt
    assert find_articles(index, "yak") == ["b"]
