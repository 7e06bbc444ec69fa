"""The command line as a person, a pipe and a script meet it."""

from __future__ import annotations

import io
import json
import os
import pty
import re
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from pybtex.database import parse_string
from rich.console import Console

from retrieval.answers.records import Answer, Citation, Excerpt
from retrieval.articles import Section, Skipped, Span
from retrieval.index.data_folders import folder_name
from retrieval.library import Library
from retrieval.maintenance import adding, fetching
from retrieval.maintenance.adding import add_page as adding_page
from retrieval.output import json_output, plain_text, terminal
from tests.support.articles import ARTICLE, ENGLISH
from tests.support.command import Result, cuttings
from tests.support.documents import MARKDOWN, PAGE, RSS
from tests.support.paths import ROOT, SEEDS, XQUAD

pytestmark = pytest.mark.usefixtures("only_our_settings")

WHO = "what did the WHO say about winter?"
NOTHING = "How do I cook borscht?"

EXCERPT_KEYS = [
    *("rank", "text", "article", "start", "end", "highlights", "score", "speaker", "receipt"),
    *("citation", "leans_on", "also", "speech"),
]
CITATION_KEYS = ["title", "publisher", "author", "published", "url", "section", "paragraph"]


def ask(*arguments: str | Path, **more: Any) -> Result:
    return cuttings("ask", "--articles", SEEDS, *arguments, **more)


def process(*arguments: str | Path, **options: Any) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "retrieval", *map(str, arguments)],
        cwd=ROOT,
        stderr=subprocess.PIPE,
        **options,
    )


def on_a_terminal(*arguments: str | Path, **env: str) -> str:
    """What a real terminal of 60 columns receives."""
    ours, theirs = pty.openpty()
    child = process(*arguments, stdout=theirs, env=os.environ | {"COLUMNS": "60"} | env)
    os.close(theirs)
    received = b""
    try:
        while piece := os.read(ours, 4096):
            received += piece
    except OSError:  # Linux says so when the other side has closed
        pass
    os.close(ours)
    assert child.communicate()[1] == b""
    return received.decode()


def test_a_bar_appears_with_the_first_step_and_goes(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[tuple[str, float | None, float]] = []
    bar = terminal.progress()
    monkeypatch.setattr(terminal, "progress", lambda: bar)
    with terminal.counting("Embedding") as told:
        assert not bar.tasks
        for done in (64, 130):
            told(done, 130)
            drawn += [(task.description, task.total, task.completed) for task in bar.tasks]
    assert drawn == [("Embedding", 130, 64), ("Embedding", 130, 130)]
    assert bar.live.is_started is False


# Asking


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
        ("", 2, "cuttings: The question has no words to look for.\n"),
        ("?!", 2, "cuttings: The question has no words to look for.\n"),
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
    for side, said in zip(answer["sides"], ["85,000", "one million"], strict=True):
        assert list(side) == ["said", "excerpt", "agreeing", "reports"]
        start, end = side["said"]
        assert seeds.articles[side["excerpt"]["article"]].text[start:end] == said


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
    assert list(answer["no_answer"]) == ["reason", "unknown_terms", "searched", "nearest"]
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


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["aks", WHO], "no such command: aks (did you mean ask?); cuttings --help says more"),
        (["ask", "--tpo=1"], "no such option: --tpo=1 (did you mean --top?); cuttings ask --help"),
        (
            ["ask", "--top", "no"],
            "argument --top: no is not a whole number from 1 on; cuttings ask",
        ),
        (["read"], "the following arguments are required: ARTICLE; cuttings read --help says more"),
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


# For documents

_CSL_KEYS = {"id", "type", "title", "container-title", "issued", "language", "note"}
NO_ANSWER = "No answer: words of the question stand in none of the articles."


