"""What Telegram Desktop exports as `result.json`: an article a post of a channel or group."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from retrieval.articles import Article, ArticleError, Section
from retrieval.reading.blocks import build_article, shorten
from retrieval.reading.metadata import Metadata, parse_date, parse_url
from retrieval.reading.plain_text import decode_source
from retrieval.reading.source import SourceFile
from retrieval.text.sentences import lines

_OPEN = ("public_channel", "private_channel", "public_supergroup", "private_supergroup")
"""The chats whose posts have addresses."""

_READ = (*_OPEN, "private_group")
_LONGEST_TITLE = 80

_Chat = Mapping[str, Any]


def read(source: SourceFile) -> Iterator[Article]:
    try:
        export = json.loads(decode_source(source, "utf-8-sig"))
    except (json.JSONDecodeError, RecursionError) as error:
        raise ArticleError(source.path, "is not JSON, or truncated") from error
    chats = list(_chats(export))
    if not chats:
        raise ArticleError(source.path, "is no result.json of Telegram Desktop")
    told = [chat for chat in chats if chat.get("type") in _READ]
    if not told:
        raise ArticleError(source.path, "holds no channel or group; private chats are not read")
    found = False
    for chat in told:
        for post in chat["messages"]:
            text = _text(post) if isinstance(post, dict) and post.get("type") == "message" else ""
            if text.strip():
                found = True
                yield _article(source, chat, post, text, several=len(chats) > 1)
    if not found:
        raise ArticleError(source.path, "holds no post with a text")


def _chats(export: object) -> Iterator[_Chat]:
    """The chat that was exported, or all of a whole account."""
    if not isinstance(export, dict):
        return
    if isinstance(export.get("messages"), list):
        yield export
    for of in ("chats", "left_chats"):
        listed = export.get(of)
        chats = listed.get("list") if isinstance(listed, dict) else None
        for chat in chats if isinstance(chats, list) else ():
            if isinstance(chat, dict) and isinstance(chat.get("messages"), list):
                yield chat


def _text(post: _Chat) -> str:
    """The text of a post, which is a string, or a list of strings and of marked pieces."""
    text = post.get("text")
    pieces = text if isinstance(text, list) else [text]
    told = (piece.get("text") if isinstance(piece, dict) else piece for piece in pieces)
    return "".join(piece for piece in told if isinstance(piece, str))


def _article(source: SourceFile, chat: _Chat, post: _Chat, text: str, *, several: bool) -> Article:
    name = chat.get("name") if isinstance(chat.get("name"), str) else None
    number = str(post.get("id"))
    spans = tuple(lines(text))
    by = post.get("author") or (post.get("from") if "channel" not in chat["type"] else None)
    found = Metadata(
        title=shorten(text[slice(*spans[0])], _LONGEST_TITLE) if spans else None,
        publisher=name,
        author=by if isinstance(by, str) else None,
        published=parse_date(post.get("date") if isinstance(post.get("date"), str) else None),
        url=_address(source, chat, number),
    )
    id_ = source.entry(f"{chat.get('id')}/{number}" if several else number)
    return build_article(id_, text, (Section(None, spans),), source.known_of_each.over(found))


def _address(source: SourceFile, chat: _Chat, number: str) -> str | None:
    """
    Of a post: under the channel's, where that is known, else one that its members can open.

    Exports do not tell the public name; `url = "https://t.me/name"` in the metadata does.
    """
    if channel := parse_url(source.known.url):
        return f"{channel.rstrip('/')}/{number}"
    if isinstance(chat.get("username"), str):
        return f"https://t.me/{chat['username']}/{number}"
    return f"https://t.me/c/{chat.get('id')}/{number}" if chat.get("type") in _OPEN else None
