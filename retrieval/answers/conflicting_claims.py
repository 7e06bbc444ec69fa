"""
What articles say differently of one thing: numbers, dates, or a yes and a no, as a question asks for them.

Nothing here judges who is right. A sentence counts as telling the same thing when the names of the
question stand there or over it, with the word for what is counted and most of what else is asked.
Where that cannot be told, nothing is said to differ.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial

from retrieval.articles import Article, Span
from retrieval.index.passage_sentences import PassageSentence
from retrieval.index.protocol import PassageIndex
from retrieval.query.parser import Query
from retrieval.query.terms import Alternative, Word
from retrieval.ranking.evidence import Asked
from retrieval.ranking.order import Hit, copies, is_copy
from retrieval.text import dates, quantities
from retrieval.text.analyzer import terms
from retrieval.text.dates import Moment
from retrieval.text.keyword_patterns import Openings
from retrieval.text.quantities import Amount

MOST = 5
"""Claims that are shown side by side."""

_LOOKED_INTO = 12
"""Hits whose sentences are read."""

_SAME = 0.6
"""Of the question's worth that has to stand in the sentence, and over it, for the same thing to be counted."""

_SAME_CLAIM = 0.85
"""As `_SAME`, for a yes or a no."""

_SAME_NOUN = 0.7
"""Of a word's worth: another that is worth less does not mean the same."""

_SAME_UNNAMED = 0.9
"""As `_SAME`, where the question names nobody and nothing: there are many engines, and one Russia."""

_NAMED = 0.3
"""Of what the question's names are worth: a Russian is less than Russia."""

_NEAR = 8
"""Terms between the word for what is counted and its number."""

_ALIKE = """
    casualty loss; dead death fatality killed died; injured wounded hurt; drafted conscripted mobilised
    mobilized recruited; troop soldier serviceman; arrested detained; displaced uprooted; drone UAV;
    vote ballot; participant attendee
"""
"""Words by which one count is told, each group apart; a question may have one and the article another."""

_COUNT = Openings(
    ("en", "how", r"\s+many\s+(?:more\s+|other\s+|different\s+)?(.*)"),
    ("en", "number", r"\s+of\s+(.*)"),
    ("de", "wie", r"\s+viele\s+(.*)"),
    ("de", "wieviele", r"\s+(.*)"),
    ("es", "cuántos|cuántas", r"\s+(.*)"),
    ("fr", "combien", r"\s+d[e’']\s?(.*)"),
    ("ru", "сколько", r"\s+(.*)"),
    ("uk", "скільки", r"\s+(.*)"),
)
_POLAR = re.compile(
    r"\s*(?:is|are|was|were|do|does|did|has|have|had|will|would|can|could|should|may|must)\s+(?!not\b)\w", re.IGNORECASE
)  # fmt: skip
_NOT = re.compile(
    r"\b(?:not|no|never|none|neither|nor|without|cannot|denied|denies|deny|rejects?|rejected|refused|refuses|"
    r"rules?\sout|ruled\sout|no\slonger|fails?\sto|failed\sto|false)\b|n[’']t\b",
    re.IGNORECASE,
)
_EMPTY_VERBS = frozenset(
    terms(
        "suffer suffered sustain sustained incur report reported record recorded face exist total count",
        "en",
    )
)
_EMPTY_WEIGHT = 0.2

_MARKS = frozenset(
    terms("mark people person men women lives others altogether total cases figure", "en")
)
"""What may follow a number and says nothing of what is counted."""


@dataclass(frozen=True, slots=True)
class Claim:
    """
    A sentence of a passage that says how many, when, or yes or no.

    Attributes:
        hit: The passage.
        said: The words that differ from those of other claims.
        value: How many, when, or whether it is so.
    """

    hit: Hit
    sentence: PassageSentence
    said: Span
    value: Amount | Moment | bool


def counted(query: Query) -> Word | None:
    """The word for what *query* asks the number of; None where it asks for no number."""
    for _, opening in _COUNT.find(query.text):
        after = set(terms(opening[1], query.language))
        for word in query.words:
            if not word.name and word.weight == 1.0 and word.term in after:
                return word
        return next((word for word in query.words if word.term in after), None)
    return None


