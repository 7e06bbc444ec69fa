"""`cuttings forget`."""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from retrieval.articles import ArticleError
from retrieval.cli import options
from retrieval.cli.ending import ANSWERED, NO_ANSWER, CommandError
from retrieval.cli.opening import find, open_library
from retrieval.cli.settings import cluster_set, collection, data_folder, memory_passages

if TYPE_CHECKING:
    from retrieval.engines.opensearch import Settings as ClusterSettings
    from retrieval.library import Library

TAKES = "ARTICLE"


def add_options(parser: ArgumentParser) -> None:
    options.article(parser)
    options.articles(parser)
    options.data(parser)
    parser.add_argument("--yes", action="store_true", help="do not ask first")


def run(article: str, articles: Path | None, data: Path | None, yes: bool) -> int:
    """
    Forget an article, and see that nothing of it can be found.

    The folder is the truth: the file of the article is deleted. Where it holds
    others too, such as a feed or an archive, it stays as it is, and articles.toml
    says which of its articles are forgotten.

    Exit codes:
      0  it is gone, and none of its sentences is found
      1  nothing was changed
      2  an error, told on standard error
    """
    from retrieval.forgetting import delete, file_of, leave_out, still_found
    from retrieval.semantic.storage import drop

    path, cluster = collection(articles), cluster_set()
    data = data_folder(data)
    chosen = find(article, open_library(articles, data=data).articles)
    file, alone = file_of(chosen, path)
    doing = f"Delete {file}" if alone else f"Leave out {chosen.id}, one of several in {file}"
    if not yes and not _agreed(f"{doing}, “{chosen.title}”?"):
        return NO_ANSWER
    if alone:
        delete(file, path)
        done = f"{file} is deleted"
    else:
        leave_out(chosen, path)
        done = f"{chosen.id} is left out from now on, though {file} still has it"
    drop(data, path)
    for library in _libraries(path, data, cluster):
        if left := still_found(chosen, library):
            raise CommandError(f"{done}, but this is still found: {left}")
    print(f"{done}, and nothing of “{chosen.title}” can be found.")
    return ANSWERED


def _libraries(path: Path, data: Path, cluster: ClusterSettings | None) -> Iterator[Library]:
    """What is found now: in each index that there is, and without one."""
    from retrieval.collection import InMemory, is_large, stored_at

    for engine in ("tantivy", "opensearch") if cluster else ("tantivy",):
        folder, home = stored_at(path, data, engine, cluster)
        if folder.exists():
            from retrieval.stored.index import StoredIndex
            from retrieval.stored.library import StoredLibrary
            from retrieval.stored.sync import sync

            home = home.at_once()
            sync(path, folder, home=home, emptied=True)
            yield StoredLibrary(StoredIndex(folder, home))
    if not is_large(path, memory_passages()):
        with suppress(ArticleError):  # it was the last
            yield InMemory(path).library


def _agreed(question: str) -> bool:
    if not sys.stdin.isatty():
        raise CommandError("say --yes to delete it: nobody is here to be asked")
    return input(f"{question} [y/N] ").strip().casefold() in ("y", "yes")
