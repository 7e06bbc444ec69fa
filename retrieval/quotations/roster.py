"""The people and organizations that an article names, with the longest spelling of each."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cached_property

from retrieval.articles import Article, Span
from retrieval.lang.registry import names
from retrieval.lang.registry import speech as speech_of
from retrieval.quotations.lexicon import is_body, is_origin, is_role
from retrieval.quotations.marks import MARKS
from retrieval.quotations.names import (
    Gender,
    Name,
    name_of,
    name_without_office,
    runs,
)
from retrieval.quotations.tokens import texts_of, tokens
from retrieval.text.acronyms import definitions

_UPPER = "".join(chr(code) for code in range(0x530) if chr(code).isupper())
_WRITTEN = re.compile(  # begins with a capital, which `re` finds fast
    rf"[{_UPPER}](?<!\w.)[\w'’-]*+(?:\.?\s(?:(?:[a-z]{{2,5}}|&)\s){{0,2}}[{_UPPER}][\w'’-]*+)+"
)
_ORDINARY = re.compile(r"\b[^\W\d_A-Z][^\W\d_]*")
_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_PLACE = re.compile(r"\b(?:in|at|near)\s([A-Z][\w-]*)\b(?!['’\s-]\w)")
_PLACE_BEFORE = re.compile(r"\b(?:in|at|near|from)\s$", re.IGNORECASE)
_SPELLINGS = 40
"""Most spellings of one family name that are told apart."""
_BODY_LINKS = (" of ", " for ")
"""What joins two parts of an organization's name."""
_FIRM = 3
"""Most words of a firm's name."""
_LONGEST = 8
"""Most words of a name after the first: a longer run is a headline."""
_LAST_WORD = re.compile(r"\b(\w+),?\s$")
_SHOWN_AFTER = re.compile(
    r",?\s(?:who|(?:has\s|also\s|later\s)?(?P<cue>[a-z]+ed|says?|said|told|wrote|tells|writes))\b|,\s\d{1,3},"
    r"|\s\((?:born\s)?[^()]{0,30}\d{4}|\swas\s(?:born|a|an|the)\b"
)
_SHOWN_BEFORE = re.compile(r"(?:[a-zа-яёіїєґß-ÿ]{2}[\w’'-]*,?|[,)»])\s$")
"""What precedes a name inside a sentence, where its first word has no other reason for a capital."""
_WORDS_BEFORE = re.compile(r"((?:[\w’'-]+\s){0,4})([\w’'-]+),?\s$")
_APPOSITION = re.compile(r",\s(?:(?:the|a|an|who\sis)\s)?", re.IGNORECASE)
_ADJECTIVES = 4
"""Words before a role in an apposition, at most."""
_ADJECTIVE = re.compile(
    r"(?!(?:that|which|who|whose|when|where|while|as|if|because|but|than|to)\s)[\w’'-]+\s",
    re.IGNORECASE,
)
_ROLE = re.compile(r"(\w+)(?:[’'-]\w+)*")
"""A word whose first part, or all of which, may be a role: there are too many for a pattern of each."""
_OWNS = re.compile(r"['’]s\b")
_OF = re.compile(r"\s(?:of|for)\s(?:the\s)?((?:[^\W\d_][\w’'-]*\s?)+)", re.IGNORECASE)


def speaker_key(name: str) -> str:
    """
    Return what all spellings of one speaker have in common across articles, in small letters.

    For a person this is the family name ("Mr Putin", "Vladimir Putin", "PUTIN’s"), for an
    organization the whole name without an article ("the Kremlin"). An acronym and its words have
    different keys, but in an article that explains it a quotation names the words.
    """
    words = [re.sub(r"(?<=\w)['’]s?$", "", word) for word in re.findall(r"[\w'’.-]+", name)]
    words = [word for word in (word.strip(".-'’") for word in words) if word]
    titles = names().titles
    while len(words) > 1 and (words[0] in titles or words[0].lower() in ("the", "prime", "vice")):
        words = words[1:]
    if len(words) > 1 and words[-1] in ("Jr", "Sr"):
        words = words[:-1]
    if not words:
        return name.casefold()
    whole = " ".join(words)
    return (whole if is_body(whole) else words[-1]).casefold()


