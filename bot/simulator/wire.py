"""
Telegram without the network: an httpx transport that answers as the Bot API does, and the people
who talk to the bot. Only the methods that the bot calls are there.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import count
from typing import Any
from urllib.parse import parse_qsl

import httpx

from bot.messages.markup import Entity, MarkupError, parse, units
from bot.messages.posting import as_shown

JSON = dict[str, Any]

PRIVATE, GROUP, MOVED = 1001, -1002, -1004
"""The ids of the chats there are; the last is where the group may go."""

BOT: JSON = {
    "id": 42,
    "is_bot": True,
    "first_name": "Cuttings",
    "username": "cuttings_bot",
    "supports_inline_queries": True,
}
_PERSON: JSON = {"id": PRIVATE, "is_bot": False, "first_name": "Ada"}
_CHATS: dict[int, JSON] = {
    PRIVATE: {"id": PRIVATE, "type": "private", "first_name": "Ada"},
    GROUP: {"id": GROUP, "type": "supergroup", "title": "Readers"},
    MOVED: {"id": MOVED, "type": "supergroup", "title": "Readers"},
}
_NO_WEBHOOK: JSON = {"url": "", "has_custom_certificate": False, "pending_update_count": 0}
_NOON = 1_790_000_000
_LARGEST = 20 << 20
"""Bytes of the largest file that a bot may get."""

_COMMAND = re.compile(r"/[a-z0-9_]{1,32}(@\w+)?", re.IGNORECASE)
_MENTION = re.compile(r"(?<![\w@/])@\w{4,32}")
_TEXTS = {
    "text",
    "callback_query_id",
    "inline_query_id",
    "guest_query_id",
    "next_offset",
    "secret_token",
}
"""Parameters that are text as they are; what else looks like JSON is JSON."""

_FIRST = (
    "chat_id",
    "message_id",
    "callback_query_id",
    "inline_query_id",
    "guest_query_id",
    "text",
    "reply_markup",
)
"""What a person looks for in a call; the rest follows in the order it came."""


@dataclass(frozen=True, slots=True)
class Call:
    """A call of the Bot API, its parameters decoded."""

    method: str
    params: JSON


@dataclass(frozen=True, slots=True)
class Fault:
    """
    What the next call of a method is answered with, once. `retry_after` is in seconds, `moved_to` the
    chat that took the place of one.
    """

    method: str
    code: int
    description: str
    retry_after: int | None = None
    moved_to: int | None = None


LOST = 0
"""The code of a fault where nothing comes back at all."""


class AbsentError(LookupError):
    """Somebody would act on a button or a message that is not there; `str()` says which."""


class RefusedError(Exception):
    """An answer with an error code."""

    def __init__(self, code: int, description: str, parameters: JSON | None = None) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters


@dataclass
class Telegram(httpx.AsyncBaseTransport):
    """
    The server's side and the people's side of the chats.

    Attributes:
        calls: Every call so far, in order, refused ones too.
        faults: RefusedErrors to come.
        updates: What a bot that polls has not confirmed yet.
        chats: By id, those that the bot may write to.
        messages: By chat and message id, as the Bot API shows them; deleted ones are gone.
        language: Of the apps that people use, an IETF tag.
        files: That were sent, by id; a bot may get those of up to 20 MB.
        webhook: What `getWebhookInfo` tells.
    """

    calls: list[Call] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    updates: list[JSON] = field(default_factory=list)
    chats: dict[int, JSON] = field(default_factory=lambda: dict(_CHATS))
    messages: dict[tuple[int, int], JSON] = field(default_factory=dict)
    language: str = "en"
    files: dict[str, bytes] = field(default_factory=dict)
    webhook: JSON = field(default_factory=lambda: dict(_NO_WEBHOOK))
    _asked: dict[tuple[int, int], tuple[int, int]] = field(default_factory=dict)
    _queries: set[str] = field(default_factory=set)
    _message_ids: Iterator[int] = field(default_factory=lambda: count(1))
    _query_ids: Iterator[int] = field(default_factory=lambda: count(1))
    _update_ids: Iterator[int] = field(default_factory=lambda: count(1))

    # What the bot sees.

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        method = request.url.path.rsplit("/", 1)[-1]
        if request.url.path.startswith("/file/"):
            return httpx.Response(200, content=self.files[method])
        params = decode((await request.aread()).decode())
        self.calls.append(Call(method, params))
        try:
            self._fail(method)
            return httpx.Response(200, json={"ok": True, "result": self._answer(method, params)})
        except RefusedError as no:
            if no.code == LOST:
                raise httpx.NetworkError(no.description) from None
            answer: JSON = {"ok": False, "error_code": no.code, "description": no.description}
            if no.parameters:
                answer["parameters"] = no.parameters
            return httpx.Response(no.code, json=answer)

    def _fail(self, method: str) -> None:
        for fault in self.faults:
            if fault.method == method:
                self.faults.remove(fault)
                told = {"retry_after": fault.retry_after, "migrate_to_chat_id": fault.moved_to}
                more = {name: value for name, value in told.items() if value is not None}
                raise RefusedError(fault.code, fault.description, more or None)

    def _answer(self, method: str, params: JSON) -> object:
        methods: dict[str, Callable[[JSON], object]] = {
            "getMe": lambda _: BOT,
            "sendMessage": self._send,
            "editMessageText": self._edit,
            "answerCallbackQuery": self._answer_query,
            "answerInlineQuery": self._answer_inline,
            "answerGuestQuery": self._answer_guest,
            "sendChatAction": lambda _: True,
            "getFile": self._give_file,
            "setMyCommands": lambda _: True,
            "setMyDescription": lambda _: True,
            "setMyShortDescription": lambda _: True,
            "deleteWebhook": self._set_webhook,
            "setWebhook": self._set_webhook,
            "getWebhookInfo": lambda _: self.webhook,
            "getUpdates": self._give_updates,
        }
        if method not in methods:
            raise RefusedError(404, "Not Found: method not found")
        return methods[method](params)

    def _send(self, params: JSON) -> JSON:
        chat = params["chat_id"]
        if chat not in self.chats:
            raise RefusedError(400, "Bad Request: chat not found")
        reply = params.get("reply_parameters", {})
        asked = (chat, reply.get("message_id"))
        if reply and asked not in self.messages and not reply.get("allow_sending_without_reply"):
            raise RefusedError(400, "Bad Request: message to be replied not found")
        quote = _quoted(reply, self.messages.get(asked)) if reply.get("quote") else {}
        topic = params.get("message_thread_id")
        sent = self._keep(chat, BOT, _content(params) | _in_topic(topic) | quote)
        self._asked[chat, sent["message_id"]] = asked
        return self._shown(sent)

    def _edit(self, params: JSON) -> JSON:
        message = self.messages.get((params["chat_id"], params["message_id"]))
        if message is None:
            raise RefusedError(400, "Bad Request: message to edit not found")
        if message["from"] != BOT:
            raise RefusedError(400, "Bad Request: message can't be edited")
        content = _content(params)
        parts = ("text", "entities", "reply_markup")
        if all(message.get(part) == content.get(part) for part in parts):
            raise RefusedError(
                400,
                "Bad Request: message is not modified: specified new message content and reply "
                "markup are exactly the same as a current content and reply markup of the message",
            )
        for part in parts:
            message.pop(part, None)
        message.update(content, edit_date=message["date"] + 1)
        return self._shown(message)

    def _answer_query(self, params: JSON) -> bool:
        self._close(params["callback_query_id"])
        return True

    def _answer_inline(self, params: JSON) -> bool:
        results = params["results"]
        if len(results) > 50:
            raise RefusedError(400, "Bad Request: RESULTS_TOO_MUCH")
        if len({result["id"] for result in results}) < len(results):
            raise RefusedError(400, "Bad Request: RESULT_ID_DUPLICATE")
        if len(params.get("next_offset", "").encode()) > 64:
            raise RefusedError(400, "Bad Request: NEXT_OFFSET_INVALID")
        for result in results:
            _content_of(result)
        self._close(params["inline_query_id"])
        return True

    def _answer_guest(self, params: JSON) -> JSON:
        _content_of(params["result"])
        self._close(params["guest_query_id"])
        return {"inline_message_id": params["guest_query_id"]}

    def _close(self, query: str) -> None:
        """Each query is answered once."""
        if query not in self._queries:
            raise RefusedError(
                400,
                "Bad Request: query is too old and response timeout expired or query ID is invalid",
            )
        self._queries.remove(query)

    def _shown(self, message: JSON) -> JSON:
        """*message* of the bot as the Bot API shows it, with the message it replies to as it is now."""
        shown = dict(message)
        asked = self._asked.get((message["chat"]["id"], message["message_id"]))
        if asked in self.messages:
            shown["reply_to_message"] = self.messages[asked]
        # Buttons under a message are shown, the keyboard under the chat never is.
        if "inline_keyboard" not in shown.get("reply_markup", {}):
            shown.pop("reply_markup", None)
        return shown

    def _give_file(self, params: JSON) -> JSON:
        id_ = params["file_id"]
        if id_ not in self.files:
            raise RefusedError(
                400, "Bad Request: wrong file_id or the file is temporarily unavailable"
            )
        size = len(self.files[id_])
        if size > _LARGEST:
            raise RefusedError(400, "Bad Request: file is too big")
        about = {"file_id": id_, "file_unique_id": id_, "file_size": size}
        return {**about, "file_path": f"documents/{id_}"}

    def _set_webhook(self, params: JSON) -> bool:
        self.webhook["url"] = params.get("url", "")
        return True

    def _give_updates(self, params: JSON) -> list[JSON]:
        self.updates = [u for u in self.updates if u["update_id"] >= params.get("offset", 0)]
        return self.updates

    # What people do. Each returns the update that the bot gets of it.

    def write(
        self,
        text: str,
        chat: int = PRIVATE,
        *,
        reply: bool = False,
        to_own: bool = False,
        at: int | None = None,
        topic: int | None = None,
    ) -> JSON:
        """
        Send a message.

        Args:
            reply: To one of the bot, the newest or that with the id *at*.
            to_own: To the newest of one's own.
            topic: Of the group, where that has topics.
        """
        answered = self._newest_of(BOT["id"], chat, at) if reply else None
        if to_own:
            answered = self._own(chat)
        shown = dict(self._keep(chat, self._person, _written(text) | _in_topic(topic)))
        if answered:
            shown["reply_to_message"] = answered
        return self._update(message=shown)

    def ask_inline(self, text: str, offset: str = "") -> JSON:
        """Write the bot's name and *text* in some other chat; on from *offset* for more results."""
        query = {"id": self._open(), "from": self._person, "query": text, "offset": offset}
        return self._update(inline_query=query)

    def ask_as_guest(self, text: str) -> JSON:
        """Mention the bot where it is no member."""
        chat = {"id": -1003, "type": "supergroup", "title": "Strangers"}
        about = {"message_id": next(self._message_ids), "date": _NOON, "chat": chat}
        sent = {**about, "from": self._person, "guest_query_id": self._open(), **_written(text)}
        return self._update(guest_message=sent)

    def attach(self, kind: str, chat: int = PRIVATE, topic: int | None = None) -> JSON:
        """Send something else than text: a kind of `ATTACHMENTS`."""
        content = {kind: ATTACHMENTS[kind], **_in_topic(topic)}
        return self._update(message=self._keep(chat, self._person, content))

    def send_file(
        self, name: str | None, content: bytes, caption: str = "", chat: int = PRIVATE
    ) -> JSON:
        """Send a document, which may have no name."""
        id_ = f"file{len(self.files) + 1}"
        self.files[id_] = content
        document: JSON = {"file_id": id_, "file_unique_id": id_, "file_size": len(content)}
        if name:
            document["file_name"] = name
        names = {"text": "caption", "entities": "caption_entities"}
        told = {names[key]: of for key, of in _written(caption).items()} if caption else {}
        return self._update(message=self._keep(chat, self._person, {"document": document, **told}))

    def rewrite(self, text: str, chat: int = PRIVATE, at: int | None = None) -> JSON:
        """Edit a message of one's own, the newest or that with the id *at*."""
        message = self._own(chat, at)
        message.update(text=text, edit_date=message["date"] + 1)
        return self._update(edited_message=message)

    def delete(self, chat: int = PRIVATE, at: int | None = None) -> None:
        """Delete a message of one's own, the newest or that with the id *at*; the bot gets no update."""
        del self.messages[chat, self._own(chat, at)["message_id"]]

    def tap(
        self, label: str, chat: int = PRIVATE, data: str | None = None, at: int | None = None
    ) -> JSON:
        """
        Tap the newest button of that *label*: under a message, or of a keyboard, which writes it.

        Args:
            label: As the person sees it.
            chat: Where.
            data: What the button carries, if it was made by an earlier run of the bot.
            at: The id of the message, if it is not the newest.
        """
        for message in self._newest(chat, at):
            markup = message.get("reply_markup", {})
            for button in _flat(markup.get("keyboard", [])):
                if button["text"] == label:
                    return self.write(label, chat)
            for button in _flat(markup.get("inline_keyboard", [])):
                if button["text"] == label and "url" in button:
                    raise AbsentError(f"{label!r} opens {button['url']}")
                if button["text"] == label and "copy_text" in button:
                    raise AbsentError(f"{label!r} copies {button['copy_text']['text']}")
                if button["text"] == label:
                    return self._query(message, data or button["callback_data"])
        raise AbsentError(f"no button says {label!r}")

    def buttons(self, chat: int = PRIVATE) -> list[str]:
        """The labels of the newest message that has buttons."""
        for message in self._newest(chat):
            if markup := message.get("reply_markup"):
                rows = markup.get("inline_keyboard", []) + markup.get("keyboard", [])
                return [button["text"] for button in _flat(rows)]
        return []

    def _query(self, message: JSON, data: str) -> JSON:
        query = {"id": self._open(), "from": self._person, "chat_instance": "1"}
        return self._update(callback_query={**query, "message": self._shown(message), "data": data})

    def _open(self) -> str:
        """The id of a query that may be answered once."""
        number = str(next(self._query_ids))
        self._queries.add(number)
        return number

    def _own(self, chat: int, at: int | None = None) -> JSON:
        return self._newest_of(PRIVATE, chat, at)

    @property
    def _person(self) -> JSON:
        return {**_PERSON, "language_code": self.language}

    def _newest_of(self, sender: int, chat: int, at: int | None = None) -> JSON:
        for message in self._newest(chat, at):
            if message["from"]["id"] == sender:
                return message
        whose = "one's own" if sender == PRIVATE else "the bot"
        raise AbsentError(f"no message of {whose} is left")

    def _newest(self, chat: int, at: int | None = None) -> list[JSON]:
        return [
            message
            for (where, number), message in reversed(self.messages.items())
            if where == chat and at in (None, number)
        ]

    def _keep(self, chat: int, sender: JSON, content: JSON) -> JSON:
        number = next(self._message_ids)
        about = {
            "message_id": number,
            "date": _NOON + number,
            "chat": self.chats[chat],
            "from": sender,
        }
        self.messages[chat, number] = {**about, **content}
        return self.messages[chat, number]

    def _update(self, **content: JSON) -> JSON:
        # A copy: later edits do not reach back into an update that was sent.
        update: JSON = json.loads(json.dumps({"update_id": next(self._update_ids), **content}))
        return update


