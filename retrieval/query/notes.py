"""Notes for the reader about how a question was understood."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from retrieval.articles.publication_dates import spell_date


@dataclass(frozen=True, slots=True)
class Note:
    """
    A sentence for the reader, separate from what it names, so that it can be translated.

    `sentence` has a {name} for each of `words`, which are shown unchanged, and of `dates`, full or partial
    ISO 8601. `str()` is the sentence in English.
    """

    sentence: str
    words: Mapping[str, str] = field(default_factory=dict)
    dates: Mapping[str, str] = field(default_factory=dict)

    def __str__(self) -> str:
        spelt = {name: spell_date(date) for name, date in self.dates.items()}
        return self.sentence.format(**self.words, **spelt)
