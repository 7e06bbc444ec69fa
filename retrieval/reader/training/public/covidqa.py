"""COVID-QA (Möller, Reina, Jayakumar and Pietsch 2020): questions of biomedical experts on papers, as SQuAD has them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from random import Random

from retrieval.articles import Span
from retrieval.reader.training.public.documents import Asked, Document
from retrieval.reader.training.public.lines import Line
from retrieval.reader.training.public.squad import find_answer

_LICENCE = re.compile(r"^\s*License: *(\S+)", re.M | re.I)
_FREE = {"cc-by", "cc-by-sa", "cc0", "pd"}

_PART = re.compile(r"^(?:Abstract|Text):", re.M)

_LONGEST = 60
"""Words in an answer."""


def convert(files: Mapping[str, bytes], chance: Random) -> Iterator[Line]:  # noqa: ARG001
    """Yield two lines a question: the passage that answers, and the likeliest other that is not beside it."""
    papers = {
        paper["document_id"]: paper
        for data in files.values()
        for article in json.loads(data)["data"]
        for paper in article["paragraphs"]
    }
    for paper in papers.values():
        whole = paper["context"]
        licence = _LICENCE.search(whole)
        if not licence or licence[1].lower() not in _FREE:
            continue
        title = whole.strip().partition("\n")[0]
        body = whole[: licence.end()]
        text = "\n" * len(body) + _PART.sub(lambda part: "\n" * len(part[0]), whole[len(body) :])
        document = Document(title, text)
        for question in paper["qas"]:
            span = find_answer(text, question["answers"])
            if span and len(text[slice(*span)].split()) <= _LONGEST:
                wordings = tuple(answer["text"] for answer in question["answers"])
                asked = Asked(str(question["id"]), question["question"], span, wordings)
                yield from document.answering(asked)
                yield from document.nearest(asked, _not_beside(document, span))


def _not_beside(document: Document, span: Span) -> set[int]:
    """Return the passages but for the one that answers and those beside it, which may go on with the answer."""
    own = document.locate(span)
    numbers = range(len(document.passages))
    return set() if own is None else {n for n in numbers if abs(n - own) > 1}
