"""What a question asks: its words and how else they may be written, what filters it, its kind."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal, NamedTuple

from retrieval.analysis import Token, is_stop_word, shouts, terms, tokens
from retrieval.articles import Span
from retrieval.dates import spell
from retrieval.english import demonyms, forms, other_names, peoples, respelled, spellings
from retrieval.openings import Openings
from retrieval.vocabulary import Vocabulary, same_spelling

MAX_QUESTION = 1000
"""Longest question taken, in characters."""

Kind = Literal["who", "when", "where", "how-many", "said"]
"""What is asked for; "said" is somebody's words."""

_WORDS = re.compile(r"[^\W\d_]+")
_TAG = r"</?[a-zA-Z][^<>]{0,100}>"  # pasted with the words

_SHAPING = """
    people person persons man men woman women place places time times year years day days way ways
    kind kinds type types sort sorts number numbers amount amounts name names named happen happens
    happened happening make makes making made use uses using used go goes going went gone come comes
    coming came give gives giving gave given take takes taking took taken know knows knew known think
    thinks thought call calls called find finds found mean means meant bad badly good well great happy
"""
_WEAK = frozenset(_SHAPING.split())
"""Words that shape a question more than they say what it is about: "how do people…", "what kind of…"."""

_WEAK_WEIGHT = 0.2
_MISCAST_TRUST = 0.3
_FAINT_WEIGHT = 0.2

_SPELLED_WEIGHT = 1.0
_DEMONYM_WEIGHT = 0.8
_TRANSLITERATED_WEIGHT = 0.9
_CORRECTED_WEIGHT = 0.8
_ACRONYM_WEIGHT = 0.9
_BESIDE = 0.5  # of another form's weight, where the articles have the question's own as well
_ACRONYM_BESIDE = 0.7
_SHOWN = 40  # characters of the reader's own words that a note repeats


@dataclass(frozen=True, slots=True)
class Alternative:
    """
    Another way in which the articles may write a word: all `terms` of it, in one passage, are worth
    `weight` (above 0, at most 1) of the word itself. All are terms of the collection.
    """

    terms: tuple[str, ...]
    weight: float


@dataclass(frozen=True, slots=True)
class Word:
    """
    A word of the question as typed, its term, and whether its capitals make it a name. `weight` is
    1, or less for a word that says little of what is asked. `trust`, above 0, at most 1, is what
    finding the term itself is worth. `alternatives` are best first.
    """

    text: str
    term: str
    name: bool
    weight: float = 1.0
    trust: float = 1.0
    alternatives: tuple[Alternative, ...] = ()


@dataclass(frozen=True, slots=True)
class Query:
    """
    The question once it is understood.

    Attributes:
        language: ISO 639-1 code; None where nothing tells.
        words: In the question's order, one a term; without those that only filter.
        phrases: To stand in a passage as they are; `phrase_spans` finds them.
        excluded: Terms that must not stand in a passage.
        excluded_phrases: Phrases that must not.
        publisher: Part of the name of the only one to show.
        since: First date to show, partial or full ISO 8601, as `dated_within` takes it.
        until: Last date to show.
        recent: Whether newer articles answer better ("latest", "this week").
        kind: What is asked for, where the question's form tells.
        speaker: Terms of whom the question wants to hear: X in "what did X say about Y".
        notes: Short sentences for the reader about what was understood or changed.
    """

    text: str
    language: str | None
    words: tuple[Word, ...]
    phrases: tuple[str, ...] = ()
    excluded: tuple[str, ...] = ()
    excluded_phrases: tuple[str, ...] = ()
    publisher: str | None = None
    since: str | None = None
    until: str | None = None
    recent: bool = False
    kind: Kind | None = None
    speaker: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def filters(self) -> bool:
        """Whether there are passages that it does not want, however well they match."""
        return bool(
            self.phrases
            or self.excluded
            or self.excluded_phrases
            or self.publisher
            or self.since
            or self.until
        )

    def worth(self) -> dict[str, float]:
        """
        Every term to search for and its weight, alternatives included: a passage found by one of
        several terms of an alternative is found, though it may not hold the others.
        """
        found = {word.term: word.weight * word.trust for word in self.words}
        for word in self.words:
            for other in word.alternatives:
                for term in other.terms:
                    weight = word.weight * other.weight / len(other.terms)
                    found[term] = max(weight, found.get(term, 0.0))
        return found


