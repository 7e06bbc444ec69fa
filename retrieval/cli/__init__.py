"""
The command line: options in, one call to the library, output. Each command is a module here.

Modules that take long to load wait until they are used (`retrieval.LAZY`): a first `ask` from a shell should
take little longer than its ranking.
"""

from __future__ import annotations

import atexit
import gc
import os
import sys
from argparse import ArgumentParser
from collections.abc import Callable, Sequence
from importlib import import_module
from inspect import cleandoc
from io import TextIOWrapper
from typing import Any, Protocol, cast

from retrieval.articles import ArticleError, EngineError, ModelError, QuestionsError
from retrieval.cli.console import print_notice
from retrieval.cli.exit_codes import ANSWERED, ERROR, INTERRUPTED, READER_LEFT, CommandError
from retrieval.cli.parser import Parser, suggestion

COMMANDS = (
    "ask",
    "check",
    "said",
    "timeline",
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
    The module of a command.

    Attributes:
        ARGUMENTS: Its positional arguments, as its usage names them.
        Options: A record with a field for each option.
        run: Carries out the command and returns the exit code; its docstring is the help.
    """

    ARGUMENTS: str
    Options: Callable[..., Any]
    run: Callable[[Any], int]

    def add_options(self, parser: ArgumentParser) -> None: ...


def main(arguments: Sequence[str] | None = None) -> int:
    """
    Ask a collection of articles a question and get the exact words that answer
    it, cited.

    No word of an answer is generated: all of them are in an article.

    Examples:
      cuttings ask "what did the WHO say about winter?"
      cuttings sources
      cuttings read 000
    """
    # A command allocates much and frees little: to collect garbage as often as usual takes 4% of an `ask`, and
    # at 50,000 still 3%.
    gc.set_threshold(200_000)
    # Nor is it searched at the exit, which takes 40 ms: the process gives back all memory at once.
    atexit.register(gc.freeze)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            # A lone surrogate, from an argument that is not UTF-8, is no reason to stop.
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        code = _run(sys.argv[1:] if arguments is None else arguments)
        sys.stdout.flush()
    except (CommandError, ArticleError, EngineError, ModelError, QuestionsError) as error:
        print_notice(str(error))
        return ERROR
    except BrokenPipeError:
        # What is left in the buffer must not fail again when Python closes it.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return READER_LEFT
    except OSError as error:
        print_notice(f"{error.filename or 'system'}: {error.strerror or error}")
        return ERROR
    except KeyboardInterrupt:
        return INTERRUPTED
    return code


def _run(arguments: Sequence[str]) -> int:
    if arguments and arguments[0] in COMMANDS:
        command, parser = _command(arguments[0]), parser_of(arguments[0])
        # Words and options may alternate, which argparse does not support together with a --.
        parse = parser.parse_args if "--" in arguments else parser.parse_intermixed_args
        return command.run(command.Options(**vars(parse(arguments[1:]))))
    parser = Parser("cuttings", main, "cuttings COMMAND [OPTION ...]")
    parser.add_argument("--version", action="store_true", help="show the version and exit")
    commands = parser.add_argument_group("commands")
    for name in COMMANDS:
        description = cleandoc(_command(name).run.__doc__ or "")
        commands.add_argument(name, help=description.partition("\n")[0], nargs="?")
    if arguments and not arguments[0].startswith("-"):
        parser.error(f"no such command: {arguments[0]}{suggestion(arguments[0], COMMANDS)}")
    if parser.parse_args(arguments).version:
        print(_version())
    else:
        parser.print_help()
    return ANSWERED


def parser_of(name: str) -> Parser:
    """Return the parser of the command of that *name*; the reference in docs/ is generated from it."""
    command = _command(name)
    # A usage that argparse works out itself takes long.
    usage = f"cuttings {name} [OPTION ...] {command.ARGUMENTS}".rstrip()
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
