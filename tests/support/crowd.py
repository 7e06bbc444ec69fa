"""Many people who talk to the bot at the same time, over a wire on which calls fail."""

from __future__ import annotations

import asyncio
import json
import time
from collections import Counter
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from itertools import cycle
from pathlib import Path

import httpx
from telegram import Update
from telegram.ext import ContextTypes, TypeHandler
from telegram.request import HTTPXRequest

from bot.app import BotOptions, build
from bot.simulator.wire import JSON, AbsentError, Call, RefusedError, Telegram
from bot.storage.state import State
from bot.updates.polling import App
from bot.updates.retries import Retrying
from retrieval.library import Library
from tests.support.paths import DATA

CHATS = 50
TOKEN = "42:no-network"  # noqa: S105 - nobody's
SEED_QUESTIONS = DATA / "seed_questions.jsonl"

_REMEMBERED = 8
"""Messages of a chat to keep: the memory of the stand-in must not be mistaken for that of the bot."""

_LONGEST = 60.0
"""Seconds after which the bot is considered stuck."""

Key = tuple[int | None, int | str]
"""A chat, and the question or changed message in it; for an inline query None and its id."""


def questions() -> list[str]:
    """Return questions about the seeds, with and without an answer, and other things that people write."""
    lines = SEED_QUESTIONS.read_text(encoding="utf-8").splitlines()
    about_seeds = [json.loads(line)["question"] for line in lines]
    return [*about_seeds, "zzzzz qqqqq", '"life-threatening for millions"', "winter 😀 <b>&", "👋"]


@dataclass(frozen=True, slots=True)
class Trouble:
    """
    Why a call fails; without a *code* the network fails before the call has arrived.

    `methods` are those that it may happen to; `again` is the value of retry_after, in seconds.
    """

    code: int
    description: str
    methods: frozenset[str]
    again: int | None = None

    def may_happen_to(self, call: Call) -> bool:
        marked = call.params.get("parse_mode") == "HTML"
        return call.method in self.methods and (marked or "entities" not in self.description)


_WRITES = frozenset({"sendMessage", "editMessageText"})
_QUERIES = frozenset({"answerCallbackQuery", "answerInlineQuery"})

TROUBLES = (
    Trouble(429, "Too Many Requests: retry after 1", _WRITES | _QUERIES, again=1),
    Trouble(500, "Internal Server Error", _WRITES | _QUERIES),
    Trouble(0, "All connection attempts failed", _WRITES | _QUERIES),
    Trouble(403, "Forbidden: bot was blocked by the user", _WRITES),
    Trouble(502, "Bad Gateway", _WRITES | _QUERIES),
    Trouble(400, "Bad Request: message is not modified", frozenset({"editMessageText"})),
    Trouble(400, "Bad Request: query is too old and response timeout expired", _QUERIES),
    Trouble(400, "Bad Request: can't parse entities: unsupported start tag", _WRITES),
)


@dataclass(slots=True)
class Request:
    """
    Something that a person did, and how the bot answered.

    Attributes:
        since: The time when the bot received it, in seconds.
        answers: The time when Telegram accepted each answer.
        refused: Whether Telegram refused an answer for good.
        handled: Set when the bot has finished handling it.
    """

    since: float
    answers: list[float] = field(default_factory=list)
    refused: bool = False
    handled: asyncio.Event = field(default_factory=asyncio.Event)


@dataclass
class Line(Telegram):
    """
    Telegram, where one in *every* so many answers fails; 0 for none.

    Attributes:
        pending: The requests that are not handled yet.
        met: How often each trouble happened.
        seconds: The processor time that this stand-in took.
    """

    every: int = 0
    pending: dict[Key, Request] = field(default_factory=dict)
    met: Counter[str] = field(default_factory=Counter)
    seconds: float = 0.0
    _made: int = 0
    _troubles: Iterator[Trouble] = field(default_factory=lambda: cycle(TROUBLES))
    _due: list[Trouble] = field(default_factory=list)

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        began = time.thread_time()
        try:
            response = await super().handle_async_request(request)
            self._account(self.calls[-1], response)
        finally:
            self.calls.clear()
            self.seconds += time.thread_time() - began
        return response

    def _account(self, call: Call, response: httpx.Response) -> None:
        pending = self.pending.get(_answered(call))
        if pending and response.is_success:
            pending.answers.append(time.perf_counter())
        elif pending and response.status_code in (400, 403):
            pending.refused |= b"parse entities" not in response.content

    def _fail(self, method: str) -> None:
        if method not in _WRITES | _QUERIES or not self.every:
            return
        self._made += 1
        if self._made % self.every == 0:
            self._due.append(next(self._troubles))
        call = self.calls[-1]
        trouble = next((due for due in self._due if due.may_happen_to(call)), None)
        if trouble is None:
            return
        self._due.remove(trouble)
        self.met[f"{trouble.code} {trouble.description}"] += 1
        if not trouble.code:
            raise httpx.ConnectError(trouble.description)
        more = None if trouble.again is None else {"retry_after": trouble.again}
        raise RefusedError(trouble.code, trouble.description, more)

    def _keep(self, chat: int, sender: JSON, content: JSON) -> JSON:
        kept = super()._keep(chat, sender, content)
        there = [key for key in self.messages if key[0] == chat]
        for key in there[:-_REMEMBERED]:
            del self.messages[key]
            self._replied_to.pop(key, None)
        return kept