def parse(question: str, vocabulary: Vocabulary, language: str | None = None) -> Query:
    """
    Read *question* as one to a collection with this *vocabulary*.

    A stop word that "the" makes a noun ("the who") is read as a name in capitals where the
    collection has that name. In a question that does capitalise, a word in lower case hardly means
    the name that the collection knows it as (to be "online" is not The Sun Online).

    Args:
        language: Of the question, as an ISO 639-1 code.
    """
    typed, rest = _operators(_without_tags(question))
    phrases, excluded, rest = _quoted(rest)
    kind, speaker = _kind(rest, language)
    time = [Span(*match.span()) for _, match in _RECENT.find(rest)]
    according = [Span(*match.span()) for _, match in _ACCORDING_TO.find(rest)]
    named = _time_named(rest, kind, vocabulary)
    faint = [*time, *according, *([named.span] if named else [])]
    found: dict[str, Word] = {}
    without: dict[str, str] = {}
    said_by: list[str] = []
    for start, word in _words(rest, vocabulary, language):
        if any(span.start <= start < span.end for span in excluded):
            without[word.term] = word.text
            continue
        if any(span.start <= start < span.end for span in speaker):
            said_by.append(word.term)
        if any(span.start <= start < span.end for span in faint):
            word = replace(word, weight=word.weight * _FAINT_WEIGHT)
        found.setdefault(word.term, word)
    for term in without:
        found.pop(term, None)
    words, corrected = _alternatives(list(found.values()), vocabulary, language)
    filters, notes = _filters(typed, named, vocabulary)
    not_phrases = tuple(p.text for p in phrases if p.excluded)
    phrases_ = tuple(p.text for p in phrases if not p.excluded)
    notes += [f"Only with the exact words “{_short(phrase)}”." for phrase in phrases_]
    notes += [f"Without “{_short(text)}”." for text in (*without.values(), *not_phrases)]
    return Query(
        question,
        language,
        tuple(words),
        phrases=phrases_,
        excluded=tuple(without),
        excluded_phrases=not_phrases,
        publisher=filters.get("from"),
        since=filters.get("since"),
        until=filters.get("until"),
        recent=bool(time),
        kind=kind,
        speaker=tuple(dict.fromkeys(said_by)),
        notes=(*corrected, *notes),
    )


# Words


def _without_tags(question: str) -> str:
    if "<" not in question:
        return question
    return re.sub(_TAG, lambda tag: " " * len(tag[0]), question)


def _words(
    question: str, vocabulary: Vocabulary, language: str | None
) -> Iterator[tuple[int, Word]]:
    """Where each word that says what is asked stands, and the word; repeats kept."""
    even = question.islower() or shouts(question)  # its capitals mark nothing
    capitalises = not even and any(
        match[0][0].isupper() and not _opens(question, match.start())
        for match in _WORDS.finditer(question)
    )
    before: Token | None = None
    asked = False
    for token in tokens(question, language):
        text = question[token.start : token.end]
        capital = text[0].isupper() and not _opens(question, token.start)
        name = token.term.isupper() or (not even and (capital or _acronym(text)))
        name = name or (even and token.term in vocabulary.names)
        weight = _WEAK_WEIGHT if text.casefold() in _WEAK or _is_currency(token, before) else 1.0
        trust = 1.0
        if capitalises and text.islower() and token.term in vocabulary.names:
            trust = _MISCAST_TRUST
        yield token.start, Word(text, token.term, name, weight, trust)
        before, asked = token, True
    if even:
        for start, acronym in _disguised(question, language):
            if acronym in vocabulary:
                yield start, Word(acronym, acronym, True)
                asked = True
    if not asked:  # only stop words: "who is it?" asks nothing else, so they are all there is
        for match in _WORDS.finditer(question):
            if match[0].upper() in vocabulary:
                yield match.start(), Word(match[0], match[0].upper(), True)


def _opens(question: str, start: int) -> bool:
    """Whether a sentence begins at *start*, where a capital says nothing."""
    before = question[:start].rstrip(" \"'“‘«(")
    return not before or before[-1] in ".?!…:"


def _acronym(text: str) -> bool:
    return len(text) > 1 and text.isupper()


