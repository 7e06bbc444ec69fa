"""Records of a question and its words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import NamedTuple

from retrieval.articles import Span
from retrieval.lang.schema import Intent
from retrieval.query.notes import Note
from retrieval.text.dates import TextDate
from retrieval.text.quantities import Quantity


class Alternative(NamedTuple):
    """
    Another way in which the articles may write a word.

    Attributes:
        terms: Terms of the collection; a passage has to contain all of them.
        weight: Above 0, at most 1: what they are worth compared to the word itself.
    """

    terms: tuple[str, ...]
    weight: float


@dataclass(frozen=True, slots=True)
class Word:
    """
    A word of the question.

    Attributes:
        text: The word as typed.
        name: Whether its capitals make it a name.
        start: Where it stands in the question.
        weight: 1, or less for a word that says little of what the question is about.
        trust: Above 0, at most 1: what the term itself is worth where it is found.
        alternatives: The word in other forms and spellings, best first.
        related: Other words that are close to it in meaning, best first.
        everyday: How much a word that the collection lacks is one of every day, 0..1; 0 for others.
    """

    text: str
    term: str
    name: bool
    weight: float = 1.0
    trust: float = 1.0
    alternatives: tuple[Alternative, ...] = ()
    related: tuple[Alternative, ...] = ()
    start: int = 0
    everyday: float = 0.0

    @property
    def others(self) -> tuple[Alternative, ...]:
        """All that counts for the word where an article has it instead."""
        return self.alternatives + self.related


class Owned(NamedTuple):
    """
    A thing and whose it is, or where.

    Attributes:
        owner: Its place in `Frame.names`.
        thing: Its place among the words of the question.
        follows: Whether the owner stands behind the thing, as in "repairs at Smithy Ford".
        possessive: Whether the owner says so by its ending: "Norden's repairs", and not "the Norden repairs".
    """

    owner: int
    thing: int
    follows: bool
    possessive: bool = False


class Action(NamedTuple):
    """
    Who does what to whom.

    Attributes:
        verb: Its place among the words of the question.
        subject, target: Places in `Frame.names`; None where the question asks for it or does not name it.
    """

    verb: int
    subject: int | None
    target: int | None


class Event(NamedTuple):
    """
    What a question takes to have happened.

    Attributes:
        verb: The place of a word that may say it among the words of the question.
        base: Whether it stands in its base form, as it would behind "will": "did X win", and not "who won".
    """

    verb: int
    base: bool


@dataclass(frozen=True, slots=True)
class Frame:
    """
    What a question asks about.

    Attributes:
        names: Each the places of its words among the words of the question, in order.
        places: Those of `names` that stand behind a preposition of place, by their number.
        owned: Things and whose they are.
        action: Who does what to whom, if the question says so with a name.
        counted: The places of the words for what it wants to have counted: "how many children".
        asked: The kind of thing that words such as "how many" ask for. A noun, as in "what level", is often answered
            by another kind.
        named: The places of the words for a thing whose name is asked for: "name of the hotel".
        events: What it takes to have happened.
        numbers: The numbers that it states, as offsets into the question.
        times: The dates and years that it states, as offsets into the question.
    """

    names: tuple[tuple[int, ...], ...] = ()
    places: frozenset[int] = frozenset()
    owned: tuple[Owned, ...] = ()
    action: Action | None = None
    counted: tuple[int, ...] = ()
    asked: Intent | None = None
    named: tuple[int, ...] = ()
    events: tuple[Event, ...] = ()
    numbers: tuple[Quantity, ...] = ()
    times: tuple[TextDate, ...] = ()


class ForwardedClaim(NamedTuple):
    """
    A claim that somebody passes on, as offsets into the message that holds it.

    Attributes:
        claim: Where it stands.
        asked: What else the message asks about it: "how many died?"
    """

    claim: Span
    asked: Span | None = None


@dataclass(frozen=True, slots=True)
class SpeechRequest:
    """
    A question for somebody's words, or for who said some.

    Attributes:
        who: What says whose words are asked for, as typed; empty where nothing does.
        topic: What they are to be about, or what was said, as typed; empty for any words.
        who_words: The words of `who`.
        topic_words: The words of `topic`.
        asks_who: Whether the speaker of the words is asked for.
        firm: Whether the question asks for nothing else; if not, it counts only where `who` speaks.
        owned: Whether it asks for nothing else if `who` is somebody: "the mayor's reply".
        loose: Whether the topic only says when, where or to whom the words were said: "after the match".
    """

    who: str
    topic: str
    who_words: tuple[Word, ...]
    topic_words: tuple[Word, ...]
    asks_who: bool
    firm: bool
    owned: bool = False
    loose: bool = False


@dataclass(frozen=True, slots=True)
class Query:
    """
    A question once it is understood.

    Attributes:
        language: ISO 639-1 code; None if unknown.
        words: In the question's order, one for each term; without those that only filter.
        phrases: Phrases that a passage has to contain; `phrase_spans` finds them.
        excluded: Terms that a passage must not contain.
        excluded_phrases: Phrases that it must not contain.
        publisher: Part of the name of the only publisher to show.
        since: First date to show, partial or full ISO 8601, as `dated_within` takes it.
        until: Last date to show.
        recent: Whether newer articles answer better ("latest", "this week").
        intent: What is asked for, where the form of the question says so.
        speaker, topic: Terms of X and Y in "what did X say about Y".
        speech_requests: Ways in which it may ask for somebody's words, likely ones first.
        forwarded: The claim that is to be checked, if the question is one; then its words are those of the claim.
        frame: What it asks about: names in their roles, numbers, times.
        notes: Sentences for the reader about what was understood or changed.
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
    intent: Intent | None = None
    speaker: tuple[str, ...] = ()
    topic: tuple[str, ...] = ()
    speech_requests: tuple[SpeechRequest, ...] = ()
    forwarded: ForwardedClaim | None = None
    frame: Frame = Frame()
    notes: tuple[Note, ...] = ()

    @property
    def filters(self) -> bool:
        """Whether it rules out some passages, however well they match."""
        return bool(
            self.phrases
            or self.excluded
            or self.excluded_phrases
            or self.publisher
            or self.since
            or self.until
        )

    def unfiltered(self) -> Query:
        """Return the query without the filters, except those that exclude terms and phrases."""
        return replace(self, phrases=(), publisher=None, since=None, until=None)

    def with_words(self, words: Iterable[Word]) -> Query:
        """Return the query with other *words*, and without the frame, which counts the old ones."""
        return replace(self, words=tuple(words), frame=Frame())

    def worth(self) -> dict[str, float]:
        """
        Return every term to search for, alternatives included, and its weight.

        An alternative of several terms adds each of them, though a passage with one need not have the others.
        """
        weights = {word.term: word.weight * word.trust for word in self.words}
        for word in self.words:
            for other in word.others:
                for term in other.terms:
                    weight = word.weight * other.weight / len(other.terms)
                    weights[term] = max(weight, weights.get(term, 0.0))
        return weights
