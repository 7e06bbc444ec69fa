"""The terms of articles in two files, counted where they stand; see `retrieval.index.disk.forward`."""

from __future__ import annotations

from contextlib import suppress
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.articles import StoreError
from retrieval.index.disk import forward
from retrieval.index.disk.database import ORDINALS
from retrieval.index.disk.forward import EMPTY, ForwardIndex, ForwardWriter

WORDS = [0, 1, 16383, 32766, 32767, 32768, 49151, 65535, 5_000_000, (1 << 28) - 2]
"""On both sides of where one unit is enough, and where another begins."""

Texts = list[list[int]]
"""Of an article: its title, and by turns the heading of a passage and the passage."""

pieces = st.lists(st.sampled_from(WORDS), max_size=9)
articles = st.lists(
    st.integers(0, 3).flatmap(lambda n: st.lists(pieces, min_size=2 * n + 1, max_size=2 * n + 1)),
    min_size=1,
    max_size=5,
)


class Files:
    """The two files, and what a database would say of them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.about: dict[str, Any] = {"next_key": 1, **EMPTY}
        forward.create(folder, self.about)

    def add(self, *articles: Texts) -> None:
        writer = ForwardWriter(self.folder, self.about)
        for texts in articles:
            words = np.array(list(chain(*texts)), np.uint32)
            writer.add([len(text) for text in texts], words)
            self.about["next_key"] += 1
        writer.write(list)

    def check(self, key: int, texts: Texts) -> None:
        """Whether an article is there as it was given."""
        read = ForwardIndex(self.folder, self.about, ())
        title, rest = texts[0], texts[1:]
        passages = [title + a + b for a, b in zip(rest[::2], rest[1::2], strict=True)]
        numbers = (key << ORDINALS) + np.arange(len(passages))
        counts = read.count_in_passages(WORDS, numbers)
        assert counts.lengths.tolist() == list(map(len, passages))
        assert counts.times.tolist() == [[text.count(word) for word in WORDS] for text in passages]
        assert list(map(read.read_words, numbers.tolist())) == [
            text[len(title) :] for text in passages
        ]
        whole = list(chain(*texts))
        counts = read.count_in_articles(WORDS, np.array([key, key]))
        assert counts.lengths.tolist() == [len(whole)] * 2
        assert counts.times.tolist() == [[whole.count(word) for word in WORDS]] * 2


@given(articles, articles)
def test_words_are_counted_where_they_stand_whatever_their_number_is(
    first: list[Texts], second: list[Texts]
) -> None:
    with TemporaryDirectory() as folder:
        files = Files(Path(folder))
        files.add(*first)
        files.add(*second)
        for key, texts in enumerate(first + second, 1):
            files.check(key, texts)


@given(articles, st.data())
def test_the_others_are_copied_as_they_are(given: list[Texts], data: st.DataObject) -> None:
    gone = data.draw(st.sets(st.integers(1, len(given))))
    with TemporaryDirectory() as folder:
        files = Files(Path(folder))
        files.add(*given)
        writer = ForwardWriter(Path(folder), files.about)
        writer.note_removed(gone)
        writer.copy(key for key in range(1, len(given) + 1) if key not in gone)
        files.add(*given)
        read = ForwardIndex(Path(folder), files.about, ())
        for key, texts in enumerate(given + given, 1):
            assert read.has(np.array([key])) == (key not in gone)
            if key not in gone:
                files.check(key, texts)


def test_when_most_is_gone_the_others_move_and_an_open_reader_keeps_what_it_has(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(forward, "_WORTH", 0)
    files = Files(tmp_path)
    files.add(*([[n], [], [32768, n]] for n in range(1, 8)))
    before, end = ForwardIndex(tmp_path, files.about, ()), files.about["forward_end"]
    writer = ForwardWriter(tmp_path, files.about)
    writer.note_removed(range(1, 7))
    writer.write(lambda: [7])
    writer.sweep()
    assert files.about["forward_end"] < end / 3
    assert sorted(path.name for path in tmp_path.iterdir()) == ["forward-2", "starts-2"]
    files.check(7, [[7], [], [32768, 7]])
    assert not ForwardIndex(tmp_path, files.about, ()).has(np.array([3]))
    assert before.count_in_articles([7], np.array([7])).times.tolist() == [[2]]
    writer.note_removed([3])  # again: after a crash
    assert files.about["forward_gone"] == 0
    files.add([[8], [], [9]])
    files.check(8, [[8], [], [9]])


def test_what_was_not_committed_is_written_over(tmp_path: Path) -> None:
    files = Files(tmp_path)
    files.add([[1], [], [2]])
    committed = dict(files.about)
    files.add([[3], [], [4]])
    files.about = committed
    files.check(1, [[1], [], [2]])
    assert ForwardIndex(tmp_path, committed, ()).has(np.array([1, 2])).tolist() == [True, False]
    files.add([[5], [], [32768, 6, 6]])
    files.check(2, [[5], [], [32768, 6, 6]])


def test_the_commit_does_not_have_what_is_gone(tmp_path: Path) -> None:
    files = Files(tmp_path)
    files.add([[1]], [[2]], [[3]])
    read = ForwardIndex(tmp_path, files.about, gone=[2])
    assert read.has(np.array([1, 2, 3, 4])).tolist() == [True, False, True, False]


@pytest.mark.parametrize("name", ["forward-1", "starts-1"])
def test_a_file_that_is_cut_short_or_missing_is_no_index(tmp_path: Path, name: str) -> None:
    files = Files(tmp_path)
    files.add([[1], [], [2]])
    (tmp_path / name).write_bytes((tmp_path / name).read_bytes()[:-2])
    with pytest.raises(StoreError, match=f"{name} is cut short"):
        ForwardIndex(tmp_path, files.about, ())
    (tmp_path / name).unlink()
    with pytest.raises(OSError, match=name):
        ForwardIndex(tmp_path, files.about, ())


@pytest.mark.parametrize(
    ("name", "place"), [*(("forward-1", place) for place in range(4, 48, 4)), ("starts-1", 8)]
)
def test_zeros_where_a_disk_lost_something_are_told(tmp_path: Path, name: str, place: int) -> None:
    files = Files(tmp_path)
    files.add([[1, 2], [], [2, 3], [4, 5], [4, 6], [], [7, 8, 9, 10]])
    assert files.about["forward_end"] == 4 + 5 * 4 + 12 * 2
    raw = (tmp_path / name).read_bytes()
    (tmp_path / name).write_bytes(raw[:place] + bytes(8) + raw[place + 8 :])
    read = ForwardIndex(tmp_path, files.about, ())
    with pytest.raises(StoreError, match="not what was stored"):
        read.count_in_passages([1], (1 << ORDINALS) + np.arange(3)[read.has(np.array([1] * 3))])


@given(st.binary(min_size=64, max_size=64))
def test_a_damaged_file_is_told_and_no_crash(damage: bytes) -> None:
    with TemporaryDirectory() as folder:
        files = Files(Path(folder))
        files.add([[1], [], [2, 3], [], [4]], [[1], [], [2, 3, 32768, 4, 5, 6]])
        for name in ("forward-1", "starts-1"):
            path = Path(folder) / name
            path.write_bytes(damage[: path.stat().st_size].ljust(path.stat().st_size, b"\xff"))
        read = ForwardIndex(Path(folder), files.about, ())
        passages = (1 << 20, 1 + (2 << 20))
        for count, numbers in (
            (read.count_in_articles, (1, 2)),
            (read.count_in_passages, passages),
        ):
            with suppress(StoreError):
                count(WORDS, np.array(numbers))
        for number in passages:
            with suppress(StoreError):
                read.read_words(number)
