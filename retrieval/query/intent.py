"""What a question asks for: the kind of thing, whose words, the latest articles."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache
from typing import NamedTuple

from retrieval.articles import Span
from retrieval.lang.registry import language as language_of
from retrieval.lang.registry import possible, union
from retrieval.lang.schema import Intent, Keyword, Questions
from retrieval.text.analyzer import shouts, tokens
from retrieval.text.keyword_patterns import KeywordPatterns

__all__ = [
    "Intent",
    "QuestionPatterns",
    "find_intent",
    "find_spans",
    "find_topic",
    "question_patterns",
]


class QuestionPatterns(NamedTuple):
    """
    The patterns that a question is read by: see `retrieval.lang.schema.Questions`.

    Attributes:
        sources: As `according`, with the name of the source as the first group.
    """

    intents: KeywordPatterns[Intent]
    quoting: KeywordPatterns[None]
    according: KeywordPatterns[None]
    sources: KeywordPatterns[None]
    recent: KeywordPatterns[None]
    counts: KeywordPatterns[None]


@cache
def question_patterns(language: str | None) -> QuestionPatterns:
    """Return the patterns for a question in *language*, including those of languages it may be mixed up with."""
    read = [other.questions for other in possible(language)]

    def of(
        field: Callable[[Questions], tuple[Keyword, ...]], end: str = ""
    ) -> KeywordPatterns[None]:
        return KeywordPatterns(
            (None, first, rest + end) for questions in read for first, rest in field(questions)
        )

    return QuestionPatterns(
        KeywordPatterns(row for questions in read for row in questions.intents),
        of(lambda questions: questions.quoting),
        of(lambda questions: questions.according),
        of(lambda questions: questions.according, r"\s+([^\s,;:?!]+(?:\s+[^\s,;:?!]+){0,5})"),
        of(lambda questions: questions.recent),
        of(lambda questions: questions.counts),
    )


def find_spans(patterns: KeywordPatterns[None], question: str, group: int = 0) -> list[Span]:
    """Return where *patterns*, or one *group* of them, match in *question*."""
    return [Span(*match.span(group)) for _, match in patterns.find(question)]


def find_intent(question: str, language: str | None) -> tuple[Intent | None, list[Span]]:
    """Return what *question* asks for, and where it names those whose words it asks for."""
    patterns, article = question_patterns(language), _article()
    speakers = find_spans(patterns.sources, question, 1)
    for speaker in find_spans(patterns.quoting, question, 1)[:1]:
        name = question[speaker.start : speaker.end]
        before = name.rpartition(" ")[0] + " "
        if any(tokens(name, language)) or article.match(before):
            return "said", [speaker, *speakers]
    for intent, match in patterns.intents.find(question):
        is_noun = article.search(question[: match.start()])
        is_name = match[0].isupper() and not shouts(question)
        if not is_noun and not is_name:
            return intent, speakers
    return ("said" if speakers else None), speakers


@cache
def _article() -> re.Pattern[str]:
    """Return a pattern for an article at the end of a text, which makes the next word a noun: "the when"."""
    english = language_of("en")
    articles = "|".join(f"{english.definite} {english.indefinite}".split())
    return re.compile(rf"(?:^|\W)(?:{articles})\s+$", re.IGNORECASE)


def find_topic(question: str, speakers: Sequence[Span]) -> Span | None:
    """Return the topic on which *question* asks for the words of *speakers*; None if it names no topic."""
    about = _about().search(question, max(span.end for span in speakers)) if speakers else None
    return Span(about.end(), len(question)) if about else None


@cache
def _about() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{union(lambda language: language.questions.about)})\s", re.IGNORECASE)
