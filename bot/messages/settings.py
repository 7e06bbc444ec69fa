"""The settings of a person, each with buttons to change it."""

from __future__ import annotations

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.i18n.languages import LANGUAGES
from bot.messages import strings
from bot.messages.answers import Page
from bot.messages.buttons import Set
from bot.storage.recipients import Recipient

EXCERPTS = (1, 3, 5, 10)
"""How many excerpts an answer can have at most."""


def settings(recipient: Recipient) -> Page:
    language, preferences = recipient.language, recipient.preferences
    languages = [
        _choice(name, Set("language", code), chosen=language.code == code)
        for code, name in LANGUAGES.items()
    ]
    excerpts = [
        _choice(
            language.count(strings.EXCERPTS, number),
            Set("excerpts", str(number)),
            chosen=preferences.excerpts == number,
        )
        for number in EXCERPTS
    ]
    previews = [
        _choice(language.say(label), Set("previews", value), chosen=preferences.previews == shown)
        for label, value, shown in (
            (strings.WITHOUT_PREVIEWS, "off", False),
            (strings.WITH_PREVIEWS, "on", True),
        )
    ]
    rows = [languages[:3], languages[3:], excerpts, previews]
    return Page(language.say(strings.SETTINGS), InlineKeyboardMarkup(rows))


def _choice(label: str, setting: Set, *, chosen: bool) -> InlineKeyboardButton:
    return InlineKeyboardButton(f"✓ {label}" if chosen else label, callback_data=setting.data)