def test_markdown_has_the_quotation_to_the_letter_and_its_receipt(seeds: Library) -> None:
    [excerpt] = seeds.ask(WHO, top=1).excerpts
    told = ask("--format", "markdown", "--top", "1", WHO)
    assert (told.exit_code, told.stderr) == (0, "")
    lines = [line.removeprefix(">").strip() for line in told.stdout.splitlines()]
    quoted = "\n".join(lines[: lines.index(next(line for line in lines if line.startswith("— ")))])
    assert quoted.split() == excerpt.text.split()
    assert excerpt.receipt in told.stdout.replace("\\", "")


def test_bibtex_is_read_by_another_program(seeds: Library) -> None:
    excerpts = seeds.ask(WHO).excerpts
    told = ask("--format", "bibtex", WHO)
    assert (told.exit_code, told.stderr) == (0, "")
    entries = parse_string(told.stdout, "bibtex").entries.values()
    assert [entry.fields["title"].strip("{}") for entry in entries] == list(
        dict.fromkeys(excerpt.article.title for excerpt in excerpts)
    )
    notes = " ".join(entry.fields["annotation"] for entry in entries)
    assert all(" ".join(excerpt.text.split()) in notes for excerpt in excerpts)


def test_csl_json_has_the_keys_of_each_article(seeds: Library) -> None:
    excerpts = seeds.ask(WHO).excerpts
    told = ask("--format", "csl-json", WHO)
    assert (told.exit_code, told.stderr) == (0, "")
    items = json.loads(told.stdout)
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
    told = ask("--format", form, NOTHING)
    assert told.exit_code == 1
    assert told.stdout.startswith(written)
    assert told.stderr == stderr
    if form == "bibtex":
        assert not parse_string(told.stdout, "bibtex").entries


@pytest.mark.parametrize(
    ("arguments", "cause"),
    [
        (["--format", "word"], "argument --format: invalid choice: 'word' "),
        (["--format", "bibtex", "--json"], "--format is not for --json, and not for --explain"),
        (["--format", "bibtex", "--explain"], "--format is not for --json, and not for --explain"),
    ],
)
def test_a_format_that_cannot_be_is_one_sentence(arguments: list[str], cause: str) -> None:
    told = ask(*arguments, WHO)
    assert (told.exit_code, told.stdout) == (2, "")
    assert told.stderr.startswith(f"cuttings: {cause}")
    assert told.stderr.count("\n") == 1


def test_an_article_that_many_questions_cite_is_one_entry_and_is_kept(tmp_path: Path) -> None:
    both = ["what did the WHO say about winter?", "who said winter will be life-threatening?"]
    lines = [json.dumps({"id": n, "question": text}) for n, text in enumerate([*both, NOTHING])]
    told = ask("--format", "bibtex", "--top", "1", "--batch", "-", given="\n".join(lines))
    assert told.exit_code == 0
    assert told.stderr == f"cuttings: 2: {NOTHING}: {NO_ANSWER}\n"
    [entry] = parse_string(told.stdout, "bibtex").entries.values()
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
    assert "The question has no words to look for." in answers.stdout


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


# Which articles


def test_where_articles_are_looked_for(tmp_path: Path) -> None:
    for place in ("option", "environment", "env-file", "seeds"):
        (tmp_path / place).mkdir()
        (tmp_path / place / f"{place}.txt").write_text("A storm took the bridge.\n")

    def found(*arguments: str, **env: str) -> str:
        return str(json.loads(cuttings("sources", "--json", *arguments, **env).stdout)[0]["id"])

    assert found() == "seeds"
    (tmp_path / ".env").write_text("ARTICLES=env-file\nTELEGRAM_BOT_TOKEN=x\n")
    assert found() == "env-file"
    assert found(ARTICLES="environment") == "environment"
    assert found("--articles", "option", ARTICLES="environment") == "option"


def test_a_folder_that_is_missing_is_one_sentence() -> None:
    answer = cuttings("ask", "--articles", "no-such-folder", WHO)

    assert (answer.exit_code, answer.stdout) == (2, "")
    assert answer.stderr.startswith("cuttings: no-such-folder: ")
    assert answer.stderr.count("\n") == 1


