"""
What a question asks of a passage: its names, in their roles, its numbers, its times, the kind of thing asked for.

Each requirement is held, failed, or undecided where the passage does not tell.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from typing import NamedTuple

from retrieval.articles import Article, Span
from retrieval.index.passage_sentences import PassageSentence
from retrieval.lang.registry import language as language_of
from retrieval.lang.schema import Intent
from retrieval.query.model import Action, Owned
from retrieval.quotations.lexicon import is_role, is_title
from retrieval.ranking.evidence import (
    Hit,
    Requirement,
    Verdict,
    chosen_sentences,
    sentences_around,
    terms_around,
)
from retrieval.ranking.kinds import has_kind
from retrieval.ranking.question_weights import QuestionWeights
from retrieval.text.analyzer import Token
from retrieval.text.dates import TextDate, bare_years, dates
from retrieval.text.quantities import differ, quantities

_WORD = re.compile(r"[^\W_]+(?:[.'’-][^\W_]+)*\.?")
_ALIKE = 0.5
"""Share of its letters, in pieces of four, from which on a text may hold a name in another form."""

_SMALL = 10
"""A number up to this is written in many ways, or is a part of a name."""

_BETWEEN = 2
"""Words between an owner and a thing, or between a name and its verb, at most."""

_NEAR = 60
"""Characters before and after a thing in which its owner is named."""


class Surroundings:
    """What stands in and around the chosen sentences of a hit."""

    def __init__(self, hit: Hit, weights: QuestionWeights) -> None:
        assert hit.choice
        self.hit, self.weights = hit, weights
        self.chosen = chosen_sentences(hit.sentences, hit.choice)
        self.around = sentences_around(hit)

    @property
    def span(self) -> Span:
        """The chosen sentences with those beside them."""
        return Span(self.around[0].span.start, self.around[-1].span.end)

    @cached_property
    def near(self) -> frozenset[str]:
        return terms_around(self.hit)

    def in_article(self, word: int) -> bool:
        """Return whether the article has a word of the question somewhere, in any way."""
        number = self.hit.article_number
        terms = dict.fromkeys(self.weights.terms_by_word[word], 1.0)
        scores = self.hit.index.article_engine.scores(terms, {number})
        return scores.get(number, 0.0) > 0

    def holds(self, word: int, terms: frozenset[str]) -> bool:
        """Return whether a text with these *terms* holds a word of the question, in any way."""
        known = self.weights.terms_by_word[word]
        return not known.isdisjoint(terms) or any(
            terms.issuperset(other.terms)
            for other in self.weights.query.words[word].alternatives
            if len(other.terms) > 1
        )


def judge(hit: Hit, weights: QuestionWeights) -> tuple[Verdict, ...]:
    """Return the verdict on each requirement of the question for a *hit* whose sentences were weighed."""
    frame = weights.query.frame
    place = Surroundings(hit, weights)
    verdicts = [_judge_name(place, number) for number in range(len(frame.names))]
    verdicts += [_judge_owned(place, owned) for owned in frame.owned]
    if frame.action:
        verdicts.append(_judge_action(place, frame.action))
    verdicts += _judge_numbers(place)
    verdicts += _judge_times(place)
    verdicts += _judge_kind(place)
    return tuple(verdicts)


def with_verdicts(hit: Hit, weights: QuestionWeights) -> Hit:
    """Return *hit* with the verdict on each requirement of the question."""
    return replace(hit, verdicts=judge(hit, weights))


def _head(weights: QuestionWeights, name: Sequence[int]) -> int:
    """Return the word of a name that tells most; a title only where it is all there is."""
    words = weights.query.words
    return max(name, key=lambda word: (not is_title(words[word].text), weights.values[word]))


def _judge_name(place: Surroundings, number: int) -> Verdict:
    """Return whether a name stands near; undecided where it, or most of its letters, stand elsewhere in the article."""
    weights = place.weights
    frame = weights.query.frame
    name = frame.names[number]
    requirement: Requirement = "place" if number in frame.places else "name"
    head = _head(weights, name)
    if place.holds(head, place.near):
        return Verdict(requirement, name, held=True)
    is_head = [word == head for word in range(len(weights.query.words))]
    alike = weights.letters(place.hit.index.spaced(place.hit.number), is_head) >= _ALIKE
    return Verdict(requirement, name, held=None if alike or place.in_article(head) else False)


_NUMBERS: tuple[Intent, ...] = ("how-many", "how-much", "how-old", "how-long", "how-big")
"""Kinds of things that are a number."""


def _judge_kind(place: Surroundings) -> Iterator[Verdict]:
    """Yield the kind of thing asked for, if it is a number and no sentence around has one."""
    kind, (start, end) = place.weights.query.intent, place.span
    if kind not in _NUMBERS:
        return
    # A price may be in words ("free"), an age in many forms: any number may be one.
    wanted: Intent = "how-much" if kind == "how-much" else "how-many"
    if not has_kind(place.hit.article.text, start, end, wanted):
        yield Verdict("kind", place.weights.query.frame.counted, held=False)


def _tokens(sentences: Iterable[PassageSentence]) -> Iterator[tuple[PassageSentence, Token]]:
    for sentence in sentences:
        for token in sentence.tokens():
            yield sentence, token


def _judge_owned(place: Surroundings, owned: Owned) -> Verdict:
    """Return whether the thing is named with its owner, or with another one instead."""
    weights = place.weights
    name = weights.query.frame.names[owned.owner]
    words = (*name, owned.thing)
    owner_terms = frozenset[str]().union(*(weights.terms_by_word[word] for word in name))
    instead: Span | None = None
    undecided = named = False
    for sentence, token in _tokens(place.chosen):
        if token.term not in weights.terms_by_word[owned.thing]:
            continue
        named = True
        owners = _owners(place.hit, sentence, token, owned)
        if any(owner.term in owner_terms for owner in owners):
            return Verdict("role", words, held=True)
        if not owner_terms.isdisjoint(sentence.terms):
            undecided = True
        elif instead is None and any(_is_owner(owner, place) for owner in owners):
            ends = (*owners, token)
            instead = Span(min(t.start for t in ends), max(t.end for t in ends))
    if undecided or instead is None:
        absent = not named and _lacks_role(place, owned.thing)
        return Verdict("role", words, held=False if absent else None)
    return Verdict("role", words, held=False, instead=instead)


def _lacks_role(place: Surroundings, thing: int) -> bool:
    """Return whether the question is about somebody's office, and nothing around is about such an office."""
    word = place.weights.query.words[thing]
    return is_role(word.text.casefold()) and not place.holds(thing, place.near)


