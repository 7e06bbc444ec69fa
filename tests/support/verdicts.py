"""What an article is held to by a question."""

from __future__ import annotations

from retrieval.library import Library
from retrieval.reading.article import make_article
from retrieval.reading.metadata import Metadata


def verdicts(
    text: str, question: str, published: str | None = None, language: str = "en"
) -> dict[str, bool | None]:
    """Return the verdict on each requirement of *question* for an article with *text*."""
    article = make_article("a", text, Metadata(language=language, published=published))
    found = Library.of([article]).rank(question).groups[0].hit.verdicts
    # Of several verdicts on a role, the decided one counts.
    ordered = sorted(found, key=lambda verdict: verdict.held is not None)
    return {verdict.requirement: verdict.held for verdict in ordered}
