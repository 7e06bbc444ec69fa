"""Who said what in an article: words between quotation marks, and what somebody is reported to have said."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import Literal

from retrieval.articles import Article, Span
from retrieval.lang.registry import speech
from retrieval.lang.schema import Speech
from retrieval.quotations.cues import Cue, cues
from retrieval.quotations.marks import MARKS, Marked, blanked, marked
from retrieval.quotations.names import (
    BLANK,
    Roster,
    Token,
    fullest,
    in_role,
    is_body,
    is_body_noun,
    is_document,
    is_origin,
    is_role,
    name_of,
    owns,
    runs,
    tokens,
)
from retrieval.quotations.person_names import CALENDAR, TITLES, Gender
from retrieval.quotations.subjects import Subject
from retrieval.text.language import stop_words

Form = Literal["quoted", "reported"]
"""Words between marks; what somebody is reported to have said without marks."""

_WORD = re.compile(r"[^\W\d_]+")
_ANY_MARK = re.compile(f"[{MARKS.replace('’', '')}]")
_ENDS = re.compile(r"[.!?…](?<=[^\W\d_A-Z]{4}.)\s+(?=[^\W_a-zа-яіїєґё])")
"""Where a sentence ends whatever the words: an abbreviation has less letters."""
_STOPS = frozenset(".!?…" + BLANK)
_ASIDE = re.compile(r"\([^()]*\) ?")
_LONG = 4
"""Words between marks from which on they are taken for speech where nobody is told to say them."""
_BACK = 4
"""Sentences to look back in for whom a pronoun means."""
_LONGEST = 150
"""Words in a sentence: what is longer is a list or no text, and is cut."""
_MOST_CUES = 8
"""In a sentence."""
_TITLE = 8
"""Words of the longest title."""
_BRACKET = 40
"""Characters from a bracket to the words that explain."""
_ADJECTIVES = ("al", "ive", "ous", "ic", "ary", "ist")
"""How ordinary words end that begin what is no name."""
_BEGINNING = 40
"""Characters from the beginning of a sentence to whom it is about."""
_WORKS = frozenset([
    "book", "novel", "poem", "song", "essay", "sermon", "album", "titled", "entitled",
    "buch", "roman", "gedicht", "lied", "aufsatz", "predigt", "titel",
    "libro", "novela", "poema", "canción", "película", "álbum", "ensayo", "sermón", "obra",
    "livre", "poème", "chanson", "essai",
    "книгу", "книга", "книге", "роман", "поэму", "поэма", "песню", "песня", "фильм", "статью", "статья",
    "книзі", "поему", "поема", "пісню", "пісня", "фільм", "статтю", "стаття",
])  # fmt: skip
"""Before the name of such a thing."""
_SOON = 12
"""Words behind a cue in which what it tells of begins."""
_WITH = frozenset([
    "with", "to", "against", "from", "between", "for", "without", "despite", "like", "unlike", "on",
    "about",
])  # fmt: skip
_DETERMINERS = frozenset(["a", "an", "the", "as"])
_OF_SOMEBODY = frozenset(["his", "her", "their", "its", "my", "our", "these", "those"])
_LONGEST_NAME = 8
"""Words before a colon that may be the name of who speaks."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """
    Words of an article that somebody said or wrote.

    Attributes:
        start: Of the words said. Marks are left out for "quoted"; one of several paragraphs goes
            from the first word of the first to the last of the last, and the marks that open the
            paragraphs between are inside. For "reported" it is the clause.
        end: Behind the last of them.
        name: Who said it, where the article writes the name in full; None where it does not tell.
        cue: The words that say that it is said ("told", "according to"); None where only the
            marks do.
    """

    start: int
    end: int
    form: Form
    name: Span | None
    cue: Span | None


def quotations(article: Article) -> tuple[Quotation, ...]:
    """
    What *article* quotes and reports, in order of start; those of one form are apart.

    Words between marks are a quotation where a cue tells so, or where they are four or more; fewer
    alone are the name of something, or a word that the writer keeps a distance from. The words of a
    heading are also one when the section beneath quotes the same.
    """
    if not _ANY_MARK.search(article.text) and not speech(article.language).reports(article.text):
        return ()
    reader = _Reader(article)
    found: list[Quotation] = []
    for heading, paragraphs in _parts(article):
        found += reader.section(heading, paragraphs)
    return tuple(_apart(found))


def speaker(article: Article, quotation: Quotation) -> str | None:
    """The name to show, on one line."""
    return " ".join(article.slice(quotation.name).split()) if quotation.name else None


def key(name: str) -> str:
    """
    What spellings of one speaker have in common across articles, in small letters.

    Of a person the family name: "Mr Putin", "Vladimir Putin", "PUTIN’s". Of a body all of it but
    an article before it: "the Kremlin". An acronym and its words have different keys, but within
    an article that explains it the words are what a quotation names.
    """
    words = [re.sub(r"(?<=\w)['’]s?$", "", word) for word in re.findall(r"[\w'’.-]+", name)]
    words = [word for word in (word.strip(".-'’") for word in words) if word]
    while len(words) > 1 and (words[0] in TITLES or words[0].lower() in ("the", "prime", "vice")):
        words = words[1:]
    if len(words) > 1 and words[-1] in ("Jr", "Sr"):
        words = words[:-1]
    if not words:
        return name.casefold()
    whole = " ".join(words)
    return (whole if is_body(whole) else words[-1]).casefold()


def _parts(article: Article) -> Iterator[tuple[Span | None, Sequence[Span]]]:
    """Each section's heading and paragraphs; before them the title, where it stands above."""
    first = article.sections[0].paragraphs[0].start if article.sections else 0
    for skip in article.skipped:
        if skip.reason == "title" and skip.start < first:
            yield Span(skip.start, skip.end), ()
            break
    for section in article.sections:
        yield section.heading, section.paragraphs


