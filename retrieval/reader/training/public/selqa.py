"""SelQA (Jurczyk, Zhai and Choi 2016): which sentence of a section answers."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from random import Random

from retrieval.articles import Span
from retrieval.reader.training.public.documents import Asked, Document
from retrieval.reader.training.public.lines import Line


def convert(files: Mapping[str, bytes], chance: Random) -> Iterator[Line]:  # noqa: ARG001
    """Yield the passage around the only sentence that answers, which is the span, and the same without it."""
    items = [item for data in files.values() for item in json.loads(data)]
    for number, item in enumerate(items):
        sentences = [" ".join(sentence.split()) for sentence in item["candidates"]]
        if len(item["answers"]) == 1:
            [place] = item["answers"]
            start = sum(len(sentence) + 1 for sentence in sentences[:place])
            span = Span(start, start + len(sentences[place]))
            document = Document(item["article"], " ".join(sentences))
            yield from document.twins(Asked(str(number), item["question"], span, ()))