def _disguised(question: str, language: str | None) -> list[tuple[int, str]]:
    """Stop words used as nouns, in capitals: "what did the who say" asks about the WHO."""
    return [
        (word.start(), word[0].upper())
        for before, word in itertools.pairwise(_WORDS.finditer(question))
        if before[0].casefold() in ("the", "a") and is_stop_word(word[0], language)
    ]


_CURRENCIES = frozenset(terms("dollar euro pound sterling rouble ruble yen yuan franc hryvnia"))
_UNITS = frozenset(terms("hundred thousand million billion trillion"))


def _is_currency(token: Token, before: Token | None) -> bool:
    """Whether *token* names the money of an amount, where an article may have only € or $."""
    return (
        token.term in _CURRENCIES
        and before is not None
        and (before.term[0].isdigit() or before.term in _UNITS)
    )


# Other ways to write a word


def _alternatives(
    words: Sequence[Word], vocabulary: Vocabulary, language: str | None
) -> tuple[list[Word], list[str]]:
    """The *words* with their alternatives in the collection, and what to tell of the changes."""
    in_full = _in_full(words, vocabulary)
    found: list[Word] = []
    notes: list[str] = []
    for place, word in enumerate(words):
        respelt = _other_spellings(word, vocabulary, language)
        options: dict[tuple[str, ...], float] = {
            **_meanings(word, vocabulary),
            **in_full.get(place, {}),
            **_amounts(words, place),
            **_other_forms(word, vocabulary, language),
            **{(term,): weight for term, weight in respelt.items()},
        }
        known = {
            option: weight
            for option, weight in options.items()
            if option != (word.term,) and all(term in vocabulary for term in option)
        }
        if word.term not in vocabulary:
            if not any(len(option) == 1 for option in known):
                meant = vocabulary.corrections(word.text, language, as_name=word.name)[:1]
                respelt = dict.fromkeys(meant, _CORRECTED_WEIGHT)
                known |= {(term,): weight for term, weight in respelt.items()}
            shown = next((vocabulary.written(term) for term in respelt if (term,) in known), None)
            if shown:
                notes.append(f"Showing “{_short(shown)}” for “{_short(word.text)}”.")
        ordered = sorted(known.items(), key=lambda item: (-item[1], item[0]))
        found.append(replace(word, alternatives=tuple(Alternative(*pair) for pair in ordered)))
    return found, notes


def _other_forms(
    word: Word, vocabulary: Vocabulary, language: str | None
) -> dict[tuple[str, ...], float]:
    """Terms for other forms of *word* and what each is worth; not all of them are in the collection."""
    if language not in (None, "en"):
        return {}
    found = dict(forms(word.term))
    if _may_be_name(word, vocabulary):
        people = [term for other in demonyms(word.text) for term in terms(other, "en")[:1]]
        names = dict.fromkeys(people, _DEMONYM_WEIGHT) | dict(peoples(word.term))
        found |= {term: weight for term, weight in names.items() if term in vocabulary.names}
    beside = _BESIDE if word.term in vocabulary else 1.0
    found = {term: weight * beside for term, weight in found.items()} | dict(spellings(word.term))
    for spelled in respelled(word.text):
        found |= dict.fromkeys(terms(spelled, "en")[:1], _SPELLED_WEIGHT)
    return {(term,): weight for term, weight in found.items()}


def _other_spellings(word: Word, vocabulary: Vocabulary, language: str | None) -> dict[str, float]:
    """Terms for other names and spellings of the name that *word* may be, and what each is worth."""
    found = {t: w for t, w in other_names(word.term).items() if t in vocabulary.names}
    if word.term in vocabulary.names or (
        word.term not in vocabulary and not vocabulary.is_word(word.text, language)
    ):
        found |= dict.fromkeys(vocabulary.transliterations(word.text), _TRANSLITERATED_WEIGHT)
    found.pop(word.term, None)
    return found


def _may_be_name(word: Word, vocabulary: Vocabulary) -> bool:
    return word.name or word.term in vocabulary.names or word.term not in vocabulary


def _meanings(word: Word, vocabulary: Vocabulary) -> dict[tuple[str, ...], float]:
    weight = _acronym_weight(word, vocabulary)
    return {name.terms: weight for name in vocabulary.meanings(word.term)}


