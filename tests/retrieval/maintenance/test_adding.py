"""Pages and files that are put into a folder, and what stays as it was when they cannot be."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.articles import ArticleError
from retrieval.library import Library
from retrieval.maintenance import adding
from retrieval.maintenance.adding import add_file, add_page, is_url, make_stem
from retrieval.maintenance.fetching import FetchedPage, FetchError
from retrieval.output import plain_text
from retrieval.reading.metadata import Metadata, check_entry, format_toml
from tests.support.documents import FILES, HEARD, NAVIGATION, PAGE, ROSE, TITLE

URL = "https://www.bugle.example/1997/flood?from=front"
SAVED = "old-bridge-lost-to-the-flood.html"


class Today(date):
    @classmethod
    def today(cls) -> Today:
        return cls(2022, 11, 9)


@pytest.fixture(autouse=True)
def on_a_certain_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(adding, "date", Today)


def serving(
    raw: str | bytes = PAGE, suffix: str = ".html", encoding: str | None = None, url: str = URL
) -> Callable[[str], FetchedPage]:
    sent = raw.encode() if isinstance(raw, str) else raw
    return lambda _: FetchedPage(url, sent, suffix, encoding)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def known(folder: Path, name: str) -> dict[str, object]:
    return tomllib.loads((folder / f"{name}.toml").read_text("utf-8"))


# Pages


def test_a_page_becomes_a_file_as_it_was_sent_and_what_is_known_of_it(tmp_path: Path) -> None:
    added = add_page(URL, tmp_path, serving())

    assert added.path == tmp_path / SAVED
    assert names(tmp_path) == [SAVED, f"{SAVED}.toml"]
    assert added.path.read_text("utf-8") == PAGE
    assert known(tmp_path, SAVED) == {
        "title": TITLE,
        "publisher": "The Bugle",
        "author": "Ada Park",
        "published": "1997-07-08",
        "url": "https://bugle.example/flood",
        "note": "Fetched on 2022-11-09.",
    }


def test_what_is_told_to_be_added_is_what_the_folder_then_holds(tmp_path: Path) -> None:
    added = add_page(URL, tmp_path, serving())
    assert added.articles == tuple(Library.open(tmp_path).articles.values())
    assert added.problems == ()


@pytest.mark.parametrize(
    ("canonical", "url"),
    [
        ("https://bugle.example/flood", "https://bugle.example/flood"),
        ("https://www.bugle.example/flood", "https://www.bugle.example/flood"),
        ("https://herald.example/flood", URL),
        ("https://bugle.example.evil.example/flood", URL),
        ("/flood", URL),
        ("https://[bugle.example/", URL),
        ("https://herald.example\\@bugle.example/", URL),
        ("", URL),
    ],
)
def test_a_page_may_name_its_own_address_but_no_other_host(
    tmp_path: Path, canonical: str, url: str
) -> None:
    page = PAGE.replace("https://bugle.example/flood", canonical)
    [article] = add_page(URL, tmp_path, serving(page)).articles
    assert article.url == url


def test_a_page_that_does_not_say_who_publishes_it_is_from_its_host(tmp_path: Path) -> None:
    page = PAGE.replace('<meta property="og:site_name" content="The Bugle">', "")
    page = page.replace(" | The Bugle", "")
    [article] = add_page(URL, tmp_path, serving(page)).articles
    assert article.publisher == "bugle.example"


def test_the_charset_a_page_was_sent_in_is_kept(tmp_path: Path) -> None:
    story = "Река поднялась на четыре метра, и старый мост унесло. " * 3
    raw = f"<html><body><article><p>{story}</p></article></body></html>".encode("cp1251")
    [article] = add_page(URL, tmp_path, serving(raw, encoding="cp1251")).articles
    assert story.strip() in article.text
    assert known(tmp_path, "flood.html")["encoding"] == "cp1251"


def test_a_feed_is_several_articles_with_addresses_of_their_own(tmp_path: Path) -> None:
    added = add_page(URL, tmp_path, serving(FILES["flood.rss"], ".xml"))
    assert names(tmp_path) == ["the-bugle.xml", "the-bugle.xml.toml"]
    assert [(article.id, article.url) for article in added.articles] == [
        ("the-bugle.xml/flood", "https://bugle.example/flood")
    ]
    assert [str(problem) for problem in added.problems] == [
        f"{tmp_path / 'the-bugle.xml'}, entry empty: holds no text"
    ]


@pytest.mark.parametrize(
    ("name", "suffix"),
    [
        ("flood.pdf", ".pdf"),
        ("flood.epub", ".epub"),
        ("flood.docx", ".docx"),
        ("flood.txt", ".txt"),
    ],
)
def test_other_types_are_saved_alike(tmp_path: Path, name: str, suffix: str) -> None:
    [article] = add_page(URL, tmp_path, serving(FILES[name], suffix)).articles
    assert ROSE in article.text
    assert article.url == URL


@pytest.mark.parametrize(
    ("raw", "suffix", "cause"),
    [
        (NAVIGATION, ".html", "holds no article text, only navigation or the like"),
        (b"", ".html", "is empty"),
        (b"\0\1\2", ".txt", "is a binary file, not text"),
        (b"no", ".xml", "is not an RSS or Atom feed"),
    ],
)
def test_nothing_is_saved_of_a_page_without_an_article(
    tmp_path: Path, raw: str | bytes, suffix: str, cause: str
) -> None:
    with pytest.raises(FetchError) as error:
        add_page(URL, tmp_path, serving(raw, suffix))
    assert str(error.value) == f"{URL}: {cause}"
    assert names(tmp_path) == []


def test_another_page_of_the_same_title_gets_another_name(tmp_path: Path) -> None:
    page = PAGE.replace("https://bugle.example/flood", "")
    urls = [f"https://bugle.example/{n}" for n in range(3)]
    added = [add_page(url, tmp_path, serving(page, url=url)).path.name for url in urls]
    assert added == [SAVED, "old-bridge-lost-to-the-flood-2.html", "old-bridge-lost-to-the-flood-3.html"]  # fmt: skip


def test_the_same_page_is_not_added_twice(tmp_path: Path) -> None:
    add_page(URL, tmp_path, serving())
    before = {path: path.read_bytes() for path in tmp_path.iterdir()}
    with pytest.raises(FetchError, match=rf"was already added, as {tmp_path / SAVED}"):
        add_page(URL, tmp_path, serving())
    assert {path: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_a_page_known_from_articles_toml_is_not_added_again(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("A fine day.")
    (tmp_path / "articles.toml").write_text(f'[[article]]\nfile = "a.txt"\nurl = "{URL}"\n')
    with pytest.raises(FetchError, match=r"was already added, as .*a\.txt"):
        add_page(URL, tmp_path, serving(FILES["flood.txt"], ".txt"))


def test_a_slip_in_the_sidecar_of_another_file_is_no_hindrance(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("A fine day.")
    (tmp_path / "a.txt.toml").write_text("titel = 1")
    assert add_page(URL, tmp_path, serving()).path.exists()


def test_a_title_cannot_break_its_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = PAGE.replace(f"<h1>{TITLE}", '<h1>A "flood" \\ of\x7f\n&#27;[31m 🌊').replace(
        f"<title>{TITLE}", '<title>A "flood" \\ of\x7f\n&#27;[31m 🌊'
    )
    [article] = add_page(URL, tmp_path, serving(page)).articles
    assert article.title.startswith('A "flood" \\ of')
    plain_text.print_added(tmp_path / "a", [article])
    assert "\x1b" not in capsys.readouterr().out


# Files


@pytest.mark.parametrize("name", FILES)
def test_a_file_of_any_format_is_copied(tmp_path: Path, name: str) -> None:
    path, folder = given_file(tmp_path, name, FILES[name])
    added = add_file(path, folder)
    assert added.path.read_bytes() == path.read_bytes() == FILES[name]
    assert names(folder) == [name]
    assert added.articles == tuple(Library.open(folder).articles.values())
    assert any(HEARD in article.text for article in added.articles)


def given_file(tmp_path: Path, name: str, raw: bytes) -> tuple[Path, Path]:
    """A file, and a folder to add it to."""
    for folder in ("here", "there"):
        (tmp_path / folder).mkdir()
    (tmp_path / "here" / name).write_bytes(raw)
    return tmp_path / "here" / name, tmp_path / "there"


def test_what_is_known_of_a_file_goes_with_it(tmp_path: Path) -> None:
    path, folder = given_file(tmp_path, "flood.txt", FILES["flood.txt"])
    path.with_name("flood.txt.toml").write_text('publisher = "The Bugle"\n')
    [article] = add_file(path, folder).articles
    assert article.publisher == "The Bugle"
    assert names(folder) == ["flood.txt", "flood.txt.toml"]


@pytest.mark.parametrize(
    ("name", "raw", "cause"),
    [
        ("flood.txt", b"\0\1", "is a binary file, not text"),
        ("flood.html", NAVIGATION.encode(), "holds no article text, only navigation or the like"),
        ("flood.csv", b"a,b", "has none of the suffixes .txt, .md"),
        (
            ".flood.txt",
            b"Rain.",
            "is hidden because of its name, and hidden files are not read; rename it",
        ),
    ],
)
def test_a_file_that_cannot_be_read_is_not_copied(
    tmp_path: Path, name: str, raw: bytes, cause: str
) -> None:
    path, folder = given_file(tmp_path, name, raw)
    with pytest.raises(ArticleError) as error:
        add_file(path, folder)
    assert str(error.value).startswith(f"{path}: {cause}")
    assert names(folder) == []


def test_a_slip_in_what_is_known_is_named_where_it_is(tmp_path: Path) -> None:
    path, folder = given_file(tmp_path, "flood.txt", FILES["flood.txt"])
    path.with_name("flood.txt.toml").write_text("titel = 1")
    with pytest.raises(ArticleError) as error:
        add_file(path, folder)
    assert str(error.value).startswith(f"{path}.toml: has an unknown key 'titel'")
    assert names(folder) == []


@pytest.mark.parametrize("links", [True, False])
@pytest.mark.parametrize("taken", ["flood.txt", "flood.txt.toml"])
def test_no_file_is_overwritten(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, taken: str, links: bool
) -> None:
    if not links:
        monkeypatch.setattr(os, "link", no_links)
    path, folder = given_file(tmp_path, "flood.txt", FILES["flood.txt"])
    path.with_name("flood.txt.toml").write_text('publisher = "The Bugle"\n')
    (folder / taken).write_text("Mine.")
    with pytest.raises(ArticleError) as error:
        add_file(path, folder)
    assert str(error.value) == (
        f"{folder / taken}: already exists; rename the file that you add, or remove that one first"
    )
    assert names(folder) == [taken]
    assert (folder / taken).read_text() == "Mine."


def no_links(*_: object) -> None:
    raise OSError(95, "Operation not supported")


def test_a_disk_without_links_will_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "link", no_links)
    assert add_page(URL, tmp_path, serving()).path.read_text("utf-8") == PAGE
    assert names(tmp_path) == [SAVED, f"{SAVED}.toml"]


def test_a_full_disk_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(ArticleError) as error:
        add_page(URL, tmp_path, serving())
    assert str(error.value) == f"{tmp_path}: cannot be added to (No space left on device)"
    assert names(tmp_path) == []


@pytest.mark.parametrize("add", [lambda to: add_page(URL, to, serving()), lambda to: add_file(Path("a.txt"), to)])  # fmt: skip
def test_articles_are_added_to_a_folder_only(tmp_path: Path, add: Callable[[Path], object]) -> None:
    (tmp_path / "corpus.jsonl").write_text("")
    for name, cause in (("corpus.jsonl", "is a file"), ("gone", "does not exist")):
        with pytest.raises(ArticleError) as error:
            add(tmp_path / name)
        assert str(error.value) == f"{tmp_path / name}: {cause}; articles are added to a folder"


def test_a_file_that_is_missing_or_a_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(ArticleError, match=r"gone\.txt: does not exist"):
        add_file(tmp_path / "gone.txt", tmp_path)
    with pytest.raises(ArticleError, match=r"is a folder; name a file in it"):
        add_file(tmp_path, tmp_path)


# Names


@pytest.mark.parametrize(
    ("title", "url", "stem"),
    [
        ("Old bridge lost to the flood", URL, "old-bridge-lost-to-the-flood"),
        ("“It’s over”: what's next? 50% / 50%", URL, "its-over-whats-next-50-50"),
        ("../../etc/passwd", URL, "etc-passwd"),
        ("C:\\AUX\0.txt", URL, "c-aux-txt"),
        ("CON", URL, "page-con"),
        ("com¹", URL, "page-com1"),
        ("Наводнение в Альтене", URL, "наводнение-в-альтене"),
        ("अल्टेना में बाढ़", URL, "अल्टेना-में-बाढ़"),
        ("川が上がった", URL, "川が上がった"),
        ("word " * 30, URL, "word-word-word-word-word-word-word-word-word-word"),
        ("川" * 80, URL, "川" * 50),
        ("", URL, "flood"),
        ("🌊", URL, "flood"),
        ("", "https://bugle.example/news/the%20flood.php", "the-flood"),
        ("", "https://www.bugle.example/", "www-bugle-example"),
        ("", "https://bugle.example/.html", "html"),
    ],
)
def test_the_name_of_a_page_is_its_title_in_letters_that_every_system_takes(
    title: str, url: str, stem: str
) -> None:
    assert make_stem(title, url) == stem


@given(title=st.text(max_size=200), path=st.text(max_size=50))
def test_any_title_gives_a_name(title: str, path: str) -> None:
    stem = make_stem(title, f"https://bugle.example/{path}")
    assert stem
    assert len(stem.encode("utf-8")) <= 205
    assert not set(stem) & set('\\/:*?"<>|. \0\n')
    assert stem == stem.strip("-")


@pytest.mark.parametrize(
    ("what", "is_one"),
    [
        ("https://bugle.example/", True),
        ("ftp://bugle.example/", True),
        ("flood.txt", False),
        ("./https/flood.txt", False),
        ("C:\\flood.txt", False),
    ],
)
def test_an_address_is_told_from_a_file(what: str, is_one: bool) -> None:
    assert is_url(what) is is_one


@given(
    st.fixed_dictionaries(
        {}, optional={key: st.text(min_size=1) for key in ("title", "publisher", "author", "note")}
    )
)
def test_what_is_known_can_be_read_back(of: dict[str, str]) -> None:
    clean = {key: text.encode("utf-8", "replace").decode() for key, text in of.items()}
    read_back = check_entry(tomllib.loads(format_toml(Metadata(**of))), Path("a.toml"))
    assert read_back == Metadata(
        **{k: text for k, t in clean.items() if (text := " ".join(t.split()))}
    )
