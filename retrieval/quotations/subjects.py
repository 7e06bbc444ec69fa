"""Who speaks in a sentence, by the place of the cue."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from retrieval.articles import Span
from retrieval.lang.registry import language as language_of
from retrieval.lang.registry import names
from retrieval.lang.schema import NONE, Speech
from retrieval.quotations.lexicon import (
    is_body,
    is_body_noun,
    is_named_body,
    is_of_people,
    is_role,
)
from retrieval.quotations.names import (
    Gender,
    is_abbreviated,
    is_noun,
    name_of,
    name_without_office,
    runs,
    runs_to_end,
)
from retrieval.quotations.tokens import TextToken, owns, text_of, texts_of, without_owner

PAUSES = frozenset(",–—-()[];:")
FAR = 24
"""Most words between a cue and who speaks."""
_LONGEST_TITLE = 30
"""Most characters between marks that name something amid who speaks."""
_CALLED = 6
"""Most words between "known" and a nickname."""
_FEW = 8
"""Most words of a role before a name."""
_NEAR = 3
"""Most words between a name at the beginning of a sentence and the noun that it goes with."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """
    The words and signs of a sentence, and how its language reports speech.

    `small` has the words in small letters, but an acronym in capitals: WHO is not the word "who".
    """

    words: Sequence[TextToken]
    language: str | None
    speech: Speech
    small: Sequence[str]

    def word(self, place: int) -> str:
        """Return the word in `small` at *place*; an empty one where there is none."""
        return self.small[place] if 0 <= place < len(self.small) else ""

    def gender(self, place: int) -> Gender | None:
        """Return the gender of a pronoun for one person; None where there is none."""
        word = self.word(place)
        if word in self.speech.he:
            return "he"
        return "she" if word in self.speech.she else None

    def owner(self, place: int) -> Gender | None:
        """Return the gender of a possessive pronoun for one person; None where there is none."""
        word = self.word(place)
        if word in self.speech.his:
            return None if word in self.speech.her else "he"
        return "she" if word in self.speech.her else None

    def opens(self, place: int) -> bool:
        """Return whether a word stands at *place* that may begin or end who speaks."""
        return (
            0 <= place < len(self.words)
            and not self.words[place].quoted
            and (self.words[place].text[0].isalpha() or self.words[place].text[-1].isalpha())
        )


def in_small_letters(words: Sequence[TextToken]) -> list[str]:
    """Return *words* in small letters, but acronyms in capitals."""
    texts = [word.text for word in words]
    small = [text.lower() for text in texts]
    for place, text in enumerate(texts):
        if len(text) > 1 and text.isupper() and not _is_loud(words, place):
            small[place] = text
    return small


def _is_loud(words: Sequence[TextToken], place: int) -> bool:
    """Return whether the words next to the one at *place* are in capitals as well."""
    beside = (token.text for at in (place + 1, place - 1) for token in words[max(0, at) : at + 1])
    return not any(word[0].isalpha() and not word.isupper() for word in beside)


class Subject(NamedTuple):
    """
    Who speaks, as the sentence has it; `first` and `last` are the places of its words, inclusive.

    It has one of `name`, `gender` for a pronoun, and `role` for a role without a name; none of them
    where the sentence does not say who it is. It is `omitted` where a language needs no pronoun: "Dijo que".
    """

    first: int
    last: int
    name: Span | None = None
    gender: Gender | None = None
    role: tuple[str, ...] = ()
    omitted: bool = False


def who_before(sentence: Sentence, cue: int) -> Subject | None:
    """Return who stands before the cue at *cue*."""
    last = cue - 1
    if last < 0:
        return None
    if last and sentence.words[last].text == "." and is_abbreviated(sentence.words, last - 1):
        last -= 1  # "Ada Park Jr."
    if sentence.word(last) == "who":
        last -= 1
        if last >= 0 and sentence.words[last].text == ",":
            last -= 1
        return who_until(sentence, last)
    if sentence.words[last].text in ",)–—":
        return _before_apposition(sentence, last)
    return who_until(sentence, last)


def who_until(sentence: Sentence, last: int) -> Subject | None:
    """Return who the words that end at *last* are."""
    if last and sentence.words[last].text.isdigit() and sentence.words[last - 1].capital:
        return _numbered(sentence, last)
    if not sentence.opens(last):
        return None
    words, speech, word = sentence.words, sentence.speech, sentence.word(last)
    if (gender := sentence.gender(last)) and not (
        last
        and words[last].capital
        and words[last - 1].text not in ",–—"
        and not words[last - 1].quoted
    ):
        return Subject(last, last, gender=gender)
    if word in speech.it:
        return Subject(last, last, gender="it")
    if word in speech.others:
        return Subject(last, last)
    if (
        word in speech.breaks
        or word in speech.links
        or word in speech.verbs
        or word in speech.unsaid
    ):
        return None
    first = last
    while first > 0 and last - first < FAR:
        token = words[first - 1]
        joins = sentence.word(first - 1) in speech.breaks and _joins_body(sentence, first - 1, last)
        if token.quoted or token.text in PAUSES or (
            sentence.word(first - 1) in speech.breaks and not joins
        ):  # fmt: skip
            break
        if not token.text[0].isalnum() and token.text not in ".&":
            break
        first -= 1
    segment = words[first : last + 1]
    if name_runs := runs_to_end(segment):
        return _named(sentence, first, segment, name_runs)
    return _role(sentence, first, segment)


def _numbered(sentence: Sentence, last: int) -> Subject | None:
    """Return "Channel 4", whose number is the word at *last*."""
    named = who_until(sentence, last - 1)
    if named is None or named.name is None:
        return None
    return named._replace(last=last, name=Span(named.name.start, sentence.words[last].end))


def _joins_body(sentence: Sentence, place: int, last: int) -> bool:
    """Return whether the word at *place* is the "and" of "the Food and Drug Administration"."""
    words, speech = sentence.words, sentence.speech
    if place < 2 or sentence.word(place) not in speech.ands or not words[place - 1].capital:
        return False
    first = place - 1
    while first and words[first - 1].capital and sentence.word(first - 1) not in speech.determiners:
        first -= 1
    before = sentence.word(first - 1)
    if before in speech.name_links and first > 1:
        return words[first - 2].capital and words[place + 1].capital
    return before in speech.determiners and is_body(words[last].text)


def _named(
    sentence: Sentence,
    offset: int,
    segment: Sequence[TextToken],
    name_runs: Sequence[tuple[int, int]],
) -> Subject | None:
    """Return the subject of a *segment* that ends with a name, the last of the runs *name_runs*."""
    speech = sentence.speech
    last = name_runs[-1][1]
    number = len(name_runs) - 1
    if (own := name_without_office(segment, name_runs, number, speech.name_links)) is not None:
        name = name_of(segment[own : last + 1], sentence.language)
        return Subject(offset + own, offset + last, name.span) if name else None
    begin = _whole(sentence, segment, name_runs, number)
    if member := _member(sentence, segment, name_runs, begin):
        return Subject(offset + member[0], offset + last, member[1])
    if _follows_role(sentence, segment, begin):
        return _role(sentence, offset, segment)
    if begin != name_runs[-1][0]:  # "Office of the General Prosecutor"
        return Subject(offset + begin, offset + last, _span(sentence, segment[begin : last + 1]))
    before = begin - (begin > 0 and segment[begin - 1].text.lower() == "the") - 1
    if _are_several(sentence, offset, segment, before):
        return Subject(offset + begin, offset + last)
    link = segment[before].text.lower() if before >= 0 else ""
    if link in ("of", "for") or _owner_follows(sentence, segment, before):
        return _role(sentence, offset, segment)
    if owns(segment[last]):
        return None
    words = segment[begin : last + 1]
    if link in speech.places and before == begin - 1 and len(words) > 1:  # "in Berlin Scholz said"
        words, begin = words[-1:], last
    elif link in speech.links:
        return _role(sentence, offset, segment)
    if before >= 0 and owns(segment[before]) and is_body(text_of(words)):
        words = segment[before : last + 1]
        return Subject(offset + before, offset + last, _span(sentence, words))
    name = name_of(words, sentence.language)
    if name is None:
        return Subject(offset + begin, offset + last, role=texts_of(words))
    return Subject(offset + begin, offset + last, name.span)


def _follows_role(sentence: Sentence, segment: Sequence[TextToken], begin: int) -> bool:
    """Return whether a preposition joins the name at *begin* to people: "analysts at the Bank of Lenne"."""
    determined = begin > 0 and segment[begin - 1].text.lower() in sentence.speech.determiners
    before = begin - determined - 1
    if (
        before < 1
        or segment[before].text.lower() not in sentence.speech.links | sentence.speech.agents
    ):
        return False
    noun = before - 1
    if noun and segment[noun].text.endswith(tuple(sentence.speech.participles)):
        noun -= 1  # "officials interviewed by the Bugle"
    return is_of_people(segment[noun].text)


def _describes(sentence: Sentence, word: TextToken) -> bool:
    """Return whether *word* is part of a role before a name: "his counterpart"."""
    small = word.text.lower()
    is_noun = is_role(small) or small in names().relatives
    return small in sentence.speech.determiners or (is_noun and not word.capital)


def _owner_follows(sentence: Sentence, segment: Sequence[TextToken], owner: int) -> bool:
    """Return whether a preposition joins the possessive at *owner* to a role: "owner of Salter's Mill"."""
    if owner < 2 or not owns(segment[owner]):
        return False
    while owner and segment[owner - 1].capital:
        owner -= 1
    link = segment[owner - 1].text.lower() if owner else ""
    return link in sentence.speech.name_links and is_role(segment[owner - 2].text)


def _are_several(
    sentence: Sentence, offset: int, segment: Sequence[TextToken], before: int
) -> bool:
    """Return whether a name, which the word at *before* precedes, is the last of several."""
    while before >= 0 and _describes(sentence, segment[before]):
        before -= 1
    if before >= 0:
        return segment[before].text.lower() in ("and", "&", "or", "nor")
    return (
        offset > 1
        and sentence.word(offset - 1) in sentence.speech.ands
        and (sentence.words[offset - 2].capital or _ends_list(sentence, offset - 2))
    )


def _member(
    sentence: Sentence,
    segment: Sequence[TextToken],
    name_runs: Sequence[tuple[int, int]],
    body: int,
) -> tuple[int, Span] | None:
    """Return the place and the name of "Ada Park" in "Ada Park of the WHO", whose "WHO" is at *body*."""
    links = sentence.speech.links
    for first, last in name_runs:
        words = segment[first : last + 1]
        if last >= body or any(word.text.lower() in links for word in segment[:first]):
            return None
        if segment[last + 1].text.lower() in sentence.speech.member_links and not owns(words[-1]):
            name = None if is_body(text_of(words)) else name_of(words, sentence.language)
            if name and (name.title or name.span.start < words[-1].start):
                return first, name.span
    return None


def _ends_list(sentence: Sentence, comma: int) -> bool:
    """Return whether names in a row precede the comma at *comma*: "X, Y, and Z said"."""
    if comma < 1 or sentence.words[comma].text != "," or not sentence.words[comma - 1].capital:
        return False
    return any(
        sentence.words[at].text == "," and sentence.words[at - 1].capital
        for at in range(max(1, comma - 5), comma)
    )


def _span(sentence: Sentence, words: Sequence[TextToken]) -> Span:
    """Return the span of an organization's name, without "the"."""
    first = 0
    while first < len(words) - 1 and words[first].text.lower() in sentence.speech.determiners:
        first += 1
    end = words[-1].end
    return Span(words[first].start, end - len(words[-1].text) + len(without_owner(words[-1].text)))


