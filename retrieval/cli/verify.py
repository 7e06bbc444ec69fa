"""`cuttings verify`."""

from __future__ import annotations

from argparse import ArgumentParser
from dataclasses import dataclass

from retrieval.cli.collection import open_library
from retrieval.cli.console import print_json, print_notice, printer
from retrieval.cli.exit_codes import ANSWERED, ERROR, NO_ANSWER, CommandError
from retrieval.cli.options import CommonOptions, add_articles, add_data, add_engine, add_json
from retrieval.cli.settings import kept_versions
from retrieval.output import json_output, verification_text
from retrieval.receipts import verification

ARGUMENTS = "RECEIPT"


@dataclass(frozen=True, kw_only=True)
class Options(CommonOptions):
    receipt: str
    as_json: bool


def add_options(parser: ArgumentParser) -> None:
    parser.add_argument(
        "receipt",
        metavar="RECEIPT",
        help="as `cuttings ask` prints it, or a link or sentence that contains it",
    )
    add_articles(parser)
    add_json(parser)
    add_engine(parser)
    add_data(parser)


def run(options: Options) -> int:
    """
    Check whether an article still has the words that a receipt stands for.

    If the article has changed since, the old and the new wording are printed:
    the old one is kept for KEEP_VERSIONS days, by default 90.

    Examples:
      cuttings verify rMlDDmhyfYqJ-Po5GlTU4L_x4wycAh-y1wWP3MhP

    Exit codes:
      0  verbatim: it does, even if the article has changed elsewhere, or has
         another name
      1  changed, removed or unknown
      2  not a receipt, or one that was tampered with; or another error
    """

    library, versions = open_library(options), kept_versions(options)
    result = verification.verify(options.receipt, library, versions)
    print_notice(versions.problem)
    versions.sweep(library.hashes)
    if options.as_json:
        print_json(json_output.export_verification(options.receipt.strip(), result))
    elif result.name == "forged":
        raise CommandError(verification_text.result_sentence(result))
    else:
        printer().print_verification(result)
    if result.name == "forged":
        return ERROR
    return ANSWERED if result.name in ("verbatim", "moved", "renamed") else NO_ANSWER
