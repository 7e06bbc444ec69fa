"""
Whom a pronoun means as a speaker, by the sentences before it: "she said", "it said".

`coreference` resolves pronouns as well, for another question: see there.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import takewhile

from retrieval.articles import Article, Span
from retrieval.lang.registry import names
from retrieval.lang.schema import Speech
from retrieval.quotations.clauses import Places
from retrieval.quotations.cues import Cue
from retrieval.quotations.lexicon import are_roles, is_body, is_of_people, is_role
from retrieval.quotations.names import Gender, name_of, runs
from retrieval.quotations.roster import Roster
from retrieval.quotations.sentences import Attribution, ReadSentence, RecentSentences
from retrieval.quotations.subjects import Subject
from retrieval.quotations.tokens import TextToken, owns

_BEGINNING = 40
"""Most characters from the beginning of a sentence to the person that it is about."""
_NEAR = 3
"""Sentences in which an organization is looked for."""


class Antecedents:
    """Finds whom the pronouns of one article mean."""

    def __init__(
        self, article: Article, speech: Speech, recent: RecentSentences, roster: Roster
    ) -> None:
        self._article = article
        self._speech = speech
        self._recent = recent
        self._roster = roster
        self._people: dict[tuple[int, int], list[Span]] = {}

    def person(
        self, subject: Subject, gender: Gender | None, cue: Cue, sentence: ReadSentence
    ) -> Span | None:
        """Return the only person of *gender*, or of any for None, whom *subject* can mean without a name."""
        if cue.first <= subject.first <= cue.last:  # "Ada Park left: in her view, …"
            begun = list(takewhile(lambda word: not word.quoted, sentence.words[: cue.first]))
            if people := self.people(begun, gender):
                return self._only(people, begun)
        opening = _before_quotation(sentence, cue) if subject.first > cue.last else ()
        if people := self.people(opening, gender):  # "Ada Park hesitated: “No,” she said"
            return self._only(people, opening)
        own = sentence.words[: subject.first]
        if _is_behind(subject, cue.clause):  # "Ada Park explained: it held, she said"
            label = _before_colon(own)
            people = self.people(label, gender)
            if people and (only := self._only(people, label)):
                return only
        if own and subject.first < cue.first and not _is_behind(subject, cue.clause) and not any(
            word.quoted for word in own
        ):  # fmt: skip
            clause = _after_last(own, ";")
            if people := self.people(clause, gender):
                return self._only(people, clause)
            if len(clause) < len(own):
                return None
        for before in self._recent.nearest_first():
            candidates = self._candidates(before, gender)
            if candidates is None:
                return None
            if candidates:
                return self._roster.fullest(candidates[0])
        return None

    def last_speaker(self, role: Sequence[str] = ()) -> Span | None:
        """
        Return the person who spoke in the sentence before, where nobody else did and none is named there.

        Args:
            role: What that person is called now; whoever has another role in the article is not meant.
        """
        before = next(iter(self._recent.nearest_first()), None)
        speakers = [one.name for one in before.attributions] if before else []
        if before is None or not speakers or (last := speakers[-1]) is None:
            return None
        everybody = (*self.people(before.words, None), *filter(None, speakers))
        alone = {self.family(one) for one in everybody} == {self.family(last)}
        is_person = not (self.is_organization(last) or self._are_unnamed(last))
        fits = not role or not self._roster.has_other_role(last, role)
        return last if alone and is_person and fits else None

    def people_who_spoke(self) -> Span | None:
        """Return the people without a name who spoke in the sentence before: "officials", for "they"."""
        before = next(iter(self._recent.nearest_first()), None)
        last = before.attributions[-1].name if before and before.attributions else None
        return last if last and self._are_unnamed(last) else None

    def _are_unnamed(self, name: Span) -> bool:
        """Return whether *name* is a noun for people and no name: "local officials", "analysts at Lenne Bank"."""
        words = self._article.slice(name).split()
        links = (at for at, word in enumerate(words) if word.lower() in self._speech.links)
        return is_of_people(words[max(0, next(links, len(words)) - 1)])

    def has_people(self) -> bool:
        """Return whether the sentences before name anybody."""
        return any(self.people(before.words, None) for before in self._recent.nearest_first())

    def organization(self) -> Span | None:
        """Return the organization that spoke last, or that the sentences before are about."""
        for before in self._recent.nearest_first()[:_NEAR]:
            named = [one.name for one in before.attributions if one.name]
            if named:
                is_one = self.is_organization(named[-1]) and not self._are_unnamed(named[-1])
                return named[-1] if is_one else None
            if before.attributions:
                return None
            if body := self._body_begins(before.words):
                return self._roster.fullest(body)
            if self.people(before.words, None):
                return None
        return None

    def body_called(self, noun: str) -> Span | None:
        """Return the last organization called by a name and *noun*: "the Lenne ministry"."""
        for before in self._recent.nearest_first():
            for place, word in enumerate(before.words):
                if word.text.lower() != noun:
                    continue
                first = place
                while first and place - first < _NEAR and before.words[first - 1].text[0].isalpha():
                    first -= 1
                    if before.words[first].capital and first and not owns(before.words[first]):
                        return Span(before.words[first].start, word.end)
        return None

    def people(self, words: Sequence[TextToken], gender: Gender | None) -> list[Span]:
        """Return the people named in *words* who may be of *gender*."""
        if not words:
            return []
        key = words[0].start, words[-1].end
        people = self._people.get(key)
        if people is None:
            people = [person for run in runs(words) if (person := self._person(*run, words))]
            self._people[key] = people
        return [person for person in people if self._may_be(person, gender)]

    def family(self, person: Span) -> str:
        return self._article.slice(person).split()[-1].lower()

    def is_organization(self, name: Span) -> bool:
        """Return whether *name* is an organization's: nothing shows a person."""
        written = self._article.slice(name)
        if is_body(written) or self._roster.is_firm(written):
            return True
        return " " not in written and not self._roster.named(written.lower())

    def _candidates(self, before: ReadSentence, gender: Gender | None) -> list[Span] | None:
        """Return whom a pronoun may mean in the sentence *before*; None where it is unclear."""
        people = self.people(before.words, gender)
        speakers: list[Span] = []
        for attribution in before.attributions:
            if attribution.name is None:
                if self._may_mean(attribution, gender):
                    return None
            elif self.is_organization(attribution.name):
                if not people:
                    return None
            elif self._may_be(attribution.name, gender):
                speakers.append(attribution.name)
        if speakers:
            return self._among(speakers, people, gender)
        if people:
            one = self._only(self._certain(people, gender), before.words, gender)
            return [one] if one else None
        if gender and any(self._is_pronoun(word, gender) for word in before.words):
            return []  # the same person is meant there
        return None if _has_somebody(before.words, self._speech) else []

    def _among(
        self, speakers: Sequence[Span], people: Sequence[Span], gender: Gender | None
    ) -> list[Span] | None:
        """Return the speaker of a sentence that names *people*; None where others may be meant."""
        last = speakers[-1]
        families = {self.family(person) for person in (*people, *speakers)}
        if len(families) == 1:
            return [last]
        if len({self.family(speaker) for speaker in speakers}) > 1 or not people:
            return None
        known = [person for person in people if self._roster.gender_of(person) == gender]
        begins = self.family(people[0]) == self.family(last)
        return [last] if begins and (gender is None or known) else None

    def _is_pronoun(self, word: TextToken, gender: Gender) -> bool:
        return word.text.lower() in (self._speech.he if gender == "he" else self._speech.she)

    def _may_mean(self, attribution: Attribution, gender: Gender | None) -> bool:
        """Return whether the unknown speaker of *attribution* may be of *gender*."""
        theirs = attribution.cue.subject.gender
        return theirs is None or gender is None or theirs == gender

    def _certain(self, people: Sequence[Span], gender: Gender | None) -> Sequence[Span]:
        """Return those of *people* who are known to be of *gender*, where the first is; else all."""
        certain = [person for person in people if self._roster.gender_of(person) == gender]
        return certain if gender and certain and certain[0] == people[0] else people

    def _only(
        self, people: Sequence[Span], words: Sequence[TextToken], gender: Gender | None = None
    ) -> Span | None:
        """Return the first of *people* where *words* are about that person alone."""
        about = people[0].start - words[0].start < _BEGINNING
        about = about or (gender is not None and self._roster.gender_of(people[0]) == gender)
        about = about or (self._speech.late_subjects and people[-1].end >= words[-1].start - 1)
        if not about or _takes_part(words, people[0], self._speech):
            return None
        alone = len({self.family(person) for person in people}) == 1
        return self._roster.fullest(people[0]) if alone else None

    def _may_be(self, person: Span, gender: Gender | None) -> bool:
        if gender is None:
            return True
        return self._roster.gender_of(person) in (None, gender)

    def _person(self, first: int, last: int, words: Sequence[TextToken]) -> Span | None:
        """Return the name in the run from *first* to *last* where something shows a person."""
        run = words[first : last + 1]
        if run[0].text in names().calendar or owns(run[-1]):
            return None
        name = name_of(run, self._article.language)
        if name is None or is_body(self._article.slice(name.span)):
            return None
        full = self._article.slice(name.span).split()
        known = name.title or len(full) > 1 or self._roster.named(name.family.lower())
        before = words[first - 1].text.lower() if first else ""
        if not known or before == "the" or before in self._speech.places:
            return None
        if len(full) == 1 and not name.title and before in self._speech.determiners:
            return None  # "In der Stadt"
        if not name.title and self._is_thing(full):
            return None
        return name.span

    def _is_thing(self, name: Sequence[str]) -> bool:
        """Return whether a word of *name* is also an ordinary word, or one that begins no name."""
        if name[-1].lower() in names().openers:
            return True
        known = name[0] in names().men or name[0] in names().women
        return not known and name[0].lower() in self._roster.ordinary_words

    def _body_begins(self, words: Sequence[TextToken]) -> Span | None:
        """Return the organization with which *words* begin."""
        for first, last in runs(words):
            if words[first].start - words[0].start > _BEGINNING:
                return None
            if first and words[first - 1].text.lower() in self._speech.links:
                return None
            name = name_of(words[first : last + 1], self._article.language)
            if name and not owns(words[last]) and len(self._article.slice(name.span)) > 1:
                body = self._roster.body_at(name.span.start) or name.span
                return body if self.is_organization(body) else None
        return None


