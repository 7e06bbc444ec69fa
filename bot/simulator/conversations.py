"""A conversation with the real bot over a wire that leads nowhere, for terminal and tests."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from telegram import Update
from telegram.request import HTTPXRequest

from bot.app import BotOptions, build
from bot.simulator.wire import GROUP, PRIVATE, Call, Fault, Telegram
from bot.updates.polling import App
from retrieval.library import Library
from retrieval.receipts.versions import Versions

CHATS = {"private": PRIVATE, "group": GROUP}

ACTIONS = ("message", "reply", "tap", "edit", "send", "delete", "inline", "guest", "write")


@dataclass(frozen=True, slots=True)
class Step:
    """
    One thing that a person does, and what befalls the bot's calls.

    `does` is one of `ACTIONS`. `what` is the text, the button's label, the kind of attachment, or the file
    of an article that changes; `data` is what an older button carries, where more inline results begin, or
    what the file holds then. `language` is that of
    the person's app. `at` is the id of the message that is replied to, tapped, edited or deleted, if
    not the newest. `topic` is of the group.
    """

    does: str
    what: str = ""
    chat: str = "private"
    data: str | None = None
    faults: tuple[Fault, ...] = ()
    language: str = "en"
    at: int | None = None
    topic: int | None = None


class Conversation:
    """
    The bot as it runs in Telegram, with one person to talk to it.

    Attributes:
        telegram: The chats as they stand.
    """

    def __init__(
        self,
        library: Library | Callable[[], Library],
        versions: Versions | None = None,
        write: Callable[[str, str], None] | None = None,
    ) -> None:
        """
        Args:
            versions: Earlier versions of its articles, for receipts.
            write: Changes an article: the name of its file, and what that holds from then on.
        """
        self._write = write
        self.telegram = Telegram()
        request = HTTPXRequest(httpx_kwargs={"transport": self.telegram})
        options = BotOptions(request=request, versions=versions)
        self._app: App = build(library, "42:no-network", options)

    async def open(self) -> None:
        await self._app.initialize()
        await self._app.start()
        self.telegram.calls.clear()

    async def close(self) -> None:
        await self._app.stop()
        await self._app.shutdown()

    async def perform(self, step: Step) -> Sequence[Call]:
        """
        Do *step* and wait for the bot. Returns the calls it made, in order, but for those that say
        that it is at work: whether it does depends on the machine.
        """
        before = len(self.telegram.calls)
        self.telegram.faults.extend(step.faults)
        update = self._act(step)
        if update is not None:
            await self._app.update_queue.put(Update.de_json(update, self._app.bot))
            await self._app.update_queue.join()
        return [call for call in self.telegram.calls[before:] if call.method != "sendChatAction"]

    def _act(self, step: Step) -> dict[str, object] | None:
        chat = CHATS[step.chat]
        self.telegram.language = step.language
        match step.does:
            case "message":
                return self.telegram.write(step.what, chat, topic=step.topic)
            case "reply":
                return self.telegram.write(
                    step.what, chat, reply=True, at=step.at, topic=step.topic
                )
            case "inline":
                return self.telegram.ask_inline(step.what, step.data or "")
            case "guest":
                return self.telegram.ask_as_guest(step.what)
            case "tap":
                return self.telegram.tap(step.what, chat, step.data, step.at)
            case "edit":
                return self.telegram.rewrite(step.what, chat, step.at)
            case "send":
                return self.telegram.attach(step.what, chat, step.topic)
            case "delete":
                self.telegram.delete(chat, step.at)
                return None
            case "write" if self._write:
                self._write(step.what, step.data or "")
                return None
        raise ValueError(f"nobody can {step.does!r}")


async def replay(
    library: Library | Callable[[], Library],
    steps: Iterable[Step],
    versions: Versions | None = None,
    write: Callable[[str, str], None] | None = None,
) -> list[tuple[Call, ...]]:
    """The calls that each step leads to, in one conversation from its start; see `Conversation`."""
    conversation = Conversation(library, versions, write)
    await conversation.open()
    try:
        return [tuple(await conversation.perform(step)) for step in steps]
    finally:
        await conversation.close()
