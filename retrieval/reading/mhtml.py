"""Pages that a browser saved as one file: a mail message whose first HTML part is the page."""

from __future__ import annotations

from collections.abc import Iterator
from email import message_from_bytes

from retrieval.articles import Article, ArticleError
from retrieval.reading.metadata import parse_url
from retrieval.reading.page import read_page
from retrieval.reading.source import SourceFile


def read(source: SourceFile) -> Iterator[Article]:
    message = message_from_bytes(source.raw)
    page = next((part for part in message.walk() if part.get_content_type() == "text/html"), None)
    raw = page.get_payload(decode=True) if page else None
    if page is None or not isinstance(raw, bytes):
        raise ArticleError(source.path, "holds no web page")
    addresses = (message["Snapshot-Content-Location"], page["Content-Location"])
    url = next(filter(None, (parse_url(str(text).strip()) for text in addresses if text)), None)
    yield read_page(source, raw, page.get_content_charset(), url)
