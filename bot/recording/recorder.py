"""
Conversations from life: what people do and what the bot makes of it, redacted before it is written.

A line a event, as JSON, each on disk when the next begins:

    {"collection": "1875e9e6", "update": {"update_id": 1, "message": {...}}}
    {"call": "sendMessage", "because": 1, "params": {...}, "answer": {"ok": true, "message_id": 2}}

An update that the bot makes no call for is not written.
"""

from __future__ import annotations

import json
import logging
import os
from collections.abc import Callable, Iterable
from contextvars import ContextVar
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import Any

from telegram import Update
from telegram.error import TelegramError
from telegram.ext import ContextTypes, TypeHandler
from telegram.request import BaseRequest, HTTPXRequest, RequestData

from bot.app import CONNECTIONS
from bot.recording.redaction import Redactor
from bot.recording.scripts import Event, convert
from bot.settings import UnusableError
from bot.simulator.recordings import Recording, dump
from bot.simulator.wire import JSON, decode
from bot.updates.polling import App
from retrieval.articles import EngineError
from retrieval.library import Library

log = logging.getLogger(__name__)


class RecordingError(UnusableError):
    """Nothing can be written or read there; `str()` is the sentence that says why."""


@dataclass
class _Exchange:
    """An update while it is handled; what is known of it is written with its first call."""

    update: JSON
    number: int | None = None


_handled: ContextVar[_Exchange | None] = ContextVar("handled", default=None)
"""The update that a call is made for."""


class Recorder:
    """
    Writes what goes on between `watch` and `close`. Where the disk fails it stops, and that is logged:
    the bot goes on.
    """

    def __init__(self, path: Path, library: Callable[[], Library], token: str) -> None:
        """
        Args:
            path: Of a file that is not there yet: a person has the same number in the whole of one.
            library: What is asked just now.
            token: Of the bot.

        Raises:
            RecordingError: It cannot be written.
        """
        self.path = path
        self._library = library
        self._token = token
        self._redactor: Redactor | None = None
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self.descriptor: int | None = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        except OSError as error:
            raise RecordingError(f"{path} cannot be written: {error.strerror}.") from None

    def request(self, carrier: BaseRequest) -> BaseRequest:
        """*carrier*, the calls of which are seen."""
        return _Seen(carrier, self)

    def watch(self, app: App) -> None:
        """See the updates of *app*, before its handlers do."""
        app.add_handler(TypeHandler(Update, self._begin), group=-1)

    def close(self) -> None:
        if self.descriptor is not None:
            os.close(self.descriptor)
        self.descriptor = None

    def save_case(self, folder: Path, chat: int, evidence: dict[str, Any]) -> Path | None:
        """
        Save the conversation of one chat so far, as `save_case` has it; None when nothing is known
        of it.

        Args:
            chat: Its id; a person's for what is asked inline.
            evidence: Plain data on the newest answer; it is redacted too.

        Raises:
            RecordingError: It cannot be written.
        """
        if not self._redactor:
            return None
        found = convert(_events(self.path)[0]).recordings.get(self._redactor.chat(chat))
        if found is None:
            return None
        told = self._redactor.evidence(evidence)
        return save_case(folder, found, self._library().version, told)

    def keep_case(self, chat: int, evidence: dict[str, Any]) -> None:
        """As `save_case`, beside the recording; what keeps that from being done is logged."""
        try:
            if saved := self.save_case(self.path.parent / "cases", chat, evidence):
                log.info("An answer was found bad; the conversation is kept in %s.", saved)
        except RecordingError as error:
            log.warning("A conversation could not be kept: %s", error)

    async def _begin(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        if self._redactor is None:
            bot = context.bot
            self._redactor = Redactor(bot.id, bot.username, self._token, self._is_public)
        _handled.set(_Exchange(update.to_dict()))

    def called(self, method: str, params: JSON, answer: JSON) -> None:
        """A call was made and answered so."""
        exchange = _handled.get()
        if exchange is None or self._redactor is None:
            return  # it is for no update: a menu, a look for new ones
        if exchange.number is None:
            kept = self._redactor.update(exchange.update)
            exchange.number = kept["update_id"]
            self._write({"collection": self._library().version, "update": kept})
        self._write(
            {
                "call": method,
                "because": exchange.number,
                "params": self._redactor.call(params, exchange.update),
                "answer": self._redactor.answer(params.get("chat_id"), answer),
            }
        )

    def _is_public(self, word: str) -> bool:
        try:
            return self._library().mentions(word)
        except EngineError:
            return False

    def _write(self, event: JSON) -> None:
        if self.descriptor is None:
            return
        try:
            os.write(self.descriptor, f"{json.dumps(event)}\n".encode())  # no buffer to be lost
        except OSError as error:
            log.warning("The conversation is no longer recorded: %s", error.strerror)
            self.close()


def carrier() -> BaseRequest:
    """What carries the calls of a bot by itself."""
    return HTTPXRequest(connection_pool_size=CONNECTIONS)


class _Seen(BaseRequest):
    """Carries calls as another does, and shows them to a recorder."""

    def __init__(self, carrier: BaseRequest, recorder: Recorder) -> None:
        self._carrier = carrier
        self._recorder = recorder

    async def initialize(self) -> None:
        await self._carrier.initialize()

    async def shutdown(self) -> None:
        await self._carrier.shutdown()

    @property
    def read_timeout(self) -> float | None:
        return self._carrier.read_timeout

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        *more: Any,
        **times: Any,
    ) -> tuple[int, bytes]:
        name = url.rsplit("/", 1)[-1]
        params = decode(request_data.url_encoded_parameters()) if request_data else {}
        try:
            code, answer = await self._carrier.do_request(url, method, request_data, *more, **times)
        except TelegramError as error:
            self._recorder.called(name, params, {"ok": False, "lost": type(error).__name__})
            raise
        if method == "POST":
            self._recorder.called(name, params, _answer(answer))
        return code, answer


