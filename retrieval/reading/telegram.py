"""The `result.json` that Telegram Desktop exports: one article per post of a channel or group."""

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
"""The kinds of chats whose posts have addresses."""

_READ = (*_OPEN, "private_group")
_LONGEST_TITLE = 80

_Chat = Mapping[str, Any]


def read(source: SourceFile) -> Iterator[Article]:
    try:
        export = json.loads(decode_source(source, "utf-8-sig"))
    except (json.JSONDecodeError, RecursionError) as error:
        raise ArticleError(source.path, "is not JSON, or is truncated") from error
    chats = list(_chats(export))
    if not chats:
        raise ArticleError(source.path, "is not a result.json of Telegram Desktop")
    readable = [chat for chat in chats if chat.get("type") in _READ]
    if not readable:
        raise ArticleError(source.path, "holds no channel or group; private chats are not read")
    empty = True
    for chat in readable:
        for post in chat["messages"]:
            text = _text(post) if isinstance(post, dict) and post.get("type") == "message" else ""
            if text.strip():
                empty = False
                yield _article(source, chat, post, text, several=len(chats) > 1)
    if empty:
        raise ArticleError(source.path, "holds no post with a text")


def _chats(export: object) -> Iterator[_Chat]:
    """Yield the exported chat, or all chats of an exported account."""
    if not isinstance(export, dict):
        return
    if isinstance(export.get("messages"), list):
        yield export
    for key in ("chats", "left_chats"):
        listed = export.get(key)
        chats = listed.get("list") if isinstance(listed, dict) else None
        for chat in chats if isinstance(chats, list) else ():
            if isinstance(chat, dict) and isinstance(chat.get("messages"), list):
                yield chat


def _text(post: _Chat) -> str:
    """Return the text of a post, which is a string or a list of strings and formatted pieces."""
    text = post.get("text")
    pieces = text if isinstance(text, list) else [text]
    texts = (piece.get("text") if isinstance(piece, dict) else piece for piece in pieces)
    return "".join(piece for piece in texts if isinstance(piece, str))


def _article(source: SourceFile, chat: _Chat, post: _Chat, text: str, *, several: bool) -> Article:
    name = chat.get("name") if isinstance(chat.get("name"), str) else None
    number = str(post.get("id"))
    spans = tuple(lines(text))
    author = post.get("author") or (post.get("from") if "channel" not in chat["type"] else None)
    post_metadata = Metadata(
        title=shorten(text[slice(*spans[0])], _LONGEST_TITLE) if spans else None,
        publisher=name,
        author=author if isinstance(author, str) else None,
        published=parse_date(post.get("date") if isinstance(post.get("date"), str) else None),
        url=_address(source, chat, number),
    )
    id_ = source.article_id(f"{chat.get('id')}/{number}" if several else number)
    known = source.shared_metadata.with_defaults(post_metadata)
    return build_article(id_, text, (Section(None, spans),), known)


def _address(source: SourceFile, chat: _Chat, number: str) -> str | None:
    """
    Return the address of a post: under the channel's address if that is known, else for members only.

    Exports do not contain the public name; `url = "https://t.me/name"` in the metadata gives it.
    """
    if channel := parse_url(source.known.url):
        return f"{channel.rstrip('/')}/{number}"
    if isinstance(chat.get("username"), str):
        return f"https://t.me/{chat['username']}/{number}"
    return f"https://t.me/c/{chat.get('id')}/{number}" if chat.get("type") in _OPEN else None
