"""What a button under an answer carries, in the 64 bytes that Telegram gives it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum


class Action(StrEnum):
    PAGE = "page"
    MORE = "more"
    STAY = "stay"


@dataclass(frozen=True, slots=True)
class Tap:
    """
    What a tap asks for. The question is not in it: the message replies to the question.

    `index` counts excerpts from 0. `version` is the collection the button was made for.
    """

    action: Action
    index: int
    version: str

    @property
    def data(self) -> str:
        return f"{self.action}:{self.index}:{self.version}"


_DATA = re.compile(r"(page|more|stay):([0-9]{1,3}):([^:]+)")


def read(data: str | None) -> Tap | None:
    """The tap that *data* stands for, None when no button of ours carries it."""
    match = _DATA.fullmatch(data or "")
    return Tap(Action(match[1]), int(match[2]), match[3]) if match else None
