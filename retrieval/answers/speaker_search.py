"""Who is quoted in a collection, and with what words."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from retrieval.answers.cited_words import Words, words_at
from retrieval.answers.records import Excerpt, Voice
from retrieval.articles import Article, Span
from retrieval.index.protocol import PassageIndex
from retrieval.index.vocabulary import same_spelling
from retrieval.query.parser import parse
from retrieval.quotations.affiliations import introduced
from retrieval.quotations.attribution import Quotation, speaker
from retrieval.quotations.person_names import TITLES
from retrieval.ranking.question_weights import QuestionWeights
from retrieval.text.analyzer import terms
from retrieval.text.language import detect
from retrieval.text.spelling import fold

_ABOUT_IT = 0.5
"""Of a topic's worth that stands around a quotation which is about it."""

_LOOKED_INTO = 1_000
"""Passages, those with most of a name, in whose articles somebody who speaks for it is looked for."""

_NAME = 5
"""Words of the name of somebody who is never quoted."""

_ABOUT = frozenset(["about", "on", "über", "zu", "про", "о", "об", "sobre"])
_WORDS = re.compile(r"\W+")

_Said = tuple[Article, Quotation, str]
"""A quotation with its article, and the name of who says it."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """
    Somebody who is quoted.

    Attributes:
        name: In full, as some article has it.
        names: All that are taken for the same: also an acronym of the collection and what it stands for.
        keys: Of the names; see `quotes.key`.
        quoted: How often with words between marks.
        reported: How often without.
    """

    name: str
    names: frozenset[str]
    keys: frozenset[str]
    quoted: int
    reported: int


@dataclass(frozen=True, slots=True)
class Sayings:
    """
    The quotations of those whom somebody asked for.

    Attributes:
        speakers: Whom the name means; none when nobody is called so.
        topic: What the quotations are about; empty for all.
        excerpts: Oldest first, those without a date last; all of one are the words of its `voice`. Who
            speaks for one of the speakers has the article's words that tell so for a name.
    """

    speakers: tuple[Speaker, ...]
    topic: str
    excerpts: tuple[Excerpt, ...]


def sayings(wanted: str, index: PassageIndex) -> Sayings:
    """See `Library.said`."""
    words = wanted.split()
    some, count = named(words, speakers(index), index)
    if not some:
        some, count = _unquoted(words, index)
    topic = _topic_of(words[count:])
    query = parse(topic, index.vocabulary, detect(topic, index.languages))
    weights = QuestionWeights.of(query, index)
    found = []
    for article, quotation, name in _once([*_said_by(some, index), *_said_for(some, index)]):
        quoted = words_at(article, Span(quotation.start, quotation.end))
        if not query.words or weights.share(_terms_at(quoted)) >= _ABOUT_IT:
            found.append(_excerpt(quoted, name))
    found.sort(key=lambda one: (one.citation.published or "~", one.article.id, one.start))
    return Sayings(tuple(some), topic, tuple(found))


def _excerpt(quoted: Words, name: str) -> Excerpt:
    voice = Voice(name, "quoted")
    return Excerpt(quoted.article, *quoted.span, (), 0.0, quoted.citation, voice, (voice,))


def _terms_at(quoted: Words) -> frozenset[str]:
    """The terms of the paragraphs that a quotation stands in, and of the heading over them."""
    article, heading = quoted.article, quoted.section.heading if quoted.section else None
    text = f"{article.slice(heading) if heading else ''} {article.slice(quoted.around)}"
    return frozenset(terms(text, article.language))


def _topic_of(words: Sequence[str]) -> str:
    """*words* behind a name without the one that says that they are a topic."""
    return " ".join(words[1:] if words and words[0].casefold() in _ABOUT else words)


def _said_by(some: Sequence[Speaker], index: PassageIndex) -> Iterator[_Said]:
    """What *some* speakers said word for word."""
    for one in some:
        for number, said in (pair for key in sorted(one.keys) for pair in index.quotations_by(key)):
            article = index.articles[number]
            name = speaker(article, said)
            if name in one.names and said.form == "quoted":
                yield article, said, name


def _said_for(some: Sequence[Speaker], index: PassageIndex) -> Iterator[_Said]:
    """What others said word for word for *some* speakers; see `introduced`."""
    for one in some:
        names = sorted(one.names | _acronyms(one, index), key=lambda name: (-len(name), name))
        for number in _articles_with(names, index):
            article, quotations = index.articles[number], index.quotations(number)
            for said, introduction in introduced(article, quotations, names):
                if said.form == "quoted":
                    yield article, said, introduction


def _articles_with(names: Iterable[str], index: PassageIndex) -> list[int]:
    """The articles whose passages have most of the words of *names*, in the order of their numbers."""
    words = {term for name in names for term in terms(name, "en")}
    weights = {word: index.idf_of(word) for word in words if word in index.vocabulary}
    found = index.engine.search(weights, _LOOKED_INTO) if weights else []
    return sorted({index.article_of[number] for number, _ in found})


def _acronyms(one: Speaker, index: PassageIndex) -> frozenset[str]:
    """Those that stand for the name of *one* in the articles, and for nothing else."""
    return frozenset(
        full.acronym.upper()
        for key in map(same_spelling, one.names)
        if len(key) > 1
        for full in index.vocabulary.acronyms(key[0])
        if full.key == key and _meanings(full.acronym, index) == [key]
    )


def _unquoted(wanted: Sequence[str], index: PassageIndex) -> tuple[list[Speaker], int]:
    """Whom the first words of *wanted* name, who is never quoted, but somebody who speaks for them."""
    for count in range(min(len(wanted), _NAME), 0, -1):
        name = " ".join(wanted[:count])
        spelt = frozenset([name, " ".join(word[:1].upper() + word[1:] for word in name.split())])
        one = Speaker(name, spelt, frozenset(), 0, 0)
        known = all(term in index.vocabulary for term in terms(name, "en"))
        if known and any(True for _ in _said_for([one], index)):
            return [one], count
    return [], 0


def _once(said: Iterable[_Said]) -> Iterator[_Said]:
    """
    *said* without repeats; where two have the same words, the first stays.

    A heading often quotes a part of what stands beneath it: that is a repeat.
    """
    found: defaultdict[str, list[_Said]] = defaultdict(list)
    for one in said:
        found[one[0].id].append(one)
    for quoted in found.values():
        kept: list[str] = []
        for article, quotation, name in sorted(quoted, key=lambda one: one[1].start - one[1].end):
            words = article.text[quotation.start : quotation.end]
            words = _WORDS.sub(" ", words).casefold().strip()
            if not any(f" {words} " in f" {other} " for other in kept):
                kept.append(words)
                yield article, quotation, name


def speakers(index: PassageIndex) -> list[Speaker]:
    """All, those first who are quoted most; of equals by name."""
    by_key: defaultdict[str, dict[str, tuple[int, int]]] = defaultdict(dict)
    for key, name, quoted, reported in index.speakers():
        by_key[key][name] = (quoted, reported)
    found = [one for key, names in by_key.items() for one in _told_apart(key, names)]
    found = _with_acronyms(found, index)
    return sorted(found, key=lambda one: (-one.quoted, -one.reported, one.name))


def _told_apart(key: str, names: Mapping[str, tuple[int, int]]) -> Iterator[Speaker]:
    """
    The people of one family name: names are of the same person where one has all words of the other, as
    long as these are not words of two.
    """
    groups: list[list[str]] = []
    for name in sorted(names, key=lambda name: (-len(words_of(name)), name)):
        words = words_of(name)
        same = [group for group in groups if words <= words_of(group[0])]
        if len(same) == 1:
            same[0].append(name)
        else:
            groups.append([name])
    for group in groups:
        quoted, reported = (sum(names[name][form] for name in group) for form in (0, 1))
        yield Speaker(group[0], frozenset(group), frozenset([key]), quoted, reported)


def _with_acronyms(some: Sequence[Speaker], index: PassageIndex) -> list[Speaker]:
    """*some*, an acronym with what it stands for as one, where it stands for nothing else."""
    joined: dict[tuple[str, ...], list[Speaker]] = {}
    for one in some:
        meant = _meanings(one.name, index)
        key = meant[0] if len(meant) == 1 else same_spelling(one.name)
        joined.setdefault(key if len(key) > 1 else (one.name,), []).append(one)
    return [_joined(group) for group in joined.values()]


def _joined(group: Sequence[Speaker]) -> Speaker:
    names, keys = (
        frozenset[str]().union(*of) for of in ([s.names for s in group], [s.keys for s in group])
    )
    named = max(group, key=lambda one: len(one.name)).name
    return Speaker(named, names, keys, sum(s.quoted for s in group), sum(s.reported for s in group))


def words_of(name: str) -> frozenset[str]:
    """The words of a name without its titles, each in its plainest letters."""
    words = re.findall(r"[^\W\d_]+", name)
    return frozenset(fold(word) for word in words if word not in TITLES) or frozenset(
        map(fold, words)
    )


def named(
    wanted: Sequence[str], among: Sequence[Speaker], index: PassageIndex
) -> tuple[list[Speaker], int]:
    """
    Whom the first words of *wanted* name, and how many words that are: as many as name somebody.

    A family name names all who have it, an acronym those whose words it stands for.
    """
    for count in range(len(wanted), 0, -1):
        words = words_of(" ".join(wanted[:count]))
        full = _in_full(" ".join(wanted[:count]), index)
        found = [
            one
            for one in among
            if any(words <= words_of(name) for name in one.names)
            or any(full & _in_full(name, index) for name in one.names)
        ]
        if words and found:
            return found, count
    return [], 0


def _in_full(name: str, index: PassageIndex) -> frozenset[tuple[str, ...]]:
    """The words of a name that is no person's in one spelling, and those that it may stand for."""
    spelled = same_spelling(name)
    meant = _meanings(name, index)
    return frozenset(meant if meant else [spelled] if len(spelled) > 1 else [])


def _meanings(name: str, index: PassageIndex) -> list[tuple[str, ...]]:
    """What a *name* stands for in the articles, if it is an acronym, in one spelling."""
    term = "" if " " in name else next(iter(terms(f"the {name.upper()} is", "en")), "")
    return [full.key for full in index.vocabulary.meanings(term)]
