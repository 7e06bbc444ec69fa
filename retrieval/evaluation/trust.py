"""How far to trust the answers: a grade for each, and the shares that say so."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from retrieval.answers.records import Excerpt
from retrieval.evaluation.measures import auroc
from retrieval.evaluation.outcomes import Outcome
from retrieval.evaluation.question_sets import JudgedQuery

Grade = Literal["first", "wrong", "refused", "no", "answered"]
"""
What an answer is worth. To a question that has an answer: a known answer is in the first excerpt, it is
not, or the answer is a "no". To a question that has none: "no", or something was shown all the same.
"""

Speaking = Literal["asked", "other", "nobody"]
"""Whose words the first excerpt has, where somebody's were asked for."""

SURE = 0.8
"""Confidence from which on it does harm to answer a question that has no answer."""

_ASK_FOR_WORDS = frozenset({"who-said", "everything-said", "everything-X-said"})
"""Kinds of question that ask for somebody's words; others have a `speaker` only where one says the answer."""

_SHOWN = 3
"""Excerpts among which an answer counts as found."""

_NO_NAMES = frozenset({"the", "of", "mr", "mrs", "dr", "sen", "and", "for"})

_SAME = str.maketrans({"\u00ad": None, "\u2018": "'", "\u2019": "'", "\u02bc": "'"})


@dataclass(frozen=True, slots=True)
class GradedOutcome:
    """
    What the answer to a question is worth.

    Attributes:
        in_three: Whether a known answer is in one of the first three excerpts.
        speaking: None if the question asks for nobody's words, or was refused.
    """

    outcome: Outcome
    grade: Grade
    in_three: bool = False
    speaking: Speaking | None = None

    @property
    def query(self) -> JudgedQuery:
        return self.outcome.query

    @property
    def confidence(self) -> float:
        return self.outcome.confidence

    @property
    def does_harm(self) -> bool:
        return self.grade == "answered" and self.confidence >= SURE

    @property
    def is_right(self) -> bool:
        return self.grade in ("first", "no")


def grade(outcome: Outcome) -> GradedOutcome:
    """Grade what a library returned for a query."""
    query, excerpts = outcome.query, outcome.answer.excerpts
    if not query.answerable:
        return GradedOutcome(outcome, "answered" if outcome.answered else "no")
    if not outcome.answered:
        return GradedOutcome(outcome, "refused")
    right = [holds_answer(excerpt, query) for excerpt in excerpts[:_SHOWN]]
    speaking: Speaking | None = None
    if query.speaker and query.kind in _ASK_FOR_WORDS:
        speaker = excerpts[0].speaker
        is_asked = speaker and is_named((query.speaker, *query.also), speaker)
        speaking = "asked" if is_asked else "other" if speaker else "nobody"
    return GradedOutcome(outcome, "first" if right[0] else "wrong", any(right), speaking)


def measure_trust(graded: Sequence[GradedOutcome]) -> dict[str, float]:
    """
    Return shares, 0..1; those that do not apply are left out.

    Of the answerable: `first`, `three`, `wrong`, `refused`. Of the unanswerable: `no`, and `harm` for those
    answered with a confidence of at least 0.8. `trust` is the mean of `first` and `no`. `precision` is the
    share of right first excerpts among all that was answered, `auroc` that of the confidence. Of the answers
    with somebody's words, where these were asked for: `speaker` for the right speaker, `other` for another.
    """
    count = Counter(one.grade for one in graded)
    answerable = [one for one in graded if one.query.answerable]
    others = [one for one in graded if not one.query.answerable]
    figures: dict[str, float] = {}
    if answerable:
        figures["first"] = count["first"] / len(answerable)
        figures["three"] = sum(one.in_three for one in answerable) / len(answerable)
        figures["wrong"] = count["wrong"] / len(answerable)
        figures["refused"] = count["refused"] / len(answerable)
    if others:
        figures["no"] = count["no"] / len(others)
        figures["harm"] = sum(one.does_harm for one in others) / len(others)
    if answerable and others:
        figures["trust"] = (figures["first"] + figures["no"]) / 2
    if answered := count["first"] + count["wrong"] + count["answered"]:
        figures["precision"] = count["first"] / answered
    if answerable and others:
        figures["auroc"] = auroc(_confidences(answerable), _confidences(others))
    speaking = [one.speaking for one in graded if one.speaking]
    if speaking:
        figures["speaker"] = speaking.count("asked") / len(speaking)
        figures["other"] = speaking.count("other") / len(speaking)
    return figures


