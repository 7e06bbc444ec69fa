"""Small files of every format that has a reader."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from io import BytesIO
from typing import Any
from zipfile import ZipFile

from docx import Document

TITLE = "Old bridge lost to the flood"
ROSE = "The Lenne rose by four metres on Monday night and tore away the old bridge at Altena."
HEARD = "“We heard it go at three in the morning,” said Ada Park, who lives beside the river."
HEADING = "A night without sleep"

MARKDOWN = f"""---
title: {TITLE}
author: [Ada Park, Jo Bell]
date: 1997-07-08
link: https://bugle.example/flood
lang: en-GB
---

# {TITLE}

{ROSE.replace("four metres", "**four [metres](https://m.example)**")}

## {HEADING}

- “We heard it go at three
  in the *morning*,” said Ada Park, who lives beside the river.
"""

PAGE = f"""<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{TITLE} | The Bugle</title>
<meta property="og:site_name" content="The Bugle"><meta name="author" content="Ada Park">
<meta property="article:published_time" content="1997-07-08T10:00:00Z">
<link rel="canonical" href="https://bugle.example/flood"></head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav>
<article><h1>{TITLE}</h1><p>{ROSE}</p><h2>{HEADING}</h2><p>{HEARD}</p></article>
<footer>All rights reserved</footer></body></html>"""

NAVIGATION = """<html><head><title>The Bugle</title></head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav></body></html>"""

MHTML = (
    "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://bugle.example/saved\r\n"
    'MIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="b"\r\n\r\n'
    '--b\r\nContent-Type: text/html; charset="utf-8"\r\nContent-Transfer-Encoding: 8bit\r\n\r\n'
    f"{PAGE}\r\n--b--\r\n"
)

RSS = f"""<?xml version="1.0"?><rss version="2.0"><channel><title>The Bugle</title><language>en</language>
<item><guid>flood</guid><title>{TITLE}</title><link>https://bugle.example/flood</link>
<pubDate>Tue, 08 Jul 1997 10:00:00 GMT</pubDate>
<description><![CDATA[<p>{ROSE}</p><h2>{HEADING}</h2><p>{HEARD}</p>]]></description></item>
<item><guid>empty</guid><title>Nothing</title></item></channel></rss>"""

ATOM = f"""<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>The Bugle</title>
<entry><id>flood</id><title>{TITLE}</title><link href="https://bugle.example/flood"/>
<updated>1997-07-08T10:00:00Z</updated><author><name>Ada Park</name></author>
<content type="html">&lt;p&gt;{ROSE}&lt;/p&gt;&lt;h2&gt;{HEADING}&lt;/h2&gt;&lt;p&gt;{HEARD}&lt;/p&gt;</content>
</entry></feed>"""


def export(kind: str = "public_channel", **more: object) -> dict[str, Any]:
    """Return the `result.json` of a channel with one post of text."""
    half = len(ROSE) // 2
    pieces = [ROSE[:half], {"type": "bold", "text": ROSE[half:]}, f"\n\n{HEARD}"]
    post = {"id": 7, "type": "message", "date": "1997-07-08T10:00:00", "text": pieces}
    others = [{"id": 6, "type": "service", "text": ""}, {"id": 8, "type": "message", "text": ""}]
    chat = {"name": "The Bugle", "type": kind, "id": 99, "messages": [others[0], post, others[1]]}
    return chat | more


TELEGRAM = json.dumps(export())
CORPUS = json.dumps(
    {"id": "flood", "title": TITLE, "text": f"{ROSE}\n\n{HEARD}", "source": "The Bugle"}
)


def archive(members: Mapping[str, str | bytes]) -> bytes:
    """Return a zip of these files."""
    file = BytesIO()
    with ZipFile(file, "w") as into:
        for name, content in members.items():
            into.writestr(name, content)
    return file.getvalue()


def encrypted() -> bytes:
    """Return a zip whose only file is protected by a password."""
    raw = bytearray(archive({"a.txt": "Secret."}))
    raw[6] |= 1
    raw[raw.index(b"PK\1\2") + 8] |= 1
    return bytes(raw)


def epub(**more: str) -> bytes:
    """Return a book of two chapters, and a table of contents that is not read."""
    package = f"""<package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata
    xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{TITLE}</dc:title><dc:creator>Ada Park</dc:creator>
    <dc:publisher>The Bugle</dc:publisher><dc:date>1997-07-08</dc:date><dc:language>en</dc:language></metadata>
    <manifest><item id="n" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
    <item id="a" href="text/a%20b.xhtml" media-type="application/xhtml+xml"/>
    <item id="b" href="text/b.xhtml" media-type="application/xhtml+xml"/></manifest>
    <spine><itemref idref="n"/><itemref idref="a"/><itemref idref="b"/></spine></package>"""
    page = '<html xmlns="http://www.w3.org/1999/xhtml"><head><title/></head><body>{}</body></html>'
    members = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container">'
        '<rootfiles><rootfile full-path="OEBPS/book.opf"/></rootfiles></container>',
        "OEBPS/book.opf": package,
        "OEBPS/nav.xhtml": page.format("<p>Contents</p>"),
        "OEBPS/text/a b.xhtml": page.format(f"<p>{ROSE}</p>"),
        "OEBPS/text/b.xhtml": page.format(f"<h2>{HEADING}</h2><p>{HEARD}</p>"),
    }
    return archive(members | more)


def docx() -> bytes:
    document = Document()
    document.core_properties.title = TITLE
    document.core_properties.author = "Ada Park"
    document.add_heading(TITLE, 1)
    document.add_paragraph(ROSE[:20]).add_run(ROSE[20:]).bold = True
    document.add_heading(HEADING, 2)
    document.add_paragraph(HEARD)
    file = BytesIO()
    document.save(file)
    return file.getvalue()


_Line = tuple[int, int, int, str]
"""Size, x and y in points, and a line in WinAnsi."""


def pdf(*pages: Sequence[_Line], title: str = "") -> bytes:
    """Return a PDF with these lines; pages without lines have no text layer."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", "", "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>", f"<< /Title ({title}) /Author (Ada Park) >>"]  # fmt: skip
    kids = []
    for lines in pages:
        drawn = "".join(
            f"BT /F {size} Tf {x} {y} Td ({_escaped(line)}) Tj ET\n" for size, x, y, line in lines
        )
        kids.append(f"{len(objects) + 1} 0 R")
        objects.append(f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {len(objects) + 2} 0 R /Resources << /Font << /F 3 0 R >> >> >>")  # fmt: skip
        objects.append(f"<< /Length {len(drawn.encode('cp1252'))} >>\nstream\n{drawn}endstream")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    out = b"%PDF-1.4\n"
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{content}\nendobj\n".encode("cp1252")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    trailer = f"trailer << /Size {len(objects) + 1} /Root 1 0 R /Info 4 0 R >>"
    return out + f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}{trailer}\nstartxref\n{len(out)}\n%%EOF".encode()  # fmt: skip