def _is_owner(word: Token, place: Surroundings) -> bool:
    """Return whether a *word* with a capital is a name, or says itself that something is its."""
    written = place.hit.article.text[word.start : word.end]
    return place.weights.is_name(word.term) or _has_possessive(written, place.hit.article.language)


def _has_possessive(word: str, language: str | None) -> bool:
    """Return whether a *word* of an article ends as an owner does: "Ukraine's"."""
    ending = language_of(language).relations.possessive
    return bool(ending) and bool(re.search(rf"{ending}$", word))


def _owners(hit: Hit, sentence: PassageSentence, thing: Token, owned: Owned) -> list[Token]:
    """Return the names where the owner of a *thing* stands, on the side on which the question has it, or behind "of"."""
    text, language = hit.article.text, hit.article.language
    tokens = {token.start: token for token in sentence.tokens()}
    if text[thing.start].isupper():  # it is itself a part of a name, unless that name has an owner
        names = _names_before(text, tokens, sentence.span.start, thing)
        return [n for n in names if _has_possessive(text[n.start : n.end], language)]
    relations = language_of(language).relations
    links = relations.links if owned.follows else relations.of
    owners = [] if owned.follows else _names_before(text, tokens, sentence.span.start, thing)
    after = re.compile(
        rf"\s+(?:{'|'.join(sorted(links)) or '(?!)'})\s+(?:{relations.article}\s+)?(?P<owner>(?:[A-Z][\w.-]*(?!['’])\s*)+)"
    ).match(text, thing.end, sentence.span.end)
    if after:
        owners += (t for start, t in tokens.items() if after.start("owner") <= start < after.end())
    return owners


def _names_before(text: str, tokens: Mapping[int, Token], start: int, thing: Token) -> list[Token]:
    """Return the words with a capital right before a *thing*, with at most two other words between."""
    names: list[Token] = []
    others, end = 0, thing.start
    words = list(_WORD.finditer(text, max(start, thing.start - _NEAR), thing.start))
    for word in reversed(words):
        if not text[word.end() : end].isspace():
            break
        token = tokens.get(word.start())
        if token and word[0][0].isupper():
            names.append(token)
        elif names or not token or others == _BETWEEN:
            break
        else:
            others += 1
        end = word.start()
    return names


