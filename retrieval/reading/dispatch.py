"""Each file to its reader: in this process, or in one that can be ended."""

from __future__ import annotations

from collections.abc import Iterator

from retrieval.articles import Article, ArticleError
from retrieval.reading.formats import find_format
from retrieval.reading.readers import read_articles_here
from retrieval.reading.source import SourceFile


def read_articles(source: SourceFile) -> Iterator[Article | ArticleError]:
    """
    What the reader of its format makes of *source*, within a time. Never raises for any bytes.

    Raises:
        OSError: The disk is full, or the system has no process left, which is no fault of the file.
    """
    format_ = find_format(str(source.path))
    assert format_, source.path
    if not format_.extra and len(source.raw) <= format_.here:
        yield from read_articles_here(source)
        return
    from retrieval.reading import sandbox  # collections of texts do without

    yield from sandbox.read_articles(source)
