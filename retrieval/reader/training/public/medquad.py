"""MedQuAD (Ben Abacha and Demner-Fushman 2019): health pages of US agencies, in sections that each answer a question."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Mapping
from random import Random
from typing import NamedTuple

from retrieval.reader.training.public.documents import cut
from retrieval.reader.training.public.lines import Line

OTHER_ATTRIBUTE = "section on another attribute"

_NEAR = (
    "causes, frequency, genetic changes, inheritance, susceptibility",
    "considerations, exams and tests, outlook, prevention, research, support groups, treatment",
    "complications, considerations, exams and tests, information, outlook, stages, symptoms",
)
"""Attributes whose answers run into one another."""

_GENERAL = {"information", "considerations"}
"""Attributes that are asked for most."""

_ANSWERING, _ANSWERING_GENERAL, _OTHER = 0.2, 0.06, 0.6
"""Shares of the questions: that get the section that answers, and that get another of the page."""

_HEADING = re.compile(r"(?:(?:Summary|Key Points?) *:? *)?(?:[^.?!]{3,120}\?\s*)?")
"""What a section begins with: a label, and the question again."""


class _Section(NamedTuple):
    """A question about an attribute, and the passage with which its section begins."""

    attribute: str
    question: str
    passage: str


def convert(files: Mapping[str, bytes], chance: Random) -> Iterator[Line]:
    """Yield for some questions the section that answers, for some another section of the same page."""
    for path, data in files.items():
        if not path.endswith(".xml"):
            continue
        page = ET.fromstring(data)  # noqa: S314 - a file of a known commit
        title = (page.findtext("Focus") or "").strip()
        sections = list(_read_sections(page))
        for section in sections:
            general = section.attribute in _GENERAL
            if chance.random() < (_ANSWERING_GENERAL if general else _ANSWERING):
                yield Line(section.question, section.passage, title, answers=True)
            others = [other.passage for other in sections if _differ(section, other)]
            if others and chance.random() < _OTHER:
                passage = chance.choice(others)
                yield Line(section.question, passage, title, made=OTHER_ATTRIBUTE)


def _read_sections(page: ET.Element) -> Iterator[_Section]:
    for pair in page.iter("QAPair"):
        question, answer = pair.find("Question"), pair.findtext("Answer") or ""
        text = " ".join(answer.split())
        text = text[_HEADING.match(text).end() :]  # type: ignore[union-attr]  # it matches nothing, too
        passages = cut(text)
        # These resources: a list of links.
        if question is not None and passages and not text.startswith("These resources address"):
            words = " ".join((question.text or "").split())
            yield _Section(
                question.get("qtype", ""),
                re.sub(r"[\s?]*\?[\s?]*$", "?", words),
                text[slice(*passages[0])],
            )


def _differ(section: _Section, other: _Section) -> bool:
    """Return whether what answers for the attribute of *other* does not answer for that of *section*."""
    both = {section.attribute, other.attribute}
    return (
        len(both) == 2
        and "information" not in both
        and not any(both.issubset(near.split(", ")) for near in _NEAR)
    )
