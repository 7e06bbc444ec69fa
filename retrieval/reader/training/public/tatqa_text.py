"""TAT-QA (Zhu et al. 2021): questions on annual reports, of which only those that words of a paragraph answer."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from random import Random
from typing import Any

from retrieval.articles import Span
from retrieval.reader.training.public.documents import Asked, Document
from retrieval.reader.training.public.lines import Line

_LONGEST = 60
"""Words in an answer."""


def convert(files: Mapping[str, bytes], chance: Random) -> Iterator[Line]:  # noqa: ARG001
    """Yield two lines a question: the passage that answers, and the likeliest other of the report."""
    for data in files.values():
        for report in json.loads(data):
            paragraphs = {
                str(p["order"]): " ".join(p["text"].split())
                for p in sorted(report["paragraphs"], key=lambda p: int(p["order"]))
            }
            document = Document("", "\n\n".join(paragraphs.values()))
            for question in report["questions"]:
                if question["answer_type"] == "span" and question["answer_from"] == "text":
                    asked = _read_question(question, paragraphs, document.text)
                    if asked:
                        yield from document.answering(asked)
                        yield from document.nearest(asked)


def _read_question(
    question: Mapping[str, Any], paragraphs: Mapping[str, str], text: str
) -> Asked | None:
    """Return the question with the answer's place; None if it does not stand once in one of its paragraphs."""
    given = question["answer"]
    answer = " ".join(str(given[0] if isinstance(given, list) else given).split()).rstrip(".;,")
    for order in map(str, question["rel_paragraphs"]):
        paragraph = paragraphs.get(order, "")
        if paragraph.count(answer) == 1 and len(answer.split()) <= _LONGEST:
            start = text.index(paragraph) + paragraph.index(answer)
            span = Span(start, start + len(answer))
            return Asked(question["uid"], question["question"], span, ())
    return None
