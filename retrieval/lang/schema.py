"""What is known of a language: each module beside this one is one language, and nothing but data."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

Strength = Literal["clause", "that", "marks"]
"""What follows a verb where somebody is reported: a bare clause, one after "that", or only words in marks."""


@dataclass(frozen=True, slots=True)
class SourceCue:
    """
    A word before whom something is from: "according".

    Attributes:
        before: Words of which one has to stand before it; none where it stands alone.
        then: The word that has to follow it; "" where none has to.
        goes_on: Behind who speaks the sentence goes on without a comma.
        of_figures: It tells of figures and laws as well, so that only a name speaks.
        capital: It has one wherever it stands.
    """

    before: frozenset[str] = frozenset()
    then: str = ""
    goes_on: bool = False
    of_figures: bool = False
    capital: bool = False


@dataclass(frozen=True)
class Speech:
    """
    Words of a language, in small letters.

    Attributes:
        marks: Verbs of speech beside words in marks, and alone no more than any verb.
        that: Those before "that" as well.
        clause: Those before a clause without it as well.
        naming: Of `marks`, those that give a name as well: "called her “Jane”".
        adding: Verbs and adverbs by which who spoke before speaks again.
        sources: See `SourceCue`.
        behind: What stands behind whom something is from.
        be: Before a participle, of which nobody is the subject then.
        between: What may stand between who speaks and the verb.
        verbs: Those by which a clause is known.
        conjunctions: "that".
        he, she: Pronouns.
        determiners: What may stand before a noun.
        links: What joins a noun to another: "of".
        breaks: Where another clause begins.
        ands, buts: What joins clauses; "and" also those who speak together.
        no_clause: What stands behind a verb where no clause begins.
        apposes: With what words begin that explain a name.
        behind_marks: What makes who follows it the speaker of the words in marks before it.
        after_comma: Verbs after which, behind a comma, follows what is said.
        not_said: What else may follow that comma.
        fronted: With what a sentence may begin before its verb, and more than what is said.
    """

    marks: frozenset[str] = frozenset()
    that: frozenset[str] = frozenset()
    clause: frozenset[str] = frozenset()
    naming: frozenset[str] = frozenset()
    adding: frozenset[str] = frozenset()
    sources: Mapping[str, SourceCue] = field(default_factory=dict)
    behind: frozenset[str] = frozenset()
    be: frozenset[str] = frozenset()
    between: frozenset[str] = frozenset()
    verbs: frozenset[str] = frozenset()
    conjunctions: frozenset[str] = frozenset()
    he: frozenset[str] = frozenset()
    she: frozenset[str] = frozenset()
    determiners: frozenset[str] = frozenset()
    links: frozenset[str] = frozenset()
    breaks: frozenset[str] = frozenset()
    ands: frozenset[str] = frozenset()
    buts: frozenset[str] = frozenset()
    no_clause: frozenset[str] = frozenset()
    apposes: frozenset[str] = frozenset()
    behind_marks: frozenset[str] = frozenset()
    after_comma: frozenset[str] = frozenset()
    not_said: frozenset[str] = frozenset()
    fronted: frozenset[str] = frozenset()

    @cached_property
    def cues(self) -> frozenset[str]:
        """What tells that somebody speaks."""
        return self.marks | self.behind_marks | self.reporting

    @cached_property
    def reporting(self) -> frozenset[str]:
        """What tells so where there are no marks."""
        return self.that | self.clause | self.behind | frozenset(self.sources)

    @cached_property
    def _perhaps(self) -> re.Pattern[str]:
        """Words with no letters but those of cues, which are found sooner; or parts of such words."""
        return re.compile(f"[{''.join(sorted(set().union(*self.cues)))}]+")

    def tells(self, text: str) -> bool:
        """Whether a cue stands in *text*."""
        return not self.cues.isdisjoint(self._perhaps.findall(text.lower()))

    def reports(self, text: str) -> bool:
        """Whether one of `reporting` does."""
        return not self.reporting.isdisjoint(self._perhaps.findall(text.lower()))

    def strength(self, verb: str) -> Strength | None:
        """None where it is no verb of speech."""
        if verb in self.clause:
            return "clause"
        if verb in self.that:
            return "that"
        return "marks" if verb in self.marks | self.behind_marks else None


def words(text: str) -> frozenset[str]:
    """Return the words of *text*, which white space separates."""
    return frozenset(text.split())


@dataclass(frozen=True)
class Language:
    """
    A language.

    Attributes:
        code: ISO 639-1.
        name: In English.
        aliases: Codes of its written forms, which are read as it is.
        speech: How it tells that somebody speaks; None where that is not known.
    """

    code: str
    name: str
    aliases: tuple[str, ...] = ()
    speech: Speech | None = None
