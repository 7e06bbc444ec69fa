"""Links into the private chat with the bot, `https://t.me/BOT?start=…`: to an article, an excerpt or the settings."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.messages.buttons import key_of
from retrieval.articles import Article, Span

SETTINGS = "settings"
"""The payload of a link to the settings."""

_PAYLOAD = re.compile(r"a-([\w-]{12})(?:-(\d{1,8})-(\d{1,8})-([0-9a-f]{8}))?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Linked:
    """
    An article, or some of its words.

    Attributes:
        key: Of the article's id; see `key_of`.
        span: The words; None for the article as a whole.
        text: The first eight digits of the hash of the article's text when the link was made: the
            offsets mean nothing in another text.
    """

    key: str
    span: Span | None = None
    text: str | None = None


def link(username: str, article: Article, span: Span | None = None) -> str:
    """Return a link that opens *article*, at *span* of its text."""
    payload = f"a-{key_of(article.id)}"
    if span:
        payload += f"-{span.start}-{span.end}-{article.sha256[:8]}"
    return _url(username, payload)


def settings_link(username: str) -> str:
    return _url(username, SETTINGS)


def _url(username: str, payload: str) -> str:
    return f"https://t.me/{username}?start={payload}"


def read(payload: str) -> Linked | None:
    """Return what the *payload* of a link leads to, or None if the link is not ours."""
    match = _PAYLOAD.fullmatch(payload)
    if not match:
        return None
    if not match[2]:
        return Linked(match[1])
    return Linked(match[1], Span(int(match[2]), int(match[3])), match[4])
