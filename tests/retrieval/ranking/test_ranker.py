"""Candidates are searched for as deep as filters ask."""

from __future__ import annotations

import pytest

from retrieval.library import Library
from retrieval.reading.article import make_article
from retrieval.reading.metadata import Metadata


def test_a_filter_shows_no_passage_twice_though_looking_deeper_changes_the_order(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    wire = [
        make_article(str(n), f"Bridge {n}\n\nThe bridge {'creaked ' * n}on Monday.", Metadata())
        for n in range(8)
    ]
    library = Library.of(wire)
    search = library.index.engine.search
    monkeypatch.setattr(library.index.engine, "search", lambda q, k, *_: search(q, k)[::-1])
    hits = library.rank("bridge -swan", 3).hits
    assert len({hit.number for hit in hits}) == len(hits) == 3
    hits = library.rank("bridge -creaked", 3).hits
    assert [hit.passage.article for hit in hits] == ["0"]