def test_a_file_that_cannot_be_read_is_named_and_the_rest_works(tmp_path: Path) -> None:
    shutil.copytree(SEEDS, tmp_path / "seeds")
    (tmp_path / "seeds" / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\xff\0\xfe")

    answer = cuttings("ask", WHO)

    assert answer.exit_code == 0
    assert answer.stderr.startswith("left out: seeds/picture.txt: ")
    assert answer.stderr.count("\n") == 1


# Articles


def test_sources_in_a_pipe_are_a_line_an_article_apart_by_tabs() -> None:
    head, *rows = (
        line.split("\t") for line in cuttings("sources", "--articles", SEEDS).stdout.splitlines()
    )

    assert head == [
        *("id", "title", "publisher", "date", "sections", "paragraphs", "words", "skipped")
    ]
    assert [row[:1] + row[2:4] for row in rows] == [
        ["000_fd4d650591058ab2", "The Sun", "November 2022 (inferred from the text)"],
        ["002_a0a4c0049b460e1f", "GB News", "2025 (inferred from the text)"],
    ]


def test_sources_as_json(seeds: Library) -> None:
    listed = json.loads(cuttings("sources", "--articles", SEEDS, "--json").stdout)

    assert [list(article) for article in listed] == [
        [
            *("id", "title", "publisher", "author", "published", "dated_by", "url", "language"),
            *("sections", "paragraphs", "characters", "sha256"),
        ]
    ] * 2
    assert [(one["id"], one["characters"], one["sha256"]) for one in listed] == [
        (one.id, len(one.text), one.sha256) for one in seeds.articles.values()
    ]


def test_read_keeps_every_line_and_marks_what_is_skipped(seeds: Library) -> None:
    article = seeds.articles["002_a0a4c0049b460e1f"]

    printed = cuttings("read", "--articles", SEEDS, "002").stdout

    assert "\n[skipped: picture credit] | GETTY\nThe Kremlin has also warned" in printed
    unmarked = re.sub(r"^\[skipped: [^]]*\] ", "", printed, flags=re.MULTILINE)
    assert "".join(unmarked.split()).endswith("".join(article.text.split()))


@pytest.mark.parametrize(
    ("wanted", "sentence"),
    [
        ("00", "Several articles begin with '00': 000_fd4d650591058ab2, 002_a0a4c0049b460e1f."),
        ("002_a0a4c0049b460e1e", "'002_a0a4c0049b460e1e'; the nearest are 002_a0a4c0049b460e1f"),
        ("zebra", "No article is called 'zebra'; `cuttings sources` lists them."),
    ],
)
def test_read_says_which_articles_may_be_meant(wanted: str, sentence: str) -> None:
    answer = cuttings("read", "--articles", SEEDS, wanted)

    assert (answer.exit_code, answer.stdout) == (2, "")
    assert sentence in answer.stderr


# Adding


@pytest.fixture
def flood(tmp_path: Path) -> Path:
    """A file beside the folder `seeds`, which is empty."""
    (tmp_path / "seeds").mkdir()
    file = tmp_path / "flood.md"
    file.write_text(MARKDOWN)
    return file


def test_a_file_that_is_added_is_told_of_and_can_be_asked(flood: Path) -> None:
    added = cuttings("add", flood)

    assert (added.exit_code, added.stderr) == (0, "")
    assert added.stdout == (
        "Added seeds/flood.md\n\n"
        "Old bridge lost to the flood\n"
        "by Ada Park, Jo Bell, 8 July 1997\n"
        "https://bugle.example/flood\n"
        "2 sections, 2 paragraphs, 44 words, 12% skipped\n"
    )
    assert cuttings("ask", "What did the Lenne tear away?").exit_code == 0


@pytest.mark.usefixtures("flood")
def test_a_page_that_is_added_is_told_of(monkeypatch: pytest.MonkeyPatch) -> None:
    page = fetching.Page("https://bugle.example/flood", PAGE.encode(), ".html", None)
    monkeypatch.setattr(
        adding, "add_page", lambda url, folder: adding_page(url, folder, lambda _: page)
    )
    added = json.loads(cuttings("add", "--json", "https://bugle.example/flood").stdout)

    assert added["file"] == "seeds/old-bridge-lost-to-the-flood.html"
    assert [(one["id"], one["publisher"], one["url"]) for one in added["articles"]] == [
        ("old-bridge-lost-to-the-flood.html", "The Bugle", "https://bugle.example/flood")
    ]


def test_the_parts_of_a_file_that_cannot_be_read_are_told(flood: Path) -> None:
    flood.with_name("feed.rss").write_text(RSS)

    added = cuttings("add", "feed.rss")

    assert added.exit_code == 0
    assert added.stderr == "left out: seeds/feed.rss, entry empty: holds no text\n"


def test_of_a_collection_that_is_added_the_first_articles_are_told(flood: Path) -> None:
    lines = (json.dumps({"id": n, "text": "The river rose."}) + "\n" for n in range(1200))
    flood.with_name("corpus.jsonl").write_text("".join(lines))

    told = cuttings("add", "corpus.jsonl").stdout

    assert told.count("1 section") == 10
    assert told.endswith("\n\nand 1,190 more\n")


@pytest.mark.parametrize(
    ("what", "sentence"),
    [
        ("http://127.0.0.1/", "http://127.0.0.1/: is at 127.0.0.1, which is not on the public internet"),
        ("ftp://bugle.example", "ftp://bugle.example: does not begin with https:// or http://"),
        ("gone.txt", "gone.txt: does not exist"),
        ("bugle.example/flood", "bugle.example/flood: does not exist; if it is an address, begin it with https://"),
    ],
)  # fmt: skip
@pytest.mark.usefixtures("flood")
def test_what_cannot_be_added_is_one_sentence(tmp_path: Path, what: str, sentence: str) -> None:
    added = cuttings("add", what)

    assert added == (2, "", f"cuttings: {sentence}\n")
    assert not list((tmp_path / "seeds").iterdir())


def test_what_a_server_says_cannot_command_the_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    def hostile(url: str, _: Path) -> adding.Added:
        raise fetching.FetchError(url, "answers 200 \x9b31m\x1b]0;mine\x07\nok")

    monkeypatch.setattr(adding, "add_page", hostile)
    added = cuttings("add", "https://bugle.example/")
    assert (
        added.stderr
        == "cuttings: https://bugle.example/: answers 200 \ufffd31m\ufffd]0;mine\ufffd ok\n"
    )


def test_a_terminal_is_told_what_was_added(flood: Path) -> None:
    screen = on_a_terminal("add", flood, "--articles", flood.parent / "seeds")

    assert "Added " in screen
    assert "Old bridge lost to the flood" in screen


# Evaluating


def test_evaluate_prints_the_measures_of_the_contract() -> None:
    measures = json.loads(cuttings("evaluate", XQUAD, "--json").stdout)

    assert list(measures) == [
        *("queries", "ndcg@10", "mrr@10", "hit@1", "hit@3", "hit@5", "hit@10", "recall@10"),
        *("answer@1", "answer@3"),
    ]
    assert measures["queries"] == 40
    assert measures["hit@1"] <= measures["hit@3"] <= measures["hit@5"] <= measures["hit@10"] <= 1
    assert measures["hit@1"] > 0.9
    assert measures["answer@3"] > 0.8


def test_evaluate_writes_a_run_and_compares_with_a_saved_evaluation(tmp_path: Path) -> None:
    saved = cuttings("evaluate", XQUAD, "--save", "before.json", "--run", "run.trec")
    before = json.loads((tmp_path / "before.json").read_text())
    before["measures"]["hit@1"] = 0.5
    before["questions"][0]["article_rank"] = 7
    (tmp_path / "before.json").write_text(json.dumps(before))
    compared = cuttings("evaluate", XQUAD, "--compare", "before.json")

    assert saved.exit_code == 0
    assert re.fullmatch(
        r"\S+ Q0 xq\S+ 1 \S+ cuttings", (tmp_path / "run.trec").read_text().splitlines()[0]
    )
    assert "Gains: 1\n56beb4343aeaaa14008c925b  article 7 to 1  How many points" in compared.stdout
    assert re.search(r"hit@1 +(\S+) +0\.5000 +\+0\.\d{4}\n", compared.stdout)
    assert re.search(r"hit@3 +(\S+) +\1 +\+0\.0000\n", compared.stdout)


def test_evaluate_takes_questions_without_judged_articles(tmp_path: Path) -> None:
    (tmp_path / "questions.jsonl").write_text(
        json.dumps({"id": "d01", "question": WHO, "answers": ["This winter will be"]})
        + "\n"
        + json.dumps({"id": "d19", "question": NOTHING, "answers": []})
    )

    table = cuttings("evaluate", "questions.jsonl", "--articles", SEEDS).stdout
    measures = cuttings("evaluate", "questions.jsonl", "--articles", SEEDS, "--json").stdout

    assert f"d01  answer in excerpt 1  {WHO}\n" in table
    assert f"d19  refused, rightly     {NOTHING}\n" in table
    assert "1 of 1 answerable questions answered\n0 of 1 unanswerable" in table
    assert json.loads(measures) == {
        "queries": 2,
        "answer@1": 1.0,
        "answer@3": 1.0,
        "auroc": 1.0,
        "answered@5%": 1.0,
    }


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--save", "no/such.json"], "no/such.json: there is no such folder to write it in"),
        (["--compare", "other.json"], "other.json: holds none of these questions"),
        (["--compare", "empty.json"], "empty.json: is not a file that evaluate --save wrote"),
    ],
)
def test_evaluate_looks_at_its_files_before_the_long_work(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], sentence: str
) -> None:
    (tmp_path / "empty.json").write_text("{}")
    (tmp_path / "other.json").write_text('{"measures": {}, "questions": []}')
    monkeypatch.delattr(Library, "rank")

    answer = cuttings("evaluate", XQUAD, *arguments)

    assert (answer.exit_code, answer.stdout) == (2, "")
    assert answer.stderr == f"cuttings: {sentence}\n"


