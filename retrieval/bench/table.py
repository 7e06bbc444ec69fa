"""What was measured, as tables: Markdown in a pipe, so that it can be pasted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.table import Table

from retrieval.bench.contestants import CONTESTANTS
from retrieval.bench.measuring import Collection, Measures
from retrieval.output import terminal

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


def draw(collections: Sequence[Collection]) -> None:
    """Print a table a collection, and under it what is measured of Cuttings alone."""
    console = terminal.screen()
    for collection in collections:
        first = f"{collection.contents.passages:,} passages"
        rows = [
            (CONTESTANTS[name].title, *_row(measures))
            for name, measures in collection.contestants.items()
        ]
        if console.is_terminal:
            table = Table(box=None, pad_edge=False)
            table.add_column(first, no_wrap=True)
            for name in _COLUMNS:
                table.add_column(name, justify="right")
            for row in rows:
                table.add_row(*row)
            console.print(table, "")
        else:
            ruler = ("---", *["--:"] * len(_COLUMNS))
            for row in ((first, *_COLUMNS), ruler, *rows):
                print("|", " | ".join(row), "|")
            print()
        for line in _told(collection):
            print(line)
        print()


def _row(of: Measures) -> Iterator[str]:
    yield _number(of.build)
    yield _number(of.build_memory, 1e-6)
    yield _number(of.bytes, 1e-6)
    yield _number(of.first, 1e3)
    yield _number(of.memory, 1e-6)
    yield _number(of.own_memory, 1e-6)
    if of.times:
        yield f"{of.times.questions:,}"
        yield from (_number(n, 1e3) for n in (of.times.p50, of.times.p99, of.times.processor_p50))
    else:
        yield from [_UNKNOWN] * 4
    yield _number(of.slower_than.get(_COMPARED))


def _number(value: float | None, times: float = 1) -> str:
    """*value* with at least two figures."""
    if value is None:
        return _UNKNOWN
    value *= times
    digits = next((n for n, least in enumerate((9.95, 0.995, 0.0995)) if value >= least), 3)
    return f"{value:,.{digits}f}"


def _told(of: Collection) -> Iterator[str]:
    has = of.contents
    yield f"{has.articles:,} articles, {has.terms:,} terms, {has.words:,} different ones."
    for name, measures in of.contestants.items():
        if measures.failed:
            yield f"{CONTESTANTS[name].title}: {measures.failed}."
    ours = of.contestants.get("cuttings")
    if ours and ours.bytes_without_text:
        yield f"The index of Cuttings without the text: {_number(ours.bytes_without_text, 1e-6)} MB."
    if of.equal is not None:
        yield f"Its best 10 are those of exact BM25 for {of.equal:.2%} of the questions."
    if of.change is not None:
        yield f"A changed article is found after {_number(of.change)} s."
    if of.command is not None:
        yield f"`cuttings ask` takes {_number(of.command, 1e3)} ms more than a Python that does nothing."
