"""`cuttings sources`."""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from pathlib import Path

from retrieval.cli import options
from retrieval.cli.exit_codes import ANSWERED
from retrieval.cli.opening import open_library
from retrieval.cli.signs import print_json

TAKES = ""


def add_options(parser: ArgumentParser) -> None:
    options.articles(parser)
    options.as_json(parser)


def run(articles: Path | None, as_json: bool) -> int:
    """
    List the articles and what is known of them.

    In a pipe the columns are apart by tabs, for cut and awk.
    """
    found = open_library(articles).articles.values()
    if as_json:
        from retrieval.output import json_output

        print_json([json_output.article(article) for article in found])
    elif sys.stdout.isatty():
        from retrieval.output import terminal

        terminal.sources(terminal.screen(), found)
    else:
        from retrieval.output import plain_text

        print(plain_text.sources(found), end="")
    return ANSWERED
