"""Reading sets of questions, and the sentence for whatever is wrong with one."""

from __future__ import annotations

from pathlib import Path

import pytest

from retrieval.articles import QuestionsError
from retrieval.evaluation.question_sets import JudgedQuery, json_lines, read_question_set

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
