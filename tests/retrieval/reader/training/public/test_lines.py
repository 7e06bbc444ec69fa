"""Lines to learn from: which are kept, and how they are written."""

from __future__ import annotations

from pathlib import Path
from random import Random

from retrieval.articles import Span
from retrieval.reader.training.public.lines import Line, choose, clean, write
from retrieval.reader.training.sets import read_lines
from tests.support.lighthouse import BUILT, KEPT

LINE = Line("Who  built it? ", BUILT, "Orrow")


def test_repetitions_and_what_is_too_short_or_too_long_are_left_out() -> None:
    short, long = LINE._replace(passage="It is."), LINE._replace(passage=BUILT * 4)
    lines = [LINE, LINE, short, long, LINE._replace(question="Who?"), LINE._replace(passage=KEPT)]
    assert [(line.question, line.passage) for line in clean(lines)] == [
        ("Who built it?", BUILT),
        ("Who built it?", KEPT),
    ]


def test_twins_are_chosen_together_and_first() -> None:
    single = [LINE._replace(question=f"Who built tower {number}?") for number in range(20)]
    twins = [LINE._replace(twin="t"), LINE._replace(twin="t", passage=KEPT)]
    chosen = choose([*single[:10], *twins, *single[10:]], 5, Random(0))
    assert len(chosen) == 5
    assert [line for line in chosen if line.twin] == twins
    numbers = [single.index(line) for line in chosen if not line.twin]
    assert numbers == sorted(numbers)
    assert choose(single, 20, Random(0)) == single


def test_what_is_written_is_read_by_the_training(tmp_path: Path) -> None:
    answered = LINE._replace(answers=True, answer=Span(4, 14), twin="t")
    write(tmp_path / "set.jsonl", [LINE._replace(twin="t", passage=KEPT), answered])
    [group] = read_lines(tmp_path / "set.jsonl")
    assert group.question == LINE.question
    assert [(e.passage, e.answers, e.answer) for e in group.examples] == [
        (BUILT, True, Span(4, 14)),
        (KEPT, False, None),
    ]
