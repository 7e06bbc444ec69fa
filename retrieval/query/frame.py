"""What a question asks about: its names, in the roles that it gives them, its numbers and its times."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from retrieval.lang.registry import language as language_of
from retrieval.lang.schema import Relations
from retrieval.query.action import find_action
from retrieval.query.events import find_events
from retrieval.query.intent import find_asked_outright, find_spans, question_patterns
from retrieval.query.model import Frame, Owned, Word
from retrieval.text.dates import TextDate, bare_years, dates
from retrieval.text.quantities import quantities

_JOINS = re.compile(r"[\s.&-]+")
"""What may stand between two words of one name, besides small words inside it."""

_NUMERAL = re.compile("[IVXLC]+")


def read_frame(question: str, words: Sequence[Word], language: str | None) -> Frame:
    """
    Return what *question* asks about.

    Args:
        words: Its words, in order, each with its place.
    """
    names = tuple(_group_names(question, words, language))
    times = tuple(_times(question, language))
    has_digits = any(map(str.isdigit, question))
    numbers = tuple(
        quantity
        for quantity in (quantities(question, 0, len(question), language) if has_digits else ())
        if question[quantity.start].isdigit()
        and not any(t.start < quantity.end and quantity.start < t.end for t in times)
    )
    counted = _counted(question, words, language)
    asked = find_asked_outright(question, language)
    relations = language_of(language).relations
    if not relations.links:
        return Frame(names, counted=counted, asked=asked, numbers=numbers, times=times)
    action = find_action(question, words, names, relations)
    return Frame(
        names,
        places=frozenset(
            number
            for number, group in enumerate(names)
            if _placed(relations).search(question[: words[group[0]].start])
        ),
        owned=tuple(
            owned
            for owned in _owned(question, words, names, relations)
            if not action or (owned.owner, owned.thing) != (action.subject, action.verb)
        ),
        action=action,
        counted=counted,
        asked=asked,
        named=_named(question, words, language),
        events=tuple(find_events(question, words, language)),
        numbers=numbers,
        times=times,
    )


def _group_names(
    question: str, words: Sequence[Word], language: str | None
) -> list[tuple[int, ...]]:
    """
    Return the names of the question: neighbouring words that are names are one.

    Where every noun has a capital, nothing tells names from nouns.
    """
    known = language_of(language)
    if known.capital_nouns and not known.before_nouns:
        return []
    groups: list[tuple[int, ...]] = []
    for place, word in enumerate(words):
        if not word.name or not any(map(str.isalpha, word.text)):
            continue
        if groups and groups[-1][-1] == place - 1:
            before = words[place - 1]
            between = question[before.start + len(before.text) : word.start]
            parts = [part for part in _JOINS.split(between.casefold()) if part]
            if known.relations.inside_names.issuperset(parts):
                groups[-1] = (*groups[-1], place)
                continue
        if not _NUMERAL.fullmatch(word.text):  # "siglo XV" is no name, "Enrique VIII" is one
            groups.append((place,))
    return groups


def _counted(question: str, words: Sequence[Word], language: str | None) -> tuple[int, ...]:
    """Return the word for what is to be counted: the first after "how many" that says what is asked."""
    spans = find_spans(question_patterns(language).counts, question, 1)
    place = next((n for n, w in enumerate(words) if spans and w.start >= spans[0].start), None)
    if place is None or words[place].name or words[place].weight < 1.0:
        return ()  # "how many people": articles rarely count them by that word
    return (place,)


def _named(question: str, words: Sequence[Word], language: str | None) -> tuple[int, ...]:
    """Return the words for the thing whose name is asked for: those right behind "name of the", up to a name."""
    naming = re.search(language_of(language).questions.naming or "(?!)", question, re.IGNORECASE)
    if not naming:
        return ()
    named: list[int] = []
    end = naming.end()
    for place, word in enumerate(words):
        if word.start < naming.end():
            continue
        if word.name or question[end : word.start].strip():
            break
        named.append(place)
        end = word.start + len(word.text)
    return tuple(named)


def _times(question: str, language: str | None) -> list[TextDate]:
    """Return the dates that the question names, and the years that stand alone."""
    named = list(dates(question, 0, len(question), language))
    for year in bare_years(question, 0, len(question)):
        if not any(date.start < year.end and year.start < date.end for date in named):
            named.append(year)
    return sorted(named, key=lambda date: date.start)


def _owned(
    question: str,
    words: Sequence[Word],
    names: Sequence[tuple[int, ...]],
    relations: Relations,
) -> list[Owned]:
    """Return things beside their owners: "Ukraine's minister", "the Ukraine minister", "minister of Ukraine"."""
    by_start = {word.start: place for place, word in enumerate(words)}
    owner_ending = {
        words[group[-1]].start + len(words[group[-1]].text): number
        for number, group in enumerate(names)
    }
    owner_starting = {words[group[0]].start: number for number, group in enumerate(names)}
    owned = []
    for end, number in owner_ending.items() if relations.possessive else ():
        # The last of these words may be the verb: "Norden's defence minister resigned".
        after = _following(question, end, by_start, words, relations)[-2:]
        possessive = bool(re.match(relations.possessive or "(?!)", question[end:])) or bool(
            re.search(rf"(?:{relations.possessive or '(?!)'})$", question[:end])
        )
        owned += [Owned(number, thing, False, possessive) for thing in after]
    for start, number in owner_starting.items():
        before = question[:start]
        match = _linked(relations).search(before)
        place = by_start.get(match.start("thing")) if match else None
        if place is not None and not words[place].name:
            owned.append(Owned(number, place, follows=True))
        if relations.genitive:
            owned += [Owned(number, thing, follows=True) for thing in _leading(before, words)]
    return owned


def _leading(before: str, words: Sequence[Word]) -> Iterator[int]:
    """Yield the words at the end of the text *before* an owner in a case: "defence" and "minister"."""
    end = len(before)
    for place in range(len(words) - 1, -1, -1):
        word = words[place]
        if word.start >= len(before):
            continue
        if word.name or not before[word.start + len(word.text) : end].isspace():
            break
        yield place
        if word.start == 0 or end < len(before):
            break
        end = word.start


def _following(
    question: str,
    end: int,
    by_start: Mapping[int, int],
    words: Sequence[Word],
    relations: Relations,
) -> list[int]:
    """Return the words of the question behind an owner, with nothing between them; at most three."""
    following: list[int] = []
    at = end
    for _ in range(3):
        match = re.compile(rf"(?:{relations.possessive})?[ -]+(?=\w)").match(question, at)
        place = by_start.get(match.end()) if match else None
        if match is None or place is None or not words[place].text.isalpha():
            break
        if words[place].name:  # what stands between two parts of a name is a part of it: "van"
            return []
        following.append(place)
        at = match.end() + len(words[place].text)
    return following


@cache
def _placed(relations: Relations) -> re.Pattern[str]:
    """Return a pattern, at the end of a text, of what stands before a place: "in the"."""
    return re.compile(
        rf"\b(?:{'|'.join(sorted(relations.places))})\s+(?:{relations.article}\s+)?$", re.IGNORECASE
    )


@cache
def _linked(relations: Relations) -> re.Pattern[str]:
    """Return a pattern, at the end of a text, of a thing before its owner: "minister of the"."""
    links = "|".join(sorted(relations.links))
    return re.compile(
        rf"(?P<thing>[^\W\d_]+(?:['’-][^\W\d_]+)*)\s+(?:{links})\s+(?:{relations.article}\s+)?$",
        re.IGNORECASE,
    )
