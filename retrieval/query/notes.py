"""Notes for the reader about how a question was understood."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from retrieval.articles.publication_dates import spell_date
from retrieval.lang.registry import language as language_of


@dataclass(frozen=True, slots=True)
class Note:
    """
    A sentence for the reader, separate from what it names, so that it can be translated.

    `sentence` has a {name} for each of `words`, which are shown unchanged, of `dates`, full or partial
    ISO 8601, and of `languages`, several ISO 639-1 codes. `str()` is the sentence in English.
    """

    sentence: str
    words: Mapping[str, str] = field(default_factory=dict)
    dates: Mapping[str, str] = field(default_factory=dict)
    languages: Mapping[str, Sequence[str]] = field(default_factory=dict)

    def __str__(self) -> str:
        spelt = {name: spell_date(date) for name, date in self.dates.items()}
        named = {name: _list_languages(codes) for name, codes in self.languages.items()}
        return self.sentence.format(**self.words, **spelt, **named)


def _list_languages(codes: Sequence[str]) -> str:
    *names, last = sorted(language_of(code).name for code in codes)
    return f"{', '.join(names)} and {last}" if names else last
