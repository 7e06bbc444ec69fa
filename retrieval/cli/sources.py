"""`cuttings sources`."""

from __future__ import annotations

from argparse import ArgumentParser
from dataclasses import dataclass

from retrieval.cli.collection import open_library
from retrieval.cli.console import print_json, printer
from retrieval.cli.exit_codes import ANSWERED
from retrieval.cli.options import CommonOptions, add_articles, add_json
from retrieval.output import json_output

ARGUMENTS = ""


@dataclass(frozen=True, kw_only=True)
class Options(CommonOptions):
    as_json: bool


def add_options(parser: ArgumentParser) -> None:
    add_articles(parser)
    add_json(parser)


def run(options: Options) -> int:
    """
    List the articles and their metadata.

    In a pipe the columns are separated by tabs, for cut and awk.
    """
    articles = open_library(options).articles.values()
    if options.as_json:
        print_json(list(map(json_output.export_article, articles)))
    else:
        printer().print_sources(articles)
    return ANSWERED
