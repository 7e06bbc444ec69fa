"""Cues: the words of a sentence that say that somebody speaks, with who it is and what they report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from retrieval.lang.registry import speech as speech_of
from retrieval.lang.schema import SourceCue
from retrieval.quotations.clauses import Clauses, Places, before_semicolon, clauses, end_of
from retrieval.quotations.lexicon import is_role
from retrieval.quotations.names import name_of, runs
from retrieval.quotations.relayed import relayed
from retrieval.quotations.subjects import (
    FAR,
    PAUSES,
    Sentence,
    Subject,
    antecedent_of_who,
    in_small_letters,
    is_nickname,
    who_after,
    who_before,
    who_begins,
    who_until,
)
from retrieval.quotations.tokens import TextToken
from retrieval.text.analyzer import is_stop_word

_PART_AWAY = 16
"""Most words between the two parts of a separable verb."""


class Cue(NamedTuple):
    """
    Words that say that somebody speaks.

    Attributes:
        first, last: The places of its words, inclusive.
        adds: Whether the previous speaker goes on.
        clause: The places of the words reported, the second exclusive; None where none are.
        rest: The same of the words with which they go on: "The bridge, she said, held".
    """

    first: int
    last: int
    subject: Subject
    adds: bool
    clause: Places | None
    rest: Places | None = None


def cues(words: Sequence[TextToken], language: str | None, heading: bool = False) -> Iterator[Cue]:
    """Yield the cues in a sentence of these *words*, in order."""
    speech = speech_of(language)
    known = speech.cues
    places = [place for place, token in enumerate(words) if token.text.lower() in known]
    if not places:
        return
    sentence = Sentence(words, language, speech, in_small_letters(words))
    speaks: Subject | None = None
    any_cue = False
    for place in places:
        token, small = words[place], words[place].text.lower()
        source = speech.sources.get(small)
        if token.capital and place and not heading and not (source and source.capital):
            continue
        if cue := _source(sentence, place):
            yield cue
        elif other := relayed(sentence, place):
            cue = Cue(place, other.last, other.subject, False, *other.clauses)
            yield cue
        elif cue := _verb(sentence, place, heading, speaks):
            speaks = cue.subject
            yield cue
        any_cue = any_cue or cue is not None
    if not any_cue and not heading and (cue := _mood(sentence)):
        yield cue


def preface(words: Sequence[TextToken], colon: int, language: str | None) -> Cue | None:
    """Return the *colon* of "Ada Park was blunt: “No.”" as a cue; None where more than one is named."""
    sentence = Sentence(words, language, speech_of(language), in_small_letters(words))
    named = list(runs(words[:colon]))
    gender = sentence.gender(0)
    if gender and (not named or named == [(0, 0)]):
        return Cue(colon, colon, Subject(0, 0, gender=gender), False, None)
    if len(named) != 1 or named[0][0] or colon - named[0][1] < 2:
        return None
    name = name_of(words[: named[0][1] + 1], language)
    subject = Subject(0, named[0][1], name.span) if name else None
    return Cue(colon, colon, subject, False, None) if subject else None


def _mood(sentence: Sentence) -> Cue | None:
    """Return the cue of a sentence whose verb is in the mood of reported speech: "Die Brücke sei sicher"."""
    speech, end = sentence.speech, end_of(sentence)
    place = next((at for at in range(end) if sentence.word(at) in speech.subjunctive), None)
    if place is None or any(sentence.word(at) in speech.many for at in range(end)):
        return None
    if tag := _tag(sentence, place, end):
        return tag
    nowhere = Subject(end, end, omitted=True)  # whoever speaks stands in a sentence before
    return Cue(place, place, nowhere, True, (0, end))


def _tag(sentence: Sentence, mood: int, end: int) -> Cue | None:
    """Return the cue behind a clause with a verb at *mood*, whatever verb it is: "…, beteuerte Ada Park"."""
    words, speech = sentence.words, sentence.speech
    no_verbs = speech.not_said | speech.conjunctions | speech.breaks | speech.determiners
    no_verbs |= speech.apposes | speech.links | speech.subjunctive
    no_verbs -= speech.behind_marks
    for comma in range(mood + 1, end - 1):
        verb = comma + 1
        if words[comma].text != "," or words[verb].capital or sentence.word(verb) in no_verbs:
            continue
        small = sentence.word(verb)
        if small not in speech.behind_marks and is_stop_word(small, sentence.language):
            continue
        subject = who_after(sentence, verb)
        if subject and subject.first == verb + 1 and (subject.name or subject.gender):
            behind = subject.last + 1
            goes_on = sentence.word(behind) == "," and _goes_on(sentence, subject)
            return Cue(
                verb, verb, subject, False, (0, comma), (behind + 1, end) if goes_on else None
            )
    return None


def _source(sentence: Sentence, place: int) -> Cue | None:
    """Return the cue at *place* where it introduces or follows a source: "According to X, …"."""
    small = sentence.words[place].text.lower()
    if small in sentence.speech.behind:
        subject = who_until(sentence, place - 1)
        if subject is None or subject.first > 1:
            return None
        return Cue(place, place, subject, False, (place + 1, end_of(sentence)))
    source = sentence.speech.sources.get(small)
    if source is None:
        return None
    first = last = place
    owned = bool(source.before) and sentence.word(place - 1) in sentence.speech.possessives
    if source.before:
        first -= 2 if owned else 1
        if sentence.word(first) not in source.before:
            return None
    if source.then and not owned:
        if sentence.word(place + 1) != source.then:
            return None
        last = place + 1
    if first and sentence.speech.strength(sentence.word(first - 1)):
        return None  # "Ada Park has said according to the Bugle"
    if sentence.speech.bare_verbs and sentence.word(last + 1) in sentence.speech.cues:
        return None  # "según explicó"
    subject = _owner(sentence, place - 1) if owned else who_after(sentence, last)
    if subject is None or (source.of_figures and not (subject.name or owned)):
        return None
    clause, rest, end = (0, first), None, max(last, subject.last)
    if _clause_follows(sentence, first, end):
        after = _clause_of_source(sentence, source, end)
        if after is None:
            return None
        clause = after
    elif sentence.word(end + 1) == "," or source.goes_on:
        rest = _rest_of_source(sentence, source, end)
    return Cue(first, last, subject, False, clause if clause[1] - clause[0] > 1 else None, rest)


def _owner(sentence: Sentence, place: int) -> Subject:
    """Return who is meant by the possessive at *place*: "in her view"."""
    gender = sentence.owner(place)
    return Subject(place, place, gender=gender, omitted=gender is None)


def _clause_follows(sentence: Sentence, first: int, last: int) -> bool:
    """Return whether the words from *first* to *last*, which name a source, precede what it says."""
    if first <= 1 or sentence.words[first - 1].text in ";:":
        return True
    if sentence.words[first - 1].text != ",":
        return False
    end = end_of(sentence)
    if last + 1 >= end or any(sentence.word(at) in sentence.speech.verbs for at in range(first)):
        return False  # "It held, according to Ada Park, an engineer"
    return first <= 4 or (sentence.word(last + 1) == "," and end - last - 2 > first - 1)


def _rest_of_source(sentence: Sentence, source: SourceCue, last: int) -> Places | None:
    """Return what goes on behind a source amid what it says; None for words that explain the source."""
    rest, speech = _clause_of_source(sentence, source, last), sentence.speech
    opening = sentence.word(last + 2)
    explains = opening in speech.determiners | speech.not_rest | speech.apposes
    return None if explains and not source.goes_on else rest


def _clause_of_source(sentence: Sentence, source: SourceCue, last: int) -> tuple[int, int] | None:
    """Return the clause after a source that ends at *last*; None where the source is no speaker."""
    speech, end = sentence.speech, end_of(sentence)
    begin = last + 1
    if source.goes_on and begin < end and sentence.words[begin].text != ",":
        if sentence.word(begin) in speech.links:  # "laut der Zählung von 1901"
            return None
        begin -= 1
    while last < begin < end and sentence.words[begin].text != ",":
        begin += 1
    if sentence.word(begin + 1) in speech.apposes:  # "X, an engineer,"
        commas = (at for at in range(begin + 2, end) if sentence.words[at].text == ",")
        begin = next(commas, begin)
    return begin + 1, end


def _verb(sentence: Sentence, place: int, heading: bool, speaks: Subject | None) -> Cue | None:
    """
    Return the cue at *place* where it is a verb: "X said".

    Args:
        speaks: The subject of the verb of speech before it in the sentence.
    """
    speech = sentence.speech
    word = sentence.words[place].text.lower()
    strength = speech.strength(word)
    if strength is None:
        return None
    first = _begin(sentence, place)
    if sentence.word(first - 1) == "to" and sentence.word(first - 2) in speech.habits:
        first -= 3 if sentence.word(first - 3) in speech.phrasal else 2  # "went on to say"
    elif _is_no_cue(sentence, first, place):
        return None
    subject, inverted = _who(sentence, first, place, heading, speaks)
    if speech.bare_verbs and subject and _is_no_subject(sentence, place, subject):
        subject = None
    if subject is None and not heading and _may_omit(sentence, first, place):
        subject = Subject(first, place, omitted=True)
    if subject is None or _disagrees(sentence, place, subject):
        return None
    if word in speech.nouns and (
        sentence.word(place + 1) in speech.verbs
        or not (subject.name or subject.gender or subject.role or inverted)
    ):
        return None
    clause, rest = _reported_by(sentence, (first, place), subject, inverted, heading)
    if clause is None and not (subject.name or subject.gender or subject.role) and not any(
        token.quoted for token in sentence.words
    ):  # fmt: skip
        return None  # "than anyone expected"
    also = any(sentence.word(at) == "also" for at in range(first, place))
    return Cue(first, place, subject, also or word in speech.adding, clause, rest)


def _reported_by(
    sentence: Sentence, cue: Places, subject: Subject, inverted: bool, heading: bool
) -> Clauses:
    """Return what the verb at the end of *cue* reports; see `_verb`."""
    speech, (first, place) = sentence.speech, cue
    word = sentence.words[place].text.lower()
    if speech.strength(word) == "marks" and word not in speech.without_marks:
        return Clauses()
    if inverted and subject.first > place:
        is_speech = speech.strength(word) != "marks"  # else “The rust” described her work
        return _clauses_around(sentence, first, subject) if is_speech else Clauses()
    if subject.omitted and sentence.word(first - 1) in speech.sources and (
        sentence.word(place + 1) == ","
    ):  # fmt: skip
        return Clauses((place + 2, end_of(sentence)))  # "según explicó, …"
    return clauses(sentence, place, subject, heading)


def _begin(sentence: Sentence, place: int) -> int:
    """Return where the auxiliaries and adverbs of the verb at *place* begin."""
    speech = sentence.speech
    reflexive = sentence.word(place) in speech.reflexive
    between = speech.between | speech.be if reflexive else speech.between
    introduces = _introduces_marks(sentence, place)
    while place and (
        sentence.word(place - 1) in between or sentence.word(place - 1).endswith("ly")
    ):
        place -= 1
    could_only = introduces and sentence.word(place - 1) in speech.modals
    return place - could_only


def _is_no_subject(sentence: Sentence, place: int, subject: Subject) -> bool:
    """Return whether the words at the verb at *place* only say how or to whom: "dijo emocionado"."""
    known = subject.name or subject.gender or subject.role
    speech, following = sentence.speech, sentence.word(place + 1)
    if subject.first <= place:  # "Según explicó"
        return sentence.word(subject.last) in speech.before_bare_verbs
    return not known and following not in speech.determiners - speech.no_clause


def _disagrees(sentence: Sentence, place: int, subject: Subject) -> bool:
    """Return whether the verb at *place* is in the plural, and *subject* one word that is not: an object."""
    speech = sentence.speech
    if not speech.plural_nouns or not sentence.word(place).endswith(tuple(speech.plural_verbs)):
        return False
    word = sentence.word(subject.first)
    return subject.first == subject.last == 0 and bool(subject.name) and not (
        word.endswith(tuple(speech.plural_nouns)) or word.isupper()
    )  # fmt: skip


def _is_no_cue(sentence: Sentence, first: int, place: int) -> bool:
    """Return whether the verb at *place*, with its auxiliaries from *first* on, reports no speech."""
    speech, before = sentence.speech, sentence.word(first - 1)
    word = sentence.words[place].text.lower()
    if before in speech.unsaid or before.endswith(("n’t", "n't")):
        return True
    if before in speech.be and not _is_participle(word):
        return True
    if before in speech.determiners and before != "that":
        return True  # "the claims"
    if (before, word) == ("member", "states") or _is_passive(sentence, place):
        return True
    if (parts := speech.separable.get(word)) and not any(
        sentence.word(at) in parts for at in range(place + 1, place + _PART_AWAY)
    ):
        return True
    if (parts := speech.phrasal.get(word)) and sentence.word(place + 1) not in parts:
        return True
    if word in speech.behind_marks and not _follows_marks(sentence, first):
        return True
    given = (sentence.word(at).removesuffix("s") for at in range(place + 1, place + 6))
    if word in speech.giving and speech.given.isdisjoint(given):
        return True
    return before == "and" and _is_infinitive(sentence, place)


def _introduces_marks(sentence: Sentence, place: int) -> bool:
    """Return whether a colon and a quotation follow the verb at *place*: "could only say: “No.”"."""
    words = sentence.words
    return sentence.word(place + 1) == ":" and place + 2 < len(words) and words[place + 2].quoted


def _is_passive(sentence: Sentence, place: int) -> bool:
    """Return whether "by" and somebody follow the verb at *place*: "said by Ada Park"."""
    if sentence.word(place + 1) != "by" or place + 2 >= len(sentence.words):
        return False
    after = sentence.words[place + 2]
    return after.capital or after.text.lower() in sentence.speech.determiners


def _is_participle(word: str) -> bool:
    return word.endswith("ing")


def _who(
    sentence: Sentence, first: int, place: int, heading: bool, speaks: Subject | None
) -> tuple[Subject | None, bool]:
    """Return who speaks by the verb at *place*, and whether the verb comes first; see `_verb`."""
    speech, before = sentence.speech, sentence.word(first - 1)
    word = sentence.words[place].text.lower()
    inverted = _follows_marks(sentence, first) and not _follows_nickname(sentence, first)
    subject = who_after(sentence, place) if inverted else None
    if subject and word in speech.ordering and sentence.word(subject.last + 1) == "to":
        subject, inverted = None, False  # "urges X to leave"
    if subject is None and speech.pronoun_follows and sentence.gender(place + 1):
        inverted = True
        subject = who_after(sentence, place)
    if subject is None and before == "," and (amid := _amid(sentence, place)):
        return amid, True
    if subject is None and (before in speech.ands or before in speech.buts):
        subject = antecedent_of_who(sentence, first) or _goes_on_speaking(sentence, first, speaks)
        subject = subject or who_begins(sentence, first)
    participle = _is_participle(word)
    if subject is None and participle and before not in speech.be and before != "–":
        if before != "," and before not in speech.before_participles and first:
            return None, False
        subject = speaks or who_begins(sentence, first)
    if subject is None:
        subject = who_before(sentence, first - 1 if participle and before in speech.be else first)
    is_open = before in PAUSES or heading
    if subject and speech.pronoun_follows and subject.first == subject.last == 0 == first - 1 and (
        (behind := who_after(sentence, place)) and behind.name
    ):  # fmt: skip
        return behind, True  # "Spöttisch fragte Ada Park"
    if subject or inverted or not is_open or speech.strength(word) == "marks" or (
        word in speech.nouns
    ):  # fmt: skip
        return subject, inverted
    subject = who_after(sentence, place)
    if subject and any(sentence.word(at) in speech.verbs for at in range(place, subject.last + 3)):
        subject = None
    return subject, True


def _goes_on_speaking(sentence: Sentence, cue: int, speaks: Subject | None) -> Subject | None:
    """Return who spoke before in the sentence where *speaks* begins it: "Ada Park left, said it held and warned"."""
    if speaks is None or speaks.last >= cue or speaks.omitted:
        return None
    begins = who_begins(sentence, cue)
    return speaks if begins and begins.first <= speaks.last and speaks.name else None


def _amid(sentence: Sentence, place: int) -> Subject | None:
    """Return Ada Park of "The bridge, said Ada Park, held", whose verb is at *place*."""
    if place + 1 >= len(sentence.words):
        return None
    following = sentence.words[place + 1]
    if not following.capital and not is_role(following.text):
        return None
    if sentence.word(place) not in sentence.speech.inverting:
        return None
    subject = who_after(sentence, place)
    if subject is None or not subject.name or subject.last + 1 >= len(sentence.words):
        return None
    return subject if sentence.words[subject.last + 1].text in ",." else None


def _may_omit(sentence: Sentence, first: int, place: int) -> bool:
    """Return whether the verb at *place* has the person for its subject that was spoken of: "Dijo que"."""
    speech, word = sentence.speech, sentence.word(place)
    if not word.endswith(tuple(speech.bare_verbs)) or word.endswith(tuple(speech.plural_verbs)):
        return False
    while first and sentence.word(first - 1) in speech.before_bare_verbs:
        first -= 1
    return not first or _follows_marks(sentence, first)


def _is_infinitive(sentence: Sentence, cue: int) -> bool:
    """Return whether a cue after "and" is an infinitive, whose "to" stands before the "and"."""
    if sentence.word(cue) not in sentence.speech.base:
        return False
    for place in range(cue - 2, max(-1, cue - FAR), -1):
        if sentence.word(place) in sentence.speech.unsaid:
            return True
        if sentence.words[place].text in PAUSES:
            return False
    return False


def _clauses_around(sentence: Sentence, cue: int, subject: Subject) -> Clauses:
    """Return the clauses of "It rained, said Ada Park", or "Im Mai sagte Ada Park, dass es regne"."""
    speech, behind = sentence.speech, subject.last + 2
    that = speech.conjunctions - speech.relative
    comma = sentence.word(behind - 1) == ","
    if comma and sentence.word(behind) in that:
        return Clauses((behind + 1, before_semicolon(sentence, behind)))
    if sentence.word(0) in speech.fronted:
        return Clauses()
    goes_on = comma and _goes_on(sentence, subject)
    return Clauses((0, cue), (behind, end_of(sentence)) if goes_on else None)


def _goes_on(sentence: Sentence, subject: Subject) -> bool:
    """Return whether what is said before its cue goes on after *subject* and a comma."""
    speech, first, end = sentence.speech, subject.last + 2, end_of(sentence)
    if sentence.word(first) in speech.not_said | speech.conjunctions | speech.breaks:
        return False
    if any(sentence.word(at) in speech.subjunctive for at in range(first, end)):
        return True
    follows = subject.gender is not None  # after a name it would explain who it is
    follows = follows or (first < end and sentence.word(first) in speech.verbs)
    return follows and end - first > 1 and not sentence.words[0].quoted


def _follows_nickname(sentence: Sentence, place: int) -> bool:
    """Return whether what somebody is called in marks precedes the pause before *place*: "X, the “Fox”, said"."""
    place -= 1
    while place >= 0 and sentence.words[place].text in ",–—-":
        place -= 1
    return place > 0 and is_nickname(sentence.words, sentence.words[place].start, sentence.speech)


def _follows_marks(sentence: Sentence, place: int) -> bool:
    """Return whether a quotation ends right before *place*."""
    place -= 1
    while place >= 0 and sentence.words[place].text in ",–—-":
        place -= 1
    return place >= 0 and sentence.words[place].quoted