def _apart(found: Sequence[Quotation]) -> Iterator[Quotation]:
    """In order, and of two that overlap in one form the first."""
    ends: dict[Form, int] = {"quoted": -1, "reported": -1}
    for one in sorted(found, key=lambda one: (one.start, one.end)):
        if one.start >= ends[one.form] and one.start < one.end:
            ends[one.form] = one.end
            yield one


@dataclass(slots=True)
class _Sentence:
    words: Sequence[Token]
    paragraph: int
    said: list[tuple[Cue, Span | None]] = field(default_factory=list)
    """Its cues, and who speaks by each."""
    people: list[Span] | None = None
    """Whom it names, once asked."""
    unread: tuple[int, str] | None = None
    """Where its text begins, and that, while it has no words."""


class _Reader:
    """Reads the sections of an article in order, and remembers who spoke last."""

    def __init__(self, article: Article) -> None:
        self._article = article
        self._text = article.text
        self._speech = speech(article.language)
        self._names: Roster | None = None
        self._before: list[_Sentence] = []
        self._last: Span | None = None  # who spoke last
        self._last_at = -1  # and in which paragraph, all counted
        self._number = 0
        self._passed: list[tuple[int, str, int]] = []  # what says nothing: start, text, paragraph

    def section(self, heading: Span | None, paragraphs: Sequence[Span]) -> list[Quotation]:
        self._before.clear()
        self._passed = []
        above: list[Quotation] = []
        if heading:
            self._last = None
            above = self._paragraphs([heading], heading=True)
            if paragraphs:
                self._last = None
                self._before.clear()
        found = self._paragraphs(paragraphs, heading=False)
        return [*self._named_beneath(heading, above, found), *found]

    def _paragraphs(self, paragraphs: Sequence[Span], heading: bool) -> list[Quotation]:
        inside = list(marked(self._text, paragraphs))
        found: list[Quotation] = []
        place = 0
        for paragraph in paragraphs:
            self._number += 1
            while place < len(inside) and inside[place].outer.end <= paragraph.start:
                place += 1
            stop = place
            while stop < len(inside) and inside[stop].outer.start < paragraph.end:
                stop += 1
            found += self._paragraph(paragraph, inside[place:stop], heading)
        return found

    def _paragraph(
        self, paragraph: Span, inside: Sequence[Marked], heading: bool
    ) -> list[Quotation]:
        told = blanked(self._text, paragraph, inside, BLANK)
        found: list[Quotation] = []
        if not heading and not inside and not self._speech.reports(told):
            self._pass(paragraph.start, told)
            return found
        begun: Sequence[Marked] = [one for one in inside if one.outer.start >= paragraph.start]
        for start, piece in _pieces(told, paragraph.start):
            if not heading and not self._may_say(piece):
                here, begun = _parted(begun, start + len(piece))
                found += self._quoted(_Sentence((), self._number), here, paragraph)
                self._pass(start, piece)
                continue
            self._take_passed()
            for words in self._sentences(tokens(piece, start, self._article.language)):
                here, begun = _parted(begun, words[-1].end)
                sentence = _Sentence(words, self._number)
                found += self._sentence(sentence, here, paragraph, heading)
                self._before = [*self._before[1 - _BACK :], sentence]
        return found

    def _may_say(self, piece: str) -> bool:
        """Whether *piece* may tell who speaks: only then its words are to be read."""
        if BLANK not in piece:
            return self._speech.reports(piece)
        return self._may_go_on() or ":" in piece or self._speech.tells(piece)

    def _may_go_on(self) -> bool:
        return self._last is not None and self._number - self._last_at <= 1

    def _pass(self, start: int, piece: str) -> None:
        self._passed = [*self._passed[1 - _BACK :], (start, piece, self._number)]

    def _take_passed(self) -> None:
        """Has the sentences in which nobody speaks behind it, to be read where a pronoun asks."""
        for start, piece, number in self._passed:
            self._before.append(_Sentence((), number, unread=(start, piece)))
        self._passed = []
        self._before = self._before[-_BACK:]

    def _looked_back(self) -> list[_Sentence]:
        """The sentences before, nearest first."""
        before: list[_Sentence] = []
        for one in self._before:
            if one.unread:
                start, piece = one.unread
                read = self._sentences(tokens(piece, start, self._article.language))
                before += (_Sentence(words, one.paragraph) for words in read)
            else:
                before.append(one)
        self._before = before[-_BACK:]
        return self._before[::-1]

    def _sentences(self, words: Sequence[Token]) -> Iterator[list[Token]]:
        first = 0
        for place, token in enumerate(words[:-1]):
            if token.text[0] not in _STOPS and place - first < _LONGEST:
                continue
            following = words[place + 1]
            if place - first >= _LONGEST:
                ends = True
            elif token.quoted:
                sign = self._last_of(token)
                ends = (
                    sign in ".!?…"
                    and following.capital
                    and not _is_told(words, place, sign, self._speech)
                )
            elif token.text in ".!?…":
                ends = following.start > token.end and not following.text[0].islower() and not (
                    token.text == "." and place and _is_short(words[place - 1])
                )  # fmt: skip
            else:
                continue
            if ends:
                yield list(words[first : place + 1])
                first = place + 1
        if first < len(words):
            yield list(words[first:])

    def _last_of(self, quoted: Token) -> str:
        """The last character of words between marks."""
        return self._text[quoted.end - 4 : quoted.end].rstrip("”’“\"'» ")[-1:] or " "

    def _sentence(
        self, sentence: _Sentence, inside: Sequence[Marked], paragraph: Span, heading: bool
    ) -> list[Quotation]:
        words = sentence.words
        for cue in islice(cues(words, self._article.language, heading), _MOST_CUES):
            sentence.said.append((cue, self._who(cue, sentence)))
        if heading and (named := self._behind_dash(words)):
            sentence.said.append(named)
        if inside and (named := self._before_colon(words)):
            sentence.said.append(named)
        found = [*self._reported(sentence), *self._quoted(sentence, inside, paragraph)]
        for _, who in sentence.said[:1]:
            self._last, self._last_at = who, self._number
        return found

    def _reported(self, sentence: _Sentence) -> Iterator[Quotation]:
        words = sentence.words
        taken: list[tuple[int, int]] = []
        ordered = sorted(
            sentence.said, key=lambda said: words[said[0].first].text.lower() == "according"
        )
        for cue, who in ordered:
            if cue.clause is None:
                continue
            first, end = cue.clause
            while end > first and words[end - 1].text in ",–—-;":
                end -= 1
            while first < end and words[first].text in ",–—-":
                first += 1
            for other, _ in sentence.said:  # what another says begins there
                cut = min(other.first, other.subject.first)
                if other is not cue and other.clause and first + 2 < cut < other.clause[0] < end:
                    end = cut
            if not any(not word.quoted and word.text[0].isalnum() for word in words[first:end]):
                continue
            if any(first < theirs[1] and theirs[0] < end for theirs in taken):
                continue
            taken.append((first, end))
            yield Quotation(
                words[first].start, words[end - 1].end, "reported", who, self._span(words, cue)
            )

    def _quoted(
        self, sentence: _Sentence, inside: Sequence[Marked], paragraph: Span
    ) -> Iterator[Quotation]:
        words = sentence.words
        for one in inside:
            said = _nearest(sentence, one)
            if _in_brackets(self._text, one, paragraph):
                continue
            if said and _is_title(self._text, one) and not _adjoins(sentence, said[0], one):
                continue
            if said and self._is_name(sentence, said[0], one):
                continue
            if self._is_work(sentence, one):
                continue
            if said:
                cue, who = said
                if cue.first >= 0:
                    yield self._made(one, who, self._span(words, cue))
                else:
                    yield self._made(one, who, None)
                self._last, self._last_at = who, self._number
                continue
            if _is_title(self._text, one):
                continue
            length = len(_WORD.findall(self._text, one.start, min(one.end, one.start + 200)))
            if length < _LONG or (
                one.single and length < 2 * _LONG and not _is_whole(one, paragraph)
            ):
                continue
            yield self._made(one, self._goes_on(sentence, one, paragraph), None)

    def _is_work(self, sentence: _Sentence, one: Marked) -> bool:
        """Whether *one* is the name of a book or the like: "wrote the novel «…»"."""
        words = sentence.words
        place = bisect_left(words, one.outer.start, key=lambda word: word.start)
        if not 0 < place < len(words) or self._last_of(words[place]) in ".!?…":
            return False
        told = _WORD.findall(self._text, one.start, min(one.end, one.start + 100))
        return len(told) <= _TITLE and words[place - 1].text.lower() in _WORKS

    def _is_name(self, sentence: _Sentence, cue: Cue, one: Marked) -> bool:
        """Whether *one* is a name: of whom somebody calls so, or of who does what the *cue* says."""
        words, verb = sentence.words, sentence.words[cue.last].text.lower()
        told = _WORD.findall(self._text, one.start, min(one.end, one.start + 100))
        if len(told) >= _LONG or verb in self._speech.reporting:
            return False
        place = bisect_left(words, one.outer.start, key=lambda word: word.start)
        if cue.last < place:
            determined = words[place - 1].text.lower() in _DETERMINERS
            return (
                verb in self._speech.naming
                and not determined
                and all(word[0].isupper() for word in told)
            )
        return cue.first == place + 1 and self._last_of(words[place]) not in ",!?…"

    def _made(self, one: Marked, who: Span | None, cue: Span | None) -> Quotation:
        return Quotation(one.start, one.end, "quoted", who, cue)

    def _span(self, words: Sequence[Token], cue: Cue) -> Span:
        return Span(words[cue.first].start, words[cue.last].end)

    def _goes_on(self, sentence: _Sentence, one: Marked, paragraph: Span) -> Span | None:
        """Whoever spoke in the paragraph before, or in this one, where nobody else may be meant."""
        if not self._may_go_on():
            return None
        if one.outer.start == paragraph.start and one.outer.end >= paragraph.end - 1:
            before = self._text[max(0, paragraph.start - 8) : paragraph.start].rstrip(
                ' \n\r\t\xa0”"’'
            )
            return None if before.endswith("?") else self._last
        alone = all(word.quoted or word.text in ".!?…," for word in sentence.words)
        return self._last if alone and not one.single and self._has_just_spoken() else None

    def _has_just_spoken(self) -> bool:
        """Whether nothing but speech stands in the paragraph since somebody last spoke there."""
        before = next(iter(self._looked_back()), None)
        if before is None or before.paragraph != self._number:
            return True
        return bool(before.said) or any(word.quoted for word in before.words)

    def _before_colon(self, words: Sequence[Token]) -> tuple[Cue, Span | None] | None:
        """ "Ada Park: “No.”" """
        for place, token in enumerate(words[: _LONGEST_NAME + 1]):
            if token.text == ":" and place + 1 < len(words) and words[place + 1].quoted:
                found = list(runs(words[:place]))
                if len(found) != 1 or found[0] != (0, place - 1):
                    return None
                name = name_of(words[:place], self._article.language)
                if name is None:
                    return None
                who = self._fullest(name.span)
                return Cue(place, place, Subject(0, place - 1, name.span), False, None), who
        return None

    def _behind_dash(self, words: Sequence[Token]) -> tuple[Cue, Span | None] | None:
        """Of a heading, "It rained – Ada Park"."""
        for place in range(len(words) - 1, max(2, len(words) - _LONGEST_NAME), -1):
            if words[place].text in "–—-":
                rest = words[place + 1 :]
                name = name_of(rest, self._article.language) if rest else None
                if name is None or list(runs(rest)) != [(0, len(rest) - 1)]:
                    return None
                subject = Subject(place + 1, len(words) - 1, name.span)
                return Cue(place, place, subject, False, (0, place)), self._fullest(name.span)
        return None

    def _who(self, cue: Cue, sentence: _Sentence) -> Span | None:
        subject = cue.subject
        if subject.name:
            return self._named(subject.name, sentence.words)
        if subject.gender:
            return self._pronoun(subject, cue, sentence)
        if subject.role:
            return self._in_role(subject, cue)
        return None

    def _named(self, name: Span, words: Sequence[Token]) -> Span | None:
        """Who *name* is in full; None where it names no speaker, or is cut short."""
        written = self._article.slice(name)
        if is_document(written):
            return None
        opening = written.partition(" ")[0]
        if " " not in written and written.endswith("s") and is_origin(written[:-1]):
            return None  # "Europeans"
        if (
            opening != written
            and not is_body(written)
            and opening.endswith(_ADJECTIVES)
            and re.search(rf"\b{opening.lower()}\b", self._text)
        ):
            return None  # "Colonial Assimilation", where something is colonial
        first = next((at for at, word in enumerate(words) if word.start >= name.start), 0)
        last = next((at for at, word in enumerate(words) if word.end >= name.end), len(words) - 1)
        before = words[first - 1].text.lower() if first else ""
        after = words[last + 1] if last + 1 < len(words) else None
        if before in _OF_SOMEBODY or (
            before in "–-—" and before and first > 1 and words[first - 2].capital
        ):
            return None
        if after and after.text.lower() in ("of", "-") and words[last].end == name.end and (
            after.text == "-" or is_body(written) or " " not in written
        ) and last + 2 < len(words) and words[last + 2].capital:  # fmt: skip
            return None
        cues = self._speech.cues
        alone = " " not in written and not is_body(written)
        if alone and after and after.text[0].islower() and (
            is_origin(written) or (words[first - 1].text[0].islower() and before not in cues | {"to"})
        ) and not (after.text in cues or after.text in stop_words("en") or after.text.endswith("ly")):  # fmt: skip
            return None
        if alone and is_origin(written) and before in ("the", "to", ""):
            known = self._roster().named(written.lower())
            if not known and before != "":
                return None
        return self._fullest(name)

    def _pronoun(self, subject: Subject, cue: Cue, sentence: _Sentence) -> Span | None:
        own = sentence.words[: subject.first]
        if own and subject.first < cue.first and cue.clause != (0, subject.first - 1) and not any(
            word.quoted for word in own
        ):  # fmt: skip
            own = list(_after_last(own, ";"))
            people = self._people(own)
            if people and _is_met(own, people[0], self._speech):
                return None
            if people:
                begins = people[0].start - own[0].start < _BEGINNING
                alone = len({self._family(one) for one in people}) == 1
                return self._fits(people[0], subject.gender) if alone and begins else None
            if any(word.text == ";" for word in sentence.words[: subject.first]):
                return None
        for before in self._looked_back():
            speakers = [who for _, who in before.said]
            if before.people is None:
                before.people = self._people(before.words)
            people = before.people
            if speakers and speakers[-1]:
                who = speakers[-1]
                others = {self._family(one) for one in (*people, *filter(None, speakers))}
                if is_body(self._article.slice(who)) or others - {self._family(who)}:
                    return None
                return self._fits(who, subject.gender)
            if people:
                alone = len({self._family(one) for one in people}) == 1
                begins = people[0].start - before.words[0].start < _BEGINNING
                begins = begins and not _is_met(before.words, people[0], self._speech)
                return self._fits(people[0], subject.gender) if alone and begins else None
            if speakers or _has_somebody(before.words):
                return None
        return None

    def _fits(self, who: Span, gender: Gender | None) -> Span | None:
        theirs = self._roster().gender(self._family(who))
        return self._fullest(who) if theirs in (None, gender) else None

    def _family(self, who: Span) -> str:
        return self._article.slice(who).split()[-1].lower()

    def _people(self, words: Sequence[Token]) -> list[Span]:
        return [one for run in runs(words) if (one := self._person(*run, words))]

    def _person(self, first: int, last: int, words: Sequence[Token]) -> Span | None:
        """The name of somebody, in the run from *first* to *last*, where something shows a person."""
        run = words[first : last + 1]
        if CALENDAR.fullmatch(run[0].text) or owns(run[-1]):
            return None
        name = name_of(run, self._article.language)
        if name is None or is_body(self._article.slice(name.span)):
            return None
        full = self._article.slice(name.span).split()
        known = name.title or len(full) > 1 or self._roster().named(name.family.lower())
        before = words[first - 1].text.lower() if first else ""
        if not known or before in ("the", "in", "at", "near"):
            return None
        return name.span

    def _in_role(self, subject: Subject, cue: Cue) -> Span | None:
        """Whose the role is: of "the mayor", of "the Ukrainian President", of "the government"."""
        role = subject.role
        if role[0].lower() in ("a", "an", "one", "some", "another", "many"):
            return None
        near = self._last is not None and self._number - self._last_at <= 2
        if cue.adds and near and self._last:
            body = is_body(self._article.slice(self._last))
            if body == is_body_noun(role[-1]):
                return self._last
        if is_body_noun(role[-1]):
            if near and self._last and self._article.slice(self._last).endswith(role[-1]):
                return self._last
            return None
        family = in_role(self._roster(), role)
        if family is None:
            return None
        found = self._roster().named(family)
        return self._fullest(found[0].span) if found else None

    def _named_beneath(
        self, heading: Span | None, above: Sequence[Quotation], found: Sequence[Quotation]
    ) -> Iterator[Quotation]:
        """What the heading quotes, by whoever says the same words in its section."""
        beneath = [
            (_ASIDE.sub("", " ".join(self._text[one.start : one.end].split()).casefold()), one.name)
            for one in found
            if one.form == "quoted" and one.name
        ]
        kept = {one.start for one in above}
        for one in above:
            if one.form == "quoted" and one.name is None:
                name = _same(self._text[one.start : one.end], beneath)
                yield replace(one, name=name) if name else one
            else:
                yield one
        if heading:
            for words in marked(self._text, [heading]):
                name = _same(self._text[words.start : words.end], beneath)
                if words.start not in kept and name:
                    yield Quotation(words.start, words.end, "quoted", name, None)

    def _roster(self) -> Roster:
        if self._names is None:
            self._names = Roster(self._article)
        return self._names

    def _fullest(self, name: Span) -> Span:
        return fullest(self._article, self._roster(), name)


