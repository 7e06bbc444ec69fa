"""Decode and parse web pages, and turn HTML, XHTML and trafilatura's TEI into blocks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.entities import html5
from pathlib import Path

from lxml import etree, html

from retrieval.reading.blocks import Block
from retrieval.reading.plain_text import decode, find_codec

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "head"})
_INLINE = frozenset(
    {"a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "hi", "i"}
    | {"ins", "kbd", "label", "mark", "q", "ref", "ruby", "s", "samp", "small", "span", "strike", "strong"}
    | {"sub", "sup", "time", "tt", "u", "var", "wbr", "nobr"}
)  # fmt: skip
_CELLS = frozenset({"td", "th", "cell"})
_BREAKS = frozenset({"br", "lb"})
_LEFT_OUT = frozenset(
    {"script", "style", "template", "noscript", "svg", "math", "iframe", "object", "button", "form"}
    | {"select", "textarea", "audio", "video", "canvas", "title", "nav", "rt", "rp"}
)
_SPACE = re.compile(r"[ \t\r\n\f]+")
_BREAK = "\v"  # stands for an intended break while white space is collapsed
_CELL_END = "\x1f"
_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
_NOT_OF_XML = re.compile(  # HTML may contain these, but a tree must not
    r"[\0-\x08\v\f\x0e-\x1f\ufffe\uffff]|&#0*(?:[0-8]|1[124-9]|2\d|3[01])(?!\d);?"
    r"|&#x0*(?:[0-8bcef]|1[\da-f]|fffe|ffff)(?![\da-f]);?",
    re.IGNORECASE,
)
_ENTITY = re.compile(r"&([A-Za-z][A-Za-z0-9]*);")
_OF_XML = ("amp", "lt", "gt", "quot", "apos")


def decode_page(raw: bytes, path: Path | str, encoding: str | None, sent_as: str | None) -> str:
    """
    Decode a page: in *encoding* if that is given, else by its byte order mark, else as UTF-8 if it is
    valid, else as it was *sent_as* or declares itself, else as detected.

    Raises:
        ArticleError: It is binary, or fits no encoding.
    """
    if encoding or raw.startswith((b"\xff\xfe", b"\xfe\xff", b"\0\0\xfe\xff")):
        return decode(raw, path, encoding)
    match = _DECLARED.search(raw[:4096])
    declared = sent_as or (match[1].decode("ascii", "replace") if match else "")
    if declared and b"\0" not in raw[:65536] and (codec := find_codec(raw, declared)):
        return raw.decode(codec)
    return decode(raw, path)


def parse_page(text: str) -> html.HtmlElement | None:
    """Return the root of any HTML, or None if there is nothing in it."""
    text = _NOT_OF_XML.sub(" ", text)
    if not text.strip():
        return None
    try:
        # As bytes, because lxml refuses a str that declares an encoding.
        parser = html.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True)
        return html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        return None


def parse_xhtml(text: str) -> etree._Element | None:
    """Return the root of XHTML without external references; parse it as HTML if it is not well-formed."""
    named = _ENTITY.sub(lambda m: m[0] if m[1] in _OF_XML else html5.get(f"{m[1]};", m[0]), text)
    try:
        return parse_xml(named.encode("utf-8", "replace"))
    except etree.XMLSyntaxError:
        return parse_page(text)


def parse_xml(raw: bytes) -> etree._Element:
    """
    Return the root of an XML file; no entity is expanded and nothing is fetched.

    Raises:
        etree.XMLSyntaxError: It is not well-formed.
    """
    return etree.fromstring(
        raw,
        etree.XMLParser(
            resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True
        ),
    )


def extract_blocks(root: etree._Element) -> Iterator[Block]:
    """Yield what a reader sees under *root*, in order. A table row is one block."""
    parts: list[str] = []
    heading = False
    verbatim = rows = 0
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        if not isinstance(element.tag, str):  # an entity, or a comment
            parts.append(element.tail or "")
            continue
        name = etree.QName(element).localname.lower()
        starts = event == "start"
        if name in _LEFT_OUT:
            if starts:
                walk.skip_subtree()
            elif element is not root:
                parts.append(_text(element.tail, verbatim))
            continue
        if name in _BREAKS:
            if starts:
                parts.append(_BREAK)
        elif name in _CELLS:
            if not starts:
                parts.append(_CELL_END)
        elif name not in _INLINE and not (rows and name not in ("tr", "row")):
            yield from _make_blocks(parts, heading)
            parts = []
            heading = starts and name in _HEADINGS
        if name in ("tr", "row"):
            rows += 1 if starts else -1
        if name == "pre":
            verbatim += 1 if starts else -1
        if starts:
            parts.append(_text(element.text, verbatim))
        elif element is not root:
            parts.append(_text(element.tail, verbatim))
    yield from _make_blocks(parts, heading)


def _text(text: str | None, verbatim: int) -> str:
    if not text:
        return ""
    return text.replace("\r\n", _BREAK).replace("\n", _BREAK) if verbatim else text


def _make_blocks(parts: list[str], heading: bool) -> Iterator[Block]:
    cells = "".join(parts).split(_CELL_END)
    lines = [[_SPACE.sub(" ", line).strip() for line in cell.split(_BREAK)] for cell in cells]
    contents = ["\n".join(cell).strip("\n") for cell in lines]
    text = " | ".join(filter(None, contents))
    # Some pages separate paragraphs by two breaks.
    for paragraph in re.split(r"\n{2,}", text):
        if paragraph.strip():
            yield Block(" ".join(paragraph.split("\n")) if heading else paragraph, heading)
