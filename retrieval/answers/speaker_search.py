"""Find who is quoted in a collection, and with what words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import NamedTuple

from retrieval.answers.cited_words import Words, locate_words
from retrieval.answers.records import Excerpt, Voice
from retrieval.answers.speaker_directory import (
    Match,
    describe,
    find_speakers,
    group_names,
    name_words,
    suggest_names,
)
from retrieval.articles import Article, Span
from retrieval.index.protocol import PassageIndex
from retrieval.index.vocabulary import same_spelling
from retrieval.lang.registry import language as language_of
from retrieval.lang.registry import languages
from retrieval.lang.registry import speech as speech_of
from retrieval.query.parser import parse
from retrieval.quotations.affiliations import introduced
from retrieval.quotations.lexicon import is_role
from retrieval.quotations.records import Quotation, speaker
from retrieval.quotations.roster import speaker_key
from retrieval.ranking.question_weights import QuestionWeights
from retrieval.text.analyzer import term, terms
from retrieval.text.language import detect

_ABOUT_IT = 0.5
"""Share of a topic from which on the text around a quotation is about it."""

_SEARCHED = 1_000
"""Passages, those with most of a name, in whose articles a spokesperson is looked for."""

_LONGEST_NAME = 5
"""Words of the name of somebody who is never quoted."""

_TITLES = 3
"""Words by which what somebody types may be longer than the name in the articles: "Mr President"."""

_ABOUT = frozenset(["about", "on", "über", "zu", "про", "о", "об", "sobre"])


class _Attributed(NamedTuple):
    """A quotation with its article and the name of its speaker."""

    article: Article
    quotation: Quotation
    name: str


@dataclass(frozen=True, slots=True)
class Speaker:
    """
    Somebody who is quoted.

    Attributes:
        name: In full, as some article has it.
        names: All names of the same person or body, also an acronym and what it stands for.
        keys: Of these names, as `PassageIndex.quotations_by` takes them.
        quoted: How often they are quoted word for word.
        reported: How often their words are reported.
    """

    name: str
    names: frozenset[str]
    keys: frozenset[str]
    quoted: int
    reported: int


@dataclass(frozen=True, slots=True)
class SpeakerQuotations:
    """
    The quotations of the speakers that somebody asked for.

    Attributes:
        speakers: Those whom the name means; none if nobody is called so.
        topic: What the quotations are about; empty for all.
        excerpts: Oldest first, the undated last; each is the words of its `voice`. A spokesperson is
            named by the words of the article that say for whom they speak.
        suggestions: Names of speakers that may be meant where nobody is called so.
        others: How many more of their quotations there are, which are not about the topic.
    """

    speakers: tuple[Speaker, ...]
    topic: str
    excerpts: tuple[Excerpt, ...]
    suggestions: tuple[str, ...] = ()
    others: int = 0


def find_quotations(wanted: str, index: PassageIndex) -> SpeakerQuotations:
    """Return what somebody said; *wanted* is a name, a role or a body, perhaps followed by a topic."""
    speakers, attributions, topic = _find_speakers(wanted, index)
    query = parse(topic, index.vocabulary, detect(topic, index.languages))
    weights = QuestionWeights.of(query, index)
    excerpts = []
    for article, quotation, name in attributions:
        said = locate_words(article, Span(quotation.start, quotation.end))
        if not query.words or weights.share(_terms_around(said)) >= _ABOUT_IT:
            spans = (said.span,)
            marked = spans if quotation.form == "quoted" else ()
            voice = Voice(name, quotation.form, spans, marked)
            excerpts.append(
                Excerpt(article, *said.span, (), 0.0, said.citation, voice, (voice,), (voice,))
            )
    excerpts.sort(key=lambda e: (e.citation.published or "~", e.article.id, e.start))
    suggestions = () if speakers else tuple(suggest_names(wanted.split(), index))
    others = len(attributions) - len(excerpts)
    return SpeakerQuotations(tuple(speakers), topic, tuple(excerpts), suggestions, others)


def _find_speakers(
    wanted: str, index: PassageIndex
) -> tuple[Sequence[Speaker], Sequence[_Attributed], str]:
    """Return whom the first words of *wanted* mean, what they said, and the rest of it, which is the topic."""
    words = _without_article(wanted.split())
    speakers, count = _match_name(words, list_speakers(index), index)
    if not speakers:
        speakers, count = _match_unquoted(words, index)
    described = next((n for n, word in enumerate(words) if n and word.casefold() in _ABOUT), 0)
    described = described or _count_described(words, index) or (0 if speakers else len(words))
    if count < described and (matches := _match_description(" ".join(words[:described]), index)):
        said = [
            _Attributed(a.article, a.quotation, a.name) for m in matches for a in m.attributions
        ]
        return [_speaker_of(match) for match in matches], said, _topic_of(words[described:])
    said = [*_quotations_by(speakers, index), *_quotations_for(speakers, index)]
    return speakers, list(dict.fromkeys(said)), _topic_of(words[count:])


def _without_article(words: Sequence[str]) -> Sequence[str]:
    """Return *words* without a leading "the" of any language, which is a word of many names, too."""
    articles = (word for language in languages() for word in language.definite.split())
    return words[1:] if len(words) > 1 and words[0].casefold() in articles else words


def _count_described(words: Sequence[str], index: PassageIndex) -> int:
    """
    Return how many first *words* say what somebody is: to the last role, and what is joined to it, "mayor of York".

    That is a name; without one, "minister of defence", it is all that follows.
    """
    count = max((place for place, word in enumerate(words, 1) if is_role(word)), default=0)
    language = detect(" ".join(words), index.languages)
    if 0 < count < len(words) and words[count].casefold() in speech_of(language).member_links:
        articles = language_of(language).definite.split()
        begin = (
            count + 1 + sum(word.casefold() in articles for word in words[count + 1 : count + 2])
        )
        names = index.vocabulary.names
        named = len([*takewhile(lambda word: term(word, language) in names, words[begin:])])
        count = begin + named if named else len(words)
    return count


def _match_description(who: str, index: PassageIndex) -> list[Match]:
    """Return those whom *who* describes as a whole: nobody, if a word of it stands in no article."""
    language = detect(who, index.languages)
    described = describe(who, parse(who, index.vocabulary, language).words, language)
    if described is None or any(
        word.term not in index.vocabulary and not word.alternatives for word in described.words
    ):
        return []
    return find_speakers(described, index)


def _speaker_of(match: Match) -> Speaker:
    forms = [one.quotation.form for one in match.attributions]
    names = frozenset([match.name, *(one.name for one in match.attributions)])
    keys = frozenset(map(speaker_key, names))
    return Speaker(match.name, names, keys, forms.count("quoted"), forms.count("reported"))


def list_speakers(index: PassageIndex) -> list[Speaker]:
    """Return everybody who is quoted or reported, the most quoted first; equals by name."""
    by_key: defaultdict[str, dict[str, tuple[int, int]]] = defaultdict(dict)
    for key, name, quoted, reported in index.speakers():
        by_key[key][name] = (quoted, reported)
    people = [person for key, names in by_key.items() for person in _split_people(key, names)]
    return sorted(_merge_acronyms(people, index), key=lambda s: (-s.quoted, -s.reported, s.name))


def _terms_around(quoted: Words) -> frozenset[str]:
    """Return the terms of the paragraphs that hold a quotation, and of the heading over them."""
    article, heading = quoted.article, quoted.section.heading if quoted.section else None
    text = f"{article.slice(heading) if heading else ''} {article.slice(quoted.around)}"
    return frozenset(terms(text, article.language))


def _topic_of(words: Sequence[str]) -> str:
    """Return the *words* after a name without a leading "about"."""
    return " ".join(words[1:] if words and words[0].casefold() in _ABOUT else words)


def _quotations_by(speakers: Sequence[Speaker], index: PassageIndex) -> Iterator[_Attributed]:
    """Yield what *speakers* said word for word."""
    for someone in speakers:
        for key in sorted(someone.keys):
            for number, quotation in index.quotations_by(key):
                article = index.articles[number]
                name = speaker(article, quotation)
                if name and name in someone.names:
                    yield _Attributed(article, quotation, name)


def _quotations_for(speakers: Sequence[Speaker], index: PassageIndex) -> Iterator[_Attributed]:
    """Yield what others said word for word on behalf of *speakers*; see `introduced`."""
    for someone in speakers:
        names = sorted(
            someone.names | _acronyms_of(someone, index), key=lambda name: (-len(name), name)
        )
        for number in _articles_with(names, index):
            article, quotations = index.articles[number], index.quotations(number)
            for quotation, introduction in introduced(article, quotations, names):
                yield _Attributed(article, quotation, introduction)


def _articles_with(names: Iterable[str], index: PassageIndex) -> list[int]:
    """Return the articles whose passages hold most of *names*, in the order of their numbers."""
    words = {term for name in names for term in terms(name, "en")}
    weights = {word: index.idf_of(word) for word in words if word in index.vocabulary}
    passages = index.engine.search(weights, _SEARCHED) if weights else []
    return sorted({index.article_of[number] for number, _ in passages})


def _acronyms_of(someone: Speaker, index: PassageIndex) -> frozenset[str]:
    """Return the acronyms that stand for this speaker in the articles, and for nothing else."""
    return frozenset(
        full.acronym.upper()
        for key in map(same_spelling, someone.names)
        if len(key) > 1
        for full in index.vocabulary.acronyms(key[0])
        if full.key == key and _meanings(full.acronym, index) == [key]
    )


def _match_unquoted(wanted: Sequence[str], index: PassageIndex) -> tuple[list[Speaker], int]:
    """Do as `_match_name` does, for somebody who is not quoted but has a spokesperson who is."""
    for count in range(min(len(wanted), _LONGEST_NAME), 0, -1):
        name = " ".join(wanted[:count])
        spelt = frozenset([name, " ".join(word[:1].upper() + word[1:] for word in name.split())])
        someone = Speaker(name, spelt, frozenset(), 0, 0)
        known = all(term in index.vocabulary for term in terms(name, "en"))
        if known and any(True for _ in _quotations_for([someone], index)):
            return [someone], count
    return [], 0


def _split_people(key: str, names: Mapping[str, tuple[int, int]]) -> Iterator[Speaker]:
    """
    Yield the people of one family name.

    Two names are of the same person if one has all words of the other and is the only such name.
    """
    for group in group_names(names):
        quoted, reported = (sum(names[name][form] for name in group) for form in (0, 1))
        yield Speaker(group[0], frozenset(group), frozenset([key]), quoted, reported)


def _merge_acronyms(speakers: Sequence[Speaker], index: PassageIndex) -> list[Speaker]:
    """Merge each acronym with what it stands for, if it stands for nothing else."""
    groups: dict[tuple[str, ...], list[Speaker]] = {}
    for someone in speakers:
        meanings = _meanings(someone.name, index)
        key = meanings[0] if len(meanings) == 1 else same_spelling(someone.name)
        groups.setdefault(key if len(key) > 1 else (someone.name,), []).append(someone)
    return [
        Speaker(
            max(group, key=lambda one: len(one.name)).name,
            frozenset[str]().union(*(one.names for one in group)),
            frozenset[str]().union(*(one.keys for one in group)),
            sum(one.quoted for one in group),
            sum(one.reported for one in group),
        )
        for group in groups.values()
    ]


def _match_name(
    wanted: Sequence[str], speakers: Sequence[Speaker], index: PassageIndex
) -> tuple[list[Speaker], int]:
    """
    Return whom the first words of *wanted* name, and how many words that takes: as many as possible.

    A family name matches everybody who has it, an acronym whatever it stands for.
    """
    known = [
        (
            someone,
            [name_words(name) for name in someone.names],
            frozenset[_Spelling]().union(*(_spelled_out(name, index) for name in someone.names)),
        )
        for someone in speakers
    ]
    longest = max((len(name.split()) for one in speakers for name in one.names), default=0)
    for count in range(min(len(wanted), longest + _TITLES), 0, -1):
        name = " ".join(wanted[:count])
        words, full = name_words(name), _spelled_out(name, index)
        matching = [
            someone
            for someone, names, spelled in known
            if any(words <= other for other in names) or full & spelled
        ]
        if words and matching:
            return matching, count
    return [], 0


_Spelling = tuple[str, ...]
"""A name as `same_spelling` has it."""


def _spelled_out(name: str, index: PassageIndex) -> frozenset[_Spelling]:
    """Return what an acronym may stand for, or a longer name itself; each as `same_spelling` has it."""
    spelled = same_spelling(name)
    return frozenset(_meanings(name, index) or ([spelled] if len(spelled) > 1 else []))


def _meanings(name: str, index: PassageIndex) -> list[tuple[str, ...]]:
    """Return what *name* stands for in the articles, if it is an acronym, as `same_spelling` has it."""
    term = "" if " " in name else next(iter(terms(f"the {name.upper()} is", "en")), "")
    return [full.key for full in index.vocabulary.meanings(term)]
