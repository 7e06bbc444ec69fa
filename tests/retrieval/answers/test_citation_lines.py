"""Citations to be pasted: a line of text, and entries for documents that other programs read."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from pybtex.database import parse_string
from pydantic import BaseModel, ConfigDict, Field

from retrieval.answers.citation_lines import write_citation
from retrieval.answers.records import Answer, Citation, Coverage, Excerpt, NoAnswer, Voice
from retrieval.articles import Article, Section, Span
from retrieval.output.bibliography import (
    CitedAnswer,
    citation_key,
    format_bibtex,
    format_csl_json,
    format_markdown,
)

NOTHING = NoAnswer("unknown-words", ("b@c",), Coverage(2, 9, None, None), ())


def excerpt(words: str, *, id_: str = "a", **known: str | None) -> Excerpt:
    text = f"Before. {words} After."
    about: dict[str, str | None] = {
        "title": "A title",
        **dict.fromkeys(["publisher", "author", "published", "dated_by", "url"]),
        **known,
    }
    section = Section(None, (Span(0, len(text)),))
    article = Article(id=id_, text=text, language=None, sections=(section,), skipped=(), **about)  # type: ignore[arg-type]
    citation = Citation(section=None, paragraph=1, **about)  # type: ignore[arg-type]
    return Excerpt(article, 8, 8 + len(words), (), 1.0, citation)


def asked(*excerpts: Excerpt) -> CitedAnswer:
    return CitedAnswer(Answer("?", 1.0, excerpts, None))


KNOWN = {"publisher": "Bugle", "published": "2022-11-09", "author": "Ada Park"}


@pytest.mark.parametrize(
    ("known", "written"),
    [
        ({}, "“It rained.” — A title, {receipt}"),
        (KNOWN, "“It rained.” — Bugle, 9 November 2022, A title, {receipt}"),
        (
            {"url": "https://e.org/a", "published": "2022", "dated_by": "text"},
            "“It rained.” — 2022 (date inferred from the text), A title, "
            "https://e.org/a#:~:text=It%20rained.",
        ),
    ],
)
def test_a_line_has_all_that_is_known_and_no_more(
    known: dict[str, str | None], written: str
) -> None:
    cited = excerpt("It rained.", **known)  # type: ignore[arg-type]
    assert write_citation(cited) == written.format(receipt=cited.receipt)


def test_a_line_says_who_said_it_and_keeps_to_one_line() -> None:
    spoken = replace(excerpt("It\n\n    rained."), voice=Voice("Ada", "quoted"))
    expected = f"“It rained.” — Ada, gestern, A title, {spoken.receipt}"
    assert write_citation(spoken, published="gestern") == expected
    long = excerpt("It rained.", title="x" * 5000, url="https://e.org/" + "y" * 5000)
    assert len(write_citation(long)) < 300


signs = st.text("ab cé😀\\{}%$#_^~&@\"'`*[]<>|!()-+=.1\n", min_size=1, max_size=40).filter(
    str.strip
)


def plain(latex: str) -> str:
    for sign, written in [
        ("{", r"\textbraceleft{}"), ("}", r"\textbraceright{}"),
        ("~", r"\textasciitilde{}"), ("^", r"\textasciicircum{}"),
    ]:  # fmt: skip
        latex = latex.replace(written, f"\0{ord(sign)}\0")
    latex = latex.replace(r"\textbackslash{}", "\0 92\0")
    for sign in "&%$#_":
        latex = latex.replace(f"\\{sign}", sign)
    assert not set(latex) & set("\\{}")
    parts = latex.split("\0")
    return "".join(chr(int(p)) if n % 2 else p for n, p in enumerate(parts))


@given(signs, signs, signs)
def test_another_program_reads_what_was_written_for_it(words: str, title: str, name: str) -> None:
    words = words.strip()
    of = excerpt(words, title=title, author=name, publisher=name, published="2022-11")
    [entry] = parse_string(format_bibtex([asked(of)]), "bibtex").entries.values()
    assert plain(entry.fields["title"][1:-1]) == " ".join(title.split())
    assert plain(entry.fields["journaltitle"]) == " ".join(name.split())
    assert f"“{' '.join(words.split())}”" in plain(entry.fields["annotation"])
    assert len(entry.persons["author"]) == 1
    assert entry.fields["date"] == "2022-11"


@given(signs, signs)
def test_markdown_shows_the_very_words(words: str, title: str) -> None:
    words = words.strip()
    of = excerpt(words, title=title, url="https://e.org/a?b=(c)<d>")
    tokens = MarkdownIt("commonmark").parse(format_markdown([asked(of)]))
    assert [t.type for t in tokens if t.level == 0] == ["blockquote_open", "blockquote_close"]
    inline = [token for token in tokens if token.type == "inline"]
    shown = ["".join(c.content or " " for c in token.children or ()) for token in inline]
    assert " ".join(" ".join(shown[:-1]).split()) == " ".join(words.split())
    assert " ".join(title.split()) in " ".join(shown[-1].split())


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)


class Name(_Strict):
    literal: str


class Date(_Strict):
    date_parts: list[list[int]] | None = Field(None, alias="date-parts", min_length=1, max_length=2)
    circa: bool | None = None
    literal: str | None = None


class Item(_Strict):
    """What csl-data.json of CSL 1.0.2 says of the fields that we write."""

    id: str
    type: str = Field(pattern="^(article-newspaper|webpage|document)$")
    title: str
    author: list[Name] | None = None
    container_title: str | None = Field(None, alias="container-title")
    issued: Date | None = None
    language: str | None = None
    URL: str | None = None
    note: str


@pytest.mark.parametrize(
    ("known", "kind", "issued"),
    [
        (KNOWN, "article-newspaper", {"date-parts": [[2022, 11, 9]]}),
        (
            {"url": "https://e.org", "published": "2022", "dated_by": "text"},
            "webpage",
            {"date-parts": [[2022]], "circa": True},
        ),
        ({"published": "last week"}, "document", {"literal": "last week"}),
        ({}, "document", None),
    ],
)
def test_csl_has_the_fields_of_its_schema(
    known: dict[str, str | None], kind: str, issued: object
) -> None:
    [item] = json.loads(format_csl_json([asked(excerpt("“It” rained.", **known))]))  # type: ignore[arg-type]
    Item.model_validate(item)
    assert (item["type"], item.get("issued")) == (kind, issued)
    assert item["note"].startswith("““It” rained.” (paragraph 1, r")


def test_an_article_is_one_entry_however_often_it_is_cited() -> None:
    one, two = excerpt("It rained."), excerpt("It rained again.")
    several = [asked(one, two), asked(one, excerpt("Snow.", id_="b"))]
    entries = parse_string(format_bibtex(several), "bibtex").entries
    assert [*entries] == [
        citation_key(one.article),
        citation_key(excerpt("Snow.", id_="b").article),
    ]
    assert entries[citation_key(one.article)].fields["annotation"].count("rained") == 2
    assert len(json.loads(format_csl_json(several))) == 2


def test_an_inferred_date_is_marked_as_such() -> None:
    written = format_bibtex([asked(excerpt("It rained.", published="2022-11", dated_by="text"))])
    assert "date = {2022-11?}" in written


def test_no_answer_is_told_in_a_way_that_each_format_allows() -> None:
    no = CitedAnswer(Answer("who is b@c?", 0.0, (), NOTHING), "q1: who is b@c?")
    assert not parse_string(format_bibtex([no]), "bibtex").entries
    assert "% No answer" in format_bibtex([no])
    assert json.loads(format_csl_json([no])) == []
    assert "## q1: who is b@c?\n\nNo answer" in format_markdown([no])
    assert not parse_string(format_bibtex([no, asked(excerpt("x."))]), "bibtex").entries.keys() - {
        citation_key(excerpt("x.").article)
    }
