"""A stored collection answers as one in memory does, and follows its folder whatever happens."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import struct
import subprocess
import sys
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from retrieval.articles import Article, StoreError
from retrieval.collection.changes import changes_since_indexed
from retrieval.collection.disk_store import DiskStore
from retrieval.collection.sync import sync
from retrieval.collection.sync_records import IndexedFolder, SyncReport
from retrieval.index.candidates.protocol import Candidates
from retrieval.index.candidates.tantivy import TANTIVY, _slack
from retrieval.index.disk import records, writer
from retrieval.index.disk.database import ORDINALS
from retrieval.index.disk.editions import begin, find_current
from retrieval.index.disk.engine import StoredEngine
from retrieval.index.disk.index import StoredIndex, read_commit
from retrieval.index.disk.locking import lock_for_writing
from retrieval.index.passages import split
from retrieval.library import Library
from retrieval.reading import readers, sandbox
from retrieval.reading.article import make_article
from retrieval.reading.metadata import Metadata
from tests.support.articles import ENGLISH, write_article
from tests.support.collections import QUESTIONS, dealt, questions, top
from tests.support.documents import FILES
from tests.support.parameters import slow_after
from tests.support.paths import SEEDS, XQUAD


def stored(source: Path, folder: Path) -> Library:
    sync(IndexedFolder(source, folder))
    return Library(DiskStore(StoredIndex(folder)))


@pytest.fixture(scope="module", params=["seeds", "xquad", "dealt"])
def both(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Both:
    folder = tmp_path_factory.mktemp("both")
    source = {"seeds": SEEDS, "xquad": XQUAD / "corpus.jsonl"}.get(request.param) or dealt(folder)
    return Library.open(source), stored(source, folder / "index")


Both = tuple[Library, Library]


@pytest.mark.parametrize("question", questions())
def test_it_ranks_and_answers_as_one_in_memory_does(both: Both, question: str) -> None:
    memory, disk = both
    assert [(hit.passage, hit.score) for hit in disk.rank(question).hits[:10]] == top(
        memory.rank(question)
    )
    here, there = memory.ask(question), disk.ask(question)
    assert [excerpt.text for excerpt in here.excerpts] == [e.text for e in there.excerpts]
    assert (here.answered, here.notes) == (there.answered, there.notes)
    assert here.no_answer == there.no_answer or (here.no_answer and there.no_answer)


def test_many_may_ask_at_once(both: Both) -> None:
    for library in both:
        alone = list(map(library.ask, QUESTIONS))
        with ThreadPoolExecutor(8) as pool:
            assert list(pool.map(library.ask, QUESTIONS * 8)) == alone * 8


def test_it_says_the_same_of_itself(both: Both) -> None:
    memory, disk = both
    assert dict(disk.articles) == dict(memory.articles)
    assert list(disk.articles) == list(memory.articles)
    assert (disk.version, disk.coverage) == (memory.version, memory.coverage)
    assert disk.suggestions == memory.suggestions


@pytest.mark.slow
@pytest.mark.parametrize("name", ["xquad/ru", "xquad/zh", "clapnq-dev", "squad2-dev-half"])
def test_it_ranks_real_questions_as_one_in_memory_does(name: str, tmp_path: Path) -> None:
    root = Path(os.environ.get("EVALUATION_SETS", "")) / name
    if not (root / "corpus.jsonl").exists():
        pytest.skip(f"EVALUATION_SETS names no folder with {name}")
    memory, disk = Library.open(root / "corpus.jsonl"), stored(root / "corpus.jsonl", tmp_path)
    asked = [json.loads(line)["text"] for line in (root / "queries.jsonl").open(encoding="utf-8")]
    same = [
        [(hit.passage, hit.score) for hit in disk.rank(text).hits[:10]] == top(memory.rank(text))
        for text in asked
    ]
    assert sum(same) >= 0.999 * len(same)


# In step with a folder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    for name, animal in [("a", "zebra"), ("b", "yak"), ("c", "walrus")]:
        write_article(folder / f"{name}.txt", animal)
    return folder


@pytest.fixture
def index(tmp_path: Path) -> Path:
    return tmp_path / "index"


GERMAN = "Das Yak schläft, und der Fluss steht hoch, weil es in der Nacht wieder geregnet hat."


def finds(index: Path, animal: str) -> list[str]:
    """The ids of articles with that word."""
    library = Library(DiskStore(StoredIndex(index)))
    return [hit.passage.article for hit in library.rank(animal).hits]


def remove(folder: Path) -> None:
    (folder / "b.txt").unlink()


def change(folder: Path) -> None:
    write_article(folder / "b.txt", "vole")


def add(folder: Path) -> None:
    write_article(folder / "d.txt", "vole")


def rename(folder: Path) -> None:
    (folder / "b.txt").rename(folder / "e.txt")


@pytest.mark.parametrize(
    ("happens", "counts", "of_yak", "of_vole"),
    [
        (add, (1, 0, 0, 3), ["b"], ["d"]),
        (change, (0, 1, 0, 2), [], ["b"]),
        (remove, (0, 0, 1, 2), [], []),
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
    assert told(sync(IndexedFolder(folder, index))) == (3, 0, 0, 0)
    assert told(sync(IndexedFolder(folder, index))) == (0, 0, 0, 3)
    happens(folder)
    assert told(sync(IndexedFolder(folder, index))) == counts
    assert (finds(index, "yak"), finds(index, "vole")) == (of_yak, of_vole)
    assert everything(index) == everything_anew(folder, index)


def told(report: SyncReport) -> tuple[int, int, int, int]:
    return report.added, report.changed, report.removed, report.unchanged


def everything(index: Path) -> list[list[tuple[object, ...]]]:
    """All that is kept, but for the numbers that things have."""
    stored = StoredIndex(index)
    connection = stored._connection
    called = dict(connection.execute("SELECT id, term FROM words"))
    numbers = sorted(stored.numbers, key=lambda n: (stored.passages[n].article, n))
    kept = [
        (stored.passages[n].article, *map(called.get, stored.term_sequence(n))) for n in numbers
    ]
    alike = sorted((hash_, *of) for hash_, *of in sketched(stored))
    return [kept, alike] + [
        connection.execute(query).fetchall()
        for query in (
            "SELECT term, passages, titled, articles, times, capital, small FROM words",
            "SELECT id, file, place, passages, version, state FROM articles ORDER BY id",
            "SELECT * FROM definitions",
            "SELECT name, sha256 FROM files",
            "SELECT name, value FROM about WHERE name IN"
            " ('passages', 'articles', 'titled_length', 'article_length', 'version', 'dates')",
        )
    ]


def sketched(stored: StoredIndex) -> Iterator[tuple[int, bytes, int]]:
    """Each hash of a sketch, with the id of the article and the place in it of a passage that has it."""
    ids = dict(stored._connection.execute("SELECT key, id FROM articles"))
    for bucket, packed in stored._connection.execute("SELECT bucket, packed FROM sketches"):
        for lower, key in struct.iter_unpack("<II", packed):
            yield bucket << 12 | lower >> 20, ids[key], lower & 0xFFFFF


def everything_anew(folder: Path, index: Path) -> list[list[tuple[object, ...]]]:
    other = index.with_name("anew")
    sync(IndexedFolder(folder, other))
    return everything(other)


def terms_size(index: Path) -> int:
    """Bytes of the forward index."""
    return sum(file.stat().st_size for file in find_current(index).glob("forward-*"))


def test_of_a_folder_that_changes_all_the_time_no_more_is_kept_than_of_another(
    folder: Path, index: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("retrieval.index.disk.forward._WORTH", 0)
    before, size = stored(folder, index), terms_size(index)
    for animal in ("vole", "yak") * 5:
        write_article(folder / "b.txt", animal)
        write_article(folder / "c.txt", animal)
        sync(IndexedFolder(folder, index, TANTIVY.without_grace()))
        assert finds(index, animal) == ["b", "c"]
    assert everything(index) == everything_anew(folder, index)
    assert terms_size(index) < 3 * size
    assert [hit.passage.article for hit in before.rank("yak zebra").hits] == ["a", "b"]


def test_all_that_is_left_is_found_while_much_more_is_going(
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


def test_a_word_is_known_as_articles_write_it_that_are_there(folder: Path, index: Path) -> None:
    write_article(folder / "aa.txt", "Okapistan")  # the first that has the word
    write_article(folder / "d.txt", "Okapistans")
    sync(IndexedFolder(folder, index))
    assert shown_for("Okapiston", index) == "Okapistan"
    (folder / "aa.txt").unlink()
    sync(IndexedFolder(folder, index))
    assert shown_for("Okapistons", index) == "Okapistans"


def test_that_is_so_too_while_many_that_wrote_it_otherwise_are_going(
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


def test_a_word_as_only_a_forgotten_article_wrote_it_is_left_nowhere(
    folder: Path, index: Path
) -> None:
    write_article(folder / "aa.txt", "Okapistan")
    write_article(folder / "d.txt", "Okapistans")
    sync(IndexedFolder(folder, index))
    (folder / "aa.txt").unlink()
    sync(IndexedFolder(folder, index, TANTIVY.without_grace()))
    assert kept(b"Okapistans?", index) == {b"Okapistans"}


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such signal")
def test_killed_before_that_the_next_time_sees_to_it(folder: Path, index: Path) -> None:
    write_article(folder / "aa.txt", "Okapistan")
    write_article(folder / "d.txt", "Okapistans")
    sync(IndexedFolder(folder, index))
    (folder / "aa.txt").unlink()
    die("update", "find_respellings", "before", folder, index)
    assert kept(b"Okapistans?", index) == {b"Okapistan", b"Okapistans"}
    sync(IndexedFolder(folder, index, TANTIVY.without_grace()))
    assert kept(b"Okapistans?", index) == {b"Okapistans"}


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such signal")
def test_killed_before_it_is_asked_what_it_reaches_by_chance_it_is_the_next_time(
    folder: Path, index: Path
) -> None:
    die("update", "judge_by_chance", "before", folder, index)
    assert StoredIndex(index).about["judged_at"] == 0
    sync(IndexedFolder(folder, index))
    assert StoredIndex(index).about["judged_at"] == StoredIndex(index).size


def test_a_word_as_only_an_article_writes_it_that_is_left_out_gets_nowhere(
    folder: Path, index: Path
) -> None:
    texts = {"one": f"An Okapistan. {ENGLISH}", "two": f"Some Okapistans. {ENGLISH}"}
    both = [{"id": id_, "text": text} for id_, text in texts.items()]
    (folder / "both.jsonl").write_text("\n".join(map(json.dumps, both)))
    (folder / "articles.toml").write_text('forgotten = ["both.jsonl/one"]')
    sync(IndexedFolder(folder, index))
    assert kept(b"Okapistans?", index) == {b"Okapistans"}


def test_of_what_is_gone_at_once_no_terms_are_left_and_who_reads_keeps_all(
    folder: Path, index: Path
) -> None:
    before = stored(folder, index)
    library = StoredIndex(index)
    numbers = np.array(library.term_sequence((library.find_key("b") or 0) << ORDINALS), "<u2") + 1

    def stand() -> bool:
        """Whether these stand somewhere, as they are kept."""
        return any(
            numbers.tobytes() in path.read_bytes() for path in find_current(index).glob("f*-*")
        )

    assert stand()
    remove(folder)
    sync(IndexedFolder(folder, index, TANTIVY.without_grace()))
    assert not stand()
    assert (finds(index, "yak"), finds(index, "zebra")) == ([], ["a"])
    assert [hit.passage.article for hit in before.rank("yak zebra").hits] == ["a", "b"]


def test_a_bad_file_is_told_and_the_others_go_in(folder: Path, index: Path) -> None:
    (folder / "b.txt").write_bytes(b"")
    report = sync(IndexedFolder(folder, index))
    assert [(Path(p.path).name, p.cause) for p in report.problems] == [("b.txt", "is empty")]
    assert report.added == 2
    assert sync(IndexedFolder(folder, index)).problems  # for as long as it is there


def test_a_library_that_is_open_stays_as_it_was(folder: Path, index: Path) -> None:
    before = stored(folder, index)
    change(folder)
    sync(IndexedFolder(folder, index))
    assert before.ask("What did the yak eat?").answered
    assert not Library(DiskStore(StoredIndex(index))).rank("yak").hits


def test_an_article_that_changes_keeps_its_id_and_gets_a_new_version(
    folder: Path, index: Path
) -> None:
    before = stored(folder, index)
    change(folder)
    after = stored(folder, index)
    assert list(before.articles) == list(after.articles) == ["a", "b", "c"]
    assert before.version != after.version


DIES = """
import os, signal, sys
from pathlib import Path
from retrieval.collection import index_update, sync
from retrieval.index.candidates import tantivy as candidates
from retrieval.index.disk import forward, writer