def load(path: Path) -> tuple[list[Event], list[str]]:
    """
    The events of a recording, and what is wrong with its lines.

    Raises:
        RecordingError: It cannot be read.
    """
    try:
        return _events(path)
    except OSError as error:
        raise RecordingError(f"{path} cannot be read: {error.strerror}.") from None


def save_all(recordings: Iterable[Recording], path: Path) -> list[Path]:
    """
    Save *recordings* as YAML: the first at *path*, the others beside it with a number.

    Raises:
        RecordingError: It cannot be written.
    """
    paths: list[Path] = []
    for number, recording in enumerate(recordings, 1):
        one = path if number == 1 else path.with_stem(f"{path.stem}-{number}")
        _put(one, dump(recording))
        paths.append(one)
    return paths


def save_case(folder: Path, recording: Recording, version: str, evidence: dict[str, Any]) -> Path:
    """
    Save *recording* in *folder*, with the version of the collection that it was made with and what the
    ranking rested on: plain data, redacted. What is the same has the same name, and is saved once.

    Raises:
        RecordingError: It cannot be written.
    """
    text = dump(replace(recording, collection=version, evidence=evidence))
    path = folder / f"case-{sha256(text.encode()).hexdigest()[:8]}.yaml"
    _put(path, text)
    return path


def _put(path: Path, text: str) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise RecordingError(f"{path} cannot be written: {error.strerror}.") from None


def _events(path: Path) -> tuple[list[Event], list[str]]:
    events: list[Event] = []
    problems: list[str] = []
    with path.open(encoding="utf-8", errors="replace") as lines:
        for number, line in enumerate(lines, 1):
            try:
                content = json.loads(line)
            except ValueError:
                content = None
            if isinstance(content, dict) and ("update" in content or "call" in content):
                events.append(Event(number, content))
            else:
                problems.append(f"Line {number} is no event of a recording, and is left out.")
    return events, problems


def _answer(body: bytes) -> JSON:
    try:
        answer = json.loads(body)
    except ValueError:
        answer = None
    # A proxy in between may answer with anything.
    return answer if isinstance(answer, dict) else {"ok": False, "lost": "NetworkError"}
