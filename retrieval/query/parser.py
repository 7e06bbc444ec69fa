"""What a question asks: its words and how else they may be written, what filters it, its kind."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from retrieval.articles import Span
from retrieval.index.vocabulary import Vocabulary
from retrieval.query.expansion import with_alternatives
from retrieval.query.filters import dated_within, filters, operators, quoted, time_named
from retrieval.query.intent import ACCORDING_TO, RECENT, Kind, kind_of, topic_of
from retrieval.query.notes import Note
from retrieval.query.terms import Alternative, Word, shortened, words_of
from retrieval.text.phrases import phrase_spans

__all__ = [
    "MAX_QUESTION",
    "Alternative",
    "Kind",
    "Query",
    "Word",
    "dated_within",
    "parse",
    "phrase_spans",
]

MAX_QUESTION = 1000
"""Longest question taken, in characters."""

_TAG = r"</?[a-zA-Z][^<>]{0,100}>"  # pasted with the words
_FAINT_WEIGHT = 0.2


_CIVILITIES = frozenset([
    "bye", "cheers", "goodbye", "hello", "hey", "hi", "lol", "ok", "okay", "sorry", "thank",
    "thanks", "thx", "danke", "hallo", "tschüss", "adiós", "buenas", "buenos", "días", "gracias",
    "hola", "bonjour", "bonsoir", "merci", "salut", "ciao", "grazie", "olá", "obrigado", "obrigada",
    "дякую", "привіт", "привет", "спасибо", "здравствуйте", "cześć", "dziękuję",
])  # fmt: skip
"""What people say to a bot besides questions: alone it asks for nothing."""


@dataclass(frozen=True, slots=True)
class Query:
    """
    The question once it is understood.

    Attributes:
        language: ISO 639-1 code; None where nothing tells.
        words: In the question's order, one a term; without those that only filter.
        phrases: To stand in a passage as they are; `phrase_spans` finds them.
        excluded: Terms that must not stand in a passage.
        excluded_phrases: Phrases that must not.
        publisher: Part of the name of the only one to show.
        since: First date to show, partial or full ISO 8601, as `dated_within` takes it.
        until: Last date to show.
        recent: Whether newer articles answer better ("latest", "this week").
        kind: What is asked for, where the question's form tells.
        speaker, topic: Terms of whom the question wants to hear, and of what: X and Y in "what did X say
            about Y".
        notes: Short sentences for the reader about what was understood or changed.
    """

    text: str
    language: str | None
    words: tuple[Word, ...]
    phrases: tuple[str, ...] = ()
    excluded: tuple[str, ...] = ()
    excluded_phrases: tuple[str, ...] = ()
    publisher: str | None = None
    since: str | None = None
    until: str | None = None
    recent: bool = False
    kind: Kind | None = None
    speaker: tuple[str, ...] = ()
    topic: tuple[str, ...] = ()
    notes: tuple[Note, ...] = ()

    @property
    def filters(self) -> bool:
        """Whether there are passages that it does not want, however well they match."""
        return bool(
            self.phrases
            or self.excluded
            or self.excluded_phrases
            or self.publisher
            or self.since
            or self.until
        )

    def unfiltered(self) -> Query:
        """It without what it wants only; what it does not want it still does not."""
        return replace(self, phrases=(), publisher=None, since=None, until=None)

    def worth(self) -> dict[str, float]:
        """
        Every term to search for and its weight, alternatives included: a passage found by one of
        several terms of an alternative is found, though it may not hold the others.
        """
        found = {word.term: word.weight * word.trust for word in self.words}
        for word in self.words:
            for other in word.alternatives:
                for term in other.terms:
                    weight = word.weight * other.weight / len(other.terms)
                    found[term] = max(weight, found.get(term, 0.0))
        return found


def parse(question: str, vocabulary: Vocabulary, language: str | None = None) -> Query:
    """
    Read *question* as one to a collection with this *vocabulary*.

    A stop word that "the" makes a noun ("the who") is read as a name in capitals where the
    collection has that name. In a question that does capitalise, a word in lower case hardly means
    the name that the collection knows it as (to be "online" is not The Sun Online).

    Args:
        language: Of the question, as an ISO 639-1 code.
    """
    typed, rest = operators(_without_tags(question))
    phrases, excluded, rest = quoted(rest)
    kind, speaker = kind_of(rest, language)
    about = topic_of(rest, speaker)
    time = [Span(*match.span()) for _, match in RECENT.find(rest)]
    according = [Span(*match.span()) for _, match in ACCORDING_TO.find(rest)]
    named = time_named(rest, kind, vocabulary)
    faint = [*time, *according, *([named.span] if named else [])]
    found: dict[str, Word] = {}
    without: dict[str, str] = {}
    said_by: list[str] = []
    topic: list[str] = []
    for start, word in words_of(rest, vocabulary, language):
        if any(span.start <= start < span.end for span in excluded):
            without[word.term] = word.text
            continue
        if any(span.start <= start < span.end for span in speaker):
            said_by.append(word.term)
        if any(span.start <= start < span.end for span in faint):
            word = replace(word, weight=word.weight * _FAINT_WEIGHT)
        elif about and about.start <= start < about.end:
            topic.append(word.term)
        found.setdefault(word.term, word)
    for term in without:
        found.pop(term, None)
    if {word.text.casefold() for word in found.values()} <= _CIVILITIES:
        found.clear()
    words, corrected = with_alternatives(list(found.values()), vocabulary, language)
    wanted, notes = filters(typed, named, vocabulary)
    not_phrases = tuple(p.text for p in phrases if p.excluded)
    phrases_ = tuple(p.text for p in phrases if not p.excluded)
    notes += [
        Note("Only with the exact words “{phrase}”.", {"phrase": shortened(phrase)})
        for phrase in phrases_
    ]
    notes += [
        Note("Without “{words}”.", {"words": shortened(text)})
        for text in (*without.values(), *not_phrases)
    ]
    return Query(
        question,
        language,
        tuple(words),
        phrases=phrases_,
        excluded=tuple(without),
        excluded_phrases=not_phrases,
        publisher=wanted.get("from"),
        since=wanted.get("since"),
        until=wanted.get("until"),
        recent=bool(time),
        kind=kind,
        speaker=tuple(dict.fromkeys(said_by)),
        topic=tuple(dict.fromkeys(topic)),
        notes=(*corrected, *notes),
    )


def _without_tags(question: str) -> str:
    if "<" not in question:
        return question
    return re.sub(_TAG, lambda tag: " " * len(tag[0]), question)
