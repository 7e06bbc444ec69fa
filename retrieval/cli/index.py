"""`cuttings index`."""

from __future__ import annotations

import sys
import time
from argparse import ArgumentParser
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING

from retrieval.articles import ArticleError, EngineError
from retrieval.cli.console import print_json, print_notice, report_problems
from retrieval.cli.exit_codes import ANSWERED, NO_ANSWER
from retrieval.cli.options import CommonOptions, add_articles, add_data, add_json, add_semantic
from retrieval.cli.settings import collection_options, kept_versions, semantic_model
from retrieval.collection import sync
from retrieval.index.disk import index as disk_index
from retrieval.output import json_output, plain_text
from retrieval.output.progress import embedding_bar, indexing_bar

if TYPE_CHECKING:
    from retrieval.collection.stored_meaning import StoredMeaning
    from retrieval.collection.sync_records import IndexedFolder, SyncReport
    from retrieval.semantic.vectors import EmbeddingProgress

ARGUMENTS = ""
_PAUSE = 1.0
"""Seconds between two looks at a folder that is watched."""


@dataclass(frozen=True, kw_only=True)
class Options(CommonOptions):
    as_json: bool
    semantic: str | None
    watch: bool
    rebuild: bool


def add_options(parser: ArgumentParser) -> None:
    add_articles(parser)
    add_data(parser)
    add_semantic(parser)
    add_json(parser)
    parser.add_argument(
        "--watch", action="store_true", help="follow every change of the folder, until Ctrl-C"
    )
    parser.add_argument("--rebuild", action="store_true", help="build the index from scratch")


def run(options: Options) -> int:
    """
    Update the index on disk to match the articles.

    Only new and changed files are read. Meanwhile the index can be searched, and
    the update can be stopped at any moment: the next one completes it. With a model
    of meaning, passages are embedded once they are in the index.

    Examples:
      cuttings index --articles archive
      cuttings index --articles archive --watch
      cuttings ask --articles archive "who warned Serbia?"

    Exit codes:
      0  all articles are in the index
      1  some files could not be read, and are named; all others are in the index
      2  an error, which is printed on standard error
    """

    versions = kept_versions(options)
    chosen = collection_options(options, semantic_model(options.semantic))
    folder = chosen.indexed(versions)
    meaning = chosen.stored_meaning(on_demand=False)
    with indexing_bar() as progress:
        report = sync.sync(folder, progress, rebuild=options.rebuild)
    if meaning:
        with embedding_bar() as embedding:
            _embed(folder, meaning, embedding)
    print_notice(versions.problem)
    _print_report(report, as_json=options.as_json)
    problem = ""
    while options.watch:
        time.sleep(_PAUSE)
        try:
            report = sync.sync(folder)
            if meaning and report.is_news:
                _embed(folder, meaning)
        except (ArticleError, EngineError) as error:  # such as a network folder that is offline
            if str(error) != problem:
                print_notice(str(error))
            problem = str(error)
            continue
        problem = ""
        if report.is_news:
            _print_report(report, as_json=options.as_json)
            sys.stdout.flush()
    return NO_ANSWER if report.problems else ANSWERED


def _embed(
    folder: IndexedFolder, meaning: StoredMeaning, progress: EmbeddingProgress | None = None
) -> None:
    with closing(disk_index.StoredIndex(folder.folder, folder.store)) as stored:
        meaning.embed_missing(stored, progress)


def _print_report(report: SyncReport, *, as_json: bool) -> None:
    if as_json:
        print_json(json_output.export_report(report))
        return

    report_problems(report.problems)
    print(plain_text.format_report(report))
