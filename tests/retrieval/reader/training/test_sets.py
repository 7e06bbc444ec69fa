"""Question sets as groups of passages that answer and passages that only seem to."""

from __future__ import annotations

import json
from pathlib import Path

from retrieval.reader.training.sets import read_lines, read_newsroom, read_paragraphs
from tests.support.paths import NEWSROOM


def test_a_newsroom_sets_the_passage_that_answers_beside_the_one_of_its_mirror() -> None:
    groups = read_newsroom(NEWSROOM / "arena")
    answered = [group for group in groups if group.examples[0].answers]
    assert len(answered) > len(groups) / 3
    for group in answered:
        first, *others = group.examples
        assert first.answer
        assert first.passage[slice(*first.answer)].strip()
        assert not any(other.answers for other in others)
        assert first.passage not in [other.passage for other in others]


def test_a_set_of_paragraphs_gives_each_question_its_own_and_another(tmp_path: Path) -> None:
    texts = {"a": "The dam was built in 1931 by Lena Ostrel.", "b": "The dam leaks since 1990."}
    corpus = [{"id": id_, "title": "Dams", "text": text} for id_, text in texts.items()]
    queries = [
        {
            "id": "1",
            "text": "Who built the dam?",
            "context_id": "a",
            "answers": [{"text": "Lena Ostrel"}],
        },
        {"id": "2", "text": "Who mended the dam?", "context_id": "b", "answers": []},
    ]
    for name, lines in (("corpus", corpus), ("queries", queries)):
        (tmp_path / f"{name}.jsonl").write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    built, mended = read_paragraphs(tmp_path)
    assert [e.answers for e in built.examples] == [True, False]
    assert built.examples[0].context == "Dams."
    assert built.examples[0].answer
    assert texts["a"][slice(*built.examples[0].answer)] == "Lena Ostrel"
    assert [e.answers for e in mended.examples] == [False, False]
    assert mended.examples[0].passage == texts["b"]


def test_lines_of_the_same_twin_and_question_go_together(tmp_path: Path) -> None:
    path = tmp_path / "claims.jsonl"
    line = {"question": "Did it rain?", "title": "", "start": None, "end": None, "twin": "t"}
    lines = [
        {**line, "passage": "It was cold.", "answers": False},
        {**line, "passage": "It rained.", "answers": True, "start": 0, "end": 9},
    ]
    path.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    [group] = read_lines(path)
    assert [e.passage for e in group.examples] == ["It rained.", "It was cold."]
    assert group.source == "claims"
