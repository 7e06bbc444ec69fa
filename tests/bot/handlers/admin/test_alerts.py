"""What the admins are told of faults, and how often."""

from __future__ import annotations

import logging
import re

import pytest

from bot.handlers.admin.alerts import Restraint
from bot.messages import strings
from bot.simulator.wire import GROUP, Call, Fault
from retrieval.answers.records import Answer
from retrieval.articles import StoreError
from retrieval.library import Library
from tests.support.admin_desk import Desk

ASKED = "my secret winter"
BROKEN = Fault("sendMessage", 400, "Bad Request: something new")


def alerts_in(calls: list[Call]) -> list[str]:
    texts_ = [call.params["text"] for call in calls if call.method == "sendMessage"]
    return [text for text in texts_ if text.startswith("Something failed: ")]


def test_a_fault_reaches_the_admins_by_its_id_without_a_word_of_the_message(
    desk: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    desk.telegram.faults.append(BROKEN)
    [alert] = alerts_in(desk.take(desk.telegram.write(ASKED)))
    found = re.fullmatch(r"Something failed: BadRequest\. Its id in the log is ([0-9a-f]{8})\.", alert)  # fmt: skip
    assert found
    [record] = [record for record in caplog.records if record.levelno >= logging.ERROR]
    assert record.getMessage() == f"A handler failed (error {found[1]})"
    assert record.exc_info
    assert "secret" not in alert + caplog.text


def test_the_same_fault_is_told_once(desk: Desk) -> None:
    desk.telegram.faults += [BROKEN, BROKEN]
    updates = [desk.telegram.write(ASKED) for _ in range(2)]
    assert len(alerts_in(desk.take(updates[0]))) == 1
    assert alerts_in(desk.take(updates[1])) == []


def test_an_admin_who_blocked_the_bot_harms_nobody(
    desk: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, "bot")
    blocked = Fault("sendMessage", 403, "Forbidden: bot was blocked by the user")
    desk.telegram.faults += [BROKEN, blocked]
    calls = desk.take(desk.telegram.write(ASKED, GROUP))
    assert calls == []  # it was not addressed
    desk.telegram.faults.clear()
    desk.telegram.faults += [BROKEN, blocked]
    *_, apology = desk.take(desk.telegram.write(ASKED))
    assert apology.params["text"] == strings.FAILED
    assert "A fault could not be reported to an admin" in caplog.text


def test_why_nothing_can_be_looked_up_is_told_in_its_own_words(desk: Desk) -> None:
    class _Broken(Library):
        def ask(self, question: str, top: int = 3) -> Answer:  # noqa: ARG002
            raise StoreError("The index is damaged.")

    broken = _Broken(desk.collection.library.store)
    desk.collection.library = broken  # type: ignore[misc]
    calls = desk.take(desk.telegram.write("winter"))
    [alert] = alerts_in(calls)
    assert alert.startswith("Something failed: The index is damaged. Its id in the log is ")
    assert calls[-1].params["text"] == strings.CANNOT_SEARCH
    assert desk.admins.statistics.read().failed == 1


def test_an_open_bot_tells_nobody_of_a_fault(desk: Desk) -> None:
    desk.telegram.faults.append(BROKEN)
    assert alerts_in(desk.take(desk.telegram.write(ASKED), admins=False)) == []


def test_faults_of_many_kinds_are_no_storm() -> None:
    now = 0.0
    restraint = Restraint(lambda: now)
    assert [restraint.allows(f"fault {number % 9}") for number in range(20)] == [True] * 6 + [False] * 14  # fmt: skip
    now = 599.0
    assert not restraint.allows("fault 0")
    now = 601.0
    assert [restraint.allows("fault 0"), restraint.allows("fault 0")] == [True, False]
