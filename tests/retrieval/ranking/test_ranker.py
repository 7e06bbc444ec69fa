"""Candidates are searched for as deep as filters ask, and the newest come first where they are asked for."""

from __future__ import annotations

import pytest

from retrieval.library import Library
from retrieval.reading.article import make_article
from retrieval.reading.metadata import Metadata
from tests.support.altena import dated_library


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


NEWS = (
    (
        "The old bridge at Altena was closed on Monday. Engineers had found cracks in its pillars.",
        "2024-01-08",
    ),
    (
        "The bridge at Altena stays closed, and repairs of the bridge cost more. The bridge will not open soon.",
        "2024-03-01",
    ),
    ("The mayor opened the bridge at Altena on Friday, and drivers cheered.", "2024-05-03"),
    ("A museum of ships has opened in the town. It has forty models and a cafe.", "2024-06-03"),
)


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("latest on the bridge", "2024-05-03"),
        ("latest news on the bridge at Altena", "2024-05-03"),
        ("What was said recently about repairs of the bridge?", "2024-03-01"),
        ("latest on cracks in the pillars", "2024-01-08"),
    ],
)
def test_the_latest_is_the_newest_that_answers(question: str, first: str) -> None:
    assert dated_library(*NEWS).ask(question).excerpts[0].citation.published == first


@pytest.mark.parametrize("shown", [1, 2, 3, 10])
def test_what_comes_first_does_not_depend_on_how_many_are_shown(shown: int) -> None:
    library = dated_library(
        ("Lucy Marsh of Altena opened the mill. Lucy Marsh spoke for ten minutes.", "2024-01-08"),
        ("At the mill Lucy Marsh, 30, met the mayor, who praised the bakers.", "2024-03-01"),
    )
    assert "30" in library.ask("How old is Lucy Marsh of the mill?", shown).excerpts[0].text