def _whole(
    sentence: Sentence,
    segment: Sequence[TextToken],
    name_runs: Sequence[tuple[int, int]],
    number: int,
) -> int:
    """Return where the name begins that ends with the run *number*: "Ministry of Foreign Affairs"."""
    first, last = name_runs[number]
    best = first
    while number:
        before = name_runs[number - 1]
        between = text_of(segment[before[1] + 1 : first]).lower()
        if between not in sentence.speech.name_links or owns(segment[before[1]]):
            break
        first = before[0]
        if between == "and":
            opening = {word.text.lower() for word in segment[max(0, first - 1) : first + 1]}
            if opening & sentence.speech.determiners and is_body(segment[last].text):
                best = first  # "the Food and Drug Administration"
        elif is_body(text_of(segment[before[0] : before[1] + 1])):
            best = first
        number -= 1
    return best


def _role(sentence: Sentence, offset: int, segment: Sequence[TextToken]) -> Subject | None:
    """Return the subject of a *segment* that ends with a common noun, or with what modifies one."""
    speech = sentence.speech
    begin = _begin_of_role(sentence, segment)
    words = segment[begin:]
    phrase = _without_modifiers(sentence, words)
    is_joined = begin > 1 and segment[begin - 1].text.lower() in speech.member_links
    member = _named_member(sentence, offset, segment[: begin - 1]) if is_joined else None
    if member is None and len(phrase) < len(words):
        member = _named_member(sentence, offset + begin, phrase)
    if member:
        return member._replace(last=offset + len(segment) - 1)
    if speech.head_first:
        phrase = words[: _head(phrase) + 1]
    first, last = offset + begin, offset + len(segment) - 1
    if _may_be_apposed(sentence, first, words) and (name := _whole_name(sentence, first - 2)):
        return Subject(name[0], last, name[1])
    named = [word for word in phrase if word.text.lower() not in speech.determiners]
    if named and _begins_apart(sentence, named):
        noun_at = offset + segment.index(named[-1])
        return Subject(noun_at, noun_at, role=(named[-1].text,))
    if named and is_named_body(texts_of(named)):
        return Subject(first, last, Span(named[0].start, named[-1].end))
    noun = phrase[-1].text
    if is_role(noun) or is_body_noun(noun) or is_of_people(noun):
        return Subject(first, last, role=texts_of(phrase))
    return Subject(first, last)