def _in_full(
    words: Sequence[Word], vocabulary: Vocabulary
) -> Mapping[int, dict[tuple[str, ...], float]]:
    """For the places of *words* that write out an acronym of the articles: that acronym."""
    keys = [(same_spelling(word.text) or (word.term,))[0] for word in words]
    found: dict[int, dict[tuple[str, ...], float]] = {}
    for place, first in enumerate(keys):
        for name in vocabulary.acronyms(first):
            end = place + len(name.key)
            if tuple(keys[place:end]) == name.key:
                for inside in range(place, end):
                    weight = _acronym_weight(words[inside], vocabulary)
                    found.setdefault(inside, {})[name.acronym,] = weight
    return found


def _acronym_weight(word: Word, vocabulary: Vocabulary) -> float:
    return _ACRONYM_WEIGHT * (_ACRONYM_BESIDE if word.term in vocabulary else 1.0)


_MULTIPLES = {term: 10**power for power, term in ((3, "thousand"), (6, "million"), (9, "billion"))}


def _amounts(words: Sequence[Word], place: int) -> dict[tuple[str, ...], float]:
    """2,500,000,000 for 2.5 billion, and the other way round."""
    term = words[place].term
    if term.isdecimal() and term.isascii() and 4 <= len(term) <= 15:
        return {
            (f"{int(term) / multiple:g}", unit): 1.0
            for unit, multiple in _MULTIPLES.items()
            if int(term) >= multiple and int(term) % (multiple // 100) == 0
        }
    for number, unit in itertools.pairwise(words[max(0, place - 1) : place + 2]):
        multiple = _MULTIPLES.get(unit.term)
        if multiple and re.fullmatch(r"[0-9]{1,4}(?:\.[0-9]{1,3})?", number.term):
            return {(str(round(float(number.term) * multiple)),): 1.0}
    return {}


# Operators: from: since: until: "exact words" -without


class _Typed(NamedTuple):
    operator: str
    value: str


class _Quoted(NamedTuple):
    text: str
    excluded: bool


class _Named(NamedTuple):
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


def _operators(question: str) -> tuple[list[_Typed], str]:
    """The operators typed in *question*, and it without them, every other character in place."""
    if ":" not in question:
        return [], question
    operator = re.compile(_OPERATOR, re.IGNORECASE)
    found = [
        _Typed(match[1].casefold(), next(filter(None, match.groups()[1:]), "").strip())
        for match in operator.finditer(question)
    ]
    return found, operator.sub(lambda match: " " * len(match[0]), question)


def _quoted(question: str) -> tuple[list[_Quoted], list[Span], str]:
    """
    The phrases in quotation marks, where words to leave out stand, and the *question* without what
    is left out in quotation marks, every other character in place.
    """
    phrases: list[_Quoted] = []
    left_out: list[Span] = []
    has_quotes = any(map(question.__contains__, _OPENING_QUOTES))
    for match in re.finditer(_QUOTED, question) if has_quotes else ():
        text = " ".join(next(filter(None, match.groups()[1:]), "").split())
        if not any(map(str.isalnum, text)):
            continue
        minus = bool(match[1]) and (match.start() == 0 or question[match.start() - 1].isspace())
        phrases.append(_Quoted(text, minus))
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


def _filters(
    typed: Sequence[_Typed], named: _Named | None, vocabulary: Vocabulary
) -> tuple[dict[str, str], list[str]]:
    """The filters by operator, and what to say of them."""
    found: dict[str, str] = {}
    notes: list[str] = []
    for operator, value in typed:
        value = value.rstrip("?!,;.")
        if operator == "from" and value:
            found["from"] = value
        elif operator != "from" and _is_date(value):
            found[operator] = value
        else:
            wanted = "a publisher" if operator == "from" else "a date such as 2022-11"
            notes.append(f"“{operator}:{_short(value)}” was left aside: it is not {wanted}.")
    if "since" in found and "until" in found and not _in_order(found["since"], found["until"]):
        notes.append("The dates were left aside: since: comes after until:.")
        del found["since"], found["until"]
    if named and not {"since", "until"} & set(found):
        found |= {"since": named.value, "until": named.value}
    return found, _say(found, vocabulary) + notes


def _say(filters: Mapping[str, str], vocabulary: Vocabulary) -> list[str]:
    notes = []
    if publisher := filters.get("from"):
        shown = [p for p in vocabulary.publishers if publisher.casefold() in p.casefold()]
        name = shown[0] if len(shown) == 1 else f"“{_short(publisher)}”"
        notes.append(f"Only from {name}." if shown else f"No article is from {name}.")
    since, until = filters.get("since"), filters.get("until")
    if since and since == until:
        notes.append(f"Only from {spell(since)}.")
    elif since and until:
        notes.append(f"Only from {spell(since)} to {spell(until)}.")
    elif since:
        notes.append(f"Only from {spell(since)} on.")
    elif until:
        notes.append(f"Only until {spell(until)}.")
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


def phrase_spans(text: str, phrase: str) -> list[Span]:
    """
    Where *phrase* stands in *text*, as whole words, whatever the case, the white space and the
    style of quotation marks, apostrophes and dashes.
    """
    words = phrase.casefold().split()
    if not words:
        return []
    pattern = r"\s+".join("".join(map(_same, word)) for word in words)
    pattern = rf"(?<!{_beside(words[0][0])}){pattern}(?!{_beside(words[-1][-1])})"
    folded, places = _fold(text)
    return [
        Span(places[m.start()], places[m.end() - 1] + 1) if places else Span(*m.span())
        for m in re.finditer(pattern, folded)
    ]


_SAME = ("'’‘ʼ`", '"“”„«»', "-–—‑−")


def _same(letter: str) -> str:
    for style in _SAME:
        if letter in style:
            return f"[{re.escape(style)}]"
    return re.escape(letter)


def _beside(letter: str) -> str:
    """A pattern of what beside *letter* makes it part of a longer word; scripts without case may not part words."""
    if letter.isdigit():
        return r"\d"
    return r"\w" if letter.upper() != letter.lower() else r"[^\s\S]"


def _fold(text: str) -> tuple[str, list[int] | None]:
    """*text* case-folded, and the place in it of every folded letter; None when all are as they were."""
    folded = text.casefold()
    if len(folded) == len(text):  # folding only ever lengthens
        return folded, None
    places = [place for place, letter in enumerate(text) for _ in letter.casefold()]
    return folded, places


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1].rstrip() + "…"


