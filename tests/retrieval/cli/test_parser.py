"""Command lines that are wrong, and what help says."""

from __future__ import annotations

import json

import pytest

from retrieval.cli import COMMANDS
from tests.support.command import WHO, ask, cuttings

pytestmark = pytest.mark.usefixtures("only_our_settings")


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["aks", WHO], "no such command: aks (did you mean ask?); see cuttings --help"),
        (
            ["ask", "--tpo=1"],
            "no such option: --tpo=1 (did you mean --top?); see cuttings ask --help",
        ),
        (
            ["ask", "--top", "no"],
            "argument --top: no is not a whole number of at least 1; see cuttings ask",
        ),
        (["read"], "the following arguments are required: ARTICLE; see cuttings read --help"),
    ],
)
def test_a_slip_is_told_in_one_sentence(arguments: list[str], sentence: str) -> None:
    answer = cuttings(*arguments)

    assert (answer.exit_code, answer.stdout) == (2, "")
    assert answer.stderr.startswith(f"cuttings: {sentence}")
    assert answer.stderr.count("\n") == 1


@pytest.mark.parametrize(
    "arguments",
    [
        ["what", "did", "--top=1", "the", "WHO", "say", "--json", "about", "winter?"],
        ["--json", "--top", "1", "--", *WHO.split()],
    ],
)
def test_options_may_stand_anywhere_and_two_dashes_end_them(arguments: list[str]) -> None:
    assert json.loads(ask(*arguments).stdout)["question"] == WHO


@pytest.mark.parametrize(
    "arguments", [["--help"], ["--version"], ["-h"], *([name, "--help"] for name in COMMANDS)]
)
def test_help_and_version_are_printed(arguments: list[str]) -> None:
    answer = cuttings(*arguments)

    assert answer.exit_code == 0
    assert "cuttings" in answer.stdout
    assert max(map(len, answer.stdout.splitlines())) <= 80
