"""An update as handlers get it."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Sequence
from dataclasses import dataclass
from typing import Any

from telegram import Message, Update
from telegram.ext import ContextTypes

from bot.i18n.languages import BotLanguage
from bot.storage.recipients import Recipient
from retrieval.library import Library


@dataclass(frozen=True, slots=True)
class Incoming:
    """
    An update, and what it takes to answer it.

    Attributes:
        library: The library that is asked, the same for the whole update.
        recipient: Who is answered.
        arguments: The words after a command.
    """

    library: Library
    recipient: Recipient
    update: Update
    arguments: Sequence[str] = ()

    @property
    def language(self) -> BotLanguage:
        return self.recipient.language

    @property
    def message(self) -> Message:
        """Return the new message of the update, which must have one."""
        assert self.update.message
        return self.update.message


Handle = Callable[[Incoming], Coroutine[Any, Any, None]]
Callback = Callable[[Update, ContextTypes.DEFAULT_TYPE], Coroutine[Any, Any, None]]
Bind = Callable[[Handle], Callback]
"""Makes a callback for PTB out of a function that handles an `Incoming`."""
