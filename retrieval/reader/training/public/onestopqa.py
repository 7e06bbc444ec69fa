"""OneStopQA (Berzak, Malmaud and Levy 2020): questions on news in three levels of English."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from io import BytesIO
from random import Random
from typing import Any
from zipfile import ZipFile

from retrieval.articles import Span
from retrieval.reader.training.public.documents import Asked, Document
from retrieval.reader.training.public.lines import Line

_LEVELS = ("Adv", "Int", "Ele")
_NEAREST = 0.5
"""Share of the questions that get the nearest other passage, too."""


def convert(files: Mapping[str, bytes], chance: Random) -> Iterator[Line]:
    """Yield the passage with the sentences that answer, the same without them, and some nearest others."""
    for data in files.values():
        content = json.loads(ZipFile(BytesIO(data)).read("onestop_qa.json"))
        for article in content["data"]:
            for level in _LEVELS:
                yield from _make_lines(article, level, chance)


def _make_lines(article: Mapping[str, Any], level: str, chance: Random) -> Iterator[Line]:
    texts = [paragraph[level]["context"] for paragraph in article["paragraphs"]]
    document = Document(article["title"], "\n\n".join(texts))
    start = 0
    for text, paragraph in zip(texts, article["paragraphs"], strict=True):
        for question, tokens in zip(paragraph["qas"], paragraph[level]["a_spans"], strict=True):
            within = _locate(text, tokens)
            asked = Asked(
                f"{article['title']}:{level}:{start}:{question['question']}",
                question["question"],
                Span(start + within.start, start + within.end),
                (question["answers"][0],),
            )
            yield from document.twins(asked)
            if chance.random() < _NEAREST:
                yield from document.nearest(asked)
        start += len(text) + 2


def _locate(text: str, tokens: Sequence[Any]) -> Span:
    """Return where the first to the last of these tokens stand; some questions have several runs of them."""
    runs = tokens if isinstance(tokens[0], list) else [tokens]
    first, last = min(run[0] for run in runs), max(run[-1] for run in runs)
    places = [match.span() for match in re.finditer(r"\S+", text)]
    return Span(places[first][0], places[min(last, len(places) - 1)][1])
