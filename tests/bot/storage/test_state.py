"""What the bot remembers: for a day, over restarts, and whatever becomes of the process."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from bot.storage.database import StorageError
from bot.storage.state import Feedback, PastQuestion, Preferences, State

REMEMBERS = """
import os, signal, sys
from pathlib import Path
from bot.storage.state import State

state = State(Path(sys.argv[1]))
for number in range(100):
    state.remember_answer(1, number, number + 1)
os.kill(os.getpid(), signal.SIGKILL)
"""


def test_it_knows_which_message_answers_which_in_each_chat(tmp_path: Path) -> None:
    path = tmp_path / "data" / "bot.sqlite"
    state = State(path)
    state.remember_answer(1, 10, 11)
    state.remember_answer(-2, 10, 12)
    state.remember_answer(1, 10, 13)
    state.close()
    after = State(path)
    assert [after.answer_to(*of) for of in [(1, 10), (-2, 10), (1, 11)]] == [13, 12, None]


def test_it_forgets_after_a_day(monkeypatch: pytest.MonkeyPatch) -> None:
    now = [1_000_000.0]
    monkeypatch.setattr("bot.storage.state.time.time", lambda: now[0])
    state = State()
    state.remember_answer(1, 10, 11)
    now[0] += 86_399
    assert state.answer_to(1, 10) == 11
    now[0] += 2
    assert state.answer_to(1, 10) is None
    state.remember_answer(1, 20, 21)
    assert state._connection.execute("SELECT question FROM answers").fetchall() == [(20,)]


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such signal")
def test_a_process_that_is_killed_leaves_what_it_remembered(tmp_path: Path) -> None:
    path = tmp_path / "bot.sqlite"
    command = [sys.executable, "-c", REMEMBERS, str(path)]
    done = subprocess.run(command, capture_output=True, check=False)
    assert done.returncode == -signal.SIGKILL, done.stderr
    assert [State(path).answer_to(1, number) for number in (0, 99)] == [1, 100]


def test_where_it_cannot_be_kept_that_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    (tmp_path / "text.sqlite").write_text("no database, but long enough to be taken for one" * 99)
    for path, cause in [
        (tmp_path / "file" / "bot.sqlite", os.strerror(errno.EEXIST)),
        (tmp_path / "text.sqlite", "file is not a database"),
    ]:
        with pytest.raises(StorageError) as told:
            State(path)
        assert str(told.value) == f"{path} cannot be opened for writing: {cause}."


def test_a_disk_that_fails_costs_what_is_remembered_and_nothing_else(
    caplog: pytest.LogCaptureFixture,
) -> None:
    state = State()
    state.close()
    state.remember_answer(1, 10, 11)
    assert state.answer_to(1, 10) is None
    assert [record.levelname for record in caplog.records] == ["WARNING"] * 2


def asked(answer: int, question: str = "winter?", **where: int | None) -> PastQuestion:
    at = {"chat": 1, "topic": None, "user": 5, "message": answer - 1} | where
    return PastQuestion(answer=answer, question=question, before=None, shown=3, **at)  # type: ignore[arg-type]


def test_the_last_question_of_a_person_in_a_topic_is_what_the_next_goes_on_from() -> None:
    state = State()
    first, last = asked(11, "winter?"), asked(13, "and Kyiv?")
    elsewhere, other = asked(15, topic=7), asked(17, user=6)
    for one in (first, last, elsewhere, other):
        state.remember_question(one)
    assert state.last_question(1, None, 5) == last
    assert state.last_question(1, 7, 5) == elsewhere
    assert state.last_question(2, None, 5) is None
    assert state.question_answered_by(1, 11) == first
    state.forget_questions(1, None)
    assert [state.question_answered_by(1, n) for n in (11, 13, 17)] == [None] * 3
    assert state.last_question(1, 7, 5) == elsewhere


def test_what_was_asked_is_forgotten_after_an_hour(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    now = [1_000_000.0]
    monkeypatch.setattr("bot.storage.state.time.time", lambda: now[0])
    path = tmp_path / "bot.sqlite"
    state = State(path)
    state.remember_question(asked(11, "a word of mine"))
    now[0] += 3_599
    assert state.last_question(1, None, 5)
    now[0] += 2
    assert state.last_question(1, None, 5) is None
    assert state.question_answered_by(1, 11) is None
    state.remember_question(asked(21))
    state.close()
    assert b"a word of mine" not in b"".join(part.read_bytes() for part in tmp_path.iterdir())


def test_preferences_stay_until_they_are_changed_or_forgotten(tmp_path: Path) -> None:
    path = tmp_path / "bot.sqlite"
    state = State(path)
    assert state.preferences(5) == Preferences()
    state.prefer(5, Preferences("de", 10, previews=True))
    assert State(path).preferences(5) == Preferences("de", 10, previews=True)
    assert State(path).preferences(6) == Preferences()


def test_a_person_who_is_forgotten_leaves_no_byte(tmp_path: Path) -> None:
    path = tmp_path / "bot.sqlite"
    state = State(path)
    state.prefer(5, Preferences("de"))
    state.remember_answer(5, 10, 11)
    state.remember_question(asked(11, "a word of mine", chat=-9))
    state.remember_question(asked(13, "somebody else's words", user=6))
    state.remember_feedback(-9, 11, 5, Feedback(True, "a very good article", 0, 9, "01234567"))
    state.forget(5)
    assert state.preferences(5) == Preferences()
    assert state.answer_to(5, 10) is None
    assert state.question_answered_by(-9, 11) is None
    assert state.feedback_counts() == (0, 0)
    assert state.last_question(1, None, 6)
    state.close()
    left = b"".join(part.read_bytes() for part in tmp_path.iterdir())
    assert b"word of mine" not in left
    assert b"very good" not in left


def test_a_rating_takes_the_place_of_the_one_before() -> None:
    state = State()
    for user, good in [(5, True), (6, True), (5, False)]:
        state.remember_feedback(1, 11, user, Feedback(good, "a", 0, 9, "01234567"))
    assert state.feedback_counts() == (1, 1)
    assert state.begin_update(1)  # rather twice than not at all
    state.end_update(1)


def test_an_update_that_was_handled_is_known_again_and_one_that_was_cut_off_is_not(
    tmp_path: Path,
) -> None:
    path = tmp_path / "bot.sqlite"
    state = State(path)
    assert state.begin_update(1)
    assert state.begin_update(2)
    state.end_update(1)
    state.close()
    after = State(path)
    assert [after.begin_update(number) for number in (1, 2, 3)] == [False, True, True]


def test_an_update_that_never_ends_is_begun_three_times() -> None:
    state = State()
    assert [state.begin_update(1) for _ in range(5)] == [True, True, True, False, False]


def test_the_updates_that_are_known_have_a_most() -> None:
    state = State(most_updates=200)
    for number in range(1_000):
        state.begin_update(number)
        state.end_update(number)
    assert [state.begin_update(number) for number in (999, 801, 101)] == [False, False, True]
    [(count,)] = state._connection.execute("SELECT count(*) FROM updates").fetchall()
    assert 200 <= count <= 301


def test_which_excerpt_an_answer_shows_is_remembered_until_it_is_forgotten() -> None:
    state = State()
    assert state.page_of(5, 11) == 0
    state.remember_page(5, 11, 2)
    state.remember_page(5, 13, 1)
    assert (state.page_of(5, 11), state.page_of(5, 13), state.page_of(6, 11)) == (2, 1, 0)
    state.forget(5)
    assert state.page_of(5, 11) == 0
