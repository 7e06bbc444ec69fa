"""What Telegram shows of the bot before anything is asked: its menus of commands, and what it says of itself."""

from __future__ import annotations

import logging
from collections.abc import Coroutine, Iterator
from itertools import chain
from typing import Any

from telegram import (
    BotCommand,
    BotCommandScopeAllGroupChats,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeDefault,
)
from telegram.error import InvalidToken, TelegramError

from bot.handlers.admin import Admins
from bot.handlers.admin.menus import admin_menus
from bot.i18n.languages import LANGUAGES, language
from bot.messages import strings
from bot.updates.polling import App

log = logging.getLogger(__name__)


async def publish(app: App, admins: Admins | None = None) -> None:
    """
    Set menus and descriptions in each language. What cannot be set is logged and stays as it was.

    Raises:
        InvalidToken: Telegram does not know the token.
    """
    for what, call in chain(_calls(app), admin_menus(admins, app.bot) if admins else ()):
        try:
            await call
        except InvalidToken:
            raise
        except TelegramError as error:
            log.warning("The %s could not be set: %s", what, error)


def _calls(app: App) -> Iterator[tuple[str, Coroutine[Any, Any, object]]]:
    """Each with what it sets. Without a code it is for all who speak none of the languages."""
    bot = app.bot
    scopes = [
        (BotCommandScopeDefault(), strings.IN_GROUPS),
        (BotCommandScopeAllPrivateChats(), tuple(strings.COMMANDS)),
        (BotCommandScopeAllGroupChats(), strings.IN_GROUPS),
    ]
    for code in LANGUAGES:
        say = language(code).say
        spoken = None if code == "en" else code
        for scope, names in scopes:
            menu = [BotCommand(name, say(strings.COMMANDS[name])) for name in names]
            yield "menu of commands", bot.set_my_commands(menu, scope, spoken)
        yield "description", bot.set_my_description(say(strings.DESCRIPTION), spoken)
        yield "short description", bot.set_my_short_description(say(strings.ABOUT), spoken)
