"""`cuttings add`."""

from __future__ import annotations

from argparse import ArgumentParser
from dataclasses import dataclass
from pathlib import Path

from retrieval.cli.console import print_json, printer, report_problems
from retrieval.cli.exit_codes import ANSWERED
from retrieval.cli.options import CommonOptions, add_articles, add_json
from retrieval.cli.settings import articles_path
from retrieval.maintenance import adding
from retrieval.output import json_output
from retrieval.output.progress import spinner

ARGUMENTS = "URL|FILE"


@dataclass(frozen=True, kw_only=True)
class Options(CommonOptions):
    source: str
    as_json: bool


def add_options(parser: ArgumentParser) -> None:
    parser.add_argument(
        "source",
        metavar="URL|FILE",
        help="the address of a web page, or a file of a supported format",
    )
    add_articles(parser)
    add_json(parser)


def run(options: Options) -> int:
    """
    Put a web page or a file into the folder of articles.

    A page is saved as it was sent; its metadata goes into a .toml file beside it,
    where it can be corrected. Pages are fetched from the public web only: at most
    20 MB, 30 seconds and 5 redirects. Nothing is saved that contains no article,
    and no file is overwritten.

    Examples:
      cuttings add https://bugle.example/1997/flood
      cuttings add --articles archive report.pdf
    """

    folder = articles_path(options.articles)
    if adding.is_url(options.source):
        with spinner("Fetching"):
            added = adding.add_page(options.source, folder)
    else:
        added = adding.add_file(Path(options.source), folder)
    report_problems(added.problems)
    if options.as_json:
        print_json(
            {
                "file": str(added.path),
                "articles": list(map(json_output.export_article, added.articles)),
            }
        )
    else:
        printer().print_added(added.path, added.articles)
    return ANSWERED