def dying(real, at):
    def call(*args, **kwargs):
        if at == "before":
            os.kill(os.getpid(), signal.SIGKILL)
        real(*args, **kwargs)
        os.kill(os.getpid(), signal.SIGKILL)
    return call

where, name, at, folder, index = sys.argv[1:]
owner = {"writer": writer.IndexWriter, "candidates": candidates.TantivyWriter, "sql": writer.database,
         "editions": sync.editions, "forward": forward.ForwardWriter, "update": index_update}[where]
setattr(owner, name, dying(getattr(owner, name), at))
sync.sync(sync.IndexedFolder(Path(folder), Path(index), candidates.TANTIVY.without_grace()))
"""


def die(where: str, name: str, at: str, folder: Path, index: Path) -> None:
    """Synchronize in a process that is killed before or after something of its first call."""
    command = [sys.executable, "-c", DIES, where, name, at, str(folder), str(index)]
    done = subprocess.run(command, capture_output=True, check=False)
    assert done.returncode == -signal.SIGKILL, done.stderr


POINTS = [
    ("candidates", "commit", "after"),
    ("sql", "write_about", "after"),
    ("candidates", "add", "after"),
    ("candidates", "commit", "before"),
    ("writer", "_write_definitions", "after"),
    ("writer", "sweep", "before"),
    ("candidates", "remove_articles", "after"),
    ("forward", "write", "after"),
    ("forward", "note_removed", "after"),
    ("forward", "copy", "before"),
    ("forward", "copy", "after"),
]


def test_what_wanted_for_a_reader_is_read_once_that_is_installed(
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
    assert (told(report), report.problems) == ((1, 0, 0, 3), ())
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
    assert told(sync(IndexedFolder(folder, index))) == (1, 0, 0, 3)


# Made anew


@pytest.fixture
def of_another_version(folder: Path, index: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An index that was made when there was a yak, by a version before this one."""
    with monkeypatch.context() as before:
        before.setattr("retrieval.collection.edition_choice.index_version", lambda: "before")
        sync(IndexedFolder(folder, index))
    change(folder)


