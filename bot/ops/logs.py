"""The format of the log: one record per line, as text or JSON, and never with the token."""

from __future__ import annotations

import json
import logging
from datetime import UTC, datetime
from typing import Literal

Format = Literal["text", "json"]

_BREAKS = {code: f"\\u{code:04x}" for code in (*range(0x7F, 0xA0), 0x2028, 0x2029)}
"""Characters that JSON does not escape, but that may end a line or control a terminal."""

_TEXT = "%(asctime)s %(levelname)s %(name)s: %(message)s"


class _WithoutToken(logging.Formatter):
    """Replaces the token everywhere, wherever a library has put it."""

    def __init__(self, token: str) -> None:
        super().__init__(_TEXT)
        self._token = token

    def format(self, record: logging.LogRecord) -> str:
        return self._format(record).replace(self._token, "[token]")

    def _format(self, record: logging.LogRecord) -> str:
        return super().format(record)


class _Json(_WithoutToken):
    """Writes each record as an object, with its facts as fields."""

    def _format(self, record: logging.LogRecord) -> str:
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
    """Return *value* as JSON on one line, whatever characters it contains."""
    return json.dumps(value, ensure_ascii=False).translate(_BREAKS)


def formatter(token: str, form: Format) -> logging.Formatter:
    """Return a formatter that writes records in that *form*, and never the *token*."""
    return _Json(token) if form == "json" else _WithoutToken(token)


def set_up(token: str, form: Format = "text") -> None:
    """Log to standard error in that *form*, and never log the *token*."""
    handler = logging.StreamHandler()
    handler.setFormatter(formatter(token, form))
    logging.basicConfig(level=logging.INFO, handlers=[handler])
    # At INFO they log the URL of each call, which contains the token.
    for name in ("httpx", "httpcore"):
        logging.getLogger(name).setLevel(logging.WARNING)
