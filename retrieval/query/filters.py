"""
What a question wants only, or without: from:, since:, until:, "exact words", -word, a time it names.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from retrieval.articles import Span
from retrieval.index.vocabulary import Vocabulary
from retrieval.query.intent import Kind
from retrieval.query.notes import Note
from retrieval.query.terms import shortened
from retrieval.text.keyword_patterns import Openings


class Typed(NamedTuple):
    operator: str
    value: str


class Quoted(NamedTuple):
    text: str
    excluded: bool


class Named(NamedTuple):
    """A time named in words, as a partial ISO 8601 date, and where."""

    value: str
    span: Span


_OPERATOR = (
    r"(?<!\S)(from|since|until):(?:\"([^\"]*)\"|“([^”]*)”|„([^“”]*)[“”]|«([^»]*)»|([^\s\"“„«]\S*))"
)
_OPENING_QUOTES = '"“„«'
_QUOTED = r"(?:(?<=\s)|(?<=^))?(-?)(?:\"([^\"]*)\"|“([^”]*)”|„([^“”]*)[“”]|«([^»]*)»)"
_MINUS = r"(?<!\S)[-−](?=[^\W\d_])\S+"
_DATE = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", re.ASCII)


def operators(question: str) -> tuple[list[Typed], str]:
    """The operators typed in *question*, and it without them, every other character in place."""
    if ":" not in question:
        return [], question
    operator = re.compile(_OPERATOR, re.IGNORECASE)
    found = [
        Typed(match[1].casefold(), next(filter(None, match.groups()[1:]), "").strip())
        for match in operator.finditer(question)
    ]
    return found, operator.sub(lambda match: " " * len(match[0]), question)


def quoted(question: str) -> tuple[list[Quoted], list[Span], str]:
    """
    The phrases in quotation marks, where words to leave out stand, and the *question* without what
    is left out in quotation marks, every other character in place.
    """
    phrases: list[Quoted] = []
    left_out: list[Span] = []
    has_quotes = any(map(question.__contains__, _OPENING_QUOTES))
    for match in re.finditer(_QUOTED, question) if has_quotes else ():
        text = " ".join(next(filter(None, match.groups()[1:]), "").split())
        if not any(map(str.isalnum, text)):
            continue
        minus = bool(match[1]) and (match.start() == 0 or question[match.start() - 1].isspace())
        phrases.append(Quoted(text, minus))
        if minus:
            question = _blank(question, *match.span())
    unquoted = question
    if has_quotes:
        unquoted = re.sub(_QUOTED, lambda match: "x" * len(match[0]), question)
    if "-" in unquoted or "−" in unquoted:
        left_out += [Span(*match.span()) for match in re.finditer(_MINUS, unquoted)]
    return phrases, left_out, question


def _blank(text: str, start: int, end: int) -> str:
    return text[:start] + " " * (end - start) + text[end:]


def filters(
    typed: Sequence[Typed], named: Named | None, vocabulary: Vocabulary
) -> tuple[dict[str, str], list[Note]]:
    """The filters by operator, and what to say of them."""
    found: dict[str, str] = {}
    notes: list[Note] = []
    for operator, value in typed:
        value = value.rstrip("?!,;.")
        if operator == "from" and value:
            found["from"] = value
        elif operator != "from" and _is_date(value):
            found[operator] = value
        else:
            told = {"typed": f"{operator}:{shortened(value)}"}
            notes.append(
                Note("“{typed}” was left aside: it is not a publisher.", told)
                if operator == "from"
                else Note("“{typed}” was left aside: it is not a date such as 2022-11.", told)
            )
    if "since" in found and "until" in found and not _in_order(found["since"], found["until"]):
        notes.append(Note("The dates were left aside: since: comes after until:."))
        del found["since"], found["until"]
    if named and not {"since", "until"} & set(found):
        found |= {"since": named.value, "until": named.value}
    return found, _say(found, vocabulary) + notes


def _say(filters: Mapping[str, str], vocabulary: Vocabulary) -> list[Note]:
    notes = []
    if publisher := filters.get("from"):
        shown = [p for p in vocabulary.publishers if publisher.casefold() in p.casefold()]
        name = shown[0] if len(shown) == 1 else f"“{shortened(publisher)}”"
        told = {"publisher": name}
        notes.append(
            Note("Only from {publisher}.", told)
            if shown
            else Note("No article is from {publisher}.", told)
        )
    since, until = filters.get("since"), filters.get("until")
    if since and since == until:
        notes.append(Note("Only from {since}.", dates={"since": since}))
    elif since and until:
        dates = {"since": since, "until": until}
        notes.append(Note("Only from {since} to {until}.", dates=dates))
    elif since:
        notes.append(Note("Only from {since} on.", dates={"since": since}))
    elif until:
        notes.append(Note("Only until {until}.", dates={"until": until}))
    return notes


def _is_date(value: str) -> bool:
    match = _DATE.fullmatch(value)
    if not match:
        return False
    try:
        date(int(match[1]), int(match[2] or 1), int(match[3] or 1))
    except ValueError:
        return False
    return True


def _in_order(since: str, until: str) -> bool:
    length = min(len(since), len(until))
    return since[:length] <= until[:length]


def dated_within(published: str | None, since: str | None, until: str | None) -> bool:
    """
    Whether an article of that date may be from the time between two others, both included.

    All are full or partial ISO 8601 dates: "2022-11" is within since "2022-11-20", as it may be
    from the last days of that month. No date, or no such date, is within no time.
    """
    if not (since or until):
        return True
    if not published or not _DATE.match(published):
        return False
    day = published[:10]
    return (not since or _in_order(since, day)) and (not until or _in_order(day, until))


# A time named in words

_MONTH_NUMBERS = {
    month: number
    for number, month in enumerate(
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"], 1
    )
}
_TIME = Openings(
    (
        "en",
        "in|from|during",
        r"\s+(?:(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
        r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?\s+)?(?P<year>(?:19|20)[0-9]{2})(?!-)",
    )
)
_TELLS = (
    r"\b(?:sa(?:y|ys|id|ying)|claim(?:s|ed)?|warn(?:s|ed)?|told|announced?|reported?|published|wrote|written"
    r"|happen(?:s|ed|ing)?|articles?|news|reports?|stories|story|coverage|headlines?)\b"
)
_ABOUT = (
    r"\b(?:about|regarding|concerning|will|won['’]t|would|going\s+to|plans?|planned|expect(?:s|ed)?|forecast"
    r"|predict(?:s|ed)?|since|until|before|after|between|by)\b"
)


def time_named(question: str, kind: Kind | None, vocabulary: Vocabulary) -> Named | None:
    """
    The month or year that *question* wants its articles from, when it hardly means anything else.

    "How much aid will the EU give in 2023?" asks about that year and an article of the year before
    may answer. So a year counts only where the question is for what was told then ("what did the
    WHO say in 2022", "news from 2022"), a month unless a date or an amount is asked for, neither
    once the question has turned to a topic or the future ("about", "will", "after"), and both only
    where some articles are from then and some are not.
    """
    match = next((match for _, match in _TIME.find(question)), None)
    before = question[: match.start()] if match else ""
    if not match or re.search(_ABOUT, before, re.IGNORECASE):
        return None
    month = match["month"] and _MONTH_NUMBERS[match["month"][:3].casefold()]
    value = f"{match['year']}-{month:02}" if month else match["year"]
    if not re.search(_TELLS, before, re.IGNORECASE) and (not month or kind in ("when", "how-many")):
        return None
    inside = [dated_within(published, value, value) for published in vocabulary.dates]
    return Named(value, Span(*match.span())) if any(inside) and not all(inside) else None
