"""What to show of a whole article: its head, its size, and its text in pieces."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from retrieval.articles import Article, Skipped
from retrieval.output.safe_text import one_line
from retrieval.output.sentences import source_line


def head_lines(article: Article) -> list[str]:
    """Return the lines above an article: title, source, address."""
    return [one_line(line) for line in (article.title, source_line(article), article.url) if line]


def counts(article: Article) -> dict[str, int]:
    return {
        "sections": len(article.sections),
        "paragraphs": sum(1 for _ in article.paragraphs()),
        "words": len(article.text.split()),
    }


def share_skipped(article: Article) -> str:
    """Return the share of the characters that are skipped, in percent."""
    characters = sum(end - start for start, end, _ in article.skipped)
    return f"{characters / max(1, len(article.text)):.0%}"


def size_line(article: Article) -> str:
    """Return how much of an article there is, and how much of it is skipped."""
    sizes = (f"{n:,} {name if n != 1 else name[:-1]}" for name, n in counts(article).items())
    return f"{', '.join(sizes)}, {share_skipped(article)} skipped"


class Piece(NamedTuple):
    """Consecutive text of an article that is drawn alike; `reason` says why it is skipped."""

    text: str
    heading: bool = False
    reason: str | None = None


def pieces(article: Article) -> Iterator[Piece]:
    """Yield the whole text in order; consecutive text that is skipped for one reason is one piece."""
    headings = [Skipped(*section.heading, "") for section in article.sections if section.heading]
    spans: list[Skipped] = []
    for span in sorted((*headings, *article.skipped)):
        last = spans[-1] if spans else Skipped(0, 0, "")
        between = article.text[last.end : span.start]
        if span.reason and span.reason == last.reason and not any(map(str.isalnum, between)):
            spans[-1] = Skipped(last.start, span.end, span.reason)
        elif last.end <= span.start:
            spans.append(span)
    position = 0
    for start, end, reason in spans:
        yield Piece(article.text[position:start])
        yield Piece(article.text[start:end], heading=not reason, reason=reason or None)
        position = end
    yield Piece(article.text[position:])