class Roster:
    """The full names in an article; each family name is looked up when it is first needed."""

    def __init__(self, article: Article) -> None:
        self._article = article
        self._language = article.language
        self._named: dict[str, list[Name]] = {}
        self._names_of_run: dict[int, Sequence[tuple[Name, int]]] = {}
        self._fullest: dict[Span, Span] = {}
        self._genders: dict[Span, Gender | None] = {}
        self._by_first_word: dict[str, Span | None] = {}

    @cached_property
    def _runs(self) -> list[tuple[int, str, str]]:
        """The start of each run of capitalized words, the run, and the run in small letters."""
        return [(run.start(), run[0], run[0].lower()) for run in _written_runs(self._article)]

    @cached_property
    def _acronyms(self) -> dict[str, Span]:
        """The first place of the words that each acronym stands for."""
        places: dict[str, Span] = {}
        text = self._article.text
        for acronym, long in definitions(text):
            if acronym not in places and (place := text.find(long)) >= 0:
                places[acronym] = Span(place, place + len(long))
        return places

    def named(self, family: str) -> list[Name]:
        """Return each spelling, where it stands first, of the people called *family* (small letters)."""
        spellings = self._named.get(family)
        if spellings is None:
            spellings = self._named[family] = list(self._spellings(family))
        return spellings

    def _spellings(self, family: str) -> Iterator[Name]:
        seen: set[str] = set()
        for start, words, small in self._runs:
            if family not in small:
                continue
            for name, size in self._names(words, start):
                written = self._article.slice(name.span)
                given = written.partition(" ")[0].lower()
                if (
                    name.family.lower() == family
                    and size > 1
                    and written not in seen
                    and given not in names().qualifiers
                    and not is_origin(given)
                    and not self._is_word(name, written)
                    and self._is_shown(name)
                ):
                    seen.add(written)
                    yield name
                if len(seen) >= _SPELLINGS:
                    return

    def _is_word(self, name: Name, written: str) -> bool:
        """Return whether *name* is one word, with another capital before it that shows no name: "The Bugle"."""
        return " " not in written and not name.title and not any(map(is_role, name.before))

    def _names(self, words: str, start: int) -> Sequence[tuple[Name, int]]:
        """Return the names in a run that begins at *start*, with the number of their words."""
        if start not in self._names_of_run:
            self._names_of_run[start] = list(self._read_run(words, start))
        return self._names_of_run[start]

    def _read_run(self, words: str, start: int) -> Iterator[tuple[Name, int]]:
        sequence = tokens(words, start, self._article.language)
        links = speech_of("en").name_links
        name_runs = list(runs(sequence))
        for number, (first, last) in enumerate(name_runs):
            begin = name_without_office(sequence, name_runs, number, links)
            name = name_of(sequence[first if begin is None else begin : last + 1], self._language)
            if name and begin is not None:
                office = sequence[name_runs[number - 1][0] : begin]
                name = name._replace(before=(*texts_of(office), *name.before))
            if name and last - first < _LONGEST:
                yield name, last - first + 1

    def _is_shown(self, name: Name) -> bool:
        """Return whether what stands next to *name* shows that it is somebody's."""
        if name.title or any(is_role(word) for word in name.before):
            return True
        text, (start, end) = self._article.text, name.span
        if _is_thing(text, start):
            return False
        last = _LAST_WORD.search(text, max(0, start - 20), start)
        two_people = last is not None and last[1].lower() in speech_of("en").telling
        return bool(
            (not two_people and _SHOWN_BEFORE.search(text, max(0, start - 20), start))
            or _SHOWN_AFTER.match(text, end, end + 50)
            or self._role_beside(name.span, start)
        )

    def _role_beside(self, name: Span, start: int) -> tuple[str, str] | None:
        """Return the role before *start*, or after *name*, and the words that go with it."""
        text = self._article.text
        if before := _role_before(text, start):
            return before
        if text.startswith(",", name.end):
            return _role_after(text, name.end, min(len(text), name.end + 90))
        return None

    @cached_property
    def _roles(self) -> dict[str, list[tuple[frozenset[str], str]]]:
        """For each role the capitalized words next to it, and the family name of who has it."""
        roles: dict[str, list[tuple[frozenset[str], str]]] = defaultdict(list)
        seen: set[tuple[str, tuple[str, ...]]] = set()
        for start, words, _ in self._runs:
            for name, _ in self._names(words, start):
                written = self._article.slice(name.span)
                if (written, name.before) not in seen:
                    seen.add((written, name.before))
                    for role, modifiers in self._roles_of(name):
                        roles[role].append((frozenset(modifiers), name.family.lower()))
        return dict(roles)

    def _roles_of(self, name: Name) -> Iterator[tuple[str, Iterator[str]]]:
        """Yield each role next to *name*, and the capitalized words that go with it."""
        for word in (*name.before, name.title or ""):
            role = names().short_titles.get(word, word.lower())
            if role in names().roles:
                yield role, (other.lower() for other in name.before if not is_role(other))
        begin = name.span.start - sum(len(word) + 1 for word in name.before)
        if not name.before and _is_thing(self._article.text, name.span.start):
            return
        if beside := self._role_beside(name.span, max(0, begin)):
            role, modifiers = beside
            capitalized = (
                word.lower() for word in modifiers.split() if word[0].isupper() and word != "The"
            )
            yield role.lower(), capitalized

    def has_other_role(self, person: Span, role: Sequence[str]) -> bool:
        """Return whether the article gives *person* a role, and none of the words of *role*."""
        family = self._article.slice(person).split()[-1].lower()
        theirs = {
            known for known, several in self._roles.items() if family in {who for _, who in several}
        }
        return bool(theirs) and theirs.isdisjoint(word.lower() for word in role)

    def in_role(self, role: Sequence[str]) -> frozenset[str]:
        """Return the family names, in small letters, of the people who may be in the role of these words."""
        head = next(
            (word.lower() for word in reversed(role) if word.lower() in names().roles), None
        )
        if head is None:
            return frozenset()
        others = {
            word[:4].lower()
            for word in role
            if word[0].isupper() and word != "The" and not is_role(word)
        }
        fitting: set[str] = set()
        exact: set[str] = set()
        for modifiers, family in self._roles.get(head, ()):
            theirs = {word[:4] for word in modifiers if not is_role(word)}
            if not theirs or not others or others & theirs:
                fitting.add(family)
                if others & theirs:
                    exact.add(family)
        return frozenset(exact if len(exact) == 1 else fitting)

    def bodies(self, words: str) -> list[Span]:
        """Return the organizations whose names contain *words*, in whatever letters."""
        wanted = re.compile(rf"\b{re.escape(words)}\b", re.IGNORECASE)
        found = {
            written: span
            for span in self._bodies.values()
            if wanted.search(written := self._article.slice(span)) and " " in written
        }
        return [*found.values()]

    def _by_initials(self, acronym: str) -> Span | None:
        """Return the only organization whose initials are *acronym*."""
        found: dict[str, Span] = {}
        for span in self._bodies.values() if acronym.isupper() else ():
            written = self._article.slice(span)
            if "".join(word[0] for word in written.split() if word[0].isupper()) == acronym:
                found.setdefault(written, span)
        return next(iter(found.values())) if len(found) == 1 else None

    def has_bodies(self) -> bool:
        """Return whether the article names any organization."""
        return bool(self._bodies or self._acronyms)

    def body_at(self, start: int) -> Span | None:
        """Return the organization whose name begins at *start*."""
        return self._bodies.get(start)

    @cached_property
    def _bodies(self) -> dict[int, Span]:
        """The organizations of several words, by where their names begin."""
        places: dict[int, Span] = {}
        for start, words, _ in self._runs:
            before: Name | None = None
            for name, _ in self._names(words, start):
                first = name.span.start
                if (
                    before
                    and self._article.text[before.span.end : first] in _BODY_LINKS
                    and is_body(self._article.slice(before.span))
                ):
                    first = before.span.start
                span = Span(first, name.span.end)
                if is_body(self._article.slice(span)):
                    places[first] = span
                before = name
        return places

    @cached_property
    def ordinary_words(self) -> frozenset[str]:
        """The words that the article writes in small letters."""
        return frozenset(_ORDINARY.findall(self._article.text))

    def is_firm(self, written: str) -> bool:
        """Return whether *written*, which is no person, stands behind "the" or is also called by its first word."""
        first, _, others = written.partition(" ")
        if not others or first in names().men or first in names().women:
            return False
        longer = self._longer(first)
        if longer is None or self._article.slice(longer) != written:
            return False
        alone = rf"\b{re.escape(first)}\b(?!-|\s[{_UPPER}])"
        text = self._article.text
        return _is_thing(text, longer.start) or re.search(alone, text) is not None

    @cached_property
    def _places(self) -> frozenset[str]:
        """The words that the article uses for a place: "in Lenne"."""
        return frozenset(_PLACE.findall(self._article.text))

    def _longer(self, word: str) -> Span | None:
        """Return the only longer name that begins with *word*: "Lenne Works" for "Lenne"."""
        if word not in self._by_first_word:
            self._by_first_word[word] = self._find_longer(word)
        return self._by_first_word[word]

    def _find_longer(self, word: str) -> Span | None:
        found: dict[str, Span] = {}
        if word in self._places:
            return None
        for start, words, _ in self._runs:
            if word not in words:
                continue
            for name, size in self._names(words, start):
                written = self._article.slice(name.span)
                if written.startswith(f"{word} ") and size <= _FIRM and not name.before:
                    found.setdefault(written, name.span)
        return next(iter(found.values())) if len(found) == 1 else None

    def gender_of(self, person: Span) -> Gender | None:
        """Return the gender that a given name or a title of *person* shows; None where none does."""
        if person not in self._genders:
            self._genders[person] = self._shown_gender(person)
        return self._genders[person]

    def _shown_gender(self, person: Span) -> Gender | None:
        written = self._article.slice(self.fullest(person)).split()
        for given in written[:-1]:
            if given in names().men or given in names().male_titles:
                return "he"
            if given in names().women or given in names().female_titles:
                return "she"
        for name in self.named(written[-1].lower()):
            if name.title in names().male_titles:
                return "he"
            if name.title in names().female_titles:
                return "she"
        return None

    def _whole_body(self, written: str) -> Span | None:
        """Return the only name that begins with the noun *written*: "Confederación del Guadamira"."""
        if " " in written or not speech_of(self._language).head_first:
            return None
        longer = {
            text: span
            for span in self._bodies.values()
            if (text := self._article.slice(span)).startswith(f"{written} ")
        }
        return next(iter(longer.values())) if len(longer) == 1 else None

    def fullest(self, name: Span) -> Span:
        """
        Return the longest spelling in the article of whoever *name* means there.

        Of two people with one family name it is the one with the given name in *name*; where it has
        none, the one named last before it.
        """
        if name not in self._fullest:
            self._fullest[name] = self._find_fullest(name)
        return self._fullest[name]

    def _find_fullest(self, name: Span) -> Span:
        written = " ".join(self._article.slice(name).split())
        is_short = " " not in written and sum(map(str.isupper, written)) > 1
        if is_short and (long := self._acronyms.get(written) or self._by_initials(written)):
            return long
        is_loud = is_short and written.isupper() and bool(self.named(written.lower()))
        if is_body(written) and not is_loud:
            return self._whole_body(written) or name
        words = _name_words(written)
        if not words:
            return name
        if " " not in written and not self.named(words[-1].lower()):
            return self._longer(written) or name
        best, most = name, _size(words, written)
        given = {word.lower() for word in words[:-1]}
        people: dict[str, Name] = {}
        for other in self.named(words[-1].lower()):
            text = self._article.slice(other.span)
            spelling = _name_words(text)
            if given <= {word.lower() for word in spelling}:
                if len(spelling) > 1:
                    people.setdefault(spelling[0], other)
                size = _size(spelling, text)
                if size > most:
                    best, most = other.span, size
        if len(people) > 1 and not given:
            before = [person.span for person in people.values() if person.span.start < name.start]
            return max(before, key=lambda span: span.start, default=name)
        return best


