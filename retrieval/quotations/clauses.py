"""The clauses that a verb of speech reports: after it, before it, or on both sides of it."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from retrieval.lang.registry import language as language_of
from retrieval.lang.registry import names
from retrieval.quotations.lexicon import is_body_noun, is_role
from retrieval.quotations.subjects import PAUSES, Sentence, Subject

Places = tuple[int, int]
"""The places of words, the second exclusive."""

_REACH = 12
"""Most words between a verb and the word that joins the clause to it."""
_SHORT = 3
"""The same before ", she said"."""
_PLAIN = 4
"""Words after "said" that are a clause though no verb among them is known."""
_NEAR_COLON = 2
"""Most words between a verb and the colon behind it."""
_ADJUNCT = 10
"""Most words that say when, where or to whom, between a verb and the comma after it."""
_FEWEST_JUDGED = 4
"""Fewest words from a verb to the end of its object and what it is called: "called the vote illegal"."""
_NEAR_RELATIVE = 3
"""Most words of a relative clause before ", she said,"."""
_LABEL = 3
"""Most words of a label before a sentence: "Breaking news:"."""
_NEAR_LISTENER = 5
"""Most words of a listener: "told a briefing in Lenne"."""
_ENDS = ".!?…"


class Clauses(NamedTuple):
    """What is reported; `rest` is what goes on behind the verb: "The bridge, she said, held"."""

    clause: Places | None = None
    rest: Places | None = None


def clauses(sentence: Sentence, place: int, subject: Subject, heading: bool) -> Clauses:
    """Return the clauses that the verb at *place*, whose *subject* stands before it, reports."""
    words, speech = sentence.words, sentence.speech
    word, following = words[place].text.lower(), sentence.word(place + 1)
    end = before_semicolon(sentence, place)
    if word in speech.addressing and following in ("of", "about"):
        return Clauses()
    if begin := _after_that(sentence, place, end) or _after_question(sentence, place, end):
        return Clauses((begin, end))
    if behind := _behind_joint(sentence, place, end):
        return Clauses(behind)
    if word in speech.after_comma and following == "," and place + 2 < end:
        other = words[place + 2].quoted or sentence.word(place + 2) in speech.not_said
        return Clauses() if other else Clauses((place + 2, end))
    if colon := _colon_after(sentence, place, end):
        return Clauses((colon + 1, end))
    if begin := _behind_listener(sentence, place, end):
        return Clauses((begin, end))
    if _orders(sentence, place, end):
        return Clauses((place + 1, end))
    if word in speech.judging and (begin := _judgement(sentence, place, end)):
        return Clauses((begin, end))
    if word in speech.counting and place + 1 < end and words[place + 1].text[0].isdigit():
        return Clauses((place + 1, _after_object(sentence, place, end) or end))
    can_object = following not in speech.no_things and following not in speech.no_clause
    if word in speech.objects and can_object and (after := _after_object(sentence, place, end)):
        return Clauses((place + 1, after))
    bare = speech.strength(word) == "clause" or word in speech.bare_clause
    if (bare or word in speech.telling) and (begin := _behind_phrase(sentence, place, end)):
        return Clauses((begin, end))
    first = _after_day(sentence, place) + 1
    if bare and _begins_clause(sentence, place, first, end, heading):
        return Clauses((first, end))
    return Clauses() if speech.strength(word) == "marks" else _around(sentence, place, subject)


def _after_that(sentence: Sentence, place: int, end: int) -> int | None:
    """Return where the clause begins that "that" joins to the verb at *place*."""
    words, speech = sentence.words, sentence.speech
    addressing = words[place].text.lower() in speech.addressing
    for at in range(place + 1, min(end, place + _REACH)):
        if sentence.word(at) in speech.conjunctions:
            if sentence.word(at - 1) in speech.ands and not addressing:
                return None  # "said it held and that it will"
            commas = [word.text == "," for word in words[place + 1 : at]]
            if sum(commas) == 1 and not commas[0] and not commas[-1]:
                return None  # "she declared herself free, critics argue that"
            if sum(commas) == 1 and at > place + 2 and sentence.word(at) in speech.relative:
                return None  # "she denied the plan, that"
            after_comma = words[at - 1].text == "," and sentence.word(at) not in speech.relative
            if at > place + 1 and not addressing and not after_comma and (
                sentence.word(place + 1) in speech.determiners - speech.adjuncts
                or sentence.word(at + 1) in speech.verbs
            ):  # fmt: skip
                return None  # "a bridge that holds"
            return at + 1
        if words[at].text in ".;:" or words[at].quoted:
            return None
        if at > place + 1 and (sentence.gender(at) or sentence.word(at) in speech.many):
            return None  # "told him she saw a bridge that fell"
    return None


def _after_question(sentence: Sentence, place: int, end: int) -> int | None:
    """Return where the question begins that the verb at *place* reports: "asked Ada Park whether"."""
    speech, word = sentence.speech, sentence.words[place].text.lower()
    if place + 1 < end and sentence.word(place + 1) in speech.asks:
        return place + 1
    if word not in speech.addressing:
        return None
    for at in range(place + 1, min(end, place + _REACH)):
        if sentence.word(at) in speech.asks:
            return at
        if sentence.words[at].text in PAUSES or sentence.words[at].quoted:
            return None
    return None


def _orders(sentence: Sentence, place: int, end: int) -> bool:
    """Return whether "to" joins what the verb at *place* orders or promises: "urged them to leave"."""
    speech, word = sentence.speech, sentence.words[place].text.lower()
    if sentence.word(place + 1) == "to":
        return word in speech.promising
    if word not in speech.ordering:
        return False
    for at in range(place + 2, min(end, place + _REACH)):
        if sentence.word(at) == "to":
            return at + 1 < end and not sentence.words[at + 1].capital
        if sentence.words[at].text in PAUSES or sentence.words[at].quoted:
            return False
    return False


def _colon_after(sentence: Sentence, place: int, end: int) -> int | None:
    """Return the place of the colon at which the clause of the verb at *place* begins: "said curtly: it held"."""
    for at in range(place + 1, min(end - 1, place + 2 + _NEAR_COLON)):
        if sentence.words[at].text == ":":
            return None if sentence.words[at + 1].quoted else at
        if sentence.words[at].text in PAUSES or sentence.words[at].quoted:
            return None
    return None


def _after_object(sentence: Sentence, place: int, end: int) -> int | None:
    """Return where the object of the verb at *place* ends, which stands right behind it."""
    words, speech = sentence.words, sentence.speech
    after = next(
        (
            at
            for at in range(place + 1, end)
            if words[at].text in PAUSES
            or words[at].quoted
            or (at > place + 1 and sentence.word(at) in speech.ands and _says_after(sentence, at))
        ),
        end,
    )
    return after if after > place + 1 else None


def _judgement(sentence: Sentence, place: int, end: int) -> int | None:
    """Return where the judgement begins on what the verb at *place* has for its object: "called the vote [a farce]"."""
    words, speech = sentence.words, sentence.speech
    after = _after_object(sentence, place, end)
    if after is None or after < end or after - place < _FEWEST_JUDGED:
        return None
    for at in range(place + 3, after):
        before = sentence.word(at - 1)
        if (
            sentence.word(at) in speech.apposes | speech.own
            and before not in speech.links | speech.ands
        ):
            return at
    last = sentence.word(after - 1)
    # Nouns end alike: "called the regional hospital", "called her father and the city hospital".
    endings = tuple(names().adjectives | speech.able)
    is_adjective = last.endswith(endings) and not (is_role(last) or is_body_noun(last))
    thing = words[after - 2].text
    is_thing = thing[0].islower() and not thing.endswith(endings)
    joined = any(sentence.word(at) in speech.links | speech.ands for at in range(place + 1, after))
    return after - 1 if is_adjective and is_thing and not joined else None


def _says_after(sentence: Sentence, place: int) -> bool:
    """Return whether a verb of speech follows the word at *place*: "and said"."""
    return place + 1 < len(sentence.words) and sentence.word(place + 1) in sentence.speech.cues


def _after_day(sentence: Sentence, place: int) -> int:
    """Return the last place of "said on Monday", whose verb is at *place*; *place* where no day follows."""
    at = place + 1
    while sentence.word(at) in sentence.speech.before_days:
        at += 1
    is_day = at < len(sentence.words) and sentence.words[at].text in names().calendar
    return at if is_day and at + 2 < len(sentence.words) else place


def _behind_joint(sentence: Sentence, place: int, end: int) -> Places | None:
    """Return what a preposition joins to the verb at *place*: "called for calm", "accused X of lying"."""
    speech, words = sentence.speech, sentence.words
    word = words[place].text.lower()
    first = None
    if sentence.word(place + 1) in speech.joints.get(word, ()):
        first = place + 2
    elif joint := speech.far_joints.get(word):
        reach = range(place + 2, min(end, place + _REACH))
        pauses = (at for at in reach if words[at].quoted or words[at].text in PAUSES)
        stop = next(pauses, reach.stop)
        first = next((at + 1 for at in reach if at < stop and sentence.word(at) in joint), None)
    if first is None or first >= end or words[first].quoted:
        return None
    if sentence.word(first) in speech.no_things:
        return None  # "put her money at risk"
    last = _after_object(sentence, first - 1, end)
    fewest = 1 if first > place + 2 else 2
    return (first, last) if last and _words(sentence, first, last) >= fewest else None


def _begins_clause(sentence: Sentence, place: int, first: int, end: int, heading: bool) -> bool:
    """Return whether a clause of the verb at *place* begins at *first*: "said it held"."""
    speech, words = sentence.speech, sentence.words
    word, opening = words[place].text.lower(), sentence.word(first)
    if word in speech.addressing or opening in speech.sources:
        return False
    if first >= end or opening in PAUSES or words[first].text in names().calendar:
        return False
    if opening in speech.no_clause and not _is_number_near(sentence, first):
        return False
    return heading or _may_be_clause(sentence, place, first, end)


def _may_be_clause(sentence: Sentence, place: int, first: int, end: int) -> bool:
    """Return whether the words from *first* on may be a clause of the verb at *place*."""
    return _has_verb(sentence, place, first, end) or (
        sentence.words[place].text.lower() in sentence.speech.plain
        and (_is_clause(sentence, first, end) or _words(sentence, first, end) >= _PLAIN)
    )


def _is_number_near(sentence: Sentence, place: int) -> bool:
    """Return whether the word at *place* only makes the number after it inexact: "about 340"."""
    roughly = sentence.word(place) in sentence.speech.roughly
    after = place + 1
    if sentence.word(after) in sentence.speech.determiners:
        return False
    return roughly and after < len(sentence.words) and sentence.words[after].text[0].isdigit()


def _behind_listener(sentence: Sentence, place: int, end: int) -> int | None:
    """Return where the clause begins after who is told: "told the Bugle [it held]"."""
    speech, words = sentence.speech, sentence.words
    if words[place].text.lower() not in speech.telling:
        return None
    at = place + 1
    if sentence.word(at) in speech.heard:
        at += 1
    else:
        at += sentence.word(at) in speech.determiners
        at += at < end and not words[at].capital and at > place + 1
        while at < end and words[at].capital:
            at += 1
    begins = at > place + 1 and at < end and (
        sentence.gender(at)
        or sentence.word(at) in speech.it
        or sentence.word(at) in speech.many
        or sentence.word(at) in speech.determiners
    )  # fmt: skip
    return at if begins and _is_clause(sentence, at, end) else None


def _behind_phrase(sentence: Sentence, place: int, end: int) -> int | None:
    """Return where the clause begins behind a phrase that says where or when: "said in a note [it held]"."""
    words, speech = sentence.words, sentence.speech
    first = place + 1
    if words[place].text.lower() in speech.telling:
        first += sentence.word(first) in speech.determiners
        while (
            first < end and first - place < _NEAR_LISTENER and not _begins_phrase(sentence, first)
        ):
            first += 1
    if not _begins_phrase(sentence, first) or sentence.word(first) in speech.topics:
        return None
    for at in range(first + 1, min(end, place + _REACH)):
        word, before = sentence.word(at), sentence.word(at - 1)
        if (
            words[at].quoted
            or words[at].text in PAUSES
            or word in speech.verbs
            or word in speech.breaks
        ):
            return None
        apart = before not in speech.links and before not in speech.determiners
        if apart and _begins_noun(sentence, at) and _may_be_clause(sentence, place, at, end):
            return at
    return None


def _begins_phrase(sentence: Sentence, at: int) -> bool:
    return (
        sentence.word(at) in sentence.speech.links or sentence.word(at) in sentence.speech.adjuncts
    )


def _begins_noun(sentence: Sentence, at: int) -> bool:
    """Return whether the word at *at* is a pronoun or a determiner, with which a clause may begin."""
    speech, word = sentence.speech, sentence.word(at)
    return (
        bool(sentence.gender(at))
        or word in speech.it
        or word in speech.many
        or word in speech.determiners
    )


def _has_verb(sentence: Sentence, place: int, first: int, end: int) -> bool:
    """Return whether the words behind *first*, after the verb at *place*, have a verb or a quotation."""
    speech = sentence.speech
    of_things = sentence.words[place].text.lower().startswith(tuple(speech.of_things))
    return any(
        (sentence.words[at].quoted and not of_things) or sentence.word(at) in speech.verbs
        for at in range(first + 1, end)
    )


def _around(sentence: Sentence, place: int, subject: Subject) -> Clauses:
    """Return the clauses of "It rained, Ada Park said" and "The rain, Ada Park said on Monday, fell"."""
    words, speech = sentence.words, sentence.speech
    after = _after_adjunct(sentence, place)
    begin = _comma_before(sentence, subject)
    if after is None or begin is None:
        return Clauses()
    rest = _rest(sentence, after)
    first = _after_sign(sentence, begin, subject)
    if rest:
        first = _relative_before(sentence, begin) or first
    clause: Places | None = (first, begin)
    opening = sentence.word(first)
    if _words(sentence, first, begin) == 0 or opening.endswith("ing") or words[first].quoted:
        clause = None
        if rest is None or words[first].quoted:
            return Clauses()
    elif rest is None and (
        begin - first < 2
        or opening in speech.breaks
        or (opening in speech.links and not _has_auxiliary(sentence, first, begin))
        or not (
            _is_clause(sentence, first, begin)
            or words[begin - 1].quoted
            or _words(sentence, first, begin) >= (_SHORT if subject.gender else _PLAIN)
        )
    ):
        return Clauses()
    elif rest and begin - first == 1 and (opening in speech.breaks or opening in names().openers):
        clause = None
    return Clauses(clause, rest)


def _relative_before(sentence: Sentence, end: int) -> int | None:
    """Return where a relative clause begins just before *end*: "a dam, which, she said, held"."""
    places = range(end - 1, max(0, end - _NEAR_RELATIVE), -1)
    speech = sentence.speech
    return next((at for at in places if sentence.word(at) in speech.whose), None)


def _comma_before(sentence: Sentence, subject: Subject) -> int | None:
    """Return the place of the comma before *subject*, with a role between; None where none is."""
    words, speech = sentence.words, sentence.speech
    begin = subject.first
    while begin > 0 and words[begin - 1].text not in ",–—" and subject.first - begin < 8:
        begin -= 1
        word = sentence.word(begin)
        if word in speech.breaks or word in speech.verbs or word in ";:" or word in speech.telling:
            return None
    return begin - 1 if begin > 1 and words[begin - 1].text in ",–—" else None


def _after_sign(sentence: Sentence, before: int, subject: Subject) -> int:
    """Return where the clause begins that ends at *before*: after a semicolon, or a colon that leads to it."""
    places = (
        at
        for at in range(before - 1, -1, -1)
        if sentence.words[at].text == ";"
        or (sentence.words[at].text == ":" and (at < _LABEL or subject.gender))
    )
    return next(places, -1) + 1


def _after_adjunct(sentence: Sentence, place: int) -> int | None:
    """Return where the sentence pauses after the verb at *place*, and words that say when or to whom."""
    words, speech = sentence.words, sentence.speech
    end = end_of(sentence)
    addressing = words[place].text.lower() in speech.addressing
    for at in range(place + 1, min(end, place + 1 + _ADJUNCT)):
        if words[at].text in PAUSES:
            return at if words[at].text != ":" else None
        if words[at].quoted or sentence.word(at) in speech.verbs:
            return None
        if at == place + 1 and not addressing and not _begins_adjunct(sentence, at):
            return None
    return end if end <= place + 1 + _ADJUNCT else None


def _begins_adjunct(sentence: Sentence, at: int) -> bool:
    word, speech = sentence.word(at), sentence.speech
    return (
        word in speech.links
        or word in speech.no_clause
        or word in speech.adjuncts
        or word in speech.sources
        or word in speech.before_days
        or sentence.words[at].text in names().calendar
    )


def _rest(sentence: Sentence, pause: int) -> Places | None:
    """Return what the reported clause goes on with after the *pause* behind the verb."""
    words, speech = sentence.words, sentence.speech
    end = before_semicolon(sentence, pause)
    if pause + 1 >= end or words[pause].text not in ",–—":
        return None
    first = pause + 1
    joined = sentence.word(first) in speech.ands or sentence.word(first) in speech.buts
    first += joined
    if first >= end or words[first].quoted:
        return None
    word = sentence.word(first)
    if (
        word in speech.not_rest
        or word in speech.sources
        or (word.endswith("ing") and word not in speech.including)
    ):
        return None
    if word in speech.cues or (joined and _is_past(word, sentence) and word not in speech.verbs):
        return None  # "she said, and left"
    if joined and any(sentence.word(at) in speech.cues - speech.nouns for at in range(first, end)):
        return None  # "she said, but Ada Park insisted"
    return (first, end) if _words(sentence, first, end) > 1 else None


def _words(sentence: Sentence, first: int, end: int) -> int:
    return sum(word.quoted or word.text[0].isalnum() for word in sentence.words[first:end])


def _has_auxiliary(sentence: Sentence, first: int, end: int) -> bool:
    return any(sentence.word(at) in sentence.speech.verbs for at in range(first, end))


def _is_clause(sentence: Sentence, first: int, end: int) -> bool:
    """Return whether a word after the one at *first* may be a verb."""
    return any(_is_past(sentence.word(at), sentence) for at in range(first + 1, end))


def _is_past(word: str, sentence: Sentence) -> bool:
    return (
        word in sentence.speech.verbs
        or (len(word) > 4 and word.endswith("ed"))
        or word in _irregular(sentence.language)
    )


@cache
def _irregular(language: str | None) -> frozenset[str]:
    """Return the irregular forms of verbs, which a table has behind the verb."""
    groups = language_of(language).forms.irregular.split(";")
    return frozenset(form for group in groups for form in group.split()[1:])


def end_of(sentence: Sentence) -> int:
    """Return the place after the last word."""
    end = len(sentence.words)
    while end and sentence.words[end - 1].text in _ENDS:
        end -= 1
    return end


def before_semicolon(sentence: Sentence, place: int) -> int:
    """Return where a clause after *place* ends: at a semicolon, unless "that" follows."""
    end = end_of(sentence)
    breaks = (at for at in range(place + 1, end) if sentence.words[at].text == ";")
    return next(
        (at for at in breaks if sentence.word(at + 1) not in sentence.speech.conjunctions), end
    )