def test_without_ir_measures_the_extra_is_named_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "ir_measures", None)
    monkeypatch.delattr(Library, "rank")

    answer = cuttings("evaluate", XQUAD)

    assert (answer.exit_code, answer.stdout) == (2, "")
    assert answer.stderr.endswith("not installed: pip install 'cuttings[evaluate]'\n")


def test_evaluate_explains_what_is_missing(tmp_path: Path) -> None:
    shutil.copy(XQUAD / "corpus.jsonl", tmp_path)

    answer = cuttings("evaluate", ".")

    assert (answer.exit_code, answer.stdout) == (2, "")
    assert answer.stderr == "cuttings: .: holds no queries.jsonl\n"


# Terminals, pipes, signals


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


@pytest.mark.parametrize(
    "arguments", [["--help"], ["--version"], ["-h"], ["evaluate", "--help"], ["add", "--help"]]
)
def test_help_and_version_are_printed(arguments: list[str]) -> None:
    answer = cuttings(*arguments)

    assert answer.exit_code == 0
    assert "cuttings" in answer.stdout
    assert max(map(len, answer.stdout.splitlines())) <= 80


# Drawing


CITATION = Citation("Title", None, None, None, None, None, None, paragraph=1)


def answer(text: str, *marked: str, **cited: Any) -> Answer:
    """One excerpt, the whole of *text*, with each of *marked* highlighted."""
    spans = tuple(Span(text.index(word), text.index(word) + len(word)) for word in marked)
    citation = replace(CITATION, **cited)
    excerpt = Excerpt(replace(ARTICLE, text=text), 0, len(text), spans, 1.0, citation)
    return Answer("?", 1.0, (excerpt,), None)


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("One.", "> One.\n"),
        ("One.\n\n\n    Two.", "> One.\n>\n> Two.\n"),
        ("One.\r\nTwo.", "> One.\n>\n> Two.\n"),
        ("A \x1b[31mred\x1b[0m word\x07", "> A \ufffd[31mred\ufffd[0m word\ufffd\n"),
    ],
)
def test_an_excerpt_is_quoted_as_in_a_mail(text: str, quoted: str) -> None:
    given = answer(text)
    receipt = f"receipt {given.excerpts[0].receipt}"
    assert plain_text.answer(given) == f"1.\n{quoted}Title\nparagraph 1\n{receipt}\n"


