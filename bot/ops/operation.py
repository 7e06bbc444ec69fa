"""Runs the bot, and what watches, limits and follows while it answers."""

from __future__ import annotations

import asyncio
import os
import threading
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

from bot.app import BotOptions, build
from bot.handlers.admin import Admins
from bot.handlers.admin.stats import count_question
from bot.messages import strings
from bot.ops import metrics
from bot.ops.embedding import embed
from bot.ops.following import follow
from bot.ops.journal import journal
from bot.ops.menu import publish
from bot.recording.recorder import Recorder, default_request
from bot.settings import Settings
from bot.storage.state import State
from bot.updates.http_server import Address
from bot.updates.limits import RateLimits
from bot.updates.outcomes import Watcher
from bot.updates.polling import App, Polling, Source, run
from bot.updates.reception import Reception
from bot.updates.webhook import Webhook
from retrieval.collection.protocol import Collection
from retrieval.library import Library
from retrieval.receipts.versions import Versions

_LEAVING = 5.0
"""Seconds that threads have to return once all else is done."""


@dataclass(frozen=True, slots=True)
class Services:
    """What the bot runs on, open and ready."""

    collection: Collection
    state: State
    admins: Admins | None = None
    recorder: Recorder | None = None
    versions: Versions | None = None


async def operate(settings: Settings, services: Services) -> None:
    """
    Answer until the process is told to stop, and end soon after.

    Raises:
        ListeningError: A port is taken.
        TelegramError: Telegram does not accept the bot.
    """
    source = _source(settings)
    app, synced = _build(settings, services, source)
    if services.recorder:
        services.recorder.watch(app)
    seconds = settings.follow_seconds
    beside = [asyncio.create_task(embed(services.collection))]
    if seconds:
        beside.append(asyncio.create_task(follow(services.collection, seconds, synced)))
    try:
        await run(app, source, partial(publish, app, services.admins))
    finally:
        for task in beside:
            task.cancel()
    _leave_within(_LEAVING)


def _build(
    settings: Settings, services: Services, source: Source
) -> tuple[App, Callable[[], None] | None]:
    """Return the bot, and what to call after each sync of its articles, if anything."""
    admins, recorder = services.admins, services.recorder
    token = settings.token
    watchers: list[Watcher] = [journal(questions=settings.log_questions)]
    if admins:
        watchers.append(partial(count_question, admins.statistics))
    reception = Reception(services.state, RateLimits(settings.questions_per_minute), watchers)
    options = BotOptions(
        api_url=settings.telegram_api_url,
        request=recorder.wrap_request(default_request()) if recorder else None,
        state=services.state,
        admins=admins,
        notices=_notices(settings, recorder),
        reception=reception,
        keep_case=recorder.keep_case if recorder else None,
        versions=services.versions,
    )

    def library() -> Library:
        return services.collection.library

    if not settings.metrics_port:
        return build(library, token, options), None
    watched = metrics.Metrics(library)
    watchers.append(watched.count_update)
    app = build(library, token, replace(options, wrap_request=watched.observe))
    watched.serve(app, Address(settings.metrics_listen, settings.metrics_port), source)
    return app, watched.synced


def _notices(settings: Settings, recorder: Recorder | None) -> tuple[str, ...]:
    """Return what /privacy says first about this run."""
    logged = strings.QUESTIONS_ARE_LOGGED if settings.log_questions else strings.NOT_LOGGED
    return (logged, strings.RECORDED) if recorder else (logged,)


def _source(settings: Settings) -> Source:
    if not settings.webhook_url:
        return Polling()
    return Webhook(
        settings.webhook_url,
        settings.webhook_secret.get_secret_value(),
        Address(settings.webhook_listen, settings.webhook_port),
    )


def _leave_within(seconds: float) -> None:
    """
    End the process after that many *seconds*, if it still runs: Python waits for its threads, and one of
    them may look at the articles for minutes. What it writes is complete at every moment.
    """
    timer = threading.Timer(seconds, os._exit, [0])
    timer.daemon = True
    timer.start()
