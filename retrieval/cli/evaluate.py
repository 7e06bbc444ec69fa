"""`cuttings evaluate`."""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Sequence
from contextlib import nullcontext
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from retrieval.cli.collection import open_library
from retrieval.cli.console import print_json, printer
from retrieval.cli.exit_codes import ANSWERED, CommandError
from retrieval.cli.options import (
    CommonOptions,
    add_articles,
    add_data,
    add_engine,
    add_json,
    add_reader,
    add_semantic,
    existing_path,
    output_file,
)
from retrieval.cli.settings import reader_choice, semantic_model
from retrieval.evaluation import (
    comparison,
    measures,
    outcomes,
    question_sets,
    trec_runs,
    trust,
    wording,
)
from retrieval.output.progress import collect, spinner

if TYPE_CHECKING:
    from retrieval.evaluation.measures import Evaluation
    from retrieval.evaluation.outcomes import Outcome
    from retrieval.evaluation.question_sets import JudgedQuery, Qrels
    from retrieval.evaluation.trust import GradedOutcome
    from retrieval.library import Library

ARGUMENTS = "QUESTIONS"


@dataclass(frozen=True, kw_only=True)
class Options(CommonOptions):
    questions: Path
    semantic: str | None
    reader: str | None
    as_json: bool
    run_file: Path | None
    save_file: Path | None
    before_file: Path | None
    kinds: bool
    twins: bool
    far: Path | None
    show: str | None
    baseline: bool

    @property
    def wants_trust(self) -> bool:
        return bool(self.kinds or self.twins or self.far or self.show or self.baseline)


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
    add_reader(parser)
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
        dest="before_file",
        type=existing_path,
        metavar="BEFORE",
        help="show which questions changed since a file that --save wrote",
    )
    _add_trust(parser)