@pytest.mark.parametrize(
    ("cited", "lines"),
    [
        ({}, ["Title", "paragraph 1"]),
        (
            {"publisher": "Post", "author": "Ada Park", "published": "2022-11-09", "paragraph": 3},
            ["Title", "Post, by Ada Park, 9 November 2022, paragraph 3"],
        ),
        (
            {"published": "2022-11", "dated_by": "text", "section": "Flood", "url": "https://x.y"},
            [
                "Title",
                "November 2022 (inferred from the text), paragraph 1 under “Flood”",
                "https://x.y",
            ],
        ),
    ],
)
def test_a_citation_says_what_is_known_and_no_more(cited: dict[str, Any], lines: list[str]) -> None:
    excerpt = answer("One.", **cited).excerpts[0]
    assert plain_text.cited(excerpt) == [*lines, f"receipt {excerpt.receipt}"]


def test_marked_words_are_the_ones_of_the_offsets_however_lines_fall() -> None:
    text = "  Rain fell.\n\n\n  More [red]rain[/red] fell."
    given = answer(text, "Rain", "rain", url="https://x.y/a b")
    received = io.StringIO()

    terminal.answer(
        Console(
            file=received, width=24, markup=False, force_terminal=True, color_system="standard"
        ),
        given,
    )

    marked = re.sub("\x1b\\[1;35m(.*?)\x1b\\[0m", r"«\1»", received.getvalue())
    marked = re.sub("\x1b\\]8;.*?\x1b\\\\", "", marked)  # links
    drawn = re.sub("\x1b\\[[0-9;]*m", "", marked)
    assert drawn.partition("     receipt")[0].splitlines() == [
        " 1 ▎ «Rain» fell.",
        "   ▎ ",
        "   ▎ More ",
        "   ▎ [red]«rain»[/red] ",
        "   ▎ fell.",
        "     Title",
        "     paragraph 1",
        "     https://x.y/a b",
    ]
    shown = drawn.partition("receipt")[2]
    assert "".join(shown.split()) == given.excerpts[0].receipt


