"""Redact updates and calls: remove what tells who took part, and leave the words of questions."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from bot.recording.pseudonyms import FEWEST_DIGITS, Pseudonyms
from bot.recording.texts import TOKEN, Echo, TextRedactor, substitute
from bot.simulator.wire import BOT, JSON

_CODE = re.compile(r"[ -~]{0,64}")

_SHAPES = {
    "update": {
        "update_id": "update_id",
        "message": "message edited_message guest_message",
        "callback_query": "callback_query",
        "inline_query": "inline_query",
    },
    "message": {
        "message_id": "message_id message_thread_id",
        "flag": "is_topic_message",
        "date": "date edit_date",
        "chat": "chat sender_chat",
        "user": "from via_bot",
        "message": "reply_to_message",
        "query_id": "guest_query_id",
        "text": "text caption",
        "photo": "photo",
        "file": "document audio video animation voice video_note sticker",
        "location": "location",
        "contact": "contact",
        "topic": "forum_topic_created",
        "id": "migrate_to_chat_id migrate_from_chat_id",
        "reply_markup": "reply_markup",
    },
    "callback_query": {
        "query_id": "id",
        "user": "from",
        "message": "message",
        "inline_message_id": "inline_message_id",
        "chat_instance": "chat_instance",
        "code": "data",
    },
    "inline_query": {
        "query_id": "id",
        "user": "from",
        "text": "query",
        "code": "offset",
        "kind": "chat_type",
    },
    "user": {
        "id": "id",
        "flag": "is_bot",
        "name": "first_name last_name",
        "username": "username",
        "language": "language_code",
    },
    "chat": {
        "id": "id",
        "kind": "type",
        "title": "title",
        "username": "username",
        "name": "first_name last_name",
        "flag": "is_forum",
    },
    "file": {
        "file_id": "file_id file_unique_id",
        "kind": "type",
        "size": "width height length duration",
        "mime": "mime_type",
        "flag": "is_animated is_video",
    },
    "location": {"latitude": "latitude", "longitude": "longitude"},
    "contact": {"phone": "phone_number", "name": "first_name last_name", "id": "user_id"},
    "topic": {"title": "name", "size": "icon_color"},
    "reply_markup": {"buttons": "inline_keyboard"},
    "button": {"text": "text", "code": "callback_data"},
    "entity": {"kind": "type", "text": "url", "user": "user"},
}
"""The fields of each shape by kind; other fields, and values that are not of that kind, are left out."""

_KINDS = {
    shape: {field: kind for kind, fields in kinds.items() for field in fields.split()}
    for shape, kinds in _SHAPES.items()
}
"""The kind of each field, by shape."""

_IDS = {
    "inline_message_id": ("inline_message_id",),
    "message_id": ("message_id", "message_ids", "thread_id"),
    "query_id": ("query_id",),
    "id": ("chat_id", "user_id"),
    "file_id": ("file_id",),
}
"""How the names of parameters with ids end, by kind; the first that fits counts."""

_ENTITIES = {"text": "entities", "caption": "caption_entities"}
"""The field with the entities of a text, by the text's field."""


