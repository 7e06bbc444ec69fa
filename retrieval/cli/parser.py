"""What explains a command line, and what is wrong with one."""

from __future__ import annotations

from argparse import ArgumentParser, RawDescriptionHelpFormatter
from collections.abc import Callable, Iterable
from functools import partial
from inspect import cleandoc
from typing import NoReturn

from retrieval.cli.exit_codes import CommandError


class Parser(ArgumentParser):
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
            message = f"no such option: {unknown}{near(unknown, self._option_string_actions)}"
        raise CommandError(f"{message}; {self.prog} --help says more")


def near(word: str, among: Iterable[str]) -> str:
    from difflib import get_close_matches

    near = get_close_matches(word, among, n=1)
    return f" (did you mean {near[0]}?)" if near else ""
