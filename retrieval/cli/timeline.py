"""`cuttings timeline`."""

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
    List the sentences that name a date, oldest first.

    With a TOPIC only those about it. A year that is left out is inferred from
    the sentence and from the publication of its article, and marked with a
    question mark.

    Examples:
      cuttings timeline
      cuttings timeline mobilisation
    """
    timeline = open_library(options).build_timeline(options.about)
    if options.as_json:
        print_json(list(map(json_output.export_dated_sentence, timeline.sentences)))
    elif timeline.sentences:
        printer().print_timeline(timeline)
    else:
        print_notice("No sentence with a date was found.")
    if not timeline.complete:
        print_notice("Not everything was read: there is too much. Name a narrower topic.")
    return ANSWERED if timeline.sentences else NO_ANSWER
