"""`cuttings ask`."""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from collections.abc import Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from retrieval.articles import QuestionsError
from retrieval.cli.collection import keep_shown, open_library
from retrieval.cli.console import print_json, print_notice, printer
from retrieval.cli.exit_codes import ANSWERED, NO_ANSWER, CommandError
from retrieval.cli.options import (
    CommonOptions,
    add_articles,
    add_data,
    add_engine,
    add_json,
    add_reader,
    add_semantic,
    add_top,
)
from retrieval.cli.settings import reader_choice, semantic_model
from retrieval.evaluation import question_sets
from retrieval.output import bibliography, json_output, sentences
from retrieval.output.safe_text import one_line

if TYPE_CHECKING:
    from retrieval.output.bibliography import CitedAnswer

_FORMATS = ("text", "markdown", "bibtex", "csl-json")

ARGUMENTS = "[QUESTION ...]"


@dataclass(frozen=True, kw_only=True)
class Options(CommonOptions):
    question: Sequence[str]
    as_json: bool
    top: int
    semantic: str | None
    reader: str | None
    explain: bool
    format_: str
    batch: str | None


def add_options(parser: ArgumentParser) -> None:
    parser.add_argument("question", nargs="*", metavar="QUESTION", help="in any number of words")
    add_articles(parser)
    add_json(parser)
    add_top(parser)
    add_engine(parser)
    add_semantic(parser)
    add_reader(parser)
    add_data(parser)
    parser.add_argument(
        "--explain", action="store_true", help="show the evidence behind each hit as a table"
    )
    parser.add_argument(
        "--format",
        dest="format_",
        choices=_FORMATS,
        default="text",
        help="how to print: text for a person, the others for documents (default: %(default)s)",
    )
    parser.add_argument(
        "--batch",
        metavar="FILE",
        help='ask every question of FILE, with one {"id": …, "question": …} a line; - reads '
        "standard input",
    )


def run(options: Options) -> int:
    """
    Ask a question.

    The words may be several arguments, but quote a question mark: it means
    something to most shells.

    Examples:
      cuttings ask "what did the WHO say about winter?"
      cuttings ask --articles archive --top 5 "who warned Serbia?"
      cuttings ask --json "who warned Serbia?" | jq -r '.excerpts[].text'
      cuttings ask --batch questions.jsonl --json > answers.jsonl
      cuttings ask --format bibtex "who warned Serbia?" >> sources.bib

    With --format bibtex and --format csl-json each cited article is one entry,
    for all questions of --batch together. A question without an answer is named
    on standard error; in bibtex it is a comment, too.

    Exit codes:
      0  answered; with --batch, every question was asked
      1  the articles hold no answer
      2  an error, which is printed on standard error
    """
    if (options.batch is not None) == bool(options.question):
        raise CommandError("give either a question or --batch FILE; see cuttings ask --help")
    if options.explain and (options.as_json or options.batch is not None):
        raise CommandError("--explain cannot be combined with --json or --batch")
    if options.format_ != "text" and (options.as_json or options.explain):
        raise CommandError("--format cannot be combined with --json or --explain")
    return _ask_one(options) if options.batch is None else _ask_batch(options, options.batch)


def _ask_one(options: Options) -> int:
    library = open_library(options, semantic_model(options.semantic), reader_choice(options.reader))
    answer = library.ask(" ".join(options.question), options.top)
    if answer.no_answer and answer.no_answer.reason in ("empty", "too-long"):
        raise CommandError(sentences.refusal_sentence(answer.no_answer))
    keep_shown(answer, library, options)
    if options.as_json:
        print_json(json_output.export_answer(answer))
    elif options.format_ != "text":
        _print_citations([bibliography.CitedAnswer(answer)], options.format_)
    else:
        printer().print_answer(answer)
        if options.explain:
            printer().print_explanation(library.rank(answer.question))
    return ANSWERED if answer.answered else NO_ANSWER


def _ask_batch(options: Options, file: str) -> int:
    questions = _read_questions(file)
    library = open_library(options, semantic_model(options.semantic), reader_choice(options.reader))
    cited = []
    for id_, question in questions:
        answer = library.ask(question, options.top)
        keep_shown(answer, library, options)
        headline = f"{id_}: {question}"
        if options.format_ != "text":
            cited.append(bibliography.CitedAnswer(answer, headline))
        elif options.as_json:
            print_json({"id": id_, **json_output.export_answer(answer)})
        else:
            printer().print_answer(answer, one_line(headline))
            print()
    if options.format_ != "text":
        _print_citations(cited, options.format_)
    return ANSWERED


def _read_questions(file: str) -> list[tuple[str | int, str]]:
    """Return ids and questions, all of them, so that a bad line is found before anything is printed."""
    questions = []
    with nullcontext(sys.stdin.buffer) if file == "-" else Path(file).open("rb") as lines:
        for where, row in question_sets.json_lines(
            "standard input" if file == "-" else file, lines
        ):
            question = row.get("question")
            if not isinstance(question, str):
                raise QuestionsError(f'{where}: "question" is missing, or not a string')
            questions.append((question_sets.id_of(where, row), question))
    return questions


def _print_citations(answers: Sequence[CitedAnswer], format_: str) -> None:
    print(bibliography.FORMATS[format_](answers), end="")
    for answer, headline in answers:
        if answer.no_answer and format_ in ("bibtex", "csl-json"):
            print_notice(
                ": ".join(filter(None, (headline, sentences.refusal_sentence(answer.no_answer))))
            )
