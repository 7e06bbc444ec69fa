"""Find who is quoted in a collection, and with what words."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from retrieval.answers.cited_words import Words, locate_words
from retrieval.answers.records import Excerpt, Voice
from retrieval.articles import Article, Span
from retrieval.index.protocol import PassageIndex
from retrieval.index.vocabulary import same_spelling
from retrieval.query.parser import parse
from retrieval.quotations.affiliations import introduced
from retrieval.quotations.lexicon import is_title
from retrieval.quotations.records import Quotation, speaker
from retrieval.ranking.question_weights import QuestionWeights
from retrieval.text.analyzer import terms
from retrieval.text.language import detect
from retrieval.text.spelling import fold

_ABOUT_IT = 0.5
"""Share of a topic from which on the text around a quotation is about it."""

_SEARCHED = 1_000
"""Passages, those with most of a name, in whose articles a spokesperson is looked for."""

_LONGEST_NAME = 5
"""Words of the name of somebody who is never quoted."""

_ABOUT = frozenset(["about", "on", "über", "zu", "про", "о", "об", "sobre"])
_NO_WORD = re.compile(r"\W+")


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
    """

    speakers: tuple[Speaker, ...]
    topic: str
    excerpts: tuple[Excerpt, ...]


def find_quotations(wanted: str, index: PassageIndex) -> SpeakerQuotations:
    """Return what somebody said word for word; *wanted* is a name, perhaps followed by a topic."""
    words = wanted.split()
    speakers, count = _match_name(words, list_speakers(index), index)
    if not speakers:
        speakers, count = _match_unquoted(words, index)
    topic = _topic_of(words[count:])
    query = parse(topic, index.vocabulary, detect(topic, index.languages))
    weights = QuestionWeights.of(query, index)
    excerpts = []
    attributed = [*_quotations_by(speakers, index), *_quotations_for(speakers, index)]
    for article, quotation, name in _without_repeats(attributed):
        words_said = locate_words(article, Span(quotation.start, quotation.end))
        if not query.words or weights.share(_terms_around(words_said)) >= _ABOUT_IT:
            voice = Voice(name, "quoted")
            citation = words_said.citation
            excerpts.append(Excerpt(article, *words_said.span, (), 0.0, citation, voice, (voice,)))
    excerpts.sort(key=lambda e: (e.citation.published or "~", e.article.id, e.start))
    return SpeakerQuotations(tuple(speakers), topic, tuple(excerpts))


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
                if name in someone.names and quotation.form == "quoted":
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
                if quotation.form == "quoted":
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


def _without_repeats(attributed: Iterable[_Attributed]) -> Iterator[_Attributed]:
    """
    Yield quotations whose words do not stand in a longer one of the same article.

    A heading often quotes a part of what stands beneath it.
    """
    by_article: defaultdict[str, list[_Attributed]] = defaultdict(list)
    for each in attributed:
        by_article[each.article.id].append(each)
    for group in by_article.values():
        kept: list[str] = []
        for each in sorted(group, key=lambda one: one.quotation.start - one.quotation.end):
            words = each.article.text[each.quotation.start : each.quotation.end]
            words = _NO_WORD.sub(" ", words).casefold().strip()
            if not any(f" {words} " in f" {other} " for other in kept):
                kept.append(words)
                yield each


def _split_people(key: str, names: Mapping[str, tuple[int, int]]) -> Iterator[Speaker]:
    """
    Yield the people of one family name.

    Two names are of the same person if one has all words of the other and is the only such name.
    """
    groups: list[list[str]] = []
    for name in sorted(names, key=lambda name: (-len(_name_words(name)), name)):
        words = _name_words(name)
        same = [group for group in groups if words <= _name_words(group[0])]
        if len(same) == 1:
            same[0].append(name)
        else:
            groups.append([name])
    for group in groups:
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


def _name_words(name: str) -> frozenset[str]:
    """Return the words of a name without titles, each folded to plain letters."""
    words = re.findall(r"[^\W\d_]+", name)
    return frozenset(fold(word) for word in words if not is_title(word)) or frozenset(
        map(fold, words)
    )


def _match_name(
    wanted: Sequence[str], speakers: Sequence[Speaker], index: PassageIndex
) -> tuple[list[Speaker], int]:
    """
    Return whom the first words of *wanted* name, and how many words that takes: as many as possible.

    A family name matches everybody who has it, an acronym whatever it stands for.
    """
    for count in range(len(wanted), 0, -1):
        name = " ".join(wanted[:count])
        words, full = _name_words(name), _spelled_out(name, index)
        matching = [
            someone
            for someone in speakers
            if any(words <= _name_words(other) for other in someone.names)
            or any(full & _spelled_out(other, index) for other in someone.names)
        ]
        if words and matching:
            return matching, count
    return [], 0


def _spelled_out(name: str, index: PassageIndex) -> frozenset[tuple[str, ...]]:
    """Return what an acronym may stand for, or a longer name itself; each as `same_spelling` has it."""
    spelled = same_spelling(name)
    return frozenset(_meanings(name, index) or ([spelled] if len(spelled) > 1 else []))


def _meanings(name: str, index: PassageIndex) -> list[tuple[str, ...]]:
    """Return what *name* stands for in the articles, if it is an acronym, as `same_spelling` has it."""
    term = "" if " " in name else next(iter(terms(f"the {name.upper()} is", "en")), "")
    return [full.key for full in index.vocabulary.meanings(term)]
