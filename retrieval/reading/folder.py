"""Reads the articles of a folder, or of a single file."""

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
    Read a folder of articles, in the order of file names, or a single file of a format in `FORMATS`.

    Returns:
        The articles, the problems with what could not be read, and what `articles.toml` says.

    Raises:
        ArticleError: *path* is missing or is neither, its `articles.toml` is invalid, or it holds no
            article that can be read.
    """
    metadata = read_metadata(path) if path.is_dir() else FolderMetadata()
    items = list(report_duplicates(_read_files(path, metadata)))
    articles = [i for i in items if isinstance(i, Article) and i.id not in metadata.forgotten]
    problems = [item for item in items if isinstance(item, ArticleError)]
    if not articles:
        raise (
            problems[0]
            if len(problems) == 1
            else ArticleError(path, f"holds no article that can be read{_hint(problems)}")
        )
    return articles, problems, metadata


FileItem = tuple[Path | str, Article | ArticleError]
"""The path of a file, and an article or a problem in it."""


def _read_files(collection: Path, metadata: FolderMetadata) -> Iterator[FileItem]:
    for file in list_collection(collection):
        if isinstance(file, ArticleError):
            yield collection, file
            continue
        path = Path(file.path)
        if path == collection:
            yield from ((path, item) for item in read_single_file(path))
        else:
            known = metadata.entries.get(file.name, Metadata())
            yield from ((path, item) for item in read_file(path, collection, known))


def report_duplicates(items: Iterator[FileItem]) -> Iterator[Article | ArticleError]:
    """Yield the items, but a problem for each article whose id an article of another file has."""
    holders: dict[str, Path | str] = {}
    for path, item in items:
        if isinstance(item, Article) and holders.setdefault(item.id, path) != path:
            holder = holders[item.id]
            yield ArticleError(path, f"holds an article called {item.id!r}, as {holder} does")
        else:
            yield item


def _hint(problems: list[ArticleError]) -> str:
    return (
        f"; the first of {len(problems)} problems: {problems[0]}"
        if problems
        else f" (it needs files of {', '.join(FORMATS)})"
    )
