"""Who the admins are, and what they look after."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass

import httpx
from telegram import Message

from bot.storage.statistics import Statistics
from retrieval.collection import protocol as collections
from retrieval.collection.opening import CollectionOptions
from retrieval.maintenance.fetching import FetchedPage, fetch


@dataclass(frozen=True, slots=True)
class Admins:
    """
    Attributes:
        ids: User ids, at least one.
        collection: The articles that they look after.
        options: Where the articles of *collection* are, and its index.
        statistics: Counts the questions of everybody.
        fetch: Downloads web pages.
        transport: Carries the files that admins send, in place of the network.
    """

    ids: Collection[int]
    collection: collections.Collection
    options: CollectionOptions
    statistics: Statistics
    fetch: Callable[[str], FetchedPage] = fetch
    transport: httpx.AsyncBaseTransport | None = None


def argument_of(message: Message) -> str:
    """Return the text after the command in a message or a caption, or "" if there is none."""
    _, *words = (message.text or message.caption or "").split(maxsplit=1)
    return words[0].strip() if words else ""
