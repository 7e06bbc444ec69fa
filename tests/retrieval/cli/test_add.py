"""`cuttings add`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from retrieval.maintenance import adding, fetching
from retrieval.maintenance.adding import add_page as adding_page
from tests.support.command import cuttings, on_a_terminal
from tests.support.documents import MARKDOWN, PAGE, RSS

pytestmark = pytest.mark.usefixtures("only_our_settings")


@pytest.fixture
def flood(tmp_path: Path) -> Path:
    """A file beside the folder `seeds`, which is empty."""
    (tmp_path / "seeds").mkdir()
    file = tmp_path / "flood.md"
    file.write_text(MARKDOWN)
    return file


def test_a_file_that_is_added_is_told_of_and_can_be_asked(flood: Path) -> None:
    added = cuttings("add", flood)

    assert (added.exit_code, added.stderr) == (0, "")
    assert added.stdout == (
        "Added seeds/flood.md\n\n"
        "Old bridge lost to the flood\n"
        "by Ada Park, Jo Bell, 8 July 1997\n"
        "https://bugle.example/flood\n"
        "2 sections, 2 paragraphs, 44 words, 12% skipped\n"
    )
    assert cuttings("ask", "What did the Lenne tear away?").exit_code == 0


@pytest.mark.usefixtures("flood")
def test_a_page_that_is_added_is_told_of(monkeypatch: pytest.MonkeyPatch) -> None:
    page = fetching.FetchedPage("https://bugle.example/flood", PAGE.encode(), ".html", None)
    monkeypatch.setattr(
        adding, "add_page", lambda url, folder: adding_page(url, folder, lambda _: page)
    )
    added = json.loads(cuttings("add", "--json", "https://bugle.example/flood").stdout)

    assert added["file"] == "seeds/old-bridge-lost-to-the-flood.html"
    assert [(one["id"], one["publisher"], one["url"]) for one in added["articles"]] == [
        ("old-bridge-lost-to-the-flood.html", "The Bugle", "https://bugle.example/flood")
    ]


def test_the_parts_of_a_file_that_cannot_be_read_are_told(flood: Path) -> None:
    flood.with_name("feed.rss").write_text(RSS)

    added = cuttings("add", "feed.rss")

    assert added.exit_code == 0
    assert added.stderr == "left out: seeds/feed.rss, entry empty: holds no text\n"


def test_of_a_collection_that_is_added_the_first_articles_are_told(flood: Path) -> None:
    lines = (json.dumps({"id": n, "text": "The river rose."}) + "\n" for n in range(1200))
    flood.with_name("corpus.jsonl").write_text("".join(lines))

    printed = cuttings("add", "corpus.jsonl").stdout

    assert printed.count("1 section") == 10
    assert printed.endswith("\n\nand 1,190 more\n")


@pytest.mark.parametrize(
    ("what", "sentence"),
    [
        ("http://127.0.0.1/", "http://127.0.0.1/: is at 127.0.0.1, which is not on the public internet"),
        ("ftp://bugle.example", "ftp://bugle.example: does not begin with https:// or http://"),
        ("gone.txt", "gone.txt: does not exist"),
        ("bugle.example/flood", "bugle.example/flood: does not exist; if it is a web address, start it with https://"),
    ],
)  # fmt: skip
@pytest.mark.usefixtures("flood")
def test_what_cannot_be_added_is_one_sentence(tmp_path: Path, what: str, sentence: str) -> None:
    added = cuttings("add", what)

    assert added == (2, "", f"cuttings: {sentence}\n")
    assert not list((tmp_path / "seeds").iterdir())


def test_what_a_server_says_cannot_command_the_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    def hostile(url: str, _: Path) -> adding.Added:
        raise fetching.FetchError(url, "answers 200 \x9b31m\x1b]0;mine\x07\nok")

    monkeypatch.setattr(adding, "add_page", hostile)
    added = cuttings("add", "https://bugle.example/")
    assert (
        added.stderr
        == "cuttings: https://bugle.example/: answers 200 \ufffd31m\ufffd]0;mine\ufffd ok\n"
    )


def test_a_terminal_is_told_what_was_added(flood: Path) -> None:
    screen = on_a_terminal("add", flood, "--articles", flood.parent / "seeds")

    assert "Added " in screen
    assert "Old bridge lost to the flood" in screen