def _before_quotation(sentence: ReadSentence, cue: Cue) -> Sequence[TextToken]:
    """Return the words up to a colon that introduces the quotation before *cue*."""
    words = sentence.words[: cue.first]
    quoted = next((at for at, word in enumerate(words) if word.quoted), 0)
    return words[:quoted] if quoted and words[quoted - 1].text in ":–—" else ()


def _before_colon(words: Sequence[TextToken]) -> Sequence[TextToken]:
    """Return the words before the last colon among *words*."""
    return words[: max((at for at, word in enumerate(words) if word.text == ":"), default=0)]


def _is_behind(subject: Subject, clause: Places | None) -> bool:
    """Return whether the reported *clause* precedes its *subject*: "It held, she said"."""
    return clause is not None and clause[1] <= subject.first


def _after_last(words: Sequence[TextToken], sign: str) -> Sequence[TextToken]:
    at = max((place for place, word in enumerate(words) if word.text == sign), default=-1)
    return words[at + 1 :]


def _takes_part(words: Sequence[TextToken], person: Span, speech: Speech) -> bool:
    """
    Return whether *person* only takes part in what *words* say, "At talks with X, he", or is
    spoken to, "urges X to".
    """
    place = bisect_left(words, person.start, key=lambda word: word.start)
    for word in reversed(words[:place]):
        if word.text.lower() in speech.company or word.text.lower() in speech.cues:
            return True
        if not (word.capital or is_role(word.text)):
            return False
    return False


def _has_somebody(words: Sequence[TextToken], speech: Speech) -> bool:
    """Return whether *words* have somebody without a name whom a pronoun may mean: "the driver"."""
    for place, word in enumerate(words):
        if word.text.lower() in speech.somebody:
            return True
        named = place + 1 < len(words) and words[place + 1].capital
        if is_role(word.text) and not are_roles(word.text) and not named:
            return True
    return False
