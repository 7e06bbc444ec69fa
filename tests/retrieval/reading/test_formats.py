"""Every format: the same story out of each, and the sentence for each thing that can be wrong."""

from __future__ import annotations

import html
import json
import os
import pickle
import subprocess
import sys
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from retrieval.articles import Article, ArticleError
from retrieval.library import Library
from retrieval.output import json_output, plain_text
from retrieval.reading import safe_archives
from retrieval.reading.files import read_file
from retrieval.reading.folder import read_collection
from retrieval.reading.formats import FORMATS
from retrieval.reading.listing import ListedFile, list_folder
from retrieval.reading.metadata import Metadata
from retrieval.reading.readers import read_articles_here
from retrieval.reading.source import SourceFile
from tests.support import documents as of
from tests.support.documents import FILES, HEADING, HEARD, ROSE, TITLE
from tests.support.paths import DATA

KNOWS_HEADINGS = [name for name in FILES if not name.endswith((".txt", ".json", ".jsonl"))]


def read_items(
    name: str, raw: bytes, known: Metadata | None = None
) -> list[Article | ArticleError]:
    return list(read_articles_here(SourceFile(name, name, raw, known or Metadata())))


def read_article(name: str, raw: bytes | None = None, known: Metadata | None = None) -> Article:
    first = read_items(name, FILES[name] if raw is None else raw, known)[0]
    assert isinstance(first, Article), first
    return first


def paragraphs(of_article: Article) -> list[str]:
    return [of_article.slice(span) for _, _, span in of_article.paragraphs()]


def test_every_format_has_a_file_here() -> None:
    spelt_otherwise = {".markdown", ".htm", ".xhtml", ".mht", ".xml"}
    assert {Path(name).suffix for name in FILES} == FORMATS.keys() - spelt_otherwise


@pytest.mark.parametrize("name", FILES)
def test_each_format_gives_the_story_word_for_word(name: str) -> None:
    story = paragraphs(read_article(name))
    assert ROSE in story
    assert HEARD in story


@pytest.mark.parametrize("name", KNOWS_HEADINGS)
def test_headings_become_sections(name: str) -> None:
    article = read_article(name)
    headed = {article.slice(s.heading): s for s in article.sections if s.heading}
    assert [article.slice(span) for span in headed[HEADING].paragraphs] == [HEARD]


@pytest.mark.parametrize(
    ("name", "id_", "publisher", "author", "published", "url"),
    [
        ("flood.md", "", None, "Ada Park, Jo Bell", "1997-07-08", "https://bugle.example/flood"),
        ("flood.html", "", "The Bugle", "Ada Park", "1997-07-08", "https://bugle.example/flood"),
        ("flood.mhtml", "", "The Bugle", "Ada Park", "1997-07-08", "https://bugle.example/flood"),
        ("flood.pdf", "", None, "Ada Park", None, None),
        ("flood.epub", "", "The Bugle", "Ada Park", "1997-07-08", None),
        ("flood.docx", "", None, "Ada Park", None, None),
        ("flood.rss", "/flood", "The Bugle", None, "1997-07-08", "https://bugle.example/flood"),
        ("flood.atom", "/flood", "The Bugle", "Ada Park", "1997-07-08", "https://bugle.example/flood"),
        ("result.json", "/7", "The Bugle", None, "1997-07-08", "https://t.me/c/99/7"),
        ("flood.jsonl", "/flood", "The Bugle", None, None, None),
        ("flood.zip", "/news/flood.md", None, "Ada Park, Jo Bell", "1997-07-08", "https://bugle.example/flood"),
    ],
)  # fmt: skip
def test_what_a_file_says_of_itself_is_cited(
    name: str, id_: str, publisher: str | None, author: str | None, published: str | None, url: str | None
) -> None:  # fmt: skip
    article = read_article(name)
    assert article.id == name + id_
    assert (article.publisher, article.author, article.published, article.url) == (
        publisher,
        author,
        published,
        url,
    )
    assert article.title == TITLE or name == "result.json"
    assert article.language == "en"


@pytest.mark.parametrize("name", FILES)
def test_what_is_known_wins_over_what_is_found(name: str) -> None:
    article = read_article(
        name, known=Metadata(publisher="Herald", published="2001", author="Jo Bell")
    )
    assert (article.publisher, article.published, article.author) == ("Herald", "2001", "Jo Bell")


