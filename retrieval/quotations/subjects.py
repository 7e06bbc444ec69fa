"""Who speaks in a sentence, by the place of the words that say so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from retrieval.articles import Span
from retrieval.lang.schema import Speech
from retrieval.quotations.names import (
    Token,
    abbreviated,
    bare,
    body_of,
    is_body,
    is_body_noun,
    is_role,
    name_of,
    owns,
    runs,
)
from retrieval.quotations.person_names import Gender

PAUSES = frozenset(",–—-()[];:")
NEVER = frozenset(["not", "never", "to", "if", "would", "could", "should", "might", "may", "can", "must"])  # fmt: skip
"""After them nobody has said it."""
FAR = 24
"""Words to look back or ahead in for who speaks."""
_OTHERS = frozenset(["they", "it", "we", "i", "you", "who", "which", "one", "some", "many", "others", "there"])  # fmt: skip
_SOME = frozenset(["some", "many", "several", "these", "those", "other", "most"])
_IN_NAMES = frozenset([("of",), ("of", "the"), ("for",), ("for", "the"), ("and",)])
_OF_A_BODY = frozenset([("of",), ("of", "the"), ("from",), ("from", "the")])


@dataclass(frozen=True, slots=True)
class Sentence:
    """The words and signs of a sentence, and how its language tells of speech."""

    words: Sequence[Token]
    language: str | None
    speech: Speech

    def word(self, place: int) -> str:
        """In small letters, but capitals beside small ones, which are no word but a name: WHO."""
        if not 0 <= place < len(self.words):
            return ""
        word = self.words[place].text
        if len(word) > 1 and word.isupper() and not self._is_loud(place):
            return word
        return word.lower()

    def _is_loud(self, place: int) -> bool:
        """Whether the next words to the one at *place* are in capitals as well."""
        beside = (
            token.text for at in (place + 1, place - 1) for token in self.words[max(0, at) : at + 1]
        )
        return not any(word[0].isalpha() and not word.isupper() for word in beside)

    def gender(self, place: int) -> Gender | None:
        """Of a pronoun for one person; None where none stands there."""
        word = self.word(place)
        if word in self.speech.he:
            return "he"
        return "she" if word in self.speech.she else None


class Subject(NamedTuple):
    """
    Who speaks, as the sentence has it; `first` and `last` are places of its words.

    `gender` for a pronoun, `role` for the words of a role without a name; neither nor `name` where
    somebody speaks of whom nothing is told.
    """

    first: int
    last: int
    name: Span | None = None
    gender: Gender | None = None
    role: tuple[str, ...] = ()


def who_before(sentence: Sentence, cue: int) -> Subject | None:
    """Who stands before the cue at *cue*."""
    last = cue - 1
    if last < 0:
        return None
    if last and sentence.words[last].text == "." and abbreviated(sentence.words, last - 1):
        last -= 1  # "Ada Park Jr."
    if sentence.word(last) == "who":
        last -= 1
        if last >= 0 and sentence.words[last].text == ",":
            last -= 1
        return who_until(sentence, last)
    if sentence.words[last].text in ",)–—":
        return _in_apposition(sentence, last)
    return who_until(sentence, last)


def who_until(sentence: Sentence, last: int) -> Subject | None:
    """Who the words that end at *last* name."""
    if last < 0 or sentence.words[last].quoted or not sentence.words[last].text[0].isalpha():
        return None
    word = sentence.word(last)
    if (gender := sentence.gender(last)) and not (
        last and sentence.words[last].capital and sentence.words[last - 1].text not in ",–—"
    ):
        return Subject(last, last, gender=gender)
    if word in _OTHERS:
        return Subject(last, last)
    if (
        word in sentence.speech.breaks
        or word in sentence.speech.links
        or word in sentence.speech.verbs
        or word in NEVER
    ):
        return None
    first = last
    while first > 0 and last - first < FAR:
        token = sentence.words[first - 1]
        if (
            token.quoted
            or token.text in PAUSES
            or (sentence.word(first - 1) in sentence.speech.breaks)
        ):
            break
        if not token.text[0].isalnum() and token.text != ".":
            break
        first -= 1
    segment = sentence.words[first : last + 1]
    found = list(runs(segment))
    if found and found[-1][1] == len(segment) - 1:
        return _named(sentence, first, segment, found)
    return _role(sentence, first, segment)


def _named(
    sentence: Sentence,
    offset: int,
    segment: Sequence[Token],
    found: Sequence[tuple[int, int]],
) -> Subject | None:
    """Of a segment that ends with a name."""
    last = found[-1][1]
    begin = _whole(segment, found, len(found) - 1)
    if member := _member(sentence, segment, found, begin):
        return Subject(offset + member[0], offset + last, member[1])
    if begin != found[-1][0]:  # "Office of the General Prosecutor"
        return Subject(offset + begin, offset + last, _span(sentence, segment[begin : last + 1]))
    start = begin
    before = start - 1
    while before >= 0 and segment[before].text.lower() in ("the", "and", "&"):
        if segment[before].text.lower() != "the":
            return Subject(offset + start, offset + last)  # two speak
        before -= 1
    joined = offset > 1 and before < 0 and sentence.word(offset - 1) in sentence.speech.ands
    if joined and (sentence.words[offset - 2].capital or _ends_list(sentence, offset - 2)):
        return Subject(offset + start, offset + last)
    link = segment[before].text.lower() if before >= 0 else ""
    if link in ("of", "for"):
        return _role(sentence, offset, segment)
    if owns(segment[last]):
        return None
    words = segment[start : last + 1]
    direct = before == start - 1
    if link in ("in", "at", "near") and direct and len(words) > 1:  # "in Berlin Scholz said"
        words = words[-1:]
        start = last
    elif link in sentence.speech.links:
        return _role(sentence, offset, segment)
    if before >= 0 and owns(segment[before]) and is_body(_text(words)):
        words = segment[before : last + 1]
        return Subject(offset + before, offset + last, _span(sentence, words))
    name = name_of(words, sentence.language)
    if name is None:
        return Subject(offset + start, offset + last, role=_texts(words))
    return Subject(offset + start, offset + last, name.span)


def _member(
    sentence: Sentence, segment: Sequence[Token], found: Sequence[tuple[int, int]], body: int
) -> tuple[int, Span] | None:
    """Of "Ada Park of the WHO", where *body* is the place of the body: where her name begins, and that."""
    if not is_body(_text(segment[body:])):
        return None
    for first, last in found:
        link = _texts(segment[last + 1 : body])
        words = segment[first : last + 1]
        if link in _OF_A_BODY and len(words) > 1 and not owns(words[-1]):
            name = None if is_body(_text(words)) else name_of(words, sentence.language)
            return (first, name.span) if name else None
    return None


def _ends_list(sentence: Sentence, comma: int) -> bool:
    """Whether names in a row stand before the comma at *comma*: "X, Y, and Z said"."""
    if comma < 1 or sentence.words[comma].text != "," or not sentence.words[comma - 1].capital:
        return False
    return any(
        sentence.words[at].text == "," and sentence.words[at - 1].capital
        for at in range(max(1, comma - 5), comma)
    )


def _span(sentence: Sentence, words: Sequence[Token]) -> Span:
    """Of a body's name, without "the"."""
    first = 0
    while first < len(words) - 1 and words[first].text.lower() in sentence.speech.determiners:
        first += 1
    end = words[-1].end
    return Span(words[first].start, end - len(words[-1].text) + len(bare(words[-1])))


