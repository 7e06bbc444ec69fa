"""Filters of a query let through only what they name."""

from __future__ import annotations

import pytest

from retrieval.library import Library


@pytest.mark.parametrize(
    ("question", "articles"),
    [
        ("old bridge Altena", ["bugle", "herald"]),
        ("old bridge Altena from:herald", ["herald"]),
        ('old bridge Altena from:"the bugle"', ["bugle"]),
        ("old bridge Altena since:1999", ["herald"]),
        ("old bridge Altena until:1997-12", ["bugle"]),
        ('Altena "closed on Monday"', ["bugle"]),
        ('Altena "Closed  ON monday"', ["bugle"]),
        ("old bridge Altena -cracks", ["herald"]),
        ("old bridge Altena from:nobody", []),
        ('old bridge Altena "monday closed"', []),
    ],
)
def test_filters_let_through_only_what_they_name(
    bridges: Library, question: str, articles: list[str]
) -> None:
    shown = [e.article.id for e in bridges.build_excerpts(bridges.rank(question))]
    assert sorted(id_ for id_ in shown if id_ != "post") == articles
