"""Links into the private chat with the bot: `https://t.me/BOT?start=…` opens an article or an excerpt."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.messages.buttons import key_of
from retrieval.articles import Article, Span

_PAYLOAD = re.compile(r"a-([\w-]{12})(?:-(\d{1,8})-(\d{1,8})-([0-9a-f]{8}))?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Linked:
    """
    An article, or some of its words.

    Attributes:
        key: As `key_of` has it.
        span: Of the words; None for the article as a whole.
        text: The first eight digits of the hash of the article's text when the link was made: in
            another text the offsets mean nothing.
    """

    key: str
    span: Span | None = None
    text: str | None = None


def link(username: str, article: Article, span: Span | None = None) -> str:
    """A link that opens *article*, at *span* of its text."""
    payload = f"a-{key_of(article.id)}"
    if span:
        payload += f"-{span.start}-{span.end}-{article.sha256[:8]}"
    return f"https://t.me/{username}?start={payload}"


def read(payload: str) -> Linked | None:
    """What the *payload* of a link leads to, None where it is none of ours."""
    match = _PAYLOAD.fullmatch(payload)
    if not match:
        return None
    if not match[2]:
        return Linked(match[1])
    return Linked(match[1], Span(int(match[2]), int(match[3])), match[4])
