"""`cuttings evaluate`."""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

from retrieval.cli import options
from retrieval.cli.exit_codes import ANSWERED, CommandError
from retrieval.cli.opening import open_library
from retrieval.cli.settings import setting
from retrieval.cli.signs import print_json, sign_of_life

if TYPE_CHECKING:
    from retrieval.evaluation.measures import Evaluation
    from retrieval.evaluation.outcomes import Outcome
    from retrieval.evaluation.question_sets import QuestionSet
    from retrieval.library import Library

TAKES = "QUESTIONS"


def add_options(parser: ArgumentParser) -> None:
    parser.add_argument(
        "questions",
        type=options.existing,
        metavar="QUESTIONS",
        help="a folder with corpus.jsonl, queries.jsonl and qrels.tsv; or a file of questions",
    )
    options.articles(parser)
    options.engine(parser, "rank-bm25")
    options.semantic(parser)
    options.data(parser)
    options.as_json(parser)
    parser.add_argument(
        "--run",
        dest="run_file",
        type=options.file,
        metavar="FILE",
        help="write the ranking of articles as a TREC run",
    )
    parser.add_argument(
        "--save",
        dest="save_file",
        type=options.file,
        metavar="FILE",
        help="write measures and questions for a later --compare",
    )
    parser.add_argument(
        "--compare",
        dest="baseline_file",
        type=options.existing,
        metavar="BASELINE",
        help="show what changed, question by question, since a file that --save wrote",
    )


def run(
    questions: Path,
    articles: Path | None,
    engine: str,
    semantic: str | None,
    data: Path | None,
    as_json: bool,
    run_file: Path | None,
    save_file: Path | None,
    baseline_file: Path | None,
) -> int:
    """
    Measure the answers to questions whose answers are known.

    QUESTIONS is a folder with corpus.jsonl, queries.jsonl and qrels.tsv; or a
    single file of questions with "id", "question" and "answers", which are asked
    of --articles (an empty list means that there is no answer).

    Examples:
      cuttings evaluate xquad/en --save before.json
      cuttings evaluate xquad/en --compare before.json
      cuttings evaluate questions.jsonl --articles seeds

    Measures:
      ndcg@10, mrr@10,     the ranking of articles, over questions with
      hit@k, recall@10     a relevant article
      answer@1, answer@3   a known answer stands in the first excerpt,
                           in the first three
      auroc                how well confidence tells questions that have an
                           answer from those that have none
      answered@5%          how many of the former are answered when at most
                           5% of the latter are
    """
    from retrieval.evaluation.comparison import load_evaluation, save_evaluation
    from retrieval.evaluation.measures import evaluate, ir_measures
    from retrieval.evaluation.question_sets import read_question_set
    from retrieval.evaluation.trec_runs import format_run, strictly_falling

    if as_json and baseline_file:
        raise CommandError("--json prints measures alone: leave out --json or --compare.")
    for file in (run_file, save_file):
        if file and not file.parent.is_dir():
            raise CommandError(f"{file}: there is no such folder to write it in")
    baseline = load_evaluation(baseline_file) if baseline_file else None
    is_folder = questions.is_dir()
    if is_folder:
        ir_measures()
    semantic = semantic or setting("SEMANTIC_MODEL")
    with nullcontext() if semantic else sign_of_life("Reading the articles"):
        path = questions / "corpus.jsonl" if is_folder else articles
        library = open_library(path, semantic, data, engine)
    asked = read_question_set(questions, library.articles)
    if baseline and not asked.ids & baseline.ids:
        raise CommandError(f"{baseline_file}: holds none of these questions")
    outcomes = _ask_all(library, asked)
    found = evaluate(outcomes, asked.qrels)
    if run_file:
        run = format_run(strictly_falling(outcomes))
        run_file.write_text("".join(run), encoding="utf-8")
    if save_file:
        save_evaluation(found, save_file)
    if as_json:
        print_json(found.measures)
    else:
        _draw_evaluation(found, baseline, each=not is_folder)
    return ANSWERED


def _ask_all(library: Library, asked: QuestionSet) -> list[Outcome]:
    """Every outcome, with a progress bar when somebody is there to see it."""
    from retrieval.evaluation.outcomes import ask_all

    outcomes = ask_all(library, asked.queries)
    if not sys.stderr.isatty():
        return list(outcomes)
    from retrieval.output.terminal import progress

    with progress() as bar:
        return list(bar.track(outcomes, total=len(asked.queries), description="Asking"))


def _draw_evaluation(found: Evaluation, baseline: Evaluation | None, *, each: bool) -> None:
    from retrieval.evaluation.comparison import compare

    changed = compare(baseline, found) if baseline else []
    if sys.stdout.isatty():
        from retrieval.output import terminal

        terminal.evaluation(terminal.screen(), found, baseline, changed, each=each)
    else:
        from retrieval.output import plain_text

        print(plain_text.evaluation(found, baseline, changed, each=each), end="")
