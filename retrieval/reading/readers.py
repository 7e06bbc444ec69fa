"""Read a file with the reader of its format. Readers are imported when a file needs them."""

from __future__ import annotations

from collections.abc import Iterator
from errno import EDQUOT, EFBIG, ENOSPC
from importlib import import_module

from retrieval.articles import Article, ArticleError
from retrieval.reading.formats import find_format
from retrieval.reading.source import FormatReader, SourceFile

_FULL = (EDQUOT, EFBIG, ENOSPC)


def read_articles_here(source: SourceFile) -> Iterator[Article | ArticleError]:
    """
    Yield the articles and problems in *source*, in this process and without the time limit of `dispatch`.

    No bytes make this raise.

    Raises:
        OSError: The disk is full.
    """
    format_ = find_format(str(source.path))
    assert format_, source.path
    try:
        read: FormatReader = import_module(f"retrieval.reading.{format_.reader}").read
    except ModuleNotFoundError:
        if not format_.extra:
            raise
        need = f"needs the extra “{format_.extra}”: pip install 'cuttings[{format_.extra}]'"
        yield ArticleError(source.path, need)
        return
    try:
        yield from read(source)
    except ArticleError as error:
        yield error
    except Exception as error:
        # Parsers raise anything for damaged files. A full disk: libraries unpack models of their own.
        if isinstance(error, OSError) and error.errno in _FULL:
            raise
        yield ArticleError(source.path, f"seems to be damaged ({_one_line(error)})")


def _one_line(error: Exception) -> str:
    return " ".join(f"{type(error).__name__}: {error}".split())[:200].rstrip(": ")
