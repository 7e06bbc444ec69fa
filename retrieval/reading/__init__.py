"""Readers: one small module per format, each making `Article`s of what it is given."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from retrieval.articles import Article, ArticleError
from retrieval.reading.files import files, read_alone, read_file
from retrieval.reading.metadata import FolderMetadata, Metadata, read_metadata


def read(path: Path) -> tuple[list[Article], list[ArticleError], FolderMetadata]:
    """
    Read a folder of articles, by file name, or a `.jsonl` collection.

    Returns:
        The articles; what could not be read, each with its cause; what `articles.toml` says.

    Raises:
        ArticleError: *path* is missing, is neither, or its `articles.toml` is at fault.
    """
    if path.is_dir():
        about = read_metadata(path)
        found = list(_read_folder(path, about))
    elif path.suffix == ".jsonl" and path.exists():
        about = FolderMetadata()
        found = read_alone(path)
    elif path.exists():
        raise ArticleError(path, "is neither a folder of articles nor a .jsonl collection")
    else:
        raise ArticleError(path, "does not exist; name a folder of .txt articles or a .jsonl file")
    articles = [item for item in found if isinstance(item, Article)]
    problems = [item for item in found if isinstance(item, ArticleError)]
    if not articles:
        raise (
            problems[0]
            if len(problems) == 1
            else ArticleError(path, f"holds no article that can be read{_first(problems)}")
        )
    return articles, problems, about


def _read_folder(folder: Path, about: FolderMetadata) -> Iterator[Article | ArticleError]:
    for path in files(folder):
        if isinstance(path, ArticleError):
            yield path
        else:
            known = about.entries.get(path.relative_to(folder).as_posix(), Metadata())
            yield from read_file(path, folder, known)


def _first(problems: list[ArticleError]) -> str:
    return (
        f"; the first of {len(problems)} problems: {problems[0]}"
        if problems
        else " (it needs .txt files)"
    )
