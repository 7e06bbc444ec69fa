"""Measures against hand-computed figures, and files that cannot be read."""

from __future__ import annotations

from pathlib import Path

import pytest

from retrieval.articles import QuestionsError
from retrieval.evaluation import measures
from retrieval.evaluation.measures import (
    Outcome,
    Query,
    answered_at_five_percent,
    auroc,
    best_passages,
    changes,
    evaluate,
    gold_rank,
    json_lines,
    strictly_falling,
    trec_run,
)


def outcome(
    id_: str,
    ranked: str = "",
    *,
    scores: tuple[float, ...] = (3.0, 2.0, 1.0),
    answerable: bool = True,
    confidence: float = 0.5,
    answered: bool = True,
    answer_rank: int | None = None,
) -> Outcome:
    """*ranked* has an article a letter."""
    query = Query(id_, f"{id_}?", answerable, ("gold",) if answerable else ())
    pairs = tuple(zip(ranked, scores, strict=False))
    return Outcome(query, pairs, confidence, answered, answer_rank)


def test_articles_are_measured_as_by_hand() -> None:
    qrels = {
        "one": {"b": 1},  # second of "abc":    rr 1/2, dcg 1/log2(3)
        "two": {"a": 1, "c": 1},  # first and third: rr 1, dcg 1 + 1/log2(4) of 1 + 1/log2(3)
        "three": {"d": 1},  # not found
        "four": {"a": 0},  # has no relevant article, so it does not count
    }
    outcomes = [
        outcome("one", "abc"),
        outcome("two", "abc"),
        outcome("three"),
        outcome("four", "abc"),
    ]

    assert evaluate(outcomes, qrels).measures == pytest.approx(
        {
            "queries": 4,
            "ndcg@10": (0.630930 + 1.5 / 1.630930 + 0) / 3,
            "mrr@10": (1 / 2 + 1 + 0) / 3,
            "hit@1": 1 / 3,
            "hit@3": 2 / 3,
            "hit@5": 2 / 3,
            "hit@10": 2 / 3,
            "recall@10": 2 / 3,
            "answer@1": 0,
            "answer@3": 0,
        },
        abs=1e-6,
    )


@pytest.mark.parametrize("article", ["a", "b", "c"])
def test_equal_scores_keep_our_order_in_every_measure(article: str) -> None:
    tied = outcome("one", "bca", scores=(1.0, 1.0, 1.0))

    measures = evaluate([tied], {"one": {article: 1}}).measures

    rank = "bca".index(article) + 1
    assert measures["mrr@10"] == pytest.approx(1 / rank)
    assert measures["hit@1"] == (rank == 1)


def test_a_run_holds_scores_that_fall_as_32_bit_floats() -> None:
    run = strictly_falling([outcome("one", "bca", scores=(0.3, 0.3, 0.1))])

    assert list(trec_run(run)) == [
        "one Q0 b 1 0.300000012 cuttings\n",
        "one Q0 c 2 0.299999982 cuttings\n",
        "one Q0 a 3 0.100000001 cuttings\n",
    ]


def test_an_article_ranks_by_its_best_passage() -> None:
    hits = [("a", 3.0), ("b", 2.0), ("a", 1.0), ("c", 0.5)]

    assert best_passages(hits) == (("a", 3.0), ("b", 2.0), ("c", 0.5))


@pytest.mark.parametrize(
    ("answers", "excerpts", "rank"),
    [
        (["in 1066"], ["It fell in 1066."], 1),
        (["in 1066"], ["It fell in\n  1066."], 1),
        (["in\u00a01066 "], ["Nothing.", "It fell in 1066."], 2),
        (["long ago", "1066"], ["Nothing.", "Nothing.", "It fell in 1066."], 3),
        (["In 1066"], ["It fell in 1066."], None),
        ([""], ["It fell in 1066."], None),
        ([], ["It fell in 1066."], None),
    ],
)
def test_a_gold_string_is_found_word_for_word(
    answers: list[str], excerpts: list[str], rank: int | None
) -> None:
    assert gold_rank(answers, excerpts) == rank


