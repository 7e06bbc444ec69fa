"""What in a sentence says that somebody speaks, and which words are said."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from retrieval.speakers import Token
from retrieval.speech import Strength
from retrieval.subjects import (
    FAR,
    NEVER,
    PAUSES,
    Sentence,
    Subject,
    of_whom,
    sentence_of,
    who_after,
    who_before,
    who_begins,
    who_until,
)

_ARGUING = frozenset([
    "argued", "argues", "arguing", "suggesting", "revealed", "reveals", "admitted", "admits", "stated",
    "states", "added", "adds", "explained", "explains",
])  # fmt: skip
"""That are followed by a clause without "that" now and then."""
_TO_OTHERS = frozenset(["told", "tells", "telling", "asked", "urged", "thanked", "accused"])
_NOUNS = frozenset([
    "claim", "claims", "states", "notes", "calls", "demands", "asks", "reports", "comments", "posts",
    "warning", "promises", "warn", "say", "answered", "forecast", "forecasts", "estimates",
])  # fmt: skip
"""Cues that are often nouns, or have many who speak."""
_OF_THINGS = ("announc", "promis", "pledg", "vow", "den", "confirm", "claim", "alleg", "warn")
"""How cues begin that are said of things as well: "announced the opening"."""
_BASE = frozenset(["say", "claim", "warn", "insist", "forecast"])
_OWN = frozenset(["the", "a", "an", "his", "her", "their", "its"])
_GIVES = frozenset([
    "sent", "sends", "issued", "issues", "gave", "gives", "made", "makes", "delivered", "released",
    "posted",
])  # fmt: skip
_GIVEN = frozenset([
    "warning", "statement", "promise", "speech", "address", "ultimatum", "message", "declaration",
    "tweet", "comment", "remark", "threat", "vow",
])  # fmt: skip
_OPENING_PARTICIPLES = frozenset([",", "and", "or", "while", "before", "after", "by", "in"])
_THEY = frozenset(["they", "we", "i"])


class Cue(NamedTuple):
    """
    Somebody speaks. `first` and `last` are places of its words, inclusive; `adds` says that it is
    whoever spoke before; `clause` the places of the words reported, the second exclusive.
    """

    first: int
    last: int
    subject: Subject
    adds: bool
    clause: tuple[int, int] | None


def cues(words: Sequence[Token], language: str | None, heading: bool = False) -> Iterator[Cue]:
    """What says in a sentence of these *words* that somebody speaks, in order."""
    sentence = sentence_of(words, language)
    told = sentence.speech
    speaks: Subject | None = None
    for place, token in enumerate(words):
        small = token.text.lower()
        if small not in told.cues:
            continue
        source = told.sources.get(small)
        if token.capital and place and not heading and not (source and source.capital):
            continue
        if found := _source(sentence, place):
            yield found
        elif found := _verb(sentence, place, heading, speaks):
            speaks = found.subject
            yield found


def _source(sentence: Sentence, place: int) -> Cue | None:
    """ "According to X, …" and its like in other languages."""
    small = sentence.words[place].text.lower()
    first = last = place
    if small in sentence.speech.behind:
        subject = who_until(sentence, place - 1)
        if subject is None or subject.first > 1:
            return None
        return Cue(place, place, subject, False, (place + 1, _stop(sentence)))
    source = sentence.speech.sources.get(small)
    if source is None:
        return None
    if source.before:
        if sentence.word(place - 1) not in source.before:
            return None
        first = place - 1
    if source.then:
        if sentence.word(place + 1) != source.then:
            return None
        last = place + 1
    subject = who_after(sentence, last)
    if subject is None or (source.of_figures and not subject.name):
        return None
    end = _stop(sentence)
    if first <= 1 or (first <= 4 and sentence.words[first - 1].text == ",") or (
        sentence.words[first - 1].text == ";"
    ):  # fmt: skip
        begin = subject.last + 1
        if source.goes_on and begin < end and sentence.words[begin].text != ",":
            if sentence.word(begin) in sentence.speech.links:  # "laut der Zählung von 1901"
                return None
            begin -= 1
        while begin < end and sentence.words[begin].text != "," and begin > subject.last:
            begin += 1
        if sentence.word(begin + 1) in sentence.speech.apposes:  # "X, an engineer,"
            begin = next(
                (at for at in range(begin + 2, end) if sentence.words[at].text == ","), begin
            )
        clause = (begin + 1, end)
    else:
        clause = (0, first)
    return Cue(first, last, subject, False, clause if clause[1] - clause[0] > 2 else None)


def _verb(
    sentence: Sentence,
    place: int,
    heading: bool,
    speaks: Subject | None,
) -> Cue | None:
    """
    "X said" and its like.

    Args:
        speaks: Who does before it in the sentence, by a verb.
    """
    told = sentence.speech
    word = sentence.words[place].text.lower()
    strength = told.strength(word)
    if strength is None:
        return None
    first, also = place, False
    while first and (
        sentence.word(first - 1) in told.between or sentence.word(first - 1).endswith("ly")
    ):
        first -= 1
        also = also or sentence.word(first) == "also"
    before = sentence.word(first - 1)
    participle = word.endswith("ing")
    if (
        before in NEVER
        or before.endswith(("n’t", "n't"))
        or (before in sentence.speech.be and not participle)
    ):
        return None
    if word in _GIVES and not any(
        sentence.word(at).removesuffix("s") in _GIVEN for at in range(place + 1, place + 6)
    ):
        return None
    if (before in sentence.speech.determiners and before != "that") or (before, word) == (
        "member",
        "states",
    ):
        return None  # "the claims"
    if sentence.word(place + 1) == "by" or (before == "and" and _is_infinitive(sentence, place)):
        return None
    subject = None
    inverted = _follows_marks(sentence, first)
    if inverted:
        subject = who_after(sentence, place)
    if word in told.behind_marks and not inverted:
        return None
    if subject is None and sentence.language == "de" and sentence.gender(place + 1):
        inverted = True
        subject = who_after(sentence, place)
    if subject is None and before in told.ands | told.buts:
        subject = of_whom(sentence, first) or who_begins(sentence, first)
    if subject is None and participle and before not in sentence.speech.be and before != "–":
        if before not in _OPENING_PARTICIPLES and first:
            return None
        subject = speaks or who_begins(sentence, first)
    if subject is None:
        at = first - 1 if participle and before in sentence.speech.be else first
        subject = who_before(sentence, at)
    if (
        subject is None
        and not inverted
        and (before in PAUSES or heading)
        and strength != "marks"
        and word not in _NOUNS
    ):
        inverted = True
        subject = who_after(sentence, place)
        if subject and any(
            sentence.word(at) in sentence.speech.verbs for at in range(place, subject.last + 3)
        ):
            subject = None
    if subject is None or (word in _NOUNS and sentence.word(place + 1) in sentence.speech.verbs):
        return None
    if word in _NOUNS and not (subject.name or subject.gender or subject.role) and not inverted:
        return None
    clause = None
    if strength != "marks":
        if inverted and subject.first > place:
            clause = _clause_around(sentence, first, subject)
        else:
            clause = _clause(sentence, place, subject, strength, word, heading)
    return Cue(first, place, subject, also or word in sentence.speech.adding, clause)


def _is_infinitive(sentence: Sentence, cue: int) -> bool:
    """Of a cue after "and" in the form that verbs have after "to": whether that is before it."""
    if sentence.word(cue) not in _BASE:
        return False
    for place in range(cue - 2, max(-1, cue - FAR), -1):
        if sentence.word(place) in NEVER:
            return True
        if sentence.words[place].text in PAUSES:
            return False
    return False


def _clause(
    sentence: Sentence,
    place: int,
    subject: Subject,
    strength: Strength,
    word: str,
    heading: bool,
) -> tuple[int, int] | None:
    end = _before_semicolon(sentence, place)
    following = sentence.word(place + 1)
    if word in _TO_OTHERS and following in ("of", "about"):
        return None
    for at in range(place + 1, min(end, place + 12)):
        if sentence.word(at) in sentence.speech.conjunctions:
            commas = [word.text == "," for word in sentence.words[place + 1 : at]]
            if sum(commas) == 1 and not commas[0] and not commas[-1]:
                break  # "she declared herself free, critics argue that"
            if at > place + 1 and word not in _TO_OTHERS and (
                following in sentence.speech.determiners or sentence.word(at + 1) in sentence.speech.verbs
            ):  # fmt: skip
                break  # "a bridge that holds"
            return at + 1, end
        if sentence.words[at].text in ".;:" or sentence.words[at].quoted:
            break
        if at > place + 1 and (sentence.gender(at) or sentence.word(at) in _THEY):
            break  # "told him she saw a bridge that fell"
    if word in sentence.speech.after_comma and following == "," and place + 2 < end:
        said = (
            sentence.words[place + 2].quoted or sentence.word(place + 2) in sentence.speech.not_said
        )
        return None if said else (place + 2, end)
    if (
        (strength == "clause" or word in _ARGUING)
        and word not in _TO_OTHERS
        and place + 1 < end
        and following not in sentence.speech.no_clause
        and following not in PAUSES
        and (
            heading
            or any(
                (sentence.words[at].quoted and not word.startswith(_OF_THINGS))
                or sentence.word(at) in sentence.speech.verbs
                for at in range(place + 2, end)
            )
        )
    ):
        return place + 1, end
    if strength == "clause" or word in _ARGUING:
        return _clause_before(sentence, place, subject, end)
    return None


def _clause_around(sentence: Sentence, cue: int, subject: Subject) -> tuple[int, int] | None:
    """Of "It rained, said Ada Park", and of "Im Mai sagte Ada Park, dass es regne"."""
    behind = subject.last + 2
    if sentence.word(behind - 1) == "," and sentence.word(
        behind
    ) in sentence.speech.conjunctions - {"that", "que"}:
        return behind + 1, _before_semicolon(sentence, behind)
    if sentence.word(0) in sentence.speech.fronted:
        return None
    return 0, cue


def _clause_before(
    sentence: Sentence, place: int, subject: Subject, end: int
) -> tuple[int, int] | None:
    """Of "It rained, Ada Park said"."""
    begin = subject.first
    while begin > 0 and sentence.words[begin - 1].text not in ",–—" and subject.first - begin < 8:
        begin -= 1
        if (
            sentence.word(begin) in sentence.speech.breaks | sentence.speech.verbs
            or sentence.words[begin].text in ";:"
        ):
            return None
    told = sentence.words[: begin - 1]
    if sentence.word(place + 1) in _OWN and sentence.word(place) not in _TO_OTHERS:
        return None  # "In the letter, Ada Park announced the name"
    if (
        begin < 3
        or sentence.word(0) in sentence.speech.breaks | sentence.speech.links
        or sentence.word(0).endswith("ing")
    ):
        return None
    if any(
        word.quoted or word.text.lower() in sentence.speech.verbs
        for word in sentence.words[place + 1 : end]
    ):
        return None
    if not any(word.text.lower() in sentence.speech.verbs for word in told) and not told[-1].quoted:
        return None
    return 0, begin - 1


def _stop(sentence: Sentence) -> int:
    """The place after the last word."""
    end = len(sentence.words)
    while end and sentence.words[end - 1].text in ".!?…":
        end -= 1
    return end


def _before_semicolon(sentence: Sentence, place: int) -> int:
    """Where it ends what is said from *place* on: another sentence follows, unless it is told as well."""
    end = _stop(sentence)
    breaks = (at for at in range(place + 1, end) if sentence.words[at].text == ";")
    return next(
        (at for at in breaks if sentence.word(at + 1) not in sentence.speech.conjunctions), end
    )


def _follows_marks(sentence: Sentence, place: int) -> bool:
    place -= 1
    while place >= 0 and sentence.words[place].text in ",–—-":
        place -= 1
    return place >= 0 and sentence.words[place].quoted
