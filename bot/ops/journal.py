"""Logs each update, without the text that people wrote unless the settings say so."""

from __future__ import annotations

import hashlib
import logging
import re
import secrets
from collections.abc import Callable

from telegram import Update

from bot.handlers.addressing import question_of
from bot.ops.logs import one_line
from bot.updates.outcomes import HandledUpdate, Watcher

log = logging.getLogger(__name__)


def journal(*, questions: bool = False) -> Watcher:
    """
    Return a function that logs each handled update in one line.

    People and chats are named by a hash with a key that lasts as long as the process, so that the log
    shows whether two updates are from one person, but not who that is.

    Args:
        questions: Log the text of questions as well.
    """
    name = _namer(secrets.token_bytes(16))

    def write(handled: HandledUpdate) -> None:
        update = handled.update
        sender, chat = update.effective_sender, update.effective_chat
        facts = {
            "update": update.update_id,
            "kind": handled.kind,
            "outcome": handled.outcome,
            "reason": handled.reason,
            "error": handled.error,
            "ms": round(1000 * handled.seconds, 1),
            "who": name(sender.id) if sender else "",
            "chat": name(chat.id) if chat else "",
            "question": _question(update) if questions and handled.outcome != "ignored" else "",
        }
        known = {key: fact for key, fact in facts.items() if fact != ""}
        line = " ".join(f"{key}={_quoted(fact)}" for key, fact in known.items())
        log.info("%s", line, extra={"facts": known})

    return write


def _namer(key: bytes) -> Callable[[int], str]:
    def name(id_: int) -> str:
        return hashlib.blake2b(str(id_).encode(), key=key, digest_size=6).hexdigest()

    return name


def _quoted(fact: object) -> str:
    """Return *fact* on one line, in quotes if it needs them."""
    if re.fullmatch(r"[\w.-]+", str(fact)):
        return str(fact)
    return one_line(fact)


def _question(update: Update) -> str:
    if update.inline_query:
        return update.inline_query.query
    message = update.message or update.edited_message or update.guest_message
    return question_of(message) if message else ""