def _begin_of_role(sentence: Sentence, segment: Sequence[TextToken]) -> int:
    """Return where the role begins with which *segment* ends: at a determiner or a possessive."""
    speech, begin = sentence.speech, 0
    for place in range(len(segment) - 1, -1, -1):
        if segment[place].text.lower() in speech.determiners or owns(segment[place]):
            begin = place
            while owns(segment[place]) and begin and _is_of_name(segment[begin - 1]):
                begin -= 1
            if not place or segment[place - 1].text.lower() not in speech.links:
                break
    return (
        0 if begin and _follows_role(sentence, segment, begin) else begin
    )  # "analysts at the bank"


def _without_modifiers(sentence: Sentence, words: Sequence[TextToken]) -> Sequence[TextToken]:
    """Return *words* up to what a preposition joins to them: "officials" of "officials asked by the Bugle"."""
    speech = sentence.speech
    links = (
        place for place, word in enumerate(words) if place and word.text.lower() in speech.links
    )
    phrase = words[: next(links, len(words))]
    participle = phrase[-1].text.endswith(tuple(speech.participles))
    return phrase[:-1] if 1 < len(phrase) < len(words) and participle else phrase


def _named_member(sentence: Sentence, first: int, phrase: Sequence[TextToken]) -> Subject | None:
    """Return Ada Park of "Colonel Ada Park of the border guard", whose words from *first* on are *phrase*."""
    name_runs = runs_to_end(phrase)
    if not name_runs or owns(phrase[-1]) or is_body(text_of(phrase[name_runs[-1][0] :])):
        return None
    if any(word.text.lower() in sentence.speech.links for word in phrase[: name_runs[-1][0]]):
        return None  # "a friend of Ada Park"
    name = name_of(phrase[name_runs[-1][0] :], sentence.language)
    is_full = name is not None and (name.title or name.span.start < phrase[-1].start)
    return Subject(first, first, name.span) if name and is_full else None