def _pieces(told: str, start: int) -> Iterator[tuple[int, str]]:
    """One or more sentences each, and where they begin if *told* does at *start*."""
    at = 0
    for cut in _ENDS.finditer(told):
        yield start + at, told[at : cut.end()]
        at = cut.end()
    yield start + at, told[at:]


def _parted(inside: Sequence[Marked], end: int) -> tuple[Sequence[Marked], Sequence[Marked]]:
    """Those that begin before *end*, and the others."""
    place = bisect_left(inside, end, key=lambda one: one.outer.start)
    return inside[:place], inside[place:]


def _after_last(words: Sequence[Token], sign: str) -> Sequence[Token]:
    at = max((place for place, word in enumerate(words) if word.text == sign), default=-1)
    return words[at + 1 :]


def _is_met(words: Sequence[Token], who: Span, told: Speech) -> bool:
    """
    Whether a sentence that begins with *words* only tells that *who* took part, "At talks with X, he",
    or is spoken to, "urges X to".
    """
    place = bisect_left(words, who.start, key=lambda word: word.start)
    for word in reversed(words[:place]):
        if word.text.lower() in _WITH or word.text.lower() in told.cues:
            return True
        if not (word.capital or is_role(word.text)):
            return False
    return False


def _has_somebody(words: Sequence[Token]) -> bool:
    """Whether somebody without a name may be meant later: "the driver", "she"."""
    for place, word in enumerate(words):
        if word.text.lower() in ("he", "she", "they", "we", "who"):
            return True
        named = place + 1 < len(words) and words[place + 1].capital
        if is_role(word.text) and not named:
            return True
    return False


