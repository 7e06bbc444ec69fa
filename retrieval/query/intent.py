"""What a question asks for: the kind of thing, whose words, the latest articles."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from typing import Literal, NamedTuple

from retrieval.articles import Span
from retrieval.lang.registry import language as language_of
from retrieval.lang.registry import possible, union
from retrieval.lang.schema import Intent, Keyword, Questions
from retrieval.text.analyzer import is_stop_word, shouts, tokens
from retrieval.text.keyword_patterns import KeywordPatterns

__all__ = [
    "Intent",
    "QuestionPatterns",
    "find_asked_outright",
    "find_asking_words",
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
    comparing: KeywordPatterns[None]
    quoting: KeywordPatterns[None]
    according: KeywordPatterns[None]
    sources: KeywordPatterns[None]
    recent: KeywordPatterns[None]
    counts: KeywordPatterns[None]
    asking: KeywordPatterns[None]
    around: KeywordPatterns[None]


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
        of(lambda questions: questions.comparing),
        of(lambda questions: questions.quoting),
        of(lambda questions: questions.according),
        of(lambda questions: questions.according, r"\s+([^\s,;:?!]+(?:\s+[^\s,;:?!]+){0,5})"),
        of(lambda questions: questions.recent),
        of(lambda questions: questions.counts),
        of(lambda questions: questions.asking),
        of(lambda questions: questions.around),
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
    kind = _find_kind(question, language)
    return kind or ("said" if speakers else None), speakers


def _find_kind(question: str, language: str | None) -> Intent | None:
    """Return what *question* asks for besides somebody's words."""
    patterns, polar = question_patterns(language), _polar(language)
    asks = next(_find_asking(question, language), None)
    is_polar = polar.match(question) and not (asks and _asks_first(question, asks[1], language))
    if is_polar:
        kind: Intent | None = "yes-no"
    elif asks is None:
        kind = _find_head(question, language, ("heads",))
    elif asks[0] == "what":
        kind = _find_head(question[asks[1].start() :], language, ("heads", "which")) or "what"
    else:
        kind = asks[0]
    if kind not in ("who", "when", "where", "why") and any(patterns.comparing.find(question)):
        return "compare"
    return kind


def find_asked_outright(question: str, language: str | None) -> Intent | None:
    """Return what the words of *question* that ask are for, without what a noun behind them tells: "how many"."""
    asks = next(_find_asking(question, language), None)
    return asks[0] if asks else None


def _asks_first(question: str, asks: re.Match[str], language: str | None) -> bool:
    """Return whether a question word asks more than the verb before it, or is that verb in another language."""
    before = question[: asks.start()]
    return not before.strip() or _indirect(language).search(before) is not None


def _find_asking(question: str, language: str | None) -> Iterator[tuple[Intent, re.Match[str]]]:
    """Yield what the words of *question* that ask are for, without those that are a noun or a name there."""
    for intent, match in question_patterns(language).intents.find(question):
        is_noun = _article().search(question[: match.start()])
        is_name = match[0].isupper() and not shouts(question)
        if not is_noun and not is_name:
            yield intent, match


_Table = Literal["heads", "which"]


def _find_head(question: str, language: str | None, tables: Sequence[_Table]) -> Intent | None:
    """
    Return what the first noun phrase of *question* asks for by its last word that stands in one of *tables*.

    The phrase ends before a stop word or punctuation: "daily cost to the city".
    """
    kinds = _kinds(language, tuple(tables))
    before = (pattern.match(question) for pattern in _before_heads(language))
    phrase = question[max((match.end() for match in before if match), default=0) :]
    kind: Intent | None = None
    for match in _WORD_OR_MARK.finditer(phrase):
        word = match[0].casefold()
        if not word[0].isalnum() or is_stop_word(word, language):
            break
        kind = kinds.get(word, kind)
    return kind


_WORD_OR_MARK = re.compile(r"\w+(?:['’]\w+)?|[^\w\s'’]")


@cache
def _kinds(language: str | None, tables: tuple[_Table, ...]) -> Mapping[str, Intent]:
    return {
        word: intent
        for table in tables
        for other in (*possible(language), language_of(language))  # its own words count
        for intent, nouns in getattr(other.questions, table)
        for word in nouns
    }


@cache
def _before_heads(language: str | None) -> tuple[re.Pattern[str], ...]:
    known = filter(None, (other.questions.before_heads for other in possible(language)))
    return tuple(re.compile(rf"\W*(?:{before})", re.IGNORECASE) for before in known)


@cache
def _polar(language: str | None) -> re.Pattern[str]:
    """Return a pattern for the beginning of a question for a yes or a no."""
    begins = union(lambda other: other.questions.polar, possible(language))
    return re.compile(rf"\W*(?:{begins})\s+(?!not\b)\w", re.IGNORECASE)


@cache
def _indirect(language: str | None) -> re.Pattern[str]:
    before = union(lambda other: other.questions.indirect, possible(language)) or "(?!)"
    return re.compile(rf"\b(?:{before})$", re.IGNORECASE)


@cache
def _article() -> re.Pattern[str]:
    """Return a pattern for an article at the end of a text, which makes the next word a noun: "the when"."""
    english = language_of("en")
    articles = "|".join(f"{english.definite} {english.indefinite}".split())
    return re.compile(rf"(?:^|\W)(?:{articles})\s+$", re.IGNORECASE)


def find_asking_words(question: str, language: str | None) -> list[Span]:
    """Return where words of *question* only ask, and say nothing of what it is about: "how old", "latest"."""
    patterns = question_patterns(language)
    return [*find_spans(patterns.recent, question), *find_spans(patterns.asking, question)]


def find_topic(question: str, speakers: Sequence[Span]) -> Span | None:
    """Return the topic on which *question* asks for the words of *speakers*; None if it names no topic."""
    about = _about().search(question, max(span.end for span in speakers)) if speakers else None
    return Span(about.end(), len(question)) if about else None


@cache
def _about() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{union(lambda language: language.questions.about)})\s", re.IGNORECASE)
