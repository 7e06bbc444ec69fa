"""Markdown: the words without the markup, and what the front matter says."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence

import yaml
from markdown_it import MarkdownIt
from markdown_it.token import Token

from retrieval.articles import Article, ArticleError
from retrieval.reading.blocks import Block, compose_article
from retrieval.reading.metadata import Metadata, extract_metadata
from retrieval.reading.plain_text import decode_source
from retrieval.reading.source import SourceFile

_FENCE = "---"


def read(source: SourceFile) -> Iterator[Article]:
    body, front_matter = _front_matter(source, decode_source(source).removeprefix("\ufeff"))
    yield compose_article(
        source, source.id, _blocks(body), source.known.with_defaults(front_matter)
    )


def _front_matter(source: SourceFile, text: str) -> tuple[str, Metadata]:
    """Return the text below the front matter, and what that says. A rule at the top is no front matter."""
    lines = text.splitlines(keepends=True)
    if not lines or lines[0].rstrip() != _FENCE:
        return text, Metadata()
    end = next((i for i, line in enumerate(lines[1:], 1) if line.rstrip() in (_FENCE, "...")), None)
    if end is None:
        return text, Metadata()
    try:
        entry = yaml.safe_load("".join(lines[1:end]))
    except (yaml.YAMLError, ValueError) as error:  # a ValueError: a date such as 2022-13-45
        mark = getattr(error, "problem_mark", None)
        where = f" (line {mark.line + 2})" if mark else ""
        raise ArticleError(
            source.path, f"has front matter that is not valid YAML{where}"
        ) from error
    if not isinstance(entry, dict):
        return text, Metadata()
    return "".join(lines[end + 1 :]), extract_metadata(
        {str(key): _plain(value) for key, value in entry.items()}
    )


def _plain(value: object) -> object:
    """Return dates as they are written, and a list of authors as one text."""
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, list):  # a list in it may repeat by reference thousands of times
        return ", ".join(str(item) for item in value if not isinstance(item, list | dict))
    return value


def _blocks(text: str) -> Iterator[Block]:
    row: list[str] | None = None
    heading = False
    for token in MarkdownIt("commonmark").enable("table").parse(text):
        if token.type == "tr_open":
            row = []
        elif token.type == "tr_close" and row is not None:
            yield Block(" | ".join(filter(None, row)))
            row = None
        elif token.type in ("heading_open", "heading_close"):
            heading = token.type == "heading_open"
        elif token.type == "inline" and row is not None:
            row.append(_words(token.children or ()))
        elif token.type == "inline":
            yield Block(_words(token.children or ()), heading)
        elif token.type in ("fence", "code_block"):
            yield Block(token.content.strip("\n"))


def _words(tokens: Sequence[Token]) -> str:
    """Return what a reader sees of inline tokens: HTML tags and pictures have no words."""
    parts = {"text": None, "code_inline": None, "softbreak": " ", "hardbreak": "\n"}
    words = (
        token.content if parts[token.type] is None else parts[token.type]
        for token in tokens
        if token.type in parts
    )
    return "".join(part or "" for part in words).strip()
