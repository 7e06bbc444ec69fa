"""Find who may be meant by a name, a title, a role or a body, among those who speak in the articles."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from retrieval.answers.speaker_profiles import Profile, names_in, read_profile
from retrieval.articles import Article
from retrieval.index.protocol import PassageIndex
from retrieval.lang.registry import language as language_of
from retrieval.lang.registry import names as names_of
from retrieval.lang.registry import speech as speech_of
from retrieval.query.model import Word
from retrieval.quotations.affiliations import introduced
from retrieval.quotations.lexicon import is_body_noun, is_role, is_title
from retrieval.quotations.records import Quotation, speaker
from retrieval.quotations.roster import speaker_key
from retrieval.text.analyzer import term
from retrieval.text.language import script
from retrieval.text.spelling import fold

_PASSAGES = 30
"""Passages with most of a description in whose articles its speakers are looked for."""

_PROFILES = 12
"""Articles, at most, that are read for what they say of one speaker."""

_MOST_ATTRIBUTIONS = 400
"""Quotations of one family name that are read."""

_BESIDE, _ALIKE, _OTHER, _AROUND = 0.95, 0.85, 0.7, 0.5
"""
What a word of a description is worth that stands next to a name; where another word for the same role stands
there; where another form or a synonym does; where it only stands in the same paragraph.
"""

_ADJECTIVE = 0.5
"""
What a word of a description weighs that is neither a name nor what somebody is: the articles may put it
otherwise, and do if none has it.
"""

_FITS = 0.6
"""Share of a description from which on it may mean somebody."""

_NEARLY = 0.9
"""
Share of the best fit that another speaker needs who is meant as well: nobody who is only called by another
word for a role, where somebody is called by this one.
"""

_SURE = 0.95
"""Fit from which on nobody else is looked for."""

_SPOKEN_FOR = 0.85
"""Fit that somebody needs whose spokespeople are looked for."""


_OFFERED = 3
"""Names to offer for a misspelt one, at most."""


class Attribution(NamedTuple):
    """
    Words of an article with their speaker.

    Attributes:
        number: The article's.
        name: The speaker's name, or the words of the article that say for whom somebody speaks.
    """

    number: int
    article: Article
    quotation: Quotation
    name: str


class Match(NamedTuple):
    """
    Somebody whom a description may mean.

    Attributes:
        name: In full.
        attributions: All words of theirs.
        fit: The share of the description that the articles bear out, 0..1.
    """

    name: str
    attributions: tuple[Attribution, ...]
    fit: float


class Description(NamedTuple):
    """
    What a question says of somebody.

    Attributes:
        words: Its words, without those that any speaker may be called by.
        heads: The terms of what that person is or is called; empty where any speaker would do.
        roles: The same as typed.
        given: The name typed right before a family name: "Ada" of "Ada Lind".
        language: Of the question.
    """

    words: tuple[Word, ...]
    heads: frozenset[str]
    roles: tuple[str, ...]
    given: Word | None
    language: str | None


def describe(who: str, words: Sequence[Word], language: str | None) -> Description | None:
    """Return what the *words* of *who* say of somebody; None where they fit anybody."""
    anybody = {term(word, language) for word in language_of(language).speech_requests.anybody}
    telling = tuple(w for w in words if w.term not in anybody and not _is_courtesy(w.text))
    if not telling:
        return None
    first = re.split(rf"(?i)\s+(?:{'|'.join(sorted(_links(language)))})\s+", who.strip())[0]
    inside = [
        w for w in words if re.search(rf"(?i)(?<!\w){re.escape(_without_owner(w.text))}", first)
    ]
    head = inside[-1:] if inside and inside[-1] in telling else []
    return Description(
        telling,
        frozenset(w.term for w in head),
        tuple(_without_owner(w.text) for w in head),
        _given_before(head[0], telling) if head else None,
        language,
    )


def _given_before(family: Word, words: Sequence[Word]) -> Word | None:
    """Return the one of *words* right before a *family* name that may be a given name, if any."""
    for word in words:
        if word.start + len(word.text) + 1 == family.start:
            text = word.text.capitalize()
            says = is_role(word.text) or is_body_noun(word.text) or text in names_of().peoples
            return None if says or _without_owner(word.text) != word.text else word
    return None


def is_somebody(described: Description, index: PassageIndex) -> bool:
    """Return whether the head of a description is a name, a role or a body."""
    names = index.vocabulary.names
    return any(
        word.term in names or is_role(role) or is_body_noun(role)
        for word in described.words
        if word.term in described.heads
        for role in [_without_owner(word.text)]
    )


def _without_owner(word: str) -> str:
    return re.sub(r"['’]s?$", "", word)


def _is_courtesy(word: str) -> bool:
    """Return whether *word* is a title that says nothing of what somebody is: "Mr"."""
    return is_title(word.capitalize()) and word.casefold() not in names_of().roles


def find_speakers(described: Description, index: PassageIndex) -> list[Match]:
    """Return those whom a description means, those whom it fits best first."""
    by_number: dict[int, dict[str, list[Quotation]]] = {}
    for number, quotation in _named_by(described, index):
        if name := speaker(index.articles[number], quotation):
            by_number.setdefault(number, {}).setdefault(name, []).append(quotation)
    matches = _fitting(described, by_number, index)
    if not matches or matches[0].fit < _SURE:
        for number in _articles_about(described, index):
            named = names_in(index.articles[number], index.quotations(number))
            by_number[number] = named | by_number.get(number, {})
        matches = _fitting(described, by_number, index)
    return _add_spokespeople(described, matches, index)


def suggest_names(words: Iterable[str], index: PassageIndex) -> list[str]:
    """Return the names of speakers that *words* may be misspellings of, the likeliest first."""
    offered: dict[str, None] = {}
    for similar in (name for word in words for name in index.vocabulary.similar_names(word)):
        for number, quotation in index.quotations_by(speaker_key(similar)):
            offered[speaker(index.articles[number], quotation) or similar] = None
            break
    return list(offered)[:_OFFERED]


def _links(language: str | None) -> frozenset[str]:
    speech = speech_of(language)
    return speech.member_links | speech.relative | frozenset(["who", "by"])


def _named_by(described: Description, index: PassageIndex) -> Iterator[tuple[int, Quotation]]:
    """Yield the words of whoever is called by a word of a description."""
    keys: dict[str, None] = {}
    whole: list[str] = []
    known = index.vocabulary.names
    for word in described.words:
        typed = _without_owner(word.text)
        others = [other.terms[0] for other in word.alternatives if len(other.terms) == 1]
        written = [
            index.vocabulary.written(t) for t in (word.term, *others) if t in index.vocabulary
        ]
        if word.name or word.term in known or any(other in known for other in others):
            for name in (typed, *written):
                keys[speaker_key(name)] = None
        whole.append((written or [typed])[0])
    for name in (" ".join(whole), " ".join(w[:1].upper() + w[1:] for w in whole)):
        keys[speaker_key(name)] = None
    for key in keys:
        for count, attributed in enumerate(index.quotations_by(key)):
            if count == _MOST_ATTRIBUTIONS:
                break
            yield attributed


def _articles_about(described: Description, index: PassageIndex) -> list[int]:
    """Return the articles whose passages hold most of a description, the best first."""
    weights: dict[str, float] = {}
    for word in described.words:
        own, others = _alike(word, described.language)
        for each, worth in ((own, 1.0), *((other, _ALIKE) for other in others)):
            if each in index.vocabulary:
                weights[each] = max(weights.get(each, 0.0), worth)
        for alternative in word.alternatives:
            for each in alternative.terms:
                weights[each] = max(weights.get(each, 0.0), alternative.weight)
    passages = index.engine.search(weights, _PASSAGES) if weights else []
    return list(dict.fromkeys(index.article_of[number] for number, _ in passages))


def _fitting(
    described: Description,
    by_number: Mapping[int, Mapping[str, Sequence[Quotation]]],
    index: PassageIndex,
) -> list[Match]:
    """Return the people among the speakers of articles whom a description fits, the best first."""
    by_key: defaultdict[str, dict[str, list[int]]] = defaultdict(dict)
    for number, named in by_number.items():
        for name in named:
            by_key[speaker_key(name)].setdefault(name, []).append(number)
    groups = [group for names in by_key.values() for group in group_names(names)]
    fits = [
        max(
            _fit(
                described,
                read_profile(index.articles[number], name, by_number[number][name]),
                index,
            )
            for name in group
            for number in by_key[speaker_key(name)][name][:_PROFILES]
        )
        for group in groups
    ]
    best = max(fits, default=0.0)
    matches = [
        Match(group[0], tuple(_words_of(group, index)), fit)
        for group, fit in zip(groups, fits, strict=True)
        if fit >= max(_FITS, best * _NEARLY)
    ]
    return sorted(matches, key=lambda match: (-match.fit, match.name))


def fit_description(
    described: Description,
    article: Article,
    name: str,
    quotations: Iterable[Quotation],
    index: PassageIndex,
) -> float:
    """Return how much of a description *article* bears out of the speaker called *name*; 0 if too little."""
    fit = _fit(described, read_profile(article, name, quotations), index)
    return fit if fit >= _FITS else 0.0


def _words_of(names: Sequence[str], index: PassageIndex) -> Iterator[Attribution]:
    for key in sorted({speaker_key(name) for name in names}):
        for number, quotation in index.quotations_by(key):
            article = index.articles[number]
            name = speaker(article, quotation)
            if name and name in names:
                yield Attribution(number, article, quotation, name)


def _fit(described: Description, profile: Profile, index: PassageIndex) -> float:
    """Return how much of a description a profile bears out, 0..1; 0 where the head of it does not fit."""
    total = borne = 0.0
    if profile.is_body and any(map(is_role, described.roles)):
        return 0.0
    named = not profile.name.isdisjoint(described.heads)
    given = described.given
    if named and given and _is_called_otherwise(given, profile, index):
        return 0.0
    for word in described.words:
        own, alike = _alike(word, described.language)
        if own not in described.heads:  # "the doctor" is not everybody called Dr
            alike |= _titles_alike().get(own, frozenset())
        worth = _worth(word, own, alike, profile)
        if word.alternatives and _is_in_other_alphabet(word):
            worth = min(1.0, worth / word.alternatives[0].weight)
        if own in described.heads and (
            worth < _ALIKE * _BESIDE or (_is_own_name(word, index) and not _may_be(word, profile))
        ):
            return 0.0
        if described.roles and own in index.vocabulary.names and worth <= _AROUND * named:
            return 0.0  # the mayor of another town, or somebody else of this family
        weight = max(index.idf_of(own), 1.0)
        if own not in described.heads and not word.name and own not in index.vocabulary.names:
            weight *= _ADJECTIVE if own in index.vocabulary else _ADJECTIVE**2
        total += weight
        borne += weight * worth
    return borne / total


def _is_called_otherwise(given: Word, profile: Profile, index: PassageIndex) -> bool:
    """Return whether somebody has other given names, none of which begins as *given* does: Bo, not Ada."""
    if not (given.name or given.term in index.vocabulary.names):
        return False
    forms = [given.term, *(other.terms[0] for other in given.alternatives)]
    initials = {form[0] for form in forms}
    return bool(profile.given) and initials.isdisjoint(name[0] for name in profile.given)


def _is_own_name(word: Word, index: PassageIndex) -> bool:
    """Return whether *word* is a name, and does not say what somebody is: "Russia", but not "the Russian"."""
    text = _without_owner(word.text)
    says = is_role(text) or is_body_noun(text) or text.capitalize() in names_of().peoples
    return not says and (word.name or word.term in index.vocabulary.names)


def _may_be(name: Word, profile: Profile) -> bool:
    """Return whether a speaker is called by a *name*, or has a role in what is: "the director of Lenne Bank"."""
    has_role = not (profile.is_former or _role_terms().isdisjoint(profile.beside))
    forms = frozenset([name.term]).union(*(other.terms for other in name.alternatives))
    return has_role or not forms.isdisjoint(profile.name)


@cache
def _role_terms() -> frozenset[str]:
    return frozenset(term(role, "en") for role in names_of().roles)


def _is_in_other_alphabet(word: Word) -> bool:
    """Return whether the articles write *word* only in other letters: Zelensky for "Зеленский"."""
    return script(word.text) != script(word.alternatives[0].terms[0])


def _worth(word: Word, own: str, alike: frozenset[str], profile: Profile) -> float:
    """Return what a profile says of one *word* of a description, 0..1."""
    options = [(frozenset([own]), 1.0)] + [
        (frozenset(other.terms), max(other.weight, _OTHER)) for other in word.alternatives
    ]
    options += [(frozenset([other]), _ALIKE) for other in alike]
    best = 0.0
    for terms, worth in options:
        if terms <= profile.name:
            best = max(best, 1.0 if len(terms) > 1 else worth)
        elif terms <= profile.beside | profile.name:
            best = max(best, worth * _BESIDE)
        elif terms <= profile.around:
            best = max(best, worth * _AROUND)
    return best


def _add_spokespeople(
    described: Description, matches: list[Match], index: PassageIndex
) -> list[Match]:
    """Return *matches* with those who speak for one of them; see `introduced`."""
    added = []
    for match in matches:
        name = match.name
        if any(is_role(word.text) for word in described.words) or match.fit < _SPOKEN_FOR:
            continue
        known = {
            (one.number, one.quotation.start) for other in matches for one in other.attributions
        }
        spoken = []
        for number in _articles_about(described, index):
            article = index.articles[number]
            for quotation, words in introduced(article, index.quotations(number), [name]):
                if (number, quotation.start) not in known:
                    spoken.append(Attribution(number, article, quotation, words))
        if spoken:
            added.append(match._replace(attributions=(*match.attributions, *spoken)))
    names = {match.name for match in added}
    return [*(match for match in matches if match.name not in names), *added]


def group_names(names: Iterable[str]) -> list[list[str]]:
    """
    Return the *names* with one key by the person that they name, the longest of each person first.

    Two names are of the same person if one has all words of the other and is the only such name.
    """
    groups: list[list[str]] = []
    for name in sorted(names, key=lambda name: (-len(name_words(name)), name)):
        words = name_words(name)
        same = [group for group in groups if words <= name_words(group[0])]
        if len(same) == 1:
            same[0].append(name)
        else:
            groups.append([name])
    return groups


def name_words(name: str) -> frozenset[str]:
    """Return the words of a name without titles, each folded to plain letters."""
    words = re.findall(r"[^\W\d_]+", name)
    return frozenset(fold(word) for word in words if not is_title(word)) or frozenset(
        map(fold, words)
    )


def _alike(word: Word, language: str | None) -> tuple[str, frozenset[str]]:
    """Return the term of *word*, and those of what people who are that are also called."""
    return word.term, _roles_alike(language).get(word.term, frozenset())


@cache
def _roles_alike(language: str | None) -> dict[str, frozenset[str]]:
    alike: defaultdict[str, set[str]] = defaultdict(set)
    for group in language_of(language).speech_requests.roles_alike.split(";"):
        terms = [term(word, language or "en") for word in group.split()]
        for each in terms:
            alike[each].update(terms)
    return {each: frozenset(others - {each}) for each, others in alike.items()}


@cache
def _titles_alike() -> dict[str, frozenset[str]]:
    """Return other terms for the title of each term: "dr" of "doctor"."""
    alike: defaultdict[str, set[str]] = defaultdict(set)
    for title, role in names_of().short_titles.items():
        short, full = term(title, "en"), term(role, "en")
        alike[short].add(full)
        alike[full].add(short)
    return {each: frozenset(others) for each, others in alike.items()}
