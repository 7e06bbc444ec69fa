"""Who is answered: in which language, and with which preferences."""

from __future__ import annotations

from dataclasses import dataclass

from telegram import Update

from bot.i18n.languages import BotLanguage, spoken
from bot.storage.state import Preferences, State


@dataclass(frozen=True, slots=True)
class Recipient:
    language: BotLanguage
    preferences: Preferences


def recipient_of(update: Update, state: State) -> Recipient:
    """Return the sender of *update*, whose language is the one they set, or else that of their app."""
    user = update.effective_user
    preferences = state.preferences(user.id) if user else Preferences()
    tag = preferences.language or (user.language_code if user else None)
    return Recipient(spoken(tag), preferences)
