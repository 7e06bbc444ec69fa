"""Whose number a sentence gives, and of which time: two numbers conflict only if both are the same."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Sequence

from retrieval.articles import Article
from retrieval.index.passage_sentences import PassageSentence
from retrieval.lang.registry import language, names, speech
from retrieval.query.model import Query, Word
from retrieval.ranking.evidence import Hit
from retrieval.text import dates
from retrieval.text.analyzer import Token

_DOER = 4
"""Terms before a number among which is the name of who lost, killed or built so many."""

_BETWEEN = 1
"""Words that may stand between a name and what is counted: “Russian military losses”."""


def find_owner(hit: Hit, sentence: PassageSentence, nouns: set[str]) -> frozenset[str]:
    """
    Return the terms of the names beside one of the *nouns* for what is counted: “Russian losses”, “losses of
    Russia”; none where no name stands there.
    """
    tokens, cues = sentence.tokens(), speech(hit.article.language)
    for place, token in enumerate(tokens):
        if token.term not in nouns:
            continue
        before = _names_before(hit, tokens[:place], token.start)
        if before:
            return before
        after = tokens[place + 1 : place + 2]
        between = hit.article.text[token.end : after[0].start].split() if after else []
        if between and between[0].lower() in cues.links - cues.places and _is_name(hit, after[0]):
            return frozenset({after[0].term})
    return frozenset()


def find_doer(hit: Hit, sentence: PassageSentence, number: int) -> frozenset[str]:
    """
    Return the terms of the last name within a few words before a number, which starts at *number*: “Russia has
    lost 4,000 soldiers”; none where no name stands there, or it is a place, a day or in another phrase.
    """
    text, calendar, cues = hit.article.text, names().calendar, speech(hit.article.language)
    before = [token for token in sentence.tokens() if token.end <= number][-_DOER:]
    found: set[str] = set()
    at = number
    for token in reversed(before):
        named = _is_name(hit, token) and text[token.start : token.end] not in calendar
        between = text[token.end : at]
        if found and not (named and not between.strip(" ")):
            break
        if named and not found and not _in_one_phrase(between, cues.links | cues.places):
            break
        if named:
            found.add(token.term)
            at = token.start
    return frozenset(found) if found and _word_before(text, at) not in cues.places else frozenset()


def _in_one_phrase(between: str, prepositions: Container[str]) -> bool:
    """Return whether neither punctuation nor one of *prepositions* stands in *between*."""
    words = between.replace("’", "'").removeprefix("'s").split()
    return not any(mark in between for mark in ",;:()–—") and not any(
        word.lower() in prepositions for word in words
    )


def _names_before(hit: Hit, tokens: Sequence[Token], start: int) -> frozenset[str]:
    """Return the terms of the names that stand right before *start*, or one word earlier."""
    names: set[str] = set()
    passed = 0
    for token in reversed(tokens):
        between = hit.article.text[token.end : start].strip(" ’'s\xa0-")
        if between not in ("", "and"):
            break
        if _is_name(hit, token):
            names.add(token.term)
        elif names or passed == _BETWEEN:
            break
        else:
            passed += 1
        start = token.start
    return frozenset(names)


def _is_name(hit: Hit, token: Token) -> bool:
    return hit.article.text[token.start].isupper() and token.term in hit.index.vocabulary.names


def find_owners_asked(query: Query, counted: Word) -> list[Word]:
    """
    Return the names of *query* that are to own or to do what is *counted*.

    They stand behind an auxiliary or "of", or before what is counted: "has Russia lost", "losses of Russia",
    "Russian losses". A place ("killed in Altena") is none.
    """
    known = language(query.language)
    behind = known.forwarding.polar | (speech(query.language).links - speech(query.language).places)
    names = [word for word in query.words if word.name]
    return [
        word
        for word in names
        if _word_before(query.text, query.text.find(word.text)) in behind
        or re.search(rf"{re.escape(word.text)}(?:['’]s?)?\s+{re.escape(counted.text)}", query.text)
    ]


def stands_only_as_place(article: Article, sentence: PassageSentence, terms: Iterable[str]) -> bool:
    """Return whether *terms* stand in *sentence*, and each time behind a preposition of a place."""
    places, wanted = speech(article.language).places, frozenset(terms)
    found = [token for token in sentence.tokens() if token.term in wanted]
    return bool(found) and all(
        _word_before(article.text, token.start) in places
        and not _POSSESSIVE.search(article.text, token.end - 2, token.end + 1)
        for token in found
    )


_POSSESSIVE = re.compile("['’]")
_WORD_BEFORE = re.compile(r"(\w+)\s+(?:the\s+)?(?:[A-Z]\w*\s+)*$")


def _word_before(text: str, at: int) -> str:
    """Return the word before *at*, or before the name that continues there, in small letters."""
    match = _WORD_BEFORE.search(text, max(0, at - 60), max(0, at))
    return match[1].lower() if match else ""


def find_time(article: Article, sentence: PassageSentence) -> str | None:
    """
    Return the month or day that *sentence* names, else the date of its article, as partial ISO 8601.

    A year alone is often that of something else: "since the war began in 2022".
    """
    for date in dates.dates(article.text, *sentence.span, article.language):
        if date.year and date.month:
            parts = (date.month, date.day)
            return "-".join([str(date.year), *(f"{part:02}" for part in parts if part)])
    return article.published


def are_apart(time: str | None, other: str | None) -> bool:
    """Return whether two times are known, and one is no part of the other."""
    if not time or not other:
        return False
    return not time.startswith(other) and not other.startswith(time)