def _head(phrase: Sequence[TextToken]) -> int:
    """Return the place of the first noun of *phrase* for a person or an organization, else of its last word."""
    heads = (at for at, word in enumerate(phrase) if is_role(word.text) or is_body_noun(word.text))
    return next(heads, len(phrase) - 1)


def _is_of_name(word: TextToken) -> bool:
    return word.capital and not is_role(word.text) and word.text not in names().openers


def _begins_apart(sentence: Sentence, named: Sequence[TextToken]) -> bool:
    """Return whether *named* ends with a body's noun, and begins with a word of the sentence apart from it."""
    adjectives = language_of(sentence.language).names.body_adjectives
    return bool(adjectives) and named[0] is sentence.words[0] and len(named) > 1 and (
        is_body_noun(named[-1].text) and not named[0].text.endswith(tuple(adjectives))
    )  # fmt: skip


def _may_be_apposed(sentence: Sentence, first: int, words: Sequence[TextToken]) -> bool:
    """Return whether *words*, which begin at *first*, may explain a name before the comma there."""
    speech = sentence.speech
    return (
        first > 1
        and sentence.words[first - 1].text == ","
        and words[0].text.lower() not in speech.some | speech.whose
        and not any(
            word.text.lower() in speech.verbs or word.text.lower() == "to" for word in words
        )
    )


