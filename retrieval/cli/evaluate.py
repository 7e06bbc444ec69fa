"""`cuttings evaluate`."""

from __future__ import annotations

from argparse import ArgumentParser
from contextlib import nullcontext
from dataclasses import dataclass, replace
from pathlib import Path

from retrieval.cli.collection import open_library
from retrieval.cli.console import print_json, printer
from retrieval.cli.exit_codes import ANSWERED, CommandError
from retrieval.cli.options import (
    CommonOptions,
    add_articles,
    add_data,
    add_engine,
    add_json,
    add_semantic,
    existing_path,
    output_file,
)
from retrieval.cli.settings import semantic_model
from retrieval.evaluation import comparison, measures, outcomes, question_sets, trec_runs
from retrieval.output.progress import collect, spinner

ARGUMENTS = "QUESTIONS"


@dataclass(frozen=True, kw_only=True)
class Options(CommonOptions):
    questions: Path
    semantic: str | None
    as_json: bool
    run_file: Path | None
    save_file: Path | None
    baseline_file: Path | None


def add_options(parser: ArgumentParser) -> None:
    parser.add_argument(
        "questions",
        type=existing_path,
        metavar="QUESTIONS",
        help="a folder with corpus.jsonl, queries.jsonl and qrels.tsv, or a file of questions",
    )
    add_articles(parser)
    add_engine(parser, "rank-bm25")
    add_semantic(parser)
    add_data(parser)
    add_json(parser)
    parser.add_argument(
        "--run",
        dest="run_file",
        type=output_file,
        metavar="FILE",
        help="write the ranking of articles as a TREC run",
    )
    parser.add_argument(
        "--save",
        dest="save_file",
        type=output_file,
        metavar="FILE",
        help="write measures and questions for a later --compare",
    )
    parser.add_argument(
        "--compare",
        dest="baseline_file",
        type=existing_path,
        metavar="BASELINE",
        help="show which questions changed since a file that --save wrote",
    )


def run(options: Options) -> int:
    """
    Measure the answers to questions with known answers.

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
      answer@1, answer@3   a known answer is in the first excerpt, in the
                           first three
      auroc                how well confidence separates questions that have
                           an answer from those that have none
      answered@5%          how many of the former are answered when at most
                           5% of the latter are
    """

    if options.as_json and options.baseline_file:
        raise CommandError("--json cannot be combined with --compare")
    baseline = comparison.load_evaluation(options.baseline_file) if options.baseline_file else None
    is_folder = options.questions.is_dir()
    if is_folder:
        measures.ir_measures()
        options = replace(options, articles=options.questions / "corpus.jsonl")
    semantic = semantic_model(options.semantic)
    with nullcontext() if semantic else spinner("Reading the articles"):
        library = open_library(options, semantic)
    question_set = question_sets.read_question_set(options.questions, library.articles)
    if baseline and not question_set.ids & baseline.ids:
        raise CommandError(f"{options.baseline_file}: has none of these questions")
    queries = question_set.queries
    asked = collect("Asking", outcomes.ask_all(library, queries), len(queries))
    evaluation = measures.evaluate(asked, question_set.qrels)
    if options.run_file:
        run = trec_runs.format_run(trec_runs.strictly_falling(asked))
        options.run_file.write_text("".join(run), encoding="utf-8")
    if options.save_file:
        comparison.save_evaluation(evaluation, options.save_file)
    if options.as_json:
        print_json(evaluation.measures)
    else:
        changes = comparison.compare(baseline, evaluation) if baseline else []
        printer().print_evaluation(evaluation, baseline, changes, each=not is_folder)
    return ANSWERED
