"""How well sentences hold the kind of thing that a question asks for: a count, a date, somebody, a reason."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache, partial

from retrieval.articles import Article
from retrieval.index.passage_sentences import PassageSentence
from retrieval.lang.registry import language as language_of
from retrieval.lang.registry import union
from retrieval.lang.schema import Intent, Language
from retrieval.ranking.question_weights import QuestionWeights
from retrieval.text.quantities import quantities

_COUNTED_WITHIN = 40
"""Characters after a number in which what it counts begins."""

_ONLY_A_NUMBER = 0.5
"""What a number is worth that counts something else than the question asks for."""


def measure_kind(
    article: Article, sentences: Sequence[PassageSentence], weights: QuestionWeights
) -> float:
    """
    Return how well consecutive *sentences* hold the kind of thing that the question asks for, 0..1.

    A number is worth all only where it counts what the question counts. Somebody, and a place, have a name that
    the question does not have; a comparison has two numbers. 1 where the question does not tell, or no form of
    words would.
    """
    if not sentences:
        return 0.0
    kind = weights.query.intent
    start, end = sentences[0].span.start, sentences[-1].span.end
    if not has_kind(article.text, start, end, kind, article.language):
        return 0.0
    if kind == "how-many" and weights.counted:
        return 1.0 if _counts(article, sentences, weights) else _ONLY_A_NUMBER
    if kind in ("who", "where"):
        return float(_names_another(article, sentences, weights))
    if kind == "compare":
        return float(len(quantities(article.text, start, end, article.language)) > 1)
    return 1.0


def _counts(
    article: Article, sentences: Sequence[PassageSentence], weights: QuestionWeights
) -> bool:
    """Return whether a number stands right before what the question counts."""
    start, end = sentences[0].span.start, sentences[-1].span.end
    places = [
        token.start
        for sentence in sentences
        for token in sentence.tokens()
        if token.term in weights.counted
    ]
    return bool(places) and any(
        number.start <= place < number.end + _COUNTED_WITHIN
        for number in quantities(article.text, start, end, article.language)
        for place in places
    )


def _names_another(
    article: Article, sentences: Sequence[PassageSentence], weights: QuestionWeights
) -> bool:
    """Return whether *sentences* have a name that is not in the question."""
    if language_of(article.language).capital_nouns:
        return True
    return any(
        article.text[token.start].isupper()
        and token.term not in weights.terms
        and weights.is_name(token.term)
        for sentence in sentences
        for token in sentence.tokens()
    )


def has_kind(
    text: str, start: int, end: int, kind: Intent | None, language: str | None = None
) -> bool:
    """Return whether `text[start:end]` holds the kind of thing asked for; True if any will do."""
    pattern = _pattern_of(kind, language)
    return pattern is None or bool(pattern.search(text, start, end))


@cache
def _pattern_of(kind: Intent | None, language: str | None) -> re.Pattern[str] | None:
    """Return a pattern of what answers a question of this *kind*; None where no form tells."""
    # Words of one language are others in the next: Spanish "once" is eleven.
    of = partial(_pattern_in, language)
    number = rf"\d|\b(?:{of(lambda own: own.numbers.other)})\b"
    match kind:
        case "how-many" | "how-long" | "how-big":
            return re.compile(rf"(?i){number}")
        case "how-much":
            words = of(lambda own: "|".join(own.numbers.currencies.split()))
            scales = of(lambda own: "|".join(own.numbers.scales))
            no_price = of(lambda own: own.numbers.no_price)
            return re.compile(
                rf"(?i)[$£€¥₴₽%]|\b(?:{words})s?\b|(?:\b|\d)(?:{scales}|{no_price})\b"
            )
        case "why":
            return re.compile(rf"(?i)\b(?:{of(lambda own: own.questions.reasons)})\b")
        case "how-old":
            return re.compile(
                rf"(?i),\s\d{{1,3}},|{union(lambda language: language.calendar.ages)}"
            )
        case "when":
            months = union(lambda language: language.calendar.after_day)
            return re.compile(
                r"(?<![\d.,])(?:1\d|20)\d\d(?![\d,.]\d)|\b\d\d?[./:]\d|\d\d?(?:st|nd|rd|th)\b"
                rf"|\b\d\d?(?:\.|\sde)?\s(?i:{months})[^\W\d]*"
                rf"|{of(lambda own: own.calendar.times)}"
            )
        case "said":
            return re.compile(r'["“”„«»「」]|``|‘[^’]{15,}’')
    return None


def _pattern_in(language: str | None, field: Callable[[Language], str]) -> str:
    """Return the pattern in a *field* of a language; that of English where it has none."""
    return field(language_of(language)) or field(language_of("en"))
