"""Candidates to ranked, de-duplicated hits, each with the evidence behind it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, partial
from itertools import chain, pairwise
from operator import mul
from typing import TYPE_CHECKING, Any, NamedTuple

from retrieval.articles import Article
from retrieval.index.passages import Passage
from retrieval.index.protocol import ArticleFilter, Column, PassageIndex
from retrieval.query.parser import Query, dated_within, phrase_spans
from retrieval.ranking.evidence import Asked, values
from retrieval.ranking.sentence_choice import Choice, choose, has_kind
from retrieval.text.analyzer import terms as terms_of

if TYPE_CHECKING:
    from retrieval.semantic import Meaning

_LOOKED_INTO = 12
"""Candidates whose sentences are weighed; the others keep their first score and rank below."""


class Evidence(NamedTuple):
    """
    Why a passage may answer. All but the BM25 scores are shares of the question's worth, 0..1.

    Attributes:
        passage: BM25 of the passage with its title and heading, over the question's total idf.
        article: The same of the whole article, among articles.
        title: What stands in the article's title.
        together: What stands in title, heading and passage taken together.
        names: Of the question's names, what stands there.
        sentence: What stands in the best single sentence and the heading over it.
        adjacent: Neighbouring words of the question that stand side by side.
        near: Neighbouring words, each pair divided by its distance.
        letters: What stands in title and passage by pieces of four letters.
        kind: Whether the chosen sentences have the kind of thing asked for: 0 or 1.
        own: Where the words of somebody are asked for, what of the rest stands in what they say there.
        meaning: How close it is in meaning, where a model of that is loaded.
    """

    passage: float
    article: float
    title: float = 0.0
    together: float = 0.0
    names: float = 0.0
    sentence: float = 0.0
    adjacent: float = 0.0
    near: float = 0.0
    letters: float = 0.0
    kind: float = 0.0
    own: float = 0.0
    meaning: float = 0.0

    @property
    def score(self) -> float:
        return float(sum(map(mul, self, _WEIGHTS.values())))


_WEIGHTS = {
    "passage": 1.0,
    "article": 1.0,
    "title": 0.5,
    "together": 0.3,
    "names": 0.2,
    "sentence": 0.4,
    "adjacent": 0.2,
    "near": 0.3,
    "letters": 1.0,
    "kind": 0.1,
    "own": 0.4,
    "meaning": 4.0,
}
assert tuple(_WEIGHTS) == Evidence._fields

_DEEPER = 4
_RECENT_WORTH = 0.3  # what the newest article gains over the oldest when the latest is asked for


@dataclass(frozen=True, slots=True)
class Hit:
    """
    A passage, by number, with its score and the evidence behind it.

    `choice` is None for a candidate whose sentences were not weighed. Scores compare within one
    question only.
    """

    passages: Column[Passage] = field(repr=False, compare=False)
    number: int
    score: float
    evidence: Evidence
    choice: Choice | None = None

    @property
    def passage(self) -> Passage:
        """The passage itself: of most hits it is not asked for, and a disk has it."""
        return self.passages[self.number]


def rank(
    query: Query, asked: Asked, index: PassageIndex, k: int, meaning: Meaning | None = None
) -> list[Hit]:
    """
    The *k* best candidates of the engine that the query's filters let through, best first.

    Closeness in *meaning* orders what the engine found; it finds nothing by itself.
    """
    worth = query.worth()
    known = index.vocabulary.__contains__
    total = sum(values(query, index.engine.idf_of, known)) or 1.0
    article_total = sum(values(query, index.article_engine.idf_of, known)) or 1.0
    candidates = _candidates(query, index, worth, k)
    of_article = index.article_engine.scores(worth, {index.article_of[n] for n, _ in candidates})
    found = []
    for number, score in candidates:
        article = of_article.get(index.article_of[number], 0.0)
        seen = Evidence(score / total, article / article_total)
        found.append(Hit(index.passages, number, seen.score, seen))
    if meaning and found:
        closeness = meaning.closeness(query.text, [hit.number for hit in found])
        found = [
            replace(hit, score=seen.score, evidence=seen)
            for hit, near in zip(found, closeness, strict=True)
            for seen in [hit.evidence._replace(meaning=near)]
        ]
    found.sort(key=lambda hit: -hit.score)
    look_into = _looker(query, asked, index)
    looked = [look_into(hit) for hit in found[:_LOOKED_INTO]]
    return sorted(looked, key=lambda hit: -hit.score) + found[_LOOKED_INTO:]


def _candidates(
    query: Query, index: PassageIndex, worth: Mapping[str, float], k: int
) -> list[tuple[int, float]]:
    """The engine's best *k* that the query's filters let through; it is asked for more and more."""
    if not query.filters:
        return index.engine.search(worth, k)
    among, having = _among(query, index), list(_having(query, index))
    wanted = cache(lambda number: _wanted(query, index, number))
    depth = k
    while True:
        found = index.engine.search(worth, depth, among, having)
        # Looking deeper may change the order of what was found before.
        kept = [hit for hit in found if wanted(hit[0])][:k]
        if len(kept) == k or len(found) < depth:
            return kept
        depth *= _DEEPER


def _among(query: Query, index: PassageIndex) -> ArticleFilter | None:
    """The passages of the articles that the query's filters let through; None when all are."""
    if not (query.publisher or query.since or query.until):
        return None
    articles = frozenset(
        number
        for number, publisher, published in index.publications()
        if _let_through(query, publisher, published)
    )
    return ArticleFilter(articles, index.article_of)


