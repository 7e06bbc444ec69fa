"""PDF: lines joined to paragraphs, each with its pages. Headers and footers of pages are skipped."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import dropwhile, pairwise, takewhile
from statistics import median
from typing import NamedTuple

import pypdfium2
from pypdfium2 import raw as pdfium

from retrieval.articles import Article, ArticleError, PageStart
from retrieval.reading.blocks import Block, compose_article, shorten
from retrieval.reading.metadata import Metadata
from retrieval.reading.source import SourceFile
from retrieval.text.analyzer import unspaced

_HYPHEN = "\ufffe"
"""What pdfium has in its text for a hyphen at the end of a line."""

_LINE_END = re.compile(rf"\r\n|\r|\n|(?<={_HYPHEN})")
_LIGATURES = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st", "\0": None}
)
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_NUMBERS = re.compile(r"\d+|\b[ivxlc]+\b")
_BULLET = re.compile(r"[•▪◦‣●·–—*]\s|\(?\d{1,3}[.)]\s")
_STOPS = (".", "!", "?", "…", ":", "。", "！", "？", "؟", "।")
_CLOSERS = "\"'”’»)]0123456789"  # digits may refer to a note
_FILE_NAME = re.compile(r"\.\w{2,4}$|^(?:untitled|microsoft word)\b", re.IGNORECASE)

_EDGE = 2  # lines at the top and at the bottom of a page that may repeat on every page
_FEWEST_PAGES = 3
_LARGER = 1.15  # times the size of the text: a heading
_HEADING_WORDS = 25
_SHORT_LINE = 0.85  # of the usual width: a sentence that ends there ends a paragraph
_WIDE_GAP = 1.3  # times the usual distance between lines


class _Line(NamedTuple):
    """A line of a page; positions are in points from the lower left corner of the page."""

    text: str
    page: int
    left: float
    right: float
    base: float
    size: float

    @property
    def ends(self) -> bool:
        return self.text.rstrip(_CLOSERS).endswith(_STOPS)


def read(source: SourceFile) -> Iterator[Article]:
    if not source.raw.strip():
        raise ArticleError(source.path, "is empty")
    try:
        document = pypdfium2.PdfDocument(source.raw)
    except pypdfium2.PdfiumError as error:
        if error.err_code == pdfium.FPDF_ERR_PASSWORD:
            raise ArticleError(source.path, "is protected by a password") from error
        raise ArticleError(source.path, "is not a PDF, or is damaged or truncated") from error
    try:
        lines = [line for number in range(len(document)) for line in _lines(document, number)]
        properties = document.get_metadata_dict()
    finally:
        document.close()
    if not lines:
        cause = "has no text layer (scanned pages?); run OCR first, for example ocrmypdf"
        raise ArticleError(source.path, cause)
    running = _running(lines)
    if len(running) == len(lines):
        running = frozenset()
    declared = _metadata(properties, [line for i, line in enumerate(lines) if i not in running])
    known = source.known.with_defaults(declared)
    yield compose_article(source, source.id, _blocks(lines, running), known)


def _lines(document: pypdfium2.PdfDocument, number: int) -> Iterator[_Line]:
    page = document[number]
    sheet = page.get_textpage()
    text = sheet.get_text_range()
    start = 0
    for line in _LINE_END.split(text):
        body = line.rstrip()
        first = text.index(line, start)
        start = first + len(line)
        words = body.strip().translate(_LIGATURES)
        if not any(map(str.isalnum, words)):
            continue
        first += len(body) - len(body.lstrip())
        # pdfium counts UTF-16 units, and so few characters take two that a neighbouring box will do.
        last = max(first, first + len(body.strip()) - 1 - body.endswith(_HYPHEN))
        left, base, _, _ = sheet.get_charbox(first, loose=True)
        _, _, right, _ = sheet.get_charbox(last, loose=True)
        yield _Line(words, number + 1, left, right, base, pdfium.FPDFText_GetFontSize(sheet, first))
    sheet.close()
    page.close()


def _metadata(properties: dict[str, str], story: Sequence[_Line]) -> Metadata:
    """
    Return the title and author that the file declares, if its first page has them too: programs fill in
    the rest. Otherwise the title is what the first page has in the largest letters.
    """
    first = [line for line in story if line.page == story[0].page]
    front = " ".join(line.text for line in first).casefold()
    title, author = (" ".join(properties.get(key, "").split()) for key in ("Title", "Author"))
    largest = max(line.size for line in first)
    if not (title and title.casefold() in front) and largest >= _LARGER * median(
        line.size for line in story
    ):
        after = dropwhile(lambda line: line.size != largest, first)
        headline = takewhile(lambda line: line.size == largest, after)
        title = shorten(" ".join(line.text for line in headline))
    elif _FILE_NAME.search(title):
        title = ""
    return Metadata(
        title=title or None, author=author if author and author.casefold() in front else None
    )


def _blocks(lines: Sequence[_Line], running: frozenset[int]) -> Iterator[Block]:
    story = [line for i, line in enumerate(lines) if i not in running]
    sizes: Counter[float] = Counter()
    for line in story:
        sizes[round(line.size, 1)] += len(line.text)
    body = sizes.most_common(1)[0][0]
    widths = sorted(line.right - line.left for line in story)
    width = widths[int(len(widths) * 0.9)]
    steps = [a.base - b.base for a, b in pairwise(story) if a.page == b.page and a.base > b.base]
    step = median(steps) if steps else 0.0
    known = Counter(_whole_words(story))
    paragraph: list[_Line] = []
    skipped: list[Block] = []
    for i, line in enumerate(lines):
        if i in running:
            skipped.append(
                Block(line.text.replace(_HYPHEN, "-"), skipped="running header or footer")
            )
            continue
        if paragraph and _starts_paragraph(line, paragraph, body, width, step):
            yield _block(paragraph, body, known)
            yield from skipped
            paragraph, skipped = [], []
        paragraph.append(line)
    yield _block(paragraph, body, known)
    yield from skipped


def _whole_words(lines: Sequence[_Line]) -> Iterator[str]:
    """Yield the words of *lines*, except those that a line end divides."""
    divided = False
    for line in lines:
        words = _WORD.findall(line.text.casefold())
        first, divided = int(divided), line.text.endswith((_HYPHEN, "-"))
        yield from words[first : -1 if divided else None]


def _running(lines: Sequence[_Line]) -> frozenset[int]:
    """Return the lines that stand at the same edge of several pages in the same size, ignoring numbers."""
    pages: dict[int, list[int]] = {}
    for i, line in enumerate(lines):
        pages.setdefault(line.page, []).append(i)
    edges: dict[tuple[str, int, int], set[int]] = {}
    for page in pages.values():
        down = sorted(page, key=lambda i: -lines[i].base)
        for i in {*down[:_EDGE], *down[-_EDGE:]}:
            line = lines[i]
            words = _NUMBERS.sub("#", line.text.casefold())
            edges.setdefault((words, round(line.size), round(line.base)), set()).add(i)
    return frozenset(i for alike in edges.values() if len(alike) >= _FEWEST_PAGES for i in alike)


def _is_heading(line: _Line, body: float) -> bool:
    return line.size >= _LARGER * body and len(line.text.split()) <= _HEADING_WORDS


def _starts_paragraph(
    line: _Line, paragraph: Sequence[_Line], body: float, width: float, step: float
) -> bool:
    """Return whether *line* starts a new paragraph or heading, rather than continue the *paragraph*."""
    last = paragraph[-1]
    if _is_heading(last, body) or _is_heading(line, body):
        alike = abs(last.size - line.size) < 0.5 and last.page == line.page
        return not (alike and 0 <= last.base - line.base <= 2 * line.size)
    if _BULLET.match(line.text):
        return True
    if last.page != line.page or line.base > last.base + line.size:  # on another page, or column
        return last.ends
    if last.base - line.base > max(_WIDE_GAP * step, line.size):
        return True
    if line.left > last.left + line.size and not _BULLET.match(paragraph[0].text):
        return last.ends
    return last.ends and last.right - last.left < _SHORT_LINE * width


def _block(lines: Sequence[_Line], body: float, known: Counter[str]) -> Block:
    text = ""
    pages: list[PageStart] = []
    for line in lines:
        text = _join(text, line.text, known) if text else line.text
        if not pages or pages[-1].number != line.page:
            pages.append(PageStart(len(text) - len(line.text) if pages else 0, line.page))
    text = text.replace(_HYPHEN, "-")
    return Block(text, heading=_is_heading(lines[0], body), pages=tuple(pages))


def _join(text: str, line: str, known: Counter[str]) -> str:
    """
    Return *text* and the line after it. A hyphen between them is dropped if it only divides a word: the
    document has that word elsewhere, or does not have both parts as words.
    """
    if text[-1] not in (_HYPHEN, "-") or not text[-2:-1].isalpha() or not line[0].islower():
        part = "" if unspaced(text[-1]) and unspaced(line[0]) else " "
        return f"{text.removesuffix(_HYPHEN)}-{line}" if text[-1] == _HYPHEN else text + part + line
    before = re.findall(r"[^\W\d_]+", text.casefold())[-1]
    after = re.findall(r"[^\W\d_]+", line.casefold())[0]
    whole = known[before + after] or not (known[before] and known[after])
    hyphen = "-" if known[f"{before}-{after}"] or not whole else ""
    return text[:-1] + hyphen + line
