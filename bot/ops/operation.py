"""The bot in operation: what is watched, limited and followed while it answers."""

from __future__ import annotations

import asyncio
import os
import threading
from functools import partial

from bot.app import build
from bot.handlers.admins import Admins
from bot.messages import strings
from bot.ops.following import follow
from bot.ops.journal import QUESTIONS_ARE_LOGGED, journal
from bot.ops.menu import publish
from bot.recording.recorder import Recorder, carrier
from bot.settings import Settings
from bot.storage.state import State
from bot.updates.http_server import Address
from bot.updates.limits import Limits
from bot.updates.polling import Polling, Source, run
from bot.updates.reception import Reception
from bot.updates.webhook import Webhook
from retrieval.collection.protocol import Collection
from retrieval.receipts.versions import Versions

_LEAVING = 5.0
"""Seconds that threads have to return once all else is done."""


async def operate(
    settings: Settings,
    token: str,
    state: State,
    collection: Collection,
    admins: Admins | None = None,
    recorder: Recorder | None = None,
    versions: Versions | None = None,
) -> None:
    """
    Answer until told to stop, and be gone soon after.

    Raises:
        ListeningError: A port is taken.
        TelegramError: Telegram refuses to have it run.
    """
    source = _source(settings)
    watching = [journal(questions=settings.log_questions)]
    if admins:
        watching.append(admins.statistics.handled)
    reception = Reception(state, Limits(settings.questions_per_minute), watching)
    build_app = partial(
        build,
        lambda: collection.library,
        token,
        settings.telegram_api_url,
        recorder.request(carrier()) if recorder else None,
        state,
        admins,
        _notices(settings, recorder),
        reception=reception,
        keep_case=recorder.keep_case if recorder else None,
        versions=versions,
    )
    if settings.metrics_port:
        # It takes a while to import, for those who want it.
        from bot.ops.metrics import Metrics

        metrics = Metrics(lambda: collection.library)
        watching.append(metrics.handled)
        app = build_app(watched=metrics.watched)
        metrics.serve(app, Address(settings.metrics_listen, settings.metrics_port), source)
        looked = metrics.looked
    else:
        app, looked = build_app(), None
    if recorder:
        recorder.watch(app)
    seconds = settings.follow_seconds
    following = asyncio.create_task(follow(collection, seconds, looked)) if seconds else None
    try:
        await run(app, source, partial(publish, app, admins))
    finally:
        if following:
            following.cancel()
    _leave_within(_LEAVING)


def _notices(settings: Settings, recorder: Recorder | None) -> tuple[str, ...]:
    """What /privacy has to say of this run."""
    logged = QUESTIONS_ARE_LOGGED if settings.log_questions else strings.NOT_LOGGED
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
    End the process after so many *seconds*, if it is there still: Python waits for its threads, and one
    may look at the articles for minutes. What it writes is whole at every moment.
    """
    timer = threading.Timer(seconds, os._exit, [0])
    timer.daemon = True
    timer.start()