_FILE: JSON = {"file_id": "f", "file_unique_id": "u"}

ATTACHMENTS: dict[str, object] = {
    "photo": [{**_FILE, "width": 90, "height": 60}],
    "sticker": {
        **_FILE,
        "type": "regular",
        "width": 512,
        "height": 512,
        "is_animated": False,
        "is_video": False,
    },
    "voice": {**_FILE, "duration": 3},
    "audio": {**_FILE, "duration": 3},
    "document": _FILE,
    "video": {**_FILE, "width": 90, "height": 60, "duration": 3},
    "location": {"latitude": 48.0, "longitude": 37.8},
}
"""What can be sent beside text, in the shape of its field in a message."""


def decode(body: str) -> JSON:
    params: JSON = {}
    for key, value in parse_qsl(body, keep_blank_values=True):
        try:
            params[key] = value if key in _TEXTS else json.loads(value)
        except ValueError:
            params[key] = value
    first = [key for key in _FIRST if key in params]
    return {key: params[key] for key in dict.fromkeys([*first, *params])}


def _content(params: JSON) -> JSON:
    """The part of a message that the bot decides, refused where the Bot API refuses it."""
    text, entities = params.get("text", ""), list[Entity]()
    if params.get("parse_mode") == "HTML":
        try:
            text, entities = parse(text)
        except MarkupError as error:
            raise RefusedError(400, f"Bad Request: can't parse entities: {error}") from None
    else:
        text = as_shown(text).strip()
    if not text.strip():
        raise RefusedError(400, "Bad Request: message text is empty")
    if units(text) > 4096:
        raise RefusedError(400, "Bad Request: message is too long")
    content: JSON = {"text": text}
    if entities:
        content["entities"] = [
            {key: value for key, value in _fields(entity).items() if value is not None}
            for entity in entities
        ]
    if markup := params.get("reply_markup"):
        for button in _flat(markup.get("inline_keyboard", [])):
            if "copy_text" in button:
                if not 1 <= units(button["copy_text"]["text"]) <= 256:
                    raise RefusedError(400, "Bad Request: BUTTON_COPY_TEXT_INVALID")
            elif "url" not in button and not 1 <= len(button["callback_data"].encode()) <= 64:
                raise RefusedError(400, "Bad Request: BUTTON_DATA_INVALID")
        content["reply_markup"] = markup
    return content


