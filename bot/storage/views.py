"""How somebody is answered: in which language, and what they have set."""

from __future__ import annotations

from dataclasses import dataclass

from telegram import Update

from bot.i18n.languages import Language, spoken
from bot.storage.state import Preferences, State


@dataclass(frozen=True, slots=True)
class View:
    language: Language
    preferences: Preferences


def view_of(update: Update, state: State) -> View:
    """Of whoever made *update*: what they have set, or else the language of their app."""
    user = update.effective_user
    preferences = state.preferences(user.id) if user else Preferences()
    tag = preferences.language or (user.language_code if user else None)
    return View(spoken(tag), preferences)
