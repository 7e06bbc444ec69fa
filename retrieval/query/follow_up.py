"""
Questions that continue another: “and the energy grid?”, “and in 2023?”, “why did he call for it?”

What such a question leaves out is taken from the one before, in its words: what is new replaces a thing of the
same kind there (a name, a place, a time, what is counted, the topic), or else both questions are read one after
the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from retrieval.articles import Span
from retrieval.lang.registry import languages, union
from retrieval.lang.registry import names as names_of
from retrieval.lang.schema import Language
from retrieval.text.dates import bare_years, dates, weekdays
from retrieval.text.keyword_patterns import KeywordPatterns
from retrieval.text.language import stop_words

_MOST_WORDS = 9
"""A longer question is complete."""

_END = "?!.… \t\n"
_CAPITAL = "[^\\W\\d_a-zà-öø-ÿа-яёіїєґ]"
_NAMED = rf"{_CAPITAL}\w*(?:[ -]{_CAPITAL}\w*)*"
_NAME = re.compile(rf"(?<=\s){_NAMED}")
"""Capitalized words, except the first of a question."""

_LAST_WORD = re.compile(r"(\w+)\s+$")


class _Patterns(NamedTuple):
    """
    Patterns that serve all languages: see `retrieval.lang.schema.References`.

    Attributes:
        named: A name, with its article.
        continuing: What a question continues with, up to its next word.
    """

    about_also: re.Pattern[str]
    alone: re.Pattern[str]
    asking: re.Pattern[str]
    continuing: re.Pattern[str]
    named: re.Pattern[str]
    counts: KeywordPatterns[None]


@cache
def _patterns() -> _Patterns:
    about_also = union(lambda language: language.references.about_also)
    also = union(lambda language: language.references.also)
    articles = "|".join(sorted(_articles() | {article.capitalize() for article in _articles()}))
    return _Patterns(
        re.compile(about_also, re.IGNORECASE),
        re.compile(union(lambda language: language.references.alone), re.IGNORECASE),
        re.compile(rf"(?:{union(lambda language: language.references.asking)})\b", re.IGNORECASE),
        re.compile(rf"({about_also}|{also})(?:\s+|,\s*)(?=\S)", re.IGNORECASE),
        re.compile(rf"\b(?:(?:{articles})\s)?{_NAMED}"),
        KeywordPatterns(
            (None, first, rest)
            for language in languages()
            for first, rest in language.questions.counts
        ),
    )


@cache
def _articles() -> frozenset[str]:
    return frozenset(word for language in languages() for word in language.definite.split())


def continues(question: str) -> bool:
    """Return whether *question* leaves out something that the question before it says."""
    text = question.strip()
    if len(text.split()) > _MOST_WORDS:
        return False
    continuing, rest = _split(text)
    if _is_alone(text) or (continuing and not _asks_by_itself(rest)):
        return True
    return _refers_back(text)


def stands_alone(question: str) -> bool:
    """Return whether *question* is complete: it continues no other, and is long or names somebody."""
    text = question.strip()
    complete = len(text.split()) > _MOST_WORDS or _NAME.search(text) is not None
    return complete and not continues(question)


def combine(before: str, question: str) -> str:
    """
    Return *question*, which continues the question *before* it, as one that can be asked alone.

    Args:
        before: May itself be the combination of a question and one that continues it.
    """
    # Spaces of any kind become plain ones, which `_END` has.
    continuing, rest = _split(" ".join(question.split()))
    before = " ".join(before.split()).rstrip(_END)
    subject = rest.strip(_END)
    asked = [each for each in _questions(before) if each and not _is_alone(each)]
    combined = None
    if subject and asked and not _patterns().asking.match(subject):
        topic = _patterns().about_also.fullmatch(continuing) is not None
        combined = _replace("?".join(asked), subject, topic=topic)
    elif subject:
        combined = _name_the_person(before, rest)
    return f"{combined or _read_after(before, rest.strip())}".rstrip(_END) + "?"


def _is_alone(text: str) -> bool:
    """Return whether *text* is a whole question only after another one: “why?”"""
    return _patterns().alone.fullmatch(text.strip(f"¿{_END}")) is not None


def _asks_by_itself(text: str) -> bool:
    """Return whether *text* is a question that names what it asks about: “and who leads Norda?”"""
    asks = _patterns().asking.match(text)
    return bool(asks and _NAME.search(text)) and not _refers_back(text)


def _refers_back(text: str) -> bool:
    """Return whether the first question of *text* has a pronoun for somebody or something that it does not name."""
    pronouns = _language_of(text).references.pronouns
    pronoun = re.search(rf"\b(?:{pronouns})\b", _questions(text)[0], re.IGNORECASE)
    # A name before the pronoun is what it refers to.
    return bool(pronoun and not _NAME.search(text, endpos=pronoun.start()))


def _read_after(before: str, question: str) -> str:
    """
    Return *question* behind what it continues: the first question of *before*, the only one that stood alone.

    “Why?” is also about the last one, unless that is such a word, too.
    """
    first, *others = _questions(before)
    kept = [other for other in others if not _is_alone(other)][-1:] if _is_alone(question) else []
    return " ".join(f"{each.strip()}?" for each in (first, *kept)) + f" {question}"


def _questions(text: str) -> list[str]:
    """Return the questions of *text*, without their question marks: at least one, which may be empty."""
    first, *others = text.split("?")
    return [first, *filter(str.strip, others)]


def _replace(before: str, subject: str, *, topic: bool) -> str | None:
    """
    Return the question *before* with *subject* in place of what it has of the same kind; None if it has nothing.

    Args:
        topic: Replace the topic, if there is one, rather than a name; add it, if there is nothing to replace.
    """
    language = _language_of(before)
    questions = language.questions
    prepositions = "|".join(filter(None, (questions.about, questions.about_at_end))) or "(?!)"
    own = re.match(rf"(?:{prepositions})\s", subject, re.IGNORECASE)
    topics = [*re.finditer(rf"\b(?:{prepositions})\s", before, re.IGNORECASE)]
    times = _find_times(subject, language) if _is_time(subject, language) else []
    if times or (not own and _leads(subject, language)):
        return (
            _replace_time(before, subject, times[-1], language)
            if times
            else _replace_phrase(before, subject, language)
        )
    name = _find_name(before, subject, language) if not own else None
    name = name or _find_identified(before, subject, language)
    if name and not (topic and topics):
        return f"{before[: name.start]}{subject}{before[name.end :]}"
    if topics:
        # “and about Kyiv?” has a preposition of its own.
        at = topics[-1].start() if own else topics[-1].end()
        return f"{before[:at]}{subject}"
    replaced = _replace_counted(before, subject, language) or _replace_thing(
        before, subject, language
    )
    if not replaced and topic and questions.about:
        return f"{before} {questions.about.partition('|')[0]} {subject}"
    return replaced


def _leads(subject: str, language: Language) -> bool:
    """Return whether *subject* begins with a preposition: a stop word before others that is no article."""
    first, *others = subject.casefold().split()
    return bool(others) and first in stop_words(language.code) and first not in _articles()


def _replace_time(before: str, subject: str, time: Span, language: Language) -> str:
    """Return *before* with *subject*, which has a *time*, in place of its own last time, or behind it."""
    found = _find_times(before, language)
    start, end = found[-1] if found else (len(before), len(before))
    named_month = _names_month(before[start:end], language)
    if subject.isdecimal() and (named_month or not found):
        # “im Mai 2022” becomes “im Jahr 2023”.
        preposition = language.calendar.before_year.partition("|")[0].replace(r"\s", " ")
        subject = f"{preposition} {subject}"
    if not found:
        return f"{before} {subject}"
    behind_month = re.compile(rf"\s(?:(?:{language.calendar.of_year or '(?!)'})\s)?\d{{4}}\b")
    if _names_month(subject, language) and not behind_month.search(subject):
        year = behind_month.search(before, start, end)
        end = year.start() if year and year.start() > start else end
    elif (year := _word_for_year(before, end, language)) and (
        named_month or _word_for_year(subject, time.end, language)
    ):
        end = year.end()
    # “in 2022” keeps its preposition before “2023”, but not before “in May” or “yesterday”.
    word = _LAST_WORD.search(before, 0, start) if time.start or subject[0].islower() else None
    if word and _is_preposition(word[1].casefold(), language):
        start = word.start()
    return f"{before[:start]}{subject}{before[end:]}"


def _word_for_year(text: str, at: int, language: Language) -> re.Match[str] | None:
    """Return the match of such a word behind a year that ends *at* this place: "2022 года"."""
    year = language.calendar.year
    return re.compile(rf"\s(?:{year})\b", re.IGNORECASE).match(text, at) if year else None


def _is_preposition(word: str, language: Language) -> bool:
    """Return whether *word* stands before places or times."""
    before_times = f"{language.calendar.before_year}|{language.references.before_times}"
    return word in language.relations.places or bool(re.fullmatch(before_times, word))


def _is_time(text: str, language: Language) -> bool:
    """Return whether *text* is a time and nothing else but stop words."""
    rest, end = "", 0
    for time in _find_times(text, language):
        rest, end = rest + text[end : time.start], max(end, time.end)
    rest += text[end:]
    words = re.findall(r"\w+", rest.casefold())
    return end > 0 and all(word in stop_words(language.code) for word in words)


def _find_times(text: str, language: Language) -> list[Span]:
    """Return the dates, days and words for a time that *text* has, in order."""
    whole = (text, 0, len(text))
    found = [Span(each.start, each.end) for each in dates(*whole, language.code)]
    found += [Span(each.start, each.end) for each in bare_years(*whole)]
    found += [Span(each.start, each.end) for each in weekdays(*whole, language.code)]
    if words := language.calendar.times:
        found += [Span(*match.span()) for match in re.finditer(words, text)]
    return list(_merged(sorted(found)))


def _merged(spans: Iterable[Span]) -> Iterator[Span]:
    """Yield *spans*, which are in order, with one for all those that overlap."""
    merged: Span | None = None
    for span in spans:
        if merged and span.start < merged.end:
            merged = Span(merged.start, max(merged.end, span.end))
            continue
        if merged:
            yield merged
        merged = span
    if merged:
        yield merged


def _names_month(text: str, language: Language) -> bool:
    return any(date.month for date in dates(text, 0, len(text), language.code))


def _replace_phrase(before: str, subject: str, language: Language) -> str | None:
    """
    Return *before* with *subject*, “in Kyiv”, in place of its last phrase with that preposition, or with another
    for a place; with a place also behind it. None if none of this can be.
    """
    preposition = subject.split(maxsplit=1)[0].casefold()
    places = language.relations.places
    alike = places | language.relations.links if preposition in places else {preposition}
    phrases = [*_phrases(before, alike, language)]
    same = [span for span in phrases if before[span.start :].casefold().startswith(preposition)]
    if chosen := (same or phrases)[-1:]:
        return f"{before[: chosen[0].start]}{subject}{before[chosen[0].end :]}"
    return f"{before} {subject}" if preposition in places else None


def _phrases(
    text: str, prepositions: frozenset[str] | set[str], language: Language
) -> Iterator[Span]:
    """Yield the phrases of *text* with one of these *prepositions*: those before a name, or at its end."""
    times = _find_times(text, language)
    for match in re.finditer(
        rf"\b(?:{'|'.join(sorted(map(re.escape, prepositions)))})\s", text, re.IGNORECASE
    ):
        named = _patterns().named.match(text, match.end())
        end = named.end() if named else f"{text}?".index("?", match.end())
        if not any(time.start < end and match.end() < time.end for time in times):
            yield Span(match.start(), end)


def _find_name(before: str, subject: str, language: Language) -> Span | None:
    """
    Return the name in *before* that the name *subject* replaces: the first with its article, or that is no place, or
    the first of all.
    """
    if not _patterns().named.match(subject):
        return None
    names = [*_names(before, language)]
    article = subject.split(maxsplit=1)[0].casefold()
    if article in _articles():
        # What is counted has none, but may have a capital: “Wie viele Soldaten”.
        names = [name for name in names if name.start != _find_counted(before).start]
    alike = [name for name in names if before[name.start :].casefold().startswith(f"{article} ")]
    others = [name for name in names if not _is_place(before, name, language)]
    alike = alike if article in _articles() else []
    return next(iter(alike or others or names), None)


def _find_identified(before: str, subject: str, language: Language) -> Span | None:
    """Return the last word of *before*, “who is lind”, for which a name is asked, as *subject* is one."""
    asked = re.fullmatch(r"\w+\s+(\w+)\s+(\w+)", before)
    if (
        not asked
        or asked[1] not in language.relations.auxiliaries
        or asked[2] in stop_words(language.code)
    ):
        return None
    return Span(*asked.span(2)) if _patterns().named.fullmatch(subject) else None


def _names(text: str, language: Language) -> Iterator[Span]:
    """Yield the names of *text*, which its first word and its times are not."""
    times = _find_times(text, language)
    behind_first = len(text.split(maxsplit=1)[0]) if text.strip() else 0
    for match in _patterns().named.finditer(text, behind_first):
        if not any(time.start < match.end() and match.start() < time.end for time in times):
            yield Span(_start_of_name(text, match.start(), language), match.end())


def _start_of_name(text: str, start: int, language: Language) -> int:
    """Return where a name begins that has its capital at *start*: “van” is a part of it, where it is no other word."""
    particles = names_of().particles | names_of().bound_particles
    while (word := _word_before(text, start)) in particles - stop_words(language.code):
        start = text.casefold().rindex(word, 0, start)
    return start


def _is_place(text: str, name: Span, language: Language) -> bool:
    """Return whether a preposition before *name* says that it is a place."""
    return _word_before(text, name.start) in language.relations.places


def _replace_counted(before: str, subject: str, language: Language) -> str | None:
    """Return *before* with *subject*, without its article, in place of what it counts; None if it counts nothing."""
    start, end = _find_counted(before)
    is_verb = language.calendar.past and re.fullmatch(language.calendar.past, subject)
    if start == end or is_verb:  # “killed? and injured?”
        return None
    first, *rest = subject.split()
    subject = " ".join(rest) if rest and first.casefold() in _articles() else subject
    return f"{before[:start]}{subject}{before[end:]}"


def _find_counted(text: str) -> Span:
    """Return where the first word of what *text* counts is; empty if it counts nothing."""
    counted = next((match for _, match in _patterns().counts.find(text)), None)
    word = re.compile(r"\w*").match(text, counted.start(1)) if counted else None
    return Span(*word.span()) if word else Span(0, 0)


def _replace_thing(before: str, subject: str, language: Language) -> str | None:
    """
    Return *before* with *subject*, “the tunnel”, in place of its last word with an article, or of its only name;
    None if it has neither.
    """
    articles = "|".join(sorted(_articles()))
    things = [*re.finditer(rf"\b(?i:{articles})\s(?:{_CAPITAL}\w*\s)*\w+", before)]
    if not re.match(rf"(?:{articles})\s", subject, re.IGNORECASE):
        return None
    names = [*_names(before, language)]
    span = things[-1].span() if things else names[0] if len(names) == 1 else None
    return f"{before[: span[0]]}{subject}{before[span[1] :]}" if span else None


def _name_the_person(before: str, question: str) -> str | None:
    """Return *question* with the only name of *before*, its subject, in place of “he”; None if that is not clear."""
    language = _language_of(question)
    person, pronouns = language.references.person, language.references.pronouns
    referring = [*re.finditer(rf"\b(?:{pronouns})\b", question, re.IGNORECASE)]
    names = [*_names(before, language)]
    if not person or len(referring) != 1 or len(names) != 1:
        return None
    [(start, end)], [pronoun] = names, referring
    is_subject = _word_before(before, start) in language.relations.auxiliaries
    is_person = before[start].isupper() and not before[start:end].isupper()
    owner = re.compile(language.relations.possessive or "(?!)").match(before, end)
    if not is_subject or not is_person or owner:
        return None
    if not re.fullmatch(person, pronoun[0], re.IGNORECASE):
        return None
    return f"{question[: pronoun.start()]}{before[start:end]}{question[pronoun.end() :]}"


def _word_before(text: str, place: int) -> str:
    """Return the word right before a *place* in *text*, in small letters; "" without one."""
    word = _LAST_WORD.search(text, 0, place)
    return word[1].casefold() if word else ""


def _split(text: str) -> tuple[str, str]:
    """Return the words that *text* continues another question with, if any, and the rest of it."""
    continuing = _patterns().continuing.match(text)
    return (continuing[1], text[continuing.end() :]) if continuing else ("", text)


def _language_of(text: str) -> Language:
    """
    Return the language, of those whose pronouns are known, that has most words of *text* as stop words:
    a short question has hardly any others. English if no other has more, then the one whose list is
    shorter, as its words say more.
    """
    words = re.findall(r"\w+", text.casefold())

    def rank(language: Language) -> tuple[int, bool, int]:
        stops = stop_words(language.code)
        return sum(map(stops.__contains__, words)), language.code == "en", -len(stops)

    return max((other for other in languages() if other.references.pronouns), key=rank)