def test_a_sidecar_knows_better_than_articles_toml(tmp_path: Path) -> None:
    (tmp_path / "flood.md").write_bytes(FILES["flood.md"])
    (tmp_path / "flood.md.toml").write_text('title = "The flood"\n')
    (tmp_path / "articles.toml").write_text(
        '[[article]]\nfile = "flood.md"\ntitle = "Water"\npublisher = "Herald"\n'
    )
    [article] = read_collection(tmp_path)[0]
    assert (article.title, article.publisher, article.published) == (
        "The flood",
        "Herald",
        "1997-07-08",
    )
    (tmp_path / "flood.md.toml").write_text("titel = 1")
    with pytest.raises(
        ArticleError, match=r"flood\.md\.toml: has an unknown key 'titel'; it takes"
    ):
        read_collection(tmp_path)


# Pages of a PDF


def test_an_answer_from_a_pdf_cites_its_page() -> None:
    weather = [(11, 72, 700, "A page about the weather of that July.")]
    flood = [(16, 72, 740, "The night of the flood"), (11, 72, 700, ROSE)]
    library = Library.of([read_article("flood.pdf", of.pdf(weather, flood))])
    answer = library.ask("What rose by four metres?")
    excerpt = answer.excerpts[0]
    assert excerpt.citation.page == 2
    assert "p. 2, paragraph 1 under “The night of the flood”" in plain_text.format_answer(answer)
    assert (
        json.loads(json.dumps(json_output.export_answer(answer)))["excerpts"][0]["citation"]["page"]
        == 2
    )


def test_what_has_no_pages_cites_none() -> None:
    answer = Library.of([read_article("flood.md")]).ask("What rose by four metres?")
    assert "page" not in json.dumps(json_output.export_answer(answer))
    assert "p. " not in plain_text.format_answer(answer)


def test_a_sentence_that_goes_on_overleaf_is_one_paragraph_on_two_pages() -> None:
    first, second = "The river rose by four metres and it took", "the old bridge at Altena with it."
    article = read_article("a.pdf", of.pdf([(11, 72, 60, first)], [(11, 72, 700, second)]))
    assert paragraphs(article) == [f"{first} {second}"]
    assert article.page(0) == 1
    assert article.page(article.text.index("the old bridge")) == 2


def test_lines_that_most_pages_have_are_skipped() -> None:
    article = read_article("report.pdf", of.report(pages=4))
    assert {article.slice((s.start, s.end)): s.reason for s in article.skipped} == {
        "The Bugle, a yearly report": "running header or footer",
        **{f"Page {n}": "running header or footer" for n in range(1, 5)},
        TITLE: "title",
    }


@pytest.mark.parametrize(
    ("first", "second", "elsewhere", "joined"),
    [
        ("all that infor-", "mation was lost.", "", "information"),
        ("all that infor-", "mation was lost.", "There was information.", "information"),
        ("the well-", "known mayor said so.", "He was well-known.", "well-known"),
        ("the well-", "known mayor said so.", "All is well. It is known.", "well-known"),
        ("the Anglo-", "Saxon mayor said so.", "", "Anglo-Saxon"),
    ],
)
def test_a_word_is_joined_at_a_line_end_where_that_is_safe(
    first: str, second: str, elsewhere: str, joined: str
) -> None:
    lines = [(11, 72, 700, f"In that long year of rain {first}"), (11, 72, 686, second)]
    article = read_article(
        "a.pdf", of.pdf(lines, [(11, 72, 700, elsewhere or "The rain went on.")])
    )
    assert f" {joined} " in article.text


# Telegram


@pytest.mark.parametrize(
    ("chat", "known", "url"),
    [
        (of.export(), Metadata(), "https://t.me/c/99/7"),
        (of.export(username="bugle"), Metadata(), "https://t.me/bugle/7"),
        (of.export(), Metadata(url="https://t.me/bugle/"), "https://t.me/bugle/7"),
        (of.export("private_group"), Metadata(), None),
    ],
    ids=["by number", "public name", "told in the metadata", "group without addresses"],
)
def test_a_post_is_cited_by_its_address(
    chat: dict[str, object], known: Metadata, url: str | None
) -> None:
    [article] = read_items("result.json", json.dumps(chat).encode(), known)
    assert isinstance(article, Article)
    assert article.url == url


def test_of_a_whole_account_only_channels_and_groups_are_read() -> None:
    chats = [of.export(), of.export("personal_chat", id=5)]
    items = read_items("result.json", json.dumps({"chats": {"list": chats}}).encode())
    assert [article.id for article in items if isinstance(article, Article)] == ["result.json/99/7"]
    assert len(items) == 1


# Encodings of pages