def _whole(segment: Sequence[Token], found: Sequence[tuple[int, int]], number: int) -> int:
    """Where the name begins that the run *number* ends: "Ministry of Foreign Affairs"."""
    first = best = found[number][0]
    while number:
        before = found[number - 1]
        between = tuple(token.text.lower() for token in segment[before[1] + 1 : first])
        if between not in _IN_NAMES or owns(segment[before[1]]):
            break
        first = before[0]
        if between != ("and",) and is_body(_text(segment[before[0] : before[1] + 1])):
            best = first
        number -= 1
    return best


def _text(words: Sequence[Token]) -> str:
    return " ".join(word.text for word in words)


def _texts(words: Sequence[Token]) -> tuple[str, ...]:
    return tuple(word.text for word in words)


def _role(sentence: Sentence, offset: int, segment: Sequence[Token]) -> Subject | None:
    """Of a segment that ends with a common noun or with what belongs to one."""
    begin = 0
    for place in range(len(segment) - 1, -1, -1):
        if segment[place].text.lower() in sentence.speech.determiners or owns(segment[place]):
            begin = place
            if place and segment[place - 1].text.lower() in sentence.speech.links:
                continue
            break
    words = list(segment[begin:])
    head = len(words)
    for place, word in enumerate(words):
        if word.text.lower() in sentence.speech.links and place:
            head = place
            break
    noun = words[head - 1].text if head else ""
    at = offset + begin
    follows = (
        at > 1
        and sentence.words[at - 1].text == ","
        and words[0].text.lower() not in _SOME
        and not any(
            word.text.lower() in sentence.speech.verbs or word.text.lower() == "to"
            for word in words
        )
    )
    if follows and (apposed := _whole_name(sentence, at - 2)):
        return Subject(apposed[0], offset + len(segment) - 1, apposed[1])
    last = offset + len(segment) - 1
    if body_of(_texts(words[:head])) and head:
        bare = [
            word for word in words[:head] if word.text.lower() not in sentence.speech.determiners
        ]
        return Subject(at, last, Span(bare[0].start, bare[-1].end))
    if is_role(noun) or is_body_noun(noun):
        return Subject(at, last, role=_texts(words))
    return Subject(at, last)