def _whole_name(sentence: Sentence, last: int) -> tuple[int, Span] | None:
    """Return the name that fills the words from the pause before *last* to it, and where they begin."""
    first = last
    while (
        first > 0
        and last - first < FAR
        and sentence.words[first - 1].text not in ",;:–—"
        and not sentence.words[first - 1].quoted
    ):
        first -= 1
    speech = sentence.speech
    if first < last and sentence.word(first) in speech.ands | speech.buts | speech.breaks:
        first += 1  # "and Ada Park, the mayor,"
    words = sentence.words[first : last + 1]
    name_runs = runs_to_end(words)
    if not name_runs or owns(words[-1]) or sentence.word(first) in sentence.speech.links:
        return None
    if (
        own := name_without_office(words, name_runs, len(name_runs) - 1, sentence.speech.name_links)
    ) is not None:
        office = name_of(words[own:], sentence.language)
        return (first, office.span) if office else None
    begin = name_runs[-1][0]
    determiners = sentence.speech.determiners
    if any(
        not is_role(word.text) and word.text.lower() not in determiners for word in words[:begin]
    ):
        return None
    name = name_of(words[begin:], sentence.language)
    return (first, name.span) if name else None


def _before_apposition(sentence: Sentence, comma: int) -> Subject | None:
    """
    Return who stands before words between commas: "X, the mayor, said".

    The first of several names in a row is the speaker: "X, of the builder, Lenne Works, said".
    """
    words = sentence.words
    named: tuple[int, Span] | None = None
    last = comma
    for _ in range(6):
        end = begin = last - 1
        named = _whole_name(sentence, end) or named
        while begin >= 0 and words[begin].text not in ",(–—;" and _is_detail(sentence, begin):
            begin -= 1
            if end - begin > FAR:
                break
        if begin < 0 or words[begin].text not in ",(–—":
            if not named and begin < end and comma != end + 1:
                return _before_details(sentence, begin + 1, end, comma)
            break
        last = begin
    return Subject(_role_before(sentence, named[0]), comma, named[1]) if named else None


def _role_before(sentence: Sentence, first: int) -> int:
    """Return where "its manager," begins that precedes the name at *first*; else *first*."""
    if first < 2 or sentence.words[first - 1].text != ",":
        return first
    begin = first - 1
    while begin > 0 and sentence.opens(begin - 1) and first - begin <= _FEW:
        begin -= 1
    words = sentence.words[begin : first - 1]
    is_described = sentence.word(begin) in sentence.speech.determiners and (
        is_role(words[-1].text) or any(word.text.lower() in sentence.speech.links for word in words)
    )
    return begin if is_described else first


def _before_details(sentence: Sentence, first: int, end: int, comma: int) -> Subject | None:
    """Return who the words from *first* to *end* are, which details follow up to *comma*."""
    speech, opening = sentence.speech, sentence.word(first)
    segment = sentence.words[first : end + 1]
    if name_runs := runs_to_end(segment):
        subject = _named(sentence, first, segment, name_runs)
    elif opening in speech.determiners and _may_be_details(sentence, end + 2):
        subject = _role(sentence, first, segment)
    else:
        return None
    return subject._replace(last=comma) if subject else None


def _is_detail(sentence: Sentence, place: int) -> bool:
    """Return whether the word at *place* is no quotation, or names something: "whose “Old River” was sung"."""
    words = sentence.words
    if not words[place].quoted:
        return True
    first = place
    while first and words[first - 1].text not in ",–—;":
        first -= 1
    is_short = len(words[place].text) <= _LONGEST_TITLE
    return is_short and (
        is_nickname(words, words[place].start, sentence.speech)
        or sentence.word(first) in sentence.speech.whose
    )


def _may_be_details(sentence: Sentence, at: int) -> bool:
    """Return whether the words that begin at *at*, behind a comma, tell more of somebody."""
    speech, word = sentence.speech, sentence.word(at)
    known = word in speech.apposes | speech.determiners | speech.breaks | speech.links
    return known or word.isdigit() or word.endswith(tuple(speech.participles))


