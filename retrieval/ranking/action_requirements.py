"""Whether a passage has those who act, and those to whom it is done, the way round that a question has them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from retrieval.articles import Span
from retrieval.index.passage_sentences import PassageSentence
from retrieval.lang.registry import language as language_of
from retrieval.query.model import Action
from retrieval.ranking.evidence import Hit, Verdict
from retrieval.ranking.question_weights import QuestionWeights
from retrieval.ranking.surroundings import WORD, Surroundings, find_head
from retrieval.text.analyzer import Token

_BETWEEN = 2
"""Words between a name and its verb, at most."""


def judge_action(place: Surroundings, action: Action) -> Verdict:
    """
    Return whether the one who acts and the target stand beside the verb as asked.

    They do not if they stand the other way round, or if somebody else acts in a sentence without the one asked about.
    """
    weights = place.weights
    names = weights.query.frame.names
    if language_of(place.hit.article.language).relations.cases:
        return _judge_form(place, action)
    subject = (
        frozenset[str]() if action.subject is None else _terms_of(weights, names[action.subject])
    )
    target = frozenset[str]() if action.target is None else _terms_of(weights, names[action.target])
    words = tuple(
        sorted({action.verb, *_words_of(names, action.subject), *_words_of(names, action.target)})
    )
    instead: Span | None = None
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
                instead = _span_of(*roles.agent, *roles.patient)
            elif instead is None and subject and _acts(place, roles.agent, token):
                instead = (
                    _span_of(*roles.agent, token) if subject.isdisjoint(sentence.terms) else None
                )
    if instead is None or any(
        place.is_written_otherwise(find_head(weights, names[name]))
        for name in (action.subject, action.target)
        if name is not None
    ):
        return Verdict("role", words, held=None)
    return Verdict("role", words, held=False, instead=instead)


def _judge_form(place: Surroundings, action: Action) -> Verdict:
    """Return the verdict where the case of a name, and not its place, tells whether it acts: that of the question."""
    text, weights = place.hit.article.text, place.weights
    name = action.target if action.subject is None else action.subject
    words = weights.query.frame.names[name or 0]
    terms, asked = _terms_of(weights, words), weights.query.words[find_head(weights, words)].text
    passive = re.compile(f"{language_of(place.hit.article.language).relations.participle}$")
    instead: Span | None = None
    for sentence in place.chosen:
        tokens = sentence.tokens()
        for at, verb in enumerate(tokens):
            if verb.term not in weights.terms_by_word[action.verb] or passive.search(
                text[verb.start : verb.end]
            ):
                continue
            roles = _roles_at(place.hit, sentence, tokens, at)
            for named in (*roles.agent, *roles.patient):
                span = _span_of(named, verb)
                if named.term not in terms or "," in text[span.start : span.end]:
                    continue
                if text[named.start : named.end].casefold() == asked.casefold():
                    return Verdict("role", (*words, action.verb), held=True)
                instead = span
    held = None if instead is None else False
    return Verdict("role", (*words, action.verb), held=held, instead=instead)


def _acts(place: Surroundings, agent: Sequence[Token], verb: Token) -> bool:
    """Return whether an *agent* is a name, and nothing but auxiliary verbs stands between it and its *verb*."""
    text, language = place.hit.article.text, place.hit.article.language
    # Where every noun has a capital, verbs stand behind any of them: "der im Pokal spielte".
    if not agent or text[verb.start].isupper() or language_of(language).capital_nouns:
        return False
    end = max(token.end for token in agent)
    between = text[end : verb.start].split()
    return (
        end < verb.start
        and text[end].isspace()
        and language_of(language).relations.auxiliaries.issuperset(between)
        and any(place.weights.is_name(token.term) for token in agent)
    )


def _span_of(*tokens: Token) -> Span:
    return Span(min(token.start for token in tokens), max(token.end for token in tokens))


def _terms_of(weights: QuestionWeights, name: Sequence[int]) -> frozenset[str]:
    return weights.terms_by_word[find_head(weights, name)]


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
    leading = {word.casefold() for word in WORD.findall(text[start : tokens[at].start])}
    passive = bool(leading & relations.passive)
    behind: list[Token] = []
    for place in range(at + 1, len(tokens)):
        between = [
            w.casefold() for w in WORD.findall(text[tokens[place - 1].end : tokens[place].start])
        ]
        allowed = relations.before_names | (relations.agent if passive else frozenset())
        if not text[tokens[place].start].isupper() or not allowed.issuperset(between):
            break
        behind.append(tokens[place])
        if relations.possessive and re.search(
            rf"{relations.possessive}$", text[tokens[place].start : tokens[place].end]
        ):
            behind = []  # "sold X's mill" does nothing to X
            break
    return Roles(behind, before) if passive else Roles(before, behind)
