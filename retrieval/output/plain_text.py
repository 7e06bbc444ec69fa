"""Text for a pipe: no colours, no wrapping, stable for scripts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, zip_longest
from pathlib import Path
from typing import TYPE_CHECKING

from retrieval.answers.records import Answer, Excerpt, Side
from retrieval.articles import Article
from retrieval.output import verification_text
from retrieval.output.article_text import (
    Piece,
    counts,
    head_lines,
    pieces,
    share_skipped,
    size_line,
)
from retrieval.output.evaluation_rows import (
    decision_lines,
    describe_result,
    kind_rows,
    measure_rows,
    mistake_row,
)
from retrieval.output.safe_text import harmless, lines_of, one_line
from retrieval.output.sentences import (
    agreement,
    citation_lines,
    claim_line,
    comparison_lines,
    confidence_line,
    conflict_line,
    date_of,
    evidence_rows,
    line_above,
    lines_under,
    note_lines,
    refusal_lines,
    refusal_sentence,
    requirement_lines,
    timeline_date,
)

if TYPE_CHECKING:
    from retrieval.answers.cited_words import Words
    from retrieval.answers.speaker_search import Speaker, SpeakerQuotations
    from retrieval.answers.timeline import Timeline
    from retrieval.collection.sync_records import SyncReport
    from retrieval.evaluation.comparison import Change
    from retrieval.evaluation.measures import Evaluation
    from retrieval.evaluation.trust import GradedOutcome, KindCounts
    from retrieval.ranking.ranker import Ranking
    from retrieval.receipts.verification import Verification

ADDED = 10
"""Articles to show of a file that was added; a collection has many."""


# Answers


def print_answer(answer: Answer, headline: str = "") -> None:
    print(f"{headline}\n\n" if headline else "", format_answer(answer), sep="", end="")


def format_answer(answer: Answer) -> str:
    """Return the excerpts, quoted as in a mail, or why there is no answer; ends with a line feed."""
    if answer.no_answer is None:
        blocks = ["\n".join(note_lines(answer))] if answer.notes else []
        if claim := claim_line(answer):
            blocks.append(claim)
        blocks += [conflict_line(answer), *map(_side, answer.sides)] if answer.sides else []
        blocks += [
            _excerpt(f"{rank}.", excerpt, comparison_lines(answer, rank))
            for rank, excerpt in enumerate(answer.excerpts, 1)
        ]
    else:
        refusal = answer.no_answer
        head = (refusal_sentence(refusal), *refusal_lines(answer, refusal))
        nearest = (_excerpt("Nearest, not an answer:", excerpt) for excerpt in refusal.nearest)
        blocks = ["\n".join(head), *nearest]
    return "\n\n".join(blocks) + "\n"


def _side(side: Side) -> str:
    return "\n".join(filter(None, (_excerpt("", side.excerpt), agreement(side))))


def _numbered(excerpts: Sequence[Excerpt]) -> list[str]:
    return [_excerpt(f"{rank}.", excerpt) for rank, excerpt in enumerate(excerpts, 1)]


def _excerpt(head: str, excerpt: Excerpt, comparisons: Sequence[str] = ()) -> str:
    text = harmless(excerpt.text)
    quoted = (f"> {text[start:end]}".rstrip() for start, end in lines_of(excerpt.text))
    lines = (head, line_above(excerpt), *quoted, *comparisons, *lines_under(excerpt))
    return "\n".join(filter(None, lines))


def print_explanation(ranking: Ranking) -> None:
    """Print the evidence behind each hit in columns separated by tabs, the requirements and the confidence."""
    print()
    _print_tabbed(evidence_rows(ranking))
    print(*requirement_lines(ranking), confidence_line(ranking), sep="\n")


def print_verification(verification: Verification) -> None:
    """Print what a receipt is worth, and the words that it refers to in their paragraph."""
    print(verification_text.result_sentence(verification))
    for head, words in verification_text.wordings(verification):
        print("", *filter(None, (head, *_quoted(words))), sep="\n")


def _quoted(words: Words) -> Iterator[str]:
    """Yield the lines of the paragraph, the words between [[ and ]], and of the citation."""
    article, (start, end) = words.article, words.span
    before, after = article.text[words.around.start : start], article.text[end : words.around.end]
    marked = f"{before}[[{words.text}]]{after}"
    lines = (line.strip() for line in harmless(marked).split("\n"))
    yield from (f"> {line}" for line in lines if line)
    yield from citation_lines(words.citation)


def print_timeline(timeline: Timeline) -> None:
    print("\n\n".join(_excerpt(timeline_date(one), one.excerpt) for one in timeline.sentences))


# Speakers


def print_quotations(quotations: SpeakerQuotations) -> None:
    print("\n\n".join(_numbered(quotations.excerpts)))


def print_speakers(speakers: Sequence[Speaker]) -> None:
    """Print one speaker a line: name, quotations and reported statements, separated by tabs."""
    rows = [("speaker", "quoted", "reported")]
    _print_tabbed(rows + [(s.name, str(s.quoted), str(s.reported)) for s in speakers])


# Articles


def print_added(path: Path, articles: Sequence[Article]) -> None:
    """Print the name of the new file, and what was read from it."""
    shown = ["\n".join([*head_lines(of), size_line(of)]) for of in articles[:ADDED]]
    more = [f"and {len(articles) - ADDED:,} more"] if len(articles) > ADDED else []
    print(f"Added {one_line(str(path))}", *shown, *more, sep="\n\n")


def print_sources(articles: Iterable[Article]) -> None:
    """Print one article a line, columns separated by tabs."""
    rows = [["id", "title", "publisher", "date", "sections", "paragraphs", "words", "skipped"]]
    for of in articles:
        known = [of.id, of.title, of.publisher or "", date_of(of)]
        rows.append([*known, *map(str, counts(of).values()), share_skipped(of)])
    _print_tabbed(rows)


def print_article(article: Article) -> None:
    """Print the text of an article; what is skipped is on lines of its own, after the reason."""
    blocks = [*head_lines(article), ""]
    shown = (piece for piece in pieces(article) if piece.text.strip())
    for is_skipped, group in groupby(shown, key=lambda piece: piece.reason is not None):
        if is_skipped:
            blocks += (
                f"[skipped: {piece.reason}] {line}" for piece in group for line in _lines(piece)
            )
        else:
            text = harmless("".join(piece.text for piece in group).replace("\r\n", "\n"))
            blocks.append(text.removeprefix("\n").rstrip(" ").removesuffix("\n"))
    print("\n".join(blocks).rstrip("\n"))


def _lines(piece: Piece) -> list[str]:
    lines = harmless(piece.text).split("\n")
    return [line.strip() for line in lines if line.strip()]


def format_report(report: SyncReport) -> str:
    """Return how many articles were indexed, in one line; before it, why the index was rebuilt."""
    counted = [
        (report.added, "new"),
        (report.changed, "changed"),
        (report.removed, "removed"),
        (report.unchanged, "unchanged"),
        (len(report.problems), "unreadable"),
    ]
    articles = ", ".join(f"{count:,} {name}" for count, name in counted if count) or "none"
    line = f"{report.passages:,} passages in {report.seconds:.1f} s; articles: {articles}"
    return f"The index was rebuilt because {report.rebuilt}.\n{line}" if report.rebuilt else line


# Evaluations


def print_evaluation(
    evaluation: Evaluation, before: Evaluation | None, changes: Sequence[Change], *, each: bool
) -> None:
    """Print the questions where *each* is set, then losses and gains, then the measures."""
    if each:
        questions = evaluation.questions
        _print_columns((q.id, describe_result(q)[0], q.text) for q in questions)
    for title, better in (("Losses", False), ("Gains", True)):
        rows = [
            (change.id, f"{change.before} to {change.after}", change.text)
            for change in changes
            if change.better is better
        ]
        if rows:
            print(f"{title}: {len(rows)}")
            _print_columns(rows)
    head = [("", "now", "before", "difference")] if before else []
    _print_columns([*head, *measure_rows(evaluation, before)])
    print(*decision_lines(evaluation), sep="\n")


def print_kinds(kinds: Sequence[KindCounts]) -> None:
    _print_columns(kind_rows(kinds))


def print_mistakes(mistakes: Sequence[GradedOutcome]) -> None:
    _print_columns(map(mistake_row, mistakes))


def _print_columns(rows: Iterable[Sequence[str]]) -> None:
    """Print *rows*, with each column but the last as wide as its widest cell, and an empty line."""
    cells = [[one_line(cell) for cell in row] for row in rows]
    widths = [max(map(len, column)) for column in zip_longest(*cells, fillvalue="")]
    for row in cells:
        print("  ".join(map(str.ljust, row, widths)).rstrip())
    print()


def _print_tabbed(rows: Iterable[Sequence[str]]) -> None:
    for row in rows:
        print("\t".join(map(one_line, row)))
