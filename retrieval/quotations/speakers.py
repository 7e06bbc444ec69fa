"""
Who speaks by a cue: a name in full, or whoever a pronoun or a role means.

`coreference` resolves pronouns as well, for another question: see there.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import takewhile

from retrieval.articles import Article, Span
from retrieval.lang.registry import names
from retrieval.lang.schema import Speech
from retrieval.quotations.clauses import Places
from retrieval.quotations.cues import Cue
from retrieval.quotations.lexicon import is_body, is_body_noun, is_document, is_origin, is_role
from retrieval.quotations.names import Gender, name_of, runs
from retrieval.quotations.roster import Roster
from retrieval.quotations.sentences import ReadSentence, RecentSentences
from retrieval.quotations.subjects import Subject
from retrieval.quotations.tokens import TextToken, owns
from retrieval.text.language import stop_words

_BEGINNING = 40
"""Most characters from the beginning of a sentence to the person that it is about."""


class Speakers:
    """Finds who speaks by the cues of one article."""

    def __init__(self, article: Article, speech: Speech, recent: RecentSentences) -> None:
        self._article = article
        self._speech = speech
        self._recent = recent
        self._roster = Roster(article)

    def fullest(self, name: Span) -> Span:
        """Return the longest spelling of *name* in the article."""
        return self._roster.fullest(name)

    def speaker(self, cue: Cue, sentence: ReadSentence, previous: Span | None) -> Span | None:
        """
        Return the full name of who speaks by *cue* in *sentence*; None where it is not certain.

        Args:
            previous: Who spoke last, at most two paragraphs before.
        """
        subject = cue.subject
        if subject.name:
            return self._named(subject.name, sentence.words)
        if subject.gender or subject.omitted:
            return self._meant(subject, subject.gender, cue, sentence)
        if subject.role:
            known = self._in_role(subject.role, cue, previous)
            refers = self._speech.roles_refer and self._is_role_alone(subject.role)
            return known or (self._meant(subject, None, cue, sentence) if refers else None)
        return None

    def _named(self, name: Span, words: Sequence[TextToken]) -> Span | None:
        """Return *name* in full; None where it names no speaker, or is only part of a name."""
        written = self._article.slice(name)
        if is_document(written):
            return None
        if " " not in written and written.endswith("s") and is_origin(written[:-1]):
            return None  # "Europeans"
        if self._is_phrase(written):
            return None
        first = next((at for at, word in enumerate(words) if word.start >= name.start), 0)
        last = next((at for at, word in enumerate(words) if word.end >= name.end), len(words) - 1)
        before = words[first - 1].text.lower() if first else ""
        if before in self._speech.owners or (
            before in "–-—" and before and first > 1 and words[first - 2].capital
        ):
            return None
        is_word = " " not in written and not is_body(written)
        if _goes_on(words, last, name, written) or (
            is_word and self._is_adjective(written, words, first, last)
        ):
            return None
        is_known = not is_word or not is_origin(written) or self._roster.named(written.lower())
        return None if before in ("the", "to") and not is_known else self.fullest(name)

    def _is_phrase(self, written: str) -> bool:
        """Return whether *written* begins with a word of the text: "Colonial Rule", of what is colonial."""
        opening = written.partition(" ")[0]
        return (
            opening != written
            and not is_body(written)
            and opening.endswith(tuple(names().adjectives))
            and re.search(rf"\b{opening.lower()}\b", self._article.text) is not None
        )

    def _is_adjective(
        self, written: str, words: Sequence[TextToken], first: int, last: int
    ) -> bool:
        """Return whether the word from *first* to *last* modifies a noun after it."""
        if last + 1 >= len(words) or not words[last + 1].text[0].islower():
            return False
        after, before = words[last + 1].text, words[first - 1].text
        cues = self._speech.cues
        # Before the first word this is the last one; to look at nothing there would change speakers.
        amid = before[0].islower() and not (first and before.lower() in cues | {"to"})
        is_verb = after in cues or after in stop_words("en") or after.endswith("ly")
        return (is_origin(written) or amid) and not is_verb

    def _meant(
        self, subject: Subject, gender: Gender | None, cue: Cue, sentence: ReadSentence
    ) -> Span | None:
        """Return the only person of *gender*, or of any for None, whom *subject* can mean without a name."""
        if cue.first <= subject.first <= cue.last:  # "Ada Park left: in her view, …"
            begun = list(takewhile(lambda word: not word.quoted, sentence.words[: cue.first]))
            if people := self._people(begun):
                return self._only(people, begun, gender)
        own = sentence.words[: subject.first]
        if own and subject.first < cue.first and not _is_behind(subject, cue.clause) and not any(
            word.quoted for word in own
        ):  # fmt: skip
            clause = _after_last(own, ";")
            if people := self._people(clause):
                return self._only(people, clause, gender)
            if len(clause) < len(own):
                return None
        for before in self._recent.nearest_first():
            speakers = [attribution.name for attribution in before.attributions]
            people = self._people(before.words)
            if speakers and (last := speakers[-1]):
                known = {self._family(person) for person in (*people, *filter(None, speakers))}
                if is_body(self._article.slice(last)) or known != {self._family(last)}:
                    return None
                return self._fitting(last, gender)
            if people:
                return self._only(people, before.words, gender)
            if speakers or _has_somebody(before.words, self._speech):
                return None
        return None

    def _only(
        self, people: Sequence[Span], words: Sequence[TextToken], gender: Gender | None
    ) -> Span | None:
        """Return the first of *people* where *words* are about that person alone."""
        about = people[0].start - words[0].start < _BEGINNING
        if not about or _takes_part(words, people[0], self._speech):
            return None
        alone = len({self._family(person) for person in people}) == 1
        return self._fitting(people[0], gender) if alone else None

    def _fitting(self, person: Span, gender: Gender | None) -> Span | None:
        shown = self._roster.gender(self._family(person))
        return self.fullest(person) if None in (shown, gender) or shown == gender else None

    def _family(self, person: Span) -> str:
        return self._article.slice(person).split()[-1].lower()

    def _people(self, words: Sequence[TextToken]) -> list[Span]:
        return [person for run in runs(words) if (person := self._person(*run, words))]

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
        return name.span

    def _is_role_alone(self, role: Sequence[str]) -> bool:
        """Return whether *role* is one noun for a person: "the coach"."""
        *before, noun = role
        definite = self._speech.determiners - self._speech.indefinite
        return is_role(noun) and not is_body_noun(noun) and all(
            word.lower() in definite for word in before
        )  # fmt: skip

    def _in_role(self, role: Sequence[str], cue: Cue, previous: Span | None) -> Span | None:
        """Return who has the *role*: "the mayor", "the Ukrainian President", "the government"."""
        if role[0].lower() in self._speech.indefinite:
            return None
        is_organization = is_body_noun(role[-1])
        if previous:
            name = self._article.slice(previous)
            goes_on = cue.adds and is_body(name) == is_organization
            if goes_on or (is_organization and name.endswith(role[-1])):
                return previous
        if is_organization:
            return None
        family = self._roster.in_role(role)
        people = self._roster.named(family) if family else []
        return self.fullest(people[0].span) if people else None


def _is_behind(subject: Subject, clause: Places | None) -> bool:
    """Return whether the reported *clause* precedes its *subject*: "It held, she said"."""
    return clause is not None and clause[1] <= subject.first


def _goes_on(words: Sequence[TextToken], last: int, name: Span, written: str) -> bool:
    """Return whether the *name* that ends with the word at *last* is part of a longer one."""
    if last + 2 >= len(words) or words[last].end != name.end or not words[last + 2].capital:
        return False
    after = words[last + 1].text
    return after == "-" or (after.lower() == "of" and (is_body(written) or " " not in written))


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
        if is_role(word.text) and not named:
            return True
    return False