def _quoted(reply: JSON, asked: JSON | None) -> JSON:
    """What a message shows of the one it replies to, refused unless that has the very words."""
    quote, text = reply["quote"], asked["text"] if asked else ""
    if reply.get("quote_parse_mode") == "HTML":
        quote, _ = parse(quote)
    if quote not in text or units(quote) > 1024:
        raise RefusedError(400, "Bad Request: QUOTE_TEXT_INVALID")
    places = [units(text[: m.start()]) for m in re.finditer(f"(?={re.escape(quote)})", text)]
    wanted = reply.get("quote_position", 0)
    nearest = min(places, key=lambda place: abs(place - wanted))
    return {"quote": {"text": quote, "position": nearest, "is_manual": True}}


def _content_of(result: JSON) -> None:
    """Refuse an inline result that the Bot API refuses."""
    if not 1 <= len(result["id"].encode()) <= 64:
        raise RefusedError(400, "Bad Request: RESULT_ID_INVALID")
    content = result["input_message_content"]
    _content({"text": content["message_text"], "parse_mode": content.get("parse_mode")})


def _written(text: str) -> JSON:
    """What a person writes, with what Telegram marks in it."""
    marked = [(match, "bot_command") for match in [_COMMAND.match(text)] if match]
    marked += [(match, "mention") for match in _MENTION.finditer(text)]
    entities = [
        {"type": kind, "offset": units(text[: m.start()]), "length": units(m[0])}
        for m, kind in marked
    ]
    return {"text": text, "entities": entities} if entities else {"text": text}


def _in_topic(topic: int | None) -> JSON:
    return {"message_thread_id": topic, "is_topic_message": True} if topic else {}


def _fields(entity: Entity) -> JSON:
    return {
        "type": entity.type,
        "offset": entity.offset,
        "length": entity.length,
        "url": entity.url,
    }


def _flat(rows: list[list[JSON]]) -> list[JSON]:
    return [button for row in rows for button in row]
