"""Reading sets of questions, and the sentence for whatever is wrong with one."""

from __future__ import annotations

from pathlib import Path

import pytest

from retrieval.articles import QuestionsError
from retrieval.evaluation.question_sets import (
    JudgedQuery,
    json_lines,
    read_question_set,
    read_twins,
)

GOOD = {
    "corpus.jsonl": '{"id": "a", "title": "A", "text": "Words."}\n',
    "queries.jsonl": '{"id": "q", "text": "Words?"}\n',
    "qrels.tsv": "query-id\tcorpus-id\tscore\nq\ta\t1\n",
}


@pytest.mark.parametrize(
    ("part", "text", "sentence"),
    [
        ("corpus.jsonl", None, "{folder}: holds no corpus.jsonl"),
        ("queries.jsonl", None, "{folder}: holds no queries.jsonl"),
        ("qrels.tsv", None, "{folder}: holds no qrels.tsv"),
        ("queries.jsonl", "", "{file}: holds no questions"),
        ("queries.jsonl", "\n{", "{file}, line 2: is not JSON (Expecting property name"),
        ("queries.jsonl", "[]", "{file}, line 1: is not a JSON object"),
        ("queries.jsonl", "\udcff", "{file}, line 1: is not UTF-8 text"),
        ("queries.jsonl", '{"text": "?"}', '{file}, line 1: "id" is missing'),
        ("queries.jsonl", '{"id": true, "text": "?"}', '{file}, line 1: "id" is missing, or'),
        ("queries.jsonl", '{"id": "q"}', '{file}, line 1: "text" is missing'),
        ("queries.jsonl", '{"id": "q", "text": 1}', '{file}, line 1: "text" is missing, or not'),
        ("queries.jsonl", '{"id": 1, "text": "?"}\n' * 2, "{file}, line 2: the id '1' was given"),
        ("queries.jsonl", '{"id": "q", "text": "?", "answers": "x"}', "is not a list"),
        ("queries.jsonl", '{"id": "q", "text": "?", "answers": [1]}', "hold neither strings nor"),
        ("queries.jsonl", '{"id": "q", "text": "?", "answerable": 0}', "neither true nor false"),
        ("queries.jsonl", '{"id": "q", "text": "?", "date": 1066}', '"date" is not a string'),
        ("queries.jsonl", '{"id": "q", "text": "?", "kind": 1}', '"kind" is not a string'),
        ("queries.jsonl", '{"id": "q", "text": "?", "article": 1}', '"article" is not a string'),
        ("queries.jsonl", '{"id": "q", "text": "?", "speaker": []}', '"speaker" is not a string'),
        (
            "queries.jsonl",
            '{"id": "q", "text": "?", "also": "x"}',
            '"also" is not a list of strings',
        ),
        ("qrels.tsv", "q\ta\n", "{file}, line 1: is not a query id, an article id and a whole"),
        ("qrels.tsv", "q\ta\tyes\n", "{file}, line 1: is not a query id"),
        ("qrels.tsv", "q\ta\t1\nz\ta\t1\n", "{file}, line 2: no query has the id 'z'"),
        ("qrels.tsv", "q\tz\t1\n", "{file}, line 1: no article has the id 'z'"),
        ("qrels.tsv", "q\ta\t0\n", "{file}: no query has a relevant article"),
    ],
)
def test_what_is_wrong_is_said_with_file_and_line(
    tmp_path: Path, part: str, text: str | None, sentence: str
) -> None:
    for name, good in (GOOD | {part: text}).items():
        if good is not None:
            (tmp_path / name).write_bytes(good.encode("utf-8", "surrogateescape"))

    with pytest.raises(QuestionsError) as error:
        read_question_set(tmp_path, ["a"])

    assert sentence.format(folder=tmp_path, file=tmp_path / part) in str(error.value)


@pytest.mark.parametrize(
    ("line", "in_a_file", "in_a_folder"),
    [
        ('{"id": "q", "text": "?"}', True, True),
        ('{"id": "q", "question": "?", "answers": ["x"]}', True, True),
        ('{"id": "q", "question": "?", "answers": []}', False, True),
        ('{"id": "q", "text": "?", "answerable": false}', False, False),
        ('{"id": "q", "text": "?", "answers": [], "answerable": true}', True, True),
    ],
)
def test_whether_a_question_has_an_answer(
    tmp_path: Path, line: str, in_a_file: bool, in_a_folder: bool
) -> None:
    for name, text in (GOOD | {"queries.jsonl": line}).items():
        (tmp_path / name).write_text(text, encoding="utf-8")

    for path, answerable in ((tmp_path, in_a_folder), (tmp_path / "queries.jsonl", in_a_file)):
        assert [query.answerable for query in read_question_set(path, ["a"]).queries] == [
            answerable
        ]


