"""
The data that buttons carry, in the 64 bytes that Telegram allows for each.

The bot does not remember what they act on: the message replies to its question and shows how that was
read, and the data has the rest. So a button works as long as its message exists.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Literal, cast

from retrieval.articles.receipt_tokens import key_of as key_of


class Action(StrEnum):
    PAGE = "page"
    MORE = "more"
    STAY = "stay"
    GOOD = "good"
    BAD = "bad"
    SOURCE = "source"
    ALONE = "alone"
    SHOW = "show"
    CITE = "cite"


@dataclass(frozen=True, slots=True)
class Shown:
    """
    The excerpt that a message shows, and how.

    Attributes:
        index: Which excerpt, from 0.
        version: Of the collection that was asked.
        top: The most excerpts to page through.
        language: The code of the language of the message: in a group anybody may tap.
        previews: Show a preview of the link.
        continued: The question was read together with an earlier one, and the message shows how.
    """

    index: int
    version: str
    top: int = 3
    language: str = "en"
    previews: bool = False
    continued: bool = False

    @property
    def data(self) -> str:
        flags = "p" * self.previews + "c" * self.continued
        return f"{self.index}:{self.version}:{self.top}:{self.language}:{flags}"

    def at(self, index: int) -> Shown:
        return replace(self, index=index)


@dataclass(frozen=True, slots=True)
class Tap:
    """A button below an answer."""

    action: Action
    shown: Shown

    @property
    def data(self) -> str:
        return f"{self.action}:{self.shown.data}"


@dataclass(frozen=True, slots=True)
class Open:
    """A button that shows a part of an article, from 0, opened from the excerpt `back`."""

    key: str
    part: int
    language: str
    back: Shown | None = None

    @property
    def data(self) -> str:
        back = f":{self.back.data}" if self.back else ""
        return f"open:{self.key}:{self.part}:{self.language}{back}"


ListName = Literal["list", "about", "said", "timeline"]


@dataclass(frozen=True, slots=True)
class List:
    """
    A button that shows a page, from 0, of the list of articles, or of those about a topic, or of an answer to
    /said or /timeline; except for the list of all, the message replies to the command that has the topic.
    """

    page: int
    language: str
    of: ListName = "list"

    @property
    def data(self) -> str:
        return f"{self.of}:{self.page}:{self.language}"


@dataclass(frozen=True, slots=True)
class Set:
    """A button that sets a preference of whoever taps it."""

    name: str
    value: str

    @property
    def data(self) -> str:
        return f"set:{self.name}:{self.value}"


_SHOWN = r"(\d{1,3}):([^:]+)(?::(\d{1,2}):([a-z]{2}):(p?c?))?"
_TAP = re.compile(rf"(page|more|stay|good|bad|source|alone|show|cite):{_SHOWN}", re.ASCII)
_OPEN = re.compile(rf"open:([\w-]{{12}}):(\d{{1,4}}):([a-z]{{2}})(?::({_SHOWN}))?", re.ASCII)
_LIST = re.compile(r"(list|about|said|timeline):(\d{1,6}):([a-z]{2})", re.ASCII)
_SET = re.compile(r"set:(language|excerpts|previews):(\w{1,8})", re.ASCII)


def read(data: str | None) -> Tap | Open | List | Set | None:
    """Return what a button that carries *data* does, or None if the data is not ours."""
    data = data or ""
    if match := _TAP.fullmatch(data):
        return Tap(Action(match[1]), _shown(match.groups()[1:]))
    if match := _OPEN.fullmatch(data):
        back = _shown(match.groups()[4:]) if match[4] else None
        return Open(match[1], int(match[2]), match[3], back)
    if match := _LIST.fullmatch(data):
        return List(int(match[2]), match[3], cast("ListName", match[1]))
    if match := _SET.fullmatch(data):
        return Set(match[1], match[2])
    return None


def _shown(groups: tuple[str | None, ...]) -> Shown:
    index, version, top, language, flags = groups
    assert index
    assert version
    if top is None or language is None or flags is None:  # a button of an older version
        return Shown(int(index), version)
    return Shown(int(index), version, int(top), language, "p" in flags, "c" in flags)
