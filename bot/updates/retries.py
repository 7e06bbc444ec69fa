"""Repeats calls that failed at Telegram or in the network, without sending anything twice."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Coroutine, Sequence
from typing import Any

import httpx
from telegram.error import BadRequest, NetworkError
from telegram.ext import AIORateLimiter

log = logging.getLogger(__name__)

_PAUSES = (0.5, 1.0, 2.0, 4.0, 8.0)
"""Seconds before each further attempt. Somebody who waits longer has asked again."""

_ANSWERS = ("send", "edit", "answer")
"""The first words of calls that somebody waits for."""

_SLOW = (httpx.ReadTimeout, httpx.WriteTimeout)
"""The call may have reached Telegram, and what happened to it is not known."""


class Retrying(AIORateLimiter):
    """
    Keeps to Telegram's limits, waits as long as a 429 says, and retries after 5xx and network errors. A
    message that Telegram was too slow to confirm is not sent again, as it usually has arrived.
    """

    def __init__(self, overall_max_rate: float = 30, pauses: Sequence[float] = _PAUSES) -> None:
        """
        Args:
            overall_max_rate: Calls per second for all chats together; 0 for no limit.
            pauses: Seconds before each further attempt.
        """
        super().__init__(overall_max_rate, max_retries=3)
        self._pauses = pauses

    async def process_request(
        self,
        callback: Callable[..., Coroutine[Any, Any, Any]],
        args: Any,
        kwargs: dict[str, Any],
        endpoint: str,
        data: dict[str, Any],
        rate_limit_args: int | None,
    ) -> Any:
        call = super().process_request
        for pause in self._pauses if endpoint.startswith(_ANSWERS) else ():
            try:
                return await call(callback, args, kwargs, endpoint, data, rate_limit_args)
            except NetworkError as error:
                if endpoint == "sendChatAction" or _is_final(error, endpoint):
                    raise
                log.warning("%s did not arrive (%s). Next try in %.1f s.", endpoint, error, pause)
            await asyncio.sleep(pause)
        return await call(callback, args, kwargs, endpoint, data, rate_limit_args)


def _is_final(error: NetworkError, endpoint: str) -> bool:
    """Return whether not to repeat the call; to repeat an edit or an answer to a query is harmless."""
    if isinstance(error, BadRequest):  # PTB derives it from NetworkError
        return True
    return endpoint.startswith("send") and isinstance(error.__cause__, _SLOW)
