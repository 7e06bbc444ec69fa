"""`cuttings check`: a claim, and what bears on it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.support.command import Result, ask, cuttings
from tests.support.paths import SEEDS

pytestmark = pytest.mark.usefixtures("only_our_settings")

CLAIM = "Putin drafts 235,000 men"
NOTHING = "A bakery in Lisbon won a prize for its bread"


def check(*arguments: str | Path, **more: Any) -> Result:
    """Run `cuttings check` on the seeds."""
    return cuttings("check", "--articles", SEEDS, *arguments, **more)


def test_under_an_excerpt_stands_what_it_and_the_claim_agree_on_and_where_they_differ() -> None:
    checked = check(CLAIM)
    assert checked.exit_code == 0
    assert checked.stdout.startswith(f"Claim: {CLAIM}\n\n1.\n")
    assert "drafted 135,000 new troops" in checked.stdout
    assert "Agrees on: Putin\nDiffers: the claim says “235,000”, the article “135,000”.\n" in (
        checked.stdout
    )


@pytest.mark.parametrize(
    ("claim", "code", "sentence"),
    [
        (CLAIM, 0, ""),
        (NOTHING, 1, ""),
        ("", 2, "cuttings: The claim has no words to search for.\n"),
        ("?!", 2, "cuttings: The claim has no words to search for.\n"),
        ("why " * 300, 2, "cuttings: The claim is longer than 1,000 characters.\n"),
    ],
)
@pytest.mark.parametrize("form", [[], ["--json"]])
def test_the_exit_code_says_whether_anything_bears_on_it(
    claim: str, code: int, sentence: str, form: list[str]
) -> None:
    checked = check(claim, *form)
    assert (checked.exit_code, checked.stderr) == (code, sentence)


def test_where_nothing_bears_on_it_that_is_said() -> None:
    answer = json.loads(check(NOTHING, "--json").stdout)
    assert answer["no_answer"]["failed"][0]["note"].startswith("No sentence of the articles bears")


def test_json_has_the_pieces_of_the_claim_and_the_comparisons() -> None:
    answer = json.loads(check(CLAIM, "--json").stdout)
    claim = answer["claim"]
    first = answer["excerpts"][0]
    assert (claim["text"], claim["start"], claim["end"]) == (CLAIM, 0, len(CLAIM))
    assert [name["text"] for name in claim["names"]] == ["Putin"]
    assert [number["text"] for number in claim["numbers"]] == ["235,000"]
    number = next(each for each in claim["compared"] if each["kind"] == "number")
    assert (number["rank"], number["agrees"]) == (1, False)
    assert number["claimed"] == {"text": "235,000", "start": 13, "end": 20}
    told = number["told"]
    assert first["text"][told["start"] - first["start"] :].startswith("135,000")


def test_ask_checks_a_message_that_passes_a_claim_on() -> None:
    message = f"Fwd: “{CLAIM}” - is that true?"
    asked, checked = (
        json.loads(run.stdout) for run in (ask(message, "--json"), check(CLAIM, "--json"))
    )
    assert asked["excerpts"] == checked["excerpts"]
    assert asked["claim"]["text"] == checked["claim"]["text"]
    assert "claim" not in json.loads(ask("how many men does Putin draft?", "--json").stdout)
