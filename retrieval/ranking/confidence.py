"""How likely the first excerpt answers: a logistic model over a few named features."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from retrieval.index.protocol import PassageIndex
from retrieval.query.parser import Query
from retrieval.ranking.evidence import Asked
from retrieval.ranking.order import Hit
from retrieval.ranking.sentence_choice import extent
from retrieval.text.normalization import spaced

MODELS = Path(__file__).with_name("confidence.json")
"""Coefficients; `python -m retrieval.evaluation.fitting` writes them."""

Name = Literal["words", "meaning"]
"""The model for words alone, and that for where a model of meaning joins the evidence."""


def features(query: Query, asked: Asked, index: PassageIndex, hit: Hit) -> dict[str, float]:
    """
    What tells whether *hit*, the best, answers.

    `passage` and `sentence` as in `Evidence`; of what a reader will see, `letters` as in `Evidence`
    and `names`, of the question's names what stands in the chosen sentences and the heading over
    them, 1 when it has none, so that nothing is missing; `length` the question's words, of ten or
    more 1: the more it says, the less its words meet by chance; `lacking` whether a number, an age
    or a time is asked for and none stands in the chosen sentences, 0 or 1; `meaning` as in
    `Evidence`, at most twice `together`: it carries nothing that words do not bear out.
    """
    assert hit.choice
    article = index.articles[index.article_of[hit.number]]
    shown = extent(article, index.sentences(hit.number), hit.choice)
    letters = asked.letters(spaced(article.slice(shown)))
    seen = hit.choice.core | index.headings[hit.number]
    return {
        "passage": hit.evidence.passage,
        "sentence": hit.evidence.sentence,
        "letters": letters,
        "names": asked.share(seen, [word.name for word in query.words]),
        "length": min(1.0, len(query.words) / 10),
        "lacking": float(query.kind in _MEASURED and not hit.evidence.kind),
        "meaning": min(hit.evidence.meaning, 2 * hit.evidence.together),
    }


_ALIKE = 0.5
"""Share of its letters, by fours, from which on a word may stand in a text in another form."""


def is_on_topic(query: Query, asked: Asked, index: PassageIndex, hit: Hit) -> bool:
    """
    Whether *hit*, its heading or its title has any of what somebody's words are asked about.

    Whoever is asked about stands in many passages, and is most of such a question's worth.
    """
    of = [word.term in query.topic for word in query.words]
    if not any(of):
        return True
    title = index.titles[index.article_of[hit.number]]
    return (
        asked.share(title | index.term_set(hit.number), of) > 0
        or asked.letters(index.spaced(hit.number), of) >= _ALIKE
    )


_MEASURED = ("how-many", "how-old", "when")


@dataclass(frozen=True, slots=True)
class Model:
    """
    A logistic model. `by_chance` are the log odds that a question without an answer seldom
    exceeds in the usual collection, where one itself does not tell or not alone; see `calibration`.
    """

    coefficients: Mapping[str, float]
    by_chance: float

    def log_odds(self, found: Mapping[str, float]) -> float:
        """Of a hit with these features; their zero has no meaning before `by_chance` is taken off."""
        return sum(weight * found[name] for name, weight in self.coefficients.items())


@cache
def model(name: Name) -> Model:
    content = json.loads(MODELS.read_text(encoding="utf-8"))[name]
    return Model(content["coefficients"], content["by_chance"])


def probability(log_odds: float) -> float:
    return 1 / (1 + math.exp(-log_odds))
