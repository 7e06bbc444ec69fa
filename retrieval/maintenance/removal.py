"""Taking an article out of its folder, and seeing that it is gone."""

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
from retrieval.collection.in_memory import InMemoryCollection
from retrieval.collection.opening import CollectionOptions
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
from retrieval.text.sentences import sentences

_FORGOTTEN = re.compile(r"^forgotten = \[.*\]\n", re.MULTILINE)
_WORD = re.compile(r"\w+")
_ENTRY = re.compile(r"^[ \t]*\[\[", re.MULTILINE)


def find_matches(wanted: str, by_id: Mapping[str, Article]) -> list[Article]:
    """
    Which articles *wanted* may mean: the one of that id, else those whose ids begin with it or whose
    titles hold all its words, the last perhaps begun only.
    """
    if wanted in by_id:
        return [by_id[wanted]]
    words = _WORD.findall(wanted.casefold())
    return [one for one in by_id.values() if one.id.startswith(wanted) or _holds(one.title, words)]


def _holds(title: str, words: list[str]) -> bool:
    told = _WORD.findall(title.casefold())
    return bool(words) and set(words[:-1]) <= {*told} and any(w.startswith(words[-1]) for w in told)


def forget(article: Article, file: Path, options: CollectionOptions, *, alone: bool) -> str | None:
    """
    Take *article* out of its collection and out of all that is made of it.

    Args:
        file: That holds it; see `find_file`.
        alone: It holds nothing else, and is deleted.

    Returns:
        A sentence by which it is found all the same.

    Raises:
        ArticleError: It cannot be taken out of the folder.
        EngineError: It is gone from the folder, but an index that still has it cannot be written.
    """
    from retrieval.receipts.versions import versions_of
    from retrieval.semantic.storage import drop

    try:
        if alone:
            delete_file(file, options.path)
        else:
            mark_forgotten(article, options.path)
    except OSError as error:
        raise ArticleError(file, f"cannot be forgotten ({error.strerror or error})") from error
    drop(options.data_folder, options.path)
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
    """What is found now: in each index that there is, and without one."""
    for engine in ("tantivy", "opensearch") if options.cluster else ("tantivy",):
        indexed = replace(options, engine=engine).indexed()
        if indexed.folder.exists():
            from retrieval.collection.disk_store import DiskStore
            from retrieval.collection.sync import sync
            from retrieval.index.disk.index import StoredIndex

            indexed = replace(indexed, store=indexed.store.without_grace())
            sync(indexed, allow_empty=True)
            yield Library(DiskStore(StoredIndex(indexed.folder, indexed.store)))
    if not options.is_large():
        with suppress(ArticleError):  # it was the last article
            yield InMemoryCollection(options.path).library


def find_file(article: Article, folder: Path) -> tuple[Path, bool]:
    """
    The file in *folder* that holds *article*, and whether it holds nothing else.

    Raises:
        ArticleError: There is none, or *folder* is a file.
    """
    if not folder.is_dir():
        raise ArticleError(folder, f"is one file: take {article.id!r} out of it by hand")
    about = read_metadata(folder)
    for path in sorted(_paths(folder), key=lambda path: article.id not in path.as_posix()):
        known = about.entries.get(path.relative_to(folder).as_posix(), Metadata())
        found = [item.id for item in read_file(path, folder, known) if isinstance(item, Article)]
        if article.id in found:
            return path, found == [article.id]
    raise ArticleError(folder, f"holds no file with {article.id!r}")


def mark_forgotten(article: Article, folder: Path) -> None:
    """
    Have `articles.toml` say that *article* is forgotten; the file that it shares with others stays.

    Raises:
        ArticleError: It has a list of such that cannot be changed here; nothing was.
    """
    path = folder / METADATA_FILE
    told = path.read_text(encoding="utf-8") if path.exists() else ""
    forgotten = [*tomllib.loads(told).get("forgotten", []), article.id]
    line = f"forgotten = [{', '.join(map(quote_toml, forgotten))}]\n"
    changed = line + _FORGOTTEN.sub("", told, count=1)
    if _parsed(changed) != tomllib.loads(told) | {"forgotten": forgotten}:
        raise ArticleError(path, f"has forgotten = […]: add {article.id!r} to it by hand")
    path.write_text(changed, encoding="utf-8")


def _parsed(told: str) -> dict[str, Any] | None:
    try:
        return tomllib.loads(told)
    except tomllib.TOMLDecodeError:
        return None


def delete_file(file: Path, folder: Path) -> None:
    """
    Delete *file*, and what `articles.toml` says of it.

    Raises:
        ArticleError: The entry there cannot be told from others; nothing was deleted.
    """
    path = folder / METADATA_FILE
    told = path.read_text(encoding="utf-8") if path.exists() else ""
    rest = remove_entry(told, file.relative_to(folder).as_posix())
    if rest is None:
        raise ArticleError(path, f"has an entry for {file.name}: take it out by hand first")
    file.unlink()
    sidecar_path(file).unlink(missing_ok=True)
    if rest != told:
        path.write_text(rest, encoding="utf-8")


def remove_entry(told: str, file: str) -> str | None:
    """The text of an `articles.toml` without the entry of *file*; None where that cannot be done."""
    entries = tomllib.loads(told).get("article", [])
    kept = [entry for entry in entries if entry.get("file") != file]
    if kept == entries:
        return told
    bounds = [match.start() for match in _ENTRY.finditer(told)] + [len(told)]
    # What looks like the beginning of an entry may stand in a text of one, so the end is tried for.
    for start, end in combinations(bounds, 2):
        if file not in told[start:end]:
            continue
        rest = told[:start] + told[end:]
        try:
            if tomllib.loads(rest).get("article", []) == kept:
                return rest
        except tomllib.TOMLDecodeError:
            continue
    return None


def find_remnant(article: Article, library: Library) -> str | None:
    """A sentence of *article* by which *library* still finds it."""
    for sentence in _sentences(article):
        if any(hit.passage.article == article.id for hit in library.rank(sentence).hits):
            return sentence
    return article.title if article.id in library.articles else None


def _sentences(article: Article) -> Iterator[str]:
    for _, _, paragraph in article.paragraphs():
        for span in sentences(article.text, *paragraph, article.language):
            yield article.slice(span)[:MAX_QUESTION]


def _paths(folder: Path) -> Iterator[Path]:
    return (Path(seen.path) for seen in list_folder(folder) if isinstance(seen, ListedFile))