def _is_thing(text: str, start: int) -> bool:
    """Return whether the name at *start* follows an article or a mark, as a title or a place does."""
    return text[max(0, start - 4) : start].lower() == "the " or text[max(0, start - 1) : start] in (
        *MARKS,
    )


def _written_runs(article: Article) -> Iterator[re.Match[str]]:
    """Yield the runs of capitalized words in *article*, without those after a preposition of place."""
    for section in article.sections:
        for piece in (*([section.heading] if section.heading else []), *section.paragraphs):
            for match in _WRITTEN.finditer(article.text, *piece):
                before = article.text[max(piece.start, match.start() - 6) : match.start()]
                if not _PLACE_BEFORE.search(before):
                    yield match


def _role_before(text: str, start: int) -> tuple[str, str] | None:
    """Return the role that stands right before *start*, and the words before it."""
    last = _LAST_WORD.search(text, max(0, start - 20), start)
    if not last or last[1].lower() not in names().roles:
        return None
    match = _WORDS_BEFORE.search(text, max(0, start - 60), start)
    if match and match[2].lower() in names().roles:
        return match[2], match[1]
    return last[1], ""  # of "deputy-mayor" the second half is the role


def _role_after(text: str, start: int, end: int) -> tuple[str, str] | None:
    """Return the role in the apposition at *start*, and the words before it and of what it is a role."""
    opening = _APPOSITION.match(text, start, end)
    first = place = opening.end() if opening else end
    for _ in range(_ADJECTIVES + 1):
        word = _ROLE.match(text, place, end)
        for role in (word[1], word[0]) if word else ():
            after = place + len(role)
            if role.lower() in names().roles and not _OWNS.match(text, after, end):
                of = _OF.match(text, after, end)
                return role, text[first:place] + (of[1] if of else "")
        adjective = _ADJECTIVE.match(text, place, end)
        if not adjective:
            break
        place = adjective.end()
    return None


def _size(words: Sequence[str], written: str) -> tuple[int, int, int]:
    return len(words), len(written.split()), len(written)


def _name_words(written: str) -> list[str]:
    titles = names().titles
    return [word for word in _WORD.findall(written) if word not in titles]
