"""An index on disk follows its folder."""

from __future__ import annotations

import json
import os
import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from retrieval.articles import StoreError
from retrieval.collection.changes import changes_since_indexed
from retrieval.collection.disk_store import DiskStore
from retrieval.collection.sync import sync
from retrieval.collection.sync_records import IndexedFolder
from retrieval.index.candidates.tantivy import TANTIVY
from retrieval.index.disk.database import ORDINALS
from retrieval.index.disk.editions import find_current
from retrieval.index.disk.index import StoredIndex, read_commit
from retrieval.index.disk.locking import lock_for_writing
from retrieval.library import Library
from retrieval.reading import readers, sandbox
from tests.support.articles import ENGLISH, write_article
from tests.support.documents import FILES
from tests.support.indexes import (
    add_article,
    change_article,
    count_changes,
    dump,
    dump_rebuilt,
    find_articles,
    open_stored,
    remove_article,
    sync_killed,
)


def rename(folder: Path) -> None:
    (folder / "b.txt").rename(folder / "e.txt")


@pytest.mark.parametrize(
    ("happens", "counts", "of_yak", "of_vole"),
    [
        (add_article, (1, 0, 0, 3), ["b"], ["d"]),
        (change_article, (0, 1, 0, 2), [], ["b"]),
        (remove_article, (0, 0, 1, 2), [], []),
        (rename, (1, 0, 1, 2), ["e"], []),
    ],
)
def test_it_follows_its_folder(
    folder: Path,
    index: Path,
    happens: Callable[[Path], None],
    counts: tuple[int, int, int, int],
    of_yak: list[str],
    of_vole: list[str],
) -> None:
    assert count_changes(sync(IndexedFolder(folder, index))) == (3, 0, 0, 0)
    assert count_changes(sync(IndexedFolder(folder, index))) == (0, 0, 0, 3)
    happens(folder)
    assert count_changes(sync(IndexedFolder(folder, index))) == counts
    assert (find_articles(index, "yak"), find_articles(index, "vole")) == (of_yak, of_vole)
    assert dump(index) == dump_rebuilt(folder, index)


def terms_size(index: Path) -> int:
    """Bytes of the forward index."""
    return sum(file.stat().st_size for file in find_current(index).glob("forward-*"))


