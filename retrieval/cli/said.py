"""`cuttings said`."""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import TYPE_CHECKING

from retrieval.cli import options
from retrieval.cli.exit_codes import ANSWERED, NO_ANSWER
from retrieval.cli.opening import open_library
from retrieval.cli.signs import print_json

if TYPE_CHECKING:
    from retrieval.library import Library

TAKES = "[NAME [TOPIC ...]]"


def add_options(parser: ArgumentParser) -> None:
    parser.add_argument(
        "wanted", nargs="*", metavar="NAME", help="of whoever said it; then a topic"
    )
    options.articles(parser)
    options.as_json(parser)


def run(wanted: list[str], articles: Path | None, as_json: bool) -> int:
    """
    List who is quoted, or what somebody said, word for word and by date.

    Without a NAME all speakers are listed, each with the number of quotations and of what is
    reported without quotation marks. In a pipe the columns are apart by tabs.

    Examples:
      cuttings said
      cuttings said WHO
      cuttings said Zelensky nuclear plant
    """
    library = open_library(articles)
    if not wanted:
        return _list(library, as_json)
    from retrieval.output import json_output, plain_text

    found = library.find_quotations(" ".join(wanted))
    if as_json:
        print_json([json_output.excerpt(rank, one) for rank, one in enumerate(found.excerpts, 1)])
    elif found.excerpts:
        if sys.stdout.isatty():
            from retrieval.output import terminal

            terminal.sayings(terminal.screen(), found)
        else:
            print(plain_text.sayings(found), end="")
    else:
        print(plain_text.unsaid(found, wanted[0]), file=sys.stderr)
    return ANSWERED if found.excerpts else NO_ANSWER


def _list(library: Library, as_json: bool) -> int:
    speakers = library.list_speakers()
    if as_json:
        print_json([{"name": s.name, "quoted": s.quoted, "reported": s.reported} for s in speakers])
    elif sys.stdout.isatty():
        from retrieval.output import terminal

        terminal.speakers(terminal.screen(), speakers)
    else:
        from retrieval.output import plain_text

        print(plain_text.speakers(speakers), end="")
    return ANSWERED