def measure_twins(
    own: Sequence[GradedOutcome], mirrored: Sequence[GradedOutcome]
) -> dict[str, float]:
    """
    Return what is right over both texts of a question, of which one answers it and the other does not.

    Args:
        own, mirrored: The same questions in the same order, over either text.

    Returns:
        `both`, the share that is answered rightly over one text and refused over the other, and `higher`,
        the share with more confidence over the text that answers; a tie counts half.
    """
    pairs = list(zip(own, mirrored, strict=True))
    confidences = [
        (a.confidence, b.confidence) if a.query.answerable else (b.confidence, a.confidence)
        for a, b in pairs
    ]
    higher = sum((has > has_not) + (has == has_not) / 2 for has, has_not in confidences)
    return {
        "both": sum(a.is_right and b.is_right for a, b in pairs) / len(pairs),
        "higher": higher / len(pairs),
    }


def measure_far(graded: Sequence[GradedOutcome], far: Sequence[Outcome]) -> dict[str, float]:
    """
    Return what the library says to questions over articles that know nothing of them.

    Args:
        graded: What it said over articles that may answer them.
        far: What it said to the answerable ones over the other articles.

    Returns:
        `far`, the share answered with a "no", and `farauroc`, how well the confidence tells an answerable
        question over its own articles from one over the others.
    """
    if not far:
        return {}
    answerable = _confidences(one for one in graded if one.query.answerable)
    return {
        "far": sum(not outcome.answered for outcome in far) / len(far),
        "farauroc": auroc(answerable, [outcome.confidence for outcome in far]),
    }


@dataclass(frozen=True, slots=True)
class KindCounts:
    """How often questions of one `kind`, with or without an answer, got each grade."""

    kind: str
    answerable: bool
    questions: int
    counts: dict[str, int]


def count_by_kind(graded: Iterable[GradedOutcome]) -> Iterator[KindCounts]:
    """Yield the counts of each kind, in alphabetical order, the answerable questions before the others."""
    groups: dict[tuple[bool, str], list[GradedOutcome]] = {}
    for one in graded:
        groups.setdefault((not one.query.answerable, one.query.kind), []).append(one)
    for (unanswerable, kind), group in sorted(groups.items()):
        count = Counter(one.grade for one in group)
        if unanswerable:
            sure = sum(one.does_harm for one in group)
            counts = {"no": count["no"], "answered": count["answered"], "harm": sure}
        else:
            three = sum(one.in_three for one in group)
            counts = {"first": count["first"], "three": three}
            counts |= {"wrong": count["wrong"], "refused": count["refused"]}
        yield KindCounts(kind, not unanswerable, len(group), counts)


def holds_answer(excerpt: Excerpt, query: JudgedQuery) -> bool:
    """Return whether an *excerpt* of the right article has a known answer to *query* in it."""
    text = _squeeze(excerpt.text)
    return query.article in (None, excerpt.article.id) and any(
        _squeeze(answer) in text for answer in query.answers
    )


def is_named(asked: Iterable[str], speaker: str) -> bool:
    """Return whether a *speaker* goes by one of the names *asked* for, by its last word or as a whole."""
    have, whole = _name_words(speaker), _squeeze(speaker)
    return any(
        words[-1] in have or _squeeze(name) in whole
        for name in asked
        if (words := _name_words(name))
    )


def _squeeze(text: str) -> str:
    """Return *text* in one form of white space, case and apostrophes."""
    return " ".join(unicodedata.normalize("NFKC", text).translate(_SAME).split()).lower()


def _name_words(name: str) -> list[str]:
    return [word for word in re.findall(r"[\w']+", _squeeze(name)) if word not in _NO_NAMES]


def _confidences(graded: Iterable[GradedOutcome]) -> list[float]:
    return [one.confidence for one in graded]
