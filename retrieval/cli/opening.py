"""The collection that a command is about."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

from retrieval.articles import Article, ArticleError, EngineError
from retrieval.cli.exit_codes import CommandError
from retrieval.cli.settings import collection_options, kept_versions
from retrieval.cli.signs import embedding_bar, indexing_bar, report_problems, tell

if TYPE_CHECKING:
    from retrieval.answers.records import Answer
    from retrieval.collection.sync_records import SyncReport
    from retrieval.library import Library


def open_library(
    articles: Path | None,
    semantic: str | None = None,
    data: Path | None = None,
    engine: str | None = None,
) -> Library:
    from retrieval.collection.on_disk import OnDiskCollection
    from retrieval.collection.opening import open_collection

    options = collection_options(articles, data, engine, semantic).resolved()
    stored = options.is_stored
    try:
        with embedding_bar() as embedding, indexing_bar() if stored else nullcontext() as progress:
            # In memory only the articles that are shown are kept, by `keep_shown`: all would take long.
            versions = kept_versions(articles, data) if stored else None
            opened = open_collection(options, versions, progress, embedding)
            if stored:
                from retrieval.collection.on_disk import OnDiskCollection

                assert isinstance(opened, OnDiskCollection)
                tell(_anew(opened.report) if opened.report else opened.catch_up())
            library = opened.library
    except (ArticleError, EngineError):
        raise
    except ValueError as error:  # of a model: its class would take long to import
        raise CommandError(str(error)) from error
    report_problems(library.problems)
    return library


def keep_shown(answer: Answer, library: Library, articles: Path | None, data: Path | None) -> None:
    """Keep what the receipts of an *answer* name, so that they can be verified when it has changed."""
    versions = kept_versions(articles, data)
    nearest = answer.no_answer.nearest if answer.no_answer else ()
    if versions.keep(excerpt.article for excerpt in (*answer.excerpts, *nearest)):
        versions.sweep(library.hashes)


def _anew(report: SyncReport) -> str | None:
    return f"The index was made anew: {report.rebuilt}" if report.rebuilt else None


def find(wanted: str, by_id: Mapping[str, Article]) -> Article:
    begun = [id_ for id_ in by_id if id_.startswith(wanted)]
    if wanted in by_id or len(begun) == 1:
        return by_id[wanted if wanted in by_id else begun[0]]
    if begun:
        raise CommandError(f"Several articles begin with {wanted!r}: {_some(begun)}.")
    from difflib import get_close_matches

    near = get_close_matches(wanted, by_id, cutoff=0.3)
    hint = f"the nearest are {_some(near)}" if near else "`cuttings sources` lists them"
    raise CommandError(f"No article is called {wanted!r}; {hint}.")


def _some(ids: list[str]) -> str:
    more = f" and {len(ids) - 5} more" if len(ids) > 5 else ""
    return ", ".join(ids[:5]) + more
