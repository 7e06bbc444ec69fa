"""`cuttings sources`."""

from __future__ import annotations

from argparse import ArgumentParser

from retrieval.cli.collection import open_library
from retrieval.cli.console import print_json, print_notice, printer
from retrieval.cli.exit_codes import ANSWERED, NO_ANSWER
from retrieval.cli.options import ListOptions as Options
from retrieval.cli.options import add_list
from retrieval.output import json_output

ARGUMENTS = "[TOPIC ...]"


def add_options(parser: ArgumentParser) -> None:
    add_list(parser, "TOPIC", "in any number of words")


def run(options: Options) -> int:
    """
    List the articles and their metadata.

    With a TOPIC only those about it, the one with most of it first. In a pipe
    the columns are separated by tabs, for cut and awk.

    Examples:
      cuttings sources
      cuttings sources power grid
    """
    library, words = open_library(options), options.words
    articles = library.find_articles(options.about) if words else library.articles.values()
    if options.as_json:
        print_json(list(map(json_output.export_article, articles)))
    elif articles:
        printer().print_sources(articles)
    else:
        print_notice("No article about this was found.")
    return ANSWERED if articles else NO_ANSWER
