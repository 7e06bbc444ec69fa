"""How much one person may ask of the bot, so that all others are served as well. No I/O."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto

_MINUTE = 60.0

_MOST = 10_000
"""People to keep in mind; of more, those who asked longest ago are forgotten."""


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
        full: When the bucket is full of tokens again, on the clock of `Limits`.
        told: When the person last heard that there was none.
    """

    full: float
    told: float


class Limits:
    """A bucket of tokens for each person: one is taken for each question, and each comes back in time."""

    def __init__(self, per_minute: int, clock: Callable[[], float] = time.monotonic) -> None:
        """
        Args:
            per_minute: Questions in a minute, which may come all at once; 0 for no limit.
            clock: In seconds, and never going back.
        """
        self.per_minute = per_minute
        self._clock = clock
        self._uses: OrderedDict[int, _Use] = OrderedDict()

    def ask(self, person: int) -> Decision:
        """Take a token of *person*, if there is one."""
        if not self.per_minute:
            return Decision.ALLOW
        now = self._clock()
        use = self._uses.pop(person, _Use(now, now - _MINUTE))
        token = _MINUTE / self.per_minute
        full = max(use.full, now) + token
        if full <= now + _MINUTE + token / 1000:  # sums of floats are not exact
            decision, use = Decision.ALLOW, _Use(full, use.told)
        elif now - use.told >= _MINUTE:
            decision, use = Decision.REFUSE, _Use(use.full, now)
        else:
            decision = Decision.IGNORE
        self._uses[person] = use
        self._forget(now)
        return decision

    @property
    def people(self) -> int:
        """How many are kept in mind."""
        return len(self._uses)

    def _forget(self, now: float) -> None:
        """Those who asked longest ago, when their bucket is full anyway or there are too many."""
        while self._uses:
            person, use = next(iter(self._uses.items()))
            if len(self._uses) <= _MOST and max(use.full, use.told + _MINUTE) > now:
                return
            del self._uses[person]
