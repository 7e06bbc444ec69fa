"""The files of a folder, and the articles of one file: what is read anew when one file changes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from retrieval.articles import Article, ArticleError
from retrieval.reading.article import make_article
from retrieval.reading.jsonl import read_jsonl
from retrieval.reading.metadata import Metadata
from retrieval.reading.text import read_text

SUFFIXES = (".txt",)
"""The files of a folder that are read; others are left alone."""


def files(folder: Path) -> Iterator[Path | ArticleError]:
    """The files in *folder* that hold articles, by path; and what is wrong with others."""
    for path in sorted(folder.rglob("*")):
        if path.suffix.lower() in SUFFIXES and path.is_file() and not path.name.startswith("."):
            yield path


def read_file(path: Path, folder: Path, known: Metadata) -> list[Article | ArticleError]:
    """
    The articles of one file in *folder*, and what could not be read.

    Args:
        known: Of the file, from `articles.toml`.
    """
    id_ = path.relative_to(folder).with_suffix("").as_posix()
    try:
        return [make_article(id_, read_text(path, known.encoding), known)]
    except ArticleError as error:
        return [error]


def read_alone(path: Path) -> list[Article | ArticleError]:
    """The articles of a file that was named itself; those of a collection are called as it says."""
    try:
        return list(read_jsonl(path))
    except ArticleError as error:
        return [error]
