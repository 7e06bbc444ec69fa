"""`cuttings verify`."""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from pathlib import Path

from retrieval.cli import options
from retrieval.cli.exit_codes import ANSWERED, ERROR, NO_ANSWER, CommandError
from retrieval.cli.opening import open_library
from retrieval.cli.settings import kept_versions
from retrieval.cli.signs import print_json, tell

TAKES = "RECEIPT"


def add_options(parser: ArgumentParser) -> None:
    parser.add_argument(
        "receipt",
        metavar="RECEIPT",
        help="as `cuttings ask` prints it, or a link or sentence with it",
    )
    options.articles(parser)
    options.as_json(parser)
    options.engine(parser)
    options.data(parser)


def run(
    receipt: str, articles: Path | None, as_json: bool, engine: str | None, data: Path | None
) -> int:
    """
    Say whether the words that a receipt names still stand there.

    Where the article has changed since, old and new wording are shown: what it
    said is kept for KEEP_VERSIONS days, by default 90.

    Examples:
      cuttings verify rMlDDmhyfYqJ-Po5GlTU4L_x4wycAh-y1wWP3MhP

    Exit codes:
      0  verbatim: they do, also where the article has changed around them, or has another name
      1  changed, removed or unknown
      2  not a receipt, or one that was tampered with; or another error
    """
    from retrieval.receipts.verification import verify

    library = open_library(articles, data=data, engine=engine)
    versions = kept_versions(articles, data)
    verdict = verify(receipt, library, versions)
    tell(versions.problem)
    versions.sweep(library.hashes)
    if as_json:
        from retrieval.output import json_output

        print_json(json_output.verdict(receipt.strip(), verdict))
    elif verdict.name == "forged":
        from retrieval.output.plain_text import judged

        raise CommandError(judged(verdict))
    elif sys.stdout.isatty():
        from retrieval.output import terminal

        terminal.verified(terminal.screen(), verdict)
    else:
        from retrieval.output import plain_text

        print(plain_text.verified(verdict), end="")
    if verdict.name == "forged":
        return ERROR
    return ANSWERED if verdict.name in ("verbatim", "moved", "renamed") else NO_ANSWER
