"""Near misses made by rule: the passage without the sentence that answers, or with two of its names exchanged."""

from __future__ import annotations

import re
from random import Random

from retrieval.reader.training.examples import Example, Group
from retrieval.text.sentences import sentences

_NAME = re.compile(r"(?<=[a-z,;] )[A-Z]\w+(?: (?:of |the |de |von )?[A-Z]\w+)*")
"""A name inside a sentence: capitalized words after a word in small letters."""

_NUMBER = re.compile(r"\b\d[\d.,]*\d\b|\b\d\b")


def without_answer(example: Example) -> Example | None:
    """Return *example* without the sentence that answers; None if nothing would be left of it."""
    if not example.answer:
        return None
    spans = list(sentences(example.passage, 0, len(example.passage), "en"))
    kept = [s for s in spans if s.end <= example.answer.start or s.start >= example.answer.end]
    if len(kept) == len(spans) or len(kept) < 2:
        return None
    passage = " ".join(example.passage[s.start : s.end] for s in kept)
    return Example(example.context, passage, answers=False)


def exchanged(question: str, example: Example, chance: Random) -> Example | None:
    """
    Return *example* with a name (or number) of the question and another of the passage in each other's places.

    The words are the same, so only who is where tells that it no longer answers. None if the question names
    nothing of the passage, or nothing can be exchanged with it outside the answer.
    """
    if not example.answer:
        return None
    answer = example.passage[slice(*example.answer)]
    for pattern in (_NAME, _NUMBER):
        names = sorted(set(pattern.findall(example.passage)))
        asked = [n for n in names if re.search(rf"\b{re.escape(n)}\b", question)]
        others = [n for n in names if n not in question and n not in answer and answer not in n]
        if asked and others:
            a, b = chance.choice(asked), chance.choice(others)
            if a in b or b in a or a in answer:
                continue
            return example._replace(
                passage=_swap(example.passage, a, b), answers=False, answer=None
            )
    return None


def _swap(text: str, a: str, b: str) -> str:
    either = re.compile(rf"\b(?:({re.escape(a)})|{re.escape(b)})\b")
    return either.sub(lambda match: b if match[1] else a, text)


def with_near_miss(group: Group, chance: Random) -> Group:
    """Return *group* with one near miss of its first passage added, if one can be made."""
    first = group.examples[0]
    made = (
        exchanged(group.question, first, chance) if chance.random() < 0.5 else None
    ) or without_answer(first)
    return group._replace(examples=(*group.examples, made)) if made else group
