"""Remove an article from its folder, and check that it is gone."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from itertools import combinations
from pathlib import Path
from typing import Any

from retrieval.articles import Article, ArticleError
from retrieval.collection.disk_store import DiskStore
from retrieval.collection.in_memory import InMemoryCollection
from retrieval.collection.opening import CollectionOptions
from retrieval.collection.sync import sync
from retrieval.index.disk.index import StoredIndex
from retrieval.library import Library
from retrieval.query.parser import MAX_QUESTION
from retrieval.reading.files import read_file
from retrieval.reading.listing import ListedFile, list_folder
from retrieval.reading.metadata import (
    METADATA_FILE,
    Metadata,
    quote_toml,
    read_metadata,
    sidecar_path,
)
from retrieval.receipts.versions import versions_of
from retrieval.semantic.storage import drop_vectors
from retrieval.text.sentences import sentences

_FORGOTTEN = re.compile(r"^forgotten = \[.*\]\n", re.MULTILINE)
_WORD = re.compile(r"\w+")
_ENTRY = re.compile(r"^[ \t]*\[\[", re.MULTILINE)


def find_matches(wanted: str, by_id: Mapping[str, Article]) -> list[Article]:
    """
    Return the articles that *wanted* may mean: the one with that id, else those whose ids begin with it
    or whose titles have all its words, the last of which may be incomplete.
    """
    if wanted in by_id:
        return [by_id[wanted]]
    words = _WORD.findall(wanted.casefold())
    return [
        article
        for article in by_id.values()
        if article.id.startswith(wanted) or _has_words(article.title, words)
    ]


def _has_words(title: str, words: list[str]) -> bool:
    own = _WORD.findall(title.casefold())
    return (
        bool(words) and {*words[:-1]} <= {*own} and any(word.startswith(words[-1]) for word in own)
    )


def forget(article: Article, file: Path, options: CollectionOptions, *, alone: bool) -> str | None:
    """
    Remove *article* from its collection, and from everything that is made of it.

    Args:
        file: The file that holds it; see `find_file`.
        alone: Whether the file holds nothing else, and is deleted.

    Returns:
        A sentence that still finds it, if there is one.

    Raises:
        ArticleError: It cannot be removed from the folder.
        EngineError: It is gone from the folder, but an index that still has it cannot be written.
    """

    try:
        if alone:
            delete_file(file, options.path)
        else:
            mark_forgotten(article, options.path)
    except OSError as error:
        raise ArticleError(file, f"cannot be forgotten ({error.strerror or error})") from error
    drop_vectors(options.data_folder, options.path)
    versions = versions_of(options.data_folder, options.path)
    try:
        versions.forget(article)
    except OSError as error:
        cause = error.strerror or error
        raise ArticleError(versions.folder, f"still has its earlier versions ({cause})") from error
    if versions.holds(article):
        return article.title
    left = (find_remnant(article, library) for library in _libraries(options))
    return next(filter(None, left), None)


def _libraries(options: CollectionOptions) -> Iterator[Library]:
    """Yield the collection as each of its indexes has it, and as it is in memory."""
    for engine in ("tantivy", "opensearch") if options.cluster else ("tantivy",):
        indexed = replace(options, engine=engine).indexed()
        if indexed.folder.exists():
            indexed = replace(indexed, store=indexed.store.without_grace())
            sync(indexed, allow_empty=True)
            yield Library(DiskStore(StoredIndex(indexed.folder, indexed.store)))
    if not options.is_large():
        with suppress(ArticleError):  # it was the last article
            yield InMemoryCollection(options.path).library


def find_file(article: Article, folder: Path) -> tuple[Path, bool]:
    """
    Return the file in *folder* that holds *article*, and whether it holds nothing else.

    Raises:
        ArticleError: There is none, or *folder* is a file.
    """
    if not folder.is_dir():
        raise ArticleError(folder, f"is a single file: remove {article.id!r} from it by hand")
    metadata = read_metadata(folder)
    for path in sorted(_paths(folder), key=lambda path: article.id not in path.as_posix()):
        known = metadata.entries.get(path.relative_to(folder).as_posix(), Metadata())
        ids = [item.id for item in read_file(path, folder, known) if isinstance(item, Article)]
        if article.id in ids:
            return path, ids == [article.id]
    raise ArticleError(folder, f"holds no file with {article.id!r}")


def mark_forgotten(article: Article, folder: Path) -> None:
    """
    Let `articles.toml` say that *article* is forgotten; the file that it shares with others stays.

    Raises:
        ArticleError: The list of forgotten articles cannot be changed here; nothing was changed.
    """
    path = folder / METADATA_FILE
    toml = path.read_text(encoding="utf-8") if path.exists() else ""
    forgotten = [*tomllib.loads(toml).get("forgotten", []), article.id]
    line = f"forgotten = [{', '.join(map(quote_toml, forgotten))}]\n"
    changed = line + _FORGOTTEN.sub("", toml, count=1)
    if _parse(changed) != tomllib.loads(toml) | {"forgotten": forgotten}:
        raise ArticleError(path, f"has forgotten = […]: add {article.id!r} to it by hand")
    path.write_text(changed, encoding="utf-8")


def _parse(toml: str) -> dict[str, Any] | None:
    try:
        return tomllib.loads(toml)
    except tomllib.TOMLDecodeError:
        return None


def delete_file(file: Path, folder: Path) -> None:
    """
    Delete *file*, its sidecar, and its entry in `articles.toml`.

    Raises:
        ArticleError: The entry cannot be told from others; nothing was deleted.
    """
    path = folder / METADATA_FILE
    toml = path.read_text(encoding="utf-8") if path.exists() else ""
    rest = remove_entry(toml, file.relative_to(folder).as_posix())
    if rest is None:
        raise ArticleError(path, f"has an entry for {file.name}: remove it by hand first")
    file.unlink()
    sidecar_path(file).unlink(missing_ok=True)
    if rest != toml:
        path.write_text(rest, encoding="utf-8")


def remove_entry(toml: str, file: str) -> str | None:
    """Return the text of an `articles.toml` without the entry of *file*; None if that is impossible."""
    entries = tomllib.loads(toml).get("article", [])
    kept = [entry for entry in entries if entry.get("file") != file]
    if kept == entries:
        return toml
    bounds = [match.start() for match in _ENTRY.finditer(toml)] + [len(toml)]
    # A value may contain what looks like the start of an entry, so every end is tried.
    for start, end in combinations(bounds, 2):
        if file not in toml[start:end]:
            continue
        rest = toml[:start] + toml[end:]
        try:
            if tomllib.loads(rest).get("article", []) == kept:
                return rest
        except tomllib.TOMLDecodeError:
            continue
    return None


def find_remnant(article: Article, library: Library) -> str | None:
    """Return a sentence of *article* for which *library* still finds it, if there is one."""
    for sentence in _sentences(article):
        if any(hit.passage.article == article.id for hit in library.rank(sentence).hits):
            return sentence
    return article.title if article.id in library.articles else None


def _sentences(article: Article) -> Iterator[str]:
    for _, _, paragraph in article.paragraphs():
        for span in sentences(article.text, *paragraph, article.language):
            yield article.slice(span)[:MAX_QUESTION]


def _paths(folder: Path) -> Iterator[Path]:
    return (Path(file.path) for file in list_folder(folder) if isinstance(file, ListedFile))
