"""What is counted of questions, how exact the times are, and that it outlives the bot."""

from __future__ import annotations

import logging
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.storage.database import StorageError
from bot.storage.statistics import Statistics, quantile, size_of


@given(st.lists(st.floats(1e-4, 100), min_size=1), st.sampled_from([0.5, 0.99, 1.0]))
def test_a_quantile_is_at_most_a_tenth_too_much(times: list[float], share: float) -> None:
    counts: dict[int, int] = {}
    for seconds in times:
        counts[size_of(seconds)] = counts.get(size_of(seconds), 0) + 1
    found = quantile(counts, share)
    assert found
    below = sum(seconds <= found * 1.0001 for seconds in times)
    assert below >= share * len(times)
    assert sum(seconds < found / 1.1001 for seconds in times) <= share * len(times)


@pytest.mark.parametrize("seconds", [0.0, -1.0, 1e-9, 1e-4, 1.0, 1e9])
def test_any_time_has_a_count_and_there_are_few_of_them(seconds: float) -> None:
    assert 0 <= size_of(seconds) <= 150


def test_without_a_question_there_are_no_times() -> None:
    figures = Statistics().read()
    assert (figures.questions, figures.p50, figures.p99) == (0, None, None)
    assert figures.since > 0


def test_what_is_counted_outlives_the_bot(tmp_path: Path) -> None:
    path = tmp_path / "data" / "counts.sqlite"
    for _ in range(2):
        statistics = Statistics(path)
        statistics.count("answered", took=0.01)
        statistics.count("refused", "weak", 0.02)
        statistics.count("failed")
        figures = statistics.read()
        statistics.close()
    assert (figures.answered, figures.refused, figures.failed) == (2, {"weak": 2}, 2)
    assert figures.questions == 6
    assert figures.p50
    assert figures.p99
    assert 0.01 <= figures.p50 <= 0.011
    assert 0.02 <= figures.p99 <= 0.022


def test_what_many_ask_at_once_is_all_counted(tmp_path: Path) -> None:
    statistics = Statistics(tmp_path / "counts.sqlite")
    with ThreadPoolExecutor(8) as threads:
        for _ in range(200):
            threads.submit(statistics.count, "answered", "", 0.01)
    assert statistics.read().answered == 200


def test_a_disk_that_fails_costs_counts_and_no_answer(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    path = tmp_path / "counts.sqlite"
    statistics = Statistics(path)
    other = sqlite3.connect(path)
    other.execute("DROP TABLE counts")
    other.close()
    statistics.count("answered", took=0.1)
    assert statistics.read().questions == 0
    assert [record.levelno for record in caplog.records] == [logging.WARNING] * 2


def test_a_place_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("")
    with pytest.raises(StorageError, match=r"counts\.sqlite cannot be opened for writing: "):
        Statistics(tmp_path / "data" / "counts.sqlite")
