"""Many people at once who talk to the bot as it runs, over a wire on which calls come to grief."""

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
"""Messages of a chat that are still there: what the stand-in keeps must not look like what the bot does."""

_LONGEST = 60.0
"""Seconds after which the bot is taken to be stuck."""

Key = tuple[int | None, int | str]
"""The chat, and the question or the message that changes there; of an inline query its id alone."""


def questions() -> list[str]:
    """Those about the seeds, with and without an answer, and some of what else people write."""
    lines = SEED_QUESTIONS.read_text(encoding="utf-8").splitlines()
    asked = [json.loads(line)["question"] for line in lines]
    return [*asked, "zzzzz qqqqq", '"life-threatening for millions"', "winter 😀 <b>&", "👋"]


@dataclass(frozen=True, slots=True)
class Trouble:
    """
    Why a call fails. With no *code* the network does, before the call has arrived.

    `methods` are those that it may befall; `again` is what retry_after says, in seconds.
    """

    code: int
    description: str
    methods: frozenset[str]
    again: int | None = None

    def befalls(self, call: Call) -> bool:
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
class Asked:
    """
    One thing that a person did, and what came of it.

    Attributes:
        since: When it was put before the bot; seconds, as `answers` are.
        answers: When Telegram took each answer.
        refused: Telegram said that it never takes an answer.
        handled: Whether the bot is done with it.
    """

    since: float
    answers: list[float] = field(default_factory=list)
    refused: bool = False
    handled: asyncio.Event = field(default_factory=asyncio.Event)


@dataclass
class Line(Telegram):
    """
    Telegram, where one of *every* so many answers fails; of 0, none does.

    Attributes:
        asked: What is still to be answered, or was lately.
        met: How often each trouble befell a call.
        seconds: Of the processor, that this stand-in took.
    """

    every: int = 0
    asked: dict[Key, Asked] = field(default_factory=dict)
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
        asked = self.asked.get(_answers(call))
        if asked and response.is_success:
            asked.answers.append(time.perf_counter())
        elif asked and response.status_code in (400, 403):
            asked.refused |= b"parse entities" not in response.content

    def _fail(self, method: str) -> None:
        if method not in _WRITES | _QUERIES or not self.every:
            return
        self._made += 1
        if self._made % self.every == 0:
            self._due.append(next(self._troubles))
        call = self.calls[-1]
        trouble = next((one for one in self._due if one.befalls(call)), None)
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
            self._asked.pop(key, None)
        return kept


def _answers(call: Call) -> Key:
    """What *call* answers, if anything."""
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
        done: What they did, once it is over.
    """

    def __init__(self, app: App, line: Line) -> None:
        self._app, self._line = app, line
        self._handled: dict[int, asyncio.Event] = {}
        self.done: list[Asked] = []
        app.add_handler(TypeHandler(Update, self._on_handled), group=1)

    async def live(self, chat: int, enough: Callable[[], bool]) -> None:
        """Ask, turn pages, change the question and ask inline, each once the last is over."""
        mixed = cycle(questions()[chat % CHATS :] + questions()[: chat % CHATS])
        while not enough():
            question, changed, elsewhere = next(mixed), next(mixed), next(mixed)
            asked = await self.ask(chat, question)
            for label in ("▶", "◀"):
                try:
                    tap = self._line.tap(label, chat)
                except AbsentError:
                    continue
                message = tap["callback_query"]["message"]
                await self._do(tap, (chat, message["message_id"]), chat)
            if asked.answers:  # else there is nothing to change
                answer = max(number for where, number in self._line.messages if where == chat)
                await self._do(self._line.rewrite(changed, chat), (chat, answer), chat)
            inline = self._line.ask_inline(elsewhere)
            await self._do(inline, (None, inline["inline_query"]["id"]), chat)

    async def ask(self, chat: int, question: str) -> Asked:
        update = self._line.write(question, chat)
        return await self._do(update, (chat, update["message"]["message_id"]), chat)

    async def _do(self, update: JSON, key: Key, chat: int) -> Asked:
        """
        Raises:
            TimeoutError: The bot does not get done with it.
        """
        for content in update.values():
            if isinstance(content, dict):
                content["from"] = {"id": chat, "is_bot": False, "first_name": "Ada"}
        made = Update.de_json(update, self._app.bot)
        asked = self._line.asked[key] = Asked(time.perf_counter())
        self._handled[made.update_id] = asked.handled
        await self._app.update_queue.put(made)
        await asyncio.wait_for(asked.handled.wait(), _LONGEST)
        del self._line.asked[key]
        self.done.append(asked)
        return asked

    async def _on_handled(self, update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        self._handled.pop(update.update_id).set()


@asynccontextmanager
async def crowd(
    library: Library, folder: Path, every: int = 0
) -> AsyncIterator[tuple[Crowd, Line]]:
    """The bot that answers from *library*, one of *every* so many of its calls failing."""
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
    """Megabytes of memory that this process has; 0.0 where that is not told."""
    try:
        told = Path("/proc/self/smaps_rollup").read_text(encoding="ascii")
    except OSError:
        return 0.0
    return int(told.split("Rss:")[1].split()[0]) / 1024
