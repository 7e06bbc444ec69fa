"""Files that people send, fetched from the Bot API server as far as they are wanted."""

from __future__ import annotations

import httpx
from telegram import Bot
from telegram.error import BadRequest, NetworkError

MOST = 20 << 20
"""Bytes of the largest file that the Bot API gives to a bot."""

_SECONDS = 60.0
"""For which nothing may come."""


class TooLargeError(ValueError):
    """A file is larger than it may be."""


async def download(
    bot: Bot, file_id: str, most: int = MOST, transport: httpx.AsyncBaseTransport | None = None
) -> bytes:
    """
    The bytes of a file, of which no more than *most* are ever held.

    Args:
        transport: Carries the call, in place of the network.

    Raises:
        TooLargeError: There are more.
        TelegramError: It cannot be had.
    """
    try:
        file = await bot.get_file(file_id)
    except BadRequest as error:
        if "too big" in error.message.lower():
            raise TooLargeError from None
        raise
    if (file.file_size or 0) > most:
        raise TooLargeError
    raw = bytearray()
    try:
        async with (
            httpx.AsyncClient(transport=transport, timeout=_SECONDS) as client,
            client.stream("GET", file.file_path or "") as response,
        ):
            if response.status_code != httpx.codes.OK:
                raise NetworkError(f"A file did not arrive: {response.status_code}")
            async for piece in response.aiter_bytes():
                raw += piece
                if len(raw) > most:
                    raise TooLargeError
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        # Not what it says: the token stands in the address.
        raise NetworkError(f"A file did not arrive: {type(error).__name__}") from None
    return bytes(raw)