def test_pieces_of_an_article_are_its_whole_text() -> None:
    text = "Head\nOne. | GETTYTwo.\n- link\n- link\nEnd."
    skipped = tuple(
        Skipped(match.start(), match.end(), reason)
        for pattern, reason in ((r"\| GETTY", "credit"), ("link", "list"))
        for match in re.finditer(pattern, text)
    )
    drawn = replace(ARTICLE, text=text, sections=(Section(Span(0, 4), ()),), skipped=skipped)

    pieces = list(plain_text.pieces(drawn))

    assert "".join(piece.text for piece in pieces) == text
    assert [piece.text for piece in pieces if piece.heading] == ["Head"]
    assert [(piece.text, piece.reason) for piece in pieces if piece.reason] == [
        ("| GETTY", "credit"),
        ("link\n- link", "list"),
    ]


def test_numbers_of_a_library_become_plain_numbers() -> None:
    numpy = pytest.importorskip("numpy")
    given = answer("One.")
    odd = Answer("?", numpy.float32(0.5), given.excerpts, None)

    assert json.loads(json.dumps(json_output.answer(odd)))["confidence"] == 0.5


def test_explain_shows_the_evidence_of_each_hit() -> None:
    result = ask("--explain", WHO)
    table = result.stdout.split("\n\n")[-1].splitlines()
    head, first = (line.split("\t") for line in table[:2])
    assert head[:4] == ["rank", "source", "paragraph", "score"]
    assert {"passage", "article", "sentence", "names"} <= set(head[4:])
    assert first[0] == "1"
    assert len(first) == len(head)
    assert table[-1].startswith("confidence 0.")


