"""
Who speaks by a cue: a name in full, or whoever a pronoun or a role means.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Sequence

from retrieval.articles import Article, Span
from retrieval.lang.registry import language as language_of
from retrieval.lang.registry import names
from retrieval.lang.schema import Speech
from retrieval.quotations.antecedents import Antecedents
from retrieval.quotations.cues import Cue
from retrieval.quotations.lexicon import (
    are_roles,
    is_body,
    is_body_noun,
    is_document,
    is_of_people,
    is_origin,
    is_role,
)
from retrieval.quotations.roster import Roster
from retrieval.quotations.sentences import ReadSentence, RecentSentences
from retrieval.quotations.subjects import PAUSES, Subject
from retrieval.quotations.tokens import TextToken, owns, text_of, tokens
from retrieval.text.language import stop_words

_BEGINNING = 10
"""Most characters before somebody with whose name a paragraph begins."""
_LONGEST_BODY = 3
"""Most words of an organization without a name: "профсоюз речников"."""
_LONGEST_ROLE = 8
"""Most words of a role that stands for a name."""


class Speakers:
    """Finds who speaks by the cues of one article."""

    def __init__(self, article: Article, speech: Speech, recent: RecentSentences) -> None:
        self._article = article
        self._speech = speech
        self._recent = recent
        self._roster = Roster(article)
        self._antecedents = Antecedents(article, speech, recent, self._roster)

    def fullest(self, name: Span) -> Span:
        """Return the longest spelling of *name* in the article."""
        return self._roster.fullest(name)

    def introduced(self, paragraphs: Sequence[Span]) -> Span | None:
        """Return the person whom *paragraphs* introduce: the only one, or the one that they begin with."""
        for paragraph in paragraphs:
            text = self._article.slice(paragraph)
            words = tokens(text, paragraph.start, self._article.language)
            people = self._antecedents.people(words, None)
            families = {self._antecedents.family(person) for person in people}
            if people and (len(families) == 1 or people[0].start - paragraph.start < _BEGINNING):
                return self.fullest(people[0])
        return None

    def speaker(self, cue: Cue, sentence: ReadSentence, previous: Span | None) -> Span | None:
        """
        Return the full name of who speaks by *cue* in *sentence*; None where it is not certain.

        Args:
            previous: Who spoke last, at most two paragraphs before.
        """
        subject = cue.subject
        if subject.name:
            if self._is_people(subject, sentence):
                spoke = self._antecedents.last_speaker()  # "said the Spaniard"
                return spoke or self._antecedents.person(subject, None, cue, sentence)
            return self._named(subject.name, sentence.words)
        if subject.gender == "it":
            return self._antecedents.organization()
        if subject.gender or subject.omitted:
            return self._antecedents.person(subject, subject.gender, cue, sentence)
        if sentence.words[subject.first].text.lower() in self._speech.they:
            return self._antecedents.people_who_spoke()
        if subject.role:
            if self._speaks_for(subject):
                known = self._antecedents.organization()
            else:
                known = self._in_role(subject.role, cue, previous)
            if not known and self._speech.roles_refer and self._is_role_alone(subject.role):
                known = self._antecedents.person(subject, None, cue, sentence)
            return known or self._words_of_role(subject, sentence)
        return None

    def _is_people(self, subject: Subject, sentence: ReadSentence) -> bool:
        """Return whether *subject* is only what somebody is by origin: "the Spaniard"."""
        if subject.name is None:
            return False
        name, words = self._article.slice(subject.name), sentence.words
        if name not in names().peoples and not name.endswith(tuple(names().people_endings)):
            return False
        first = bisect_left(words, subject.name.start, key=lambda word: word.start)
        return first > 0 and words[first - 1].text.lower() in self._speech.determiners

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
            and opening.lower() in self._roster.ordinary_words
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

    def _is_role_alone(self, role: Sequence[str]) -> bool:
        """Return whether *role* is one noun for a person: "the coach"."""
        *before, noun = role
        definite = self._speech.determiners - self._speech.indefinite
        return is_role(noun) and not is_body_noun(noun) and all(
            word.lower() in definite or word[0].isdigit() for word in before
        )  # fmt: skip

    def _in_role(self, role: Sequence[str], cue: Cue, previous: Span | None) -> Span | None:
        """Return who has the *role*: "the mayor", "the Ukrainian President", "the government"."""
        if role[0].lower() in self._speech.indefinite:
            return None
        if is_of_people(role[-1]):
            return None if are_roles(role[-1]) else self._organization(role)
        if len(role) == 1 and (people := self._roster.named(role[0].lower())):
            return self.fullest(people[0].span)  # "Baker said", of Ellie Baker
        is_organization = is_body_noun(role[-1])
        if previous:
            name = self._article.slice(previous)
            goes_on = cue.adds and is_body(name) == is_organization
            if goes_on or (is_organization and name.lower().endswith(role[-1].lower())):
                return previous
        if is_organization:
            return self._organization(role)
        families: Collection[str] = self._roster.in_role(role)
        if len(families) > 1:
            families = self._named_before(families)
        if not families:
            return self._antecedents.last_speaker(role)
        people = self._roster.named(next(iter(families))) if len(families) == 1 else []
        return self.fullest(people[0].span) if people else None

    def _organization(self, role: Sequence[str]) -> Span | None:
        """Return the organization that "the county council" or "the company" means."""
        words = [word for word in role if word.lower() not in self._speech.determiners]
        if called := self._antecedents.body_called(words[-1].lower()):
            return called
        bodies = self._roster.bodies(" ".join(words))
        if len(bodies) == 1:
            return bodies[0]
        if bodies or len(words) > 1:
            return None
        last = self._antecedents.organization()
        if last is None or role[-1].lower() not in names().firms:
            return None
        written = self._article.slice(last)
        is_firm = not names().firm_names.isdisjoint(written.split())
        return last if is_firm or not is_body(written) else None

    def _speaks_for(self, subject: Subject) -> bool:
        """Return whether *subject* is "a spokeswoman", of an organization that is named before."""
        determiner, *nouns = (word.lower() for word in subject.role)
        return determiner in self._speech.indefinite and subject.last - subject.first == 1 and (
            nouns[-1] in names().speakers_for
        )  # fmt: skip

    def _named_before(self, families: Collection[str]) -> set[str]:
        """Return those of *families* whom the sentences before name."""
        named: set[str] = set()
        for before in self._recent.nearest_first():
            named.update(
                map(self._antecedents.family, self._antecedents.people(before.words, None))
            )
        return named & set(families)

    def _words_of_role(self, subject: Subject, sentence: ReadSentence) -> Span | None:
        """Return the words of a role that nobody named in the article has: "the captain"."""
        words = sentence.words[subject.first : subject.last + 1]
        opening, known = words[0].text.lower(), self._speech
        is_new = opening in known.indefinite
        if opening in known.determiners:
            if opening in known.some:
                return None
            words = words[1:]
        elif not (owns(words[0]) or is_of_people(subject.role[-1])) and not self._is_bare_body(
            subject, words
        ):
            return None
        pause = next((at for at, word in enumerate(words) if word.text in PAUSES), len(words))
        words = words[:pause]
        several = is_of_people(subject.role[-1])
        if not 0 < len(words) <= _LONGEST_ROLE or (
            not several and self._roster.in_role(subject.role)
        ):
            return None
        return (
            Span(words[0].start, words[-1].end)
            if several or self._stays_unnamed(words, is_new)
            else None
        )

    def _is_bare_body(self, subject: Subject, words: Sequence[TextToken]) -> bool:
        """Return whether *subject* is an organization in a language without articles: "профсоюз"."""
        known = language_of(self._article.language)
        if known.definite or not is_body_noun(subject.role[-1]):
            return False
        return len(words) <= _LONGEST_BODY and (
            is_body_noun(words[0].text)
            or (
                words[0].text.endswith(tuple(known.names.body_adjectives))
                and is_body_noun(words[1].text)
            )
        )

    def _is_first(self, word: TextToken) -> bool:
        """Return whether a language without articles has *word* here for the first time: "профсоюз"."""
        if language_of(self._article.language).definite:
            return False
        return self._article.text.lower().find(word.text.lower()) >= word.start

    def _stays_unnamed(self, role: Sequence[TextToken], is_new: bool) -> bool:
        """
        Return whether the article is likely to name nobody for the words of a *role*.

        Args:
            is_new: Whether the article has not spoken of whoever it is before: "a resident".
        """
        links = (at for at, word in enumerate(role) if word.text.lower() in self._speech.links)
        head = role[next(links, len(role)) - 1].text
        if self._speech.head_first:
            head = next((word.text for word in role if is_body_noun(word.text)), head)
        if is_body_noun(head):
            is_known = len(role) > 1 or self._is_first(role[0])
            is_alone = is_known or not (
                self._roster.has_bodies() or self._antecedents.organization()
            )
            return is_alone and not self._roster.bodies(text_of(role))
        is_opening = any(  # it names the same person further down
            section.paragraphs
            and section.paragraphs[0].start <= role[0].start < section.paragraphs[0].end
            for section in self._article.sections
        )
        return not is_opening and (is_new or not self._antecedents.has_people())


def _goes_on(words: Sequence[TextToken], last: int, name: Span, written: str) -> bool:
    """Return whether the *name* that ends with the word at *last* is part of a longer one."""
    if last + 2 >= len(words) or words[last].end != name.end or not words[last + 2].capital:
        return False
    after = words[last + 1].text
    return after == "-" or (after.lower() == "of" and (is_body(written) or " " not in written))
