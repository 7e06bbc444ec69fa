"""Measures as a drawing."""

from __future__ import annotations

from retrieval.bench.plot import draw_svg
from retrieval.bench.records import CollectionMeasures, Measures
from tests.support.measures import MEASURED


def test_what_was_not_measured_is_not_drawn() -> None:
    nothing = CollectionMeasures(MEASURED.contents, {"tantivy": Measures()}, None, None, None)
    assert "not measured" in draw_svg([nothing])
