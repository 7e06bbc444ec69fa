"""Groups of examples as the tensors that the network learns from."""

from __future__ import annotations

from random import Random

import pytest

from retrieval.articles import Span
from retrieval.reader.inputs import InputMaker
from retrieval.reader.training.examples import Example, Group
from tests.support.readers import make_tokenizer

pytest.importorskip("torch", reason="needs the extra: pip install 'cuttings[train]'")
batches = pytest.importorskip("retrieval.reader.training.batches")

RIGHT = Example("title.", "it was lena", answers=True, answer=Span(7, 11))
WRONG = Example("title.", "it was not", answers=False)
CLAIM = Example("", "so it was", answers=True)


@pytest.fixture
def maker() -> InputMaker:
    return InputMaker(make_tokenizer())


def test_the_answer_stands_at_its_tokens_and_none_at_the_first(maker: InputMaker) -> None:
    [right, wrong, claim] = batches.encode(Group("set", "who", (RIGHT, WRONG, CLAIM)), maker)
    offsets = [right.input.offsets[place - right.input.first] for place in (right.start, right.end)]
    assert (offsets[0].start, offsets[1].end) == RIGHT.answer
    assert (wrong.start, wrong.end) == (0, 0)
    assert (claim.start, claim.end) == (-1, -1)


def test_an_answer_may_stand_in_the_passage_alone(maker: InputMaker) -> None:
    group = batches.encode(Group("set", "who", (RIGHT, WRONG)), maker)
    batch = batches.collate([group])
    assert batch.sizes == [2]
    assert batch.answers.tolist() == [1.0, 0.0]
    for example, may in zip(group, batch.may_hold, strict=True):
        first, length = example.input.first, len(example.input.ids)
        assert may.nonzero().flatten().tolist() == [0, *range(first, length - 1)]


def test_groups_come_in_full_batches_each_once(maker: InputMaker) -> None:
    groups = [Group("set", f"who {n}", (RIGHT, WRONG)) for n in range(7)]
    made = list(batches.batches(groups, 3, maker, Random(0)))
    assert [len(batch.sizes) for batch in made] == [3, 3]
