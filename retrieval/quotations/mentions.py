"""
Mentions of people in English prose, by what stands next to a name: a title, an age, a verb of speech.

`names` recognizes names as well, for another question: see there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from retrieval.articles import Span
from retrieval.lang.registry import names
from retrieval.lang.registry import speech as speech_of
from retrieval.quotations.lexicon import alternatives, has_body_word
from retrieval.quotations.names import INITIALS, Gender
from retrieval.quotations.tokens import without_owner
from retrieval.text.language import stop_words

_PART = re.compile(r"\w+")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_QUOTATION = re.compile(r"“[^”]*”?|\"[^\"]*\"?|‘[^’]{15,}’|«[^»]*»?|``(?:[^']|'(?!'))*(?:'')?")
_OPENING = re.compile(
    r"\W*(?:(?:But|And|However|Then|In|On|At|By|After|Before|During|Since|Until)\b[^,]{0,60},?\s)?$"
)
_BESIDE = 120
"""Characters before and after a name that say whose it is."""

# Patterns in which <roles> and the like stand for the English words of that name.
_ROLE_BEFORE = r"(?i)\b(?:<roles>)(?:\s(?:of|for|in)\s[^,.;]{1,40},|,)?\s$"
_NO_PERSON_BEFORE = r"(?i)\b(?:the|(?:<roles>)\s(?:of|for|in))\s$"
_PERSON_AFTER = (
    r",\swho\b|,\s\d{1,3},|\s\((?:born|c\.\s)?[^()]*\d{4}\s?[–-]\s?[^()]*\d{4}\)|\s\(born\b"
    r"|(?:,|\s(?:is|was))\s(?:(?:an?|the|his|her)\s)?(?:[\w’'-]+\s){0,4}(?:<roles>)\b"
    r"|\swas\s(?:born|married|educated|buried)\b|['’]s\s(?:<relatives>)\b"
)
_VERB_BEFORE = (  # after a quotation, whose words were replaced by spaces: "said the mayor, X"
    r"(?:^|\s\s|,\s)(?:<inverting>)(?:\s(?:the\s)?(?:[\w’'-]+\s){0,4}(?:<roles>)|\s[^,.;]{1,60},)?\s$"
)
_VERB_AFTER = r"(?:,[^,]{1,60},)?\s(?:also\s|later\s)?(?:<common>)\b"
_SOMEBODY = (  # no name follows: "the mayor, X" is X
    r"(?i)\b(?:an?|the|his|her|their|another|every|some|this|that|[\w-]+['’]s?)\s(?:[\w’'-]+\s){0,2}"
    r"(?:<roles>|<relatives>)s?\b(?!(?:\s(?:of|for|in)\s[^,.;]{1,40},|,)?\s(?-i:[A-Z]))"
)
_DESCRIPTION = (  # of the person named before it: "X, a nurse," and "X was a nurse"
    r"(?:,|\s(?:is|was|became))\s(?:an?|the)\s(?:[\w’'-]+\s){0,4}(?:<roles>)\b[^,.;]{0,60}(?=[,.;]|$)"
)


def _compiled(pattern: str, text: str) -> re.Pattern[str]:
    """Return *pattern* with the roles that *text* has; one with all of them takes 10 ms to compile."""
    small = text.lower()
    words = _PART.findall(small)
    roles = names().roles.intersection([*words, *(word.removesuffix("s") for word in words)])
    return _with_roles(pattern, roles.union(role for role in _compounds() if role in small))


@lru_cache(256)
def _with_roles(pattern: str, roles: frozenset[str]) -> re.Pattern[str]:
    english = {**vars(speech_of("en")), **vars(names()), "roles": roles or ["(?!)"]}
    return re.compile(re.sub(r"<(\w+)>", lambda name: alternatives(english[name[1]]), pattern))


@cache
def _compounds() -> tuple[str, ...]:
    """Return the roles of several parts: "vice-president"."""
    return tuple(role for role in names().roles if not _PART.fullmatch(role))


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
    prose = without_quotations(text[start:end])
    prose = _compiled(_DESCRIPTION, prose).sub("", prose)
    return _compiled(_SOMEBODY, prose).search(prose) is not None


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
    known = names()
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
    if not titles and (
        _compiled(_NO_PERSON_BEFORE, before).search(before) or has_body_word(prose[start:end])
    ):
        return None
    called = {word[0] for word in given}
    return Mention(
        Span(offset + start, offset + end),
        family,
        bool(
            titles
            or _compiled(_ROLE_BEFORE, before).search(before)
            or _compiled(_PERSON_AFTER, after).match(after)
        ),
        bool(
            (start < _BESIDE and _OPENING.match(before))
            or _compiled(_VERB_BEFORE, before).search(before)
            or _compiled(_VERB_AFTER, after).match(after)
        ),
        family != last[0],
        "she" if called & known.female_titles else "he" if called & known.male_titles else None,
    )
