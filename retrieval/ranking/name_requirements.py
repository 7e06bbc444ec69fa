"""Whether a passage speaks of the names of a question, and of the things that they own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from retrieval.articles import Span
from retrieval.index.passage_sentences import PassageSentence
from retrieval.lang.registry import language as language_of
from retrieval.lang.registry import names
from retrieval.lang.schema import Relations
from retrieval.query.model import Owned
from retrieval.quotations.lexicon import is_role
from retrieval.ranking.evidence import Hit, Requirement, Verdict
from retrieval.ranking.question_weights import QuestionWeights
from retrieval.ranking.surroundings import CAPITAL, WORD, Surroundings, find_head
from retrieval.text.analyzer import Token
from retrieval.text.normalization import spaced
from retrieval.text.spelling import dictionary

_ALIKE = 0.5
"""Share of its letters, in pieces of four, from which on a text may hold a name in another form."""

_SHORTEST_PART = 3
"""Letters in a part of a compound noun, at least."""

_BEGINNING = 5
"""Letters that a name and its adjective share."""

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
    undecided = (
        alike
        or place.in_article(head)
        or place.is_written_otherwise(head)
        or _is_surname_alone(place, name)
        or not _are_names(weights, name)
    )
    return Verdict(requirement, name, held=None if undecided else False)


def _are_names(weights: QuestionWeights, words: Sequence[int]) -> bool:
    """Return whether *words* of the question are names, and none a noun that only has a capital."""
    query = weights.query
    return all(_is_no_noun(query.words[word].text, query.language) for word in words)


def _is_surname_alone(place: Surroundings, name: Sequence[int]) -> bool:
    """Return whether the sentences around have the last word of a *name* without another name before it."""
    if language_of(place.hit.article.language).relations.possessive:
        return False  # In English the last word is as often a noun: "European Union" is not "Canadian Union".
    text, terms = place.hit.article.text, place.weights.terms_by_word[name[-1]]
    return len(name) > 1 and any(
        not re.search(rf"{CAPITAL}[\w-]*\s+$", text[sentence.span.start : token.start])
        for sentence, token in _tokens(place.around)
        if token.term in terms
    )


def _is_no_noun(word: str, language: str | None) -> bool:
    """Return whether *word* is a name, where every noun has a capital: a well-known one, or in no dictionary."""
    known = language_of(language)
    small = word.casefold()
    if not known.capital_nouns or word.isupper() or small in known.named_with_article:
        return True
    nouns = dictionary(language)
    ends = range(_SHORTEST_PART, len(small) - _SHORTEST_PART + 1)
    return small not in nouns and not any(
        small[end:] in nouns and (small[:end] in nouns or small[:end].removesuffix("s") in nouns)
        for end in ends
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
    # Without a possessive, an adjective may be the owner ("украинский министр"), and several may stand in a
    # row, of which the last is asked about: "ministro de Defensa de Ucrania".
    strict = bool(language_of(place.hit.article.language).relations.possessive)
    owner = name if strict else name[-1:]
    owner_terms = frozenset[str]().union(*(weights.terms_by_word[word] for word in owner))
    instead: Span | None = None
    undecided = named = False
    for sentence, token in _tokens(place.chosen):
        if token.term not in weights.terms_by_word[owned.thing]:
            continue
        named = True
        owners = _owners(place.hit, sentence, token, owned)
        if any(owner.term in owner_terms for owner in owners):
            return Verdict("role", words, held=True)
        nearby = sentence.terms if strict else place.near
        if not owner_terms.isdisjoint(nearby) or any(
            _begins_alike(each, owner_terms) for each in owners
        ):
            undecided = True
        elif instead is None and any(_is_owner(owner, place) for owner in owners):
            ends = (*owners, token)
            instead = Span(min(t.start for t in ends), max(t.end for t in ends))
    if instead and not strict:
        undecided = undecided or _is_doubtful(place, owner, owned.thing)
    if undecided or instead is None or place.is_written_otherwise(find_head(weights, owner)):
        absent = not named and _lacks_role(place, owned)
        return Verdict("role", words, held=False if absent else None)
    return Verdict("role", words, held=False, instead=instead)


def _is_doubtful(place: Surroundings, owner: Sequence[int], thing: int) -> bool:
    """Return whether the sentences around may have the *owner* of a *thing* in another form, or it is no name."""
    weights = place.weights
    counts = [word in owner for word in range(len(weights.query.words))]
    is_office = is_role(weights.query.words[thing].text)  # whose owner is always a name
    return not (is_office or _are_names(weights, owner)) or (
        weights.letters(spaced(place.hit.article.slice(place.span)), counts) >= _ALIKE
    )


def _begins_alike(owner: Token, terms: frozenset[str]) -> bool:
    """Return whether an *owner* may be one of *terms* in another form: "Aristotelian", of Aristotle."""
    return any(
        owner.term[:_BEGINNING] == term[:_BEGINNING] for term in terms if len(term) >= _BEGINNING
    )


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
    capital = text[thing.start].isupper() and not language_of(language).capital_nouns
    if capital:  # it is itself a part of a name, unless that name has an owner
        before = _names_before(text, tokens, sentence.span.start, thing)
        return [n for n in before if _has_possessive(text[n.start : n.end], language)]
    relations = language_of(language).relations
    links = relations.links if owned.follows else relations.of if owned.possessive else frozenset()
    owners = [] if owned.follows else _names_before(text, tokens, sentence.span.start, thing)
    after = _owner_behind(relations, links).match(text, thing.end, sentence.span.end)
    # Behind an office in a case may stand the name of whoever has it: "мэр Кира Белая".
    given = names().men | names().women if after and relations.genitive else ()
    if after and after["owner"].split()[0] not in given:
        owners += (t for start, t in tokens.items() if after.start("owner") <= start < after.end())
    return owners


@cache
def _owner_behind(relations: Relations, links: frozenset[str]) -> re.Pattern[str]:
    """Return a pattern of what stands between a thing and its owner behind it, and the owner."""
    linked = rf"\s+(?:{'|'.join(sorted(links)) or '(?!)'})\s+(?:{relations.article}\s+)?"
    if not relations.genitive:
        return re.compile(rf"{linked}(?P<owner>(?:{CAPITAL}[\w.-]*(?!['’])\s*)+)")
    # The rest of an office may stand between: "министр обороны Украины".
    behind = rf"\s+(?:(?!{CAPITAL})[\w-]+\s+)?"
    in_case = rf"(?:{CAPITAL}[\w-]*\s)?{CAPITAL}[\w-]*{relations.genitive}\b"
    return re.compile(
        rf"(?:{linked}|{behind}(?={in_case}))(?P<owner>{CAPITAL}[\w.-]*(?:\s{CAPITAL}[\w.-]*)?)"
    )


def _names_before(text: str, tokens: Mapping[int, Token], start: int, thing: Token) -> list[Token]:
    """Return the words with a capital right before a *thing*, with at most two other words between."""
    names: list[Token] = []
    others, end = 0, thing.start
    words = list(WORD.finditer(text, max(start, thing.start - _NEAR), thing.start))
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
