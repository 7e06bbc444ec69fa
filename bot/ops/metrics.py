"""Metrics for Prometheus, and health checks."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from contextlib import suppress
from typing import Any, Literal

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, ProcessCollector
from prometheus_client.exposition import CONTENT_TYPE_LATEST, generate_latest
from telegram.error import TelegramError, TimedOut
from telegram.request import BaseRequest

from bot.updates.http_server import Address, Handler, Route, Server
from bot.updates.outcomes import HandledUpdate
from bot.updates.polling import App, Source
from retrieval.articles import EngineError
from retrieval.library import Library

_BUCKETS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)
"""Seconds."""

_LATELY = 60.0
"""Seconds after the last call after which a health check calls Telegram; polling calls more often."""

_PATIENCE = 3.0
"""Seconds in which Telegram and the library must answer a health check."""

_QUESTIONS = ("private", "group", "command", "edit", "inline", "guest")
"""Kinds of update that ask a question; a tap only shows another page of an answer."""

_NOTHING = 1_000
"""The most bytes of the body of a request, which needs none."""


class Metrics:
    """Counts updates and calls."""

    def __init__(self, library: Callable[[], Library]) -> None:
        """
        Args:
            library: Returns the library that is asked now.
        """
        self.registry = kept = CollectorRegistry()
        self._updates = Counter(
            "cuttings_updates", "Updates handled.", ["kind", "outcome"], registry=kept
        )
        self._seconds = Histogram(
            "cuttings_answer_seconds",
            "From a question's turn to the end of its answer.",
            buckets=_BUCKETS,
            registry=kept,
        )
        self._questions = Counter(
            "cuttings_questions",
            "Questions answered, and refused for a reason.",
            ["outcome", "reason"],
            registry=kept,
        )
        self._calls = Counter(
            "cuttings_telegram_calls", "Calls of the Bot API.", ["method", "status"], registry=kept
        )
        self._library = library
        self._synced = time.monotonic()
        articles = Gauge("cuttings_articles", "Articles that are asked.", registry=kept)
        articles.set_function(lambda: self._searched("articles"))
        passages = Gauge("cuttings_passages", "Passages that are asked.", registry=kept)
        passages.set_function(lambda: self._searched("passages"))
        age = Gauge(
            "cuttings_sync_age_seconds",
            "Since the articles were last looked at without fault.",
            registry=kept,
        )
        age.set_function(lambda: time.monotonic() - self._synced)
        ProcessCollector(registry=kept)
        self.reached = float("-inf")

    def _searched(self, what: Literal["articles", "passages"]) -> float:
        try:
            return float(getattr(self._library().coverage, what))
        except EngineError:
            return float("nan")

    def count_update(self, handled: HandledUpdate) -> None:
        self._updates.labels(handled.kind, handled.outcome).inc()
        if handled.outcome in ("answered", "refused"):
            self._seconds.observe(handled.seconds)
            if handled.kind in _QUESTIONS:
                self._questions.labels(handled.outcome, handled.reason).inc()

    def count_call(self, method: str, status: str) -> None:
        self._calls.labels(method, status).inc()
        if status == "200":
            self.reached = time.monotonic()

    def synced(self) -> None:
        """Note that the articles were synced without an error."""
        self._synced = time.monotonic()

    def observe(self, request: BaseRequest) -> BaseRequest:
        """Return *request* with each of its calls counted."""
        return ObservedRequest(request, self.count_call)

    def serve(self, app: App, at: Address, source: Source) -> Server:
        """
        Serve /metrics, and /healthz for *app* and the *source* of its updates.

        Raises:
            ListeningError: The address cannot be listened on.
        """
        routes: list[Route] = [
            ("/metrics", _Metrics, {"registry": self.registry}),
            ("/healthz", _Health, {"health": Health(self, self._library, app, source)}),
        ]
        return Server(routes, at, _NOTHING)


class ObservedRequest(BaseRequest):
    """Makes calls with another request, and reports the method and status of each."""

    def __init__(self, request: BaseRequest, called: Callable[[str, str], None]) -> None:
        self._request = request
        self._called = called

    @property
    def read_timeout(self) -> float | None:
        return self._request.read_timeout

    async def initialize(self) -> None:
        await self._request.initialize()

    async def shutdown(self) -> None:
        await self._request.shutdown()

    async def do_request(
        self, url: str, method: str, *args: Any, **kwargs: Any
    ) -> tuple[int, bytes]:
        called = "file" if "/file/" in url else url.rsplit("/", 1)[-1]
        try:
            status, body = await self._request.do_request(url, method, *args, **kwargs)
        except TelegramError as error:
            self._called(called, "timeout" if isinstance(error, TimedOut) else "network")
            raise
        self._called(called, str(status))
        return status, body


class Health:
    """Checks what is wrong with the bot."""

    def __init__(
        self, metrics: Metrics, library: Callable[[], Library], app: App, source: Source
    ) -> None:
        self._metrics = metrics
        self._library = library
        self._app = app
        self._source = source
        self._asking: asyncio.Task[None] | None = None

    async def faults(self) -> list[str]:
        """Return a word for each fault; an answer at all shows that the event loop runs."""
        if not self._app.running:
            return ["stopped"]
        answers = await asyncio.gather(self._telegram_answers(), self._library_answers())
        faults = [name for name, ok in zip(("telegram", "library"), answers, strict=True) if not ok]
        return [*faults, self._source.fault] if self._source.fault else faults

    async def _telegram_answers(self) -> bool:
        if time.monotonic() - self._metrics.reached < _LATELY:
            return True
        with suppress(TelegramError, TimeoutError):  # nobody may have written for a while
            async with asyncio.timeout(_PATIENCE):
                await self._app.bot.get_me()
            return True
        return False

    async def _library_answers(self) -> bool:
        # While a check is stuck there is no second one, as each takes a thread from the questions.
        if self._asking is None or self._asking.done():
            self._asking = asyncio.create_task(asyncio.to_thread(_ask, self._library()))
        try:
            async with asyncio.timeout(_PATIENCE):
                await asyncio.shield(self._asking)
        except (EngineError, OSError):  # a TimeoutError is an OSError
            return False
        return True


def _ask(library: Library) -> None:
    library.ask(next(iter(library.articles.values())).title, 1)


class _Metrics(Handler):
    SUPPORTED_METHODS = ("GET",)

    def initialize(self, registry: CollectorRegistry) -> None:
        self._registry = registry

    def get(self) -> None:
        self.set_header("Content-Type", CONTENT_TYPE_LATEST)
        self.write(generate_latest(self._registry))


class _Health(Handler):
    SUPPORTED_METHODS = ("GET",)

    def initialize(self, health: Health) -> None:
        self._health = health

    async def get(self) -> None:
        faults = await self._health.faults()
        self.set_status(503 if faults else 200)
        self.write({"ok": not faults, "faults": faults})