@pytest.mark.parametrize(
    ("declared", "codec"),
    [("windows-1251", "cp1251"), ("koi8-r", "koi8-r"), ("", "utf-8"), ("iso-8859-1", "utf-8"), ("", "utf-16")],
)  # fmt: skip
def test_a_page_is_decoded_as_it_is_or_as_it_says(declared: str, codec: str) -> None:
    story = "Река поднялась на четыре метра в ночь на понедельник и снесла старый мост."
    meta = f'<meta charset="{declared}">' if declared else ""
    page = f"<html><head>{meta}<title>Мост</title></head><body><p>{story}</p></body></html>"
    assert paragraphs(read_article("a.html", page.encode(codec))) == [story]


@pytest.mark.parametrize(
    "stray", ["\x1b", "\v", "\f", "\uffff", "&#27;", "&#x1B", "&#0;", "&#xFFFE;"]
)
def test_a_stray_control_character_does_not_cost_the_page(stray: str) -> None:
    page = of.PAGE.replace(ROSE, f"{stray}{ROSE}").replace(TITLE, f"{stray}{TITLE}")
    article = read_article("a.html", page.encode())
    assert article.title == TITLE
    assert paragraphs(article) == [ROSE, HEARD]


@pytest.mark.parametrize("kept", ["&#271;", "&#x1B5;", "&#13;", "&#9;", "&#xA;"])
def test_other_references_to_characters_are_those_characters(kept: str) -> None:
    assert (
        html.unescape(kept).strip() in read_article("a.html", f"<p>{ROSE}{kept}</p>".encode()).text
    )


# What can be wrong


def bomb() -> bytes:
    return of.archive({f"{n}.txt": b"\0" * 1000 for n in range(5)})


DRM = of.epub(**{"META-INF/encryption.xml": '<e><CipherReference URI="OEBPS/text/b.xhtml"/></e>'})
NESTED = of.archive({"b.zip": of.archive({"c.zip": of.archive({"a.txt": "Deep."})})})