def _whole_name(sentence: Sentence, last: int) -> tuple[int, Span] | None:
    """The name that the words between the comma before and *last* are, and where it begins."""
    first = last
    while first > 0 and last - first < FAR and sentence.words[first - 1].text not in ",;:–—" and not (
        sentence.words[first - 1].quoted
    ):  # fmt: skip
        first -= 1
    words = sentence.words[first : last + 1]
    found = list(runs(words))
    if not found or found[-1][1] != len(words) - 1 or owns(words[-1]):
        return None
    begin = found[-1][0]
    if any(
        not is_role(word.text) and word.text.lower() not in sentence.speech.determiners
        for word in words[:begin]
    ):
        return None
    name = name_of(words[begin:], sentence.language)
    return (first, name.span) if name else None


def _in_apposition(sentence: Sentence, comma: int) -> Subject | None:
    """Who stands before words between commas: "X, the mayor, said"."""
    last = comma
    for _ in range(6):
        end = last - 1
        if end < 0:
            return None
        if found := _whole_name(sentence, end):
            return Subject(found[0], comma, found[1])
        begin = end
        while (
            begin >= 0
            and sentence.words[begin].text not in ",(–—"
            and not sentence.words[begin].quoted
        ):
            begin -= 1
            if end - begin > FAR:
                return None
        if begin < 0:
            segment = sentence.words[0 : end + 1]
            if comma == end + 1:
                return None
            found_runs = list(runs(segment))
            if found_runs and found_runs[-1][1] == len(segment) - 1:
                return _named(sentence, 0, segment, found_runs)
            return None
        if sentence.words[begin].quoted:
            return None
        last = begin
    return None


def who_begins(sentence: Sentence, cue: int) -> Subject | None:
    """Who the sentence is about, for a participle: "X left, saying that …"."""
    place = 0
    if sentence.word(0) in sentence.speech.links | {
        "during",
        "despite",
        "after",
        "before",
        "speaking",
        "taking",
    }:
        while place < cue and sentence.words[place].text != ",":
            place += 1
        place += 1
    if place >= cue:
        return None
    if gender := sentence.gender(place):
        return Subject(place, place, gender=gender)
    last = place
    while last < cue and (
        sentence.words[last].capital
        or sentence.word(last) in sentence.speech.determiners | {"of"}
        or (
            last > place
            and sentence.words[last].text == "."
            and abbreviated(sentence.words, last - 1)
        )
    ):
        last += 1
    if last == place:
        return None
    if last < cue and sentence.words[last].text == "," and last - place == 1:  # "Now, some experts"
        return None
    if (
        sentence.words[last - 1].capital
        and sentence.word(last - 1) not in sentence.speech.determiners
    ):
        segment = sentence.words[place:last]
        found = list(runs(segment))
        if found and found[-1][1] == len(segment) - 1:
            subject = _named(sentence, place, segment, found)
            noun = sentence.word(last)
            if is_body_noun(noun) and last < cue:
                return _role(sentence, place, sentence.words[place : last + 1])
            if is_role(noun) and last + 1 < cue:
                further = last + 1
                while further < cue and sentence.words[further].capital:
                    further += 1
                if further > last + 1:
                    return who_until(sentence, further - 1)
                return _role(sentence, place, sentence.words[place : last + 1])
            return subject
        return None
    end = last
    while end < cue and end - last < 3 and not (
        is_role(sentence.words[end].text) or is_body_noun(sentence.words[end].text)
    ):  # fmt: skip
        end += 1
    if end < cue and end - last < 3:
        return _role(sentence, place, sentence.words[place : end + 1])
    return Subject(place, last - 1)