_NO_UNIT = 4
"""Letters of a word whose term does not depend on a number before it, as that of "bn" does."""


def _having(query: Query, index: PassageIndex) -> Iterator[frozenset[str]]:
    """
    Of words of the query's phrases the terms one of which a passage has if it has the phrase.

    Not of the first, which may be the end of a longer word there: "arte" of "dell'arte".
    """
    for phrase in query.phrases:
        for word in phrase.casefold().split()[1:]:
            found = [terms_of(word, language) for language in (*index.languages, None)]
            is_term = all(len(some) == 1 for some in found)
            # Where there are no capitals, any word may be part of another.
            if is_term and len(word) >= _NO_UNIT and word != word.upper():
                yield frozenset(chain(*found))


def _let_through(query: Query, publisher: str | None, published: str | None) -> bool:
    """Whether the query's filters let an article through."""
    return _from(publisher, query.publisher) and (
        (query.since or query.until) is None or dated_within(published, query.since, query.until)
    )


def _looker(query: Query, asked: Asked, index: PassageIndex) -> Callable[[Hit], Hit]:
    """What weighs the sentences of a hit, and how new its article is when the latest is asked for."""

    def look_into(hit: Hit) -> Hit:
        seen = _look_into(hit, index, query, asked)
        if not query.recent:
            return seen
        newest = _recency(index, index.articles[index.article_of[hit.number]])
        return replace(seen, score=seen.score + _RECENT_WORTH * newest)

    return look_into


def _look_into(hit: Hit, index: PassageIndex, query: Query, asked: Asked) -> Hit:
    number = hit.number
    article = index.articles[index.article_of[number]]
    sentences = index.sentences(number)
    choice = choose(article, sentences, asked, query.kind)
    title = index.titles[index.article_of[number]]
    heading = index.headings[number] & asked.terms
    present = asked.terms & (title | index.term_set(number))
    adjacent, near = asked.nearness([term for one in sentences for term in one.terms])
    names = [word.name for word in query.words]
    seen = hit.evidence._replace(
        title=asked.share(title),
        together=asked.share(present),
        names=asked.share(present, names) if any(names) else 0.0,
        sentence=max(
            asked.share(heading | asked.terms.intersection(one.terms)) for one in sentences
        ),
        adjacent=adjacent,
        near=near,
        letters=asked.letters(index.spaced(number)),
        kind=float(query.kind is not None and has_kind(article.text, *choice.least, query.kind)),
        own=_own(query, asked, index, hit) if query.speaker else 0.0,
    )
    return replace(hit, score=seen.score, evidence=seen, choice=choice)


def _own(query: Query, asked: Asked, index: PassageIndex, hit: Hit) -> float:
    """See `Evidence`."""
    from retrieval.quotations.affiliations import says  # few questions ask for words

    number = index.article_of[hit.number]
    article = index.articles[number]
    theirs = [word.term in query.speaker for word in query.words]
    wanted = [terms for terms, own in zip(asked.order, theirs, strict=True) if own]
    of = partial(terms_of, language=article.language)
    said = [
        one
        for one in index.quotations(number)
        if one.start < hit.passage.end
        and hit.passage.start < one.end
        and says(article, one, wanted, of)
    ]
    present = frozenset(
        term
        for sentence in index.sentences(hit.number)
        if any(one.start < sentence.span.end and sentence.span.start < one.end for one in said)
        for term in sentence.terms
    )
    return asked.share(present, [not own for own in theirs]) if said else 0.0


def _wanted(query: Query, index: PassageIndex, number: int) -> bool:
    """Whether the query's filters of words let a passage through."""
    article, passage = index.articles[index.article_of[number]], index.passages[number]
    text = article.text[passage.start : passage.end]
    return (
        not any(term in index.terms[number] for term in query.excluded)
        and all(phrase_spans(text, phrase) for phrase in query.phrases)
        and not any(phrase_spans(text, phrase) for phrase in query.excluded_phrases)
    )


def _from(publisher: str | None, wanted: str | None) -> bool:
    return wanted is None or wanted.casefold() in (publisher or "").casefold()


def _recency(index: PassageIndex, article: Article) -> float:
    """The article's place in time, from 0 for the oldest and the undated to 1 for the newest."""
    return bisect_left(index.dates, article.published or "") / max(1, len(index.dates) - 1)


_SAME_TERMS, _SAME_PAIRS = 0.7, 0.5
_FEW = 7
"""Terms; a sentence of so few repeats another only word for word."""


@dataclass(frozen=True, slots=True)
class Told:
    """A hit to show, and the numbers of the other articles that tell the same, best first."""

    hit: Hit
    also: tuple[int, ...]


