"""A collection in one file: a JSON object a line, `{"id", "title", "text", …}`."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from retrieval.articles import Article, ArticleError
from retrieval.reading.article import make_article
from retrieval.reading.metadata import Metadata
from retrieval.reading.text import read_text

_FIELDS = {  # ours, and what other collections call it
    "title": ("title", "headline"),
    "publisher": ("publisher", "source", "site"),
    "author": ("author", "byline"),
    "published": ("published", "date", "timestamp"),
    "dated_by": ("dated_by",),
    "url": ("url", "link"),
    "language": ("language", "lang"),
}
_DATE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")


def read_jsonl(path: Path) -> Iterator[Article | ArticleError]:
    """
    Each line's article, or what is wrong with that line.

    Raises:
        ArticleError: the file itself cannot be read.
    """
    seen: set[str] = set()
    for number, line in enumerate(read_text(path, "utf-8").split("\n"), 1):
        if not line.strip():
            continue
        try:
            article = _article(line, seen)
        except ValueError as error:
            yield ArticleError(f"{path}, line {number}", str(error))
            continue
        seen.add(article.id)
        yield article


def _article(line: str, seen: set[str]) -> Article:
    try:
        entry = json.loads(line)
    except json.JSONDecodeError as error:
        raise ValueError("is not JSON") from error
    if not isinstance(entry, dict):
        raise ValueError("is not an object")
    key, text = entry.get("id", entry.get("_id")), entry.get("text")
    if not isinstance(key, str | int) or key == "":
        raise ValueError("has no id")
    if not isinstance(text, str) or not text.strip():
        raise ValueError("has no text")
    if str(key) in seen:
        raise ValueError(f"repeats the id {key!r}")
    return make_article(str(key), text, Metadata(**{name: _value(entry, name) for name in _FIELDS}))


def _value(entry: dict[str, Any], name: str) -> str | None:
    """The first of the field's names that has a text; a date without its time of day."""
    value = next((entry[key] for key in _FIELDS[name] if isinstance(entry.get(key), str)), None)
    if value and name == "published":
        date = _DATE.match(value)
        return date[0] if date else None
    return value or None
