"""
Telegram without the network: an httpx transport that answers like the Bot API, and the people who
talk to the bot. It knows only the methods that the bot calls.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, field
from itertools import count
from typing import Any
from urllib.parse import parse_qsl

import httpx

from bot.messages.markup import Entity, MarkupError, parse, units
from bot.messages.posting import as_shown

JSON = dict[str, Any]

PRIVATE, GROUP, MOVED = 1001, -1002, -1004
"""The ids of all chats; the group may move to the last one."""

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
"""Bytes of the largest file that a bot may download."""

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
"""Parameters that are always text; others are JSON if they look like it."""

_FIRST = (
    "chat_id",
    "message_id",
    "callback_query_id",
    "inline_query_id",
    "guest_query_id",
    "text",
    "reply_markup",
)
"""The parameters that a reader of a call looks for first; the others keep their order."""


@dataclass(frozen=True, slots=True)
class Call:
    """A call of the Bot API, with decoded parameters."""

    method: str
    params: JSON


@dataclass(frozen=True, slots=True)
class Fault:
    """
    A failure of the next call of *method*, once.

    Attributes:
        retry_after: Seconds.
        moved_to: The chat that replaces the one of the call.
    """

    method: str
    code: int
    description: str
    retry_after: int | None = None
    moved_to: int | None = None


LOST = 0
"""The code of a fault in which no answer arrives."""


class AbsentError(LookupError):
    """A person cannot use a button or message that does not exist; `str()` says which."""


class RefusedError(Exception):
    """A call is answered with an error code."""

    def __init__(self, code: int, description: str, parameters: JSON | None = None) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters


@dataclass
class Telegram(httpx.AsyncBaseTransport):
    """
    The server and the people in its chats.

    Attributes:
        calls: All calls so far, in order, including refused ones.
        faults: Faults that are still to happen.
        updates: Updates that a polling bot has not confirmed yet.
        chats: The chats to which the bot may write, by id.
        messages: Messages that are not deleted, as the Bot API shows them, by chat and message id.
        language: The language of the people's apps, an IETF tag.
        files: Files that were sent, by id; a bot may download up to 20 MB.
        webhook: The answer to `getWebhookInfo`.
    """

    calls: list[Call] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    updates: list[JSON] = field(default_factory=list)
    chats: dict[int, JSON] = field(default_factory=lambda: dict(_CHATS))
    messages: dict[tuple[int, int], JSON] = field(default_factory=dict)
    language: str = "en"
    files: dict[str, bytes] = field(default_factory=dict)
    webhook: JSON = field(default_factory=lambda: dict(_NO_WEBHOOK))
    _replied_to: dict[tuple[int, int], tuple[int, int]] = field(default_factory=dict)
    _queries: set[str] = field(default_factory=set)
    _message_ids: Iterator[int] = field(default_factory=lambda: count(1))
    _query_ids: Iterator[int] = field(default_factory=lambda: count(1))
    _update_ids: Iterator[int] = field(default_factory=lambda: count(1))

    # The server.

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        method = request.url.path.rsplit("/", 1)[-1]
        if request.url.path.startswith("/file/"):
            return httpx.Response(200, content=self.files[method])
        params = decode((await request.aread()).decode())
        self.calls.append(Call(method, params))
        try:
            self._fail(method)
            return httpx.Response(200, json={"ok": True, "result": self._answer(method, params)})
        except RefusedError as error:
            if error.code == LOST:
                raise httpx.NetworkError(error.description) from None
            answer: JSON = {"ok": False, "error_code": error.code, "description": error.description}
            if error.parameters:
                answer["parameters"] = error.parameters
            return httpx.Response(error.code, json=answer)

    def _fail(self, method: str) -> None:
        for fault in self.faults:
            if fault.method == method:
                self.faults.remove(fault)
                fields = {"retry_after": fault.retry_after, "migrate_to_chat_id": fault.moved_to}
                parameters = {name: value for name, value in fields.items() if value is not None}
                raise RefusedError(fault.code, fault.description, parameters or None)

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
        question = (chat, reply.get("message_id"))
        if reply and question not in self.messages and not reply.get("allow_sending_without_reply"):
            raise RefusedError(400, "Bad Request: message to be replied not found")
        quote = _quote(reply, self.messages.get(question)) if reply.get("quote") else {}
        topic = params.get("message_thread_id")
        sent = self._keep(chat, BOT, _content(params) | _topic_fields(topic) | quote)
        self._replied_to[chat, sent["message_id"]] = question
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
            _check_result(result)
        self._close(params["inline_query_id"])
        return True

    def _answer_guest(self, params: JSON) -> JSON:
        _check_result(params["result"])
        self._close(params["guest_query_id"])
        return {"inline_message_id": params["guest_query_id"]}

    def _close(self, query: str) -> None:
        """Refuse a second answer to a query."""
        if query not in self._queries:
            raise RefusedError(
                400,
                "Bad Request: query is too old and response timeout expired or query ID is invalid",
            )
        self._queries.remove(query)

    def _shown(self, message: JSON) -> JSON:
        """Return *message* of the bot as the Bot API shows it, with the present message it replies to."""
        shown = _without_keyboard(message)
        question = self._replied_to.get((message["chat"]["id"], message["message_id"]))
        if question in self.messages:
            shown["reply_to_message"] = self.messages[question]
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

    # The people. Each action returns the update that the bot gets for it.

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
            reply: Reply to a message of the bot, the newest or that with the id *at*.
            to_own: Reply to the person's own newest message.
            topic: The topic, in a group with topics.
        """
        answered = self._newest_of(BOT["id"], chat, at) if reply else None
        if to_own:
            answered = self._own(chat)
        shown = dict(self._keep(chat, self._person, _text_fields(text) | _topic_fields(topic)))
        if answered:
            shown["reply_to_message"] = _without_keyboard(answered)
        return self._update(message=shown)

    def ask_inline(self, text: str, offset: str = "") -> JSON:
        """Write the bot's name and *text* in another chat; *offset* asks for more results."""
        query = {"id": self._open(), "from": self._person, "query": text, "offset": offset}
        return self._update(inline_query=query)

    def ask_as_guest(self, text: str) -> JSON:
        """Mention the bot in a chat where it is not a member."""
        chat = {"id": -1003, "type": "supergroup", "title": "Strangers"}
        about = {"message_id": next(self._message_ids), "date": _NOON, "chat": chat}
        sent = {**about, "from": self._person, "guest_query_id": self._open(), **_text_fields(text)}
        return self._update(guest_message=sent)

    def attach(self, kind: str, chat: int = PRIVATE, topic: int | None = None) -> JSON:
        """Send one of the `ATTACHMENTS`."""
        content = {kind: ATTACHMENTS[kind], **_topic_fields(topic)}
        return self._update(message=self._keep(chat, self._person, content))

    def send_file(
        self, name: str | None, content: bytes, caption: str = "", chat: int = PRIVATE
    ) -> JSON:
        """Send a document, perhaps without a name."""
        id_ = f"file{len(self.files) + 1}"
        self.files[id_] = content
        document: JSON = {"file_id": id_, "file_unique_id": id_, "file_size": len(content)}
        if name:
            document["file_name"] = name
        names = {"text": "caption", "entities": "caption_entities"}
        fields = {names[key]: of for key, of in _text_fields(caption).items()} if caption else {}
        sent = self._keep(chat, self._person, {"document": document, **fields})
        return self._update(message=sent)

    def rewrite(self, text: str, chat: int = PRIVATE, at: int | None = None) -> JSON:
        """Edit the person's own message, the newest or that with the id *at*."""
        message = self._own(chat, at)
        message.update(text=text, edit_date=message["date"] + 1)
        return self._update(edited_message=message)

    def delete(self, chat: int = PRIVATE, at: int | None = None) -> None:
        """Delete the person's own message, the newest or that with the id *at*; the bot gets no update."""
        del self.messages[chat, self._own(chat, at)["message_id"]]

    def tap(
        self, label: str, chat: int = PRIVATE, data: str | None = None, at: int | None = None
    ) -> JSON:
        """
        Tap the newest button with that *label*, under a message or on a keyboard, which writes the label.

        Args:
            data: The data of the button, if it is from an earlier run of the bot.
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
        raise AbsentError(f"there is no button {label!r}")

    def buttons(self, chat: int = PRIVATE) -> list[str]:
        """Return the labels of the newest message that has buttons."""
        for message in self._newest(chat):
            if markup := message.get("reply_markup"):
                rows = markup.get("inline_keyboard", []) + markup.get("keyboard", [])
                return [button["text"] for button in _flat(rows)]
        return []

    def _query(self, message: JSON, data: str) -> JSON:
        query = {"id": self._open(), "from": self._person, "chat_instance": "1"}
        return self._update(callback_query={**query, "message": self._shown(message), "data": data})

    def _open(self) -> str:
        """Return the id of a new query, which may be answered once."""
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
        whose = "yours" if sender == PRIVATE else "the bot"
        raise AbsentError(f"there is no message of {whose}")

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
        # Copy the message, so that later edits do not change an update that was sent.
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
"""What can be sent besides text, as the value of its field in a message."""


def decode(body: str) -> JSON:
    """Return the parameters of a call with that form-encoded *body*."""
    params: JSON = {}
    for key, value in parse_qsl(body, keep_blank_values=True):
        try:
            params[key] = value if key in _TEXTS else json.loads(value)
        except ValueError:
            params[key] = value
    first = [key for key in _FIRST if key in params]
    return {key: params[key] for key in dict.fromkeys([*first, *params])}


def _content(params: JSON) -> JSON:
    """Return the part of a message that the bot sets; refuse what the Bot API refuses."""
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
            {key: value for key, value in asdict(entity).items() if value is not None}
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


def _quote(reply: JSON, question: JSON | None) -> JSON:
    """Return the quote from *question* that a *reply* shows; refuse one that is not in it word for word."""
    quote, text = reply["quote"], question["text"] if question else ""
    if reply.get("quote_parse_mode") == "HTML":
        quote, _ = parse(quote)
    if quote not in text or units(quote) > 1024:
        raise RefusedError(400, "Bad Request: QUOTE_TEXT_INVALID")
    places = [units(text[: m.start()]) for m in re.finditer(f"(?={re.escape(quote)})", text)]
    wanted = reply.get("quote_position", 0)
    nearest = min(places, key=lambda place: abs(place - wanted))
    return {"quote": {"text": quote, "position": nearest, "is_manual": True}}


def _check_result(result: JSON) -> None:
    """Refuse an inline result that the Bot API refuses."""
    if not 1 <= len(result["id"].encode()) <= 64:
        raise RefusedError(400, "Bad Request: RESULT_ID_INVALID")
    content = result["input_message_content"]
    _content({"text": content["message_text"], "parse_mode": content.get("parse_mode")})


def _text_fields(text: str) -> JSON:
    """Return the fields of a text that a person writes, with the entities that Telegram finds."""
    marked = [(match, "bot_command") for match in [_COMMAND.match(text)] if match]
    marked += [(match, "mention") for match in _MENTION.finditer(text)]
    entities = [
        {"type": kind, "offset": units(text[: m.start()]), "length": units(m[0])}
        for m, kind in marked
    ]
    return {"text": text, "entities": entities} if entities else {"text": text}


def _topic_fields(topic: int | None) -> JSON:
    return {"message_thread_id": topic, "is_topic_message": True} if topic else {}


def _without_keyboard(message: JSON) -> JSON:
    """Return *message* as the Bot API shows it: with buttons under it, but never the keyboard under the chat."""
    shown = dict(message)
    if "inline_keyboard" not in shown.get("reply_markup", {}):
        shown.pop("reply_markup", None)
    return shown


def _flat(rows: list[list[JSON]]) -> list[JSON]:
    return [button for row in rows for button in row]
