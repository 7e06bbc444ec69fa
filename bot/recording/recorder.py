"""
Record what people do and what the bot answers, redacted before it is written.

Each event is one line of JSON, and is on disk before the next begins:

    {"collection": "1875e9e6", "update": {"update_id": 1, "message": {...}}}
    {"call": "sendMessage", "because": 1, "params": {...}, "answer": {"ok": true, "message_id": 2}}

An update for which the bot makes no call is not written.
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
    """A file cannot be written or read; `str()` is the sentence that says why."""


@dataclass
class _HandledUpdate:
    """An update while it is handled; it is written with the first call made for it, and gets its *number* then."""

    update: JSON
    number: int | None = None


_handled: ContextVar[_HandledUpdate | None] = ContextVar("handled", default=None)
"""The update for which calls are made."""


class Recorder:
    """
    Writes down updates and calls between `watch` and `close`. If the disk fails, it logs that and stops,
    and the bot goes on.
    """

    def __init__(self, path: Path, library: Callable[[], Library], token: str) -> None:
        """
        Args:
            path: A file that does not exist yet, since each file numbers its pseudonyms from the start.
            library: Returns the library that is asked at that moment.
            token: The token of the bot.

        Raises:
            RecordingError: The file cannot be written, or exists.
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

    def wrap_request(self, request: BaseRequest) -> BaseRequest:
        """Return a request that sends calls by *request*, and records them."""
        return _RecordedRequest(request, self)

    def watch(self, app: App) -> None:
        """Record the updates of *app*, before its handlers receive them."""
        app.add_handler(TypeHandler(Update, self._begin), group=-1)

    def close(self) -> None:
        if self.descriptor is not None:
            os.close(self.descriptor)
        self.descriptor = None

    def save_case(self, folder: Path, chat: int, evidence: dict[str, Any]) -> Path | None:
        """
        Save the conversation of one chat so far as a case, and return its path; None if nothing of it
        was recorded.

        Args:
            chat: The id of the chat, or of the person for inline queries.
            evidence: Plain data on the newest answer; it is redacted too.

        Raises:
            RecordingError: The case cannot be written.
        """
        if not self._redactor:
            return None
        recordings = convert(_load_events(self.path)[0]).recordings
        recording = recordings.get(self._redactor.redact_chat(chat))
        if recording is None:
            return None
        redacted = self._redactor.redact_evidence(evidence)
        return save_case(folder, recording, self._library().version, redacted)

    def keep_case(self, chat: int, evidence: dict[str, Any]) -> None:
        """Save a case beside the recording; if it cannot be written, log that."""
        try:
            if saved := self.save_case(self.path.parent / "cases", chat, evidence):
                log.info("An answer was rated bad; the conversation is saved in %s.", saved)
        except RecordingError as error:
            log.warning("A conversation could not be saved: %s", error)

    async def _begin(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        if self._redactor is None:
            bot = context.bot
            self._redactor = Redactor(bot.id, bot.username, self._token, self._is_public)
        _handled.set(_HandledUpdate(update.to_dict()))

    def record_call(self, method: str, params: JSON, answer: JSON) -> None:
        """Record a call of the bot and the answer to it."""
        handled = _handled.get()
        if handled is None or self._redactor is None:
            return  # the call is for no update, but sets a menu or fetches updates
        if handled.number is None:
            update = self._redactor.redact_update(handled.update)
            handled.number = update["update_id"]
            self._write({"collection": self._library().version, "update": update})
        self._write(
            {
                "call": method,
                "because": handled.number,
                "params": self._redactor.redact_call(params, handled.update),
                "answer": self._redactor.redact_answer(params.get("chat_id"), answer),
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
            os.write(self.descriptor, f"{json.dumps(event)}\n".encode())  # unbuffered
        except OSError as error:
            log.warning("The conversation is no longer recorded: %s", error.strerror)
            self.close()


def default_request() -> BaseRequest:
    """Return the request that a bot uses by default."""
    return HTTPXRequest(connection_pool_size=CONNECTIONS)


class _RecordedRequest(BaseRequest):
    """Sends calls by another request, and records them."""

    def __init__(self, request: BaseRequest, recorder: Recorder) -> None:
        self._request = request
        self._recorder = recorder

    async def initialize(self) -> None:
        await self._request.initialize()

    async def shutdown(self) -> None:
        await self._request.shutdown()

    @property
    def read_timeout(self) -> float | None:
        return self._request.read_timeout

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        *args: Any,
        **timeouts: Any,
    ) -> tuple[int, bytes]:
        name = url.rsplit("/", 1)[-1]
        params = decode(request_data.url_encoded_parameters()) if request_data else {}
        try:
            code, answer = await self._request.do_request(
                url, method, request_data, *args, **timeouts
            )
        except TelegramError as error:
            self._recorder.record_call(name, params, {"ok": False, "lost": type(error).__name__})
            raise
        if method == "POST":
            self._recorder.record_call(name, params, _parse_answer(answer))
        return code, answer


def load(path: Path) -> tuple[list[Event], list[str]]:
    """
    Return the events of a recording, and a sentence for each line that is wrong.

    Raises:
        RecordingError: The file cannot be read.
    """
    try:
        return _load_events(path)
    except OSError as error:
        raise RecordingError(f"{path} cannot be read: {error.strerror}.") from None


def save_all(recordings: Iterable[Recording], path: Path) -> list[Path]:
    """
    Save *recordings* as YAML: the first at *path*, the others beside it with a number.

    Raises:
        RecordingError: A file cannot be written.
    """
    paths: list[Path] = []
    for number, recording in enumerate(recordings, 1):
        paths.append(path if number == 1 else path.with_stem(f"{path.stem}-{number}"))
        _write_file(paths[-1], dump(recording))
    return paths


def save_case(folder: Path, recording: Recording, version: str, evidence: dict[str, Any]) -> Path:
    """
    Save *recording* in *folder*, with the *version* of its collection and redacted *evidence* for its
    ranking. Equal cases have equal names, so that they are saved once.

    Raises:
        RecordingError: The case cannot be written.
    """
    text = dump(replace(recording, collection=version, evidence=evidence))
    path = folder / f"case-{sha256(text.encode()).hexdigest()[:8]}.yaml"
    _write_file(path, text)
    return path


def _write_file(path: Path, text: str) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise RecordingError(f"{path} cannot be written: {error.strerror}.") from None


def _load_events(path: Path) -> tuple[list[Event], list[str]]:
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
                problems.append(f"Line {number} is not an event of a recording; left out.")
    return events, problems


def _parse_answer(body: bytes) -> JSON:
    try:
        answer = json.loads(body)
    except ValueError:
        answer = None
    # A proxy may answer with anything.
    return answer if isinstance(answer, dict) else {"ok": False, "lost": "NetworkError"}
