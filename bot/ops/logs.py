"""How the log is written: a line a record, as text or JSON, and never with the token."""

from __future__ import annotations

import json
import logging
from datetime import UTC, datetime
from typing import Literal

Format = Literal["text", "json"]

_BREAKS = {code: f"\\u{code:04x}" for code in (*range(0x7F, 0xA0), 0x2028, 0x2029)}
"""What JSON leaves as it is, and what may end a line or steer a terminal."""

_TEXT = "%(asctime)s %(levelname)s %(name)s: %(message)s"


class _WithoutToken(logging.Formatter):
    """Leaves tokens out of everything, wherever a library put them."""

    def __init__(self, token: str) -> None:
        super().__init__(_TEXT)
        self._token = token

    def format(self, record: logging.LogRecord) -> str:
        return self._written(record).replace(self._token, "[token]")

    def _written(self, record: logging.LogRecord) -> str:
        return super().format(record)


class _Json(_WithoutToken):
    """An object a line; the facts of a record are fields of it."""

    def _written(self, record: logging.LogRecord) -> str:
        line: dict[str, object] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "message": record.getMessage(),
        }
        line.update(getattr(record, "facts", {}))
        if record.exc_info:
            line["traceback"] = self.formatException(record.exc_info)
        return one_line(line)


def one_line(value: object) -> str:
    """*value* as JSON on one line, whatever somebody wrote in it."""
    return json.dumps(value, ensure_ascii=False).translate(_BREAKS)


def formatter(token: str, form: Format) -> logging.Formatter:
    """Writes records in that *form*, and never the *token*."""
    return _Json(token) if form == "json" else _WithoutToken(token)


def set_up(token: str, form: Format = "text") -> None:
    """Write the log to standard error, in that *form*, and never the *token*."""
    handler = logging.StreamHandler()
    handler.setFormatter(formatter(token, form))
    logging.basicConfig(level=logging.INFO, handlers=[handler])
    # At INFO they log the URL of each call, and the token stands in it.
    for name in ("httpx", "httpcore"):
        logging.getLogger(name).setLevel(logging.WARNING)