class Redactor:
    """Redacts what one recording contains. No update and no call makes it raise."""

    def __init__(
        self,
        bot_id: int,
        bot_name: str,
        token: str = "",
        is_public: Callable[[str], bool] = lambda _word: False,
    ) -> None:
        """
        Args:
            bot_name: The username of the bot.
            token: The token of the bot, replaced even if it does not look like one.
            is_public: Whether a word occurs in the articles, so that the bot may quote it from there.
        """
        names = self._pseudonyms = Pseudonyms(bot_id, bot_name, token)
        self._texts = TextRedactor(names, is_public)
        self._echo = Echo()
        self._values: dict[str, Callable[[Any], Any]] = {
            "flag": lambda value: value if isinstance(value, bool) else None,
            "size": _keep_size,
            "kind": lambda value: _keep_if(r"[a-z_]{1,40}", value),
            "language": lambda value: _keep_if(r"[A-Za-z]{2,3}(-[A-Za-z]{2,8})?", value),
            "mime": lambda value: _keep_if(r"[a-z]+/[\w.+-]{1,80}", value),
            "latitude": lambda _value: 48.0,
            "longitude": lambda _value: 37.8,
            "chat_instance": lambda _value: "1",
            "text": lambda value: self.redact_text(value) if isinstance(value, str) else None,
            "code": self._redact_code,
            "id": names.replace_id,
            "date": names.replace_date,
            "update_id": lambda id_: names.number("update", id_ if isinstance(id_, int) else None),
            "query_id": lambda id_: str(names.number("query", str(id_))),
            "inline_message_id": lambda id_: f"inline_{names.number('inline', str(id_))}",
            "file_id": lambda id_: f"file_{names.number('file', str(id_))}",
            "phone": lambda number: names.replace_phone(str(number)),
            "name": lambda value: names.learn_and_replace("name", value),
            "username": lambda value: names.learn_and_replace("username", value),
            "title": lambda value: names.learn_and_replace("title", value),
        }

    def redact_update(self, update: JSON) -> JSON:
        self._pseudonyms.learn(update)
        return self._redact_fields("update", update, None)

    def redact_call(self, params: JSON, update: JSON) -> JSON:
        """Redact the parameters of a call that the bot made because of *update*."""
        self._echo = self._texts.find_echo(self._written(update))
        redacted: JSON = self._redact_params(params, None)
        return redacted

    def redact_answer(self, chat: object, answer: JSON) -> JSON:
        """Redact the *answer* to a call for *chat*; if it is a message, keep only its id."""
        if answer.get("ok"):
            result = answer.get("result")
            number = result.get("message_id") if isinstance(result, dict) else None
            kept = {} if number is None else {"message_id": self._redact_message_id(number, chat)}
            return {"ok": True, **kept}
        if "lost" in answer:
            return {"ok": False, "lost": answer["lost"]}
        parameters: JSON = {}
        if (wait := answer.get("parameters", {}).get("retry_after")) is not None:
            parameters["retry_after"] = _keep_size(wait)
        if (moved := answer.get("parameters", {}).get("migrate_to_chat_id")) is not None:
            parameters["migrate_to_chat_id"] = self._pseudonyms.replace_id(moved)
        return {
            "ok": False,
            "error_code": _keep_size(answer.get("error_code")),
            "description": self.redact_text(str(answer.get("description", ""))),
            **({"parameters": parameters} if parameters else {}),
        }

    def redact_text(self, text: str) -> str:
        """Redact *text*, which somebody wrote."""
        return self._texts.redact(text)

    def redact_marked(self, text: str, entities: Iterable[JSON]) -> tuple[str, list[JSON]]:
        """Redact *text*, which somebody wrote, and its entities, which mark the same words as before."""
        entities = list(entities)
        new, move = substitute(text, self._texts.find_spots(text, entities))
        marks: list[JSON] = []
        for entity in entities:
            start = move(entity["offset"], False)
            length = move(entity["offset"] + entity["length"], True) - start
            fields = self._redact_fields("entity", entity, None)
            if length > 0 and "type" in fields:
                kind = fields.pop("type")
                marks.append({"type": kind, "offset": start, "length": length, **fields})
        return new, marks

    def redact_evidence(self, value: Any) -> Any:
        """
        Redact plain data on the newest answer, whose keys may be words of the question.

        Ids of articles, which stand under "article", belong to the collection and stay.
        """
        if isinstance(value, dict):
            return {
                self._texts.redact(str(key), self._echo): item
                if key == "article"
                else self.redact_evidence(item)
                for key, item in value.items()
            }
        if isinstance(value, list | tuple):
            return [self.redact_evidence(item) for item in value]
        return self._redact_params(value, None)

    def redact_chat(self, chat: int) -> int:
        """Return the pseudonym of the id of a chat or person."""
        pseudonym = self._pseudonyms.replace_id(chat)
        assert pseudonym is not None
        return pseudonym

    # Updates: every field is replaced or left out.

    def _redact_fields(self, shape: str, value: Any, chat: Any) -> JSON:
        """Return the fields of *value* that are kept; *chat* is the id of the chat around it."""
        if not isinstance(value, dict):
            return {}
        if shape == "message" and isinstance(value.get("chat"), dict):
            chat = value["chat"].get("id")
        kinds = _KINDS[shape]
        kept: JSON = {}
        # People come first, then what they write about each other.
        for key in sorted(filter(kinds.__contains__, value), key=lambda key: _rank(kinds[key])):
            if shape == "message" and key in _ENTITIES and isinstance(value[key], str):
                kept[key], marks = self.redact_marked(value[key], _entities(value, key))
                if marks:
                    kept[_ENTITIES[key]] = marks
            elif (redacted := self._redact_value(kinds[key], value[key], chat)) is not None:
                kept[key] = redacted
        return kept

    def _redact_value(self, kind: str, value: Any, chat: Any) -> Any:
        """Return what is kept of *value*; None if it is not of its *kind*."""
        if kind in ("photo", "buttons"):
            if not isinstance(value, list | tuple):
                return None
            if kind == "photo":
                return [self._redact_fields("file", size, chat) for size in value]
            rows = [row for row in value if isinstance(row, list | tuple)]
            return [[self._redact_fields("button", button, chat) for button in row] for row in rows]
        if kind in _KINDS:
            if not isinstance(value, dict):
                return None
            if kind == "user" and value.get("id") == self._pseudonyms.bot_id:
                return {key: BOT[key] for key in ("id", "is_bot", "first_name", "username")}
            return self._redact_fields(kind, value, chat)
        if kind == "message_id":
            return self._redact_message_id(value, chat)
        return self._values[kind](value)

    def _redact_message_id(self, value: Any, chat: Any) -> int | None:
        if type(value) is not int:
            return None
        key = ("message", chat if isinstance(chat, int | str) else None)
        return self._pseudonyms.number(key, value)

    def _redact_code(self, value: Any) -> str | None:
        """Redact the data of a button or the offset of results: the bot's own words, perhaps with ids."""
        if not isinstance(value, str) or not _CODE.fullmatch(value):
            return None
        return self._pseudonyms.replace_ids(TOKEN.sub("[token]", value))

    def _written(self, value: Any) -> Iterator[tuple[str, list[JSON]]]:
        """Yield the texts that people wrote in an update, with their entities."""
        if not isinstance(value, dict):
            return
        sender = value.get("from")
        by_bot = isinstance(sender, dict) and sender.get("id") == self._pseudonyms.bot_id
        for key, item in value.items():
            if not isinstance(item, str):
                yield from self._written(item)
            elif key in ("text", "caption", "query") and not by_bot:
                yield item, _entities(value, key)

    # Calls: the bot makes their parameters, so that also unknown ones are kept, redacted.

    def _redact_params(self, value: Any, chat: Any, key: str = "", *, html: bool = False) -> Any:
        if isinstance(value, dict):
            chat, html = value.get("chat_id", chat), value.get("parse_mode") == "HTML"
            return {
                str(name): self._redact_params(item, chat, str(name), html=html)
                for name, item in value.items()
            }
        if isinstance(value, list | tuple):
            return [self._redact_params(item, chat, key, html=html) for item in value]
        if value is None or isinstance(value, bool | float):
            return value
        kind = next((kind for kind, suffixes in _IDS.items() if key.endswith(suffixes)), None)
        if kind and (id_ := self._redact_value(kind, value, chat)) is not None:
            return id_
        if isinstance(value, int):
            return _keep_size(value)
        if key in ("callback_data", "id", "next_offset") and _CODE.fullmatch(value):
            return self._redact_code(value)
        if key == "url":
            return self._pseudonyms.replace_in_link(str(value))
        if html:
            return self._texts.redact_html(str(value), self._echo)
        return self._texts.redact(str(value), self._echo)


def _rank(kind: str) -> int:
    return {"text": 2, "message": 1}.get(kind, 0)


def _keep_size(value: Any) -> int | None:
    """Return a number, or 0 for one that may lead to somebody."""
    if type(value) is not int:
        return None
    return value if abs(value) < 10**FEWEST_DIGITS else 0


def _keep_if(pattern: str, value: Any) -> str | None:
    return value if isinstance(value, str) and re.fullmatch(pattern, value) else None


def _entities(value: JSON, key: str) -> list[JSON]:
    """Return the well-formed entities of the text *key* of a message."""
    entities = value.get(_ENTITIES.get(key, ""))
    return [
        entity
        for entity in (entities if isinstance(entities, list | tuple) else ())
        if isinstance(entity, dict)
        and type(entity.get("offset")) is int
        and type(entity.get("length")) is int
    ]
