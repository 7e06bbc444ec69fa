"""
Judges of the bot's calls that this project did not write: Telegram's own parser (TDLib), the Bot API as
aiogram types it, and its documented limits as teremok states them.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

import aiogram
import aiogram.methods
import tdjson
from pydantic import BaseModel, ValidationError
from teremok.validation import ApiRuleViolation, validate_method

from bot.simulator.wire import Call
from retrieval.articles import Article

QUOTATIONS = {"BlockQuote", "ExpandableBlockQuote"}
_REMOVED: dict[int, str | None] = {
    ord(c): None for c in "\r\u2028\u2029\u202a\u202b\u202c\u202d\u202e\u030a\u0333\u033f"
}
_SPACES: dict[int, str | None] = {code: " " for code in range(32) if chr(code) not in "\n\r"}


@dataclass(frozen=True, slots=True)
class Seen:
    """
    A message as Telegram's parser returns it.

    Attributes:
        text: The text that a person sees.
        entities: (type, offset, length), in UTF-16 units.
    """

    text: str
    entities: tuple[tuple[str, int, int], ...]

    def part(self, offset: int, length: int) -> str:
        return self.text.encode("utf-16-le")[2 * offset : 2 * (offset + length)].decode("utf-16-le")

    def quotations(self) -> list[str]:
        return [self.part(offset, n) for kind, offset, n in self.entities if kind in QUOTATIONS]


def see(html: str) -> Seen:
    """
    Parse *html* as Telegram does.

    Raises:
        ValueError: It cannot be parsed; the message is Telegram's.
    """
    mode = {"@type": "textParseModeHTML"}
    parsed = _tdlib({"@type": "parseTextEntities", "text": html, "parse_mode": mode})
    if parsed["@type"] == "error":
        raise ValueError(parsed["message"])
    entities = [
        (entity["type"]["@type"].removeprefix("textEntityType"), entity["offset"], entity["length"])
        for entity in parsed["entities"]
    ]
    return Seen(parsed["text"], tuple(entities))


def clean(text: str) -> str:
    """
    Return *text* without what Telegram removes from every message: carriage returns, line and paragraph
    separators, direction overrides and three combining marks. Other control characters become spaces, and
    direction marks before other direction marks become zero-width non-joiners.
    """
    return re.sub("[\u200e\u200f](?=[\u200e\u200f])", "\u200c", text.translate(_REMOVED | _SPACES))


def cleaned_by_telegram(text: str) -> str:
    """Return *text* as Telegram itself cleans it; it must contain no Markdown."""
    return str(_tdlib({"@type": "parseMarkdown", "text": _plain(text)})["text"])


def faults(call: Call, articles: Iterable[Article], before: Iterable[Call] = ()) -> list[str]:
    """
    Return what is wrong with *call*, and with the quotations in it; empty if nothing is.

    Args:
        before: Calls that may have sent the message that it quotes.
    """
    wrong = [
        *_faults_of_shape(call),
        *_faults_of_callback_data(call),
        *_faults_of_quote(call, before),
    ]
    for text, mode in _texts(call):
        if mode == "HTML":
            wrong += _faults_of_text(text, articles)
    return wrong


def accepts_quote(text: str, quote: str, position: int = 0) -> bool:
    """Return whether Telegram finds *quote* in a message with that *text*, at *position* in UTF-16 units."""
    request = {"@type": "searchQuote", "text": _plain(text), "quote": _plain(quote)}
    result = _tdlib({**request, "quote_position": position})
    return result.get("@type") == "foundPosition" and result["position"] == position


def _plain(text: str) -> dict[str, Any]:
    return {"@type": "formattedText", "text": text, "entities": []}


def _texts(call: Call) -> Iterator[tuple[str, str | None]]:
    """Yield each text that is sent, or could be chosen, with its parse mode."""
    if "text" in call.params:
        yield call.params["text"], call.params.get("parse_mode")
    for result in [*call.params.get("results", []), *filter(None, [call.params.get("result")])]:
        content = result["input_message_content"]
        yield content["message_text"], content.get("parse_mode")


def _faults_of_shape(call: Call) -> Iterator[str]:
    method = _methods().get(call.method)
    if method is None:
        yield f"{call.method} is not a method of the Bot API"
        return
    try:
        typed = method.model_validate(call.params, strict=False)
    except ValidationError as error:
        yield from (f"{e['loc']}: {e['msg']}" for e in error.errors())
        return
    yield from _unknown_fields(typed, call.method)
    try:
        validate_method(_bot(), typed)
    except ApiRuleViolation as error:
        yield str(error)


def _unknown_fields(value: object, path: str) -> Iterator[str]:
    if isinstance(value, BaseModel):
        yield from (f"{path}.{name} is not a field" for name in value.model_extra or {})
        for name in type(value).model_fields:
            yield from _unknown_fields(getattr(value, name), f"{path}.{name}")
    elif isinstance(value, list | tuple):
        for number, item in enumerate(value):
            yield from _unknown_fields(item, f"{path}[{number}]")


def _faults_of_callback_data(call: Call) -> Iterator[str]:
    for row in call.params.get("reply_markup", {}).get("inline_keyboard", []):
        for button in row:
            if "url" in button or "copy_text" in button:
                continue
            size = len(button["callback_data"].encode())
            if not 1 <= size <= 64:
                yield f"the data of {button['text']!r} has {size} bytes"


def _faults_of_quote(call: Call, before: Iterable[Call]) -> Iterator[str]:
    reply = call.params.get("reply_parameters", {})
    if "quote" not in reply:
        return
    if reply.get("quote_parse_mode"):
        yield "the quote is read as markup"
    sent = [earlier.params for earlier in before if earlier.method == "sendMessage"]
    plain = [params["text"] for params in sent if not params.get("parse_mode")]
    quote, position = reply["quote"], reply.get("quote_position", 0)
    if not any(accepts_quote(clean(text).strip(), quote, position) for text in plain):
        yield f"in no message that was sent: {quote!r}"


def _faults_of_text(html: str, articles: Iterable[Article]) -> Iterator[str]:
    try:
        seen = see(html)
    except ValueError as error:
        yield str(error)
        return
    if len(seen.text.encode("utf-16-le")) > 2 * 4096:
        yield "the text is longer than a message"
    for quotation in seen.quotations():
        cited = [article for article in articles if article.title in seen.text]
        if not any(clean(quotation) in clean(article.text) for article in cited):
            yield f"not in the article it cites: {quotation!r}"


@cache
def _bot() -> aiogram.Bot:
    return aiogram.Bot("42:TEST")


@cache
def _methods() -> dict[str, type[aiogram.methods.TelegramMethod[Any]]]:
    types = [getattr(aiogram.methods, name) for name in aiogram.methods.__all__]
    kinds = [kind for kind in types if kind is not aiogram.methods.TelegramMethod]
    return {kind.__api_method__: kind for kind in kinds if hasattr(kind, "__api_method__")}


def _tdlib(request: dict[str, Any]) -> dict[str, Any]:
    answer: dict[str, Any] = json.loads(tdjson.td_execute(json.dumps(request).encode()) or b"{}")
    return answer


_tdlib({"@type": "setLogVerbosityLevel", "new_verbosity_level": 0})
