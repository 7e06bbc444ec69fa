"""Tells whether a question is in a language that no article of a collection is in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from retrieval.index.vocabulary import Vocabulary
from retrieval.lang.registry import codes, languages
from retrieval.lang.registry import language as language_of
from retrieval.text.analyzer import term
from retrieval.text.language import detect, is_of_script, script, stop_words

_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ][^\W\d_]+)*")
_LEAST = 2
"""Words of a question; a single one may be a name, or the beginning of a word that is being typed."""

_CLEAR = 2
"""Words of another language from which on no other sign is needed."""


def find_other_language(
    question: str, vocabulary: Vocabulary, of_articles: frozenset[str]
) -> str | None:
    """
    Return the language of *question*, as an ISO 639-1 code, if it is none of those *of_articles*.

    A few words that join and ask tell a language. None of them may be a word of the articles, as a title
    or a name has words of any language (Der Spiegel, Playa del Carmen). A question in a related language,
    such as a Russian one to Ukrainian articles, is none if it has words of the articles.
    """
    words = _WORD.findall(question)
    written = script(question)
    if not of_articles or not words:
        return None
    if written != "LATIN":
        return _find_other_script(question, written, vocabulary, of_articles)
    if len(words) < _LEAST:
        return None
    folded = [word.casefold() for word in words]
    unknown = {
        word.casefold()
        for word in _outside_names(words)
        if not _is_known(word, vocabulary, of_articles)
    }
    telling = {
        code: sum(map(stop_words(code).__contains__, folded))
        for code in (_candidates(of_articles) if unknown else ())
        if any(word in stop_words(code) and word not in _articles(code) for word in unknown)
    }
    best = max(telling, key=telling.__getitem__, default=None)
    if best is None:
        return None
    own = sum(_is_own(word, vocabulary, of_articles, best) for word in words)
    clear = telling[best] >= _CLEAR or _opens(words[0], best)
    return best if clear and telling[best] > own else None


def _find_other_script(
    question: str, written: str | None, vocabulary: Vocabulary, of_articles: frozenset[str]
) -> str | None:
    """Do as `find_other_language` does for a question in a script other than Latin."""
    words = [word.casefold() for word in _WORD.findall(question)]
    counts = {
        code: sum(map(stop_words(code).__contains__, words))
        for code in [*of_articles, *_candidates(of_articles)]
        if is_of_script(code, written)
    }
    best = max(counts, key=counts.__getitem__, default=None)
    language = best if best and counts[best] else detect(question)
    if language in of_articles:
        return None
    akin = any(is_of_script(code, written) for code in of_articles)
    return None if akin and any(term(word) in vocabulary for word in words) else language


def _candidates(of_articles: frozenset[str]) -> Sequence[str]:
    """Return the languages that a question may be in instead, those with a module first."""
    known = dict.fromkeys([*(language.code for language in languages()), *codes()])
    return [code for code in known if code not in of_articles]


def _outside_names(words: Sequence[str]) -> Iterator[str]:
    """Yield those of *words* that are no letter alone, and neither begin with a capital nor join two that do."""
    for place, word in enumerate(words):
        beside = words[place - 1 : place + 2 : 2] if place > 1 else []
        joins = len(beside) == 2 and all(other[0].isupper() for other in beside)
        if len(word) > 1 and (place == 0 or (word[0].islower() and not joins)):
            yield word


def _is_known(word: str, vocabulary: Vocabulary, of_articles: frozenset[str]) -> bool:
    """Return whether *word* is one of the articles, or one that joins and asks in their languages."""
    folded = word.casefold()
    return any(folded in stop_words(code) or term(word, code) in vocabulary for code in of_articles)


def _is_own(word: str, vocabulary: Vocabulary, of_articles: frozenset[str], other: str) -> bool:
    """Return whether *word* is one of the articles' languages, and neither a name nor one of the *other*."""
    folded = word.casefold()
    if folded in stop_words(other) or (word[0].isupper() and term(word) in vocabulary.names):
        return False
    if any(folded in stop_words(code) for code in of_articles):
        return True
    return word.islower() and any(
        term(word, code) in vocabulary or vocabulary.is_word(word, code) for code in of_articles
    )


def _opens(word: str, code: str) -> bool:
    """Return whether a question in the language of *code* may begin with *word*, which is no article there."""
    language = language_of(code)
    joins = word.casefold() in stop_words(code) and word.casefold() not in _articles(code)
    return joins and bool(language.questions.intents)


@cache
def _articles(code: str) -> frozenset[str]:
    language = language_of(code)
    return frozenset(f"{language.definite} {language.indefinite}".split())
