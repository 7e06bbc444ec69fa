"""Word's `.docx`: paragraphs, table rows, and headings by their style."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any

from docx import Document
from docx.opc.exceptions import PackageNotFoundError

from retrieval.articles import Article, ArticleError
from retrieval.reading.blocks import Block, compose_article
from retrieval.reading.metadata import Metadata
from retrieval.reading.safe_archives import open_zip
from retrieval.reading.source import SourceFile

_OLE = b"\xd0\xcf\x11\xe0"
_FLOW = "not(ancestor::w:txbxContent)"
_TOP = f".//w:p[{_FLOW} and not(ancestor::w:tbl)] | .//w:tbl[{_FLOW} and not(ancestor::w:tbl)]"
_TEXT = f".//w:r[{_FLOW}]/*[self::w:t or self::w:tab or self::w:br or self::w:cr or self::w:noBreakHyphen]"
_SIGNS = {"tab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}


def read(source: SourceFile) -> Iterator[Article]:
    if source.raw.startswith(_OLE):
        raise ArticleError(
            source.path, "is protected by a password, or was written by Word before 2007"
        )
    open_zip(source).close()
    try:
        document = Document(BytesIO(source.raw))
    except (KeyError, PackageNotFoundError, ValueError) as error:
        raise ArticleError(source.path, "is not a Word document, or is damaged") from error
    styles = {style.style_id: (style.name or "").lower() for style in document.styles}
    properties = document.core_properties
    declared = Metadata(
        title=properties.title or None,
        author=properties.author or None,
        language=properties.language,
    )
    blocks = list(_blocks(document.element.body, styles))
    yield compose_article(source, source.id, blocks, source.known.with_defaults(declared))


def _blocks(body: Any, styles: dict[str, str]) -> Iterator[Block]:
    for element in body.xpath(_TOP):
        if element.tag.endswith("}p"):
            style = styles.get(element.style or "", "")
            yield Block(_words(element), style.startswith(("heading", "title")))
        else:
            for row in element.xpath("./w:tr"):
                cells = (
                    " ".join(map(_words, cell.xpath(".//w:p"))) for cell in row.xpath("./w:tc")
                )
                yield Block(" | ".join(filter(None, map(str.strip, cells))))


def _words(paragraph: Any) -> str:
    """Return the text with every tracked change accepted, and without text boxes."""
    parts = paragraph.xpath(_TEXT)
    return "".join(
        _SIGNS.get(part.tag.rpartition("}")[2], part.text or "") for part in parts
    ).strip()
