"""What is wrong with a folder is said in the same sentence in memory and on disk, and the rest goes in."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from retrieval.articles import Article, ArticleError
from retrieval.collection.protocol import Collection
from retrieval.reading import sandbox
from retrieval.reading.files import read_file
from tests.support import documents as of
from tests.support.articles import ENGLISH
from tests.support.documents import FILES, SLOW, encrypted
from tests.support.indexes import Opens, in_memory, on_disk
from tests.support.paths import DATA

PASSWORD = (DATA / "formats" / "password.pdf").read_bytes()


@pytest.fixture(params=[in_memory, on_disk])
def opens(request: pytest.FixtureRequest) -> Opens:
    chosen: Opens = request.param
    return chosen


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "m.txt").write_text(f"News of the yak\n\nThe yak ate five apples.\n\n{ENGLISH}")
    return folder


WRONG: dict[str, tuple[bytes, str]] = {
    "empty.txt": (b"", "is empty"),
    "binary.txt": (b"\0\1\2" * 100, "is a binary file, not text"),
    "utf16.txt": (b"\xff\xfe\0", "begins like utf-16 but is not valid utf-16"),
    "unclear.txt": (bytes(range(128, 256)) * 3, 'is not UTF-8, and its encoding is not clear; declare it in articles.toml: encoding = "…"'),
    "declared.txt": (b"A vole.", "is declared as 'ebcdic-x', which is not a known encoding"),
    "huge.txt": (b"\0" * ((64 << 20) + 1), "is larger than 64 MB, the most that is read of such a file"),
    "scanned.pdf": (of.pdf([]), "has no text layer (scanned pages?); run OCR first, for example ocrmypdf"),
    "locked.pdf": (PASSWORD, "is protected by a password"),
    "cut.pdf": (FILES["flood.pdf"][:300], "is not a PDF, or is damaged or truncated"),
    "cut.epub": (FILES["flood.epub"][:900], "is not a zip archive, or is truncated"),
    "old.docx": (b"\xd0\xcf\x11\xe0 and more", "is protected by a password, or was written by Word before 2007"),
    "cut.json": (b'{"messages": [', "is not JSON, or is truncated"),
    "menu.html": (of.NAVIGATION.encode(), "holds no article text, only navigation or the like"),
}  # fmt: skip
"""What is in a file, and what is said of it."""

LINKS = {"loop": ".", "itself.txt": "itself.txt", "astray.txt": "nowhere"}

SEEN = [
    "loop: is a link to a folder; such links are not followed",
    "itself.txt: cannot be read (Too many levels of symbolic links)",
    "astray.txt: cannot be read (No such file or directory)",
    "locked.zip, a.txt: is protected by a password",
    "twin.md.txt: holds an article called 'twin.md', as {}/twin.md does",
    "beside.txt.toml: has an unknown key 'titel'; it takes title, publisher, author, published, dated_by, url, language, note, encoding",
    "queries.jsonl: holds no article that can be read; the first of 2 problems: {}/queries.jsonl, line 1: has no text",
]


def test_what_is_wrong_is_said_alike_in_memory_and_on_disk_and_the_rest_goes_in(
    opens: Opens, folder: Path
) -> None:
    for name, (raw, _) in WRONG.items():
        (folder / name).write_bytes(raw)
    for name, leads in LINKS.items():
        (folder / name).symlink_to(leads)
    (folder / "locked.zip").write_bytes(encrypted())
    (folder / "twin.md").write_text("A vole.")
    (folder / "twin.md.txt").write_text("Another vole.")
    (folder / "beside.txt").write_text("A vole.")
    (folder / "beside.txt.toml").write_text("titel = 1")
    (folder / "queries.jsonl").write_text('{"id": 1}\n' * 2)
    entry = '[[article]]\nfile = "declared.txt"\nencoding = "ebcdic-x"\n'
    (folder / "articles.toml").write_text(entry)
    sentences = [f"{name}: {cause}" for name, (_, cause) in WRONG.items()] + SEEN
    collection = opens(folder)
    assert sorted(map(str, collection.library.problems)) == sorted(
        f"{folder}/{sentence.format(folder)}" for sentence in sentences
    )
    assert list(collection.library.articles) == ["m", "twin.md"]


def assert_only_problem(collection: Collection, problem: str) -> None:
    """That it is the one problem, and the rest is there."""
    assert list(map(str, collection.library.problems)) == [problem]
    assert list(collection.library.articles) == ["m"]


def test_a_file_that_vanishes_while_it_is_read_is_named_and_read_when_it_is_back(
    opens: Opens, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = folder / "a.txt"

    def vanishing(of: Path, *known: Any) -> list[Article | ArticleError]:
        raw = of.read_bytes()
        if of == path:
            of.unlink()
        items = read_file(of, *known)
        of.write_bytes(raw)
        os.utime(of, (1, 1))
        return items

    path.write_text("News of the vole\n\nThe vole ate pears.")
    with monkeypatch.context() as meanwhile:
        for module in ("in_memory", "parallel_reading"):
            meanwhile.setattr(f"retrieval.collection.{module}.read_file", vanishing)
        collection = opens(folder)
    assert_only_problem(collection, f"{path}: cannot be read (No such file or directory)")
    collection.sync()
    assert not collection.library.problems
    assert list(collection.library.articles) == ["a", "m"]


@pytest.fixture
def hurried(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sandbox, "_SECONDS", 1)


@pytest.mark.usefixtures("hurried")
def test_a_file_that_takes_too_long_is_left_out_and_the_rest_goes_in(
    opens: Opens, folder: Path
) -> None:
    (folder / "a.html").write_bytes(SLOW)
    assert_only_problem(
        opens(folder), f"{folder / 'a.html'}: took longer than 1 s to read, and was left out"
    )
