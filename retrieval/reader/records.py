"""What a reader is given, and what it finds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from retrieval.articles import Span

ON, OFF = "on", "off"
"""As the setting READER: the reader that comes with this package, and none; anything else names a model."""

NEEDED = ("onnxruntime", "tokenizers")
"""The libraries that a reader needs; an extra installs them."""


@dataclass(frozen=True, slots=True)
class Reading:
    """
    What a reader makes of a passage.

    Attributes:
        answers: The log odds that the passage answers the question, as the model gives them.
        span: The words of the article's text that answer; None if the model finds none, or seeks none.
    """

    answers: float
    span: Span | None

    @property
    def answer(self) -> Span | None:
        """The words that answer; None where it is likelier that the passage does not answer."""
        return self.span if self.answers > 0 else None


class ReaderPassage(NamedTuple):
    """
    A passage to read.

    Attributes:
        context: What the passage does not say itself; see `inputs.make_context`.
        text: The words of the passage.
        start: Where they begin in the article's text.
    """

    context: str
    text: str
    start: int


class Reader(Protocol):
    """
    Reads whether passages answer a question. Safe to share between threads.

    Attributes:
        languages: Those that it knows; None if nobody says, and then it reads all.
        version: Changes when the same words may be read differently.
    """

    languages: frozenset[str] | None

    @property
    def version(self) -> str: ...

    def load(self) -> None:
        """Load what a first reading would wait for."""
        ...

    def read(self, question: str, passages: Sequence[ReaderPassage]) -> list[Reading]:
        """Return the reading of each of *passages*; it does not depend on the others."""
        ...


def knows(reader: Reader, language: str | None) -> bool:
    """Return whether *reader* can read texts of that *language*; None is one that we do not know."""
    return reader.languages is None or language in reader.languages
