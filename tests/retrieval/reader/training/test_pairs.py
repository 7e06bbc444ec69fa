"""Articles in two versions: how they are read, and that ours are as they should be."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from random import Random

import pytest

from retrieval.articles import QuestionsError
from retrieval.reader.training.pairs import PAIRS, make_groups, read_pairs
from tests.support.pairs import FERRY


@pytest.fixture
def ferry(tmp_path: Path) -> Path:
    path = tmp_path / "ferry.txt"
    path.write_text(FERRY, encoding="utf-8")
    return path


def test_a_question_meets_the_passage_that_answers_and_its_twin_that_does_not(ferry: Path) -> None:
    groups = list(make_groups(list(read_pairs(ferry)), Random(1)))
    first = groups[0]
    right, twin = first.examples[:2]
    assert right.answers
    assert right.answer
    assert right.passage[slice(*right.answer)] == "after the operator cut night pay"
    assert not twin.answers
    assert "a day before the operator cut night pay" in twin.passage
    assert first.question == "what made the crews walk out"


def test_a_question_that_both_versions_answer_has_a_group_for_each(ferry: Path) -> None:
    groups = [g for g in make_groups(list(read_pairs(ferry)), Random(1)) if "ashore" in g.question]
    answers = [e.passage[slice(*e.answer)] for g in groups for e in g.examples if e.answer]
    assert answers == ["until the rota is withdrawn", "while the rota is discussed"]


def test_the_other_slots_are_filled_by_chance(ferry: Path) -> None:
    articles = list(read_pairs(ferry))
    passages = {next(make_groups(articles, Random(seed))).examples[0].passage for seed in range(20)}
    assert len(passages) == 2


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("1 | why | after", "article 1: not a question with its slot"),
        ("one | why | - | - | why", "article 1: not a question with its slot"),
    ],
)
def test_a_line_that_is_no_question_is_named(ferry: Path, line: str, sentence: str) -> None:
    ferry.write_text(FERRY + line + "\n", encoding="utf-8")
    with pytest.raises(QuestionsError, match=sentence):
        list(read_pairs(ferry))


@pytest.mark.parametrize("path", sorted(PAIRS.glob("*.txt")), ids=lambda path: path.stem)
def test_our_pairs_answer_where_they_say_and_as_often_in_either_version(path: Path) -> None:
    for article in read_pairs(path):
        sides = [article.render(dict.fromkeys(article.slots, side))[0].text for side in (0, 1)]
        alone: Counter[tuple[int, int]] = Counter()
        for question in article.questions:
            for side, (text, answer) in enumerate(zip(sides, question.answers, strict=True)):
                assert answer is None or answer in text, (article.id, question)
                alone[question.slot, side] += bool(answer and question.answers[1 - side] is None)
        for slot in article.slots:
            assert abs(alone[slot, 0] - alone[slot, 1]) <= 1, (article.id, slot)
