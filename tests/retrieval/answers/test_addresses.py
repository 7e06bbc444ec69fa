"""The article at an address."""

from __future__ import annotations

import pytest

from retrieval.answers.addresses import find_address
from retrieval.library import Library
from retrieval.reading.article import make_article
from retrieval.reading.metadata import Metadata

LIBRARY = Library.of(
    make_article(name, f"{name} reopens after the flood.", Metadata(url=url))
    for name, url in (
        ("bridge", "https://www.example.com/news/bridge-reopens/"),
        ("ferry", "https://example.com/?id=12"),
        ("nowhere", None),
    )
)


@pytest.mark.parametrize(
    ("address", "article"),
    [
        ("https://www.example.com/news/bridge-reopens/", "bridge"),
        ("http://example.com/news/bridge-reopens", "bridge"),
        ("example.com/news/bridge-reopens?utm_source=chat#top", "bridge"),
        ("https://example.com/?id=12", "ferry"),
        ("https://example.com/?id=13", None),
        ("https://example.com/news/bridge", None),
        ("https://example.org/news/bridge-reopens", None),
    ],
)
def test_an_address_is_known_however_it_is_written(address: str, article: str | None) -> None:
    found = find_address(address, LIBRARY.index)
    assert (found and found.id) == article
