"""The quotations of a short text, for tables of tests."""

from __future__ import annotations

from retrieval.quotations.attribution import quotations
from retrieval.quotations.records import speaker
from retrieval.reading.article import make_article
from retrieval.reading.metadata import Metadata


def spoken(text: str, language: str = "en") -> list[tuple[str, str, str | None]]:
    """Return the form, the words and the speaker of each quotation in *text*."""
    article = make_article("a", text, Metadata(title="Title", language=language))
    return [
        (quotation.form, article.text[quotation.start : quotation.end], speaker(article, quotation))
        for quotation in quotations(article)
    ]


def quoted(text: str) -> list[tuple[str, str | None]]:
    """Return the words and the speaker of each quotation in marks."""
    return [(words, who) for form, words, who in spoken(text) if form == "quoted"]


def reported(text: str) -> list[tuple[str, str | None]]:
    """Return the words and the speaker of each reported clause."""
    return [(words, who) for form, words, who in spoken(text) if form == "reported"]
