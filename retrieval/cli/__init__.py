"""
The command line: options in, one call to the library, drawing out. Each command is a module here.

Whatever takes long to import is imported where it is used: a cold `ask` in a pipe should cost
little more than its ranking.
"""

from __future__ import annotations

import os
import sys
from argparse import ArgumentParser
from collections.abc import Callable, Sequence
from importlib import import_module
from inspect import cleandoc
from io import TextIOWrapper
from typing import Protocol, cast

from retrieval.articles import ArticleError, EngineError, QuestionsError
from retrieval.cli.exit_codes import ANSWERED, ERROR, INTERRUPTED, READER_LEFT, CommandError
from retrieval.cli.parser import Parser, near

COMMANDS = (
    "ask",
    "said",
    "verify",
    "sources",
    "read",
    "add",
    "index",
    "forget",
    "evaluate",
    "bench",
)


class Command(Protocol):
    """
    A command's module.

    Attributes:
        TAKES: The words that it takes, as its usage names them.
        run: Given the options by name, returns the exit code; its docstring is the help.
    """

    TAKES: str
    run: Callable[..., int]

    def add_options(self, parser: ArgumentParser) -> None: ...


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
    from retrieval.output.plain_text import one_line

    print(f"cuttings: {one_line(sentence)}", file=sys.stderr)  # it may quote a page, or its server
    return ERROR


def _run(arguments: Sequence[str]) -> int:
    if arguments and arguments[0] in COMMANDS:
        command, parser = _command(arguments[0]), parser_of(arguments[0])
        # Words and options may take turns, which argparse does not know how to do with a --.
        parse = parser.parse_args if "--" in arguments else parser.parse_intermixed_args
        return command.run(**vars(parse(arguments[1:])))
    parser = Parser("cuttings", main, "cuttings COMMAND [OPTION ...]")
    parser.add_argument("--version", action="store_true", help="show the version and stop")
    commands = parser.add_argument_group("commands")
    for name in COMMANDS:
        told = cleandoc(_command(name).run.__doc__ or "")
        commands.add_argument(name, help=told.partition("\n")[0], nargs="?")
    if arguments and not arguments[0].startswith("-"):
        parser.error(f"no such command: {arguments[0]}{near(arguments[0], COMMANDS)}")
    if parser.parse_args(arguments).version:
        print(_version())
    else:
        parser.print_help()
    return ANSWERED


def parser_of(name: str) -> Parser:
    """Return the parser of the command of that *name*, by which the reference in docs/ is made, too."""
    command = _command(name)
    # A usage that argparse works out itself takes long.
    usage = f"cuttings {name} [OPTION ...] {command.TAKES}".rstrip()
    parser = Parser(f"cuttings {name}", command.run, usage)
    command.add_options(parser)
    return parser


def _command(name: str) -> Command:
    return cast(Command, import_module(f"retrieval.cli.{name}"))


def _version() -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return f"cuttings {version('cuttings')}"
    except PackageNotFoundError:
        return "cuttings, not installed"