def test_answers_are_strings_or_hold_one(tmp_path: Path) -> None:
    (tmp_path / "q.jsonl").write_text(
        '{"id": 7, "text": "?", "answers": ["one", {"text": "two", "start": 3}], "date": "2022"}\n'
    )

    assert read_question_set(tmp_path / "q.jsonl", []).queries == (
        JudgedQuery("7", "?", answerable=True, answers=("one", "two"), date="2022"),
    )


def test_a_byte_order_mark_and_empty_lines_do_no_harm() -> None:
    lines = [b'\xef\xbb\xbf{"id": 1}\r\n', b"\r\n", b'{"id": 2}']

    assert list(json_lines("x.jsonl", lines)) == [
        ("x.jsonl, line 1", {"id": 1}),
        ("x.jsonl, line 3", {"id": 2}),
    ]


def test_a_labelled_question_has_a_kind_an_article_and_a_speaker(tmp_path: Path) -> None:
    (tmp_path / "q.jsonl").write_text(
        '{"id": "q", "question": "?", "kind": "who-said", "article": "a", "speaker": "Lenz", '
        '"also": ["the mayor"], "why": "ignored", "answers": ["one"]}\n'
        '{"id": "r", "question": "?", "kind": "why", "article": null, "speaker": null}\n'
    )

    assert read_question_set(tmp_path / "q.jsonl", []).queries == (
        JudgedQuery(
            "q",
            "?",
            True,
            ("one",),
            kind="who-said",
            article="a",
            speaker="Lenz",
            also=("the mayor",),
        ),
        JudgedQuery("r", "?", kind="why"),
    )


def test_lines_that_nobody_can_judge_are_left_out(tmp_path: Path) -> None:
    queries = (
        '{"id": "q", "text": "?"}\n'
        '{"id": "r", "text": "thanks", "answerable": null, "kind": "meta"}\n'
        '{"id": "s", "kind": "voice", "excerpt": "“Yes.”"}\n'
    )
    for name, text in (GOOD | {"queries.jsonl": queries}).items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    with (tmp_path / "qrels.tsv").open("a") as qrels:
        qrels.write("r\ta\t1\n")

    in_a_folder = read_question_set(tmp_path, ["a"])
    in_a_file = read_question_set(tmp_path / "queries.jsonl", ["a"])

    assert in_a_folder.ids == in_a_file.ids == {"q"}
    assert in_a_folder.qrels == {"q": {"a": 1}}


@pytest.mark.parametrize("mirrored", ['{"id": "r", "text": "?"}', '{"id": "q", "text": "?"}'])
def test_a_set_without_twins_is_refused(tmp_path: Path, mirrored: str) -> None:
    write_twins(tmp_path, GOOD["queries.jsonl"], mirrored)

    with pytest.raises(QuestionsError) as error:
        read_twins(tmp_path, ["a"], ["a"])

    assert str(error.value) == f"{tmp_path}: shares no question with its folder mirror"


def test_twins_are_questions_that_one_text_answers_and_the_other_does_not(tmp_path: Path) -> None:
    write_twins(
        tmp_path,
        '{"id": "q", "text": "?"}\n{"id": "r", "text": "?"}\n'
        '{"id": "s", "text": "?", "answerable": false}\n',
        '{"id": "s", "text": "?"}\n{"id": "q", "text": "?", "answerable": false}\n',
    )

    own, mirrored = read_twins(tmp_path, ["a"], ["a"])

    assert [(query.id, query.answerable) for query in own] == [("q", True), ("s", False)]
    assert [(query.id, query.answerable) for query in mirrored] == [("q", False), ("s", True)]


def write_twins(folder: Path, own: str, mirrored: str) -> None:
    """Write a question set with these queries, and its mirror."""
    for side, queries in ((folder, own), (folder / "mirror", mirrored)):
        side.mkdir(exist_ok=True)
        id_ = queries.partition('"id": "')[2][0]
        parts = GOOD | {"queries.jsonl": queries, "qrels.tsv": f"{id_}\ta\t1\n"}
        for name, text in parts.items():
            (side / name).write_text(text, encoding="utf-8")
