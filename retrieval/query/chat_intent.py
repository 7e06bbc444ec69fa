"""Recognizes messages that are meant for the program and not for the articles: “help”, “who wrote this?”, “2+2”."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from retrieval.index.vocabulary import Vocabulary
from retrieval.lang.registry import languages, union
from retrieval.lang.schema import ChatIntent
from retrieval.text.analyzer import shouts, terms
from retrieval.text.keyword_patterns import KeywordPatterns

_LONGEST = 150
"""Characters of such a message, at most."""

_LINK = re.compile(
    r"<?(?:https?://|www\.)\S+|<?(?:[a-z0-9-]+\.)+[a-z]{2,24}/\S*", re.IGNORECASE | re.ASCII
)
_NUMBER = r"[-+(\s]*\d+(?:[.,]\d+)*\s*[)%]*"
# A minus and a slash stand between spaces here: 9/11, 7-1 and 2023-24 are no sums.
_SUM = re.compile(rf"{_NUMBER}(?:(?:\s*(?:[+*×÷^]|\*\*)\s*|\s+[-−/]\s+){_NUMBER})+[\s=?]*")
_MARKS = re.compile(r"[\"“”„«»]")


class ChatRequest(NamedTuple):
    """
    What a message asks of the program.

    Attributes:
        topic: What it is about, in the words of the message; "" for all articles, or for none.
    """

    intent: ChatIntent
    topic: str = ""


def find_chat_request(message: str, vocabulary: Vocabulary) -> ChatRequest | None:
    """
    Return what *message* asks of the program; None if it may ask the articles anything.

    The whole message has to be such a request. One with words in quotation marks, with a word in capitals
    that the articles have as a name ("WHO said that?"), or written like a title ("What Time Is It"), is a question.
    """
    text = message.strip()
    if not text or len(text) > _LONGEST:
        return None
    if _LINK.fullmatch(text):
        return ChatRequest("link")
    if _SUM.fullmatch(text):
        return ChatRequest("arithmetic")
    found = list(_find(text))
    if not found or _names_something(text, vocabulary):
        return None
    for intent, match in found:
        if not _courtesies().fullmatch(text, 0, match.start()):
            continue
        if _MARKS.search(text) and intent not in ("translation", "writing"):
            continue
        groups = match.groupdict()
        if _has_name(groups.get("any") or "", vocabulary):
            continue
        if intent in ("greeting", "thanks") or not _is_title(text):
            return ChatRequest(intent, (groups.get("topic") or "").strip())
    return None


def _names_something(text: str, vocabulary: Vocabulary) -> bool:
    """
    Return whether *text* has a stop word in capitals that is a name in the articles (WHO, IT, US), or is
    itself a name there: Nice.
    """
    if shouts(text):
        return False
    found = terms(text)
    if any(term.isupper() and term in vocabulary for term in found):
        return True
    alone = len(found) == 1 and " " not in text and text[0].isupper()
    return (
        alone and found[0] in vocabulary.names and text.strip("?!. ").casefold() not in civilities()
    )


def _has_name(words: str, vocabulary: Vocabulary) -> bool:
    """Return whether one of *words* is a name in the articles."""
    return any(term in vocabulary.names for term in terms(words))


def _is_title(text: str) -> bool:
    """Return whether *text* is several words, each with a capital, as titles of works have them."""
    words = text.split()
    return len(words) > 2 and all(word[0].isupper() for word in words) and not shouts(text)


@cache
def civilities() -> frozenset[str]:
    """Return what people say to a bot besides questions, in any language."""
    return frozenset().union(*(language.questions.civilities for language in languages()))


@cache
def _courtesy() -> str:
    return union(lambda language: language.questions.courtesies)


@cache
def _courtesies() -> re.Pattern[str]:
    """Return a pattern of what may stand before a request."""
    return re.compile(rf"(?:\W*\b(?:{_courtesy()})\b)*\W*", re.IGNORECASE)


def _find(text: str) -> Iterator[tuple[ChatIntent, re.Match[str]]]:
    """Yield the patterns that match in *text*, looking only for those whose words it has."""
    patterns = _patterns()
    if _words(text) <= patterns.words:
        yield from patterns.closed.find(text)
    yield from patterns.open.find(text)


class _Patterns(NamedTuple):
    """
    The patterns of all languages: people greet in any of them, whatever the articles are in.

    Most questions have a word that no pattern has, which is faster to see than that no pattern matches.

    Attributes:
        closed: Those of certain words only.
        open: Those with room for any word: "translate … into German".
        words: The words of `closed`, and those around them.
    """

    closed: KeywordPatterns[ChatIntent]
    open: KeywordPatterns[ChatIntent]
    words: frozenset[str]


@cache
def _patterns() -> _Patterns:
    rows = [row for language in languages() for row in language.questions.chats]
    end = rf"(?:\W+(?:{_courtesy()})\b)*\W*$"
    closed = [row for row in rows if not _ANY_WORD.search(row[2])]
    words = _words_of(f"{_courtesy()} {' '.join(f'{first} {rest}' for _, first, rest in closed)}")
    return _Patterns(
        KeywordPatterns(closed, end),
        KeywordPatterns([row for row in rows if _ANY_WORD.search(row[2])], end),
        frozenset(words),
    )


_ANY_WORD = re.compile(r"\.[{*+]|\\w")
_ESCAPE = re.compile(r"\\[a-zA-Z]|\(\?P<\w+>|\(\?[:=!]")
_LETTERS = re.compile(r"[^\W\d_]+")
_ENDINGS = re.compile(r"([^\W\d_]+)(?:\[([^\W\d_]+)\]|\?)")


def _words(text: str) -> frozenset[str]:
    return frozenset(_LETTERS.findall(text.casefold()))


def _words_of(pattern: str) -> Iterator[str]:
    """Yield the words that *pattern* has: one that ends with an optional letter with and without it."""
    plain = _ESCAPE.sub(" ", pattern).casefold()
    yield from _LETTERS.findall(plain)
    for match in _ENDINGS.finditer(plain):
        word, letters = match.groups()
        yield from (word + letter for letter in letters) if letters else (word[:-1],)