def _escaped(line: str) -> str:
    return line.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")


def report(pages: int = 1) -> bytes:
    """Return the story on the first page, between the header and the page number that all pages have."""
    edges: list[list[_Line]] = [
        [(9, 72, 800, "The Bugle, a yearly report"), (9, 290, 30, f"Page {n}")]
        for n in range(1, pages + 1)
    ]
    story: list[_Line] = [
        (20, 72, 740, TITLE),
        *((11, 72, 700 - 14 * i, line) for i, line in enumerate(_wrapped(ROSE))),
        (14, 72, 640, HEADING),
        *((11, 72, 610 - 14 * i, line) for i, line in enumerate(_wrapped(HEARD))),
    ]
    return pdf(*[[*edge, *(story if n == 0 else [])] for n, edge in enumerate(edges)], title=TITLE)


def _wrapped(text: str) -> list[str]:
    half = text.index(" ", len(text) // 2)
    return [text[:half], text[half + 1 :]]


FILES: dict[str, bytes] = {
    "flood.md": MARKDOWN.encode(),
    "flood.html": PAGE.encode(),
    "flood.mhtml": MHTML.encode(),
    "flood.pdf": report(),
    "flood.epub": epub(),
    "flood.docx": docx(),
    "flood.rss": RSS.encode(),
    "flood.atom": ATOM.encode(),
    "result.json": TELEGRAM.encode(),
    "flood.jsonl": CORPUS.encode(),
    "flood.txt": f"{TITLE}\n\n{ROSE}\n\n{HEARD}\n".encode(),
}
"""The same story in each format."""

FILES["flood.zip"] = archive({"news/flood.md": FILES["flood.md"], ".hidden.md": b"x"})

SLOW = b"<p>" + b"<a href=x>w</a> " * 30_000
"""A page that takes minutes: the time grows with the square of its links."""
