"""What became of an update: told by those who handle it, for those who keep log and count."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Literal

from telegram import Message, Update
from telegram.constants import ChatType, MessageEntityType

from retrieval.answers.records import Answer

Kind = Literal["private", "group", "command", "edit", "tap", "inline", "guest", "other"]

Outcome = Literal[
    "answered",
    "refused",
    "done",  # what is no question: a command, a turned page
    "failed",
    "blocked",  # the bot may not write there
    "limited",
    "duplicate",
    "ignored",  # not for the bot
]


AWAY = "away"
"""The reason of what failed because nothing can be looked up now."""


@dataclass(frozen=True, slots=True)
class Handled:
    """
    An update that needs nothing more.

    Attributes:
        reason: Of a refusal, as `retrieval.answers.records.Reason` has it, or `AWAY`, else empty.
        error: The id of what failed, else empty.
        seconds: From its turn in the queue to its end, the wait for its chat's turn included.
        update: With all that people wrote in it; no word of that goes into a log unless it is asked for.
    """

    kind: Kind
    outcome: Outcome
    reason: str
    error: str
    seconds: float
    update: Update


Watches = Callable[[Handled], None]


@dataclass(slots=True)
class Course:
    """How it goes with the update that is being handled; filled as it becomes known."""

    outcome: Outcome = "done"
    reason: str = ""
    error: str = ""


_course: ContextVar[Course | None] = ContextVar("course", default=None)


@contextmanager
def following() -> Iterator[Course]:
    """The course of an update, which everything that is called from here can tell of."""
    course = Course()
    before = _course.set(course)
    try:
        yield course
    finally:
        _course.reset(before)


def found(answer: Answer) -> None:
    """The question of this update has that *answer*."""
    if course := _course.get():
        course.outcome = "refused" if answer.no_answer else "answered"
        course.reason = answer.no_answer.reason if answer.no_answer else ""


def blocked() -> None:
    """What answers this update may not be sent."""
    if course := _course.get():
        course.outcome = "blocked"


def failed(reason: str = "") -> str:
    """A short id for what fails now: the same for all that is told of one update."""
    course = _course.get()
    if course is None:
        return secrets.token_hex(4)
    course.outcome, course.reason = "failed", reason
    course.error = course.error or secrets.token_hex(4)
    return course.error


def kind_of(update: Update) -> Kind:
    if update.edited_message:
        return "edit"
    if update.callback_query:
        return "tap"
    if update.inline_query:
        return "inline"
    if update.guest_message:
        return "guest"
    message = update.message
    if message is None:
        return "other"
    if _is_command(message):
        return "command"
    return "private" if message.chat.type == ChatType.PRIVATE else "group"


def _is_command(message: Message) -> bool:
    return any(
        entity.type == MessageEntityType.BOT_COMMAND and entity.offset == 0
        for entity in message.entities
    )
