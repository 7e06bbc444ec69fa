"""Limits how much one person may ask, so that the bot can serve everybody. No I/O."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto

_MINUTE = 60.0


class Decision(Enum):
    ALLOW = auto()
    REFUSE = auto()
    """Too much, and the person should be told."""
    IGNORE = auto()
    """Too much, and the person was told less than a minute ago."""


@dataclass(frozen=True, slots=True)
class _Use:
    """
    Attributes:
        full: When the bucket will be full of tokens again, on the clock of `RateLimits`.
        refused: When the person was last told that there was no token.
    """

    full: float
    refused: float


class RateLimits:
    """A bucket of tokens for each person: each question takes one, which comes back in time."""

    def __init__(
        self,
        per_minute: int,
        clock: Callable[[], float] = time.monotonic,
        most_people: int = 10_000,
    ) -> None:
        """
        Args:
            per_minute: Questions per minute, possibly all at once; 0 for no limit.
            clock: Returns seconds, and never goes back.
            most_people: Of more, those who asked longest ago are forgotten.
        """
        self.per_minute = per_minute
        self._clock = clock
        self._most_people = most_people
        self._uses: OrderedDict[int, _Use] = OrderedDict()

    def ask(self, person: int) -> Decision:
        """Take a token of *person*, if there is one, and return whether to answer."""
        if not self.per_minute:
            return Decision.ALLOW
        now = self._clock()
        use = self._uses.pop(person, _Use(now, now - _MINUTE))
        token = _MINUTE / self.per_minute
        full = max(use.full, now) + token
        if full <= now + _MINUTE + token / 1000:  # sums of floats are not exact
            decision, use = Decision.ALLOW, _Use(full, use.refused)
        elif now - use.refused >= _MINUTE:
            decision, use = Decision.REFUSE, _Use(use.full, now)
        else:
            decision = Decision.IGNORE
        self._uses[person] = use
        self._forget(now)
        return decision

    @property
    def people(self) -> int:
        """Return how many people are remembered."""
        return len(self._uses)

    def _forget(self, now: float) -> None:
        """Forget those who asked longest ago, if their bucket is full anyway or there are too many."""
        while self._uses:
            person, use = next(iter(self._uses.items()))
            if len(self._uses) <= self._most_people and max(use.full, use.refused + _MINUTE) > now:
                return
            del self._uses[person]