# Time

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
_RECENT = Openings(
    ("en", "latest|newest|recent|recently|currently|nowadays|today|yesterday|now", ""),
    ("en", "most", r"\s+recent(?:ly)?"),
    ("en", "right", r"\s+now"),
    ("en", "this", r"\s+(?:week|month|morning|evening|afternoon)"),
    ("en", "last", r"\s+(?:night|week)"),
    ("en", "these", r"\s+days"),
    ("de", "heute|gestern|aktuell|aktuelle|aktueller|aktuellen|aktuelles|kürzlich", ""),
    ("de", "neueste|neuester|neuesten|neuestes", ""),
    ("de", "diese", r"\s+woche"),
    ("es", "hoy|ayer|ahora|reciente|recientes|recientemente", ""),
    ("es", "esta", r"\s+semana"),
    ("fr", "aujourd", "['’]hui"),
    ("fr", "hier|récemment|récent|récents|récente|récentes", ""),
    ("fr", "cette", r"\s+semaine"),
    ("fr", "dernières", r"\s+nouvelles"),
    ("ru", "сегодня|вчера|сейчас|недавно|последние", ""),
    ("ru", "на", r"\s+этой\s+неделе"),
    ("uk", "сьогодні|вчора|зараз|нещодавно|останні", ""),
    ("uk", "цього", r"\s+тижня"),
)


def _time_named(question: str, kind: Kind | None, vocabulary: Vocabulary) -> _Named | None:
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
    return _Named(value, Span(*match.span())) if any(inside) and not all(inside) else None


# The kind of question

_TIMES = "(?:year|date|day|month|century|decade|time)"
_ASK: Openings[Kind] = Openings(
    ("how-many", "how", r"\s+(?:many|much|long|old|far|often|big|large|high|tall|fast|deep|heavy|wide)"),
    ("how-many", "what|which", r"\s+(?:percentage|percent|proportion|share|number|amount|age|ages)"),
    ("how-many", "number", r"\s+of"),
    ("how-many", "wie", r"\s+(?:viele?|lange?|alt|hoch|weit|groß|oft)"),
    ("how-many", "wieviel|wieviele|wielang|wielange|wiealt|wiehoch|wieweit|wiegroß|wieoft", ""),
    ("how-many", "cuánto|cuántos|cuánta|cuántas|combien|сколько|скільки", ""),
    ("when", "when|wann|cuándo|quand|когда|коли", ""),
    ("when", "what|which", rf"\s+{_TIMES}"),
    ("when", "in", rf"\s+what\s+{_TIMES}"),
    ("when", "seit", r"\s+wann"),
    ("where", "where|woher|wohin|wo|dónde|donde|adónde|adonde|où|где|куда|откуда|де|куди|звідки", ""),
    ("where", "what|which", r"\s+(?:country|countries|city|cities|town|village|villages|place|region|state|continent|river)"),
    ("who", "who|whom|whose|wer|wen|wem|wessen|quién|quiénes|qui|кто|кого|кому|хто", ""),
    ("who", "what|which", r"\s+(?:person|president|minister|king|queen|author|actor|actress|singer|player|leader)"),
)  # fmt: skip
_NOUN_BEFORE = r"(?:^|\W)(?:the|a|an)\s+$"