@pytest.mark.parametrize(
    ("name", "raw", "problem"),
    [
        ("a.md", b"", "a.md: is empty"),
        ("a.md", b"---\ntitle: [\n---\nText.", "a.md: has front matter that is not valid YAML (line 3)"),
        ("a.md", b"# \n\n---\n", "a.md: holds no text"),
        ("a.html", b" \n", "a.html: is empty"),
        ("a.html", of.NAVIGATION.encode(), "a.html: holds no article text, only navigation or the like"),
        ("a.mhtml", b"Subject: x\n\ntext", "a.mhtml: holds no web page"),
        ("a.pdf", b"", "a.pdf: is empty"),
        ("a.pdf", b"%PDF-1.4 and no more", "a.pdf: is not a PDF, or is damaged or truncated"),
        ("a.pdf", of.pdf([]), "a.pdf: has no text layer (scanned pages?); run OCR first, for example ocrmypdf"),
        ("a.epub", FILES["flood.epub"][:900], "a.epub: is not a zip archive, or is truncated"),
        ("a.epub", of.archive({"a": "b"}), "a.epub: is not an EPUB, or is damaged"),
        ("a.epub", DRM, "a.epub: is protected against copying (DRM)"),
        ("a.docx", b"", "a.docx: is empty"),
        ("a.docx", b"\xd0\xcf\x11\xe0 and more", "a.docx: is protected by a password, or was written by Word before 2007"),
        ("a.docx", of.archive({"a": "b"}), "a.docx: is not a Word document, or is damaged"),
        ("a.xml", b"<note>Buy milk</note>", "a.xml: is not an RSS or Atom feed"),
        ("a.rss", b'<rss version="2.0"><channel><title>x</title></channel></rss>', "a.rss: is a feed without entries"),
        ("a.json", b'{"colour": "red"}', "a.json: is not a result.json of Telegram Desktop"),
        ("a.json", b'{"messages": [', "a.json: is not JSON, or is truncated"),
        ("a.json", json.dumps(of.export("personal_chat")).encode(), "a.json: holds no channel or group; private chats are not read"),
        ("a.zip", b"PK", "a.zip: is not a zip archive, or is truncated"),
        ("a.zip", of.archive({"../a.txt": "Out."}), "a.zip, ../a.txt: has a name that leads out of the archive"),
        ("a.zip", of.archive({"/etc/a.txt": "Out."}), "a.zip, /etc/a.txt: has a name that leads out of the archive"),
        ("a.zip", of.encrypted(), "a.zip, a.txt: is protected by a password"),
        ("a.zip", NESTED, "a.zip, b.zip, c.zip: is an archive inside 2 others, which is too deep"),
        ("a.zip", of.archive({"a.pdf": b"x"}), "a.zip, a.pdf: is not a PDF, or is damaged or truncated"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_in_one_sentence(name: str, raw: bytes, problem: str) -> None:
    assert [str(item) for item in read_items(name, raw)] == [problem]


def test_a_pdf_with_a_password_says_so() -> None:
    raw = (DATA / "formats" / "password.pdf").read_bytes()
    assert [str(item) for item in read_items("a.pdf", raw)] == ["a.pdf: is protected by a password"]


def test_an_archive_is_not_unpacked_beyond_its_bounds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(safe_archives, "_MAX_MEMBERS", 4)
    assert [str(item) for item in read_items("a.zip", bomb())] == [
        "a.zip: holds 5 files; at most 4 are read"
    ]
    monkeypatch.setattr(safe_archives, "_MAX_MEMBERS", 5)
    monkeypatch.setattr(safe_archives, "_MAX_BYTES", 4999)
    [problem] = read_items("a.epub", bomb())
    assert "unpacks to 0 MB; at most" in str(problem)


def test_entities_are_not_expanded() -> None:
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 9))
    page = f'<!DOCTYPE x [<!ENTITY l0 "ha">{laughs}]><html><body><p>One &l8; two three.</p></body></html>'
    article = read_article("a.epub", of.epub(**{"OEBPS/text/b.xhtml": page}))
    assert len(article.text) < 1000


@pytest.mark.parametrize(
    ("name", "library", "extra"),
    [
        ("flood.html", "trafilatura", "html"),
        ("flood.pdf", "pypdfium2", "pdf"),
        ("flood.docx", "docx", "formats"),
        ("flood.epub", "lxml", "formats"),
        ("flood.rss", "feedparser", "formats"),
    ],
)
def test_a_format_without_its_library_says_which_command_installs_it(
    monkeypatch: pytest.MonkeyPatch, name: str, library: str, extra: str
) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    for module in [name for name in sys.modules if name.startswith("retrieval.reading.")]:
        if module.rpartition(".")[2] in ("page", "markup", "pdf", "word", "epub", "feed"):
            monkeypatch.delitem(sys.modules, module)
    [problem] = read_items(name, FILES[name])
    assert str(problem) == f"{name}: needs the extra “{extra}”: pip install 'cuttings[{extra}]'"


# Folders


def test_a_folder_of_every_format_is_read(tmp_path: Path) -> None:
    for name, raw in FILES.items():
        (tmp_path / name).write_bytes(raw)
    articles, problems, _ = read_collection(tmp_path)
    assert len(articles) == len(FILES)
    assert [str(problem) for problem in problems] == [
        f"{tmp_path / 'flood.rss'}, entry empty: holds no text"
    ]


@pytest.mark.parametrize("name", FILES)
def test_any_file_can_be_opened_by_itself(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(FILES[name])
    [article] = read_collection(tmp_path / name)[0]
    ids = {"result.json": "7", "flood.zip": "news/flood.md", **dict.fromkeys(("flood.rss", "flood.atom", "flood.jsonl"), "flood")}  # fmt: skip
    assert article.id == ids.get(name, name)


def test_what_is_hidden_or_linked_is_left_alone(tmp_path: Path) -> None:
    for name in ("a.txt", ".b.txt", ".git/c.txt", "d/e.txt", "f.csv"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("A fine day.")
    (tmp_path / "loop").symlink_to(tmp_path)
    (tmp_path / "g.txt").symlink_to(tmp_path / "g.txt")
    (tmp_path / "h.txt").symlink_to(tmp_path / "nowhere")
    (tmp_path / "i.txt").symlink_to(tmp_path / "a.txt")
    (tmp_path / "j.txt").mkdir()
    problems = [
        item.name if isinstance(item, ListedFile) else str(item) for item in list_folder(tmp_path)
    ]
    assert [item.removeprefix(f"{tmp_path}/") for item in problems] == [
        "a.txt",
        "d/e.txt",
        "g.txt: cannot be read (Too many levels of symbolic links)",
        "h.txt: cannot be read (No such file or directory)",
        "i.txt",
        "loop: is a link to a folder; such links are not followed",
    ]


def test_a_name_that_is_no_text_is_named(tmp_path: Path) -> None:
    try:
        Path(os.fsdecode(bytes(tmp_path) + b"/\xff.txt")).write_text("A fine day.")
    except OSError:
        pytest.skip("this file system has no such names")
    [problem] = list_folder(tmp_path)
    assert str(problem) == f"{tmp_path}/\\xff.txt: has a name that is not UTF-8; rename it"


def test_a_file_that_vanishes_is_named(tmp_path: Path) -> None:
    [problem] = read_file(tmp_path / "gone.pdf", tmp_path, Metadata())
    assert str(problem) == f"{tmp_path / 'gone.pdf'}: cannot be read (No such file or directory)"


def test_a_huge_text_is_not_read(tmp_path: Path) -> None:
    with (tmp_path / "huge.txt").open("wb") as file:
        file.truncate(200 << 20)
    [problem] = read_file(tmp_path / "huge.txt", tmp_path, Metadata())
    assert str(problem).endswith(
        "huge.txt: is larger than 64 MB, the most that is read of such a file"
    )


def test_two_files_with_one_id_keep_the_first(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("One fine day.")
    (tmp_path / "a.md.txt").write_text("Another fine day.")
    (tmp_path / "a.txt").write_text("A third fine day.")
    articles, problems, _ = read_collection(tmp_path)
    assert [(article.id, article.text) for article in articles] == [
        ("a.md", "One fine day."),
        ("a", "A third fine day."),
    ]
    assert [str(problem) for problem in problems] == [
        f"{tmp_path / 'a.md.txt'}: holds an article called 'a.md', as {tmp_path / 'a.md'} does"
    ]


def test_a_file_of_nothing_but_problems_is_one_problem(tmp_path: Path) -> None:
    (tmp_path / "queries.jsonl").write_text('{"id": 1}\n' * 100)
    [problem] = read_file(tmp_path / "queries.jsonl", tmp_path, Metadata())
    assert str(problem).startswith(
        f"{tmp_path / 'queries.jsonl'}: holds no article that can be read; the first of 100 problems: "
    )


def test_files_can_be_read_by_other_processes(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(FILES["flood.md"])
    (tmp_path / "b.pdf").write_bytes(b"no")
    with ProcessPoolExecutor(1, get_context("spawn")) as pool:
        tasks = [
            pool.submit(read_file, tmp_path / n, tmp_path, Metadata()) for n in ("a.md", "b.pdf")
        ]
        [article], [problem] = (task.result() for task in tasks)
    assert article == read_file(tmp_path / "a.md", tmp_path, Metadata())[0]
    assert str(pickle.loads(pickle.dumps(problem))) == str(problem)  # noqa: S301 - made here


def test_a_folder_of_texts_loads_no_other_reader(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("A fine day.")
    code = (
        "import sys, pathlib; from retrieval.reading.folder import read_collection;"
        "read_collection(pathlib.Path(sys.argv[1]));"
        "print(*(name for name, module in sys.modules.items()"
        "if name.startswith('retrieval.reading.') and type(module) is type(sys)),"
        "*{'lxml', 'yaml', 'markdown_it'} & sys.modules.keys())"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, tmp_path], capture_output=True, text=True, check=True
    )
    needed = (
        "article",
        "boilerplate",
        "dispatch",
        "files",
        "folder",
        "formats",
        "listing",
        "metadata",
        "plain_text",
        "readers",
        "source",
        "structure",
    )
    assert sorted(done.stdout.split()) == [f"retrieval.reading.{name}" for name in needed]


# Any bytes at all


def expect_articles_or_errors(name: str, raw: bytes) -> None:
    for item in read_items(name, raw):
        assert isinstance(item, Article | ArticleError)
        if isinstance(item, Article):
            assert item.sections
            for section, _, span in item.paragraphs():
                assert 0 <= span.start < span.end <= len(item.text)
                assert item.slice(span).strip()
                assert section.heading is None or section.heading.end <= span.start
            assert all(0 <= start < end <= len(item.text) for start, end, _ in item.skipped)


BOUNDED = settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))


@pytest.mark.parametrize("name", FILES)
@BOUNDED
@given(raw=st.binary(max_size=300))
def test_any_bytes_give_articles_or_errors(name: str, raw: bytes) -> None:
    expect_articles_or_errors(name, raw)


@pytest.mark.parametrize("name", FILES)
@BOUNDED
@given(data=st.data())
def test_a_damaged_file_gives_articles_or_errors(name: str, data: st.DataObject) -> None:
    raw = bytearray(FILES[name])
    for _ in range(data.draw(st.integers(1, 6))):
        start = data.draw(st.integers(0, len(raw)))
        end = start + data.draw(st.integers(0, 40))
        raw[start:end] = data.draw(st.binary(max_size=20))
    expect_articles_or_errors(name, bytes(raw))
