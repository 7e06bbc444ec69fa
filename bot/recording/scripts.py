"""Make conversations that can be replayed of what was recorded: pure, on what `bot.recording.recorder` wrote."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from bot.recording.redaction import TAKEN_OUT
from bot.simulator.conversations import Step
from bot.simulator.recordings import Recording
from bot.simulator.wire import ATTACHMENTS, BOT, GROUP, JSON, LOST, MOVED, PRIVATE, Call, Fault

ABOUT = "Recorded with python -m bot record."

_LONGEST_WAIT = 1
"""Seconds to wait where Telegram asked for more: nobody waits for a test."""

_UNREPEATABLE = {"sendChatAction"}
"""Calls that a replay leaves out too: whether they are made depends on the machine."""


@dataclass(frozen=True, slots=True)
class Event:
    """A line of a recording; `number` counts from 1."""

    number: int
    content: JSON


@dataclass(frozen=True, slots=True)
class Converted:
    """
    Attributes:
        recordings: By the id of the chat, or of the person who asked inline.
        problems: A sentence for each update that is left out.
    """

    recordings: dict[int, Recording]
    problems: tuple[str, ...]


class _UnusableError(Exception):
    """An update is no step; `str()` is the rest of the sentence that says why."""


def convert(events: Iterable[Event]) -> Converted:
    """One conversation a chat, its calls numbered as the replay numbers them."""
    chats: dict[int, _Script] = {}
    problems: list[str] = []
    updates: dict[int, tuple[Event, list[JSON]]] = {}
    for event in events:
        if "update" in event.content:
            updates[event.content["update"].get("update_id")] = (event, [])
        elif event.content.get("because") in updates:
            updates[event.content["because"]][1].append(event.content)
        else:
            problems.append(f"Line {event.number}: its update is not in the file; left out.")
    for event, calls in updates.values():
        chat = _chat_of(event.content["update"])
        if chat is None:
            problems.append(f"Line {event.number}: this is no update that the bot takes; left out.")
            continue
        script = chats.setdefault(chat, _Script(chat, event.content.get("collection")))
        made = [call for call in calls if call["call"] not in _UNREPEATABLE]
        try:
            script.add(event.content["update"], made)
        except _UnusableError as error:
            problems.append(f"Line {event.number}: {error}; left out.")
        except (AttributeError, KeyError, TypeError):
            problems.append(f"Line {event.number}: it lacks what a recording has; left out.")
    told = {
        chat: Recording(ABOUT, tuple(script.steps), script.collection)
        for chat, script in chats.items()
        if script.steps
    }
    return Converted(told, tuple(problems))


@dataclass
class _Script:
    """
    A conversation as it grows. Messages are named by their ids in the recording.

    Attributes:
        numbers: The ids that messages have in a replay.
        queries: The same of queries.
        buttons: Under a message: their labels and their data.
        asked: By message of the bot: the one that it replies to.
        own, bots: Messages that are there, of the person and of the bot, the newest last.
    """

    chat: int
    collection: str | None
    steps: list[tuple[Step, tuple[Call, ...]]] = field(default_factory=list)
    numbers: dict[int, int] = field(default_factory=dict)
    queries: dict[str, str] = field(default_factory=dict)
    buttons: dict[int, list[tuple[str, str | None]]] = field(default_factory=dict)
    asked: dict[int, int] = field(default_factory=dict)
    own: list[int] = field(default_factory=list)
    bots: list[int] = field(default_factory=list)
    moved: int | None = None
    _messages: int = 0

    def add(self, update: JSON, calls: Sequence[JSON]) -> None:
        """
        Raises:
            _UnusableError: It cannot be a step.
        """
        if any(TAKEN_OUT in text for call in calls for text in _strings(call["params"])):
            raise _UnusableError("the bot repeats what was taken out of the question")
        faults = tuple(self._faults(calls))
        step = replace(self._step(update), faults=faults, language=_language(update))
        if self.chat < 0 and step.does != "guest":
            step = replace(step, chat="group")
        self.steps.append((step, tuple(map(self._call, calls))))

    def _step(self, update: JSON) -> Step:
        match update:
            case {"message": message}:
                return self._message(message)
            case {"edited_message": message}:
                return self._edit(message)
            case {"callback_query": query}:
                return self._tap(query)
            case {"inline_query": query}:
                self._query(query["id"])
                return Step("inline", query["query"], data=query.get("offset") or None)
            case {"guest_message": message}:
                self._count(message["message_id"])
                self._query(message["guest_query_id"])
                return Step("guest", message["text"])
        raise _UnusableError("this is no update that the bot takes")

    def _message(self, message: JSON) -> Step:
        text, number = message.get("text"), message["message_id"]
        topic = message["message_thread_id"] if message.get("is_topic_message") else None
        replied = message.get("reply_to_message", {})
        to_bot = _is_bots(replied) and "forum_topic_created" not in replied
        kind = next((kind for kind in ATTACHMENTS if kind in message), None)
        if text is None:
            if kind is None:
                raise _UnusableError("nobody can send this in a conversation")
            step = Step("send", kind, topic=topic)
        elif text.startswith("/privacy"):
            raise _UnusableError("/privacy is answered otherwise while the bot records")
        elif to_bot:
            at = self._at(replied["message_id"], self.bots)
            step = Step("reply", text, at=at, topic=topic)
        else:
            step = Step("message", text, topic=topic)
        self._count(number)
        self.own.append(number)
        return step

    def _edit(self, message: JSON) -> Step:
        at = self._at(message["message_id"], self.own)
        if "text" not in message:
            raise _UnusableError("only the text of a message can be edited in a conversation")
        return Step("edit", message["text"], at=at)

    def _tap(self, query: JSON) -> Step:
        message, data = query.get("message", {}), query.get("data")
        if not message.get("date"):
            raise _UnusableError("the tapped message is out of the bot’s reach")
        number = message["message_id"]
        self._at(number, self.bots)
        buttons = self.buttons[number]
        if not buttons:
            raise _UnusableError("nothing is left to tap under that message")
        label = next((label for label, carried in buttons if carried == data), buttons[0][0])
        first = next(carried for one, carried in buttons if one == label)
        newest = next(n for n in reversed(self.bots) if label in dict(self.buttons[n]))
        question = self.asked.get(number)
        if question in self.own and "reply_to_message" not in message:
            self._delete(question)
        self._query(query["id"])
        at = None if newest == number else self.numbers[number]
        return Step("tap", label, data=None if first == data else data, at=at)

    def _delete(self, number: int) -> None:
        """A person deletes a message of theirs: nobody is told, but later it is missed."""
        step = Step("delete", at=self._at(number, self.own))
        self.own.remove(number)
        self.steps.append((replace(step, chat="group") if self.chat < 0 else step, ()))

    def _at(self, number: int, among: Sequence[int]) -> int | None:
        """The id of a message in a replay; None where it is the newest of those."""
        if number not in among:
            raise _UnusableError("it is about a message that is not in the recording")
        return None if number == among[-1] else self.numbers[number]

    def _count(self, number: int | None = None) -> None:
        """The next message there is, known or not."""
        self._messages += 1
        if number is not None:
            self.numbers[number] = self._messages

    def _query(self, recorded: str) -> None:
        self.queries[recorded] = str(len(self.queries) + 1)

    def _faults(self, calls: Sequence[JSON]) -> Iterator[Fault]:
        done: set[str] = set()
        for call in calls:
            method, answer = call["call"], call["answer"]
            if answer["ok"]:
                done.add(method)
                continue
            if method in done:
                raise _UnusableError(
                    f"{method} was refused once it had gone well, which a step cannot say"
                )
            if "lost" in answer:
                yield Fault(method, LOST, answer["lost"])
                continue
            told = answer.get("parameters", {})
            wait, moved = told.get("retry_after"), told.get("migrate_to_chat_id")
            if moved is not None:
                self.moved = moved
            yield Fault(
                method,
                answer["error_code"],
                answer["description"],
                None if wait is None else min(wait, _LONGEST_WAIT),
                None if moved is None else MOVED,
            )

    def _call(self, recorded: JSON) -> Call:
        method, params, answer = recorded["call"], recorded["params"], recorded["answer"]
        call = Call(method, self._renumbered(params))
        here = params.get("chat_id") == self.chat
        if answer["ok"] and method == "sendMessage":
            number = answer["message_id"] if here else None
            self._count(number)
            if number is not None:
                self.bots.append(number)
                self.buttons[number] = list(_buttons(params))
                replied = params.get("reply_parameters", {}).get("message_id")
                if replied is not None:
                    self.asked[number] = replied
        elif answer["ok"] and method in ("editMessageText", "editMessageReplyMarkup") and here:
            self.buttons[params["message_id"]] = list(_buttons(params))
        return call

    def _renumbered(self, value: Any, key: str = "") -> Any:
        if isinstance(value, dict):
            return {name: self._renumbered(item, name) for name, item in value.items()}
        if isinstance(value, list):
            return [self._renumbered(item, key) for item in value]
        if key.endswith("message_id") and isinstance(value, int):
            return self.numbers.get(value, value)
        if key.endswith("query_id"):
            return self.queries.get(value, value)
        if key == "chat_id" and value == self.moved:
            return MOVED
        if key == "chat_id" and value == self.chat:
            return GROUP if self.chat < 0 else PRIVATE
        return value


def _buttons(params: JSON) -> Iterator[tuple[str, str | None]]:
    markup = params.get("reply_markup", {})
    for row in [*markup.get("inline_keyboard", []), *markup.get("keyboard", [])]:
        for button in row:
            yield button["text"], button.get("callback_data")


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        for item in value:
            yield from _strings(item)
    elif isinstance(value, str):
        yield value


def _language(update: JSON) -> str:
    """Of the app of who made *update*."""
    about = next((part for part in update.values() if isinstance(part, dict)), {})
    tag: str = about.get("from", {}).get("language_code", "en")
    return tag


def _is_bots(message: JSON) -> bool:
    return bool(message.get("from", {}).get("id") == BOT["id"])


def _chat_of(update: JSON) -> int | None:
    match update:
        case (
            {"message": {"chat": {"id": int(chat)}}}
            | {"edited_message": {"chat": {"id": int(chat)}}}
            | {"guest_message": {"chat": {"id": int(chat)}}}
            | {"callback_query": {"message": {"chat": {"id": int(chat)}}}}
            | {"callback_query": {"from": {"id": int(chat)}}}
            | {"inline_query": {"from": {"id": int(chat)}}}
        ):
            return chat
    return None
