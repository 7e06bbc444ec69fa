"""A collection in one file: a JSON object a line, `{"id", "title", "text", …}`."""

from __future__ import annotations

import json
from collections.abc import Iterator

from retrieval.articles import Article, ArticleError
from retrieval.reading.article import make_article
from retrieval.reading.metadata import extract_metadata
from retrieval.reading.plain_text import decode_source
from retrieval.reading.source import SourceFile


def read(source: SourceFile) -> Iterator[Article | ArticleError]:
    """Each line's article, or what is wrong with that line."""
    seen: set[str] = set()
    for number, line in enumerate(decode_source(source, "utf-8").split("\n"), 1):
        if not line.strip():
            continue
        try:
            article = _article(source, line, seen)
        except ValueError as error:
            yield ArticleError(f"{source.path}, line {number}", str(error))
            continue
        seen.add(article.id)
        yield article


def _article(source: SourceFile, line: str, seen: set[str]) -> Article:
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
    id_ = source.entry(str(key))
    if id_ in seen:
        raise ValueError(f"repeats the id {key!r}")
    return make_article(id_, text, source.known_of_each.over(extract_metadata(entry)))
