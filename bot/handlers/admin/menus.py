"""The menu of commands in each admin's own chat."""

from __future__ import annotations

from collections.abc import Coroutine, Iterator
from itertools import product
from typing import Any

from telegram import Bot, BotCommand, BotCommandScopeChat

from bot.handlers.admin.admins import Admins
from bot.i18n.languages import LANGUAGES, language
from bot.messages import strings

_COMMANDS = {**strings.COMMANDS, **strings.ADMIN_COMMANDS}


def admin_menus(admins: Admins, bot: Bot) -> Iterator[tuple[str, Coroutine[Any, Any, object]]]:
    """Yield calls that set the menus, each with its name for the log."""
    for id_, code in product(admins.ids, LANGUAGES):
        say = language(code).say
        menu = [BotCommand(name, say(purpose)) for name, purpose in _COMMANDS.items()]
        call = bot.set_my_commands(menu, BotCommandScopeChat(id_), None if code == "en" else code)
        yield "menu of an admin, who may not have written to me yet,", call
