"""What in a sentence says that somebody speaks, and which words are said."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from retrieval.lang.registry import speech
from retrieval.quotations.names import Token
from retrieval.quotations.subjects import (
    FAR,
    NEVER,
    PAUSES,
    Sentence,
    Subject,
    of_whom,
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
    told = speech(language)
    sentence = Sentence(words, language, told)
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


def _verb(sentence: Sentence, place: int, heading: bool, speaks: Subject | None) -> Cue | None:
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
    first = place
    while first and (
        sentence.word(first - 1) in told.between or sentence.word(first - 1).endswith("ly")
    ):
        first -= 1
    if _is_no_cue(sentence, first, place):
        return None
    subject, inverted = _who(sentence, first, place, heading, speaks)
    if subject is None:
        return None
    if word in _NOUNS and (
        sentence.word(place + 1) in told.verbs
        or not (subject.name or subject.gender or subject.role or inverted)
    ):
        return None
    clause = None
    if strength != "marks":
        if inverted and subject.first > place:
            clause = _clause_around(sentence, first, subject)
        else:
            clause = _clause(sentence, place, subject, heading)
    also = any(sentence.word(at) == "also" for at in range(first, place))
    return Cue(first, place, subject, also or word in told.adding, clause)


def _is_no_cue(sentence: Sentence, first: int, place: int) -> bool:
    """Whether the verb at *place*, whose helping ones begin at *first*, tells of nobody who speaks."""
    told, before = sentence.speech, sentence.word(first - 1)
    word = sentence.words[place].text.lower()
    if before in NEVER or before.endswith(("n’t", "n't")):
        return True
    if before in told.be and not _is_participle(word):
        return True
    if before in told.determiners and before != "that":
        return True  # "the claims"
    if (before, word) == ("member", "states") or sentence.word(place + 1) == "by":
        return True
    if word in told.behind_marks and not _follows_marks(sentence, first):
        return True
    given = (sentence.word(at).removesuffix("s") for at in range(place + 1, place + 6))
    if word in _GIVES and _GIVEN.isdisjoint(given):
        return True
    return before == "and" and _is_infinitive(sentence, place)


def _is_participle(word: str) -> bool:
    return word.endswith("ing")


def _who(
    sentence: Sentence, first: int, place: int, heading: bool, speaks: Subject | None
) -> tuple[Subject | None, bool]:
    """Who speaks by the verb at *place*, and whether the verb comes first; see `_verb`."""
    told, before = sentence.speech, sentence.word(first - 1)
    word = sentence.words[place].text.lower()
    inverted = _follows_marks(sentence, first)
    subject = who_after(sentence, place) if inverted else None
    if subject is None and sentence.language == "de" and sentence.gender(place + 1):
        inverted = True
        subject = who_after(sentence, place)
    if subject is None and before in told.ands | told.buts:
        subject = of_whom(sentence, first) or who_begins(sentence, first)
    participle = _is_participle(word)
    if subject is None and participle and before not in told.be and before != "–":
        if before not in _OPENING_PARTICIPLES and first:
            return None, False
        subject = speaks or who_begins(sentence, first)
    if subject is None:
        subject = who_before(sentence, first - 1 if participle and before in told.be else first)
    is_open = before in PAUSES or heading
    if subject or inverted or not is_open or told.strength(word) == "marks" or word in _NOUNS:
        return subject, inverted
    subject = who_after(sentence, place)
    if subject and any(sentence.word(at) in told.verbs for at in range(place, subject.last + 3)):
        subject = None
    return subject, True


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
    sentence: Sentence, place: int, subject: Subject, heading: bool
) -> tuple[int, int] | None:
    """What is said by the verb at *place*."""
    words, told = sentence.words, sentence.speech
    word, following = words[place].text.lower(), sentence.word(place + 1)
    end = _before_semicolon(sentence, place)
    if word in _TO_OTHERS and following in ("of", "about"):
        return None
    for at in range(place + 1, min(end, place + 12)):
        if sentence.word(at) in told.conjunctions:
            commas = [one.text == "," for one in words[place + 1 : at]]
            if sum(commas) == 1 and not commas[0] and not commas[-1]:
                break  # "she declared herself free, critics argue that"
            if at > place + 1 and word not in _TO_OTHERS and (
                following in told.determiners or sentence.word(at + 1) in told.verbs
            ):  # fmt: skip
                break  # "a bridge that holds"
            return at + 1, end
        if words[at].text in ".;:" or words[at].quoted:
            break
        if at > place + 1 and (sentence.gender(at) or sentence.word(at) in _THEY):
            break  # "told him she saw a bridge that fell"
    if word in told.after_comma and following == "," and place + 2 < end:
        said = words[place + 2].quoted or sentence.word(place + 2) in told.not_said
        return None if said else (place + 2, end)
    if not (told.strength(word) == "clause" or word in _ARGUING):
        return None
    if (
        word not in _TO_OTHERS
        and place + 1 < end
        and following not in told.no_clause
        and following not in PAUSES
        and (
            heading
            or any(
                (words[at].quoted and not word.startswith(_OF_THINGS))
                or sentence.word(at) in told.verbs
                for at in range(place + 2, end)
            )
        )
    ):
        return place + 1, end
    return _clause_before(sentence, place, subject, end)


def _clause_around(sentence: Sentence, cue: int, subject: Subject) -> tuple[int, int] | None:
    """Of "It rained, said Ada Park", and of "Im Mai sagte Ada Park, dass es regne"."""
    told, behind = sentence.speech, subject.last + 2
    that = told.conjunctions - {"that", "que"}  # which may be "who" and "which" there
    if sentence.word(behind - 1) == "," and sentence.word(behind) in that:
        return behind + 1, _before_semicolon(sentence, behind)
    return None if sentence.word(0) in told.fronted else (0, cue)


def _clause_before(
    sentence: Sentence, place: int, subject: Subject, end: int
) -> tuple[int, int] | None:
    """Of "It rained, Ada Park said"."""
    words, told = sentence.words, sentence.speech
    begin = subject.first
    while begin > 0 and words[begin - 1].text not in ",–—" and subject.first - begin < 8:
        begin -= 1
        if sentence.word(begin) in told.breaks | told.verbs or words[begin].text in ";:":
            return None
    if sentence.word(place + 1) in _OWN and sentence.word(place) not in _TO_OTHERS:
        return None  # "In the letter, Ada Park announced the name"
    opening, clause = sentence.word(0), words[: begin - 1]
    if begin < 3 or opening in told.breaks | told.links or _is_participle(opening):
        return None
    if any(word.quoted or word.text.lower() in told.verbs for word in words[place + 1 : end]):
        return None
    if not any(word.text.lower() in told.verbs for word in clause) and not clause[-1].quoted:
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
