"""Progress bars."""

from __future__ import annotations

import pytest

from retrieval.output import bars


def test_a_bar_appears_with_the_first_step_and_goes(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[tuple[str, float | None, float]] = []
    bar = bars.progress_bar()
    monkeypatch.setattr(bars, "progress_bar", lambda: bar)
    with bars.counting_bar("Embedding") as show:
        assert not bar.tasks
        for done in (64, 130):
            show(done, 130)
            drawn += [(task.description, task.total, task.completed) for task in bar.tasks]
    assert drawn == [("Embedding", 130, 64), ("Embedding", 130, 130)]
    assert bar.live.is_started is False