def is_nickname(words: Sequence[TextToken], start: int, speech: Speech) -> bool:
    """Return whether the words in marks at *start* are what somebody is called: "nicknamed the “Fox”"."""
    place = bisect_left(words, start, key=lambda word: word.start)
    before = [word.text.lower() for word in words[max(0, place - _CALLED) : place]]
    if not 0 < place < len(words) or len(words[place].text) > _LONGEST_TITLE:
        return False
    return not speech.nicknaming.isdisjoint(before) and (
        before[-1] in speech.nicknaming | speech.determiners | speech.quoted_as
    )


def who_begins(sentence: Sentence, cue: int) -> Subject | None:
    """Return whom the sentence is about, for a participle: "X left, saying that …"."""
    words, determiners = sentence.words, sentence.speech.determiners
    place = _after_opening(sentence, cue)
    if place >= cue:
        return None
    if gender := sentence.gender(place):
        return Subject(place, place, gender=gender)
    last = place
    while last < cue and (
        words[last].capital
        or sentence.word(last) in determiners
        or sentence.word(last) == "of"
        or (last > place and words[last].text == "." and is_abbreviated(words, last - 1))
    ):
        last += 1
    if last == place:
        return None
    if last < cue and words[last].text == "," and last - place == 1:  # "Now, some experts"
        return None
    if words[last - 1].capital and sentence.word(last - 1) not in determiners:
        return _name_begins(sentence, place, last, cue)
    for noun in range(last, min(cue, last + _NEAR)):
        is_whole = noun + 1 == cue or not _is_noun_of_speaker(words[noun + 1])
        if is_whole and _is_noun_of_speaker(words[noun]):
            return _role(sentence, place, words[place : noun + 1])
    return Subject(place, last - 1)


def _is_noun_of_speaker(word: TextToken) -> bool:
    return is_role(word.text) or is_body_noun(word.text) or is_of_people(word.text)


def _after_opening(sentence: Sentence, cue: int) -> int:
    """Return the place where the sentence begins after a phrase like "In May, "."""
    speech, place = sentence.speech, 0
    if sentence.word(0) in speech.links or sentence.word(0) in speech.openings:
        while place < cue and sentence.words[place].text != ",":
            place += 1
        place += 1
    return place


def _name_begins(sentence: Sentence, place: int, last: int, cue: int) -> Subject | None:
    """Return the subject of a sentence that begins with a name, from *place* to before *last*."""
    words, noun = sentence.words, sentence.word(last)
    segment = words[place:last]
    name_runs = runs_to_end(segment)
    if not name_runs:
        return None
    if is_body_noun(noun) and last < cue:
        return _role(sentence, place, words[place : last + 1])
    if is_role(noun) and last + 1 < cue:
        further = last + 1
        while further < cue and words[further].capital:
            further += 1
        if further > last + 1:
            return who_until(sentence, further - 1)
        return _role(sentence, place, words[place : last + 1])
    return _named(sentence, place, segment, name_runs)


def who_after(sentence: Sentence, cue: int) -> Subject | None:
    """Return who stands after the cue at *cue*: "said X", "according to X"."""
    first = cue + 1
    if not sentence.opens(first):
        return None
    if gender := sentence.gender(first):
        return Subject(first, first, gender=gender)
    if sentence.word(first) in sentence.speech.others:
        return Subject(first, first)
    last = _end_of_subject(sentence, first)
    segment = sentence.words[first:last]
    if not segment:
        return None
    return (
        _first_name(sentence, first, segment)
        or _name_after_role(sentence, first, last)
        or _role(sentence, first, segment)
    )


def _end_of_subject(sentence: Sentence, first: int) -> int:
    """Return the place before which the words end that may name who speaks from *first* on."""
    speech, last = sentence.speech, first
    parts = speech.separable.get(sentence.word(first - 1), NONE)
    while last < len(sentence.words) and last - first < FAR:
        token, small = sentence.words[last], sentence.word(last)
        if (
            (token.quoted and not _is_name_within(sentence, first, last))
            or token.text in PAUSES
            or (small in speech.breaks and small != "and")
            or (small in speech.verbs and not token.capital)
            or token.text in "!?…"
            or small in parts
            or (token.text == "." and last == len(sentence.words) - 1)
        ):
            break
        last += 1
    return last


