"""`cuttings ask`."""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from collections.abc import Sequence
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

from retrieval.articles import QuestionsError
from retrieval.cli import options
from retrieval.cli.exit_codes import ANSWERED, NO_ANSWER, CommandError
from retrieval.cli.opening import keep_shown, open_library
from retrieval.cli.settings import setting
from retrieval.cli.signs import print_json, tell

if TYPE_CHECKING:
    from retrieval.answers.records import Answer
    from retrieval.ranking.ranker import Ranking

_FORMATS = ("text", "markdown", "bibtex", "csl-json")

TAKES = "[QUESTION ...]"


def add_options(parser: ArgumentParser) -> None:
    parser.add_argument("question", nargs="*", metavar="QUESTION", help="in any number of words")
    options.articles(parser)
    options.as_json(parser)
    parser.add_argument(
        "--top",
        type=options.at_least_one,
        default=3,
        metavar="N",
        help="most excerpts to show (default: %(default)s)",
    )
    options.engine(parser)
    options.semantic(parser)
    options.data(parser)
    parser.add_argument(
        "--explain", action="store_true", help="show the evidence behind each hit as a table"
    )
    parser.add_argument(
        "--format",
        dest="format_",
        choices=_FORMATS,
        default="text",
        help="how to print: for a person, or for a document (default: %(default)s)",
    )
    parser.add_argument(
        "--batch",
        metavar="FILE",
        help='ask every question of FILE, one {"id": …, "question": …} a line; - reads standard input',
    )


def run(
    question: Sequence[str],
    articles: Path | None,
    as_json: bool,
    top: int,
    engine: str | None,
    semantic: str | None,
    data: Path | None,
    explain: bool,
    batch: str | None,
    format_: str,
) -> int:
    """
    Ask a question.

    Several words are one question, but a shell may take its ? for itself: quote it.

    Examples:
      cuttings ask "what did the WHO say about winter?"
      cuttings ask --articles archive --top 5 "who warned Serbia?"
      cuttings ask --json "who warned Serbia?" | jq -r '.excerpts[].text'
      cuttings ask --batch questions.jsonl --json > answers.jsonl
      cuttings ask --format bibtex "who warned Serbia?" >> sources.bib

    With --format bibtex and csl-json each cited article is one entry, for all questions of --batch
    together. A question without an answer is a comment in bibtex, nothing in csl-json, and told on
    standard error.

    Exit codes:
      0  answered; with --batch, every line was asked
      1  the articles hold no answer
      2  an error, told on standard error
    """
    if (batch is not None) == bool(question):
        raise CommandError("give either a question or --batch FILE; cuttings ask --help says more")
    if explain and (as_json or batch is not None):
        raise CommandError("--explain is for one question, and not for --json")
    if format_ != "text" and (as_json or explain):
        raise CommandError("--format is not for --json, and not for --explain")
    if batch is not None:
        questions = _batch(batch)
        library = open_library(articles, semantic or setting("SEMANTIC_MODEL"), data, engine)
        if format_ != "text":
            named = [(f"{id_}: {text}", library.ask(text, top)) for id_, text in questions]
            for _, answer in named:
                keep_shown(answer, library, articles, data)
            _print_cited(named, format_)
            return ANSWERED
        for id_, text in questions:
            answer = library.ask(text, top)
            keep_shown(answer, library, articles, data)
            if as_json:
                print_json(_exported(answer, id=id_))
            else:
                _draw_answer(answer, headline=f"{id_}: {text}")
                print()
        return ANSWERED
    library = open_library(articles, semantic or setting("SEMANTIC_MODEL"), data, engine)
    answer = library.ask(" ".join(question), top)
    if answer.no_answer and answer.no_answer.reason in ("empty", "too-long"):
        from retrieval.output.plain_text import why

        raise CommandError(why(answer.no_answer))
    keep_shown(answer, library, articles, data)
    if as_json:
        print_json(_exported(answer))
    elif format_ != "text":
        _print_cited([("", answer)], format_)
    else:
        _draw_answer(answer)
        if explain:
            _draw_explanation(library.rank(answer.question))
    return ANSWERED if answer.answered else NO_ANSWER


def _batch(file: str) -> list[tuple[str | int, str]]:
    """Ids and questions, all of them, so that a bad line is found before anything is printed."""
    from retrieval.evaluation.question_sets import id_of, json_lines

    questions = []
    with nullcontext(sys.stdin.buffer) if file == "-" else Path(file).open("rb") as lines:
        for where, row in json_lines("standard input" if file == "-" else file, lines):
            question = row.get("question")
            if not isinstance(question, str):
                raise QuestionsError(f'{where}: "question" is missing, or not a string')
            questions.append((id_of(where, row), question))
    return questions


def _exported(answer: Answer, **first: object) -> dict[str, object]:
    from retrieval.output import json_output

    return first | json_output.answer(answer)


def _print_cited(asked: Sequence[tuple[str, Answer]], format_: str) -> None:
    from retrieval.output.bibliography import FORMATS, Asked
    from retrieval.output.plain_text import why

    print(FORMATS[format_]([Asked(answer, headline) for headline, answer in asked]), end="")
    for headline, answer in asked:
        if answer.no_answer and format_ in ("bibtex", "csl-json"):
            tell(": ".join(filter(None, (headline, why(answer.no_answer)))))


def _draw_answer(answer: Answer, headline: str = "") -> None:
    from retrieval.output import plain_text

    headline = plain_text.one_line(headline)
    if sys.stdout.isatty():
        from retrieval.output import terminal

        screen = terminal.screen()
        if headline:
            screen.print(f"{headline}\n", style="bold", markup=False, highlight=False)
        terminal.answer(screen, answer)
    else:
        print(f"{headline}\n\n" if headline else "", plain_text.answer(answer), sep="", end="")


def _draw_explanation(ranking: Ranking) -> None:
    if sys.stdout.isatty():
        from retrieval.output import terminal

        terminal.explanation(terminal.screen(), ranking)
    else:
        from retrieval.output import plain_text

        print(f"\n{plain_text.explanation(ranking)}", end="")
