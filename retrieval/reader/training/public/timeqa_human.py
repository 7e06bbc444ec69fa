"""Time-Sensitive-QA (Chen, Wang and Wang 2021): who or what was it at which time; only questions that people wrote."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator, Mapping
from random import Random
from typing import Any

from retrieval.articles import Span
from retrieval.reader.training.public.detokenization import detokenize
from retrieval.reader.training.public.documents import Asked, Document
from retrieval.reader.training.public.lines import Line

OTHER_TIME = "same question answered for another time"


def convert(files: Mapping[str, bytes], chance: Random) -> Iterator[Line]:  # noqa: ARG001
    """
    Yield two lines a question: the passage that answers, and one that answers the same for another time.

    Where there is no such passage, it is the likeliest other; a question that the set says has no answer gets only that.
    """
    pages: dict[str, list[dict[str, Any]]] = {}
    for data in files.values():
        for line in gzip.decompress(data).decode().splitlines():
            item = json.loads(line)
            pages.setdefault(item["idx"].rpartition("#")[0], []).append(item)
    for page, items in pages.items():
        title = page.partition("#")[0].removeprefix("/wiki/").replace("_", " ")
        yield from _make_lines(title, items)


def _make_lines(title: str, items: list[dict[str, Any]]) -> Iterator[Line]:
    """Yield the lines of the same question for several times."""
    context = items[0]["context"]
    places = [
        (number, Span(start, end))
        for number, item in enumerate(items)
        for start, end, words in zip(item["from"], item["end"], item["targets"], strict=False)
        if words and context[start:end] == words
    ]
    text, moved = detokenize(context, [span for _, span in places])
    document = Document(title, text)
    spans: list[list[Span]] = [[] for _ in items]
    for (number, _), place in zip(places, moved, strict=True):
        spans[number].append(place)
    holders = [{n for s in own if (n := document.locate(s)) is not None} for own in spans]
    for number, item in enumerate(items):
        wordings = tuple(filter(None, item["targets"]))
        if wordings and not spans[number]:
            continue
        span = spans[number][0] if wordings else None
        asked = Asked(item["idx"], item["question"], span, wordings)
        yield from document.answering(asked)
        others = set[int]().union(*holders) - holders[number]
        for line in document.nearest(asked, others, 0):
            yield line._replace(made=OTHER_TIME if wordings else None)
            break
        else:
            for line in document.nearest(asked):
                yield line if wordings else line._replace(made=None)
