"""Readers: one small module per format, each making `Article`s of what it is given."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from retrieval.articles import Article, ArticleError
from retrieval.reading.files import read_file, read_single_file
from retrieval.reading.formats import FORMATS
from retrieval.reading.listing import list_collection
from retrieval.reading.metadata import FolderMetadata, Metadata, read_metadata


def read_collection(path: Path) -> tuple[list[Article], list[ArticleError], FolderMetadata]:
    """
    Read a folder of articles, by file name, or a single file of a format in `FORMATS`.

    Returns:
        The articles; what could not be read, each with its cause; what `articles.toml` says.

    Raises:
        ArticleError: *path* is missing, is neither, or its `articles.toml` is at fault.
    """
    about = read_metadata(path) if path.is_dir() else FolderMetadata()
    found = list(report_duplicates(_found(path, about)))
    articles = [i for i in found if isinstance(i, Article) and i.id not in about.forgotten]
    problems = [item for item in found if isinstance(item, ArticleError)]
    if not articles:
        raise (
            problems[0]
            if len(problems) == 1
            else ArticleError(path, f"holds no article that can be read{_first(problems)}")
        )
    return articles, problems, about


Found = tuple[Path | str, Article | ArticleError]
"""From which file."""


def _found(collection: Path, about: FolderMetadata) -> Iterator[Found]:
    for seen in list_collection(collection):
        if isinstance(seen, ArticleError):
            yield collection, seen
            continue
        path = Path(seen.path)
        if path == collection:
            yield from ((path, item) for item in read_single_file(path))
        else:
            known = about.entries.get(seen.name, Metadata())
            yield from ((path, item) for item in read_file(path, collection, known))


def report_duplicates(found: Iterator[Found]) -> Iterator[Article | ArticleError]:
    """An id is the article's that comes first; a later one by that name is a problem."""
    of: dict[str, Path | str] = {}
    for path, item in found:
        if isinstance(item, Article) and of.setdefault(item.id, path) != path:
            yield ArticleError(path, f"holds an article called {item.id!r}, as {of[item.id]} does")
        else:
            yield item


def _first(problems: list[ArticleError]) -> str:
    return (
        f"; the first of {len(problems)} problems: {problems[0]}"
        if problems
        else f" (it needs files of {', '.join(FORMATS)})"
    )
