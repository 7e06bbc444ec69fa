"""Sentences that cannot be read alone: whether one leans on those before it, and on whom."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import islice

from retrieval.answers import Leaning
from retrieval.articles import Article, Span
from retrieval.people import (
    ROLES,
    SAYING,
    Gender,
    Named,
    has_somebody,
    is_place,
    named,
    without_quotations,
)

_OPENER = "[\"“”‘'«„]"
_MONTH = "January|February|March|April|May|June|July|August|September|October|November|December"
_AT_FIRST = (  # a short beginning that names nobody: "In July 1943 she …"
    r"(?:(?:but|and|so|then|yet|later|also|meanwhile|however),?\s"
    rf"|(?:in|on|at|by|after|before|during|since|until|from)\s(?-i:(?:[a-z0-9’'-]+|{_MONTH}|\w+day)\s){{0,6}}"
    rf"(?-i:[a-z0-9’'-]+|{_MONTH}|\w+day),?\s)?"
)
_BEGINNINGS = {
    "en": rf"{_AT_FIRST}(?:he|she|they|his|her|their)|it|this|these|those|that|its|such|but|and|so|however|"
    rf"the\s(?:latter|former)|the\s(?:\w+\s)?(?:{ROLES})\s(?:{SAYING})",
    "de": "er|sie|es|dies(?:e[rsmn]?)?|jene[rsmn]?|sein(?:e[rsmn]?)?|ihr(?:e[rsmn]?)?|solche[rsmn]?|aber|und|"
    "doch|jedoch|allerdings|dabei|dafür|damit|dazu|deshalb|daher|dennoch|außerdem",
    "es": r"él|ellas?|ellos|est[aeo]s?|es[aeo]s?|aquell[ao]s?|sus?|pero|y|sin\sembargo|además|por\seso",
    "fr": "ils?|elles?|ce|cela|cette|cet|ces|son|sa|ses|leurs?|celui-ci|celle-ci|mais|et|cependant|toutefois",
    "it": r"egli|ella|lui|lei|ess[aeio]|loro|quest[aeio]|quell[aeio]|(?:(?:il|la|i|le)\s)?su[aeo]i?|ma|e|"
    "tuttavia|però|inoltre",
    "nl": "hij|zij|ze|dit|deze|dat|die|zijn|haar|hun|maar|en|echter|dus|daarom|bovendien",
    "pl": "on[aeio]?|ten|ta|to|te|ci|jego|jej|ich|ale|i|a|jednak|lecz|ponadto",
    "pt": r"eles?|elas?|est[ae]s?|ess[ae]s?|isso|isto|seus?|suas?|mas|e|no\sentanto|porém|além\sdisso",
    "ru": r"он[аои]?|эт[аои]|этот|эти|так(?:ой|ая|ое|ие)|его|её|ее|их|но|и|а|однако|при\sэтом|кроме\sтого",
    "uk": r"він|вон[аои]|ц[еяі]|цей|так(?:ий|а|е|і)|його|її|їх|їхн\w+|але|і|й|та|а|однак|проте|крім\sтого",
}
"""How a sentence begins that points back, by language (ISO 639-1)."""

_LEANS = {
    language: re.compile(rf"{_OPENER}|(?:{words})\b", re.IGNORECASE)
    for language, words in _BEGINNINGS.items()
}
_QUOTES = re.compile(_OPENER)
_PRONOUN = re.compile(
    rf"{_AT_FIRST}(?P<words>(?:(?P<he>he|his)|she|her)\b)(?!\s(?-i:[A-Z]))", re.IGNORECASE
)
_SPEAKER = re.compile(
    rf"(?P<words>the\s(?:\w+\s)?(?P<role>{ROLES}))\s(?:also\s)?(?:{SAYING})\b", re.IGNORECASE
)
_BACK = 4
"""Sentences to look back in."""

_BESIDE = 60
"""Characters between a name and the role that goes with it."""

_INTRODUCED = 20_000
"""Characters before a name in which it may be introduced as somebody's."""


def leans(text: str, start: int, language: str | None) -> bool:
    """Whether the sentence at *start* cannot be understood without the one before it."""
    return bool(_LEANS.get(language or "en", _QUOTES).match(text, start))


def who(article: Article, start: int, before: Iterable[Span]) -> Leaning | None:
    """
    Whom the sentence at *start* speaks of without a name: "He added", "The minister said".

    Args:
        before: The sentences before it, nearest first.

    Returns:
        None where that cannot be told for certain: a wrong name is worse than none. So it is only
        looked for in English, and found where one person is named, and nobody else could be meant.
    """
    if article.language not in (None, "en") or _is_quoted(article.text, start):
        return None
    if pronoun := _PRONOUN.match(article.text, start):
        found = _person(article, before, "he" if pronoun["he"] else "she")
        return Leaning(Span(*pronoun.span("words")), found) if found else None
    if speaker := _SPEAKER.match(article.text, start):
        found = _in_role(article, before, speaker["role"])
        return Leaning(Span(*speaker.span("words")), found) if found else None
    return None


def _is_quoted(text: str, start: int) -> bool:
    """Whether a quotation that is open at *start* began on the same line."""
    line = text[text.rfind("\n", 0, start) + 1 : start]
    return line.count("“") > line.count("”") or line.count('"') % 2 == 1


def _person(article: Article, before: Iterable[Span], gender: Gender) -> Span | None:
    for sentence in islice(before, _BACK):
        if not without_quotations(article.slice(sentence)).strip():
            continue  # it goes on quoting the same person
        found = [
            one
            for one in named(article.text, *sentence)
            if one.person or not is_place(article.slice(one.span), article.text)
        ]
        if has_somebody(article.text, *sentence) or not _are_one(article, found):
            return None
        if pronoun := _PRONOUN.match(article.text, sentence.start):
            if found or ("he" if pronoun["he"] else "she") != gender:
                return None
            continue  # it goes on about the same person
        if not found or not found[0].subject or found[0].owns:
            return None
        one = found[0]
        fits = one.gender in (None, gender) and _known(article, sentence, one)
        return one.span if fits else None
    return None


def _are_one(article: Article, found: Sequence[Named]) -> bool:
    """Whether all are the same name, in full or the end of it."""
    names = {article.slice(one.span) for one in found}
    fullest = max(names, key=len, default="")
    return all(fullest.endswith(name) for name in names)


def _known(article: Article, sentence: Span, one: Named) -> bool:
    """Whether *one* is a person here, or was shown to be one earlier in the article."""
    return one.person or any(
        other.person and other.family == one.family
        for other in named(article.text, max(0, sentence.start - _INTRODUCED), sentence.start)
    )


def _in_role(article: Article, before: Iterable[Span], role: str) -> Span | None:
    """The one person of that *role*, which stands beside the name: "Jonas Wirth, the mayor"."""
    beside = re.compile(rf"\b{role}\b", re.IGNORECASE)
    for sentence in islice(before, _BACK):
        found = [
            one
            for one in named(article.text, *sentence)
            if one.person
            and beside.search(
                article.text,
                max(sentence.start, one.span.start - _BESIDE),
                min(sentence.end, one.span.end + _BESIDE),
            )
        ]
        if found:
            return found[0].span if _are_one(article, found) else None
    return None
