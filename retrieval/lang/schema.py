"""What the package may know of a language: each module beside this one is one language, as data."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property
from types import MappingProxyType
from typing import Any, Literal, NamedTuple, dataclass_transform

Strength = Literal["clause", "that", "marks"]
"""What follows a verb where somebody is reported: a bare clause, one after "that", or only words in marks."""


Intent = Literal["who", "when", "where", "how-many", "how-old", "said"]
"""What a question asks for; "how-old" is an age, "said" somebody's words."""

Keyword = tuple[str, str]
"""A pattern: the words, between |, that it may begin with, and the rest of it."""


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
    """
    The words and patterns by which a question in the language is understood.

    Attributes:
        intents: Patterns that tell what is asked for; the first that matches counts.
        quoting: Patterns that ask for the words of somebody, whose name is their first group.
        according: Patterns of "according to".
        recent: Patterns that ask for the newest articles.
        counts: Patterns that ask for a number; their first group begins with what is counted.
        polar: A pattern that begins a question for a yes or a no.
        about: A pattern of what stands before a topic, and before nothing else.
        about_at_end: A pattern of what else does so at the end of a question.
        shaping: Words that shape a question more than they say what it is about: "kind of".
        civilities: What people say to a bot besides questions.
        unspaced: A pattern of the words that ask, in a script without spaces between words.
        then: Words that ask, before a time, for what was reported at that time.
        not_then: Words that ask, before a time, about a topic or the future instead.
    """

    intents: tuple[tuple[Intent, str, str], ...] = ()
    quoting: tuple[Keyword, ...] = ()
    according: tuple[Keyword, ...] = ()
    recent: tuple[Keyword, ...] = ()
    counts: tuple[Keyword, ...] = ()
    polar: str = ""
    about: str = ""
    about_at_end: str = ""
    shaping: frozenset[str] = frozenset()
    civilities: frozenset[str] = frozenset()
    unspaced: str = ""
    then: str = ""
    not_then: str = ""


class References(Part):
    """
    How a sentence or a question refers to what was said before it: patterns of whole words.

    Attributes:
        beginnings: What a sentence begins with that cannot be understood alone.
        pronouns: Words for somebody or something named before.
        also: Words that a question continues with: "and". None begins a question in another language.
        about_also: The same, before another topic: "what about".
        asking: Words that a complete question begins with.
        alone: Words that can be a whole question after another one: "why".
    """

    beginnings: str = ""
    pronouns: str = ""
    also: str = ""
    about_also: str = ""
    asking: str = ""
    alone: str = ""


class Calendar(Part):
    """
    Dates and ages.

    Attributes:
        months: The twelve months in small letters, separated by white space, the cases of each by |.
        short: Their abbreviations, which may end with a period, separated in the same way.
        after_day: A pattern for the first letters of a month that follows the number of a day.
        before_year: A pattern of words before a year: "since".
        narrowing: Words, between |, before the time that a question wants its articles from.
        times: A pattern of other words for a time: "yesterday".
        ages: A pattern of words for an age: "years old".
    """

    months: str = ""
    short: str = ""
    after_day: str = ""
    before_year: str = ""
    narrowing: str = ""
    times: str = ""
    ages: str = ""


class Numbers(Part):
    """
    Numbers.

    Attributes:
        decimal_point: Whether 1,000 and 0.5 are written so; otherwise they are 1.000 or 1 000, and 0,5.
        in_words: Whether text2num reads numbers that are written in words.
        scales: Patterns of words after a number, and what they multiply it by.
        units: What abbreviations after a number stand for: "bn".
        inexact: A pattern of words before a number that is not exact.
        vague: A pattern of words that only say that there are many.
        percent: A pattern of words for "%".
        cardinals: The words for 2 to 20, then for 30 to 90, separated by white space.
        ordinals: Words for 1st to 10th.
        other: A pattern of other words that answer "how many".
        currencies: Words for money, separated by white space.
    """

    decimal_point: bool = False
    in_words: bool = False
    scales: Mapping[str, float] = _EMPTY
    units: Mapping[str, str] = _EMPTY
    inexact: str = ""
    vague: str = ""
    percent: str = ""
    cardinals: str = ""
    ordinals: Mapping[str, str] = _EMPTY
    other: str = ""
    currencies: str = ""


class Forms(Part):
    """
    Forms of words that a stemmer does not bring together.

    A table is words separated by white space, in groups that a semicolon separates.

    Attributes:
        irregular: A word in its inflections.
        derived: A verb or an adjective and its noun.
        synonyms: Words that newspapers use for one another, in most of their senses.
        peoples: Places and their people, where no regular ending makes one of the other.
        renamed: One place or person under several names.
        spelled: Spellings of one word.
        in_full: Names of what is better known by its initials.
    """

    irregular: str = ""
    derived: str = ""
    synonyms: str = ""
    peoples: str = ""
    renamed: str = ""
    spelled: str = ""
    in_full: Mapping[str, str] = _EMPTY


