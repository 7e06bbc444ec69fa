"""Measures as tables; in a pipe they are Markdown, so that they can be pasted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.table import Table

from retrieval.bench.contestants import CONTESTANTS
from retrieval.bench.records import CollectionMeasures, Measures
from retrieval.output.terminal import screen

_UNKNOWN = "–"
_COMPARED = "tantivy"

_COLUMNS = (
    "build, s",
    "its memory, MB",
    "on disk, MB",
    "first answer, ms",
    "memory, MB",
    "its own, MB",
    "questions",
    "p50, ms",
    "p99, ms",
    "processor p50, ms",
    f"p50 × {_COMPARED}",
)


def print_tables(collections: Sequence[CollectionMeasures]) -> None:
    """Print one table for each collection, and below it what is measured of Cuttings only."""
    console = screen()
    for collection in collections:
        title = f"{collection.contents.passages:,} passages"
        rows = [
            (CONTESTANTS[name].title, *_row(measures))
            for name, measures in collection.contestants.items()
        ]
        if console.is_terminal:
            table = Table(box=None, pad_edge=False)
            table.add_column(title, no_wrap=True)
            for name in _COLUMNS:
                table.add_column(name, justify="right")
            for row in rows:
                table.add_row(*row)
            console.print(table, "")
        else:
            ruler = ("---", *["--:"] * len(_COLUMNS))
            for row in ((title, *_COLUMNS), ruler, *rows):
                print("|", " | ".join(row), "|")
            print()
        for line in _lines(collection):
            print(line)
        print()


def _row(measures: Measures) -> Iterator[str]:
    yield _number(measures.build)
    yield _number(measures.build_memory, 1e-6)
    yield _number(measures.bytes, 1e-6)
    yield _number(measures.first, 1e3)
    yield _number(measures.memory, 1e-6)
    yield _number(measures.own_memory, 1e-6)
    if measures.times:
        yield f"{measures.times.questions:,}"
        yield from (
            _number(n, 1e3)
            for n in (measures.times.p50, measures.times.p99, measures.times.processor_p50)
        )
    else:
        yield from [_UNKNOWN] * 4
    yield _number(measures.slower_than.get(_COMPARED))


def _number(value: float | None, times: float = 1) -> str:
    """Return *value* times *times* with at least two significant digits."""
    if value is None:
        return _UNKNOWN
    value *= times
    digits = next((n for n, least in enumerate((9.95, 0.995, 0.0995)) if value >= least), 3)
    return f"{value:,.{digits}f}"


def _lines(collection: CollectionMeasures) -> Iterator[str]:
    size = collection.contents
    yield f"{size.articles:,} articles, {size.terms:,} terms, {size.words:,} different ones."
    for name, measures in collection.contestants.items():
        if measures.failed:
            yield f"{CONTESTANTS[name].title}: {measures.failed}."
    ours = collection.contestants.get("cuttings")
    if ours and ours.bytes_without_text:
        yield f"The index of Cuttings without the text: {_number(ours.bytes_without_text, 1e-6)} MB."
    if collection.equal is not None:
        yield f"Its best 10 are those of exact BM25 for {collection.equal:.2%} of the questions."
    if collection.change is not None:
        yield f"A changed article is found after {_number(collection.change)} s."
    if collection.command is not None:
        yield f"`cuttings ask` takes {_number(collection.command, 1e3)} ms more than a Python that does nothing."
