"""What the package may know of a language: each module beside this one is one language, as data."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property
from types import MappingProxyType
from typing import Any, Literal, NamedTuple, dataclass_transform

Strength = Literal["clause", "that", "marks"]
"""What follows a verb where somebody is reported: a bare clause, one after "that", or only words in marks."""


Intent = Literal[
    "who",
    "when",
    "where",
    "how-many",
    "how-much",
    "how-long",
    "how-big",
    "how-old",
    "how",
    "why",
    "yes-no",
    "compare",
    "what",
    "said",
]
"""
What a question asks for: "how-many" is any number, "how-much" a sum of money, "how-long" a duration, "how-big" a
length, weight or other measure, "how-old" an age, "how" a manner, "said" somebody's words.
"""

ChatIntent = Literal[
    "help",
    "identity",
    "greeting",
    "thanks",
    "objection",
    "summary",
    "sources",
    "speakers",
    "timeline",
    "more",
    "who-wrote",
    "who-said",
    "doubt",
    "translation",
    "writing",
    "clock",
    "test",
    "arithmetic",
    "link",
]
"""
What a message asks of the program and not of the articles: "identity" is what it is and can do, "objection" says that
an answer is wrong, "summary" and "translation" are of articles, "more" asks for further excerpts, "who-wrote", "who-said" and "doubt" (whether it is true) are about an answer, "writing" is a text of its own,
"clock" the time or date.
"""

Keyword = tuple[str, str]
"""A pattern: the words, between |, that it may begin with, and the rest of it."""


Words = frozenset[str]
Patterns = tuple[str, ...]
NONE: Words = frozenset()
_EMPTY: Mapping[str, Any] = MappingProxyType({})


@dataclass_transform(frozen_default=True, kw_only_default=True)
class Part:
    """
    A frozen record whose fields are given by name, and otherwise have the defaults of the class.

    `dataclasses` would generate the same for each class in milliseconds, at every start.
    """

    def __init__(self, **values: Any) -> None:
        if unknown := values.keys() - type(self).__annotations__.keys():
            raise TypeError(f"{type(self).__name__} has no field {', '.join(sorted(unknown))}")
        vars(self).update(values)

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"{type(self).__name__} is frozen")


class Questions(Part):
    """The words and patterns by which a question in the language is understood."""

    # Patterns that tell what is asked for; the first that matches counts
    intents: tuple[tuple[Intent, str, str], ...] = ()
    # Patterns that set two things against each other: "vs", "compared with"
    comparing: tuple[Keyword, ...] = ()
    # Nouns that ask for a kind of thing as the head of a question without a question word: "cost of the
    # bridge?"; and those that do so only behind "what" or "which": "which school"
    heads: tuple[tuple[Intent, Words], ...] = ()
    which: tuple[tuple[Intent, Words], ...] = ()
    # A pattern of words that may stand before such a noun at the start of a question: "what was the"
    before_heads: str = ""
    # A pattern of what stands before a question inside another: "do you know", "and"
    indirect: str = ""
    # Patterns of words that only ask, wherever they stand, and are not looked for: "really", "abt"
    asking: tuple[Keyword, ...] = ()
    # The same for words that only ask at either end of a question: "tell me", "fact check"
    around: tuple[Keyword, ...] = ()
    # Patterns of whole messages that are meant for the program. A group "topic" is what they are about; a group
    # "any" may be any word but a name of the articles.
    chats: tuple[tuple[ChatIntent, str, str], ...] = ()
    courtesies: str = (
        ""  # a pattern of words that may stand before or after these: "please", "can you"
    )
    reasons: str = ""  # a pattern of words before a reason: "because"
    # Patterns that ask for the words of somebody, whose name is their first group
    quoting: tuple[Keyword, ...] = ()
    according: tuple[Keyword, ...] = ()  # patterns of "according to"
    recent: tuple[Keyword, ...] = ()  # patterns that ask for the newest articles
    # Patterns that ask for a number; their first group begins with what is counted
    counts: tuple[Keyword, ...] = ()
    naming: str = ""  # a pattern of words before a thing whose name is asked for: "name of the"
    # A pattern of words by which a question takes nothing to have happened: "would", "not"
    open: str = ""
    polar: str = ""  # a pattern that begins a question for a yes or a no
    about: str = ""  # a pattern of what stands before a topic, and before nothing else
    about_at_end: str = ""  # a pattern of what else does so at the end of a question
    # Words that shape a question more than they say what it is about: "kind of"
    shaping: Words = NONE
    civilities: Words = NONE  # what people say to a bot besides questions
    unspaced: str = ""  # a pattern of the words that ask, in a script without spaces between words
    then: str = ""  # words that ask, before a time, for what was reported at that time
    not_then: str = ""  # words that ask, before a time, about a topic or the future instead


class SpeechRequests(Part):
    """
    How a question asks for somebody's words, or who said some.

    With each pattern stand words, in small letters, of which the question has to have one: most questions have none,
    and few patterns are compiled. A pattern is one of a whole question, without what stands in `before` and `after`;
    its letters may have any case. Its groups: `who` says whose words are asked for, and `topic` what they are to be about, where the question
    has them. With a group `words` in place of `topic` it asks who said these words; `who` then says what else is
    known of the speaker ("which analyst"). Groups are as short as the pattern allows: `.+?`. A `|` stands inside a
    group only, as a question is held to the first words of a pattern before all of it.
    """

    firm: tuple[tuple[Words, str], ...] = ()  # patterns of questions that ask for nothing else
    # Patterns with a noun for words, which ask for nothing else where `who` is somebody: "the mayor's reply"
    owned: tuple[tuple[Words, str], ...] = ()
    # Patterns of questions that may ask for something else. They count where `who` speaks in the articles.
    likely: tuple[tuple[Words, str], ...] = ()
    before: Patterns = ()  # what may stand before such a question: "please", "tell me"
    after: Patterns = ()  # what may stand after it: "in full", "please"
    about: str = ""  # a pattern of words that begin a topic, and say nothing of it: "about", "on"
    # A pattern of a topic that says only when or where the words were said: "after the match"
    occasion: str = ""
    # A pattern of the word before a topic and the topic, where that begins with those to whom the words were
    # said; its group `topic` is what follows them: "tell the court about the brakes"
    audience: str = ""
    nobody: Words = NONE  # words that do not tell whose words are asked for: "people", "they"
    anybody: Words = NONE  # words that any speaker may be called: "man", "official"
    # Words for what people are or do, in groups that a semicolon separates; those of a group are used alike
    roles_alike: str = ""


class Forwarding(Part):
    """How people pass on a claim, and how they ask whether it is so."""

    # Patterns of what stands before a claim: "is it true that"
    before: tuple[Keyword, ...] = ()
    # Patterns of what stands behind one, up to the end of the message: "is that right"
    after: tuple[Keyword, ...] = ()
    # The same, behind a comma, a dash or the end of a sentence: "right", "isn't it"
    tags: tuple[Keyword, ...] = ()
    # Words one of which, in a few words before a colon or beside a claim in quotation marks, says that it
    # was passed on or is doubted: "fwd", "true"
    hints: Words = NONE
    requests: Words = NONE  # words that begin a message that states nothing: "show"
    polar: Words = NONE  # words that begin a question for a yes or a no: "did"
    back: Words = NONE  # words by which a question refers to a claim before it: "that"


class References(Part):
    """How a sentence or a question refers to what was said before it: patterns of whole words."""

    beginnings: str = ""  # what a sentence begins with that cannot be understood alone
    # Words before the rest of a sentence, which may be such a beginning: "however"
    connectives: str = ""
    # Words before a time that a sentence may begin with in the same way: "in"
    before_times: str = ""
    latter: str = ""  # words behind "the" that refer to something before
    pronouns: str = ""  # words for somebody or something named before
    # Those of them that the name of a person may stand for unchanged: "he"
    person: str = ""
    # Words that a question continues with: "and". None begins a question in another language.
    also: str = ""
    about_also: str = ""  # the same, before another topic: "what about"
    asking: str = ""  # words that a complete question begins with
    alone: str = ""  # what can be a whole question after another one: "why", "when was that"


class Relations(Part):
    """
    How a question says what belongs to whom, and who does what to whom: words in small letters.

    Without `links`, names of a question have no roles.
    """

    links: Words = NONE  # prepositions between a thing and its owner or place: "minister of"
    of: Words = NONE  # those of `links` that tell whose something is, and not where
    inside_names: Words = NONE  # words that join two parts of one name: "of"
    article: str = ""  # a pattern of the article that may stand before an owner: "the"
    possessive: str = ""  # a pattern of the end of an owner that stands before its thing: "’s"
    places: Words = NONE  # those before a place: "in"
    auxiliaries: Words = NONE  # verbs before a subject and its verb: "did X warn"
    passive: Words = NONE  # those before the target of a participle: "was X warned"
    past: Words = (
        NONE  # those of `auxiliaries` that ask what happened, with a verb in its base form: "did"
    )
    progressive: str = (
        ""  # the ending of a verb behind these whose subject stands between: "was X leaving"
    )
    agent: Words = NONE  # the word between such a participle and its subject: "by"
    asks_subject: Words = NONE  # words that ask who did something, right before the verb: "who"
    before_names: Words = NONE  # words before a name that are no part of it: "the"
    # A pattern of the end of an owner that stands behind its thing with nothing between them: "мэр Киева"
    genitive: str = ""
    asks_target: Words = (
        NONE  # words that ask to whom something was done, right before the verb: "кого"
    )
    target_marks: Words = NONE  # words that make one of `asks_subject` ask that: "a quién"
    # Whether the form of a name, and not its place, tells who does something to whom
    cases: bool = False
    participle: str = (
        ""  # a pattern of the end of a verb, in such a language, by which it is passive
    )


class Calendar(Part):
    """Dates and ages."""

    # The twelve months in small letters, separated by white space, the cases of each by |
    months: str = ""
    days: str = ""  # the seven days from Monday, in the same way
    short: str = ""  # their abbreviations, which may end with a period, separated in the same way
    # A pattern for the first letters of a month that follows the number of a day
    after_day: str = ""
    names: str = ""  # a pattern of months that are also names of people: "june"
    nouns: str = ""  # a pattern of months that without a capital are other words: "march"
    of_year: str = ""  # a pattern of words between a month and its year: "May of 2022"
    before_year: str = ""  # a pattern of words before a year: "since"
    # Patterns of words beside a month, or before "year", that tell which one it is: "last", "this", "next"
    previous: str = ""
    same: str = ""
    following: str = ""
    year: str = ""  # a pattern of the word for a year
    recurring: str = ""  # a pattern of words before a month of every year: "each"
    coming: str = ""  # a pattern of words of a clause about what is to come: "will"
    past: str = ""  # the same, about what has happened: "was"
    until: str = ""  # words shortly before a date that is to come: "until"
    since: str = ""  # and before one that is past: "since"
    narrowing: str = ""  # words, between |, before the time that a question wants its articles from
    times: str = ""  # a pattern of other words for a time: "yesterday"
    ages: str = ""  # a pattern of words for an age: "years old"
    before_age: str = ""  # a pattern of words before a number that may be an age: "is", "turned"


class Numbers(Part):
    """Numbers."""

    # Whether 1,000 and 0.5 are written so; otherwise they are 1.000 or 1 000, and 0,5
    decimal_point: bool = False
    in_words: bool = False  # whether text2num reads numbers that are written in words
    # Patterns of words after a number, and what they multiply it by
    scales: Mapping[str, float] = _EMPTY
    units: str = ""  # abbreviations after a number, each with the word that it stands for: "bn"
    inexact: str = ""  # a pattern of words before a number that is not exact
    vague: str = ""  # a pattern of words that only say that there are many
    percent: str = ""  # a pattern of words for "%"
    cardinals: str = ""  # the words for 2 to 20, then for 30 to 90, separated by white space
    ordinals: str = ""  # words for 1st to 10th, separated by white space
    other: str = ""  # a pattern of other words that answer "how many"
    currencies: str = ""  # words for money, separated by white space
    no_price: str = ""  # a pattern of words that answer "how much" without a number: "free"
    # A pattern of words that answer "how long". Without it, any number does
    durations: str = ""
    # A pattern of words that count without a number: "one", "several". Without it, any number counts anything
    few: str = ""
    # What a number measures, by a pattern of the words behind it, and how much of the basic unit one is.
    # The kind is "share", "duration", "length", "weight", "area", "volume", "speed", "degrees", "power", or
    # "money" with the sign of the currency, if the word tells it: "money $"
    measures: tuple[tuple[str, str, float], ...] = ()


class Forms(Part):
    """
    Forms of words that a stemmer does not bring together.

    A table is words separated by white space, in groups that a semicolon separates.
    """

    irregular: str = ""  # a word in its inflections
    plurals: str = ""  # a noun and its plural, where that means no more: "people" does
    derived: str = ""  # a verb or an adjective and its noun
    synonyms: str = ""  # words that newspapers use for one another, in most of their senses
    peoples: str = ""  # places and their people, where no regular ending makes one of the other
    renamed: str = ""  # one place or person under several names
    spelled: str = ""  # spellings of one word
    in_full: Mapping[str, str] = _EMPTY  # names of what is better known by its initials


class Claims(Part):
    """Words of sentences that may conflict with others."""

    # A table, as `Forms` has them, of words for one count: "dead", "killed"
    counted_alike: str = ""
    # A table of words that people put for one another when they pass on what they have read
    paraphrases: str = ""
    negation: str = ""  # a pattern of words that say that something is not so
    denials: str = (
        ""  # a pattern of more such words, by which a report contradicts what others claim
    )
    # A pattern of those words for `negation` that deny only what follows them in their clause: "no"
    denying_next: str = ""
    plans: str = (
        ""  # a pattern of words right before a verb for what has not happened yet: "plans to"
    )
    undone: str = ""  # the same for what did not happen: "refused to"
    finally_done: str = ""  # a pattern of words by which it did happen: "did not come until"
    unsettled: str = ""  # a pattern of words that speak of what may come or is asked for: "would"
    empty_verbs: str = ""  # verbs that say nothing of what is counted: "reported ten deaths"
    fillers: str = ""  # words after a number that say nothing of it either: "ten people"


class Inflection(Part):
    """Changes to a word before and after a stemmer of a related language, and for another alphabet."""

    letters: Mapping[str, str] = _EMPTY  # letters, and those that the stemmer knows instead
    latin: Mapping[str, str] = _EMPTY  # letters, and what names in Latin letters have instead
    # Patterns of endings, and those that the stemmer knows instead
    endings: tuple[tuple[str, str], ...] = ()
    # A pattern of what the stemmer takes from some forms of a name and leaves in others, behind a
    # group for the rest
    left: str = ""


class SourceCue(NamedTuple):
    """
    A word that introduces a source: "according".

    Attributes:
        before: Words one of which must precede it; empty where it stands alone.
        then: The word that must follow it; "" where none must.
        goes_on: The sentence continues after the source without a comma.
        of_figures: It also introduces figures and laws, so only a name counts as a speaker.
        capital: It is capitalized wherever it stands.
    """

    before: frozenset[str] = frozenset()
    then: str = ""
    goes_on: bool = False
    of_figures: bool = False
    capital: bool = False


class Speech(Part):
    """How a language says that somebody speaks: words in small letters."""

    # verbs of speech next to words in quotation marks; ordinary verbs elsewhere
    marks: Words = NONE
    that: Words = NONE  # verbs that also take a clause with "that"
    clause: Words = NONE  # verbs that also take a clause without it
    bare_clause: Words = NONE  # those of `that` that sometimes take a clause without it
    after_comma: Words = NONE  # verbs that take a clause after a comma
    naming: Words = NONE  # those of `marks` that also give a name: "called her “Jane”"
    adding: Words = NONE  # verbs and adverbs that continue what the previous speaker said
    addressing: Words = NONE  # verbs whose object is the listener: no clause follows directly
    telling: Words = NONE  # verbs whose object is a person, who may stand before another name
    giving: Words = NONE  # verbs that report speech only with such an object: "issued a warning"
    ordering: Words = NONE  # verbs that take a person and an infinitive: "urged them to leave"
    promising: Words = NONE  # verbs that take an infinitive alone: "promised to leave"
    habits: Words = (
        NONE  # verbs before "to" and a verb of speech that was said often: "used to say"
    )
    plain: Words = NONE  # verbs after which nearly everything is a clause
    # Verbs that report a thing behind one of their prepositions: "called for calm"
    joints: Mapping[str, Words] = _EMPTY
    # Those that have somebody before the preposition: "accused X of lying"
    far_joints: Mapping[str, Words] = _EMPTY
    relaying: Words = (
        NONE  # verbs by which a newspaper passes on what others say: "the Bugle reports"
    )
    nicknaming: Words = NONE  # words before what somebody is also called: "nicknamed the “Fox”"
    judging: Words = NONE  # verbs before a thing and what it is called: "called the vote a farce"
    able: Words = NONE  # endings of adjectives behind that thing: "called it shameful"
    counting: Words = NONE  # verbs whose object is a number: "counted 412 dead"
    no_things: Words = NONE  # objects that say nothing: "demanded it", "put it at risk"
    quoting: Words = NONE  # verbs before somebody and "as saying": "quoted Ada Park as saying"
    quoted_as: Words = NONE  # the "as" of that
    agents: Words = NONE  # the preposition before who does what a passive says: "by"
    asker: Words = NONE  # what stands for the one who asks in an interview: "Q"
    answerer: Words = NONE  # what stands for the one who answers
    asks: Words = NONE  # words that begin a reported question, and no other clause after a verb
    heard: Words = NONE  # nouns for listeners without an article: "told reporters"
    adjuncts: Words = NONE  # words besides `links` that say when or how, after a verb
    topics: Words = NONE  # prepositions before what is spoken of: "said of the bridge"
    before_days: Words = NONE  # words between a verb and a day: "said late on Monday"
    roughly: Words = NONE  # those of `no_clause` that may make a number inexact: "about"
    not_rest: Words = NONE  # words that begin no second half of a reported clause
    including: Words = NONE  # words with the ending of a participle that are prepositions
    given: Words = NONE  # the objects of `giving`
    nouns: Words = NONE  # verbs that are often nouns, or have many subjects
    of_things: Words = NONE  # prefixes of verbs that also take a thing: "announced the opening"
    base: Words = NONE  # verbs in the form that follows "to"
    common: Words = NONE  # the most frequent; after "the minister" they refer to one named before
    inverting: Words = NONE  # those of `common` that precede their subject after a quotation
    sources: Mapping[str, SourceCue] = _EMPTY  # words that introduce a source
    behind: Words = NONE  # words that follow a source
    behind_marks: Words = NONE  # words between a quotation and its speaker
    be: Words = NONE  # auxiliaries before a passive participle, whose subject does not speak
    between: Words = NONE  # words that may stand between the speaker and the verb
    verbs: Words = NONE  # verbs that show that words are a clause
    conjunctions: Words = NONE  # "that"
    relative: Words = NONE  # those of `conjunctions` that also begin a relative clause
    he: Words = NONE  # pronouns for one man
    she: Words = NONE  # pronouns for one woman
    his: Words = NONE  # his possessive pronouns
    her: Words = NONE  # hers
    it: Words = NONE  # pronouns for an organization
    their: Words = NONE  # those that do not tell whose they are
    others: Words = NONE  # pronouns that do not tell who speaks
    many: Words = NONE  # pronouns for more than one speaker, and for the writer
    they: Words = NONE  # those of `many` for people who spoke before
    somebody: Words = NONE  # pronouns for people whom a later pronoun may mean
    determiners: Words = NONE  # words before a noun
    owners: Words = NONE  # determiners before a name that is not the speaker's
    some: Words = NONE  # determiners that introduce no apposition
    indefinite: Words = NONE  # determiners of a role that nobody in particular has
    own: Words = NONE  # determiners of what a verb announces: "announced the name"
    links: Words = NONE  # prepositions that join a noun to another: "of"
    name_links: Words = NONE  # words that join two parts of one name: "Ministry of Works"
    # words that join a person to their organization: "Ada Park of the WHO"
    member_links: Words = NONE
    company: Words = NONE  # prepositions before somebody who takes part but is not the subject
    places: Words = NONE  # prepositions before a place
    breaks: Words = NONE  # words that begin another clause
    ands: Words = NONE  # words that join clauses, and speakers
    buts: Words = NONE  # words that join clauses only
    openings: Words = NONE  # words besides `links` that begin a phrase before the subject
    # words before a participle whose subject is that of the sentence
    before_participles: Words = NONE
    no_clause: Words = NONE  # words after a verb that begin no clause
    unsaid: Words = NONE  # words before a verb that make it no fact: "not", "to", "would"
    modals: Words = (
        NONE  # those of `unsaid` before a verb that was said all the same: "could only say: “No”"
    )
    apposes: Words = NONE  # words that begin an apposition
    whose: Words = NONE  # those that begin a relative clause: "which"
    participles: Words = (
        NONE  # endings of other words that begin one: "A clerk, asked on Monday, said"
    )
    not_said: Words = NONE  # words after a verb and a comma that begin no reported clause
    pronoun_follows: bool = False  # a pronoun may follow its verb: "sagte er"
    fronted: Words = NONE  # words at the start of a sentence whose verb precedes its subject
    # Verbs whose object is what somebody says, without a clause: "backed the plan"
    objects: Words = NONE
    # Verbs that are verbs of speech with one of these words behind them only: "teilte … mit"
    separable: Mapping[str, Words] = _EMPTY
    # Verbs that are verbs of speech only right before one of these words: "went on"
    phrasal: Mapping[str, Words] = _EMPTY
    # Verbs in the mood of reported speech, which may go on for sentences without another cue
    subjunctive: Words = NONE
    # Whether a noun stands before what modifies it: "junta electoral"
    head_first: bool = False
    interviewing: Words = NONE  # verbs before the name of who asks in an interview
    reflexive: Words = NONE  # verbs of speech that stand behind one of `be`: "se quejó"
    # Whether the person that a sentence is about may stand at its end
    late_subjects: bool = False
    # Whether a role alone may mean whoever was spoken of: "said the coach"
    roles_refer: bool = False
    # Whether "said X" may stand inside the marks, between dashes or commas
    inside_marks: bool = False
    # Endings of the verbs that may do without a pronoun for their subject, where it is one person
    bare_verbs: Words = NONE
    before_bare_verbs: Words = NONE  # words that may stand before such a verb
    plural_verbs: Words = NONE  # endings of verbs with more than one subject
    plural_nouns: Words = NONE  # endings of nouns for more than one speaker

    @cached_property
    def cues(self) -> frozenset[str]:
        """Every word that says that somebody speaks."""
        return self.marks | self.behind_marks | self.without_marks

    @cached_property
    def reporting(self) -> frozenset[str]:
        """The cues that need no quotation marks."""
        return (
            self.that
            | self.clause
            | self.ordering
            | self.behind
            | self.subjunctive
            | frozenset(self.sources)
        )

    @cached_property
    def without_marks(self) -> frozenset[str]:
        """The cues that report words without marks: those of `reporting`, and verbs with an object."""
        return self.reporting | self.objects | self.joined | self.judging | self.counting

    @cached_property
    def joined(self) -> frozenset[str]:
        """The verbs that a preposition joins to what they report."""
        return frozenset(self.joints) | frozenset(self.far_joints)

    @cached_property
    def possessives(self) -> frozenset[str]:
        """The possessive pronouns for one person."""
        return self.his | self.her | self.their

    @cached_property
    def _cue_letters(self) -> re.Pattern[str]:
        """Runs of the letters of cues, which are found faster than words: all cues are among them."""
        return re.compile(f"[{''.join(sorted(set().union(*self.cues)))}]+")

    def tells(self, text: str) -> bool:
        """Return whether *text* contains a cue."""
        return not self.cues.isdisjoint(self._cue_letters.findall(text.lower()))

    def reports(self, text: str) -> bool:
        """Return whether *text* contains one of `reporting`, or a verb whose object is what is said."""
        known = self.without_marks
        return not known.isdisjoint(self._cue_letters.findall(text.lower()))

    def strength(self, verb: str) -> Strength | None:
        """Return what follows *verb*; None where it is no verb of speech."""
        if verb in self.clause:
            return "clause"
        if verb in self.that or verb in self.objects:
            return "that"
        return "marks" if verb in self._beside_marks else None

    @cached_property
    def _beside_marks(self) -> frozenset[str]:
        return self.marks | self.behind_marks | self.joined | self.judging | self.counting


class Names(Part):
    """The words of a language in names and next to them, in small letters unless they have a capital."""

    male_titles: Words = NONE  # with a capital: "Mr"
    female_titles: Words = NONE  # "Queen"
    neutral_titles: Words = NONE  # "Dr"
    offices: Words = NONE  # what stands behind "of" in an office: "Secretary of State"
    parties: Words = NONE  # letters for a party before a hyphen and a place: "R-Texas"
    short_titles: Mapping[str, str] = _EMPTY  # titles and the roles that they stand for: "Gov"
    kept_titles: Words = NONE  # titles that belong to the name even before a given name
    before_titles: Words = NONE  # words that begin a title of several words: "Prime"
    roles: Words = NONE  # what people are or do; "the mayor" alone refers to a mayor named before
    more_roles: Patterns = ()  # a pattern of whole words for roles that only stand next to a name
    role_prefixes: Words = NONE  # what a hyphen joins to a role: "co-owner"
    after_names: Words = NONE  # what stands behind a name and is not part of it: "MP"
    role_parts: Words = NONE  # words that are part of a role: "deputy"
    relatives: Words = NONE  # what people are to each other
    particles: Words = NONE  # words inside a family name: "van"
    bound_particles: Words = NONE  # those that stand behind another only: "von der"
    abbreviations: Words = NONE  # those that end with a period inside a name: "Jr"
    other_abbreviations: Words = NONE  # those that end with a period elsewhere
    before_months: Words = NONE  # words before a month that may be a given name as well: "in June"
    calendar: Words = NONE  # days, months and feasts, with their capital
    openers: Words = NONE  # words that begin a sentence and no name
    labels: Words = NONE  # words in capitals before a sentence: "UPDATE"
    qualifiers: Words = NONE  # words before a name that are not part of it: "teenage"
    given: Words = NONE  # given names that are stop words in the language
    # Endings of the adjectives that may begin the name of an organization: "Обласна адміністрація"
    body_adjectives: Words = NONE
    capital_nouns: bool = False  # whether every noun has a capital
    men: Words = NONE  # given names of men alone, with their capital
    women: Words = NONE  # given names of women alone
    one_letter_articles: Words = NONE  # articles that look like an initial
    origins: Patterns = ()  # a pattern that ends the words for where people are from: "Russian"
    adjectives: Words = NONE  # endings of adjectives, which begin no person's name
    bodies: Words = NONE  # words in the names of organizations and places
    more_bodies: Words = NONE  # those that also stand in the names of people
    body_nouns: Words = NONE  # nouns for organizations
    firms: Words = NONE  # those of `body_nouns` for a business: "company"
    firm_names: Words = NONE  # words in the name of a business, with their capital: "Motors"
    speakers_for: Words = NONE  # nouns for somebody who speaks for an organization: "spokeswoman"
    crowds: Words = NONE  # nouns without an article for people who speak together: "police"
    peoples: Words = NONE  # what somebody is by origin, with a capital: "Spaniard"
    people_endings: Words = NONE  # endings of such words: "Dutchwoman"
    learned: Words = NONE  # those of `bodies` whose members do not speak for them
    spokespeople: Patterns = ()  # a pattern for those who speak for a person or an organization
    heads: Patterns = ()  # a pattern for those who speak for an organization alone
    over: Patterns = ()  # a pattern that says that somebody no longer does
    documents: Words = NONE  # what is written, and so speaks only by its author
    document_endings: Words = NONE  # endings of such words
    works: Words = NONE  # nouns before the title of a book, a song or the like

    @cached_property
    def titles(self) -> frozenset[str]:
        return self.male_titles | self.female_titles | self.neutral_titles


class Contractions(NamedTuple):
    """
    Words that a language writes together with the next one.

    Attributes:
        elided: Words before an apostrophe: "l’OMS".
        full: The full forms of some of them: "le".
        inverted: Pronouns that a hyphen joins to their verb: "dit-il".
        auxiliaries: Verbs that are no word of their own there: "a-t-il".
    """

    elided: frozenset[str]
    full: Mapping[str, str]
    inverted: frozenset[str] = frozenset()
    auxiliaries: frozenset[str] = frozenset()


def words(text: str) -> frozenset[str]:
    """Return the words of *text*, which white space separates."""
    return frozenset(text.split())


def forms(stems: str, endings: str) -> frozenset[str]:
    """Return each of *stems* with each of *endings*; both are separated by white space."""
    return frozenset(stem + ending for stem in stems.split() for ending in endings.split())


def any_of(listed: str) -> str:
    """Return a pattern for any of the words in *listed*, which white space separates."""
    return f"(?:{'|'.join(listed.split())})"


class Language(Part):
    """
    A language.

    Attributes:
        code: ISO 639-1.
        name: In English.
        aliases: Codes of its written forms, which are read as it is.
        everywhere: Whether its question words and months are also looked for in texts in other languages,
            as a short text is often taken for one in another language. False where they are names there.
        stop_words: Words that join or ask, as far as the list of the stop-words package lacks them.
        listed: Whether that list is used.
        dictionary: Whether pyspellchecker knows its words.
        in_names: Small words inside a name in capitals, separated by white space: "of".
        capital_nouns: Whether every noun has a capital.
        before_nouns: Where every noun has a capital, a pattern of what stands before one that is no name: "eine".
        named_with_article: Names before which an article may stand even so: "die Ukraine".
        definite, indefinite: Its articles, separated by white space.
        speech: How it says that somebody speaks; None where that is not known.
        names: Its words in names and next to them.
        contractions: None where it has none that matter to a name.
    """

    code: str
    name: str
    aliases: tuple[str, ...] = ()
    everywhere: bool = False
    stop_words: frozenset[str] = frozenset()
    listed: bool = True
    dictionary: bool = False
    in_names: str = ""
    capital_nouns: bool = False
    before_nouns: str = ""
    named_with_article: Words = NONE
    definite: str = ""
    indefinite: str = ""
    questions: Questions = Questions()
    speech_requests: SpeechRequests = SpeechRequests()
    forwarding: Forwarding = Forwarding()
    references: References = References()
    relations: Relations = Relations()
    calendar: Calendar = Calendar()
    numbers: Numbers = Numbers()
    forms: Forms = Forms()
    claims: Claims = Claims()
    inflection: Inflection = Inflection()
    speech: Speech | None = None
    names: Names = Names()
    contractions: Contractions | None = None
