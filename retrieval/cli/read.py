"""`cuttings read`."""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from pathlib import Path

from retrieval.cli import options
from retrieval.cli.exit_codes import ANSWERED
from retrieval.cli.opening import find, open_library

TAKES = "ARTICLE"


def add_options(parser: ArgumentParser) -> None:
    options.article(parser)
    options.articles(parser)


def run(article: str, articles: Path | None) -> int:
    """Print an article, with what was skipped and why."""
    chosen = find(article, open_library(articles).articles)
    if sys.stdout.isatty():
        from retrieval.output import terminal

        terminal.article(terminal.screen(), chosen)
    else:
        from retrieval.output import plain_text

        print(plain_text.article(chosen), end="")
    return ANSWERED
