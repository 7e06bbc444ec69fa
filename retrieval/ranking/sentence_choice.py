"""Choose the sentences of a passage that answer best."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from retrieval.articles import Article, Span
from retrieval.index.passage_sentences import MAX_EXCERPT, PassageSentence
from retrieval.ranking.kinds import measure_kind
from retrieval.ranking.question_weights import QuestionWeights
from retrieval.text.analyzer import Token
from retrieval.text.context_dependence import depends_on_context
from retrieval.text.sentences import trim

_ENOUGH = 420
"""Characters; a shorter excerpt takes in neighbouring sentences, so that it can be understood."""

_LENGTH_COST = 0.04
"""Share of the question's weight that each further sentence costs."""

_KIND_WORTH = 0.1
"""Share of the question's weight that holding the kind of thing asked for is worth."""


@dataclass(frozen=True, slots=True)
class Choice:
    """
    The best sentences of a passage, or the best part of a sentence that is too long to show.

    Attributes:
        least: Where they stand in the article's text.
        core: Their terms.
    """

    least: Span
    core: frozenset[str]


def choose(
    article: Article, sentences: Sequence[PassageSentence], weights: QuestionWeights
) -> Choice:
    """
    Return the consecutive sentences of a passage that hold most of the question in the fewest words.

    Sentences that hold the kind of thing that the question asks for are preferred.

    Args:
        sentences: All of the passage; not empty.

    Returns:
        At most `MAX_EXCERPT` characters; of a longer sentence, its part around the matched words.
    """
    first, last = _best_window(article, sentences, weights)
    return choose_all(article, sentences[first : last + 1], weights)


def choose_all(
    article: Article, chosen: Sequence[PassageSentence], weights: QuestionWeights
) -> Choice:
    """Return the choice of consecutive sentences; of one longer than `MAX_EXCERPT`, as `choose` has it."""
    core = frozenset[str]().union(*(sentence.terms for sentence in chosen))
    least = Span(chosen[0].span.start, chosen[-1].span.end)
    if least.end - least.start > MAX_EXCERPT:
        least = cut(article.text, least, find_matches(chosen, weights))
    return Choice(least, core)


def extend(article: Article, sentences: Sequence[PassageSentence], choice: Choice) -> Span:
    """
    Return *choice* with the sentences of its passage that it needs to be understood.

    These are the sentences before it on which it depends, then those after it and before it until
    there are `_ENOUGH` characters.

    Args:
        sentences: All of the passage.
    """
    chosen = [
        number
        for number, sentence in enumerate(sentences)
        if choice.least.start <= sentence.span.start and sentence.span.end <= choice.least.end
    ]
    if not chosen:  # a part of an overlong sentence
        return choice.least
    first, last = chosen[0], chosen[-1]

    def fits(first: int, last: int, limit: int) -> bool:
        return sentences[last].span.end - sentences[first].span.start <= limit

    while (
        first > 0
        and depends_on_context(article.text, sentences[first].span.start, article.language)
        and fits(first - 1, last, MAX_EXCERPT)
    ):
        first -= 1
    while last + 1 < len(sentences) and fits(first, last + 1, _ENOUGH):
        last += 1
    while first > 0 and fits(first - 1, last, _ENOUGH):
        first -= 1
    return Span(sentences[first].span.start, sentences[last].span.end)


def find_matches(sentences: Iterable[PassageSentence], weights: QuestionWeights) -> list[Token]:
    """Return the tokens of *sentences* that match the question, in order."""
    tokens = [token for sentence in sentences for token in sentence.tokens()]
    return [tokens[place] for place in weights.marks([token.term for token in tokens])]


def cut(text: str, span: Span, marks: Sequence[Token]) -> Span:
    """Return the part of an overlong sentence around its first matched word, cut between words."""
    start = span.start
    if marks and marks[0].end - span.start > MAX_EXCERPT:
        start = marks[0].start - MAX_EXCERPT // 4
        start = (
            next((m.end() for m in re.finditer(r"\s+", text[start : marks[0].start])), 0) + start
        )
    end = min(span.end, start + MAX_EXCERPT)
    if end < span.end:
        space = max(text.rfind(" ", start + 1, end), text.rfind("\n", start + 1, end))
        end = space if space > start else end
    return trim(text, start, end)


def _best_window(
    article: Article, sentences: Sequence[PassageSentence], weights: QuestionWeights
) -> tuple[int, int]:
    """Return the first and last sentence with the highest share of the question for their number."""
    present = [weights.terms.intersection(sentence.terms) for sentence in sentences]
    asks = weights.query.intent is not None
    suits = [
        measure_kind(article, [sentence], weights) if asks and terms else 0.0
        for sentence, terms in zip(sentences, present, strict=True)
    ]
    best, best_score = (0, 0), -1.0
    for first in filter(present.__getitem__, range(len(sentences))):
        seen: set[str] = set()
        suit = 0.0
        for last in range(first, len(sentences)):
            if (
                last > first
                and sentences[last].span.end - sentences[first].span.start > MAX_EXCERPT
            ):
                break
            if present[last] <= seen and suits[last] <= suit:
                continue  # it only makes the window longer
            seen |= present[last]
            suit = max(suit, suits[last])
            score = weights.share(seen) - _LENGTH_COST * (last - first)
            score += _KIND_WORTH * suit
            if score > best_score:
                best, best_score = (first, last), score
    return best
