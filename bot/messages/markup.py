"""Parses Telegram's HTML as Telegram does: into plain text and entities."""

from __future__ import annotations

from dataclasses import dataclass
from html.parser import HTMLParser

_ENTITIES = {"b": "bold", "i": "italic", "u": "underline", "code": "code", "a": "text_link"}


class MarkupError(ValueError):
    """Telegram refuses the text; `str()` is what it answers."""


@dataclass(frozen=True, slots=True)
class Entity:
    """A piece of marked-up text; `offset` and `length` count UTF-16 units."""

    type: str
    offset: int
    length: int
    url: str | None = None


def parse(html: str) -> tuple[str, list[Entity]]:
    """
    Return the text that a person sees, and its entities, outer ones before those inside them.

    Raises:
        MarkupError: A tag is unknown, not closed, or closed in the wrong order.
    """
    reader = _Reader()
    reader.feed(html)
    reader.close()
    if reader.open:
        raise MarkupError(f'can\'t find end tag corresponding to start tag "{reader.open[-1][0]}"')
    order = sorted(reader.entities, key=lambda entity: (entity.offset, -entity.length))
    return reader.text, order


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.text = ""
        self.entities: list[Entity] = []
        self.open: list[tuple[str, str, int, str | None]] = []
        """Tag, type of entity, where its text starts, and its URL."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        kind = _ENTITIES.get(tag, tag)
        if tag == "blockquote" and "expandable" in given:
            kind = "expandable_blockquote"
        elif tag not in _ENTITIES and tag != "blockquote":
            raise MarkupError(f'unsupported start tag "{tag}"')
        self.open.append((tag, kind, len(self.text), given.get("href")))

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open[-1][0] != tag:
            raise MarkupError(f'unexpected end tag "{tag}"')
        _, kind, start, url = self.open.pop()
        if start < len(self.text):
            offset, length = units(self.text[:start]), units(self.text[start:])
            self.entities.append(Entity(kind, offset, length, url))

    def handle_data(self, data: str) -> None:
        self.text += data


def units(text: str) -> int:
    """Return the length of *text* in UTF-16 units."""
    return len(text.encode("utf-16-le")) // 2


def index_of(text: str, offset: int) -> int:
    """Return the index in *text* of the character at *offset*, which counts UTF-16 units."""
    return len(text.encode("utf-16-le")[: 2 * offset].decode("utf-16-le"))
