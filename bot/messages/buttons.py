"""
What the buttons carry, in the 64 bytes that Telegram gives each.

Nothing of what they act on is remembered: the message replies to its question, shows how that was read,
and says the rest here. So a button is of use as long as the message stands.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Literal

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
        top: Most excerpts to page through.
        language: A code, of whom the message is for: in a group anybody may tap.
        previews: Show what a link leads to.
        continued: The question is read together with the one before it, as the message says.
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
    """What a tap under an answer asks for."""

    action: Action
    shown: Shown

    @property
    def data(self) -> str:
        return f"{self.action}:{self.shown.data}"


@dataclass(frozen=True, slots=True)
class Open:
    """Show a part of an article, from 0. `back` is the excerpt that it was opened from."""

    key: str
    part: int
    language: str
    back: Shown | None = None

    @property
    def data(self) -> str:
        back = f":{self.back.data}" if self.back else ""
        return f"open:{self.key}:{self.part}:{self.language}{back}"


@dataclass(frozen=True, slots=True)
class List:
    """
    Show a page, from 0, of the list of articles, or of what /said answers: the message replies to what
    was asked of it.
    """

    page: int
    language: str
    of: Literal["list", "said"] = "list"

    @property
    def data(self) -> str:
        return f"{self.of}:{self.page}:{self.language}"


@dataclass(frozen=True, slots=True)
class Set:
    """Set a preference of whoever taps."""

    name: str
    value: str

    @property
    def data(self) -> str:
        return f"set:{self.name}:{self.value}"


_SHOWN = r"(\d{1,3}):([^:]+)(?::(\d{1,2}):([a-z]{2}):(p?c?))?"
_TAP = re.compile(rf"(page|more|stay|good|bad|source|alone|show|cite):{_SHOWN}", re.ASCII)
_OPEN = re.compile(rf"open:([\w-]{{12}}):(\d{{1,4}}):([a-z]{{2}})(?::({_SHOWN}))?", re.ASCII)
_LIST = re.compile(r"(list|said):(\d{1,6}):([a-z]{2})", re.ASCII)
_SET = re.compile(r"set:(language|excerpts|previews):(\w{1,8})", re.ASCII)


def read(data: str | None) -> Tap | Open | List | Set | None:
    """What a button that carries *data* is for, None where it is none of ours."""
    data = data or ""
    if match := _TAP.fullmatch(data):
        return Tap(Action(match[1]), _shown(match.groups()[1:]))
    if match := _OPEN.fullmatch(data):
        back = _shown(match.groups()[4:]) if match[4] else None
        return Open(match[1], int(match[2]), match[3], back)
    if match := _LIST.fullmatch(data):
        return List(int(match[2]), match[3], "said" if match[1] == "said" else "list")
    if match := _SET.fullmatch(data):
        return Set(match[1], match[2])
    return None


def _shown(found: tuple[str | None, ...]) -> Shown:
    index, version, top, language, flags = found
    assert index
    assert version
    if top is None or language is None or flags is None:  # a button of an earlier bot
        return Shown(int(index), version)
    return Shown(int(index), version, int(top), language, "p" in flags, "c" in flags)
