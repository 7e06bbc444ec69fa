"""What stands in and around the sentences that were chosen of a passage."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property

from retrieval.articles import Span
from retrieval.lang.registry import language as language_of
from retrieval.quotations.lexicon import is_title
from retrieval.ranking.evidence import Hit, chosen_sentences, sentences_around, terms_around
from retrieval.ranking.question_weights import QuestionWeights
from retrieval.text.spelling import fold, nearest

WORD = re.compile(r"[^\W_]+(?:[.'’-][^\W_]+)*\.?")
CAPITAL = "[A-Z\u00c0-\u00d6\u00d8-\u00de\u0401-\u042f\u0490]"
_CAPITALIZED = re.compile(rf"\b{CAPITAL}[\w'’]*")


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

    def is_written_otherwise(self, word: int) -> bool:
        """
        Return whether a *word* of the question is the initials of a name in the sentences around, or a slip for it.

        Not so where the word itself stands there.
        """
        article, asked = self.hit.article, self.weights.query.words[word].text
        if self.holds(word, self.near):
            return False
        relations = language_of(article.language).relations
        inside = relations.inside_names
        initials, names, end = "", set[str](), self.span.start
        for name in _CAPITALIZED.finditer(article.text, *self.span):
            joined = inside.issuperset(article.text[end : name.start()].replace("-", " ").split())
            initials += name[0][0] if joined else f" {name[0][0]}"
            names.add(fold(name[0]))
            end = name.end()
        bare = re.sub(rf"(?:{relations.possessive or '(?!)'})$", "", asked)
        return (len(bare) > 1 and bare.isupper() and bare in initials) or bool(
            nearest(fold(asked), names)
        )


def find_head(weights: QuestionWeights, name: Sequence[int]) -> int:
    """Return the word of a name that tells most; a title only where it is all there is."""
    words = weights.query.words
    return max(name, key=lambda word: (not is_title(words[word].text), weights.values[word]))
