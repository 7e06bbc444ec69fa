"""`cuttings forget`."""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from pathlib import Path

from retrieval.cli import options
from retrieval.cli.exit_codes import ANSWERED, NO_ANSWER, CommandError
from retrieval.cli.opening import find, open_library
from retrieval.cli.settings import collection_options

TAKES = "ARTICLE"


def add_options(parser: ArgumentParser) -> None:
    options.article(parser)
    options.articles(parser)
    options.data(parser)
    parser.add_argument("--yes", action="store_true", help="do not ask first")


def run(article: str, articles: Path | None, data: Path | None, yes: bool) -> int:
    """
    Forget an article, and see that nothing of it can be found.

    The folder is the truth: the file of the article is deleted. Where it holds
    others too, such as a feed or an archive, it stays as it is, and articles.toml
    says which of its articles are forgotten.

    Exit codes:
      0  it is gone, and none of its sentences is found
      1  nothing was changed
      2  an error, told on standard error
    """
    from retrieval.maintenance.removal import find_file, forget

    options = collection_options(articles, data)
    chosen = find(article, open_library(articles, data=data).articles)
    file, alone = find_file(chosen, options.path)
    doing = f"Delete {file}" if alone else f"Leave out {chosen.id}, one of several in {file}"
    if not yes and not _agreed(f"{doing}, “{chosen.title}”?"):
        return NO_ANSWER
    done = (
        f"{file} is deleted"
        if alone
        else f"{chosen.id} is left out from now on, though {file} still has it"
    )
    if left := forget(chosen, file, options, alone=alone):
        raise CommandError(f"{done}, but this is still found: {left}")
    print(f"{done}, and nothing of “{chosen.title}” can be found.")
    return ANSWERED


def _agreed(question: str) -> bool:
    if not sys.stdin.isatty():
        raise CommandError("say --yes to delete it: nobody is here to be asked")
    return input(f"{question} [y/N] ").strip().casefold() in ("y", "yes")