def _same(words: str, beneath: Sequence[tuple[str, Span | None]]) -> Span | None:
    wanted = re.compile(rf"(?<!\w){re.escape(' '.join(words.split()).casefold())}(?!\w)")
    return next((name for text, name in beneath if wanted.search(text)), None)


def _is_whole(one: Marked, paragraph: Span) -> bool:
    return one.outer.start <= paragraph.start and one.outer.end >= paragraph.end


def _is_short(word: Token) -> bool:
    """Whether the dot after *word* may be of an abbreviation."""
    return (
        word.text in TITLES
        or (len(word.text) == 1 and word.text.isalpha() and word.capital)
        or "." in word.text
        or word.text in ("St", "Jr", "Sr", "vs", "No", "al", "Lt", "Inc", "Co", "Ltd")
    )


def _is_told(words: Sequence[Token], place: int, sign: str, told: Speech) -> bool:
    """
    Whether a cue follows soon on the words between marks at *place*, which end with a *sign*, and
    tells of them: “No!” Ada Park said. Not where it tells of what follows: “No.” Ada Park said that …
    """
    for at, token in enumerate(words[place + 1 : place + 5], place + 1):
        if token.text.lower() in told.cues:
            return not _goes_before(words, at, sign, told)
        if token.text in ".,:;" or token.quoted or token.text.lower() in told.verbs:
            return False
    return False