def _answered(call: Call) -> Key:
    """Return the key of the request that *call* answers, if any."""
    match call.method:
        case "sendMessage":
            return call.params["chat_id"], call.params.get("reply_parameters", {"message_id": 0})[
                "message_id"
            ]
        case "editMessageText":
            return call.params["chat_id"], call.params["message_id"]
        case "answerInlineQuery":
            return None, call.params["inline_query_id"]
    return None, ""


class Crowd:
    """
    People who each have a chat with the bot.

    Attributes:
        done: The requests that were handled.
    """

    def __init__(self, app: App, line: Line) -> None:
        self._app, self._line = app, line
        self._handled: dict[int, asyncio.Event] = {}
        self.done: list[Request] = []
        app.add_handler(TypeHandler(Update, self._on_handled), group=1)

    async def live(self, chat: int, enough: Callable[[], bool]) -> None:
        """Ask, turn pages, edit the question and ask inline, one after the other, until it is *enough*."""
        mixed = cycle(questions()[chat % CHATS :] + questions()[: chat % CHATS])
        while not enough():
            question, changed, elsewhere = next(mixed), next(mixed), next(mixed)
            request = await self.ask(chat, question)
            for label in ("▶", "◀"):
                try:
                    tap = self._line.tap(label, chat)
                except AbsentError:
                    continue
                message = tap["callback_query"]["message"]
                await self._do(tap, (chat, message["message_id"]), chat)
            if request.answers:  # else there is no answer to change
                answer = max(number for where, number in self._line.messages if where == chat)
                await self._do(self._line.rewrite(changed, chat), (chat, answer), chat)
            inline = self._line.ask_inline(elsewhere)
            await self._do(inline, (None, inline["inline_query"]["id"]), chat)

    async def ask(self, chat: int, question: str) -> Request:
        update = self._line.write(question, chat)
        return await self._do(update, (chat, update["message"]["message_id"]), chat)

    async def _do(self, update: JSON, key: Key, chat: int) -> Request:
        """
        Raises:
            TimeoutError: The bot does not finish handling it.
        """
        for content in update.values():
            if isinstance(content, dict):
                content["from"] = {"id": chat, "is_bot": False, "first_name": "Ada"}
        made = Update.de_json(update, self._app.bot)
        request = self._line.pending[key] = Request(time.perf_counter())
        self._handled[made.update_id] = request.handled
        await self._app.update_queue.put(made)
        await asyncio.wait_for(request.handled.wait(), _LONGEST)
        del self._line.pending[key]
        self.done.append(request)
        return request

    async def _on_handled(self, update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        self._handled.pop(update.update_id).set()


@asynccontextmanager
async def crowd(
    library: Library, folder: Path, every: int = 0
) -> AsyncIterator[tuple[Crowd, Line]]:
    """Run a bot that answers from *library*; one in *every* so many of its calls fails."""
    chats: dict[int, JSON] = {
        chat: {"id": chat, "type": "private", "first_name": "Ada"} for chat in range(1, CHATS + 1)
    }
    line = Line(chats=chats, every=every)
    state = State(folder / "state.sqlite")
    request = HTTPXRequest(httpx_kwargs={"transport": line}, connection_pool_size=256)
    app: App = build(library, TOKEN, BotOptions(request=request, state=state, limiter=Retrying(0)))
    async with app:
        await app.start()
        yield Crowd(app, line), line
        await app.stop()
    state.close()


def resident() -> float:
    """Return the megabytes of memory that this process has; 0.0 if the system does not say."""
    try:
        rollup = Path("/proc/self/smaps_rollup").read_text(encoding="ascii")
    except OSError:
        return 0.0
    return int(rollup.split("Rss:")[1].split()[0]) / 1024