class Claims(Part):
    """
    Words of sentences that may conflict with others.

    Attributes:
        counted_alike: A table, as `Forms` has them, of words for one count: "dead", "killed".
        negation: A pattern of words that say that something is not so.
        empty_verbs: Verbs that say nothing of what is counted: "reported ten deaths".
        fillers: Words after a number that say nothing of it either: "ten people".
    """

    counted_alike: str = ""
    negation: str = ""
    empty_verbs: str = ""
    fillers: str = ""


class Inflection(Part):
    """
    Changes to a word before and after a stemmer of a related language.

    Attributes:
        letters: Letters, and those that the stemmer knows instead.
        endings: Patterns of endings, and those that the stemmer knows instead.
        left: A pattern of what the stemmer takes from some forms of a name and leaves in others, behind
            a group for the rest.
    """

    letters: Mapping[str, str] = _EMPTY
    endings: tuple[tuple[str, str], ...] = ()
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
    """
    How a language says that somebody speaks: words in small letters.

    Attributes:
        marks: Verbs of speech next to words in quotation marks; elsewhere they are ordinary verbs.
        that: Verbs that also take a clause with "that".
        clause: Verbs that also take a clause without it.
        bare_clause: Those of `that` that sometimes take a clause without it.
        after_comma: Verbs that take a clause after a comma.
        naming: Those of `marks` that also give a name: "called her “Jane”".
        adding: Verbs and adverbs that continue what the previous speaker said.
        addressing: Verbs whose object is the listener, so that no clause follows them directly.
        telling: Verbs whose object is a person, who may stand before another name.
        giving, given: Verbs that report speech only with such an object: "issued a warning".
        nouns: Verbs that are often nouns, or have many subjects.
        of_things: Prefixes of verbs that also take a thing: "announced the opening".
        base: Verbs in the form that follows "to".
        common: The most frequent verbs; one after "the minister" refers to a minister named before.
        inverting: Those of `common` that precede their subject after a quotation.
        sources: Words that introduce a source.
        behind: Words that follow a source.
        behind_marks: Words between a quotation and its speaker.
        be: Auxiliaries before a passive participle, whose subject does not speak.
        between: Words that may stand between the speaker and the verb.
        verbs: Verbs that show that words are a clause.
        conjunctions: "that".
        he, she, his, her: Pronouns for one person.
        others: Pronouns that do not tell who speaks.
        many: Pronouns for more than one speaker, and for the writer.
        somebody: Pronouns for people whom a later pronoun may mean.
        determiners: Words before a noun.
        owners: Determiners before a name that is not the speaker's.
        some: Determiners that introduce no apposition.
        indefinite: Determiners of a role that nobody in particular has.
        own: Determiners of what a verb announces: "announced the name".
        links: Prepositions that join a noun to another: "of".
        name_links: Words that join two parts of one name: "Ministry of Works".
        member_links: Words that join a person to their organization: "Ada Park of the WHO".
        company: Prepositions before somebody who takes part but is not the subject.
        places: Prepositions before a place.
        breaks: Words that begin another clause.
        ands, buts: Words that join clauses; `ands` also join speakers.
        openings: Words besides `links` that begin a phrase before the subject.
        before_participles: Words before a participle whose subject is that of the sentence.
        no_clause: Words after a verb that begin no clause.
        unsaid: Words before a verb that make it no statement of fact: "not", "to", "would".
        apposes: Words that begin an apposition.
        not_said: Words after a verb and a comma that begin no reported clause.
        fronted: Words at the start of a sentence whose verb precedes its subject.
    """

    marks: frozenset[str] = frozenset()
    that: frozenset[str] = frozenset()
    clause: frozenset[str] = frozenset()
    bare_clause: frozenset[str] = frozenset()
    after_comma: frozenset[str] = frozenset()
    naming: frozenset[str] = frozenset()
    adding: frozenset[str] = frozenset()
    addressing: frozenset[str] = frozenset()
    telling: frozenset[str] = frozenset()
    giving: frozenset[str] = frozenset()
    given: frozenset[str] = frozenset()
    nouns: frozenset[str] = frozenset()
    of_things: frozenset[str] = frozenset()
    base: frozenset[str] = frozenset()
    common: frozenset[str] = frozenset()
    inverting: frozenset[str] = frozenset()
    sources: Mapping[str, SourceCue] = _EMPTY
    behind: frozenset[str] = frozenset()
    behind_marks: frozenset[str] = frozenset()
    be: frozenset[str] = frozenset()
    between: frozenset[str] = frozenset()
    verbs: frozenset[str] = frozenset()
    conjunctions: frozenset[str] = frozenset()
    he: frozenset[str] = frozenset()
    she: frozenset[str] = frozenset()
    his: frozenset[str] = frozenset()
    her: frozenset[str] = frozenset()
    others: frozenset[str] = frozenset()
    many: frozenset[str] = frozenset()
    somebody: frozenset[str] = frozenset()
    determiners: frozenset[str] = frozenset()
    owners: frozenset[str] = frozenset()
    some: frozenset[str] = frozenset()
    indefinite: frozenset[str] = frozenset()
    own: frozenset[str] = frozenset()
    links: frozenset[str] = frozenset()
    name_links: frozenset[str] = frozenset()
    member_links: frozenset[str] = frozenset()
    company: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    breaks: frozenset[str] = frozenset()
    ands: frozenset[str] = frozenset()
    buts: frozenset[str] = frozenset()
    openings: frozenset[str] = frozenset()
    before_participles: frozenset[str] = frozenset()
    no_clause: frozenset[str] = frozenset()
    unsaid: frozenset[str] = frozenset()
    apposes: frozenset[str] = frozenset()
    not_said: frozenset[str] = frozenset()
    fronted: frozenset[str] = frozenset()

    @cached_property
    def cues(self) -> frozenset[str]:
        """Every word that says that somebody speaks."""
        return self.marks | self.behind_marks | self.reporting

    @cached_property
    def reporting(self) -> frozenset[str]:
        """The cues that need no quotation marks."""
        return self.that | self.clause | self.behind | frozenset(self.sources)

    @cached_property
    def _cue_letters(self) -> re.Pattern[str]:
        """Runs of the letters of cues, which are found faster than words: all cues are among them."""
        return re.compile(f"[{''.join(sorted(set().union(*self.cues)))}]+")

    def tells(self, text: str) -> bool:
        """Return whether *text* contains a cue."""
        return not self.cues.isdisjoint(self._cue_letters.findall(text.lower()))

    def reports(self, text: str) -> bool:
        """Return whether *text* contains one of `reporting`."""
        return not self.reporting.isdisjoint(self._cue_letters.findall(text.lower()))

    def strength(self, verb: str) -> Strength | None:
        """Return what follows *verb*; None where it is no verb of speech."""
        if verb in self.clause:
            return "clause"
        if verb in self.that:
            return "that"
        return "marks" if verb in self.marks | self.behind_marks else None


