"""In a pipe no progress is drawn."""

from __future__ import annotations

import pytest

from retrieval.output.progress import collect, embedding_bar, indexing_bar, spinner


def test_nothing_is_drawn_unless_standard_error_is_a_terminal(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with spinner("Reading"), embedding_bar() as embedding, indexing_bar() as indexing:
        assert collect("Asking", iter("abc"), 3) == ["a", "b", "c"]
    assert (embedding, indexing) == (None, None)
    assert capsys.readouterr() == ("", "")