def _goes_before(words: Sequence[Token], cue: int, sign: str, told: Speech) -> bool:
    """Whether what the *cue* tells of follows it, where words stand before it that end with a *sign*."""
    comma = False
    for token in words[cue + 1 : cue + _SOON]:
        that = token.text.lower() in told.conjunctions and not comma  # or it may be "who"
        if that or (token.quoted and sign == "."):
            return True
        if token.text in ".!?…;":
            break
        comma = comma or token.text == ","
    named = words[cue - 1].capital and words[cue + 1 : cue + 2] and words[cue + 1].capital
    return bool(named) and words[cue].text.lower() not in told.reporting  # "Ada Park urges Kim"


def _nearest(sentence: _Sentence, one: Marked) -> tuple[Cue, Span | None] | None:
    """The cue of the sentence that tells who said *one*."""
    words = sentence.words
    place = next((at for at, word in enumerate(words) if word.start >= one.outer.start), None)
    if place is None:
        return None
    before = [said for said in sentence.said if said[0].last < place]
    after = [said for said in sentence.said if said[0].first > place]
    breaks = [at for at, word in enumerate(words) if word.text == ";"]
    before = [said for said in before if not any(said[0].last < at < place for at in breaks)]
    if after and not (before and before[-1][0].subject.first > place):
        cue = after[0][0]
        between = words[place + 1 : min(cue.first, cue.subject.first)]
        if all(word.text in ",–—-" for word in between) and words[place].start == one.outer.start:
            closing = before and before[-1][0].last + 1 >= place - 2
            if not closing:
                return after[0]
    if before:
        return before[-1]
    if not after:
        return None
    cue = after[0][0]
    told = cue.clause is not None and cue.clause[0] <= place < cue.clause[1]
    return after[0] if told or _adjoins(sentence, cue, one) else None


