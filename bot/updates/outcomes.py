"""What became of an update: reported by its handlers, for the log, the statistics and the metrics."""

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
    "done",  # not a question: a command, another page of an answer
    "failed",
    "blocked",  # the bot may not write there
    "limited",
    "duplicate",
    "ignored",  # not for the bot
]


UNAVAILABLE = "away"
"""The reason of a failure while nothing can be looked up."""


@dataclass(frozen=True, slots=True)
class HandledUpdate:
    """
    Attributes:
        reason: Why a question was refused, as in `retrieval.answers.records.Reason`, or `UNAVAILABLE`, or "".
        error: The id of a failure in the log, or "".
        seconds: How long it took, including the wait for the chat's earlier updates.
        update: With the text that people wrote, which is not logged unless the settings say so.
    """

    kind: Kind
    outcome: Outcome
    reason: str
    error: str
    seconds: float
    update: Update


Watcher = Callable[[HandledUpdate], None]


@dataclass(slots=True)
class Progress:
    """What is known so far about the update that is being handled."""

    outcome: Outcome = "done"
    reason: str = ""
    error: str = ""


_progress: ContextVar[Progress | None] = ContextVar("progress", default=None)


@contextmanager
def tracking() -> Iterator[Progress]:
    """Yield the progress of an update, to which everything that is called from here reports."""
    progress = Progress()
    token = _progress.set(progress)
    try:
        yield progress
    finally:
        _progress.reset(token)


def report_answer(answer: Answer) -> None:
    """Report that *answer* answers the question of this update."""
    if progress := _progress.get():
        progress.outcome = "refused" if answer.no_answer else "answered"
        progress.reason = answer.no_answer.reason if answer.no_answer else ""


def report_blocked() -> None:
    """Report that the bot may not write to the chat of this update."""
    if progress := _progress.get():
        progress.outcome = "blocked"


def report_failure(reason: str = "") -> str:
    """Report a failure and return a short id for it, which is the same for all failures of an update."""
    progress = _progress.get()
    if progress is None:
        return secrets.token_hex(4)
    progress.outcome, progress.reason = "failed", reason
    progress.error = progress.error or secrets.token_hex(4)
    return progress.error


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
