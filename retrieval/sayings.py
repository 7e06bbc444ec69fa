"""Who is quoted in a collection, and with what words."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from retrieval.analysis import terms
from retrieval.answers import Excerpt, Voice
from retrieval.articles import Article, Span
from retrieval.evidence import Asked
from retrieval.languages import detect
from retrieval.people import TITLES
from retrieval.question import parse
from retrieval.quotes import Quotation, speaker
from retrieval.rankable import Rankable
from retrieval.spelling import fold
from retrieval.verifying import Words, words_at
from retrieval.vocabulary import same_spelling

_ABOUT_IT = 0.5
"""Of a topic's worth that stands around a quotation which is about it."""

_ABOUT = frozenset(["about", "on", "über", "zu", "про", "о", "об", "sobre"])
_WORDS = re.compile(r"\W+")


@dataclass(frozen=True, slots=True)
class Speaker:
    """
    Somebody who is quoted.

    Attributes:
        name: In full, as some article has it.
        names: All that are taken for the same.
        key: See `quotes.key`.
        quoted: How often with words between marks.
        reported: How often without.
    """

    name: str
    names: frozenset[str]
    key: str
    quoted: int
    reported: int


@dataclass(frozen=True, slots=True)
class Sayings:
    """
    The quotations of those whom somebody asked for.

    Attributes:
        speakers: Whom the name means; none when nobody is called so.
        topic: What the quotations are about; empty for all.
        excerpts: Oldest first, those without a date last; all of one are the words of its `voice`.
    """

    speakers: tuple[Speaker, ...]
    topic: str
    excerpts: tuple[Excerpt, ...]


def sayings(wanted: str, index: Rankable) -> Sayings:
    """See `Library.said`."""
    words = wanted.split()
    some, count = named(words, speakers(index), index)
    topic = _topic_of(words[count:])
    query = parse(topic, index.vocabulary, detect(topic, index.languages))
    asked = Asked(query, index.idf_of, index.vocabulary.__contains__)
    found = []
    for article, quotation, name in _quotations_by(some, index):
        quoted = words_at(article, Span(quotation.start, quotation.end))
        if not query.words or asked.share(_terms_at(quoted)) >= _ABOUT_IT:
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


def _quotations_by(
    some: Sequence[Speaker], index: Rankable
) -> Iterator[tuple[Article, Quotation, str]]:
    """
    What *some* speakers said word for word, each with its article and the name; without repeats.

    A heading often quotes a part of what stands beneath it: that is a repeat.
    """
    for one in some:
        found: defaultdict[int, list[tuple[Quotation, str]]] = defaultdict(list)
        for number, said in index.said_by(one.key):
            name = speaker(index.articles[number], said)
            if name in one.names and said.form == "quoted":
                found[number].append((said, name))
        for number, quoted in found.items():
            article = index.articles[number]
            kept: list[str] = []
            for said, name in sorted(quoted, key=lambda pair: pair[0].start - pair[0].end):
                words = _WORDS.sub(" ", article.text[said.start : said.end]).casefold().strip()
                if not any(f" {words} " in f" {other} " for other in kept):
                    kept.append(words)
                    yield article, said, name


def speakers(index: Rankable) -> list[Speaker]:
    """All, those first who are quoted most; of equals by name."""
    by_key: defaultdict[str, dict[str, tuple[int, int]]] = defaultdict(dict)
    for key, name, quoted, reported in index.speakers():
        by_key[key][name] = (quoted, reported)
    found = [one for key, names in by_key.items() for one in _told_apart(key, names)]
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
        yield Speaker(group[0], frozenset(group), key, quoted, reported)


def words_of(name: str) -> frozenset[str]:
    """The words of a name without its titles, each in its plainest letters."""
    words = re.findall(r"[^\W\d_]+", name)
    return frozenset(fold(word) for word in words if word not in TITLES) or frozenset(
        map(fold, words)
    )


def named(
    wanted: Sequence[str], among: Sequence[Speaker], index: Rankable
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


def _in_full(name: str, index: Rankable) -> frozenset[tuple[str, ...]]:
    """The words of a name that is no person's in one spelling, and those that it may stand for."""
    spelled = same_spelling(name)
    meant = (
        [full.key for full in index.vocabulary.meanings(name.upper())] if " " not in name else []
    )
    return frozenset(meant if meant else [spelled] if len(spelled) > 1 else [])
