"""`cuttings bench`: options in, measuring, drawing out. Light to import; the work is not."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, ArgumentTypeError
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from retrieval.cli import options
from retrieval.cli.exit_codes import ANSWERED, CommandError
from retrieval.cli.signs import print_json

if TYPE_CHECKING:
    from retrieval.articles import Article
    from retrieval.bench.measuring import Collection

TAKES = "[COLLECTION]"

_NAMES = ("cuttings", "answer", "tantivy", "bm25s", "fts5", "rank-bm25")


def _file(text: str) -> Path:
    if not Path(text).parent.is_dir():
        raise ArgumentTypeError(f"{text}: there is no such folder to write it in")
    return Path(text)


def add_options(parser: ArgumentParser) -> None:
    parser.add_argument(
        "collection",
        nargs="?",
        type=Path,
        metavar="COLLECTION",
        help="a folder of articles, or with a corpus.jsonl, or one file of articles; without it "
        "ARTICLES, as for the other commands",
    )
    parser.add_argument(
        "--passages",
        nargs="+",
        type=options.at_least_one,
        metavar="N",
        help="measure on collections of about so many passages, dealt out of its sentences; "
        "without it on its articles as they are",
    )
    parser.add_argument(
        "--contestants",
        nargs="+",
        choices=_NAMES,
        metavar="NAME",
        help=f"whom to measure, of {', '.join(_NAMES)} (default: all that are installed)",
    )
    parser.add_argument(
        "--seconds",
        type=options.at_least_one,
        default=20,
        metavar="S",
        help="longest time to ask each of them; slow ones are asked fewer questions "
        "(default: %(default)s)",
    )
    options.as_json(parser)
    parser.add_argument("--svg", type=_file, metavar="FILE", help="draw it there, too")
    parser.add_argument(
        "--keep",
        type=Path,
        metavar="FOLDER",
        help="keep there the collections that are made, and use those of before",
    )


def run(
    collection: Path | None,
    passages: Sequence[int] | None,
    contestants: Sequence[str] | None,
    seconds: int,
    as_json: bool,
    svg: Path | None,
    keep: Path | None,
) -> int:
    """
    Measure what a collection costs to index, keep and ask, beside other libraries.

    Each is given the same terms and asked the same questions in turn, in a
    process of its own: words of sentences of the articles and, up to a half,
    questions of a queries.jsonl beside them. Only Cuttings reads the articles;
    the others are given the terms ready, and find numbers of passages.
    On a busy machine compare within a run.

    Examples:
      cuttings bench archive
      cuttings bench squad2/corpus.jsonl --passages 1000 10000 --svg bench.svg
      cuttings bench --passages 100000 --contestants cuttings tantivy

    Measures:
      build            seconds until the index is there
      its memory       the most that this takes, over what Python takes itself
      first answer     opening it in a new process and asking a first question
      memory           after all questions, over what Python takes itself
      its own          of that, without the files that the system can take back
      p50, p99         half of the questions take at most so long; 99 of 100
      processor        of its time, whatever else the machine did
    """
    from retrieval.bench.collection import BenchError
    from retrieval.bench.contestants import CONTESTANTS
    from retrieval.cli.settings import collection as articles_of
    from retrieval.reading import read_collection

    path = articles_of(collection)
    if (path / "corpus.jsonl").is_file():
        path /= "corpus.jsonl"  # and not the questions beside it
    for name in contestants or _NAMES:
        if not CONTESTANTS[name].is_here:
            missing = f"{name} is not installed: pip install 'cuttings[bench]'"
            if contestants:
                raise CommandError(missing)
            _tell(f"left out: {missing}")
    names = contestants or [name for name in _NAMES if CONTESTANTS[name].is_here]
    source, _, _ = read_collection(path)
    try:
        with _folder(keep) as folder:
            found = [
                _measured(source, _questions(path), size, folder, names, seconds)
                for size in sorted(set(passages or [0]))
            ]
    except BenchError as error:
        raise CommandError(str(error)) from error
    if svg:
        from retrieval.bench import plot

        svg.write_text(plot.svg(found), encoding="utf-8")
    if as_json:
        _print_json(path, found)
    else:
        from retrieval.bench import table

        table.draw(found)
    return ANSWERED


def _measured(
    source: Sequence[Article],
    given: Sequence[str],
    size: int,
    folder: Path,
    names: Sequence[str],
    seconds: float,
) -> Collection:
    from retrieval.bench.making import look_through, make
    from retrieval.bench.measuring import measure

    title = f"{size:,} passages" if size else "as it is"
    _tell(f"{title}: writing articles and terms")
    made = make(source, size or None, folder / (str(size) if size else "as-it-is"))
    contents, questions = look_through(made, given)
    return measure(
        made, contents, questions, names, seconds, lambda doing: _tell(f"{title}: {doing}")
    )


def _questions(path: Path) -> Sequence[str]:
    """Those that came with the articles at *path*."""
    from retrieval.evaluation.question_sets import read_question_set

    file = (path if path.is_dir() else path.parent) / "queries.jsonl"
    return [query.text for query in read_question_set(file, []).queries] if file.exists() else []


@contextmanager
def _folder(keep: Path | None) -> Iterator[Path]:
    if keep:
        keep.mkdir(parents=True, exist_ok=True)
        yield keep
        return
    from tempfile import TemporaryDirectory

    with TemporaryDirectory(prefix="cuttings-bench-") as folder:
        yield Path(folder)


def _print_json(path: Path, found: Sequence[Collection]) -> None:
    import os
    import platform
    from dataclasses import asdict
    from importlib.metadata import distributions

    peers = {"bm25s", "numba", "rank-bm25", "tantivy"}
    told = {
        "source": str(path),
        "python": platform.python_version(),
        "system": platform.platform(),
        "processors": os.cpu_count(),
        "versions": {d.name: d.version for d in distributions() if d.name in peers},
        "collections": [asdict(one) for one in found],
    }
    print_json(told)


def _tell(doing: str) -> None:
    print(doing, file=sys.stderr, flush=True)
