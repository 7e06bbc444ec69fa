"""`cuttings check`."""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Sequence
from dataclasses import dataclass

from retrieval.answers.records import Reason
from retrieval.cli.collection import keep_shown, open_library
from retrieval.cli.console import print_json, printer
from retrieval.cli.exit_codes import ANSWERED, NO_ANSWER, CommandError
from retrieval.cli.options import (
    CommonOptions,
    add_articles,
    add_data,
    add_engine,
    add_json,
    add_top,
)
from retrieval.output import json_output
from retrieval.query.parser import MAX_QUESTION

ARGUMENTS = "CLAIM ..."

_NO_CLAIM: dict[Reason, str] = {
    "empty": "The claim has no words to search for.",
    "too-long": f"The claim is longer than {MAX_QUESTION:,} characters.",
}
"""Why something is no claim."""


@dataclass(frozen=True, kw_only=True)
class Options(CommonOptions):
    claim: Sequence[str]
    as_json: bool
    top: int


def add_options(parser: ArgumentParser) -> None:
    parser.add_argument("claim", nargs="+", metavar="CLAIM", help="in any number of words")
    add_articles(parser)
    add_json(parser)
    add_top(parser)
    add_engine(parser)
    add_data(parser)


def run(options: Options) -> int:
    """
    List what bears on a claim, and where both differ.

    Under each excerpt stands what it and the claim agree on, and where they
    differ: in a number, a time or a place, or because one of them denies it.
    Which of them is right is not said. `cuttings ask` does the same with a
    message such as "Fwd: ..." or "is it true that ...?".

    Examples:
      cuttings check "Russia has lost 120,000 soldiers"
      cuttings check --articles archive "the council voted unanimously"

    Exit codes:
      0  some sentences bear on the claim
      1  the articles say nothing that bears on it
      2  an error, which is printed on standard error
    """
    library = open_library(options)
    answer = library.check(" ".join(options.claim), options.top)
    if answer.no_answer and answer.no_answer.reason in _NO_CLAIM:
        raise CommandError(_NO_CLAIM[answer.no_answer.reason])
    keep_shown(answer, library, options)
    if options.as_json:
        print_json(json_output.export_answer(answer))
    else:
        printer().print_answer(answer)
    return ANSWERED if answer.answered else NO_ANSWER
