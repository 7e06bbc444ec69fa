"""`cuttings read`."""

from __future__ import annotations

from argparse import ArgumentParser
from dataclasses import dataclass

from retrieval.cli.collection import find_article, open_library
from retrieval.cli.console import printer
from retrieval.cli.exit_codes import ANSWERED
from retrieval.cli.options import CommonOptions, add_article, add_articles

ARGUMENTS = "ARTICLE"


@dataclass(frozen=True, kw_only=True)
class Options(CommonOptions):
    article: str


def add_options(parser: ArgumentParser) -> None:
    add_article(parser)
    add_articles(parser)


def run(options: Options) -> int:
    """Print an article, with what was skipped and why."""
    printer().print_article(find_article(options.article, open_library(options).articles))
    return ANSWERED
