"""Conversations with the real bot and a simulated Telegram, for the terminal and for tests."""

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
    One action of a person, and the faults that the bot's calls meet.

    Attributes:
        does: One of `ACTIONS`.
        what: The text, the label of a button, the kind of attachment, or the file of an article to write.
        data: The data of an older button, the offset of more inline results, or the content to write.
        language: The language of the person's app.
        at: The id of the message that is replied to, tapped, edited or deleted, if it is not the newest.
        topic: The topic of the group.
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
    The bot as it runs in Telegram, and one person who talks to it.

    Attributes:
        telegram: The chats in their present state.
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
            write: Changes an article, given the name of its file and the new content.
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
        Perform *step*, wait for the bot, and return the calls that it made, in order.

        Calls that show the bot as typing are left out: whether it makes them depends on the machine.
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
        raise ValueError(f"{step.does!r} is not possible here")


async def replay(
    library: Library | Callable[[], Library],
    steps: Iterable[Step],
    versions: Versions | None = None,
    write: Callable[[str, str], None] | None = None,
) -> list[tuple[Call, ...]]:
    """Perform *steps* in a new `Conversation`, and return the calls that the bot makes for each."""
    conversation = Conversation(library, versions, write)
    await conversation.open()
    try:
        return [tuple(await conversation.perform(step)) for step in steps]
    finally:
        await conversation.close()