def distinct(
    query: Query, asked: Asked, index: PassageIndex, hits: Iterable[Hit], most: int
) -> list[Told]:
    """
    The first *most* of *hits*, as `rank` returns them, that do not repeat one before them.

    A hit repeats another when of their passages, or of the sentences they were chosen for, the
    smaller shares 70% of its terms with the larger, and half of those that stand side by side, as
    reworked wire copy does, unless these sentences differ in a number. Hits that nobody looked into
    are, for as long as there are too few without them: repeats of one article take no place from
    another. What repeats one that is kept is also looked for among all passages.
    """
    look_into = _looker(query, asked, index)
    kept: list[tuple[Hit, list[int]]] = []
    met: set[int] = set()
    for hit in hits:
        if not hit.choice:
            if len(kept) == most:
                break
            hit = look_into(hit)
        met.add(hit.number)
        also = next((also for other, also in kept if _repeats(hit, other, index)), None)
        if also is not None:
            also.append(index.article_of[hit.number])
        elif len(kept) < most:
            kept.append((hit, []))
    for hit, also in kept:
        for copy in copies(hit, query, index):
            if copy.number not in met:
                met.add(copy.number)
                if _repeats(_chosen(copy, query, asked, index), hit, index):
                    also.append(index.article_of[copy.number])
    kept.sort(key=lambda one: -one[0].score)
    return [
        Told(hit, tuple(n for n in dict.fromkeys(also) if n != index.article_of[hit.number]))
        for hit, also in kept
    ]


def _chosen(hit: Hit, query: Query, asked: Asked, index: PassageIndex) -> Hit:
    """*hit* with the sentences that it would be chosen for, and nothing else weighed."""
    article = index.articles[index.article_of[hit.number]]
    choice = choose(article, index.sentences(hit.number), asked, query.kind)
    return replace(hit, choice=choice)


def _is_let_through(query: Query, index: PassageIndex, number: int) -> bool:
    if not query.filters:
        return True
    article = index.articles[index.article_of[number]]
    return _let_through(query, article.publisher, article.published) and _wanted(
        query, index, number
    )


def _repeats(hit: Hit, other: Hit, index: PassageIndex) -> bool:
    assert hit.choice
    assert other.choice
    core, other_core = hit.choice.core, other.choice.core
    few = min(len(core), len(other_core)) <= _FEW
    same = _share(core, other_core) >= (1 if few else _SAME_TERMS) and (
        _side_by_side(_core(hit, index), _core(other, index)) >= (1 if few else _SAME_PAIRS)
    )
    return (same or is_copy(hit.number, other.number, index)) and not _differ(core, other_core)


def is_copy(one: int, other: int, index: PassageIndex) -> bool:
    """Whether of two passages the smaller shares its terms and their neighbours with the larger."""
    terms, others = index.term_sequence(one), index.term_sequence(other)
    return (
        _share(frozenset(terms), frozenset(others)) >= _SAME_TERMS
        and _side_by_side(terms, others) >= _SAME_PAIRS
    )


def copies(hit: Hit, query: Query, index: PassageIndex) -> Iterator[Hit]:
    """
    The passages of the collection that `is_copy` takes for copies of a *hit*, as far as they are likely
    to be and the query's filters let them through; without a score.
    """
    misses = 0
    for number in index.likely_copies(hit.number):
        if is_copy(number, hit.number, index):
            misses = 0
            if _is_let_through(query, index, number):
                yield Hit(index.passages, number, 0.0, Evidence(0.0, 0.0))
            continue
        misses += 1
        if misses == _MISSES:
            return


_MISSES = 2
"""Passages in a row that are no copies, after which none is looked for: likely ones come first."""


def _share(one: frozenset[Any], other: frozenset[Any]) -> float:
    """Of the smaller, what the larger has too."""
    smaller = min(len(one), len(other))
    return len(one & other) / smaller if smaller else 0.0


def _side_by_side(one: Sequence[Hashable], other: Sequence[Hashable]) -> float:
    """The share of neighbours: two articles on one subject share words, but few of these."""
    return _share(frozenset(pairwise(one)), frozenset(pairwise(other)))


def _core(hit: Hit, index: PassageIndex) -> list[str]:
    """The terms of the sentences that a hit was chosen for, in order."""
    assert hit.choice
    least = hit.choice.least
    return [
        term
        for sentence in index.sentences(hit.number)
        if least.start <= sentence.span.start and sentence.span.end <= least.end
        for term in sentence.terms
    ]


def _differ(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether each has a number that the other has not: 12 dead are no repeat of 20 dead."""
    return any(map(_is_number, one - other)) and any(map(_is_number, other - one))


def _is_number(term: str) -> bool:
    return term[0].isdigit() or term in _COUNTS


_COUNTS = frozenset([
    "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelv", "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    "twenti", "thirti", "forti", "fifti", "sixti", "seventi", "eighti", "nineti",
])  # fmt: skip
"""Numbers as words, by their stems."""
