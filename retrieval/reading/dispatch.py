"""Pass each file to its reader, in this process or in a sandbox with a time limit."""

from __future__ import annotations

from collections.abc import Iterator

from retrieval.articles import Article, ArticleError
from retrieval.reading import sandbox
from retrieval.reading.formats import find_format
from retrieval.reading.readers import read_articles_here
from retrieval.reading.source import SourceFile


def read_articles(source: SourceFile) -> Iterator[Article | ArticleError]:
    """
    Yield the articles and problems in *source*, within a time limit. No bytes make this raise.

    Raises:
        OSError: The disk is full, or no process can be started: neither is the file's fault.
    """
    format_ = find_format(str(source.path))
    assert format_, source.path
    if not format_.extra and len(source.raw) <= format_.max_bytes_here:
        yield from read_articles_here(source)
        return

    yield from sandbox.read_articles(source)
