"""What a person sees on a terminal. This imports rich, so import it only where there is a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, repeat
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console
from rich.padding import Padding
from rich.style import Style
from rich.table import Table
from rich.text import Text

from retrieval.answers.records import Answer, Excerpt
from retrieval.articles import Article
from retrieval.output import verification_text
from retrieval.output.article_text import head_lines, pieces, size_line
from retrieval.output.evaluation_rows import (
    decision_lines,
    describe_result,
    kind_rows,
    measure_rows,
    mistake_row,
)
from retrieval.output.plain_text import ADDED
from retrieval.output.safe_text import harmless, lines_of, one_line
from retrieval.output.sentences import (
    agreement,
    citation_lines,
    claim_line,
    comparison_lines,
    confidence_line,
    conflict_line,
    evidence_rows,
    line_above,
    lines_under,
    note_lines,
    refusal_lines,
    refusal_sentence,
    requirement_lines,
    source_line,
    timeline_date,
)

if TYPE_CHECKING:
    from retrieval.answers.speaker_search import Speaker, SpeakerQuotations
    from retrieval.answers.timeline import Timeline
    from retrieval.evaluation.comparison import Change
    from retrieval.evaluation.measures import Evaluation
    from retrieval.evaluation.trust import GradedOutcome, KindCounts
    from retrieval.ranking.ranker import Ranking
    from retrieval.receipts.verification import Verification

_WIDEST = 100
"""Columns; longer lines are tiring to read."""

_MARKED = "bold magenta"
"""Matched words, in a colour that is easy to see on light and on dark terminals."""

_EXPLAINED = 7
"""Hits whose evidence fits side by side."""

_MARGIN = 4
"""Columns left of a quotation bar, enough for a rank."""


def screen(*, stderr: bool = False) -> Console:
    """Return the terminal. Nothing in an article is taken for markup; rich respects `NO_COLOR`."""
    console = Console(stderr=stderr, markup=False, highlight=False, emoji=False)
    console.width = min(console.width, _WIDEST)
    return console


# Answers


def print_answer(answer: Answer, headline: str = "", console: Console | None = None) -> None:
    """Print excerpts beside a bar, with the matched words marked, or why there is no answer."""
    console = console or screen()
    if headline:
        console.print(Text(f"{headline}\n", style="bold"))
    if answer.no_answer:
        _print_refusal(console, answer)
        return
    for line in note_lines(answer):
        console.print(Text(line, style="italic"))
    if answer.notes:
        console.print()
    if answer.sides:
        console.print(Text(conflict_line(answer), style="bold"))
    for side in answer.sides:
        _print_excerpt(console, "", side.excerpt, bar="yellow")
        if agreeing := agreement(side):
            console.print(Text(f"  {agreeing}", style="dim"))
    if claim := claim_line(answer):
        console.print(Text(f"{claim}\n", style="italic"))
    for rank, excerpt in enumerate(answer.excerpts, 1):
        _print_excerpt(console, str(rank), excerpt, under=comparison_lines(answer, rank))


def _print_refusal(console: Console, answer: Answer) -> None:
    refusal = answer.no_answer
    assert refusal
    console.print(Text(refusal_sentence(refusal), style="bold"))
    for line in refusal_lines(answer, refusal):
        console.print(Text(line))
    console.print()
    for excerpt in refusal.nearest:
        console.print(Text("Nearest, not an answer:", style="bold"))
        _print_excerpt(console, "", excerpt, bar="dim")


def _print_numbered(console: Console, excerpts: Sequence[Excerpt]) -> None:
    for rank, excerpt in enumerate(excerpts, 1):
        _print_excerpt(console, str(rank), excerpt)


def _print_excerpt(
    console: Console, rank: str, excerpt: Excerpt, bar: str = "cyan", under: Sequence[str] = ()
) -> None:
    margins = chain([f"{rank:>{_MARGIN - 2}} "], repeat(" " * (_MARGIN - 1)))
    if line := line_above(excerpt):
        console.print(Text.assemble((next(margins), "bold"), "  ", (line, "dim")))
    for wrapped in _wrapped(console, excerpt):
        console.print(Text.assemble((next(margins), "bold"), ("▎ ", bar), wrapped))
    for line in under:
        console.print(Padding(Text(line, style="yellow"), (0, 0, 0, _MARGIN + 1), expand=False))
    for text in _citation(excerpt):
        console.print(Padding(text, (0, 0, 0, _MARGIN + 1), expand=False))
    console.print()


def _wrapped(console: Console, excerpt: Excerpt) -> Iterator[Text]:
    text = Text(harmless(excerpt.text))
    for start, end in excerpt.highlights:
        text.stylize(_MARKED, start - excerpt.start, end - excerpt.start)
    for start, end in lines_of(excerpt.text):
        yield from text[start:end].wrap(console, console.width - _MARGIN - 1) or [Text()]


def _citation(excerpt: Excerpt) -> Iterator[Text]:
    title, url = (one_line(part or "") for part in (excerpt.citation.title, excerpt.citation.url))
    for line in lines_under(excerpt):
        link = url if url and line in (title, url) else None
        yield Text(line, style=Style(bold=line == title, dim=line != title, link=link))


def print_explanation(ranking: Ranking) -> None:
    """Print the evidence behind each hit as a table, the requirements and the confidence."""
    table = Table(box=None, show_header=False, pad_edge=False)
    table.add_column(style="bold")
    for _ in range(_EXPLAINED):
        table.add_column(justify="right", max_width=10, no_wrap=True)
    for line in zip(*evidence_rows(ranking)[: _EXPLAINED + 1], strict=True):
        table.add_row(*map(one_line, line))
    console = screen()
    console.print(table)
    for explained in (*requirement_lines(ranking), confidence_line(ranking)):
        console.print(Text(explained, style="dim"))


def print_verification(verification: Verification) -> None:
    """Print what a receipt is worth; the words that it refers to are marked in their paragraph."""
    console = screen()
    name, rest = verification_text.result_sentence(verification).split(":", 1)
    console.print(Text.assemble((name, "bold"), f":{rest}"))
    for head, words in verification_text.wordings(verification):
        console.print()
        if head:
            console.print(Text(head, style="bold"))
        text = Text(harmless(words.article.slice(words.around)))
        text.stylize(_MARKED, *(offset - words.around.start for offset in words.span))
        for wrapped in text.wrap(console, console.width - 2):
            if wrapped.plain.strip():
                console.print(Text.assemble(("▎ ", "cyan"), wrapped))
        for line in citation_lines(words.citation):
            console.print(Padding(Text(line, style="dim"), (0, 0, 0, 2), expand=False))


def print_timeline(timeline: Timeline) -> None:
    console = screen()
    for sentence in timeline.sentences:
        console.print(Text(timeline_date(sentence), style="bold"))
        _print_excerpt(console, "", sentence.excerpt)


# Speakers


def print_quotations(quotations: SpeakerQuotations) -> None:
    _print_numbered(screen(), quotations.excerpts)


def print_speakers(speakers: Sequence[Speaker]) -> None:
    table = Table(box=None, pad_edge=False)
    table.add_column("speaker")
    table.add_column("quoted", justify="right")
    table.add_column("reported", justify="right")
    for speaker in speakers:
        table.add_row(one_line(speaker.name), f"{speaker.quoted:,}", f"{speaker.reported:,}")
    screen().print(table)


# Articles


def print_sources(articles: Iterable[Article]) -> None:
    """Print each article beside its id: title, source, and how much of it there is."""
    table = Table(box=None, pad_edge=False, show_header=False, padding=(0, 2, 1, 0))
    table.add_column(style="cyan", overflow="fold", max_width=24)
    table.add_column()
    for article in articles:
        details = filter(None, (source_line(article), size_line(article)))
        title = Text(one_line(article.title), style="bold")
        lines = [title, *(Text(line, style="dim") for line in details)]
        table.add_row(one_line(article.id), Text("\n").join(lines))
    screen().print(table)


def print_added(path: Path, articles: Sequence[Article]) -> None:
    """Print the name of the new file, and the articles that were read from it."""
    console = screen()
    console.print(Text(f"Added {one_line(str(path))}\n"))
    print_sources(articles[:ADDED])
    if len(articles) > ADDED:
        console.print(Text(f"and {len(articles) - ADDED:,} more", style="dim"))


def print_article(article: Article) -> None:
    """Print the whole text: headings are bold; what is skipped is dim, with the reason after it."""
    console = screen()
    title, *rest = head_lines(article)
    console.print(Text(title, style="bold cyan"))
    for line in rest:
        console.print(Text(line, style="dim"))
    body = Text("\n")
    for piece in pieces(article):
        text = harmless(piece.text.replace("\r\n", "\n"))
        if piece.reason is None:
            body.append(text, style="bold" if piece.heading else None)
        else:
            body.append(text, style="dim")
            body.append(f" [{piece.reason}] ", style="magenta")
    console.print(body)


# Evaluations


def print_evaluation(
    evaluation: Evaluation, before: Evaluation | None, changes: Sequence[Change], *, each: bool
) -> None:
    """Print the questions where *each* is set, then losses and gains, then the measures."""
    console = screen()
    if each:
        _print_questions(
            console, [(q.id, q.text, *describe_result(q)) for q in evaluation.questions]
        )
    for title, better in (("Losses", False), ("Gains", True)):
        rows = [
            (change.id, change.text, f"{change.before} → {change.after}", better)
            for change in changes
            if change.better is better
        ]
        if rows:
            console.print(Text(f"{title}: {len(rows)}", style="bold"))
            _print_questions(console, rows)
    table = Table(box=None, pad_edge=False, header_style="dim", show_header=before is not None)
    table.add_column("", style="bold")
    for name in ("now", "before", "difference") if before else ("now",):
        table.add_column(name, justify="right")
    for row in measure_rows(evaluation, before):
        table.add_row(*row)
    console.print(table, "")
    for line in decision_lines(evaluation):
        console.print(line)


def print_kinds(kinds: Sequence[KindCounts]) -> None:
    table = Table(box=None, pad_edge=False, show_header=False)
    for row in kind_rows(kinds):
        table.add_row(*row)
    screen().print(table, "")


def print_mistakes(mistakes: Sequence[GradedOutcome]) -> None:
    table = Table(box=None, pad_edge=False, show_header=False)
    for row in map(mistake_row, mistakes):
        table.add_row(*map(one_line, row))
    screen().print(table, "")


def _print_questions(console: Console, rows: Iterable[tuple[str, str, str, bool]]) -> None:
    """Print ids, questions and how these fared, in green where that is good."""
    table = Table(box=None, pad_edge=False, show_header=False)
    table.add_column(style="dim", no_wrap=True)
    table.add_column(ratio=1)
    table.add_column(no_wrap=True)
    for id_, text, result, good in rows:
        table.add_row(id_, one_line(text), Text(result, style="green" if good else "red"))
    console.print(table, "")
