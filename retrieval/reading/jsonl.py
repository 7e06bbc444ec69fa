"""A collection in one file: one JSON object per line, `{"id", "title", "text", …}`."""

from __future__ import annotations

import json
from collections.abc import Iterator

from retrieval.articles import Article, ArticleError
from retrieval.reading.article import make_article
from retrieval.reading.metadata import extract_metadata
from retrieval.reading.plain_text import decode_source
from retrieval.reading.source import SourceFile


def read(source: SourceFile) -> Iterator[Article | ArticleError]:
    """Yield the article of each line, or the problem with that line."""
    ids: set[str] = set()
    for number, line in enumerate(decode_source(source, "utf-8").split("\n"), 1):
        if not line.strip():
            continue
        try:
            article = _article(source, line, ids)
        except ValueError as error:
            yield ArticleError(f"{source.path}, line {number}", str(error))
            continue
        ids.add(article.id)
        yield article


def _article(source: SourceFile, line: str, ids: set[str]) -> Article:
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
    id_ = source.article_id(str(key))
    if id_ in ids:
        raise ValueError(f"repeats the id {key!r}")
    return make_article(id_, text, source.shared_metadata.with_defaults(extract_metadata(entry)))
