"""
SQuAD 2.0 (Rajpurkar, Jia and Liang 2018), and what has its format, such as SQuADShifts (Miller, Krauth, Recht and Schmidt 2020).

It has articles in paragraphs, and questions on each paragraph with the places of their answers.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from random import Random
from typing import Any

from retrieval.articles import Span
from retrieval.reader.training.examples import words_of
from retrieval.reader.training.public.documents import Asked, Document
from retrieval.reader.training.public.lines import Line
from retrieval.text.sentences import trim

_ANSWERING, _WITH_TWIN, _NEAREST = 0.6, 0.3, 0.15
"""
Shares of the answerable questions: that get the passage that answers, that get the same without the sentence as
well, and that get the nearest other passage.
"""

_YES_NO = re.compile(
    r"(?:is|are|was|were|do|does|did|can|could|has|have|had|will|would|should|may|might)\b", re.I
)

_ARTICLES = {"the", "a", "an"}


def convert(files: Mapping[str, bytes], chance: Random, agreed: int = 1) -> Iterator[Line]:
    """
    Yield the lines of some questions, by chance; of all that the set says have no answer.

    Args:
        agreed: How many of those who answered a question must give the same answer.
    """
    articles = (article for data in files.values() for article in json.loads(data)["data"])
    for article in articles:
        texts = [paragraph["context"] for paragraph in article["paragraphs"]]
        document = Document(article["title"].replace("_", " "), "\n\n".join(texts))
        start = 0
        for text, paragraph in zip(texts, article["paragraphs"], strict=True):
            for question in paragraph["qas"]:
                yield from _make_lines(document, question, start, agreed, chance)
            start += len(text) + 2


def _make_lines(
    document: Document, question: Mapping[str, Any], start: int, agreed: int, chance: Random
) -> Iterator[Line]:
    impossible = question.get("is_impossible", False)
    given = question.get("plausible_answers" if impossible else "answers") or []
    span = find_answer(document.text, given, start, agreed)
    if not span or _YES_NO.match(question["question"].strip()):
        return
    wordings = tuple(answer["text"] for answer in given)
    asked = Asked(question["id"], question["question"], span, wordings)
    if impossible:
        if (number := document.locate(span)) is not None:
            yield document.line(asked, number)
        return
    draw = chance.random()
    if draw < _WITH_TWIN:
        yield from document.twins(asked)
    elif draw < _ANSWERING:
        yield from document.answering(asked)
    elif draw > 1 - _NEAREST:
        yield from document.nearest(asked)


def find_answer(
    text: str, answers: Sequence[Mapping[str, Any]], start: int = 0, agreed: int = 1
) -> Span | None:
    """
    Return where in *text* the answer is that most agree on, articles aside; None if fewer than *agreed* do.

    Args:
        start: Where in *text* the paragraph begins from which the places of *answers* count.
    """
    same: dict[tuple[str, ...], list[Span]] = {}
    for answer in answers:
        place = start + answer["answer_start"]
        words = answer["text"].rstrip(" \n.,;")
        if words.strip() and text.startswith(words, place):
            key = tuple(word for word in words_of(words) if word not in _ARTICLES)
            same.setdefault(key, []).append(trim(text, place, place + len(words)))
    most = max(same.values(), key=len, default=[])
    return most[0] if most and len(most) >= agreed else None
