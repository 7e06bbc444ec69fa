"""Text for a pipe: no colours, no wrapping, stable for scripts. Every text ends with a line feed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, zip_longest
from pathlib import Path
from typing import TYPE_CHECKING

from retrieval.answers.cited_words import Words
from retrieval.answers.records import Answer, Excerpt, Side
from retrieval.articles import Article
from retrieval.output.article_text import (
    Piece,
    counts,
    head_lines,
    pieces,
    share_skipped,
    size_line,
)
from retrieval.output.evaluation_rows import decision_lines, describe_result, measure_rows
from retrieval.output.safe_text import harmless, lines_of, one_line
from retrieval.output.sentences import (
    CONFLICT,
    agreement,
    citation_lines,
    confidence_line,
    date_of,
    evidence_rows,
    line_above,
    lines_under,
    note_lines,
    refusal_sentence,
    searched_line,
    unknown_words,
    verification_sentence,
    wordings,
)
from retrieval.receipts.verification import Verification

if TYPE_CHECKING:
    from retrieval.answers.speaker_search import Speaker, SpeakerQuotations
    from retrieval.collection.sync_records import SyncReport
    from retrieval.evaluation.comparison import Change
    from retrieval.evaluation.measures import Evaluation
    from retrieval.ranking.ranker import Ranking

ADDED = 10
"""Articles to show of a file that was added; a collection has many."""


# Answers


def format_answer(answer: Answer) -> str:
    """Return the excerpts, quoted as in a mail, or why there is no answer."""
    if answer.no_answer is None:
        blocks = ["\n".join(note_lines(answer))] if answer.notes else []
        blocks += [CONFLICT, *map(_side, answer.sides)] if answer.sides else []
        blocks += _numbered(answer.excerpts)
    else:
        refusal = answer.no_answer
        reason, searched = refusal_sentence(refusal), searched_line(refusal.coverage)
        head = (reason, unknown_words(refusal), *note_lines(answer), searched)
        nearest = (_excerpt("Nearest, not an answer:", excerpt) for excerpt in refusal.nearest)
        blocks = ["\n".join(filter(None, head)), *nearest]
    return "\n\n".join(blocks) + "\n"


def _side(side: Side) -> str:
    return "\n".join(filter(None, (_excerpt("", side.excerpt), agreement(side))))


def _numbered(excerpts: Sequence[Excerpt]) -> list[str]:
    return [_excerpt(f"{rank}.", excerpt) for rank, excerpt in enumerate(excerpts, 1)]


def _excerpt(head: str, excerpt: Excerpt) -> str:
    text = harmless(excerpt.text)
    quoted = (f"> {text[start:end]}".rstrip() for start, end in lines_of(excerpt))
    lines = (head, line_above(excerpt), *quoted, *lines_under(excerpt))
    return "\n".join(filter(None, lines))


def format_explanation(ranking: Ranking) -> str:
    """Return the evidence behind each hit in columns separated by tabs, then the confidence."""
    return f"{_tabbed(evidence_rows(ranking))}{confidence_line(ranking)}\n"


def format_verification(verification: Verification) -> str:
    """Return what a receipt is worth, and the words that it refers to in their paragraph."""
    blocks = [verification_sentence(verification)]
    blocks += [
        "\n".join(filter(None, (head, *_quoted(words)))) for head, words in wordings(verification)
    ]
    return "\n\n".join(blocks) + "\n"


def _quoted(words: Words) -> Iterator[str]:
    """Yield the lines of the paragraph, the words between [[ and ]], and of the citation."""
    article, (start, end) = words.article, words.span
    before, after = article.text[words.around.start : start], article.text[end : words.around.end]
    marked = f"{before}[[{words.text}]]{after}"
    lines = (line.strip() for line in harmless(marked).split("\n"))
    yield from (f"> {line}" for line in lines if line)
    yield from citation_lines(words.citation)


# Speakers


def format_quotations(quotations: SpeakerQuotations) -> str:
    """Return the quotations of a speaker, numbered."""
    return "\n\n".join(_numbered(quotations.excerpts)) + "\n"


def format_speakers(speakers: Sequence[Speaker]) -> str:
    """Return one speaker a line: name, quotations and reported statements, separated by tabs."""
    rows = [("speaker", "quoted", "reported")]
    return _tabbed(rows + [(s.name, str(s.quoted), str(s.reported)) for s in speakers])


# Articles


def format_added(path: Path, articles: Sequence[Article]) -> str:
    """Return the name of the new file, and what was read from it."""
    shown = ["\n".join([*head_lines(of), size_line(of)]) for of in articles[:ADDED]]
    more = [f"and {len(articles) - ADDED:,} more"] if len(articles) > ADDED else []
    return "\n\n".join([f"Added {one_line(str(path))}", *shown, *more]) + "\n"


def format_sources(articles: Iterable[Article]) -> str:
    """Return one article a line, columns separated by tabs."""
    rows = [["id", "title", "publisher", "date", "sections", "paragraphs", "words", "skipped"]]
    for of in articles:
        known = [of.id, of.title, of.publisher or "", date_of(of)]
        rows.append([*known, *map(str, counts(of).values()), share_skipped(of)])
    return _tabbed(rows)


def format_article(article: Article) -> str:
    """Return the text of an article; what is skipped is on lines of its own, after the reason."""
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
    return "\n".join(blocks).rstrip("\n") + "\n"


def _lines(piece: Piece) -> list[str]:
    lines = harmless(piece.text).split("\n")
    return [line.strip() for line in lines if line.strip()]


def format_report(report: SyncReport) -> str:
    """Return in one line how many articles were indexed; before it, why the index was rebuilt."""
    counted = [
        (report.added, "new"),
        (report.changed, "changed"),
        (report.removed, "removed"),
        (report.unchanged, "unchanged"),
        (len(report.problems), "unreadable"),
    ]
    articles = ", ".join(f"{count:,} {name}" for count, name in counted if count) or "none"
    line = f"{report.passages:,} passages in {report.seconds:.1f} s; articles: {articles}\n"
    return f"The index was rebuilt: {report.rebuilt}.\n{line}" if report.rebuilt else line


# Evaluations


def format_evaluation(
    evaluation: Evaluation, baseline: Evaluation | None, changes: Sequence[Change], *, each: bool
) -> str:
    """Return the questions where *each* is set, then losses and gains, then the measures."""
    blocks = []
    if each:
        questions = evaluation.questions
        blocks.append(_columns((q.id, describe_result(q)[0], q.text) for q in questions))
    for title, better in (("Losses", False), ("Gains", True)):
        alike = [change for change in changes if change.better is better]
        if alike:
            rows = (
                (change.id, f"{change.before} to {change.after}", change.text) for change in alike
            )
            blocks.append(f"{title}: {len(alike)}\n{_columns(rows)}")
    columns = [("", "now", "baseline", "difference")] if baseline else []
    blocks.append(_columns([*columns, *measure_rows(evaluation, baseline)]))
    blocks.append("".join(f"{line}\n" for line in decision_lines(evaluation)))
    return "\n".join(blocks)


def _columns(rows: Iterable[Sequence[str]]) -> str:
    """Return *rows* with each column but the last as wide as its widest cell."""
    cells = [[one_line(cell) for cell in row] for row in rows]
    widths = [max(map(len, column)) for column in zip_longest(*cells, fillvalue="")]
    return "".join("  ".join(map(str.ljust, row, widths)).rstrip() + "\n" for row in cells)


def _tabbed(rows: Iterable[Sequence[str]]) -> str:
    return "".join("\t".join(map(one_line, row)) + "\n" for row in rows)


# Printing


def print_answer(answer: Answer, headline: str = "") -> None:
    print(f"{headline}\n\n" if headline else "", format_answer(answer), sep="", end="")


def print_explanation(ranking: Ranking) -> None:
    print(f"\n{format_explanation(ranking)}", end="")


def print_verification(verification: Verification) -> None:
    print(format_verification(verification), end="")


def print_quotations(quotations: SpeakerQuotations) -> None:
    print(format_quotations(quotations), end="")


def print_speakers(speakers: Sequence[Speaker]) -> None:
    print(format_speakers(speakers), end="")


def print_sources(articles: Iterable[Article]) -> None:
    print(format_sources(articles), end="")


def print_added(path: Path, articles: Sequence[Article]) -> None:
    print(format_added(path, articles), end="")


def print_article(article: Article) -> None:
    print(format_article(article), end="")


def print_evaluation(
    evaluation: Evaluation, baseline: Evaluation | None, changes: Sequence[Change], *, each: bool
) -> None:
    print(format_evaluation(evaluation, baseline, changes, each=each), end="")
