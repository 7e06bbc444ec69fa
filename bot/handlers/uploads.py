"""Downloads files that people send, up to a size."""

from __future__ import annotations

import httpx
from telegram import Bot
from telegram.error import BadRequest, NetworkError

MOST = 20 << 20
"""Bytes of the largest file that the Bot API lets a bot download."""

_SECONDS = 60.0
"""For which the server may send nothing."""


class TooLargeError(ValueError):
    """A file is larger than allowed."""


async def download(
    bot: Bot, file_id: str, most: int = MOST, transport: httpx.AsyncBaseTransport | None = None
) -> bytes:
    """
    Return the bytes of a file, and stop as soon as there are more than *most*.

    Args:
        transport: Makes the call, in place of the network.

    Raises:
        TooLargeError: The file has more than *most* bytes.
        TelegramError: The file cannot be downloaded.
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
        # Not its text: that has the address, and so the token.
        raise NetworkError(f"A file did not arrive: {type(error).__name__}") from None
    return bytes(raw)
