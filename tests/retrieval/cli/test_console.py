"""Terminals, pipes and signals."""

from __future__ import annotations

import os
import re
import subprocess
import sys

import pytest

from retrieval.answers.records import Answer
from retrieval.library import Library
from tests.support.command import WHO, ask, on_a_terminal, process
from tests.support.paths import ROOT

pytestmark = pytest.mark.usefixtures("only_our_settings")


def test_a_pipe_gets_neither_colours_nor_boxes() -> None:
    with process(
        "ask", WHO, stdout=subprocess.PIPE, env=os.environ | {"FORCE_COLOR": "1"}
    ) as child:
        printed, errors = child.communicate()

    assert (child.returncode, errors) == (0, b"")
    assert not re.search("[\x1b\u2500-\u259f]", printed.decode())
    assert max(map(len, printed.decode().splitlines())) > 100


def test_a_terminal_gets_a_bar_and_marked_words_and_wrapped_lines() -> None:
    screen = on_a_terminal("ask", WHO)

    assert "▎" in screen
    assert re.search("\x1b\\[[0-9;]*35mwinter\x1b", screen)
    plain_lines = re.sub("\x1b\\[[0-9;]*m", "", screen).splitlines()
    assert max(map(len, plain_lines)) <= 60


def test_no_color_is_respected() -> None:
    screen = on_a_terminal("ask", WHO, NO_COLOR="1")

    assert "▎" in screen
    assert not re.search("\x1b\\[[0-9;]*3[0-7]m", screen)


def test_a_reader_that_leaves_early_causes_no_traceback() -> None:
    child = process("sources", stdout=subprocess.PIPE)
    assert child.stdout
    assert child.stderr
    child.stdout.close()
    errors = child.stderr.read()
    child.stderr.close()

    assert (child.wait(), errors) == (141, b"")


def test_ctrl_c_ends_quietly(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> Answer:
        raise KeyboardInterrupt

    monkeypatch.setattr(Library, "ask", interrupted)

    answer = ask(WHO)

    assert answer == (130, "", "")


def test_a_plain_question_does_not_wait_for_what_draws_or_measures() -> None:
    loaded = subprocess.run(
        [
            sys.executable,
            "-c",
            "import sys; from retrieval.cli import main\n"
            "main(['ask', 'winter'])\n"
            "print(*sys.modules, file=sys.stderr)",
        ],
        cwd=ROOT,
        capture_output=True,
        check=True,
        text=True,
    ).stderr.split()

    assert "retrieval.library" in loaded
    assert not {"rich", "ir_measures", "dotenv", "pydantic", "telegram"} & set(loaded)
