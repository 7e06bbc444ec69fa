"""`cuttings add`."""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from pathlib import Path

from retrieval.cli import options
from retrieval.cli.exit_codes import ANSWERED
from retrieval.cli.settings import collection
from retrieval.cli.signs import print_json, report_problems, sign_of_life

TAKES = "URL|FILE"


def add_options(parser: ArgumentParser) -> None:
    parser.add_argument(
        "what",
        metavar="URL|FILE",
        help="the address of a web page, or a file of a format that is read",
    )
    options.articles(parser)
    options.as_json(parser)


def run(what: str, articles: Path | None, as_json: bool) -> int:
    """
    Put a web page or a file into the folder of articles.

    A page is saved as it was sent; what it says of itself goes into a .toml beside
    it, to be corrected there. Pages come from the public web alone: at most 20 MB,
    30 seconds and 5 redirects. Nothing is saved that holds no article, and no file
    is overwritten.

    Examples:
      cuttings add https://bugle.example/1997/flood
      cuttings add --articles archive report.pdf
    """
    from retrieval.maintenance import adding

    folder = collection(articles)
    if adding.is_url(what):
        with sign_of_life("Fetching"):
            added = adding.add_page(what, folder)
    else:
        added = adding.add_file(Path(what), folder)
    report_problems(added.problems)
    if as_json:
        from retrieval.output import json_output

        told = [json_output.article(article) for article in added.articles]
        print_json({"file": str(added.path), "articles": told})
    elif sys.stdout.isatty():
        from retrieval.output import terminal

        terminal.added(terminal.screen(), added.path, added.articles)
    else:
        from retrieval.output import plain_text

        print(plain_text.added(added.path, added.articles), end="")
    return ANSWERED