def _adjoins(sentence: _Sentence, cue: Cue, one: Marked) -> bool:
    """Whether nothing but who speaks stands between *cue* and the words between marks *one*."""
    words = sentence.words
    if words[cue.last].end <= one.outer.start:
        between = [word for word in words[cue.last + 1 :] if word.end <= one.outer.start]
        return bool(between) and all(
            word.text in ",–—-:" or word.text.lower() == "that" for word in between
        )
    between = [
        word for word in words[: min(cue.first, cue.subject.first)] if word.start >= one.outer.end
    ]
    return all(
        word.text in ",–—-" or word.capital or word.text == "the" or is_role(word.text)
        for word in between
    )


def _in_brackets(text: str, one: Marked, paragraph: Span) -> bool:
    """Whether the words between marks explain a word, in brackets behind it."""
    before = text.rfind("(", max(paragraph.start, one.outer.start - _BRACKET), one.outer.start)
    if before < 0 or ")" in text[before : one.outer.start]:
        return False
    return text[one.outer.end : one.outer.end + 1] in (")", ",", ";")


def _is_title(text: str, one: Marked) -> bool:
    """Whether the words are written as the name of something: "The Use of Iron"."""
    words = _WORD.findall(text, one.start, min(one.end, one.start + 100))
    if not 1 < len(words) <= _TITLE or text[one.start : one.end].rstrip()[-1:] in ".!?":
        return False
    return (
        all(word[0].isupper() for word in words if len(word) > 3)
        and words[-1][0].isupper()
        and (words[0][0].isupper())
    )
