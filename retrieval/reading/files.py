"""The articles of one file: what is read anew when it changes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from retrieval.articles import Article, ArticleError
from retrieval.reading.dispatch import read_articles
from retrieval.reading.formats import find_format, load_file
from retrieval.reading.metadata import FolderMetadata, Metadata, read_sidecar
from retrieval.reading.source import SourceFile


def find_metadata(path: Path, folder: Path, about: FolderMetadata) -> Metadata:
    """
    What is known about a file in *folder*: its sidecar, and what the folder's `articles.toml` adds.
    A collection of one file is its own folder.

    Raises:
        ArticleError: The sidecar is at fault.
    """
    if path == folder:
        return read_sidecar(path)
    return read_sidecar(path).over(
        about.entries.get(path.relative_to(folder).as_posix(), Metadata())
    )


def read_file(path: Path, folder: Path, known: Metadata) -> list[Article | ArticleError]:
    """
    The articles of one file in *folder*, and what could not be read.

    An article is named by its path from *folder*, a `.txt` without its suffix: no name depends on
    what else is there.

    Args:
        known: Of the file, from `articles.toml`; a sidecar `<file>.toml` knows better.
    """
    name = path.relative_to(folder)
    id_ = (name.with_suffix("") if name.suffix.lower() == ".txt" else name).as_posix()
    return _read(path, id_, known)


def read_single_file(path: Path) -> list[Article | ArticleError]:
    """The articles of a file that was named itself; those of a collection are called as it says."""
    format_ = find_format(path)
    assert format_
    return _read(path, "" if format_.several else path.name, Metadata())


def _read(path: Path, id_: str, known: Metadata) -> list[Article | ArticleError]:
    format_ = find_format(path)
    assert format_, path
    try:
        source = SourceFile(
            path, id_, load_file(path, format_.most), read_sidecar(path).over(known)
        )
    except ArticleError as error:
        return [error]
    found = list(_named_once(path, read_articles(source)))
    problems = [item for item in found if isinstance(item, ArticleError)]
    if len(problems) == len(found) > 1:  # it is something else, and every line of it would be told
        told = f"holds no article that can be read; the first of {len(problems)} problems: "
        return [ArticleError(path, f"{told}{problems[0]}")]
    return found or [ArticleError(path, "holds no articles")]


def _named_once(
    path: Path, found: Iterator[Article | ArticleError]
) -> Iterator[Article | ArticleError]:
    seen: set[str] = set()
    for item in found:
        if isinstance(item, Article) and item.id in seen:
            yield ArticleError(path, f"holds two articles called {item.id!r}")
        else:
            yield item
        if isinstance(item, Article):
            seen.add(item.id)
