"""Elements of HTML, XHTML and trafilatura's TEI to blocks, and the decoding of pages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.entities import html5
from pathlib import Path

from lxml import etree, html

from retrieval.reading.blocks import Block
from retrieval.reading.text import decode

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
_BREAK = "\v"  # stands for a break that is meant, until white space is one space
_CELL_END = "\x1f"
_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
_AS_BROWSERS = {  # a declared name means the larger set, says the WHATWG Encoding Standard
    **dict.fromkeys(("iso-8859-1", "latin1", "latin-1", "us-ascii", "ascii"), "cp1252"),
    **dict.fromkeys(("gb2312", "gbk"), "gb18030"),
    **dict.fromkeys(("shift_jis", "shift-jis", "sjis", "x-sjis"), "cp932"),
    **dict.fromkeys(("euc-kr", "ks_c_5601-1987"), "cp949"),
    "iso-8859-9": "cp1254",
}
_ENTITY = re.compile(r"&([A-Za-z][A-Za-z0-9]*);")
_OF_XML = ("amp", "lt", "gt", "quot", "apos")


def decode_page(raw: bytes, path: Path | str, encoding: str | None, sent_as: str | None) -> str:
    """
    The characters of a page: in *encoding* where somebody says so; by its byte order mark; UTF-8 where
    it is that; else as it was *sent_as* or declares itself; else as detected.

    Raises:
        ArticleError: it is binary, or fits no encoding.
    """
    if encoding or raw.startswith((b"\xff\xfe", b"\xfe\xff", b"\0\0\xfe\xff")):
        return decode(raw, path, encoding)
    match = _DECLARED.search(raw[:4096])
    declared = (sent_as or (match[1].decode("ascii", "replace") if match else "")).lower()
    declared = _AS_BROWSERS.get(declared, declared)
    if declared and b"\0" not in raw[:65536]:
        for codec in (declared,) if declared.startswith("iso-2022") else ("utf-8", declared):
            try:
                return raw.decode(codec)
            except (LookupError, UnicodeError):
                continue
    return decode(raw, path)


def parse_page(text: str) -> html.HtmlElement | None:
    """The root of any HTML; None where there is nothing in it."""
    if not text.strip():
        return None
    try:
        # As bytes, because lxml refuses a str that declares an encoding.
        parser = html.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True)
        return html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        return None


def parse_xhtml(text: str) -> etree._Element | None:
    """The root of XHTML, without what it could refer to outside; read as HTML where it is not well-formed."""
    named = _ENTITY.sub(lambda m: m[0] if m[1] in _OF_XML else html5.get(f"{m[1]};", m[0]), text)
    try:
        return parse_xml(named.encode("utf-8", "replace"))
    except etree.XMLSyntaxError:
        return parse_page(text)


def parse_xml(raw: bytes) -> etree._Element:
    """
    The root of an XML file; no entity is expanded and nothing is fetched.

    Raises:
        etree.XMLSyntaxError: it is not well-formed.
    """
    return etree.fromstring(
        raw,
        etree.XMLParser(
            resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True
        ),
    )


def blocks(root: etree._Element) -> Iterator[Block]:
    """What a reader sees under *root*, in order; a row of a table is one block."""
    told: list[str] = []
    heading = False
    verbatim = rows = 0
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        if not isinstance(element.tag, str):  # an entity, or a comment
            told.append(element.tail or "")
            continue
        name = etree.QName(element).localname.lower()
        starts = event == "start"
        if name in _LEFT_OUT:
            if starts:
                walk.skip_subtree()
            elif element is not root:
                told.append(_text(element.tail, verbatim))
            continue
        if name in _BREAKS:
            if starts:
                told.append(_BREAK)
        elif name in _CELLS:
            if not starts:
                told.append(_CELL_END)
        elif name not in _INLINE and not (rows and name not in ("tr", "row")):
            yield from _block(told, heading)
            told = []
            heading = starts and name in _HEADINGS
        if name in ("tr", "row"):
            rows += 1 if starts else -1
        if name == "pre":
            verbatim += 1 if starts else -1
        if starts:
            told.append(_text(element.text, verbatim))
        elif element is not root:
            told.append(_text(element.tail, verbatim))
    yield from _block(told, heading)


def _text(text: str | None, verbatim: int) -> str:
    if not text:
        return ""
    return text.replace("\r\n", _BREAK).replace("\n", _BREAK) if verbatim else text


def _block(parts: list[str], heading: bool) -> Iterator[Block]:
    cells = "".join(parts).split(_CELL_END)
    lines = [[_SPACE.sub(" ", line).strip() for line in cell.split(_BREAK)] for cell in cells]
    told = ["\n".join(cell).strip("\n") for cell in lines]
    text = " | ".join(filter(None, told))
    # Two breaks in a row are how some pages part their paragraphs.
    for paragraph in re.split(r"\n{2,}", text):
        if paragraph.strip():
            yield Block(" ".join(paragraph.split("\n")) if heading else paragraph, heading)