@pytest.mark.usefixtures("of_another_version")
def test_an_index_that_is_made_anew_is_asked_until_another_takes_its_place(
    folder: Path, index: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reader = Library(DiskStore(StoredIndex(index)))
    meanwhile: list[list[str]] = []
    monkeypatch.setattr(writer, "_SLICE", 1)  # a commit an article
    report = sync(IndexedFolder(folder, index), lambda _: meanwhile.append(finds(index, "yak")))
    assert report.rebuilt == "it was made by another version"
    assert meanwhile == [["b"]]
    assert (finds(index, "yak"), finds(index, "vole")) == ([], ["b"])
    assert reader.ask("What did the yak eat?").answered
    assert [path.name for path in index.iterdir() if path.is_dir()] == ["edition-2"]
    assert sync(IndexedFolder(folder, index)).rebuilt is None


@pytest.mark.usefixtures("of_another_version")
@pytest.mark.parametrize("name", ["_IndexUpdate._update_statistics", "_report"])
def test_what_was_made_of_a_new_one_is_not_made_again(
    folder: Path, index: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as disk:
        disk.setattr(f"retrieval.collection.index_update.{name}", full)
        with pytest.raises(
            StoreError,
            match=r"cannot be written \(No space left on device\); what it held is still",
        ):
            sync(IndexedFolder(folder, index))
    assert (finds(index, "yak"), finds(index, "vole")) == (["b"], [])
    report = sync(IndexedFolder(folder, index))
    assert (told(report), report.rebuilt) == ((0, 0, 0, 3), "it was made by another version")
    assert (finds(index, "yak"), finds(index, "vole")) == ([], ["b"])


def test_what_is_left_of_one_that_was_never_finished_goes(folder: Path, index: Path) -> None:
    sync(IndexedFolder(folder, index))
    begin(index)
    (index / "index.sqlite").write_text("as it was before there were editions")
    sync(IndexedFolder(folder, index))
    assert sorted(path.name for path in index.iterdir()) == ["current", "edition-1", "writer.lock"]


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such signal")
@pytest.mark.usefixtures("of_another_version")
@pytest.mark.parametrize(
    "point",
    slow_after(
        1,
        [
            ("editions", "publish", "before"),
            ("editions", "publish", "after"),
            ("candidates", "commit", "after"),
        ],
    ),
    ids="-".join,
)
def test_killed_while_it_is_made_anew_the_one_before_can_be_asked(
    folder: Path, index: Path, point: tuple[str, str, str]
) -> None:
    die(*point, folder, index)
    swapped = point == ("editions", "publish", "after")
    assert (finds(index, "yak"), finds(index, "vole")) == (([], ["b"]) if swapped else (["b"], []))
    sync(IndexedFolder(folder, index))
    assert (finds(index, "yak"), finds(index, "vole")) == ([], ["b"])
    assert everything(index) == everything_anew(folder, index)


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such signal")
@pytest.mark.parametrize("point", slow_after(2, POINTS), ids="-".join)
def test_killed_at_any_moment_it_opens_at_a_commit_and_the_next_time_finishes(
    folder: Path, index: Path, point: tuple[str, str, str]
) -> None:
    sync(IndexedFolder(folder, index))
    change(folder)
    add(folder)
    die(*point, folder, index)
    assert (finds(index, "yak"), finds(index, "vole")) in [(["b"], []), ([], ["b", "d"])]
    sync(IndexedFolder(folder, index))
    assert (finds(index, "yak"), finds(index, "vole")) == ([], ["b", "d"])
    assert everything(index) == everything_anew(folder, index)


def test_a_second_writer_is_told_of_the_first(folder: Path, index: Path) -> None:
    index.mkdir()
    with lock_for_writing(index), pytest.raises(StoreError, match="Another process is writing"):
        sync(IndexedFolder(folder, index))
    assert sync(IndexedFolder(folder, index)).added == 3


def damage_database(index: Path) -> None:
    (find_current(index) / "index.sqlite").write_bytes(b"no database" * 1000)


def damage_terms(index: Path) -> None:
    (find_current(index) / "terms" / "meta.json").write_text("{}")


def lose_terms(index: Path) -> None:
    shutil.rmtree(find_current(index) / "terms")


@pytest.mark.parametrize("happens", [damage_database, damage_terms, lose_terms])
def test_a_damaged_index_is_made_anew_and_that_is_said(
    folder: Path, index: Path, happens: Callable[[Path], None]
) -> None:
    sync(IndexedFolder(folder, index))
    happens(index)
    with pytest.raises(StoreError):
        StoredIndex(index)
    report = sync(IndexedFolder(folder, index))
    assert report.rebuilt
    assert finds(index, "yak") == ["b"]


def test_an_article_by_the_id_of_another_waits_until_that_is_gone(
    folder: Path, index: Path
) -> None:
    sync(IndexedFolder(folder, index))
    (folder / "b.TXT").write_text("News of the vole\n\nThe vole ate pears.\n")
    if len(list(folder.iterdir())) < 4:
        pytest.skip("files here are called the same in any case")
    [problem] = sync(IndexedFolder(folder, index)).problems
    assert problem.cause == f"holds an article called 'b', as {folder / 'b.txt'} does"
    remove(folder)
    assert not sync(IndexedFolder(folder, index)).problems
    assert (finds(index, "yak"), finds(index, "vole")) == ([], ["b"])


@pytest.fixture
def odd() -> Article:
    return make_article("odd\ud800", "Title \ud800\n\nAn odd \ud800 text. (pages 2)\n", Metadata())


def test_an_article_comes_back_as_it_was(odd: Article) -> None:
    passages = list(split(odd))
    packed = records.pack_record(records.dump_article(odd), passages)
    back = records.unpack_article(odd.id, records.decode(records.encode(odd.text)), packed)
    assert back.article == odd
    assert [back.passage(place) for place in range(len(passages))] == passages


@pytest.mark.parametrize("usual", [5, 17, 58, 90])
@pytest.mark.parametrize("share", [0.25, 0.5, 1.0])
@pytest.mark.parametrize("times", [1, 2, 5])
def test_no_passage_comes_to_more_than_its_candidate_says(
    usual: int, share: float, times: int
) -> None:
    def bm25(k1: float, b: float, length: float, average: float) -> float:
        return times * (k1 + 1) / (times + k1 * (1 - b + b * length / average))

    ours = bm25(0.9, 0.4, share * usual, usual)
    theirs = bm25(1.2, 0.75, share * usual + 50, usual + 50)
    assert ours <= _slack(usual) * theirs + 1e-9


PHRASES = [
    ("dell'arte moderna", '"arte moderna"'),
    ("a U.S. engine’s power", '"u.s. engine"'),
    ("it cost 5 million", '"5 million"'),
    ("it cost 5 bn euros", '"cost 5 bn"'),
    ("the WHO Said so", '"who said"'),
    ("a well-known Straße, „alte Brücke“", '"known strasse"'),
    ("a well-known Straße, „alte Brücke“", '"alte brücke"'),
    ("a fourteen-year-old boy", '"a fourteen-year-old boy"'),
    ("on the 3rd Floor", '"3rd floor"'),
    ("Київ і Львів", '"і львів"'),
    ("it says בית הספרים there", '"בית הספר"'),
    ("about 1945.5 metres", '"about 1945"'),
    ("那年冬天很冷 and dark", '"很冷 and dark"'),
]


@pytest.mark.parametrize(("text", "question"), PHRASES)
def test_a_phrase_is_found_whatever_terms_its_words_have(
    tmp_path: Path, index: Path, text: str, question: str
) -> None:
    file = tmp_path / "some.jsonl"
    texts = {
        "wanted": f"The yak slept. {ENGLISH.strip()} {text}.",
        "other": "The yak slept.",
        "de": GERMAN,
    }
    file.write_text("".join(f"{json.dumps({'id': i, 'text': t})}\n" for i, t in texts.items()))
    library = stored(file, index)
    found = library.rank(f"yak {question}").hits
    assert [hit.passage.article for hit in found] == ["wanted"]
    german = library.rank('yak "wieder geregnet"').hits
    assert [hit.passage.article for hit in german] == ["de"]


class Underrating:
    """Has the best first, thinks little of it, and does not know what it thinks of the last it gives."""

    fewest = 1

    def __init__(self, numbers: list[int]) -> None:
        self._numbers = numbers

    def search(
        self,
        query: Mapping[str, float],  # noqa: ARG002
        k: int,
        having: Sequence[Collection[str]] = (),  # noqa: ARG002
        articles: Collection[int] | None = None,  # noqa: ARG002
    ) -> Candidates:
        numbers = np.array(self._numbers[:k])
        bounds = np.full(len(numbers), 1e-9)
        bounds[-1] = np.inf
        return Candidates(numbers, bounds)


def test_what_was_found_among_the_best_stays_there_when_others_are_looked_for(
    tmp_path: Path, index: Path
) -> None:
    file = tmp_path / "many.jsonl"
    texts = ["The yak met a yak and a yak.", *[f"The yak slept for {n} hours." for n in range(20)]]
    entries = [json.dumps({"id": f"{n:02}", "text": text}) for n, text in enumerate(texts)]
    file.write_text("\n".join(entries))
    sync(IndexedFolder(file, index))
    stored = StoredIndex(index)
    best, *others = (number for number, _ in stored.engine.search({"yak": 1.0}, 30))
    assert stored.passages[best].article == "00"
    assert len(others) == 20
    candidates = Underrating([best, *others])
    engine = StoredEngine(stored.about, stored.vocabulary, candidates, stored._forward)
    assert [number for number, _ in engine.search({"yak": 1.0}, 1)] == [best]


@pytest.mark.parametrize("few", [0, 1000])
def test_a_publisher_is_found_however_many_others_match_better(
    tmp_path: Path, index: Path, monkeypatch: pytest.MonkeyPatch, few: int
) -> None:
    monkeypatch.setattr("retrieval.index.disk.engine._FEW", few)
    monkeypatch.setattr("retrieval.index.disk.engine._DEEPEST", 2)
    monkeypatch.setattr("retrieval.index.disk.engine._SPARE", 1)
    monkeypatch.setattr("retrieval.index.disk.engine._ENOUGH", 1)
    monkeypatch.setattr("retrieval.index.candidates.tantivy.TantivySearch.fewest", 1)
    file = tmp_path / "many.jsonl"
    far = "The yak slept while the herders of the valley talked about the long road home."
    entries = [{"id": f"{n}", "text": "A yak.", "publisher": "Daily"} for n in range(30)]
    entries.append({"id": "far", "text": far, "publisher": "Weekly", "published": "2021-05-01"})
    file.write_text("".join(f"{json.dumps(entry)}\n" for entry in entries))
    library = stored(file, index)
    for question in ("yak from:weekly", "yak since:2021"):
        assert [hit.passage.article for hit in library.rank(question).hits] == ["far"]
