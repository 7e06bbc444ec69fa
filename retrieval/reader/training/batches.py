"""Turns groups of examples into batches of about the same length."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from random import Random
from typing import NamedTuple

import torch

from retrieval.reader.inputs import InputMaker, ReaderInput, make_batch
from retrieval.reader.training.examples import Example, Group
from retrieval.reader.training.model import Batch

_SORTED = 20
"""Batches over which groups are sorted by length, so that little of a batch is padding."""


class EncodedExample(NamedTuple):
    """An example as the model reads it. `start` and `end` are its answer's tokens: 0 for none, -1 if not known."""

    input: ReaderInput
    answers: bool
    start: int
    end: int


def encode(group: Group, maker: InputMaker) -> list[EncodedExample]:
    """Return the examples of *group* as the model reads them."""
    passages = [(example.context, example.passage) for example in group.examples]
    return [
        _encoded(example, made)
        for example, made in zip(group.examples, maker.make(group.question, passages), strict=True)
    ]


def _encoded(example: Example, made: ReaderInput) -> EncodedExample:
    if not example.answers:
        return EncodedExample(made, False, 0, 0)
    tokens = made.find_tokens(example.answer) if example.answer else None
    return EncodedExample(made, True, *(tokens or (-1, -1)))


def batches(
    groups: Sequence[Group], size: int, maker: InputMaker, chance: Random
) -> Iterator[Batch]:
    """Yield *groups* in a random order, *size* at a time; a rest that fills no batch is left out."""
    order = list(groups)
    chance.shuffle(order)
    blocks: list[Sequence[Group]] = []
    for start in range(0, len(order), size * _SORTED):
        part = sorted(order[start : start + size * _SORTED], key=_length)
        blocks += [part[i : i + size] for i in range(0, len(part) - size + 1, size)]
    chance.shuffle(blocks)
    for block in blocks:
        yield collate([encode(group, maker) for group in block])


def _length(group: Group) -> int:
    return max(len(example.passage) for example in group.examples)


def collate(groups: Sequence[Sequence[EncodedExample]]) -> Batch:
    """Return *groups* as one batch."""
    examples = [example for group in groups for example in group]
    arrays = make_batch([example.input for example in examples])
    ids, types, mask = (
        torch.from_numpy(arrays[name]) for name in ("input_ids", "token_type_ids", "attention_mask")
    )
    places = torch.arange(ids.shape[1])
    first = torch.tensor([example.input.first for example in examples])[:, None]
    last = mask.sum(1, keepdim=True) - 1  # the closing [SEP]
    may_hold = ((places >= first) & (places < last)) | (places == 0)
    return Batch(
        ids,
        types,
        mask,
        may_hold,
        torch.tensor([example.start for example in examples]),
        torch.tensor([example.end for example in examples]),
        torch.tensor([float(example.answers) for example in examples]),
        [len(group) for group in groups],
    )