_SAY = (
    "say|claim|warn|tell|announce|think|believe|argue|explain|admit|declare|suggest|promise|deny|confirm"
    "|reveal|add|predict|insist|urge|demand|write|mention|accuse|reply|respond|comment|react|call\\s+for|vow"
)
_SAYING = (
    "saying|claiming|warning|telling|announcing|thinking|arguing|explaining|suggesting|promising|denying"
    "|insisting|urging|demanding|writing|accusing"
)
_SAID = (
    "said|claimed|warned|told|announced|argued|explained|admitted|declared|suggested|promised|denied|confirmed"
    "|revealed|predicted|insisted|urged|demanded|written|vowed"
)
_ASKS_FOR_WORDS = Openings(
    ("en", "what|how", rf"(?:\s+else)?\s+(?:did|does|do)\s+(\S.{{0,80}}?)\s+(?:{_SAY})"),
    ("en", "what", rf"(?:\s+else)?\s+(?:has|have|had)\s+(\S.{{0,80}}?)\s+(?:{_SAID})"),
    ("en", "what", rf"(?:\s+else)?\s+(?:is|are|was|were)\s+(\S.{{0,80}}?)\s+(?:{_SAYING})"),
    ("en", "what", rf"\s+(\S.{{0,80}}?)\s+(?:says|{_SAID})"),
    ("de", "was", r"\s+(?:sagte|sagt|meinte|meint|erklärte)\s+(\S.{0,60}?)(?=\s+(?:über|zu|zum|zur)\s|[?!.]|$)"),
    ("de", "was", r"\s+(?:hat|haben)\s+(\S.{0,60}?)\s+(?:(?:über|zu|zum|zur)\s.*)?gesagt"),
    ("es", "qué", r"\s+(?:dijo|dijeron|dice|ha\s+dicho)\s+(\S.{0,60}?)(?=\s+(?:sobre|acerca|de)\s|[?!.]|$)"),
    ("fr", "qu", r"['’](?:a|ont)\s+dit\s+(\S.{0,60}?)(?=\s+(?:sur|à\s+propos|de)\s|[?!.]|$)"),
    ("ru", "что", r"\s+(?:сказала?|сказали|говорит|заявила?)\s+(\S.{0,60}?)(?=\s+(?:об?|про)\s|[?!.]|$)"),
    ("uk", "що", r"\s+(?:сказала?|сказали|каже|заявила?|заявив|сказав)\s+(\S.{0,60}?)(?=\s+про\s|[?!.]|$)"),
)  # fmt: skip
_ACCORDING_TO = Openings(("en", "according", r"\s+to"))
_ACCORDING = Openings(("en", "according", r"\s+to\s+([^\s,;:?!]+(?:\s+[^\s,;:?!]+){0,5})"))


def _kind(question: str, language: str | None) -> tuple[Kind | None, list[Span]]:
    """What *question* asks for, and where it names those whose words it wants."""
    speakers = [Span(*match.span(1)) for _, match in _ACCORDING.find(question)]
    for _, said in itertools.islice(_ASKS_FOR_WORDS.find(question), 1):
        span = Span(*said.span(1))
        text = question[span.start : span.end]
        before = text.rpartition(" ")[0] + " "
        if any(tokens(text, language)) or re.match(_NOUN_BEFORE, before, re.IGNORECASE):
            return "said", [span, *speakers]
    for kind, match in _ASK.find(question):
        noun = re.search(_NOUN_BEFORE, question[: match.start()], re.IGNORECASE)
        written_as_name = match[0].isupper() and not shouts(question)
        if not noun and not written_as_name:
            return kind, speakers
    return ("said" if speakers else None), speakers
