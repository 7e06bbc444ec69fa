"""
Questions that continue another: “and the energy grid?”, “why did he call for it?”

What such a question leaves out is taken from the one before, in its words: the new subject replaces a
name or the topic in it, or else both questions are read one after the other.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from retrieval.lang.registry import languages, union
from retrieval.lang.schema import Language
from retrieval.text.language import stop_words

_MOST_WORDS = 9
"""A longer question is complete."""

_END = "?!.… \t\n"
_CAPITAL = "[^\\W\\d_a-zà-öø-ÿа-яёіїєґ]"
_NAME = re.compile(rf"(?<=\s){_CAPITAL}\w*(?:[ -]{_CAPITAL}\w*)*")
"""Capitalized words, except the first of a question."""


class _Patterns(NamedTuple):
    """
    Patterns that serve all languages: see `retrieval.lang.schema.References`.

    Attributes:
        named: A name, with its article.
        continuing: What a question continues with, up to its next word.
    """

    about_also: re.Pattern[str]
    alone: re.Pattern[str]
    asking: re.Pattern[str]
    continuing: re.Pattern[str]
    named: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    about_also = union(lambda language: language.references.about_also)
    also = union(lambda language: language.references.also)
    articles = {article for language in languages() for article in language.definite.split()}
    articles |= {article.capitalize() for article in articles}
    return _Patterns(
        re.compile(about_also, re.IGNORECASE),
        re.compile(union(lambda language: language.references.alone), re.IGNORECASE),
        re.compile(rf"(?:{union(lambda language: language.references.asking)})\b", re.IGNORECASE),
        re.compile(rf"({about_also}|{also})(?:\s+|,\s*)(?=\S)", re.IGNORECASE),
        re.compile(
            rf"\b(?:(?:{'|'.join(sorted(articles))})\s)?{_CAPITAL}\w*(?:[ -]{_CAPITAL}\w*)*"
        ),
    )


def continues(question: str) -> bool:
    """Return whether *question* leaves out something that the question before it says."""
    text = question.strip()
    if len(text.split()) > _MOST_WORDS:
        return False
    if _patterns().alone.fullmatch(text.strip(f"¿{_END}")) or _split(text)[0]:
        return True
    pronouns = _language_of(text).references.pronouns
    pronoun = re.search(rf"\b(?:{pronouns})\b", _first_question(text), re.IGNORECASE)
    # A name before the pronoun is what it refers to.
    return bool(pronoun and not _NAME.search(text, endpos=pronoun.start()))


def stands_alone(question: str) -> bool:
    """Return whether *question* is complete: it continues no other, and is long or names somebody."""
    text = question.strip()
    complete = len(text.split()) > _MOST_WORDS or _NAME.search(text) is not None
    return complete and not continues(question)


def combine(before: str, question: str) -> str:
    """Return *question*, which continues the question *before* it, as one that can be asked alone."""
    continuing, rest = _split(question.strip())
    before = before.strip().rstrip(_END)
    subject = rest.strip(_END)
    combined = None
    if subject and not _patterns().asking.match(subject):
        topic = _patterns().about_also.fullmatch(continuing) is not None
        combined = _replace(before, subject, topic=topic)
    return f"{combined or f'{before}? {rest.strip()}'.rstrip(_END)}?"


def _replace(before: str, subject: str, *, topic: bool) -> str | None:
    """
    Return the question *before* with *subject* in place of a name or of its topic; None if it has neither.

    Args:
        topic: Replace the topic, if there is one, rather than a name.
    """
    questions = _language_of(before).questions
    prepositions = "|".join(filter(None, (questions.about, questions.about_at_end))) or "(?!)"
    own = re.match(rf"(?:{prepositions})\s", subject, re.IGNORECASE)
    topics = [*re.finditer(rf"\b(?:{prepositions})\s", before, re.IGNORECASE)]
    named = _patterns().named
    behind_first = len(before.split(maxsplit=1)[0]) if before else 0
    name = named.search(before, behind_first) if named.match(subject) and not own else None
    if name and not (topic and topics):
        return f"{before[: name.start()]}{subject}{before[name.end() :]}"
    if topics:
        # “and about Kyiv?” has a preposition of its own.
        at = topics[-1].start() if own else topics[-1].end()
        return f"{before[:at]}{subject}"
    return None


def _first_question(text: str) -> str:
    """Return *text* up to its first question mark: what a second question refers to stands in the first."""
    return text.partition("?")[0]


def _split(text: str) -> tuple[str, str]:
    """Return the words that *text* continues another question with, if any, and the rest of it."""
    continuing = _patterns().continuing.match(text)
    return (continuing[1], text[continuing.end() :]) if continuing else ("", text)


def _language_of(text: str) -> Language:
    """
    Return the language, of those whose pronouns are known, that has most words of *text* as stop words:
    a short question has hardly any others. English if no other has more, then the one whose list is
    shorter, as its words say more.
    """
    words = re.findall(r"\w+", text.casefold())

    def rank(language: Language) -> tuple[int, bool, int]:
        stops = stop_words(language.code)
        return sum(map(stops.__contains__, words)), language.code == "en", -len(stops)

    return max((other for other in languages() if other.references.pronouns), key=rank)
