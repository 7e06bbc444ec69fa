"""The collection that a command works on."""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextlib import nullcontext
from typing import TYPE_CHECKING

from retrieval.articles import Article
from retrieval.cli.console import print_notice, report_problems
from retrieval.cli.exit_codes import CommandError
from retrieval.cli.options import CommonOptions
from retrieval.cli.settings import collection_options, kept_versions
from retrieval.collection import on_disk, opening
from retrieval.output.progress import embedding_bar, indexing_bar
from retrieval.reader.records import OFF

if TYPE_CHECKING:
    from retrieval.answers.records import Answer
    from retrieval.collection.sync_records import SyncReport
    from retrieval.library import Library


def open_library(
    options: CommonOptions, semantic: str | None = None, reader: str = OFF, *, whole: bool = False
) -> Library:
    """
    Open the articles, and name on standard error the files that could not be read.

    Args:
        whole: Whether to embed all passages first, for which many questions are worth waiting. Otherwise each
            question waits for its candidates only.
    """
    if not semantic:
        # Only a model multiplies matrices. The threads that numpy starts for that take 30 ms to wait for nothing.
        os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    chosen = collection_options(options, semantic, reader).resolved()
    stored = chosen.is_stored
    with embedding_bar() as embedding, indexing_bar() if stored else nullcontext() as progress:
        # In memory only the articles that are shown are kept, by `keep_shown`: all would take long.
        versions = kept_versions(options) if stored else None
        collection = opening.open_collection(chosen, versions, progress, embedding)
        if stored:
            assert isinstance(collection, on_disk.OnDiskCollection)
            report = collection.report
            print_notice(_rebuilt(report) if report else collection.catch_up())
        if whole:
            collection.embed_missing(embedding)
        library = collection.library
    report_problems(library.problems)
    return library


def _rebuilt(report: SyncReport) -> str | None:
    return f"The index was rebuilt because {report.rebuilt}" if report.rebuilt else None


def keep_shown(answer: Answer, library: Library, options: CommonOptions) -> None:
    """Keep the articles that an *answer* shows, so that its receipts can be verified after a change."""
    versions = kept_versions(options)
    nearest = answer.no_answer.nearest if answer.no_answer else ()
    if versions.keep(excerpt.article for excerpt in (*answer.excerpts, *nearest)):
        versions.sweep(library.hashes)


def find_article(wanted: str, by_id: Mapping[str, Article]) -> Article:
    """Return the article with the id *wanted*, else the only one whose id begins with it."""
    begun = [id_ for id_ in by_id if id_.startswith(wanted)]
    if wanted in by_id or len(begun) == 1:
        return by_id[wanted if wanted in by_id else begun[0]]
    if begun:
        raise CommandError(f"Several ids begin with {wanted!r}: {_first_five(begun)}.")
    from difflib import get_close_matches

    close = get_close_matches(wanted, by_id, cutoff=0.3)
    hint = f"the closest are {_first_five(close)}" if close else "`cuttings sources` lists them"
    raise CommandError(f"No article has the id {wanted!r}; {hint}.")


def _first_five(ids: list[str]) -> str:
    more = f" and {len(ids) - 5} more" if len(ids) > 5 else ""
    return ", ".join(ids[:5]) + more
