"""`cuttings forget`."""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from dataclasses import dataclass

from retrieval.cli.collection import find_article, open_library
from retrieval.cli.exit_codes import ANSWERED, NO_ANSWER, CommandError
from retrieval.cli.options import CommonOptions, add_article, add_articles, add_data
from retrieval.cli.settings import collection_options
from retrieval.maintenance import removal

ARGUMENTS = "ARTICLE"


@dataclass(frozen=True, kw_only=True)
class Options(CommonOptions):
    article: str
    yes: bool


def add_options(parser: ArgumentParser) -> None:
    add_article(parser)
    add_articles(parser)
    add_data(parser)
    parser.add_argument("--yes", action="store_true", help="do not ask for confirmation")


def run(options: Options) -> int:
    """
    Delete an article, and check that nothing of it can be found any more.

    The file of the article is deleted from the folder. If the file has other
    articles too, such as a feed or an archive, it stays as it is, and the file
    articles.toml lists which of its articles are left out.

    Exit codes:
      0  it is gone, and none of its sentences can be found
      1  nothing was changed
      2  an error, which is printed on standard error
    """

    collection = collection_options(options)
    article = find_article(options.article, open_library(options).articles)
    file, alone = removal.find_file(article, collection.path)
    doing = f"Delete {file}" if alone else f"Leave out {article.id}, one of several in {file}"
    if not options.yes and not _confirm(f"{doing}, “{article.title}”?"):
        return NO_ANSWER
    done = f"{file} was deleted" if alone else f"{article.id} is left out, but still is in {file}"
    if left := removal.forget(article, file, collection, alone=alone):
        raise CommandError(f"{done}, but this can still be found: {left}")
    print(f"{done}; nothing of “{article.title}” can be found any more.")
    return ANSWERED


def _confirm(question: str) -> bool:
    if not sys.stdin.isatty():
        raise CommandError("standard input is not a terminal: confirm with --yes")
    return input(f"{question} [y/N] ").strip().casefold() in ("y", "yes")
