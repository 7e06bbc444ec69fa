"""Whether a passage speaks of the names of a question, and of the things that they own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from retrieval.articles import Span
from retrieval.index.passage_sentences import PassageSentence
from retrieval.lang.registry import language as language_of
from retrieval.query.model import Owned
from retrieval.quotations.lexicon import is_role
from retrieval.ranking.evidence import Hit, Requirement, Verdict
from retrieval.ranking.surroundings import Surroundings, find_head
from retrieval.text.analyzer import Token
from retrieval.text.spelling import fold, nearest

_WORD = re.compile(r"[^\W_]+(?:[.'’-][^\W_]+)*\.?")
_CAPITALIZED = re.compile(r"\b[^\W\d_a-z][\w'’]*")
_ALIKE = 0.5
"""Share of its letters, in pieces of four, from which on a text may hold a name in another form."""

_BETWEEN = 2
"""Words between an owner and a thing, at most."""

_NEAR = 60
"""Characters before and after a thing in which its owner is named."""


def judge_name(place: Surroundings, number: int) -> Verdict:
    """Return whether a name stands near; undecided where it, or most of its letters, stand elsewhere in the article."""
    weights = place.weights
    frame = weights.query.frame
    name = frame.names[number]
    requirement: Requirement = "place" if number in frame.places else "name"
    head = find_head(weights, name)
    if place.holds(head, place.near):
        return Verdict(requirement, name, held=True)
    is_head = [word == head for word in range(len(weights.query.words))]
    alike = weights.letters(place.hit.index.spaced(place.hit.number), is_head) >= _ALIKE
    undecided = alike or place.in_article(head) or _is_written_otherwise(place, head)
    return Verdict(requirement, name, held=None if undecided else False)


def _is_written_otherwise(place: Surroundings, word: int) -> bool:
    """Return whether a *word* of the question has the initials of a name in the sentences around, or is a slip for it."""
    text, asked = place.hit.article.text, place.weights.query.words[word].text
    inside = language_of(place.hit.article.language).relations.inside_names
    initials, names, end = "", set(), place.span.start
    for name in _CAPITALIZED.finditer(text, *place.span):
        joined = inside.issuperset(text[end : name.start()].replace("-", " ").split())
        initials += name[0][0] if joined else f" {name[0][0]}"
        names.add(fold(name[0]))
        end = name.end()
    return (len(asked) > 1 and asked.isupper() and asked in initials) or bool(
        nearest(fold(asked), names)
    )


def _tokens(sentences: Iterable[PassageSentence]) -> Iterator[tuple[PassageSentence, Token]]:
    for sentence in sentences:
        for token in sentence.tokens():
            yield sentence, token


def judge_owned(place: Surroundings, owned: Owned) -> Verdict:
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
        absent = not named and _lacks_role(place, owned)
        return Verdict("role", words, held=False if absent else None)
    return Verdict("role", words, held=False, instead=instead)


def _lacks_role(place: Surroundings, owned: Owned) -> bool:
    """Return whether the question is about somebody's office, and nothing around is about such an office."""
    word = place.weights.query.words[owned.thing]
    return (
        (owned.possessive or owned.follows)
        and is_role(word.text.casefold())
        and not place.holds(owned.thing, place.near)
    )


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
    links = relations.links if owned.follows else relations.of if owned.possessive else frozenset()
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
