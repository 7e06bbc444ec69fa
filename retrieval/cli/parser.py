"""The parser of a command line, and the sentences for what is wrong with one."""

from __future__ import annotations

from argparse import ArgumentParser, RawDescriptionHelpFormatter
from collections.abc import Callable, Iterable
from functools import partial
from inspect import cleandoc
from typing import NoReturn

from retrieval.cli.exit_codes import CommandError


class Parser(ArgumentParser):
    """Describes a command by its docstring, and says in one sentence what is wrong."""

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
            message = f"no such option: {unknown}{suggestion(unknown, self._option_string_actions)}"
        raise CommandError(f"{message}; see {self.prog} --help")


def suggestion(word: str, known: Iterable[str]) -> str:
    """Return a question that names the known word closest to *word*; empty where none is close."""
    from difflib import get_close_matches

    close = get_close_matches(word, known, n=1)
    return f" (did you mean {close[0]}?)" if close else ""