def test_answers_count_where_they_are_known_whatever_the_decision() -> None:
    outcomes = [
        outcome("one", answer_rank=1, answered=False),
        outcome("two", answer_rank=3),
        outcome("three"),
        outcome("four"),
        outcome("none", answerable=False, confidence=0.5),
    ]

    measures = evaluate(outcomes, None).measures

    assert measures == {
        "queries": 5,
        "answer@1": 1 / 4,
        "answer@3": 2 / 4,
        "auroc": 0.5,
        "answered@5%": 0.0,
    }


@pytest.mark.parametrize(
    ("answerable", "others", "area"),
    [
        ([0.9, 0.8], [0.1, 0.2], 1.0),
        ([0.1, 0.2], [0.9, 0.8], 0.0),
        ([0.5], [0.5], 0.5),
        ([0.9, 0.4], [0.5, 0.1], 0.75),  # of four pairs only 0.4 before 0.5 is wrong
        ([0.9, 0.5], [0.5, 0.1], 0.875),  # of four pairs one is level
    ],
)
def test_auroc_counts_pairs_in_the_right_order(
    answerable: list[float], others: list[float], area: float
) -> None:
    assert auroc(answerable, others) == area


@pytest.mark.parametrize(
    ("answerable", "others", "share"),
    [
        ([0.9, 0.4], [0.5], 0.5),  # 5% of one is none: above 0.5
        ([0.9, 0.5], [0.5], 0.5),  # level with it is not above it
        ([0.9, 0.6], [0.7, *[0.1] * 18], 0.5),  # 5% of 19 is none: above 0.7
        ([0.9, 0.6], [0.7, *[0.1] * 19], 1.0),  # 5% of 20 is one: above 0.1
        ([0.9, 0.6], [0.7] * 20, 0.5),  # twenty alike are let in together, or none
    ],
)
def test_answered_at_five_percent_lets_one_in_twenty_through(
    answerable: list[float], others: list[float], share: float
) -> None:
    assert answered_at_five_percent(answerable, others) == share


def test_a_saved_evaluation_shows_what_changed_since(tmp_path: Path) -> None:
    qrels = {"up": {"a": 1}, "down": {"a": 1}, "same": {"a": 1}}
    before = evaluate(
        [
            outcome("up", "ba", answer_rank=None),
            outcome("down", "ab", answer_rank=1),
            outcome("same", "ab", answer_rank=1),
            outcome("none", answerable=False, answered=True),
            outcome("gone"),
        ],
        qrels,
    )
    after = evaluate(
        [
            outcome("up", "ab", answer_rank=3),
            outcome("down", "b", answer_rank=1, answered=False),
            outcome("same", "ab", answer_rank=1),
            outcome("none", answerable=False, answered=False),
            outcome("new", "ab", answer_rank=1),
        ],
        qrels,
    )

    measures.save(before, tmp_path / "before.json")
    baseline = measures.load(tmp_path / "before.json")

    assert baseline == before
    assert [(one.id, one.before, one.after, one.better) for one in changes(baseline, after)] == [
        ("up", "article 2", "1", True),
        ("up", "answer not found", "3", True),
        ("down", "article 1", "not found", False),
        ("down", "answered", "refused", False),
        ("none", "answered", "refused", True),
    ]


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
        measures.read(tmp_path, ["a"])

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
        assert [query.answerable for query in measures.read(path, ["a"]).queries] == [answerable]


def test_answers_are_strings_or_hold_one(tmp_path: Path) -> None:
    (tmp_path / "q.jsonl").write_text(
        '{"id": 7, "text": "?", "answers": ["one", {"text": "two", "start": 3}], "date": "2022"}\n'
    )

    assert measures.read(tmp_path / "q.jsonl", []).queries == (
        Query("7", "?", answerable=True, answers=("one", "two"), date="2022"),
    )


def test_a_byte_order_mark_and_empty_lines_do_no_harm() -> None:
    lines = [b'\xef\xbb\xbf{"id": 1}\r\n', b"\r\n", b'{"id": 2}']

    assert list(json_lines("x.jsonl", lines)) == [
        ("x.jsonl, line 1", {"id": 1}),
        ("x.jsonl, line 3", {"id": 2}),
    ]


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"queries": 3}', '{"questions": [{"id": 1}]}'])
def test_a_baseline_is_a_file_that_save_wrote(tmp_path: Path, text: str) -> None:
    path = tmp_path / "baseline.json"
    path.write_text(text)

    with pytest.raises(QuestionsError, match="is not a file that evaluate --save wrote"):
        measures.load(path)
