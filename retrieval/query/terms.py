"""The words of a question: those that say what is asked, which of them are names, what each is worth."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from retrieval.articles import Span
from retrieval.index.vocabulary import Vocabulary
from retrieval.lang.registry import language as language_of
from retrieval.query.model import Word
from retrieval.query.unspaced import asks
from retrieval.text.analyzer import Token, is_stop_word, shouts, terms, tokens
from retrieval.text.language import shaping_words

_WORDS = re.compile(r"[^\W\d_]+")

_WEAK_WEIGHT = 0.2
_MISCAST_TRUST = 0.3
_SHOWN = 40  # characters of the reader's own words that a note repeats


def read_words(
    question: str, vocabulary: Vocabulary, language: str | None
) -> Iterator[tuple[int, Word]]:
    """Yield where each word that says what is asked stands, and the word; repeats included."""
    analyzed = list(tokens(question, language))
    even = question.islower() or shouts(question)  # its capitals mark nothing
    capitalises = not even and any(
        match[0][0].isupper() and not _opens(question, match.start())
        for match in _WORDS.finditer(question)
    )
    shaping = shaping_words(language)
    before: Token | None = None
    any_word = False
    for token in analyzed:
        text = question[token.start : token.end]
        if asks(question, token) or _only_joins(text, token, vocabulary, language):
            continue
        capital = text[0].isupper() and not _opens(question, token.start)
        capital = capital and not _is_noun(question, token, language)
        name = token.term.isupper() or (not even and (capital or _acronym(text)))
        name = name or (even and token.term in vocabulary.names)
        weak = text.casefold() in shaping or _is_currency(token, before)
        weight = _WEAK_WEIGHT if weak else 1.0
        trust = 1.0
        if capitalises and text.islower() and token.term in vocabulary.names:
            trust = _MISCAST_TRUST
        yield token.start, Word(text, token.term, name, weight, trust, start=token.start)
        before, any_word = token, True
    if even:
        for start, acronym in _disguised(question, language):
            if acronym in vocabulary:
                yield start, Word(acronym, acronym, True, start=start)
                any_word = True
    if not any_word:  # only stop words: "who is it?" asks nothing else, so they are all there is
        for match in _WORDS.finditer(question):
            if match[0].upper() in vocabulary:
                yield match.start(), Word(match[0], match[0].upper(), True, start=match.start())


def _only_joins(text: str, token: Token, vocabulary: Vocabulary, language: str | None) -> bool:
    """Return whether a word in capitals is no name in the articles but stands between others: "bread AND butter"."""
    if not token.term.isupper() or token.term in vocabulary:
        return False
    own = language_of(language or "en")
    patterns = own.references.also, own.questions.about
    return any(re.fullmatch(pattern, text, re.IGNORECASE) for pattern in patterns if pattern)


def leave_out(
    words: Iterable[tuple[int, Word]], asking: Sequence[Span], around: Sequence[Span]
) -> list[tuple[int, Word]]:
    """
    Return those of *words*, each with its place, that do not only ask; a name always stays.

    In lower case, a word that asks is no name: "how long", of articles about a film, "The Long Lamp".

    Args:
        asking: Where words stand that only ask.
        around: Where words stand that only ask if they are the first or the last of the question.
    """
    kept = [
        (at, word)
        for at, word in words
        if (word.name and not word.text.islower()) or not _inside(at, asking)
    ]
    first, last = 0, len(kept)
    while first < last and _inside(kept[first][0], around) and not kept[first][1].name:
        first += 1
    while first < last and _inside(kept[last - 1][0], around) and not kept[last - 1][1].name:
        last -= 1
    return kept[first:last]


def _inside(place: int, spans: Iterable[Span]) -> bool:
    return any(span.start <= place < span.end for span in spans)


def _opens(question: str, start: int) -> bool:
    """Return whether a sentence begins at *start*, where a capital says nothing."""
    before = question[:start].rstrip(" \"'“‘«(¿¡")
    return not before or before[-1] in ".?!…:"


def _is_noun(question: str, token: Token, language: str | None) -> bool:
    """Return whether a word is a noun that has a capital as all nouns of the language, and no name."""
    known = language_of(language)
    if (
        not known.capital_nouns
        or question[token.start : token.end].casefold() in known.named_with_article
    ):
        return False
    return _before_noun(language).search(question, 0, token.start) is not None


@cache
def _before_noun(language: str | None) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{language_of(language).before_nouns})\s+$", re.IGNORECASE)


def _acronym(text: str) -> bool:
    return len(text) > 1 and text.isupper()


def _disguised(question: str, language: str | None) -> list[tuple[int, str]]:
    """Return stop words used as nouns, in capitals: "what did the who say" asks about the WHO."""
    return [
        (word.start(), word[0].upper())
        for before, word in itertools.pairwise(_WORDS.finditer(question))
        if before[0].casefold() in ("the", "a") and is_stop_word(word[0], language)
    ]


_NUMBERS = language_of("en").numbers
_CURRENCIES = frozenset(terms(_NUMBERS.currencies))
_SCALES = frozenset(terms(" ".join(scale.partition("|")[0] for scale in _NUMBERS.scales)))


def _is_currency(token: Token, before: Token | None) -> bool:
    """Return whether *token* is the currency of an amount, for which an article may have only € or $."""
    return (
        token.term in _CURRENCIES
        and before is not None
        and (before.term[0].isdigit() or before.term in _SCALES)
    )


def shorten(text: str) -> str:
    """Return *text* as a note repeats it."""
    text = " ".join(text.split())
    if len(text) <= _SHOWN:
        return text
    whole = text[:_SHOWN].rpartition(" ")[0]  # a longer word is cut inside
    return (whole or text[: _SHOWN - 1]).rstrip() + "…"
