"""How likely the best hit answers: a logistic model over a few named features."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from retrieval.ranking.evidence import Hit, terms_around
from retrieval.ranking.question_weights import QuestionWeights
from retrieval.ranking.sentence_choice import extend
from retrieval.text.normalization import spaced

MODELS = Path(__file__).with_name("confidence.json")
"""Coefficients; `python -m retrieval.evaluation.fitting` writes them."""

Name = Literal["words", "meaning", "reader"]
"""The model for words alone, the one with closeness in meaning, and the one for what a reader has read."""

THRESHOLD = 0.5
"""Confidence from which on the excerpts are an answer."""

ALIKE = 0.5
"""Share of its letters, in pieces of four, from which on a text may hold a word in another form."""

_NAMELESS = 0.7
"""What `named` is for a question without a name, which may be about anything."""

_SUREST = 8.0
"""The largest `reading`: beyond, log odds say how a model was trained, and not how sure it may be."""

_MEASURED = ("how-many", "how-much", "how-long", "how-big", "how-old", "when")


def compute_features(hit: Hit, weights: QuestionWeights) -> dict[str, float]:
    """
    Return what the model judges the best *hit* by.

    `passage` and `sentence` are as in `Evidence`. `letters` is too, but of the text that a reader
    will see; `written` is that, or what the chosen sentences hold if it is more: words of scripts without spaces
    have no pieces. `names` is the share of the question's names in the chosen sentences and the heading over
    them, 1 if it has none. `length` is the number of the question's words, over ten and at most 1: the
    longer it is, the less of it meets by chance. `lacking` is 1 if the question asks for a number, an
    age or a time and the chosen sentences have none, else 0. `around` and `named` are the shares of all words and
    of names that stand in the chosen sentences, those beside them, the heading or the title; `kind` is as in
    `Evidence`, but 1 if the question does not tell. `meaning` is as in `Evidence`, but at most
    1.5 times `together`: closeness in meaning counts only as far as words support it. `reading` are the log odds
    of the reader, from -8 to 8, and 0 if none has read the passage.
    """
    assert hit.choice
    query, article = weights.query, hit.article
    shown = extend(article, hit.sentences, hit.choice)
    letters = weights.letters(spaced(article.slice(shown)))
    seen = hit.choice.core | hit.heading
    around = terms_around(hit)
    is_name = [word.name for word in query.words]
    return {
        "passage": hit.evidence.passage,
        "sentence": hit.evidence.sentence,
        "letters": letters,
        "written": max(letters, weights.share(seen)),
        "names": weights.share(seen, is_name),
        "length": min(1.0, len(query.words) / 10),
        "lacking": float(query.intent in _MEASURED and not hit.evidence.kind),
        "around": weights.share(around),
        "named": weights.share(around, is_name) if any(is_name) else _NAMELESS,
        "kind": hit.evidence.kind if query.intent else 1.0,
        "meaning": min(hit.evidence.meaning, 1.5 * hit.evidence.together),
        "reading": max(-_SUREST, min(_SUREST, hit.reading.answers)) if hit.reading else 0.0,
    }


def is_on_topic(hit: Hit, weights: QuestionWeights) -> bool:
    """
    Return whether *hit*, its heading or its title has any of what somebody is asked about.

    The name of that person stands in many passages, and is most of such a question's weight.
    """
    is_topic = [word.term in weights.query.topic for word in weights.query.words]
    if not any(is_topic):
        return True
    return (
        weights.share(hit.title | hit.index.term_set(hit.number), is_topic) > 0
        or weights.letters(hit.index.spaced(hit.number), is_topic) >= ALIKE
    )


@dataclass(frozen=True, slots=True)
class Model:
    """
    A logistic model.

    Attributes:
        by_chance: The log odds that a question without an answer seldom exceeds in the usual
            collection; each collection is measured for that itself, too: see `calibration`.
    """

    name: Name
    coefficients: Mapping[str, float]
    by_chance: float

    def log_odds(self, features: Mapping[str, float]) -> float:
        """Return the log odds for these features; they mean something only relative to `by_chance`."""
        return sum(weight * features[name] for name, weight in self.coefficients.items())


@cache
def load_model(name: Name) -> Model:
    """Return the fitted model of that name."""
    content = json.loads(MODELS.read_text(encoding="utf-8"))[name]
    return Model(name, content["coefficients"], content["by_chance"])


def to_probability(log_odds: float) -> float:
    """Return the probability, 0..1, for these log odds."""
    return 1 / (1 + math.exp(-log_odds))
