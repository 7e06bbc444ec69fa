"""Files and collections: encodings, metadata, and the sentence for each thing that can be wrong."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from retrieval.articles import ArticleError
from retrieval.reading.folder import read_collection
from retrieval.reading.metadata import Metadata
from retrieval.reading.plain_text import decode_source
from retrieval.reading.source import SourceFile

STORY = "Ein Bäcker aus Köln erzählt, dass er früher „Brötchen“ für fünf Pfennige verkauft hat.\n"


def folder(tmp_path: Path, **files: str | bytes) -> Path:
    for name, content in files.items():
        data = content if isinstance(content, bytes) else content.encode()
        (tmp_path / name.replace("__", ".")).write_bytes(data)
    return tmp_path


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        (b"plain\r\nlines\n", "plain\r\nlines\n"),
        ("\ufeffmarked".encode(), "\ufeffmarked"),
        ("gżegżółka".encode("utf-16"), "gżegżółka"),
        ("gżegżółka".encode("utf-32"), "gżegżółka"),
        (STORY.encode("cp1252"), STORY),
        (("Президент заявил, что переговоры продолжатся на следующей неделе. " * 3).encode("cp1251"),
         "Президент заявил, что переговоры продолжатся на следующей неделе. " * 3),
    ],
    ids=["newlines stay", "mark stays", "utf-16", "utf-32", "western", "cyrillic"],
)  # fmt: skip
def test_the_text_is_the_decoded_file_unchanged(raw: bytes, text: str) -> None:
    assert decode_source(SourceFile("a.txt", "a", raw, Metadata())) == text


def test_a_declared_encoding_is_tried_before_any_other() -> None:
    raw = "naïve café".encode("cp850")
    assert decode_source(SourceFile("a.txt", "a", raw, Metadata(encoding="cp850"))) == "naïve café"


@pytest.mark.parametrize(
    ("raw", "encoding", "cause"),
    [
        (b"", None, "is empty"),
        (b" \n\t\r\n", None, "is empty"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", None, "is a binary file, not text"),
        (bytes(range(256)) * 4, None, "is a binary file, not text"),
        (b"abc", "klingon", "is declared as 'klingon', which is not a known encoding"),
        (b"\xff\xfe\xfd", "utf-8", "is not in utf-8, the encoding declared for it"),
        (b"\xff\xfeabc", None, "begins like utf-16 but is not valid utf-16"),
    ],
)
def test_a_file_that_is_no_text_is_named_with_its_cause(
    raw: bytes, encoding: str | None, cause: str
) -> None:
    with pytest.raises(ArticleError) as error:
        decode_source(SourceFile("a.txt", "a", raw, Metadata(encoding=encoding)))
    assert str(error.value) == f"a.txt: {cause}"


def test_one_bad_file_is_reported_and_the_rest_go_in(tmp_path: Path) -> None:
    where = folder(tmp_path, good__txt="A fine day.", bad__txt=b"\0\0", notes__csv="not read")
    articles, problems, _ = read_collection(where)
    assert [a.id for a in articles] == ["good"]
    assert [str(p) for p in problems] == [f"{where / 'bad.txt'}: is a binary file, not text"]


def test_articles_in_subfolders_are_named_by_their_path(tmp_path: Path) -> None:
    (tmp_path / "2022").mkdir()
    (tmp_path / "2022" / "flood.txt").write_text("The river rose.")
    assert [a.id for a in read_collection(tmp_path)[0]] == ["2022/flood"]


def test_what_articles_toml_says_wins_over_what_the_text_suggests(tmp_path: Path) -> None:
    where = folder(
        tmp_path,
        a__txt="A headline here\n\nBy Ada Park\n\nThe river rose by a metre on Monday night.",
        articles__toml='questions = ["Did the river rise?"]\n[[article]]\nfile = "a.txt"\n'
        'title = "The flood"\npublisher = "Bugle"\npublished = 1997-07-08\nurl = "https://a.example/1"',
    )
    [article], _, about = read_collection(where)
    assert (article.title, article.publisher, article.published, article.author) == (
        "The flood",
        "Bugle",
        "1997-07-08",
        "Ada Park",
    )
    assert article.url == "https://a.example/1"
    assert about.questions == ("Did the river rise?",)


@pytest.mark.parametrize(
    ("toml", "cause"),
    [
        ("[[article]", "is not valid TOML"),
        ('colour = "red"', "has an unknown key 'colour'"),
        ('[[article]]\ntitle = "x"', 'has an [[article]] without file = "…"'),
        ('[[article]]\nfile = "b.txt"', "has an entry for b.txt, which is not in the folder"),
        ('[[article]]\nfile = "a.txt"\n[[article]]\nfile = "a.txt"', "has two entries for a.txt"),
        ('[[article]]\nfile = "a.txt"\npublishr = "x"', "has an unknown key 'publishr' at a.txt"),
        (
            '[[article]]\nfile = "a.txt"\npublished = "May 2022"',
            "has published = 'May 2022' at a.txt",
        ),
        (
            '[[article]]\nfile = "a.txt"\npublished = 2022',
            "has a published at a.txt that is not a text",
        ),
        (
            '[[article]]\nfile = "a.txt"\ndated_by = "guess"',
            'has a dated_by at a.txt other than "text"',
        ),
        ('questions = "why?"', "needs a list of texts for questions"),
        ('article = "a.txt"', "has an article that is not written as [[article]]"),
    ],
)
def test_a_slip_in_articles_toml_is_named(tmp_path: Path, toml: str, cause: str) -> None:
    where = folder(tmp_path, a__txt="A fine day.", articles__toml=toml)
    with pytest.raises(ArticleError) as error:
        read_collection(where)
    assert str(error.value).startswith(f"{where / 'articles.toml'}: {cause}")


def test_a_collection_in_one_file(tmp_path: Path) -> None:
    path = tmp_path / "corpus.jsonl"
    entries = [
        {
            "id": "x1",
            "title": "Flood",
            "text": "The river rose.",
            "date": "1997-07-08T10:00:00Z",
            "extra": 1,
        },
        {"id": 2, "text": "The river fell.\n\nAnd rose again.", "source": "Bugle"},
    ]
    path.write_text("\n".join(map(json.dumps, entries)) + "\n\n")
    articles, problems, _ = read_collection(path)
    assert not problems
    assert [(a.id, a.title, a.publisher, a.published) for a in articles] == [
        ("x1", "Flood", None, "1997-07-08"),
        ("2", "2", "Bugle", None),
    ]
    assert [a.text for a in articles] == [entry["text"] for entry in entries]


@pytest.mark.parametrize(
    ("line", "cause"),
    [
        ("{", "is not JSON"),
        ("[]", "is not an object"),
        ('{"text": "a b"}', "has no id"),
        ('{"id": "x", "text": " "}', "has no text"),
        ('{"id": "good", "text": "again"}', "repeats the id 'good'"),
    ],
)
def test_a_bad_line_of_a_collection_is_named_and_the_rest_go_in(
    tmp_path: Path, line: str, cause: str
) -> None:
    path = tmp_path / "corpus.jsonl"
    path.write_text('{"id": "good", "text": "The river rose."}\n' + line)
    articles, problems, _ = read_collection(path)
    assert [a.id for a in articles] == ["good"]
    assert [str(p) for p in problems] == [f"{path}, line 2: {cause}"]


def test_a_path_that_holds_no_articles_is_named(tmp_path: Path) -> None:
    with pytest.raises(ArticleError, match=r"missing: does not exist"):
        read_collection(tmp_path / "missing")
    with pytest.raises(
        ArticleError, match=r"holds no article that can be read \(it needs files of \.txt"
    ):
        read_collection(tmp_path)
    (tmp_path / "a.csv").write_text("x")
    with pytest.raises(ArticleError, match=r"a\.csv: is neither a folder"):
        read_collection(tmp_path / "a.csv")
    (tmp_path / "a.txt").write_bytes(b"\0")
    with pytest.raises(ArticleError, match=r"a\.txt: is a binary file"):
        read_collection(tmp_path)
