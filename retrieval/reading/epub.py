"""E-books: one article, with sections by the headings of its chapters."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath
from posixpath import normpath
from urllib.parse import unquote
from zipfile import ZipFile

from lxml import etree

from retrieval.articles import Article, ArticleError
from retrieval.reading.blocks import Block, compose_article
from retrieval.reading.markup import decode_page, extract_blocks, parse_xhtml, parse_xml
from retrieval.reading.metadata import Metadata, parse_date
from retrieval.reading.safe_archives import open_zip
from retrieval.reading.source import SourceFile

_CONTAINER = "META-INF/container.xml"
_PROTECTED = "META-INF/encryption.xml"
_PAGES = ("application/xhtml+xml", "text/html")


def read(source: SourceFile) -> Iterator[Article]:
    with open_zip(source) as archive:
        try:
            name = _named(parse_xml(archive.read(_CONTAINER)), "rootfile")[0].get("full-path", "")
            package = parse_xml(archive.read(name))
        except (KeyError, IndexError, etree.XMLSyntaxError) as error:
            raise ArticleError(source.path, "is not an EPUB, or is damaged") from error
        chapters = list(_chapters(package, PurePosixPath(name).parent))
        if _protected(archive) & set(chapters):
            raise ArticleError(source.path, "is protected against copying (DRM)")
        book = [block for chapter in chapters for block in _blocks(source, archive, chapter)]
        yield compose_article(
            source, source.id, book, source.known.with_defaults(_metadata(package))
        )


def _named(root: etree._Element, name: str) -> list[etree._Element]:
    """Return the elements with that local name in any namespace."""
    return list(root.iter(f"{{*}}{name}"))


def _chapters(package: etree._Element, folder: PurePosixPath) -> Iterator[str]:
    """Yield the members that are read, in order. What is outside the text, such as a cover, is not."""
    manifest = {item.get("id"): item for item in _named(package, "item")}
    for itemref in _named(package, "itemref"):
        item = manifest.get(itemref.get("idref"))
        if item is None or itemref.get("linear") == "no" or item.get("media-type") not in _PAGES:
            continue
        if "nav" not in item.get("properties", "").split():
            yield normpath((folder / unquote(item.get("href", ""))).as_posix())


def _protected(archive: ZipFile) -> set[str]:
    """Return the members that are encrypted."""
    if _PROTECTED not in archive.namelist():
        return set()
    listed = _named(parse_xml(archive.read(_PROTECTED)), "CipherReference")
    return {normpath(unquote(item.get("URI", ""))) for item in listed}


def _blocks(source: SourceFile, archive: ZipFile, chapter: str) -> Iterator[Block]:
    try:
        raw = archive.read(chapter)
    except KeyError as error:
        raise ArticleError(source.path, f"lacks {chapter}, a part of the book") from error
    root = parse_xhtml(decode_page(raw, f"{source.path}, {chapter}", None, None))
    body = next(iter(_named(root, "body")), None) if root is not None else None
    return iter(()) if body is None else extract_blocks(body)


def _metadata(package: etree._Element) -> Metadata:
    def texts_of(name: str) -> list[str]:
        texts = (" ".join("".join(item.itertext()).split()) for item in _named(package, name))
        return [text for text in texts if text]

    first = {
        name: next(iter(texts_of(name)), None)
        for name in ("title", "publisher", "date", "language")
    }
    return Metadata(
        title=first["title"],
        publisher=first["publisher"],
        author=", ".join(texts_of("creator")) or None,
        published=parse_date(first["date"]),
        language=first["language"],
    )
