"""Convert what `bot.recording.recorder` wrote into conversations that can be replayed; pure functions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from bot.recording.texts import TAKEN_OUT
from bot.simulator.conversations import Step
from bot.simulator.recordings import Recording
from bot.simulator.wire import ATTACHMENTS, BOT, GROUP, JSON, LOST, MOVED, PRIVATE, Call, Fault

ABOUT = "Recorded with python -m bot record."

_LONGEST_WAIT = 1
"""Seconds; where Telegram asked for a longer wait, a replay waits no longer than this."""

_UNKNOWN = "the bot does not handle such updates"

_UNREPEATABLE = {"sendChatAction"}
"""Calls that a replay ignores too, since whether they are made depends on the machine."""


@dataclass(frozen=True, slots=True)
class Event:
    """A line of a recording, with its *number* from 1."""

    number: int
    content: JSON


@dataclass(frozen=True, slots=True)
class Converted:
    """
    Attributes:
        recordings: Conversations by the id of the chat, or of the person for inline queries.
        problems: One sentence per update that is left out.
    """

    recordings: dict[int, Recording]
    problems: tuple[str, ...]


class _UnusableError(Exception):
    """An update cannot become a step; `str()` is the rest of the sentence that says why."""


def convert(events: Iterable[Event]) -> Converted:
    """Return one conversation per chat, with messages and queries numbered as in its replay."""
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
            problems.append(f"Line {event.number}: {_UNKNOWN}; left out.")
            continue
        script = chats.setdefault(chat, _Script(chat, event.content.get("collection")))
        made = [call for call in calls if call["call"] not in _UNREPEATABLE]
        try:
            script.add(event.content["update"], made)
        except _UnusableError as error:
            problems.append(f"Line {event.number}: {error}; left out.")
        except (AttributeError, KeyError, TypeError):
            problems.append(f"Line {event.number}: it is incomplete; left out.")
    recordings = {
        chat: Recording(ABOUT, tuple(script.steps), script.collection)
        for chat, script in chats.items()
        if script.steps
    }
    return Converted(recordings, tuple(problems))


@dataclass
class _Script:
    """
    A conversation while it is converted. Keys are the ids of messages and queries in the recording.

    Attributes:
        numbers: The ids of messages in the replay.
        queries: The ids of queries in the replay.
        buttons: The labels and data of the buttons under each message.
        questions: The message to which each message of the bot replies.
        own, bots: The messages of the person and of the bot that are not deleted, the newest last.
        moved: The chat that replaced this one.
    """

    chat: int
    collection: str | None
    steps: list[tuple[Step, tuple[Call, ...]]] = field(default_factory=list)
    numbers: dict[int, int] = field(default_factory=dict)
    queries: dict[str, str] = field(default_factory=dict)
    buttons: dict[int, list[tuple[str, str | None]]] = field(default_factory=dict)
    questions: dict[int, int] = field(default_factory=dict)
    own: list[int] = field(default_factory=list)
    bots: list[int] = field(default_factory=list)
    moved: int | None = None
    _messages: int = 0

    def add(self, update: JSON, calls: Sequence[JSON]) -> None:
        """
        Add *update* as a step, with the calls that the bot made for it.

        Raises:
            _UnusableError: The update cannot become a step.
        """
        if any(TAKEN_OUT in text for call in calls for text in _strings(call["params"])):
            raise _UnusableError("the bot repeats what was taken out of the question")
        faults = tuple(self._find_faults(calls))
        step = replace(self._convert_update(update), faults=faults, language=_language(update))
        self._append(step, map(self._convert_call, calls))

    def _append(self, step: Step, calls: Iterable[Call] = ()) -> None:
        if self.chat < 0 and step.does != "guest":
            step = replace(step, chat="group")
        self.steps.append((step, tuple(calls)))

    def _convert_update(self, update: JSON) -> Step:
        match update:
            case {"message": message}:
                return self._convert_message(message)
            case {"edited_message": message}:
                return self._convert_edit(message)
            case {"callback_query": query}:
                return self._convert_tap(query)
            case {"inline_query": query}:
                self._number_query(query["id"])
                return Step("inline", query["query"], data=query.get("offset") or None)
            case {"guest_message": message}:
                self._number_message(message["message_id"])
                self._number_query(message["guest_query_id"])
                return Step("guest", message["text"])
        raise _UnusableError(_UNKNOWN)

    def _convert_message(self, message: JSON) -> Step:
        text, number = message.get("text"), message["message_id"]
        topic = message["message_thread_id"] if message.get("is_topic_message") else None
        replied = message.get("reply_to_message", {})
        to_bot = _is_bots(replied) and "forum_topic_created" not in replied
        kind = next((kind for kind in ATTACHMENTS if kind in message), None)
        if text is None:
            if kind is None:
                raise _UnusableError("a conversation cannot contain such a message")
            step = Step("send", kind, topic=topic)
        elif text.startswith("/privacy"):
            raise _UnusableError("the answer to /privacy is different while the bot records")
        elif to_bot:
            at = self._find(replied["message_id"], self.bots)
            step = Step("reply", text, at=at, topic=topic)
        else:
            step = Step("message", text, topic=topic)
        self._number_message(number)
        self.own.append(number)
        return step

    def _convert_edit(self, message: JSON) -> Step:
        at = self._find(message["message_id"], self.own)
        if "text" not in message:
            raise _UnusableError("a conversation can contain edits of texts only")
        return Step("edit", message["text"], at=at)

    def _convert_tap(self, query: JSON) -> Step:
        message, data = query.get("message", {}), query.get("data")
        if not message.get("date"):
            raise _UnusableError("the bot cannot see the message that was tapped")
        number = message["message_id"]
        self._find(number, self.bots)
        buttons = self.buttons[number]
        if not buttons:
            raise _UnusableError("that message has no buttons any more")
        label = next((label for label, carried in buttons if carried == data), buttons[0][0])
        first = next(carried for name, carried in buttons if name == label)
        newest = next(n for n in reversed(self.bots) if label in dict(self.buttons[n]))
        question = self.questions.get(number)
        if question in self.own and "reply_to_message" not in message:
            # The person deleted it; the bot gets no update about that.
            self._append(Step("delete", at=self._find(question, self.own)))
            self.own.remove(question)
        self._number_query(query["id"])
        at = None if newest == number else self.numbers[number]
        return Step("tap", label, data=None if first == data else data, at=at)

    def _find(self, number: int, messages: Sequence[int]) -> int | None:
        """Return the id of a message in the replay; None if it is the newest of *messages*."""
        if number not in messages:
            raise _UnusableError("it is about a message that is not in the recording")
        return None if number == messages[-1] else self.numbers[number]

    def _number_message(self, number: int | None) -> None:
        """Give the next id to the message *number*, or to one that cannot be referred to."""
        self._messages += 1
        if number is not None:
            self.numbers[number] = self._messages

    def _number_query(self, recorded: str) -> None:
        self.queries[recorded] = str(len(self.queries) + 1)

    def _find_faults(self, calls: Sequence[JSON]) -> Iterator[Fault]:
        done: set[str] = set()
        for call in calls:
            method, answer = call["call"], call["answer"]
            if answer["ok"]:
                done.add(method)
                continue
            if method in done:
                raise _UnusableError(f"{method} first succeeded and then failed")
            if "lost" in answer:
                yield Fault(method, LOST, answer["lost"])
                continue
            parameters = answer.get("parameters", {})
            wait, moved = parameters.get("retry_after"), parameters.get("migrate_to_chat_id")
            if moved is not None:
                self.moved = moved
            yield Fault(
                method,
                answer["error_code"],
                answer["description"],
                None if wait is None else min(wait, _LONGEST_WAIT),
                None if moved is None else MOVED,
            )

    def _convert_call(self, recorded: JSON) -> Call:
        method, params, answer = recorded["call"], recorded["params"], recorded["answer"]
        call = Call(method, self._renumber(params))
        here = params.get("chat_id") == self.chat
        if answer["ok"] and method == "sendMessage":
            number = answer["message_id"] if here else None
            self._number_message(number)
            if number is not None:
                self.bots.append(number)
                self.buttons[number] = list(_buttons(params))
                replied = params.get("reply_parameters", {}).get("message_id")
                if replied is not None:
                    self.questions[number] = replied
        elif answer["ok"] and method in ("editMessageText", "editMessageReplyMarkup") and here:
            self.buttons[params["message_id"]] = list(_buttons(params))
        return call

    def _renumber(self, value: Any, key: str = "") -> Any:
        if isinstance(value, dict):
            return {name: self._renumber(item, name) for name, item in value.items()}
        if isinstance(value, list):
            return [self._renumber(item, key) for item in value]
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
    """Return the language of the app of the person who caused *update*."""
    content = next((part for part in update.values() if isinstance(part, dict)), {})
    tag: str = content.get("from", {}).get("language_code", "en")
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
