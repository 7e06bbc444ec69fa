"""
Mentions of people in English prose, by what stands next to a name: a title, an age, a verb of speech.

`names` recognizes names as well, for another question: see there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from retrieval.articles import Span
from retrieval.lang.registry import names
from retrieval.lang.registry import speech as speech_of
from retrieval.quotations.lexicon import alternatives, has_body_word
from retrieval.quotations.names import INITIALS, Gender
from retrieval.quotations.tokens import without_owner
from retrieval.text.language import stop_words

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_QUOTATION = re.compile(r"“[^”]*”?|\"[^\"]*\"?|‘[^’]{15,}’|«[^»]*»?|``(?:[^']|'(?!'))*(?:'')?")
_OPENING = re.compile(
    r"\W*(?:(?:But|And|However|Then|In|On|At|By|After|Before|During|Since|Until)\b[^,]{0,60},?\s)?$"
)
_BESIDE = 120
"""Characters before and after a name that say whose it is."""


class _Patterns:
    """What stands before and after a name; each pattern is compiled when it is first needed."""

    def __init__(self) -> None:
        speech = speech_of("en")
        self._roles = alternatives(names().roles)
        self._relatives = alternatives(names().relatives)
        self._common, self._inverting = map(alternatives, (speech.common, speech.inverting))

    @cached_property
    def role_before(self) -> re.Pattern[str]:
        return re.compile(
            rf"\b(?:{self._roles})(?:\s(?:of|for|in)\s[^,.;]{{1,40}},|,)?\s$", re.IGNORECASE
        )

    @cached_property
    def person_after(self) -> re.Pattern[str]:
        return re.compile(
            rf",\swho\b|,\s\d{{1,3}},|\s\((?:born|c\.\s)?[^()]*\d{{4}}\s?[–-]\s?[^()]*\d{{4}}\)|\s\(born\b"
            rf"|(?:,|\s(?:is|was))\s(?:(?:an?|the|his|her)\s)?(?:[\w’'-]+\s){{0,4}}(?:{self._roles})\b"
            rf"|\swas\s(?:born|married|educated|buried)\b|['’]s\s(?:{self._relatives})\b"
        )

    @cached_property
    def verb_before(self) -> re.Pattern[str]:
        """After a quotation, of which spaces are left: "said the mayor, X"."""
        return re.compile(
            rf"(?:^|\s\s|,\s)(?:{self._inverting})"
            rf"(?:\s(?:the\s)?(?:[\w’'-]+\s){{0,4}}(?:{self._roles})|\s[^,.;]{{1,60}},)?\s$"
        )

    @cached_property
    def verb_after(self) -> re.Pattern[str]:
        return re.compile(rf"(?:,[^,]{{1,60}},)?\s(?:also\s|later\s)?(?:{self._common})\b")

    @cached_property
    def no_person_before(self) -> re.Pattern[str]:
        return re.compile(rf"\b(?:the|(?:{self._roles})\s(?:of|for|in))\s$", re.IGNORECASE)

    @cached_property
    def somebody(self) -> re.Pattern[str]:
        """A noun for a person that no name follows; "the mayor, X" is X."""
        return re.compile(
            rf"\b(?:an?|the|his|her|their|another|every|some|this|that|[\w-]+['’]s?)\s(?:[\w’'-]+\s){{0,2}}"
            rf"(?:{self._roles}|{self._relatives})s?\b"
            r"(?!(?:\s(?:of|for|in)\s[^,.;]{1,40},|,)?\s(?-i:[A-Z]))",
            re.IGNORECASE,
        )

    @cached_property
    def description(self) -> re.Pattern[str]:
        """What describes the person named before it: "X, a nurse," and "X was a nurse"."""
        return re.compile(
            rf"(?:,|\s(?:is|was|became))\s(?:an?|the)\s(?:[\w’'-]+\s){{0,4}}(?:{self._roles})\b[^,.;]{{0,60}}(?=[,.;]|$)"
        )


@lru_cache(1)
def _patterns() -> _Patterns:
    return _Patterns()


@dataclass(frozen=True, slots=True)
class Mention:
    """
    Capitalized words that may be somebody's name, with the title.

    Attributes:
        family: The last word.
        person: Whether a title, an age or the like shows that it is a person.
        subject: Whether the sentence begins with it, or says that it speaks.
        owns: Whether it is a possessive.
        gender: None where no title shows it.
    """

    span: Span
    family: str
    person: bool
    subject: bool
    owns: bool
    gender: Gender | None


def without_quotations(text: str) -> str:
    """Return *text* with spaces in place of quotations, so that its length stays the same."""
    return _QUOTATION.sub(lambda quoted: " " * len(quoted[0]), text)


def mentions(text: str, start: int, end: int) -> list[Mention]:
    """Return who may be named in `text[start:end]` outside of quotations, in order."""
    prose = without_quotations(text[start:end])
    return [
        mention
        for words in _capitalized(prose, text)
        if (mention := _mention(prose, words, start)) is not None
    ]


def is_place(name: str, text: str) -> bool:
    """Return whether *text* says anywhere that something is in, at or near *name*."""
    where = rf"\b(?:in|at|near|into|across|throughout|outside|inside)\s{re.escape(name)}\b(?!['’-])"
    return re.search(where, text) is not None


def has_somebody(text: str, start: int, end: int) -> bool:
    """Return whether `text[start:end]` has somebody without a name: "the driver", "his father"."""
    known = _patterns()
    prose = known.description.sub("", without_quotations(text[start:end]))
    return known.somebody.search(prose) is not None


def _capitalized(prose: str, text: str) -> Iterator[list[re.Match[str]]]:
    """Yield the words of each name; an ordinary word that begins the sentence is none."""
    known_particles = names().particles
    name: list[re.Match[str]] = []
    particles: list[re.Match[str]] = []
    for number, word in enumerate(_WORD.finditer(prose)):
        ended = not name or not _are_joined(prose, (particles or name)[-1], word)
        if ended and name:
            yield name
            name = []
        if word[0][0].isupper() and not (number == 0 and _is_ordinary(word[0], text)):
            name += [*particles, word] if name else [word]
            particles = []
        elif name and word[0] in known_particles:
            particles.append(word)
        elif name:
            yield name
            name, particles = [], []
        if ended:
            particles = []
    if name:
        yield name


def _are_joined(prose: str, word: re.Match[str], following: re.Match[str]) -> bool:
    gap = prose[word.end() : following.start()]
    abbreviated = gap == ". " and (word[0] in names().titles or word[0] in INITIALS)
    return without_owner(word[0]) == word[0] and (gap == " " or abbreviated)


def _is_ordinary(word: str, text: str) -> bool:
    """Return whether *word* has its capital only because it begins a sentence."""
    small = word.lower()
    return small in stop_words("en") or re.search(rf"\b{re.escape(small)}\b", text) is not None


def _mention(prose: str, words: list[re.Match[str]], offset: int) -> Mention | None:
    """Return the mention by *words* of *prose*, which begins at *offset*; None where it is no name."""
    known, patterns = names(), _patterns()
    titles = [place for place, word in enumerate(words) if word[0] in known.titles]
    first = titles[0] if titles else 0
    while first > 0 and words[first - 1][0] in known.before_titles:
        first -= 1
    *given, last = words[first:]
    family = without_owner(last[0])
    if family in known.titles | known.before_titles | known.calendar or family.isupper():
        return None
    start, end = (given or [last])[0].start(), last.start() + len(family)
    before, after = prose[max(0, start - _BESIDE) : start], prose[end : end + _BESIDE]
    if not titles and (patterns.no_person_before.search(before) or has_body_word(prose[start:end])):
        return None
    called = {word[0] for word in given}
    return Mention(
        Span(offset + start, offset + end),
        family,
        bool(titles or patterns.role_before.search(before) or patterns.person_after.match(after)),
        bool(
            (start < _BESIDE and _OPENING.match(before))
            or patterns.verb_before.search(before)
            or patterns.verb_after.match(after)
        ),
        family != last[0],
        "she" if called & known.female_titles else "he" if called & known.male_titles else None,
    )