def can_differ(query: Query) -> bool:
    """Whether *query* asks for something of which `claims` can tell that it differs."""
    return counted(query) is not None or query.kind == "when" or is_polar(query)


def is_polar(query: Query) -> bool:
    """Whether *query* can be answered with yes or no."""
    return query.kind is None and query.language in (None, "en") and bool(_POLAR.match(query.text))


def widened(query: Query, known: Container[str]) -> Query:
    """
    *query* with other words for what is counted, as far as they are *known* terms of the collection,
    and with little weight on the verb that says no more than that there are so many.
    """
    noun = counted(query)
    if not noun:
        return query
    others = tuple(Alternative((o,), 1.0) for o in _alike().get(noun.term, ()) if o in known)
    words = []
    for word in query.words:
        if word is noun:
            word = replace(word, alternatives=(*word.alternatives, *others))
        elif word.term in _EMPTY_VERBS:
            word = replace(word, weight=_EMPTY_WEIGHT)
        words.append(word)
    return replace(query, words=tuple(words))


@cache
def _alike() -> dict[str, tuple[str, ...]]:
    groups = [[terms(word, "en") for word in group.split()] for group in _ALIKE.split(";")]
    single = [[found[0] for found in group if len(found) == 1] for group in groups]
    return {
        one: tuple(other for other in group if other != one) for group in single for one in group
    }


def claims(query: Query, asked: Asked, index: PassageIndex, hits: Sequence[Hit]) -> list[Claim]:
    """
    At most one claim of each of the first hits, in their order; then of the copies of those that have one,
    each as it stands there: a figure may be another.

    Args:
        asked: Of *query*, which may be `widened`.
    """
    find: Callable[[Query, Asked, PassageIndex, Hit], Claim | None]
    if noun := counted(query):
        find = partial(_counting, noun)
    elif query.kind == "when":
        find = _dating
    elif is_polar(query):
        find = _denying
    else:
        return []
    looked_into = hits[:_LOOKED_INTO]
    found = [claim for hit in looked_into if (claim := find(query, asked, index, hit))]
    met = {hit.number for hit in looked_into}
    for claim in found[:]:
        for copy in copies(claim.hit, query, index):
            if copy.number not in met and (copied := find(query, asked, index, copy)):
                found.append(copied)
            met.add(copy.number)
    return found


def sides(found: Sequence[Claim], index: PassageIndex) -> list[list[Claim]]:
    """
    *found* by what is said, when that is more than one thing; else none. In the order of *found*.

    Two things said in one article are but two of its numbers, unless somebody else says one of them.
    """
    apart: list[list[Claim]] = []
    for claim in found:
        same = next((side for side in apart if not _differ(claim, side[0])), None)
        if same:
            same.append(claim)
        else:
            apart.append([claim])
    articles = {index.article_of[claim.hit.number] for claim in found}
    return apart[:MOST] if len(apart) > 1 and len(articles) > 1 else []


def reports(side: Sequence[Claim], index: PassageIndex) -> int:
    """How many of the claims of a *side* are in words of their own: the others repeat one of these."""
    first = {index.article_of[claim.hit.number]: claim for claim in reversed(side)}
    own: list[Claim] = []
    for claim in first.values():
        if not any(is_copy(claim.hit.number, other.hit.number, index) for other in own):
            own.append(claim)
    return len(own)


def _differ(one: Claim, other: Claim) -> bool:
    match one.value, other.value:
        case Amount() as amount, Amount() as another:
            return quantities.differ(amount, another)
        case Moment() as moment, Moment() as another_moment:
            return dates.differ(moment, another_moment)
    return one.value != other.value


def _counting(
    noun: Word, query: Query, asked: Asked, index: PassageIndex, hit: Hit
) -> Claim | None:
    article, over = _over(index, hit)
    alike = (o for o in noun.alternatives if len(o.terms) == 1 and o.weight >= _SAME_NOUN)
    nouns = {noun.term, *(other.terms[0] for other in alike)}
    least = _SAME if any(word.name for word in query.words) else _SAME_UNNAMED
    best: tuple[float, Claim] | None = None
    for sentence in index.sentences(hit.number):
        present = over | asked.terms.intersection(sentence.terms)
        if not nouns.intersection(sentence.terms) or asked.share(present) < least:
            continue
        if not _named(query, asked, present):
            continue
        for amount in quantities.amounts(article.text, *sentence.span, article.language):
            distance = _distance(article, sentence, amount, nouns, asked.terms)
            if distance is None:
                continue
            worth = asked.share(asked.terms.intersection(sentence.terms)) - distance / 100
            if best is None or worth > best[0]:
                said = Span(amount.start, amount.end)
                best = worth, Claim(hit, sentence, said, amount)
    return best[1] if best else None


