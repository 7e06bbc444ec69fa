"""`cuttings ask`: one question or many, and what is printed for a pipe."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from pybtex.database import parse_string

from retrieval.library import Library
from tests.support.command import NOTHING, WHO, ask, process
from tests.support.readers import installed, write_reader

pytestmark = pytest.mark.usefixtures("only_our_settings")


EXCERPT_KEYS = [
    *(
        "rank",
        "text",
        "article",
        "start",
        "end",
        "highlights",
        "score",
        "speaker",
        "voices",
        "receipt",
    ),
    *("citation", "leans_on", "also", "speech"),
]
CITATION_KEYS = ["title", "publisher", "author", "published", "url", "section", "paragraph"]

NO_ANSWER = "No answer: some words of the question are in none of the articles."


@pytest.mark.parametrize("words", [[WHO], WHO.split()])
def test_words_without_quotation_marks_are_one_question(words: list[str]) -> None:
    answer = ask(*words)

    assert answer.exit_code == 0
    assert "This winter will be life-threatening for millions of people" in answer.stdout
    assert "The Sun" in answer.stdout
    assert "November 2022 (inferred from the text)" in answer.stdout


@pytest.mark.parametrize(
    ("question", "code", "sentence"),
    [
        (WHO, 0, ""),
        (NOTHING, 1, ""),
        ("", 2, "cuttings: The question has no words to search for.\n"),
        ("?!", 2, "cuttings: The question has no words to search for.\n"),
        ("why " * 300, 2, "cuttings: The question is longer than 1,000 characters.\n"),
    ],
)
@pytest.mark.parametrize("form", [[], ["--json"]])
def test_the_exit_code_says_whether_there_is_an_answer(
    question: str, code: int, sentence: str, form: list[str]
) -> None:
    answer = ask(question, *form)

    assert (answer.exit_code, answer.stderr) == (code, sentence)
    assert bool(answer.stdout) == (code != 2)


def test_no_answer_says_what_was_searched_and_what_is_nearest() -> None:
    answer = ask("What did Macron say about pensions?").stdout.splitlines()

    assert answer[0].startswith("No answer: ")
    assert "Not in the articles: pensions" in answer
    assert "Searched: 2 articles, from November 2022 to 2025" in answer
    nearest = answer.index("Nearest, not an answer:")
    assert any(line.startswith("> ") for line in answer[nearest + 1 : nearest + 3])


def test_json_tells_what_articles_say_differently(seeds: Library) -> None:
    answer = json.loads(ask("how many casualties has Russia suffered?", "--json").stdout)

    assert list(answer)[-1] == "sides"
    for side, number in zip(answer["sides"], ["85,000", "one million"], strict=True):
        assert list(side) == ["said", "excerpt", "agreeing", "reports"]
        start, end = side["said"]
        assert seeds.articles[side["excerpt"]["article"]].text[start:end] == number


def test_json_of_an_answer_has_the_keys_of_the_contract(seeds: Library) -> None:
    answer = json.loads(ask(WHO, "--json").stdout)

    assert list(answer) == ["question", "answered", "confidence", "excerpts", "no_answer"]
    assert (answer["question"], answer["answered"], answer["no_answer"]) == (WHO, True, None)
    assert isinstance(answer["confidence"], float)
    for rank, excerpt in enumerate(answer["excerpts"], 1):
        text = seeds.articles[excerpt["article"]].text
        assert list(excerpt) == EXCERPT_KEYS
        assert list(excerpt["citation"]) == CITATION_KEYS
        assert excerpt["rank"] == rank
        assert excerpt["text"] == text[excerpt["start"] : excerpt["end"]]
        assert all(
            excerpt["start"] <= start < end <= excerpt["end"]
            for start, end in excerpt["highlights"]
        )


def test_json_of_a_no_has_the_keys_of_the_contract() -> None:
    answer = json.loads(ask("What did the WHO say about polio vaccines?", "--json").stdout)

    assert (answer["answered"], answer["excerpts"]) == (False, [])
    assert list(answer["no_answer"]) == [
        *("reason", "unknown_terms", "searched", "nearest", "failed", "speaker"),
    ]
    assert "polio" in answer["no_answer"]["unknown_terms"]
    assert list(answer["no_answer"]["searched"]) == ["articles", "passages", "since", "until"]
    assert [list(excerpt) for excerpt in answer["no_answer"]["nearest"]] == [EXCERPT_KEYS]


def test_json_is_one_line_of_utf_8_even_for_an_argument_that_is_not() -> None:
    with process(
        "ask",
        "--json",
        b"Z\xfcrich \xe2\x80\x98".decode("utf-8", "surrogateescape"),
        stdout=subprocess.PIPE,
    ) as child:
        printed = child.communicate()[0].decode("utf-8")

    assert printed.count("\n") == 1
    assert json.loads(printed)["question"] == "Z\udcfcrich ‘"
    assert "‘" in printed


@pytest.mark.parametrize("top", [1, 2])
def test_top_is_the_most_excerpts_shown(top: int) -> None:
    assert len(json.loads(ask(WHO, "--json", "--top", str(top)).stdout)["excerpts"]) == top


@pytest.mark.parametrize(
    "arguments",
    [[], ["--top", "0", WHO], ["--batch", "no-such-file"], ["--batch", "-", WHO], ["--colour"]],
)
def test_a_wrong_command_line_is_explained(arguments: list[str]) -> None:
    answer = ask(*arguments)

    assert (answer.exit_code, answer.stdout) == (2, "")
    assert answer.stderr.startswith("cuttings: ")
    assert answer.stderr.count("\n") == 1


def test_explain_shows_the_evidence_of_each_hit() -> None:
    result = ask("--explain", WHO)
    table = result.stdout.split("\n\n")[-1].splitlines()
    head, first = (line.split("\t") for line in table[:2])
    assert head[:4] == ["rank", "source", "paragraph", "score"]
    assert {"passage", "article", "sentence", "names"} <= set(head[4:])
    assert first[0] == "1"
    assert len(first) == len(head)
    assert table[-1].startswith("confidence 0.")


READS = "When did the water stop working in Kherson?"
WORTH = {"water": 5.0, "working": 5.0, "the": 0.0}


@installed
def test_what_a_reader_made_of_an_excerpt_is_shown(tmp_path: Path) -> None:
    model = write_reader(tmp_path / "model", WORTH)
    read = json.loads(ask("--json", "--reader", model, READS).stdout)
    by_setting = json.loads(ask("--json", READS, READER=str(model)).stdout)
    table = ask("--explain", "--reader", model, READS).stdout.split("\n\n")[-1].splitlines()

    first = (read["excerpts"] or read["no_answer"]["nearest"])[0]
    assert list(first) == [*EXCERPT_KEYS, "reading"]
    assert list(first["reading"]) == ["answers", "start", "end"]
    assert by_setting == read
    assert table[0].endswith("\treading")
    assert "reading" in table[-1]


def test_without_a_reader_an_excerpt_has_no_reading() -> None:
    [first] = json.loads(ask("--json", "--top", "1", "--reader", "off", READS).stdout)["excerpts"]

    assert list(first) == EXCERPT_KEYS


@installed
def test_a_reader_that_cannot_be_used_is_one_sentence(tmp_path: Path) -> None:
    missing = ask("--reader", tmp_path / "nothing", READS)
    (write_reader(tmp_path / "model", WORTH) / "model.onnx").write_bytes(b"damaged")
    damaged = ask("--reader", tmp_path / "model", READS)

    assert (missing.exit_code, damaged.exit_code) == (2, 2)
    assert "is neither a folder with model.onnx" in missing.stderr
    assert "ONNX Runtime does not accept" in damaged.stderr
    assert [missing.stderr.count("\n"), damaged.stderr.count("\n")] == [1, 1]


@pytest.mark.parametrize(
    ("arguments", "cause"),
    [
        (["--format", "word"], "argument --format: invalid choice: 'word' "),
        (["--format", "bibtex", "--json"], "--format cannot be combined with --json or --explain"),
        (
            ["--format", "bibtex", "--explain"],
            "--format cannot be combined with --json or --explain",
        ),
    ],
)
def test_a_format_that_cannot_be_is_one_sentence(arguments: list[str], cause: str) -> None:
    result = ask(*arguments, WHO)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(f"cuttings: {cause}")
    assert result.stderr.count("\n") == 1


def test_an_article_that_many_questions_cite_is_one_entry_and_is_kept(tmp_path: Path) -> None:
    both = ["what did the WHO say about winter?", "who said winter will be life-threatening?"]
    lines = [json.dumps({"id": n, "question": text}) for n, text in enumerate([*both, NOTHING])]
    result = ask("--format", "bibtex", "--top", "1", "--batch", "-", given="\n".join(lines))
    assert result.exit_code == 0
    assert result.stderr == f"cuttings: 2: {NOTHING}: {NO_ANSWER}\n"
    [entry] = parse_string(result.stdout, "bibtex").entries.values()
    assert entry.fields["annotation"].count("life-threatening") == 1
    assert [*(tmp_path / "their-data" / "versions").glob("*/*")]


# Many questions

LINES = (
    f'{{"id": "d01", "question": "{WHO}", "kind": "acronym"}}\n'
    "\n"
    f'{{"id": 19, "question": "{NOTHING}"}}\n'
    '{"id": "none", "question": ""}\n'
)


def test_a_batch_is_answered_a_line_a_question(tmp_path: Path) -> None:
    (tmp_path / "questions.jsonl").write_text(LINES)

    from_file = ask("--batch", "questions.jsonl", "--json")
    from_input = ask("--batch", "-", "--json", given=LINES)

    assert (from_file.exit_code, from_input.exit_code) == (0, 0)
    assert from_file.stdout == from_input.stdout
    answers = [json.loads(line) for line in from_file.stdout.splitlines()]
    assert [next(iter(answer.items())) for answer in answers] == [
        ("id", "d01"),
        ("id", 19),
        ("id", "none"),
    ]
    assert [answer["answered"] for answer in answers] == [True, False, False]
    assert answers[2]["no_answer"]["reason"] == "empty"
    assert answers[0] == {"id": "d01"} | json.loads(ask(WHO, "--json").stdout)


def test_a_batch_can_be_read_by_people() -> None:
    answers = ask("--batch", "-", given=LINES)

    assert answers.exit_code == 0
    assert f"d01: {WHO}\n" in answers.stdout
    assert "The question has no words to search for." in answers.stdout


@pytest.mark.parametrize(
    ("line", "cause"),
    [
        (b"what?", "is not JSON (Expecting value)"),
        (b'"what?"', "is not a JSON object"),
        (b'{"id": "\xff"}', "is not UTF-8 text"),
        (b'{"question": "what?"}', '"id" is missing, or neither a string nor a whole number'),
        (b'{"id": 2}', '"question" is missing, or not a string'),
    ],
)
@pytest.mark.parametrize("name", ["questions.jsonl", "standard input"])
def test_a_malformed_line_stops_a_batch_before_anything_is_printed(
    tmp_path: Path, name: str, line: bytes, cause: str
) -> None:
    lines = LINES.encode() + line
    (tmp_path / "questions.jsonl").write_bytes(lines)

    batch = "-" if name == "standard input" else name
    answer = ask("--batch", batch, "--json", given=lines)

    assert (answer.exit_code, answer.stdout) == (2, "")
    assert answer.stderr == f"cuttings: {name}, line 5: {cause}\n"


@pytest.mark.parametrize(
    ("message", "intent", "sentence"),
    [
        (
            "help",
            "help",
            "Ask a question about the articles; `cuttings --help` lists all commands.",
        ),
        ("list all people quoted", "speakers", "`cuttings said` lists everybody who is quoted."),
        (
            "timeline",
            "timeline",
            "`cuttings timeline` lists the dated sentences of the articles in order.",
        ),
        ("2+2", "arithmetic", "Cuttings only quotes articles, and does no sums."),
    ],
)
def test_what_is_meant_for_the_program_gets_what_serves(
    message: str, intent: str, sentence: str
) -> None:
    answer = ask(message)
    assert (answer.exit_code, answer.stdout) == (1, f"{sentence}\n")
    refusal = json.loads(ask(message, "--json").stdout)["no_answer"]
    assert (refusal["reason"], refusal["request"], refusal["nearest"]) == (
        "not-a-question",
        intent,
        [],
    )