def _add_trust(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--kinds", action="store_true", help="count the answers to each kind of question"
    )
    parser.add_argument(
        "--twins",
        action="store_true",
        help="ask only questions that are also in the folder mirror in QUESTIONS, over both texts",
    )
    parser.add_argument(
        "--far",
        type=existing_path,
        metavar="ARTICLES",
        help="ask the answerable questions of other articles, too, which know nothing of them",
    )
    parser.add_argument(
        "--show",
        metavar="KIND",
        help="list the questions of a kind, or of all, that were answered wrongly",
    )
    parser.add_argument(
        "--baseline",
        action="store_true",
        help="measure also what the wording of the questions alone tells (auroc)",
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
      cuttings evaluate newsroom/valley --twins --kinds

    Measures:
      ndcg@10, mrr@10,     the ranking of articles, over questions with
      hit@k, recall@10     a relevant article
      answer@1, answer@3   a known answer is in the first excerpt, in the
                           first three
      auroc                how well confidence separates questions that have
                           an answer from those that have none
      answered@5%          how many of the former are answered when at most
                           5% of the latter are

    Where questions have a "kind", also whether answers can be trusted:
      first, three         of the answerable: answered, and a known answer is in
                           the first excerpt, in the first three
      wrong, refused       of the answerable: another first excerpt, a "no"
      no, harm             of the unanswerable: a "no", an answer with a
                           confidence of at least 0.8
      trust                the mean of first and no
      precision            of all that was answered: right in the first excerpt
      speaker, other       of what was answered with somebody's words: those of
                           the "speaker" asked for, those of somebody else
      both, higher         with --twins: right over both texts, more confidence
                           over the one that answers
      far, farauroc        with --far: a "no" over the other articles, and auroc
                           of the confidence over either articles
      baseline             with --baseline: auroc of a bag of words that sees the
                           questions and no article
    """

    _check(options)
    before = comparison.load_evaluation(options.before_file) if options.before_file else None
    outcomes_, qrels = _ask_twins(options) if options.twins else _ask(options, before)
    evaluation = measures.evaluate(outcomes_, qrels)
    graded = [trust.grade(outcome) for outcome in outcomes_]
    if any(outcome.query.kind for outcome in outcomes_) or options.wants_trust:
        evaluation = evaluation.with_figures(_measure_trust(graded, options))
    _write_files(outcomes_, evaluation, options)
    _print(evaluation, graded, before, options)
    return ANSWERED


def _check(options: Options) -> None:
    """Refuse what cannot be combined, before the long work."""
    if options.as_json and (options.before_file or options.show):
        raise CommandError("--json cannot be combined with --compare or --show")
    if options.twins and (options.before_file or options.run_file or options.save_file):
        raise CommandError("--twins cannot be combined with --run, --save or --compare")
    if options.twins and not (options.questions / question_sets.MIRROR).is_dir():
        raise CommandError(f"{options.questions}: holds no folder {question_sets.MIRROR}")
    if options.questions.is_dir() and not options.twins:
        measures.ir_measures()


def _ask(options: Options, before: Evaluation | None) -> tuple[list[Outcome], Qrels | None]:
    if options.questions.is_dir():
        options = replace(options, articles=options.questions / "corpus.jsonl")
    library = _open(options)
    question_set = question_sets.read_question_set(options.questions, library.articles)
    if before and not question_set.ids & before.ids:
        raise CommandError(f"{options.before_file}: has none of these questions")
    return _collect(library, question_set.queries), question_set.qrels


def _ask_twins(options: Options) -> tuple[list[Outcome], None]:
    """Return the outcomes over the articles of the folder, then those over its mirror, in the same order."""
    folder = options.questions
    sides = [
        _open(replace(options, articles=side / "corpus.jsonl"))
        for side in (folder, folder / question_sets.MIRROR)
    ]
    twins = question_sets.read_twins(folder, *(library.articles for library in sides))
    asked = [_collect(library, queries) for library, queries in zip(sides, twins, strict=True)]
    return [*asked[0], *asked[1]], None


def _measure_trust(graded: Sequence[GradedOutcome], options: Options) -> dict[str, float]:
    figures = trust.measure_trust(graded)
    if options.twins:
        half = len(graded) // 2
        figures |= trust.measure_twins(graded[:half], graded[half:])
    if options.far:
        queries = question_sets.read_queries(options.questions)
        answerable = [query for query in queries if query.answerable]
        far = _collect(_open(replace(options, articles=options.far)), answerable)
        figures |= trust.measure_far(graded, far)
    if options.baseline:
        told = wording.wording_auroc([one.query for one in graded])
        figures |= {} if told is None else {"baseline": told}
    return figures


def _open(options: Options) -> Library:
    semantic = semantic_model(options.semantic)
    with nullcontext() if semantic else spinner("Reading the articles"):
        return open_library(options, semantic, reader_choice(options.reader), whole=True)


def _collect(library: Library, queries: Sequence[JudgedQuery]) -> list[Outcome]:
    return collect("Asking", outcomes.ask_all(library, queries), len(queries))


def _write_files(asked: Sequence[Outcome], evaluation: Evaluation, options: Options) -> None:
    if options.run_file:
        lines = trec_runs.format_run(trec_runs.strictly_falling(asked))
        options.run_file.write_text("".join(lines), encoding="utf-8")
    if options.save_file:
        comparison.save_evaluation(evaluation, options.save_file)


def _print(
    evaluation: Evaluation,
    graded: Sequence[GradedOutcome],
    before: Evaluation | None,
    options: Options,
) -> None:
    kinds = list(trust.count_by_kind(graded)) if options.kinds else []
    if options.as_json:
        by_kind = {"kinds": [asdict(one) for one in kinds]} if options.kinds else {}
        print_json(evaluation.measures | by_kind)
        return
    if options.show:
        chosen = [one for one in graded if options.show in ("all", one.query.kind)]
        if mistakes := [one for one in chosen if not one.is_right]:
            printer().print_mistakes(mistakes)
    if kinds:
        printer().print_kinds(kinds)
    changes = comparison.compare(before, evaluation) if before else []
    each = not options.questions.is_dir() and not options.show
    printer().print_evaluation(evaluation, before, changes, each=each)
