"""Answers for documents, as other programs read them."""

from __future__ import annotations

import json

import pytest
from pybtex.database import parse_string

from retrieval.library import Library
from tests.support.command import NOTHING, WHO, ask

pytestmark = pytest.mark.usefixtures("only_our_settings")


_CSL_KEYS = {"id", "type", "title", "container-title", "issued", "language", "note"}
NO_ANSWER = "No answer: some words of the question are in none of the articles."


def test_markdown_has_the_quotation_to_the_letter_and_its_receipt(seeds: Library) -> None:
    [excerpt] = seeds.ask(WHO, top=1).excerpts
    result = ask("--format", "markdown", "--top", "1", WHO)
    assert (result.exit_code, result.stderr) == (0, "")
    lines = [line.removeprefix(">").strip() for line in result.stdout.splitlines()]
    quoted = "\n".join(lines[: lines.index(next(line for line in lines if line.startswith("— ")))])
    assert quoted.split() == excerpt.text.split()
    assert excerpt.receipt in result.stdout.replace("\\", "")


def test_bibtex_is_read_by_another_program(seeds: Library) -> None:
    excerpts = seeds.ask(WHO).excerpts
    result = ask("--format", "bibtex", WHO)
    assert (result.exit_code, result.stderr) == (0, "")
    entries = parse_string(result.stdout, "bibtex").entries.values()
    assert [entry.fields["title"].strip("{}") for entry in entries] == list(
        dict.fromkeys(excerpt.article.title for excerpt in excerpts)
    )
    notes = " ".join(entry.fields["annotation"] for entry in entries)
    assert all(" ".join(excerpt.text.split()) in notes for excerpt in excerpts)


def test_csl_json_has_the_keys_of_each_article(seeds: Library) -> None:
    excerpts = seeds.ask(WHO).excerpts
    result = ask("--format", "csl-json", WHO)
    assert (result.exit_code, result.stderr) == (0, "")
    items = json.loads(result.stdout)
    assert [item["title"] for item in items] == list(
        dict.fromkeys(excerpt.article.title for excerpt in excerpts)
    )
    assert all(item.keys() == _CSL_KEYS for item in items)
    notes = " ".join(item["note"] for item in items)
    assert all(excerpt.receipt in notes for excerpt in excerpts)


@pytest.mark.parametrize(
    ("form", "written", "stderr"),
    [
        ("markdown", f"{NO_ANSWER}  \nNot in the articles: cook, borscht", ""),
        ("bibtex", f"% {NOTHING}\n% {NO_ANSWER}\n", f"cuttings: {NO_ANSWER}\n"),
        ("csl-json", "[]\n", f"cuttings: {NO_ANSWER}\n"),
    ],
)
def test_no_answer_is_one_in_each_format(form: str, written: str, stderr: str) -> None:
    result = ask("--format", form, NOTHING)
    assert result.exit_code == 1
    assert result.stdout.startswith(written)
    assert result.stderr == stderr
    if form == "bibtex":
        assert not parse_string(result.stdout, "bibtex").entries