class Names(Part):
    """
    The words of a language in names and next to them, in small letters unless they have a capital.

    Attributes:
        male_titles, female_titles, neutral_titles: With a capital: "Mr", "Queen", "Dr".
        kept_titles: Titles that belong to the name even before a given name.
        before_titles: Words that begin a title of several words: "Prime".
        roles: What people are or do; "the mayor" alone refers to a mayor named before.
        more_roles: A pattern of whole words for roles that only stand next to a name.
        role_parts: Words that are part of a role: "deputy".
        relatives: What people are to each other.
        particles: Words inside a family name: "van".
        abbreviations: Those that end with a period inside a name: "Jr".
        other_abbreviations: Those that end with a period elsewhere.
        calendar: Days, months and feasts, with their capital.
        openers: Words that begin a sentence and no name.
        qualifiers: Words before a name that are not part of it: "teenage".
        given: Given names that are stop words in the language.
        one_letter_articles: Articles that look like an initial.
        origins: A pattern that ends the words for where people are from: "Russian".
        adjectives: Endings of adjectives, which begin no person's name.
        bodies: Words in the names of organizations and places.
        more_bodies: Those that also stand in the names of people.
        body_nouns: Nouns for organizations.
        learned: Those of `bodies` whose members do not speak for them.
        spokespeople: A pattern for those who speak for a person or an organization.
        heads: A pattern for those who speak for an organization alone.
        over: A pattern that says that somebody no longer does.
        documents: What is written, and so speaks only by its author.
        document_endings: Endings of such words.
        works: Nouns before the title of a book, a song or the like.
    """

    male_titles: frozenset[str] = frozenset()
    female_titles: frozenset[str] = frozenset()
    neutral_titles: frozenset[str] = frozenset()
    kept_titles: frozenset[str] = frozenset()
    before_titles: frozenset[str] = frozenset()
    roles: frozenset[str] = frozenset()
    more_roles: tuple[str, ...] = ()
    role_parts: frozenset[str] = frozenset()
    relatives: frozenset[str] = frozenset()
    particles: frozenset[str] = frozenset()
    abbreviations: frozenset[str] = frozenset()
    other_abbreviations: frozenset[str] = frozenset()
    calendar: frozenset[str] = frozenset()
    openers: frozenset[str] = frozenset()
    qualifiers: frozenset[str] = frozenset()
    given: frozenset[str] = frozenset()
    one_letter_articles: frozenset[str] = frozenset()
    origins: tuple[str, ...] = ()
    adjectives: frozenset[str] = frozenset()
    bodies: frozenset[str] = frozenset()
    more_bodies: frozenset[str] = frozenset()
    body_nouns: frozenset[str] = frozenset()
    learned: frozenset[str] = frozenset()
    spokespeople: tuple[str, ...] = ()
    heads: tuple[str, ...] = ()
    over: tuple[str, ...] = ()
    documents: frozenset[str] = frozenset()
    document_endings: frozenset[str] = frozenset()
    works: frozenset[str] = frozenset()

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
    definite: str = ""
    indefinite: str = ""
    questions: Questions = Questions()
    references: References = References()
    calendar: Calendar = Calendar()
    numbers: Numbers = Numbers()
    forms: Forms = Forms()
    claims: Claims = Claims()
    inflection: Inflection = Inflection()
    speech: Speech | None = None
    names: Names = Names()
    contractions: Contractions | None = None
