"""Texts of articles for properties: lists, headings, quotations, other scripts, and noise."""

from __future__ import annotations

from hypothesis import strategies as st

_LINES = st.sampled_from(
    ["• A heading for this", "- item", "| GETTYThe end of it all.", "Most Read", "x" * 700,
     "The river rose. “It was high,” she said. “We left.” Dr. No stayed! Why?", "word " * 130 + "end.",
     "“" + "He said so. " * 80 + "”", "水位上升了。" * 60, "\u202bنص عربي قصير.", "a\r\nb\tc d…"]
)  # fmt: skip
TEXTS = st.lists(st.one_of(_LINES, st.text(max_size=60)), min_size=1, max_size=8).map("\n\n".join)