def _judge_action(place: Surroundings, action: Action) -> Verdict:
    """Return whether the one who acts and the target stand beside the verb as asked, or the other way round."""
    weights = place.weights
    names = weights.query.frame.names
    subject = (
        frozenset[str]() if action.subject is None else _terms_of(weights, names[action.subject])
    )
    target = frozenset[str]() if action.target is None else _terms_of(weights, names[action.target])
    words = tuple(
        sorted({action.verb, *_words_of(names, action.subject), *_words_of(names, action.target)})
    )
    reversed_at: Span | None = None
    for sentence in place.chosen:
        tokens = sentence.tokens()
        for at, token in enumerate(tokens):
            if token.term not in weights.terms_by_word[action.verb]:
                continue
            roles = _roles_at(place.hit, sentence, tokens, at)
            agent = {each.term for each in roles.agent}
            patient = {each.term for each in roles.patient}
            if agent & subject or patient & target:
                return Verdict("role", words, held=True)
            if agent and patient and (patient & subject or agent & target):
                ends = (*roles.agent, *roles.patient)
                reversed_at = Span(min(t.start for t in ends), max(t.end for t in ends))
    held = None if reversed_at is None else False
    return Verdict("role", words, held=held, instead=reversed_at)


def _terms_of(weights: QuestionWeights, name: Sequence[int]) -> frozenset[str]:
    return weights.terms_by_word[_head(weights, name)]


def _words_of(names: Sequence[tuple[int, ...]], name: int | None) -> tuple[int, ...]:
    return () if name is None else names[name]


class Roles(NamedTuple):
    """The names beside a verb: of the one who acts, and of the one to whom it is done."""

    agent: list[Token]
    patient: list[Token]


def _roles_at(hit: Hit, sentence: PassageSentence, tokens: Sequence[Token], at: int) -> Roles:
    """Return the names right before and right behind the verb that is one of *tokens*."""
    text = hit.article.text
    relations = language_of(hit.article.language).relations
    before: list[Token] = []
    for place in range(at - 1, -1, -1):
        gap = text[tokens[place].end : tokens[place + 1].start]
        if re.search(r"[;:“”\"—–()]", gap):
            break
        if before and not gap.isspace():
            break
        if text[tokens[place].start].isupper():
            before.append(tokens[place])
        elif before or at - place > _BETWEEN:
            break
    start = tokens[at - 1].end if at else sentence.span.start
    leading = {word.casefold() for word in _WORD.findall(text[start : tokens[at].start])}
    passive = bool(leading & relations.passive)
    behind: list[Token] = []
    for place in range(at + 1, len(tokens)):
        between = [
            w.casefold() for w in _WORD.findall(text[tokens[place - 1].end : tokens[place].start])
        ]
        allowed = relations.before_names | (relations.agent if passive else frozenset())
        if not text[tokens[place].start].isupper() or not allowed.issuperset(between):
            break
        behind.append(tokens[place])
    return Roles(behind, before) if passive else Roles(before, behind)


def _judge_numbers(place: Surroundings) -> Iterator[Verdict]:
    """Yield for each number of the question whether the article has it."""
    query, article = place.weights.query, place.hit.article
    if not query.frame.numbers:
        return
    stated = quantities(article.text, *place.span, article.language)
    in_names = {word + 1 for name in query.frame.names for word in name}
    for number in query.frame.numbers:
        words = tuple(
            n for n, word in enumerate(query.words) if number.start <= word.start < number.end
        )
        if (number.least <= _SMALL and not number.unit) or not in_names.isdisjoint(words):
            continue
        same = any(not differ(number, other) for other in stated)
        held = same or any(place.holds(word, place.near) for word in words)
        elsewhere = any(place.in_article(word) for word in words)
        yield Verdict("number", words, held=held or (None if elsewhere else False))


def _judge_times(place: Surroundings) -> Iterator[Verdict]:
    """Yield for each time of the question whether the sentences around, or the date of the article, are of it."""
    frame, article = place.weights.query.frame, place.hit.article
    if not frame.times:
        return
    for time in frame.times:
        words = tuple(
            n
            for n, word in enumerate(place.weights.query.words)
            if time.start <= word.start < time.end
        )
        yield Verdict("time", words, held=is_of_time(time, article, place.span))


def is_of_time(time: TextDate, article: Article, span: Span) -> bool | None:
    """
    Return whether a part of an *article* is about a *time*, by the dates in it and that of the article.

    None where neither tells.
    """
    year, published = str(time.year) if time.year else "", article.published or ""
    stated = list(dates(article.text, *span, article.language))
    years = {date.year for date in (*stated, *bare_years(article.text, *span)) if date.year}
    if time.year in years:
        return True if not time.month else _same_month(time, stated)
    if year and not published.startswith(year) and (years or published):
        return False
    if time.month and any(date.month for date in stated):
        return _same_month(time, stated)
    return None


def _same_month(time: TextDate, stated: Sequence[TextDate]) -> bool | None:
    months = {date.month for date in stated if date.month}
    return time.month in months if months else None
