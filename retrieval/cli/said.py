"""`cuttings said`."""

from __future__ import annotations

import sys
from argparse import ArgumentParser

from retrieval.cli.collection import open_library
from retrieval.cli.console import print_json, print_notice, printer
from retrieval.cli.exit_codes import ANSWERED, NO_ANSWER
from retrieval.cli.options import ListOptions as Options
from retrieval.cli.options import add_list
from retrieval.output import json_output, sentences

ARGUMENTS = "[NAME [TOPIC ...]]"


def add_options(parser: ArgumentParser) -> None:
    add_list(parser, "NAME", "the speaker; then a topic")


def run(options: Options) -> int:
    """
    List who is quoted, or what somebody said, by date.

    Without a NAME all speakers are listed, each with the number of quotations
    and of statements that are reported without quotation marks. In a pipe the
    columns are separated by tabs. NAME may be a name, a title, a role or a
    body, as in "the mayor". What is reported is marked.

    Examples:
      cuttings said
      cuttings said WHO
      cuttings said Zelensky nuclear plant
    """
    library = open_library(options)
    if not options.words:
        speakers = library.list_speakers()
        if options.as_json:
            rows = [{"name": s.name, "quoted": s.quoted, "reported": s.reported} for s in speakers]
            print_json(rows)
        else:
            printer().print_speakers(speakers)
        return ANSWERED
    quotations = library.find_quotations(options.about)
    if options.as_json:
        print_json(
            [
                json_output.export_excerpt(*numbered)
                for numbered in enumerate(quotations.excerpts, 1)
            ]
        )
    elif quotations.excerpts:
        printer().print_quotations(quotations)
        print_notice(sentences.other_quotations(quotations))
    else:
        print(sentences.no_quotations(quotations, options.about), file=sys.stderr)
    return ANSWERED if quotations.excerpts else NO_ANSWER
