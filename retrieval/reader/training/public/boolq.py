"""BoolQ (Clark et al. 2019): questions for yes or no, each with a passage that decides it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from random import Random

from retrieval.reader.training.public.documents import NEAREST, Pool, overlap
from retrieval.reader.training.public.lines import Line
from retrieval.text.analyzer import terms

_ABOUT = 0.6
"""Share of the question's words that a passage of another page has; with all of them it may well decide."""

_SEARCHED = 8
"""Passages among which to look for it."""

_SAME = 0.5
"""Share of its words from which on a passage is about the same as another."""


def convert(files: Mapping[str, bytes], chance: Random) -> Iterator[Line]:  # noqa: ARG001
    """Yield the passage of each question, and the likeliest of another page."""
    items = [json.loads(line) for data in files.values() for line in data.decode().splitlines()]
    passages = [_tidy(item["passage"]) for item in items]
    words = [set(terms(passage, "en")) for passage in passages]
    pool = Pool(passages)
    for number, item in enumerate(items):
        question, title = item["question"], item["title"]
        yield Line(question, passages[number], title, answers=True)
        for other in pool.search(question)[:_SEARCHED]:
            common = len(words[number] & words[other])
            same = common > _SAME * min(len(words[number]), len(words[other]))
            about = _ABOUT <= overlap(question, passages[other]) < 1
            if about and not same and items[other]["title"] != title:
                yield Line(question, passages[other], items[other]["title"], made=NEAREST)
                break


def _tidy(text: str) -> str:
    return " ".join(text.replace("``", '"').replace("''", '"').replace(" -- ", " – ").split())
