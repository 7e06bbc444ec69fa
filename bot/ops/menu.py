"""The menus of commands and the descriptions of the bot in Telegram."""

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
    Set the menus and descriptions in each language. One that cannot be set is logged, and stays as it was.

    Raises:
        InvalidToken: Telegram does not know the token.
    """
    for name, call in chain(_calls(app), admin_menus(admins, app.bot) if admins else ()):
        try:
            await call
        except InvalidToken:
            raise
        except TelegramError as error:
            log.warning("The %s could not be set: %s", name, error)


def _calls(app: App) -> Iterator[tuple[str, Coroutine[Any, Any, object]]]:
    """Yield the calls, each with its name for the log. Those in English are for all other languages, too."""
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
