"""The text of an article in pieces."""

from __future__ import annotations

import re
from dataclasses import replace

from retrieval.articles import Section, Skipped, Span
from retrieval.output.article_text import pieces
from tests.support.articles import ARTICLE


def test_pieces_of_an_article_are_its_whole_text() -> None:
    text = "Head\nOne. | GETTYTwo.\n- link\n- link\nEnd."
    skipped = tuple(
        Skipped(match.start(), match.end(), reason)
        for pattern, reason in ((r"\| GETTY", "credit"), ("link", "list"))
        for match in re.finditer(pattern, text)
    )
    drawn = replace(ARTICLE, text=text, sections=(Section(Span(0, 4), ()),), skipped=skipped)

    cut = list(pieces(drawn))

    assert "".join(piece.text for piece in cut) == text
    assert [piece.text for piece in cut if piece.heading] == ["Head"]
    assert [(piece.text, piece.reason) for piece in cut if piece.reason] == [
        ("| GETTY", "credit"),
        ("link\n- link", "list"),
    ]
