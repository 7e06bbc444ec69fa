"""
Names in the words of a sentence, in any language: of people and of organizations.

`mentions` recognizes names as well, but answers another question. Here a cue already shows that
somebody speaks, and the name is wanted whole, without role and possessive. There no cue helps: it
has to be certain from English prose that a name is a person's, so that "he" can be replaced by it.
Both use the same titles, particles, calendar and possessives.
"""

from __future__ import annotations

import string
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Literal, NamedTuple

from retrieval.articles import Span
from retrieval.lang.registry import language as language_of
from retrieval.lang.registry import names
from retrieval.lang.schema import Words
from retrieval.quotations.lexicon import are_roles, has_body_word, is_body_noun, is_role
from retrieval.quotations.tokens import TextToken, owns, text_of, without_owner
from retrieval.text.language import stop_words

Gender = Literal["he", "she", "it"]
"""Which pronoun means somebody; "it" an organization."""

_DIGITS = 3
"""Most digits of a number inside a name."""
_WITH_PLACE = 3
"""Fewest words of a place, a given name and a family name."""

INITIALS = frozenset(string.ascii_uppercase)


class Name(NamedTuple):
    """A name; `before` holds the words that precede it in capitals: "French President"."""

    span: Span
    family: str
    before: tuple[str, ...]
    title: str | None


def runs(sequence: Sequence[TextToken]) -> Iterator[tuple[int, int]]:
    """Yield the first and last place, both inclusive, of capitalized words that may be one name."""
    place, most = 0, len(sequence)
    known = names()
    particles, bound, calendar = known.particles, known.bound_particles, known.calendar
    while place < most:
        word = sequence[place].text
        if (
            not word[0].isupper()
            or (word in calendar and _is_no_name(sequence, place))
            or _is_tag(word)
        ):
            place += 1
            continue
        first = last = place
        while not owns(sequence[last]):
            after = last + 1
            if after < most and sequence[after].text == "." and is_abbreviated(sequence, last):
                after += 1
            further = after
            while further < min(most, after + 2) and (
                sequence[further].text in particles
                or _is_inside(sequence[further].text)
                or (further > after and sequence[further].text in bound)
            ):
                further += 1
            if further >= most:
                break
            word = sequence[further].text
            if not word[0].isupper() or (word in calendar and _is_no_name(sequence, further)):
                break
            if further > after and is_body_noun(word):
                break  # "Ada Park von der Bürgerliste"
            last = further
        yield first, last
        place = last + 1


def _is_no_name(sequence: Sequence[TextToken], place: int) -> bool:
    """Return whether the word at *place* is a month or the like, and not the "June" of "June Castle"."""
    word = sequence[place].text
    if word not in names().calendar:
        return False
    if word not in names().women or place + 1 >= len(sequence):
        return True
    before = sequence[place - 1].text.lower() if place else ""
    following = sequence[place + 1]
    named = following.capital and following.text not in names().calendar
    return not named or before in names().before_months


def _is_inside(word: str) -> bool:
    """Return whether *word* may stand between two words of a name: "Pell & Stone", "Channel 4 News"."""
    return word == "&" or (word.isdigit() and len(word) <= _DIGITS)


def name_without_office(
    words: Sequence[TextToken], name_runs: Sequence[tuple[int, int]], number: int, links: Words
) -> int | None:
    """
    Return where the name begins in "Secretary of State Ada Park"; None where no office is before.

    Args:
        name_runs: The runs of *words*; the name is at the end of that with *number*.
        links: The words that join two parts of a name.
    """
    first, last = name_runs[number]
    if not number or first - name_runs[number - 1][1] != 2 or words[first - 1].text not in links:
        return None
    before = words[name_runs[number - 1][1]].text
    if not (is_role(before) or before in names().offices):
        return None
    if last - first >= 2:
        return last - 1
    return last if first < last and words[first].text in names().offices else None