def test_an_index_does_not_grow_with_the_number_of_changes(
    folder: Path, index: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("retrieval.index.disk.forward._WORTH", 0)
    before, size = open_stored(folder, index), terms_size(index)
    for animal in ("vole", "yak") * 5:
        write_article(folder / "b.txt", animal)
        write_article(folder / "c.txt", animal)
        sync(IndexedFolder(folder, index, TANTIVY.without_grace()))
        assert find_articles(index, animal) == ["b", "c"]
    assert dump(index) == dump_rebuilt(folder, index)
    assert terms_size(index) < 3 * size
    assert [hit.passage.article for hit in before.rank("yak zebra").hits] == ["a", "b"]


def test_what_remains_is_found_while_much_is_being_removed(
    folder: Path, index: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("retrieval.index.disk.engine._ENOUGH", 1)
    monkeypatch.setattr("retrieval.index.candidates.tantivy.TantivySearch.fewest", 1)
    monkeypatch.setattr("retrieval.index.disk.engine._SPARE", 1)
    many = folder / "many.jsonl"
    yaks = "A yak, a yak, a yak, a yak, a yak."
    many.write_text("".join(f'{{"id": "{n}", "text": "{yaks}"}}\n' for n in range(30)))
    sync(IndexedFolder(folder, index))
    many.unlink()
    sync(IndexedFolder(folder, index))
    library = StoredIndex(index)
    [(number, _)] = library.engine.search({"yak": 1.0}, 1)
    assert library.passages[number].article == "b"


def shown_for(typed: str, index: Path) -> object:
    """What a misspelt word is taken for."""
    [note] = Library(DiskStore(StoredIndex(index))).ask(f"Where is {typed}?").notes
    return note.words["shown"]


def kept(wording: bytes, index: Path) -> set[bytes]:
    """What is in any file of the index that the pattern *wording* matches."""
    files = [path for path in find_current(index).rglob("*") if path.is_file()]
    return {one for path in files for one in re.findall(wording, path.read_bytes())}


def test_a_word_is_shown_as_the_articles_write_it(folder: Path, index: Path) -> None:
    write_article(folder / "aa.txt", "Okapistan")  # the first that has the word
    write_article(folder / "d.txt", "Okapistans")
    sync(IndexedFolder(folder, index))
    assert shown_for("Okapiston", index) == "Okapistan"
    (folder / "aa.txt").unlink()
    sync(IndexedFolder(folder, index))
    assert shown_for("Okapistons", index) == "Okapistans"


def test_a_word_is_shown_as_the_remaining_articles_write_it_while_others_are_removed(
    folder: Path, index: Path
) -> None:
    many = folder / "aa.jsonl"
    text = f"An Okapistan, an Okapistan and an Okapistan. {ENGLISH}"
    many.write_text("\n".join(json.dumps({"id": f"{n}", "text": text}) for n in range(30)))
    write_article(folder / "d.txt", "Okapistans")
    sync(IndexedFolder(folder, index))
    many.unlink()
    sync(IndexedFolder(folder, index))
    assert shown_for("Okapistons", index) == "Okapistans"


def test_no_spelling_that_only_a_removed_article_has_remains(folder: Path, index: Path) -> None:
    write_article(folder / "aa.txt", "Okapistan")
    write_article(folder / "d.txt", "Okapistans")
    sync(IndexedFolder(folder, index))
    (folder / "aa.txt").unlink()
    sync(IndexedFolder(folder, index, TANTIVY.without_grace()))
    assert kept(b"Okapistans?", index) == {b"Okapistans"}


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such signal")
def test_a_sync_killed_before_respelling_is_finished_by_the_next(folder: Path, index: Path) -> None:
    write_article(folder / "aa.txt", "Okapistan")
    write_article(folder / "d.txt", "Okapistans")
    sync(IndexedFolder(folder, index))
    (folder / "aa.txt").unlink()
    sync_killed("update", "find_respellings", "before", folder, index)
    assert kept(b"Okapistans?", index) == {b"Okapistan", b"Okapistans"}
    sync(IndexedFolder(folder, index, TANTIVY.without_grace()))
    assert kept(b"Okapistans?", index) == {b"Okapistans"}


def test_a_spelling_that_only_a_forgotten_article_has_is_not_indexed(
    folder: Path, index: Path
) -> None:
    texts = {"one": f"An Okapistan. {ENGLISH}", "two": f"Some Okapistans. {ENGLISH}"}
    both = [{"id": id_, "text": text} for id_, text in texts.items()]
    (folder / "both.jsonl").write_text("\n".join(map(json.dumps, both)))
    (folder / "articles.toml").write_text('forgotten = ["both.jsonl/one"]')
    sync(IndexedFolder(folder, index))
    assert kept(b"Okapistans?", index) == {b"Okapistans"}


def test_no_terms_of_removed_articles_remain_and_open_readers_keep_theirs(
    folder: Path, index: Path
) -> None:
    before = open_stored(folder, index)
    library = StoredIndex(index)
    numbers = np.array(library.term_sequence((library.find_key("b") or 0) << ORDINALS), "<u2") + 1

    def stand() -> bool:
        """Whether these stand somewhere, as they are kept."""
        return any(
            numbers.tobytes() in path.read_bytes() for path in find_current(index).glob("f*-*")
        )

    assert stand()
    remove_article(folder)
    sync(IndexedFolder(folder, index, TANTIVY.without_grace()))
    assert not stand()
    assert (find_articles(index, "yak"), find_articles(index, "zebra")) == ([], ["a"])
    assert [hit.passage.article for hit in before.rank("yak zebra").hits] == ["a", "b"]


def test_a_bad_file_is_reported_and_the_others_are_indexed(folder: Path, index: Path) -> None:
    (folder / "b.txt").write_bytes(b"")
    report = sync(IndexedFolder(folder, index))
    assert [(Path(p.path).name, p.cause) for p in report.problems] == [("b.txt", "is empty")]
    assert report.added == 2
    assert sync(IndexedFolder(folder, index)).problems  # for as long as it is there


def test_a_library_that_is_open_stays_as_it_was(folder: Path, index: Path) -> None:
    before = open_stored(folder, index)
    change_article(folder)
    sync(IndexedFolder(folder, index))
    assert before.ask("What did the yak eat?").answered
    assert not Library(DiskStore(StoredIndex(index))).rank("yak").hits


def test_an_article_that_changes_keeps_its_id_and_gets_a_new_version(
    folder: Path, index: Path
) -> None:
    before = open_stored(folder, index)
    change_article(folder)
    after = open_stored(folder, index)
    assert list(before.articles) == list(after.articles) == ["a", "b", "c"]
    assert before.version != after.version


def test_a_file_without_a_reader_is_read_once_the_reader_is_installed(
    folder: Path, index: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "flood.pdf").write_bytes(FILES["flood.pdf"])
    os.utime(folder / "flood.pdf", (1, 1))
    with monkeypatch.context() as without:
        without.setitem(sys.modules, "pypdfium2", None)
        without.delitem(sys.modules, "retrieval.reading.pdf", raising=False)
        without.setattr(sandbox, "read_articles", readers.read_articles_here)
        [problem] = sync(IndexedFolder(folder, index)).problems
        assert problem.cause == "needs the extra “pdf”: pip install 'cuttings[pdf]'"
        assert changes_since_indexed(folder, index, 60).new == []
    assert changes_since_indexed(folder, index, 60).new == ["flood.pdf"]
    report = sync(IndexedFolder(folder, index))
    assert (count_changes(report), report.problems) == ((1, 0, 0, 3), ())
    assert changes_since_indexed(folder, index, 60).new == []


def test_a_file_that_cannot_be_opened_makes_no_commit_each_time(
    folder: Path, index: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_article(folder / "d.txt", "vole")
    opened = Path.open

    def refused(path: Path, *how: Any, **more: Any) -> Any:
        if path.name == "d.txt":
            raise PermissionError(13, "Permission denied")
        return opened(path, *how, **more)

    with monkeypatch.context() as closed:
        closed.setattr(Path, "open", refused)
        commits = set()
        for _ in range(3):
            [problem] = sync(IndexedFolder(folder, index)).problems
            assert problem.cause == "cannot be read (Permission denied)"
            commits.add(read_commit(index))
    assert len(commits) == 1
    assert count_changes(sync(IndexedFolder(folder, index))) == (1, 0, 0, 3)


def test_a_second_writer_is_refused(folder: Path, index: Path) -> None:
    index.mkdir()
    with lock_for_writing(index), pytest.raises(StoreError, match="Another process is writing"):
        sync(IndexedFolder(folder, index))
    assert sync(IndexedFolder(folder, index)).added == 3


def test_an_article_by_the_id_of_another_waits_until_that_is_gone(
    folder: Path, index: Path
) -> None:
    sync(IndexedFolder(folder, index))
    (folder / "b.TXT").write_text("News of the vole\n\nThe vole ate pears.\n")
    if len(list(folder.iterdir())) < 4:
        pytest.skip("files here are called the same in any case")
    [problem] = sync(IndexedFolder(folder, index)).problems
    assert problem.cause == f"holds an article called 'b', as {folder / 'b.txt'} does"
    remove_article(folder)
    assert not sync(IndexedFolder(folder, index)).problems
    assert (find_articles(index, "yak"), find_articles(index, "vole")) == ([], ["b"])
