"""A file that takes too long or crashes its reader is left out, and the next one is read."""

from __future__ import annotations

import pytest

from retrieval.articles import Article
from retrieval.reading import archive, sandbox
from retrieval.reading.dispatch import read_articles
from retrieval.reading.metadata import Metadata
from retrieval.reading.source import SourceFile
from tests.support import documents as of
from tests.support.documents import FILES, SLOW

CROWDED = of.archive({"b.html": SLOW, "c.txt": "News of the vole."})


@pytest.fixture
def hurried(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sandbox, "_SECONDS", 1)


def read_names(name: str, raw: bytes) -> list[str]:
    items = read_articles(SourceFile(name, name, raw, Metadata()))
    return [item.id if isinstance(item, Article) else str(item) for item in items]


@pytest.mark.usefixtures("hurried")
def test_long_markdown_is_bounded_too() -> None:
    assert read_names("a.md", b"[" * 600_000) == [
        "a.md: took longer than 1 s to read, and was left out"
    ]


@pytest.mark.usefixtures("hurried")
def test_an_archive_of_files_that_take_too_long_is_given_up(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(archive, "_MAX_SLOW", 1)
    assert read_names("a.zip", CROWDED) == [
        "a.zip, b.html: took longer than 1 s to read, and was left out",
        "a.zip: has 1 files that took too long; those after b.html were left out",
    ]


def test_a_file_that_brings_its_reader_down_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    real = sandbox._Reader._begin

    def crashing(self: sandbox._Reader, source: SourceFile, seconds: int) -> object:
        begun = real(self, source, seconds)
        end_reader()
        return begun

    with monkeypatch.context() as meanwhile:
        meanwhile.setattr(sandbox._Reader, "_begin", crashing)
        assert read_names("a.html", SLOW) == ["a.html: crashes its reader, and was left out"]
    assert read_names("flood.epub", FILES["flood.epub"]) == ["flood.epub"]


def end_reader() -> None:
    process = sandbox._READER._process
    assert process
    process.kill()
    process.wait()


def test_a_reader_that_ended_since_the_last_file_is_started_again() -> None:
    for _ in range(2):
        assert read_names("flood.epub", FILES["flood.epub"]) == ["flood.epub"]
        end_reader()