def _is_tag(word: str) -> bool:
    """Return whether *word* is a party with a place behind a name: "R-Texas"."""
    return word[1:2] == "-" and word[0] in names().parties and word[2:3].isupper()


def runs_to_end(words: Sequence[TextToken]) -> list[tuple[int, int]]:
    """Return the runs of *words* where the last of them ends with *words*; else nothing."""
    name_runs = list(runs(words))
    return name_runs if name_runs and name_runs[-1][1] == len(words) - 1 else []


@cache
def _abbreviations() -> frozenset[str]:
    return names().titles | names().abbreviations | INITIALS


def is_abbreviated(sequence: Sequence[TextToken], place: int) -> bool:
    """Return whether a period after the word at *place* belongs to an abbreviation in a name."""
    word = sequence[place].text
    return (word in _abbreviations() or "." in word) and (
        place + 1 < len(sequence) and sequence[place + 1].start == sequence[place].end
    )


def name_of(run: Sequence[TextToken], language: str | None) -> Name | None:
    """Return the name in *run*; None where its words are a role or ordinary words."""
    words = _without_openers([token for token in run if token.text != "."], language)
    if not words:
        return None
    first = 0
    while len(words) > 1 and words[-1].text in names().after_names:
        words = words[:-1]
    for place, word in enumerate(words):
        plural = len(words) > 1 and are_roles(word.text)
        if is_role(word.text) and not plural and not _is_family(words, place):
            first = place + 1
    if first and has_body_word(text_of(words[first:])):
        first = 0  # "Russian Defence Ministry"
    if len(words) == 1 and is_noun(words[0], language):
        return None
    return _name(words, _given(words, first, language)) if first < len(words) else None


def _given(words: Sequence[TextToken], first: int, language: str | None) -> int:
    """Return the place of the given name behind a role and its place: "Мэр Ольховодска Ада Парк"; else *first*."""
    speech = language_of(language).speech
    if len(words) - first < _WITH_PLACE or not (first or (speech and speech.head_first)):
        return first
    last = len(words) - 2
    known = words[last].text in names().men or words[last].text in names().women
    given = words[first].text in names().men or words[first].text in names().women
    return last if known and not given else first


def _is_family(words: Sequence[TextToken], place: int) -> bool:
    """Return whether the role at *place* is somebody's family name: "Ellie Baker"."""
    if place != len(words) - 1 or not place:
        return False
    before = words[place - 1].text
    return before in names().men or before in names().women or before in names().titles


@cache
def capital_nouns(language: str | None) -> bool:
    """Return whether every noun of *language* has a capital."""
    return language_of(language).names.capital_nouns


def is_noun(word: TextToken, language: str | None) -> bool:
    """Return whether *word* has its capital only as every noun does: "die Behörde"."""
    return capital_nouns(language) and is_body_noun(word.text)


def _without_openers(words: Sequence[TextToken], language: str | None) -> Sequence[TextToken]:
    """Return *words* without those at the beginning that have a capital but belong to no name."""
    articles = language_of(language).names.one_letter_articles
    while words:
        word = words[0].text
        small = word.lower()
        opens = (
            small in names().openers
            or word in names().labels
            or (small.endswith("ly") and len(word) > 5)
            or (small in stop_words(language or "en") and len(word) > 1)
            or word in articles
        )
        acronym = word.isupper() and len(word) > 1 and word not in names().labels  # WHO
        if not opens or acronym or (word in names().given and len(words) > 1):
            break
        words = words[1:]
    return words


def _name(words: Sequence[TextToken], first: int) -> Name:
    known = names()
    title = words[first - 1].text if first else None
    begin = first
    alone = len(words) - first == 1
    while begin > 0 and (
        words[begin - 1].text in known.kept_titles
        or (alone and words[begin - 1].text in known.titles)
    ):
        begin -= 1
    last = words[-1]
    family = without_owner(last.text)
    return Name(
        Span(words[begin].start, last.end - len(last.text) + len(family)),
        family,
        tuple(word.text for word in words[:begin]),
        title if title in known.titles else None,
    )
