"""What stands in and around the sentences that were chosen of a passage."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from retrieval.articles import Span
from retrieval.quotations.lexicon import is_title
from retrieval.ranking.evidence import Hit, chosen_sentences, sentences_around, terms_around
from retrieval.ranking.question_weights import QuestionWeights


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


def find_head(weights: QuestionWeights, name: Sequence[int]) -> int:
    """Return the word of a name that tells most; a title only where it is all there is."""
    words = weights.query.words
    return max(name, key=lambda word: (not is_title(words[word].text), weights.values[word]))
