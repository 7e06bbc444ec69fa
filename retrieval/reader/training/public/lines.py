"""Lines to learn from: a question with a passage that answers it or not, as `training.sets.read_lines` reads them."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from random import Random
from typing import NamedTuple

from retrieval.articles import Span

_LEAST, _MOST = 40, 200
"""Words in a passage."""


class Line(NamedTuple):
    """
    A question with a passage.

    Attributes:
        answer: The words of `passage` that answer, if they are known.
        twin: The same for lines to be told apart.
        made: How a passage that does not answer was found; None if the set itself says that it does not.
    """

    question: str
    passage: str
    title: str
    answers: bool = False
    answer: Span | None = None
    twin: str | None = None
    made: str | None = None


def is_passage(text: str) -> bool:
    """Return whether *text* is neither too short nor too long for a passage."""
    return _LEAST <= len(text.split()) <= _MOST


def clean(lines: Iterable[Line]) -> Iterator[Line]:
    """Yield those of *lines* that are no repetition, with a question and a passage of common length."""
    seen: set[tuple[str, str]] = set()
    for line in lines:
        line = line._replace(question=" ".join(line.question.split()))
        key = line.question, line.passage
        if key not in seen and len(line.question.split()) > 1 and is_passage(line.passage):
            seen.add(key)
            yield line


def choose(lines: Iterable[Line], most: int, chance: Random) -> list[Line]:
    """Return at most that many of *lines*, in their order; twins stay together, and come before others."""
    units: dict[object, list[Line]] = {}
    for number, line in enumerate(lines):
        units.setdefault(line.twin or number, []).append(line)
    listed = list(units)
    chosen: set[object] = set()
    size = 0
    for unit in sorted(chance.sample(listed, len(listed)), key=lambda unit: len(units[unit]) < 2):
        if size + len(units[unit]) <= most:
            chosen.add(unit)
            size += len(units[unit])
    return [line for unit in listed if unit in chosen for line in units[unit]]


def write(path: Path, lines: Collection[Line]) -> None:
    """Write *lines* to a file, as `training.sets.read_lines` reads them."""
    with path.open("w", encoding="utf-8") as file:
        for line in lines:
            item = line._asdict()
            item["start"], item["end"] = item.pop("answer") or (None, None)
            file.write(json.dumps(item, ensure_ascii=False) + "\n")
