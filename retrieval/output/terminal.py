"""What a person sees on a terminal. Imports rich, so import this only when there is a terminal."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from itertools import chain, repeat
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console
from rich.padding import Padding
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.style import Style
from rich.table import Table
from rich.text import Text

from retrieval.answers.records import Answer, Excerpt
from retrieval.articles import Article
from retrieval.output import plain_text

if TYPE_CHECKING:
    from retrieval.answers.speaker_search import Speaker, SpeakerQuotations
    from retrieval.collection.sync_records import SyncStep
    from retrieval.evaluation.comparison import Change
    from retrieval.evaluation.measures import Evaluation
    from retrieval.ranking.ranker import Ranking
    from retrieval.receipts.verification import Verification

_WIDEST = 100
"""Columns; longer lines are tiring to read."""

_MARKED = "bold magenta"
"""Matched words, in a colour that light and dark terminals both show well."""

_EXPLAINED = 7
"""Hits whose evidence fits beside each other."""

_MARGIN = 4
"""Columns left of a quotation bar, enough for a rank."""


def screen(*, stderr: bool = False) -> Console:
    """The terminal. Nothing in an article is taken for markup; `NO_COLOR` is respected by rich."""
    console = Console(stderr=stderr, markup=False, highlight=False, emoji=False)
    console.width = min(console.width, _WIDEST)
    return console


def answer(console: Console, given: Answer) -> None:
    """Excerpts in quotation bars with the matched words marked, or the honest "no"."""
    if given.no_answer is None:
        for note in plain_text.notes(given):
            console.print(Text(note, style="italic"))
        if given.notes:
            console.print()
        if given.sides:
            console.print(Text(plain_text.DIFFER, style="bold"))
        for side in given.sides:
            _excerpt(console, "", side.excerpt, bar="yellow")
            if agreeing := plain_text.agreeing(side):
                console.print(Text(f"  {agreeing}", style="dim"))
        for rank, excerpt in enumerate(given.excerpts, 1):
            _excerpt(console, str(rank), excerpt)
        return
    refusal = given.no_answer
    console.print(Text(plain_text.why(refusal), style="bold"))
    told = (
        plain_text.missing(refusal),
        *plain_text.notes(given),
        plain_text.looked_through(refusal.coverage),
    )
    for line in told:
        if line:
            console.print(Text(line))
    console.print()
    for excerpt in refusal.nearest:
        console.print(Text("Nearest, not an answer:", style="bold"))
        _excerpt(console, "", excerpt, bar="dim")


def verified(console: Console, given: Verification) -> None:
    """What a receipt is worth; its words are marked in their paragraph."""
    name, rest = plain_text.judged(given).split(":", 1)
    console.print(Text.assemble((name, "bold"), f":{rest}"))
    for head, words in plain_text.wordings(given):
        console.print()
        if head:
            console.print(Text(head, style="bold"))
        text = Text(plain_text.harmless(words.article.slice(words.around)))
        text.stylize(_MARKED, *(offset - words.around.start for offset in words.span))
        for line in text.wrap(console, console.width - 2):
            if line.plain.strip():
                console.print(Text.assemble(("▎ ", "cyan"), line))
        for told in plain_text.standing(words.citation):
            console.print(Padding(Text(told, style="dim"), (0, 0, 0, 2), expand=False))


def explanation(console: Console, ranking: Ranking) -> None:
    """The evidence behind each hit as a table, and the confidence."""
    table = Table(box=None, show_header=False, pad_edge=False)
    table.add_column(style="bold")
    for _ in range(_EXPLAINED):
        table.add_column(justify="right", max_width=10, no_wrap=True)
    for line in zip(*plain_text.explained(ranking)[: _EXPLAINED + 1], strict=True):
        table.add_row(*map(plain_text.one_line, line))
    console.print(table)
    console.print(Text(plain_text.confident(ranking), style="dim"))


def _excerpt(console: Console, rank: str, excerpt: Excerpt, bar: str = "cyan") -> None:
    margins = chain([f"{rank:>{_MARGIN - 2}} "], repeat(" " * (_MARGIN - 1)))
    if named := plain_text.heard(excerpt):
        console.print(Text.assemble((next(margins), "bold"), "  ", (named, "dim")))
    for line in _wrapped(console, excerpt):
        console.print(Text.assemble((next(margins), "bold"), ("▎ ", bar), line))
    for line in _citation(excerpt):
        console.print(Padding(line, (0, 0, 0, _MARGIN + 1), expand=False))
    console.print()


def _wrapped(console: Console, excerpt: Excerpt) -> Iterator[Text]:
    text = Text(plain_text.harmless(excerpt.text))
    for start, end in excerpt.highlights:
        text.stylize(_MARKED, start - excerpt.start, end - excerpt.start)
    for start, end in plain_text.lines_of(excerpt):
        yield from text[start:end].wrap(console, console.width - _MARGIN - 1) or [Text()]


def _citation(excerpt: Excerpt) -> Iterator[Text]:
    title, url = (
        plain_text.one_line(part or "") for part in (excerpt.citation.title, excerpt.citation.url)
    )
    for line in plain_text.cited(excerpt):
        link = url if url and line in (title, url) else None
        yield Text(line, style=Style(bold=line == title, dim=line != title, link=link))


def sayings(console: Console, found: SpeakerQuotations) -> None:
    for rank, excerpt in enumerate(found.excerpts, 1):
        _excerpt(console, str(rank), excerpt)


def speakers(console: Console, some: Sequence[Speaker]) -> None:
    table = Table(box=None, pad_edge=False)
    table.add_column("speaker")
    table.add_column("quoted", justify="right")
    table.add_column("reported", justify="right")
    for one in some:
        table.add_row(plain_text.one_line(one.name), f"{one.quoted:,}", f"{one.reported:,}")
    console.print(table)


def sources(console: Console, articles: Iterable[Article]) -> None:
    """Each article beside its id: title, source, and how much of it there is."""
    table = Table(box=None, pad_edge=False, show_header=False, padding=(0, 2, 1, 0))
    table.add_column(style="cyan", overflow="fold", max_width=24)
    table.add_column()
    for one in articles:
        lines = [Text(plain_text.one_line(one.title), style="bold")]
        lines += [
            Text(line, style="dim")
            for line in (plain_text.source(one), plain_text.size(one))
            if line
        ]
        table.add_row(plain_text.one_line(one.id), Text("\n").join(lines))
    console.print(table)


def added(console: Console, path: Path, articles: Sequence[Article]) -> None:
    """The new file, and the articles that were read of it."""
    console.print(Text(f"Added {plain_text.one_line(str(path))}\n"))
    sources(console, articles[: plain_text.ADDED])
    if len(articles) > plain_text.ADDED:
        console.print(Text(f"and {len(articles) - plain_text.ADDED:,} more", style="dim"))


def article(console: Console, of: Article) -> None:
    """The article as it stands: headings bold; what is skipped is dim, with its reason after it."""
    title, *rest = plain_text.head(of)
    console.print(Text(title, style="bold cyan"))
    for line in rest:
        console.print(Text(line, style="dim"))
    body = Text("\n")
    for piece in plain_text.pieces(of):
        text = plain_text.harmless(piece.text.replace("\r\n", "\n"))
        if piece.reason is None:
            body.append(text, style="bold" if piece.heading else None)
        else:
            body.append(text, style="dim")
            body.append(f" [{piece.reason}] ", style="magenta")
    console.print(body)


def progress() -> Progress:
    """A bar on standard error, out of the way of what is printed; gone when it is done."""
    return Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        console=screen(stderr=True),
        transient=True,
    )


@contextmanager
def counting(description: str) -> Iterator[Callable[[int, int], None]]:
    """A bar that appears when it is first told how much is done of how much."""
    with ExitStack() as stack:
        bar: Progress | None = None

        def told(done: int, total: int) -> None:
            nonlocal bar
            if bar is None:
                bar = stack.enter_context(progress())
                bar.add_task(description, total=total)
            bar.update(bar.task_ids[0], completed=done)

        yield told


@contextmanager
def indexing() -> Iterator[Callable[[SyncStep], None]]:
    """A bar of how much is read: files, passages a second, time left; it appears when first told."""
    started = time.monotonic()
    with ExitStack() as stack:
        bar: Progress | None = None

        def told(done: SyncStep) -> None:
            nonlocal bar
            if bar is None:
                columns = (TextColumn("{task.description}"), BarColumn(), TimeRemainingColumn())
                bar = stack.enter_context(
                    Progress(*columns, console=screen(stderr=True), transient=True)
                )
                bar.add_task("", total=done.total_size)
            speed = done.passages / max(0.1, time.monotonic() - started)
            said = f"{done.files:,} of {done.total_files:,} files, {speed:,.0f} passages a second"
            bar.update(bar.task_ids[0], completed=done.size, description=said)

        yield told


def evaluation(
    console: Console,
    of: Evaluation,
    baseline: Evaluation | None,
    changed: Sequence[Change],
    *,
    each: bool,
) -> None:
    """Questions first when *each* is set, then gains and losses, then the measures."""
    if each:
        _questions(
            console,
            [(one.id, one.text, *plain_text.verdict(one)) for one in of.questions],
        )
    for title, better in (("Losses", False), ("Gains", True)):
        of_kind = [change for change in changed if change.better is better]
        if of_kind:
            console.print(Text(f"{title}: {len(of_kind)}", style="bold"))
            _questions(
                console,
                [(one.id, one.text, f"{one.before} → {one.after}", better) for one in of_kind],
            )
    table = Table(box=None, pad_edge=False, header_style="dim", show_header=baseline is not None)
    table.add_column("", style="bold")
    for name in ("now", "baseline", "difference") if baseline else ("now",):
        table.add_column(name, justify="right")
    for row in plain_text.measured(of, baseline):
        table.add_row(*row)
    console.print(table, "")
    for line in plain_text.decisions(of):
        console.print(line)


def _questions(console: Console, rows: Iterable[tuple[str, str, str, bool]]) -> None:
    """Ids, questions and what came of them, green where that is good."""
    table = Table(box=None, pad_edge=False, show_header=False)
    table.add_column(style="dim", no_wrap=True)
    table.add_column(ratio=1)
    table.add_column(no_wrap=True)
    for id_, text, said, good in rows:
        table.add_row(id_, plain_text.one_line(text), Text(said, style="green" if good else "red"))
    console.print(table, "")