def who_after(sentence: Sentence, cue: int) -> Subject | None:
    """Who stands after the cue at *cue*: "said X", "according to X"."""
    first = cue + 1
    if (
        first >= len(sentence.words)
        or sentence.words[first].quoted
        or not sentence.words[first].text[0].isalpha()
    ):
        return None
    word = sentence.word(first)
    if gender := sentence.gender(first):
        return Subject(first, first, gender=gender)
    if word in _OTHERS:
        return Subject(first, first)
    last = first
    while last < len(sentence.words) and last - first < FAR:
        token = sentence.words[last]
        small = sentence.word(last)
        if (
            token.quoted
            or token.text in PAUSES
            or small in sentence.speech.breaks - {"and"}
            or (small in sentence.speech.verbs and not token.capital)
        ):
            break
        if token.text in "!?…" or (token.text == "." and not (0 < last < len(sentence.words) - 1)):
            break
        last += 1
    segment = sentence.words[first:last]
    if not segment:
        return None
    found = list(runs(segment))
    for number, (begin, end) in enumerate(found):
        if owns(segment[end]):
            continue
        whole = begin
        if number:
            whole = _whole(segment, found, number)
        links = [token.text.lower() for token in segment[:begin]]
        if whole == begin and any(link in sentence.speech.links for link in links):
            break
        further = number
        while further + 1 < len(found) and _whole(segment, found, further + 1) == whole:
            further += 1
        words = segment[whole : found[further][1] + 1]
        place = first + found[further][1]
        if further > number or whole != begin:
            if whole and owns(segment[whole - 1]):
                words = segment[whole - 1 : found[further][1] + 1]
            return Subject(first + whole, place, _span(sentence, words))
        noun = segment[end + 1].text if end + 1 < len(segment) else ""
        if is_body_noun(noun):
            return Subject(first + begin, place + 1, Span(words[0].start, segment[end + 1].end))
        if is_role(noun) and end + 2 < len(segment) and segment[end + 2].capital:
            continue
        if whole and owns(segment[whole - 1]) and is_body(_text(words)):
            words = segment[whole - 1 : end + 1]
            return Subject(first + whole, place, _span(sentence, words))
        name = name_of(words, sentence.language)
        if name:
            return Subject(first + begin, place, name.span)
        if end + 1 >= len(segment):
            break
    if last < len(sentence.words) and sentence.words[last].text == ",":  # "said its director, X"
        end = last + 1
        while (
            end < len(sentence.words)
            and sentence.words[end].text not in ",.;:"
            and not sentence.words[end].quoted
        ):
            if sentence.words[end].text == "." and end + 1 == len(sentence.words):
                break
            end += 1
        if any(is_role(token.text) for token in segment) and (
            apposed := _whole_name(sentence, end - 1)
        ):
            return Subject(first, end - 1, apposed[1])
    return _role(sentence, first, segment)


def of_whom(sentence: Sentence, cue: int) -> Subject | None:
    """Of "X, who was ill and said", X; of a clause about a thing nobody."""
    for place in range(cue - 1, max(0, cue - FAR), -1):
        word = sentence.word(place)
        if sentence.words[place].text in ";:" or sentence.words[place].quoted:
            return None
        if word == "who":
            return who_before(sentence, place + 1) or Subject(place, place)
        if word in ("which", "whom", "whose"):
            return Subject(place, place)
    return None
