"""What is found: a quotation, with the places of its words, its speaker and its cue."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from retrieval.articles import Article, Span

Form = Literal["quoted", "reported"]
"""Words in quotation marks or after their speaker in an interview; a clause that reports without marks."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """
    Words of an article that somebody said or wrote.

    Attributes:
        start: Where the words begin. Marks are left out for "quoted"; a quotation of several
            paragraphs goes from the first word of the first to the last of the last, with the marks
            that open the paragraphs between. For "reported" it is the clause.
        end: Where they end, exclusive.
        name: The speaker, where the article writes the name in full, or the words of a role that it
            names nobody for ("the captain"); None where it does not say.
        cue: The words that say that somebody speaks ("told", "according to"); None where only the
            marks do.
    """

    start: int
    end: int
    form: Form
    name: Span | None
    cue: Span | None


def speaker(article: Article, quotation: Quotation) -> str | None:
    """Return the speaker's name on one line; None where the article does not say."""
    return " ".join(article.slice(quotation.name).split()) if quotation.name else None


@dataclass(frozen=True, slots=True)
class Reference:
    """
    Words that begin an excerpt and mean somebody named before it: "He", "The minister".

    Both are offsets into the article's text: `words` inside the excerpt, `name` before it.
    """

    words: Span
    name: Span
