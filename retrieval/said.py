"""Who is quoted in a collection, and with what words."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from retrieval.answers import Excerpt, Voice
from retrieval.articles import Article, Span
from retrieval.people import TITLES
from retrieval.quotes import Form, Quotation, speaker
from retrieval.rankable import Rankable
from retrieval.spelling import fold
from retrieval.vocabulary import same_spelling

_BESIDE = 80
"""Characters before and after a cue in which stands who speaks, and for whom."""


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


def quotations_by(
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


_WORDS = re.compile(r"\W+")
_ABOUT = frozenset(["about", "on", "über", "zu", "про", "о", "об", "sobre"])


def topic_of(words: Sequence[str]) -> str:
    """*words* behind a name without the one that says that they are a topic."""
    return " ".join(words[1:] if words and words[0].casefold() in _ABOUT else words)


def voices(article: Article, said: Iterable[Quotation], span: Span) -> list[Voice]:
    """Whose words stand in *span*, in order: quoted where half of them or more stand between marks."""
    worth = _characters(article, said, [span])
    return [Voice(name, _form(of)) for name, of in worth.items()]


def voice(article: Article, said: Iterable[Quotation], core: Sequence[Span]) -> Voice | None:
    """Whose words most of *core* is, told apart by characters; None where it is mostly the reporter's."""
    worth = _characters(article, said, core)
    if not worth:
        return None
    name, of = max(worth.items(), key=lambda item: max(item[1].values()))
    if 2 * max(of.values()) < sum(span.end - span.start for span in core):
        return None
    return Voice(name, _form(of))


def _characters(
    article: Article, said: Iterable[Quotation], core: Sequence[Span]
) -> dict[str, dict[Form, int]]:
    """How many of *core* each speaker's are; what is quoted inside of what is reported counts in both."""
    worth: defaultdict[str, dict[Form, int]] = defaultdict(lambda: {"quoted": 0, "reported": 0})
    for one in said:
        if name := speaker(article, one):
            for span in core:
                shared = min(one.end, span.end) - max(one.start, span.start)
                if shared > 0:
                    worth[name][one.form] += shared
    return worth


def _form(of: Mapping[Form, int]) -> Form:
    return "quoted" if 2 * of["quoted"] >= of["reported"] else "reported"


def says(
    article: Article,
    one: Quotation,
    wanted: Sequence[frozenset[str]],
    terms: Callable[[str], Iterable[str]],
) -> bool:
    """
    Whether one of those who are asked for says *one*, or somebody for them, as the words around the cue tell.

    Args:
        wanted: For each word of the name, the terms that it may be found by.
        terms: Of a text, in the language of the article.
    """
    if not one.name:
        return False
    told = set(terms(article.slice(one.name)))
    if one.cue:
        start, end = max(0, one.cue.start - _BESIDE), one.cue.end + _BESIDE
        around = [Span(start, min(end, one.start)), Span(max(start, one.end), end)]
        for span in around:
            if span.start < span.end:
                told.update(terms(article.slice(span)))
    return sum(not told.isdisjoint(word) for word in wanted) * 2 >= len(wanted) > 0


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
