"""`cuttings bench`. This module is light to import; what measures is not."""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from retrieval.bench import collection, contestants, making, measuring, plot, questions, table
from retrieval.cli.console import print_json
from retrieval.cli.exit_codes import ANSWERED, CommandError
from retrieval.cli.options import add_json, at_least_one, output_file
from retrieval.cli.settings import articles_path
from retrieval.evaluation import question_sets
from retrieval.reading import folder as article_folder

if TYPE_CHECKING:
    from retrieval.articles import Article
    from retrieval.bench.records import CollectionMeasures

ARGUMENTS = "[COLLECTION]"

_NAMES = ("cuttings", "answer", "tantivy", "bm25s", "fts5", "rank-bm25")


@dataclass(frozen=True, kw_only=True)
class Options:
    collection: Path | None
    passages: Sequence[int] | None
    contestants: Sequence[str] | None
    seconds: int
    as_json: bool
    svg: Path | None
    keep: Path | None
    turns: int = 5
    """See `Plan.turns`."""


def add_options(parser: ArgumentParser) -> None:
    parser.add_argument(
        "collection",
        nargs="?",
        type=Path,
        metavar="COLLECTION",
        help="a folder of articles or with a corpus.jsonl, or one file of articles (default: the "
        "setting ARTICLES, as for the other commands)",
    )
    parser.add_argument(
        "--passages",
        nargs="+",
        type=at_least_one,
        metavar="N",
        help="measure on collections of about N passages each, generated from the sentences of "
        "COLLECTION (default: its articles as they are)",
    )
    parser.add_argument(
        "--contestants",
        nargs="+",
        choices=_NAMES,
        metavar="NAME",
        help=f"what to measure, of {', '.join(_NAMES)} (default: all that are installed)",
    )
    parser.add_argument(
        "--seconds",
        type=at_least_one,
        default=20,
        metavar="S",
        help="the longest time to ask each of them; slow ones are asked fewer questions "
        "(default: %(default)s)",
    )
    add_json(parser)
    parser.add_argument("--svg", type=output_file, metavar="FILE", help="draw the measures, too")
    parser.add_argument(
        "--keep",
        type=Path,
        metavar="FOLDER",
        help="keep the generated collections there, and use those of earlier runs",
    )


def run(options: Options) -> int:
    """
    Measure what a collection costs to index, keep and ask, beside other libraries.

    All are given the same terms and asked the same questions in turn, each in a
    process of its own. Questions are words from sentences of the articles and, up
    to a half, questions from a queries.jsonl beside them. Only Cuttings reads the
    articles; the others are given the terms ready, and return numbers of passages.
    On a busy machine, compare only within a run.

    Examples:
      cuttings bench archive
      cuttings bench squad2/corpus.jsonl --passages 1000 10000 --svg bench.svg
      cuttings bench --passages 100000 --contestants cuttings tantivy

    Measures:
      build            seconds to build the index
      its memory       the most memory during that, beyond what Python itself takes
      first answer     opening it in a new process and asking a first question
      memory           after all questions, beyond what Python itself takes
      its own          of that, without mapped files, which the system can take back
      p50, p99         the time within which 50 and 99 of 100 questions are answered
      processor        the same in processor time, whatever else the machine does
    """

    path = articles_path(options.collection)
    if (path / "corpus.jsonl").is_file():
        path /= "corpus.jsonl"  # and not the questions beside it
    plan = measuring.Plan(_installed(options.contestants), options.seconds, options.turns)
    source, _, _ = article_folder.read_collection(path)
    try:
        with _folder(options.keep) as folder:
            collections = [
                _measure(source, _questions(path), size, folder, plan)
                for size in sorted(set(options.passages or [0]))
            ]
    except collection.BenchError as error:
        raise CommandError(str(error)) from error
    if options.svg:
        options.svg.write_text(plot.draw_svg(collections), encoding="utf-8")
    if options.as_json:
        _print_json(path, collections)
    else:
        table.print_tables(collections)
    return ANSWERED


def _installed(names: Sequence[str] | None) -> Sequence[str]:
    """Return *names*, all of which must be installed; without any, those that are."""
    missing = [name for name in names or _NAMES if not contestants.CONTESTANTS[name].is_installed]
    for name in missing:
        sentence = f"{name} is not installed: pip install 'cuttings[bench]'"
        if names:
            raise CommandError(sentence)
        _print_step(f"left out: {sentence}")
    return names or [name for name in _NAMES if name not in missing]


def _measure(
    source: Sequence[Article], given: Sequence[str], size: int, folder: Path, plan: measuring.Plan
) -> CollectionMeasures:

    title = f"{size:,} passages" if size else "as it is"

    def notify(step: str) -> None:
        _print_step(f"{title}: {step}")

    notify("writing articles and terms")
    folder /= str(size) if size else "as-it-is"
    collection = making.make_collection(source, size or None, folder)
    contents, terms = questions.write_terms(collection, given)
    return measuring.measure(collection, contents, terms, plan, notify)


def _questions(path: Path) -> Sequence[str]:
    """Return the questions that came with the articles at *path*."""
    file = (path if path.is_dir() else path.parent) / "queries.jsonl"
    return (
        [query.text for query in question_sets.read_question_set(file, []).queries]
        if file.exists()
        else []
    )


@contextmanager
def _folder(keep: Path | None) -> Iterator[Path]:
    if keep:
        keep.mkdir(parents=True, exist_ok=True)
        yield keep
        return
    from tempfile import TemporaryDirectory

    with TemporaryDirectory(prefix="cuttings-bench-") as folder:
        yield Path(folder)


def _print_json(path: Path, collections: Sequence[CollectionMeasures]) -> None:
    import os
    import platform
    from dataclasses import asdict
    from importlib.metadata import distributions

    peers = {"bm25s", "numba", "rank-bm25", "tantivy"}
    print_json(
        {
            "source": str(path),
            "python": platform.python_version(),
            "system": platform.platform(),
            "processors": os.cpu_count(),
            "versions": {d.name: d.version for d in distributions() if d.name in peers},
            "collections": list(map(asdict, collections)),
        }
    )


def _print_step(step: str) -> None:
    print(step, file=sys.stderr, flush=True)
