"""Small articles."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from typing import Any

from retrieval.answers.records import Answer, Citation, Excerpt
from retrieval.articles import Article, Span

ENGLISH = (
    "It was there when they came, and they say that it will be there again before the night.\n"
)
"""Words enough to tell the language by; guessing it takes long to load."""

ARTICLE = Article(
    id="a",
    title="Title",
    text="",
    publisher=None,
    author=None,
    published=None,
    dated_by=None,
    url=None,
    language="en",
    sections=(),
    skipped=(),
)
"""An article of which nothing is known but its title."""


def write_article(path: Path, animal: str) -> None:
    """Write an article about *animal*; it was last changed long ago, when depends on name and animal."""
    text = f"The {animal} ate five apples in {path.stem * 5}."
    part = path.with_name(f".{path.name}")  # the folder may be read at any moment
    part.write_text(f"News of the {animal}\n\n{text}\n\n{ENGLISH}")
    os.utime(part, (1, 1 + len(animal) + 10 * len(path.name)))
    part.replace(path)


_CITATION = Citation("Title", None, None, None, None, None, None, paragraph=1)


def answer_with(text: str, *marked: str, **cited: Any) -> Answer:
    """Return an answer of one excerpt: the whole of *text*, with each of *marked* highlighted."""
    spans = tuple(Span(text.index(word), text.index(word) + len(word)) for word in marked)
    citation = replace(_CITATION, **cited)
    excerpt = Excerpt(replace(ARTICLE, text=text), 0, len(text), spans, 1.0, citation)
    return Answer("?", 1.0, (excerpt,), None)