# The index on disk


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    folder = tmp_path / "archive"
    folder.mkdir()
    for name, animal in [("farm", "yak"), ("zoo", "zebra")]:
        (folder / f"{name}.txt").write_text(
            f"News of the {animal}\n\nThe {animal} ate apples.\n\n{ENGLISH}"
        )
    return folder


def indexed(archive: Path, *options: str) -> Result:
    return cuttings("index", "--articles", archive, "--data", archive.with_name("data"), *options)


def test_index_says_what_it_did(archive: Path) -> None:
    first = indexed(archive)
    assert re.fullmatch(r"2 passages in \d+\.\d s; articles: 2 new\n", first.stdout)
    (archive / "zoo.txt").write_text("")
    second = indexed(archive, "--json")
    report = json.loads(second.stdout)
    assert [report[key] for key in ("added", "changed", "removed", "unchanged")] == [0, 0, 1, 1]
    assert report["problems"] == [{"file": str(archive / "zoo.txt"), "cause": "is empty"}]
    assert (first.exit_code, second.exit_code) == (0, 1)


def test_a_question_can_be_put_to_the_index_on_disk(archive: Path) -> None:
    options: list[str | Path] = [
        "--engine",
        "tantivy",
        "--articles",
        archive,
        "--data",
        archive.with_name("data"),
    ]
    for _ in range(2):  # the first time makes it
        assert ask("--json", "What did the yak eat?", *options).exit_code == 0
    assert ask("What did the walrus eat?", *options).exit_code == 1


def test_an_article_of_a_file_of_several_is_forgotten(archive: Path) -> None:
    line = '{{"id": "{0}", "title": "The {0}", "text": "The {0} ate five plums. {1}"}}\n'
    lines = [line.format(animal, ENGLISH.strip()) for animal in ("walrus", "vole")]
    (archive / "all.jsonl").write_text("".join(lines))
    indexed(archive)
    vectors = archive.with_name("data") / "vectors" / folder_name(archive) / "model.vectors"
    vectors.parent.mkdir(parents=True)
    vectors.touch()
    where: list[str | Path] = ["--articles", archive, "--data", archive.with_name("data")]

    done = cuttings("forget", "all.jsonl/walrus", "--yes", *where)

    assert done.stdout == (
        f"all.jsonl/walrus is left out from now on, though {archive / 'all.jsonl'} still has it, "
        "and nothing of “The walrus” can be found.\n"
    )
    assert not vectors.exists()
    for engine in ("tantivy", "rank-bm25"):
        assert ask("What did the walrus eat?", *where, "--engine", engine).exit_code == 1
        assert ask("What did the vole eat?", *where, "--engine", engine).exit_code == 0


def test_how_much_is_kept_in_memory_can_be_set(archive: Path) -> None:
    where: list[str | Path] = ["--articles", archive, "--data", archive.with_name("data")]
    ask("What did the yak eat?", *where)
    assert not (archive.with_name("data") / "indexes").exists()
    ask("What did the yak eat?", *where, MEMORY_PASSAGES="0")
    assert (archive.with_name("data") / "indexes").exists()
    wrong = ask("What did the yak eat?", *where, MEMORY_PASSAGES="few")
    assert (wrong.exit_code, wrong.stderr) == (
        2,
        "cuttings: MEMORY_PASSAGES is not a whole number from 0 on\n",
    )


def test_an_article_is_forgotten_on_disk_and_in_memory(archive: Path) -> None:
    indexed(archive)
    where: list[str | Path] = ["--articles", archive, "--data", archive.with_name("data")]
    asked = cuttings("forget", "farm", *where)
    assert (asked.exit_code, (archive / "farm.txt").exists()) == (2, True)
    done = cuttings("forget", "farm", "--yes", *where)
    assert done.stdout.endswith("nothing of “News of the yak” can be found.\n")
    assert not (archive / "farm.txt").exists()
    assert ask("What did the yak eat?", *where, "--engine", "tantivy").exit_code == 1
