"""`cuttings index`."""

from __future__ import annotations

import sys
import time
from argparse import ArgumentParser
from pathlib import Path
from typing import TYPE_CHECKING

from retrieval.articles import ArticleError, EngineError
from retrieval.cli import options
from retrieval.cli.exit_codes import ANSWERED, NO_ANSWER
from retrieval.cli.settings import collection_options, kept_versions
from retrieval.cli.signs import indexing_bar, print_json, report_problems, tell

if TYPE_CHECKING:
    from retrieval.collection.sync_records import SyncReport

TAKES = ""
_WATCHED = 1.0
"""Seconds between looks at a folder."""


def add_options(parser: ArgumentParser) -> None:
    options.articles(parser)
    options.data(parser)
    options.as_json(parser)
    parser.add_argument(
        "--watch", action="store_true", help="go on until Ctrl-C: follow every change of the folder"
    )
    parser.add_argument(
        "--rebuild", action="store_true", help="make the index anew, whatever there is"
    )


def run(articles: Path | None, data: Path | None, as_json: bool, watch: bool, rebuild: bool) -> int:
    """
    Bring the index on disk in step with the articles.

    Only files that are new or changed are read. It can be asked all the while,
    and stopped at any moment: the next time finishes the work.

    Examples:
      cuttings index --articles archive
      cuttings index --articles archive --watch
      cuttings ask --articles archive "who warned Serbia?"

    Exit codes:
      0  everything is in
      1  some files could not be read, and were named; everything else is in
      2  an error, told on standard error
    """
    from retrieval.collection.sync import sync

    versions = kept_versions(articles, data)
    indexed = collection_options(articles, data).indexed(versions)
    with indexing_bar() as progress:
        report = sync(indexed, progress, rebuild=rebuild)
    tell(versions.problem)
    _tell(report, as_json=as_json)
    told = ""
    while watch:
        time.sleep(_WATCHED)
        try:
            report = sync(indexed)
        except (ArticleError, EngineError) as error:  # such as a share that is away for a while
            if str(error) != told:
                tell(str(error))
            told = str(error)
            continue
        told = ""
        if report.is_news:
            _tell(report, as_json=as_json)
            sys.stdout.flush()
    return NO_ANSWER if report.problems else ANSWERED


def _tell(report: SyncReport, *, as_json: bool) -> None:
    from retrieval.output import json_output, plain_text

    if as_json:
        print_json(json_output.report(report))
        return
    report_problems(report.problems)
    print(plain_text.report(report))
