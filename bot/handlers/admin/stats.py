"""/stats: how many questions there were, how long they took, and how large the index is."""

from __future__ import annotations

from functools import partial

from bot.handlers.admin.admins import Admins
from bot.handlers.incoming import Incoming
from bot.handlers.sending import reply
from bot.handlers.working import working
from bot.i18n.languages import BotLanguage
from bot.messages import admin
from bot.messages.answers import Page
from bot.storage.state import State
from bot.storage.statistics import Statistics
from bot.updates.outcomes import UNAVAILABLE, HandledUpdate

_QUESTIONS = ("private", "group", "command")
"""Kinds of update that ask a new question."""


def count_question(statistics: Statistics, update: HandledUpdate) -> None:
    """Count *update* if it was a new question."""
    if update.kind not in _QUESTIONS:
        return
    if update.outcome in ("answered", "refused"):
        statistics.count(update.outcome, update.reason, update.seconds)
    elif update.reason == UNAVAILABLE:
        statistics.count("failed")


async def on_stats(state: State, admins: Admins, incoming: Incoming) -> None:
    # The state belongs to this thread, all else may take a while.
    work = partial(_read, admins, incoming.language, state.feedback_counts())
    await reply(incoming.message, await working(incoming.message, work))


def _read(admins: Admins, language: BotLanguage, feedback: tuple[int, int]) -> Page:
    collection, figures = admins.collection, admins.statistics.read()
    library, size = collection.library, collection.index_size
    index = admin.IndexFigures(
        len(library.articles),
        library.coverage.passages,
        size.engine,
        size.size,
        len(library.problems),
        collection.trouble,
        collection.embedded,
    )
    return admin.statistics(language, figures, feedback, index)