def _over(index: PassageIndex, hit: Hit) -> tuple[Article, frozenset[str]]:
    """The article of a hit, and the terms of its title and of the heading over it."""
    number = index.article_of[hit.number]
    return index.articles[number], index.titles[number] | index.headings[hit.number]


def _named(query: Query, asked: Asked, present: frozenset[str]) -> bool:
    names = [word.name for word in query.words]
    return not any(names) or asked.share(present & asked.terms, names) >= _NAMED


def _distance(
    article: Article,
    sentence: PassageSentence,
    amount: Amount,
    nouns: set[str],
    asked: frozenset[str],
) -> int | None:
    """Terms between a number and the word for what it counts; None where it counts something else."""
    if article.text[amount.end : amount.end + 1] in ("-", "‑"):
        return None  # "two-cylinder" is a kind
    tokens = sentence.tokens()
    after = [t for t in tokens if t.start >= amount.end]
    before = [t for t in tokens if t.end <= amount.start]
    at, other = amount.end, False
    for steps, token in enumerate(after[:3]):
        if article.text[at : token.start].strip(" \t\n\r\xa0-–"):
            break  # other words, or a comma
        if token.term in nouns:
            return steps
        other = other or (token.term not in asked and token.term not in _MARKS)
        at = token.end
    if other:  # "12 villages", and not "12 young soldiers"
        return None
    near = [steps for steps, t in enumerate(reversed(before[-_NEAR:])) if t.term in nouns]
    near += [steps for steps, t in enumerate(after[:_NEAR]) if t.term in nouns]
    return min(near, default=None)


def _dating(query: Query, asked: Asked, index: PassageIndex, hit: Hit) -> Claim | None:
    article, _ = _over(index, hit)
    found = []
    for worth, sentence in _telling(query, asked, index, hit):
        marks = [token for token in sentence.tokens() if token.term in asked.terms]
        for moment in dates.moments(article.text, *sentence.span):
            away = min(abs(token.start - moment.start) for token in marks)
            found.append((worth - away / 10_000, sentence, moment))
    if not found:
        return None
    _, sentence, moment = max(found, key=lambda one: one[0])
    return Claim(hit, sentence, Span(moment.start, moment.end), moment)


def _denying(query: Query, asked: Asked, index: PassageIndex, hit: Hit) -> Claim | None:
    article, _ = _over(index, hit)
    found = [*_telling(query, asked, index, hit)]
    if not found:
        return None
    _, sentence = max(found, key=lambda one: one[0])
    denial = _denial(article, sentence, asked)
    return Claim(hit, sentence, denial or sentence.span, denial is None)


def _telling(
    query: Query, asked: Asked, index: PassageIndex, hit: Hit
) -> Iterator[tuple[float, PassageSentence]]:
    """The sentences of a hit that tell of just what is asked, each with the share of it that it holds."""
    _, over = _over(index, hit)
    for sentence in index.sentences(hit.number):
        present = asked.terms.intersection(sentence.terms)
        told = present | (over & asked.terms)
        share = asked.share(present)
        if share >= _SAME and asked.share(told) >= _SAME_CLAIM and _named(query, asked, told):
            yield share, sentence


def _denial(article: Article, sentence: PassageSentence, asked: Asked) -> Span | None:
    """The word that turns the sentence round, near the words asked for; None where there is none, or two."""
    marks = [token for token in sentence.tokens() if token.term in asked.terms]
    if not marks:
        return None
    found = [
        Span(*match.span())
        for match in _NOT.finditer(article.text, *sentence.span)
        if marks[0].start - 40 <= match.start() <= marks[-1].end
    ]
    return found[0] if len(found) % 2 else None
