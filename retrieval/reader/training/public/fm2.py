"""Fool Me Twice (Eisenschlos et al. 2021): claims of a game, with sentences of Wikipedia that decide them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from random import Random
from typing import Any

from retrieval.reader.training.examples import words_of
from retrieval.reader.training.public.lines import Line, is_passage

EVIDENCE_REMOVED = "evidence removed"

_ENOUGH, _MOST = 75, 150
"""Words at which a passage gets no further sentence, and that it may have with its last."""

_SHORTEST = 6
"""Words in a sentence beside the evidence."""


def convert(files: Mapping[str, bytes], chance: Random) -> Iterator[Line]:
    """Yield, as twins, the evidence among other sentences of its page, and only the others."""
    for data in files.values():
        for line in data.decode().splitlines():
            item = json.loads(line)
            if item["label"] in ("SUPPORTS", "REFUTES"):
                yield from _make_twins(item, chance)


def _make_twins(item: Mapping[str, Any], chance: Random) -> Iterator[Line]:
    evidence = [_tidy(piece["text"]) for piece in item["gold_evidence"]]
    known = [" ".join(words_of(sentence)) for sentence in evidence]
    others = []
    for sentence in dict.fromkeys(_tidy(piece["text"]) for piece in item["retrieved_evidence"]):
        words = " ".join(words_of(sentence))
        if len(words.split()) >= _SHORTEST and not any(words in k or k in words for k in known):
            others.append(sentence)
    beside = _fill(others, sum(len(sentence.split()) for sentence in evidence))
    place = chance.randrange(len(beside) + 1)
    beside[place:place] = evidence
    claim, title, twin = item["text"], item["wikipedia_page"], item["id"]
    yield Line(claim, " ".join(beside), title, answers=True, twin=twin)
    rest = " ".join(_fill(others, 0))
    if is_passage(rest):
        yield Line(claim, rest, title, twin=twin, made=EVIDENCE_REMOVED)


def _fill(sentences: Sequence[str], words: int) -> list[str]:
    """Return the first *sentences* with which a passage that has so many *words* is long enough."""
    taken: list[str] = []
    for sentence in sentences:
        if words >= _ENOUGH:
            break
        if words + len(sentence.split()) <= _MOST:
            taken.append(sentence)
            words += len(sentence.split())
    return taken


def _tidy(sentence: str) -> str:
    return " ".join(sentence.split()).lstrip(",;. ")