def _is_name_within(sentence: Sentence, first: int, place: int) -> bool:
    """Return whether the words in marks at *place* name something amid who speaks: "said the head of “Altena” X"."""
    words = sentence.words
    before, after = words[place - 1], words[place + 1 : place + 2]
    return (
        first < place
        and before.text[0].isalpha()
        and len(words[place].text) <= _LONGEST_TITLE
        and bool(after)
        and after[0].capital
    )


def _first_name(sentence: Sentence, offset: int, segment: Sequence[TextToken]) -> Subject | None:
    """Return the first name in *segment* that no preposition joins to a noun before it."""
    name_runs = list(runs(segment))
    for number, (begin, end) in enumerate(name_runs):
        if owns(segment[end]):
            continue
        if begin == end and is_noun(segment[end], sentence.language):
            return Subject(offset, offset + end, role=texts_of(segment[: end + 1]))
        if (
            own := name_without_office(segment, name_runs, number, sentence.speech.name_links)
        ) is not None:
            name = name_of(segment[own : end + 1], sentence.language)
            return Subject(offset + own, offset + end, name.span) if name else None
        whole = _whole(sentence, segment, name_runs, number)
        if whole == begin and any(
            word.text.lower() in sentence.speech.links for word in segment[:begin]
        ):
            return None
        further = number
        while (
            further + 1 < len(name_runs)
            and _whole(sentence, segment, name_runs, further + 1) == whole
        ):
            further += 1
        if further > number or whole != begin:
            last = name_runs[further][1]
            owner = bool(whole) and owns(segment[whole - 1])
            words = segment[whole - owner : last + 1]
            return Subject(offset + whole, offset + last, _span(sentence, words))
        if subject := _run_as_subject(sentence, offset, segment, begin, end):
            return subject
    return None


def _body_noun_after(sentence: Sentence, segment: Sequence[TextToken], end: int) -> int | None:
    """Return the place of "ministry" in "Lennish defence ministry", whose name ends at *end*."""
    for at in range(end + 1, min(len(segment), end + 1 + _NEAR)):
        word = segment[at]
        if word.capital or not word.text[0].isalpha() or word.text in sentence.speech.links:
            return None
        if is_body_noun(word.text):
            beside = segment[at + 1 : at + 2]
            return None if beside and (beside[0].capital or is_role(beside[0].text)) else at
    return None


def _run_as_subject(
    sentence: Sentence, offset: int, segment: Sequence[TextToken], begin: int, end: int
) -> Subject | None:
    """Return the subject that the run from *begin* to *end* is, by itself or with its neighbours."""
    words, after = segment[begin : end + 1], segment[end + 1 : end + 3]
    if (noun := _body_noun_after(sentence, segment, end)) is not None:
        return Subject(offset + begin, offset + noun, Span(words[0].start, segment[noun].end))
    if len(after) == 2 and is_role(after[0].text) and after[1].capital:
        return None  # "Altena mayor Ada Park"
    if begin and owns(segment[begin - 1]) and is_body(text_of(words)):
        span = _span(sentence, segment[begin - 1 : end + 1])
        return Subject(offset + begin, offset + end, span)
    name = name_of(words, sentence.language)
    return Subject(offset + begin, offset + end, name.span) if name else None


def _name_after_role(sentence: Sentence, first: int, comma: int) -> Subject | None:
    """Return the name after the role that ends with *comma*: "said its director, X"."""
    words = sentence.words
    if comma == len(words) or words[comma].text != ",":
        return None
    end = comma + 1
    while end < len(words) and words[end].text not in ",.;:" and not words[end].quoted:
        end += 1
    if any(is_role(token.text) for token in words[first:comma]) and (
        name := _whole_name(sentence, end - 1)
    ):
        return Subject(first, end - 1, name[1])
    return None


def antecedent_of_who(sentence: Sentence, cue: int) -> Subject | None:
    """Return X of "X, who was ill and said"; an unknown subject for a clause about a thing."""
    for place in range(cue - 1, max(0, cue - FAR), -1):
        word = sentence.word(place)
        if sentence.words[place].text in ";:" or sentence.words[place].quoted:
            return None
        if word == "who":
            return who_before(sentence, place + 1) or Subject(place, place)
        if word in ("which", "whom", "whose"):
            return Subject(place, place)
    return None
