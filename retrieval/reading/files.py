"""Read the articles of one file, which is read again when it changes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from retrieval.articles import Article, ArticleError
from retrieval.reading.dispatch import read_articles
from retrieval.reading.formats import find_format, load_file
from retrieval.reading.metadata import FolderMetadata, Metadata, read_sidecar
from retrieval.reading.source import SourceFile


def find_metadata(path: Path, folder: Path, metadata: FolderMetadata) -> Metadata:
    """
    Return what is known about a file in *folder*: its sidecar, and what the folder's `articles.toml`
    adds. For a collection that is a single file, *folder* is that file.

    Raises:
        ArticleError: The sidecar is invalid.
    """
    if path == folder:
        return read_sidecar(path)
    return read_sidecar(path).with_defaults(
        metadata.entries.get(path.relative_to(folder).as_posix(), Metadata())
    )


def read_file(path: Path, folder: Path, known: Metadata) -> list[Article | ArticleError]:
    """
    Return the articles of one file in *folder*, and the problems with what could not be read.

    An article's id is its path from *folder*, for a `.txt` without the suffix: no id depends on what
    else is there.

    Args:
        known: What `articles.toml` says about the file; a sidecar `<file>.toml` wins over it.
    """
    name = path.relative_to(folder)
    id_ = (name.with_suffix("") if name.suffix.lower() == ".txt" else name).as_posix()
    return _read(path, id_, known)


def read_single_file(path: Path) -> list[Article | ArticleError]:
    """Return the articles of a file that is a collection by itself; ids have no file name before them."""
    format_ = find_format(path)
    assert format_
    return _read(path, "" if format_.many_articles else path.name, Metadata())


def _read(path: Path, id_: str, known: Metadata) -> list[Article | ArticleError]:
    format_ = find_format(path)
    assert format_, path
    try:
        source = SourceFile(
            path, id_, load_file(path, format_.max_bytes), read_sidecar(path).with_defaults(known)
        )
    except ArticleError as error:
        return [error]
    items = list(_report_duplicates(path, read_articles(source)))
    problems = [item for item in items if isinstance(item, ArticleError)]
    if len(problems) == len(items) > 1:  # something else, with a problem in every line
        cause = f"holds no article that can be read; the first of {len(problems)} problems: "
        return [ArticleError(path, f"{cause}{problems[0]}")]
    return items or [ArticleError(path, "holds no articles")]


def _report_duplicates(
    path: Path, items: Iterator[Article | ArticleError]
) -> Iterator[Article | ArticleError]:
    ids: set[str] = set()
    for item in items:
        if isinstance(item, Article) and item.id in ids:
            yield ArticleError(path, f"holds two articles called {item.id!r}")
        else:
            yield item
        if isinstance(item, Article):
            ids.add(item.id)
