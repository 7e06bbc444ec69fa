"""PDF: the lines of its pages to paragraphs, each with its page; what repeats on the pages is skipped."""

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
"""Stands in pdfium's text for a hyphen at the end of a line."""

_LINE_END = re.compile(rf"\r\n|\r|\n|(?<={_HYPHEN})")
_LIGATURES = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st", "\0": None}
)
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_NUMBERS = re.compile(r"\d+|\b[ivxlc]+\b")
_BULLET = re.compile(r"[•▪◦‣●·–—*]\s|\(?\d{1,3}[.)]\s")
_STOPS = (".", "!", "?", "…", ":", "。", "！", "？", "؟", "।")
_CLOSERS = "\"'”’»)]0123456789"  # also what points to a note
_FILE_NAME = re.compile(r"\.\w{2,4}$|^(?:untitled|microsoft word)\b", re.IGNORECASE)

_EDGE = 2  # lines at the top and at the bottom of a page that may stand on all of them
_FEWEST_PAGES = 3
_LARGER = 1.15  # than the text: a heading
_HEADING_WORDS = 25
_SHORT_LINE = 0.85  # of the usual: a sentence that ends there ends a paragraph
_WIDE_GAP = 1.3  # of the usual distance of lines


class _Line(NamedTuple):
    """Places are in points, from the lower left corner of the page."""

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
        raise ArticleError(source.path, "is no PDF, or a damaged or truncated one") from error
    try:
        lines = [line for number in range(len(document)) for line in _lines(document, number)]
        about = document.get_metadata_dict()
    finally:
        document.close()
    if not lines:
        cause = "has no text layer (scanned pages?); run OCR first, for example ocrmypdf"
        raise ArticleError(source.path, cause)
    running = _running(lines)
    if len(running) == len(lines):
        running = frozenset()
    found = _found(about, [line for i, line in enumerate(lines) if i not in running])
    yield compose_article(source, source.id, _blocks(lines, running), source.known.over(found))


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
        # pdfium counts UTF-16 units, and so few characters are two that a box beside does as well.
        last = max(first, first + len(body.strip()) - 1 - body.endswith(_HYPHEN))
        left, base, _, _ = sheet.get_charbox(first, loose=True)
        _, _, right, _ = sheet.get_charbox(last, loose=True)
        yield _Line(words, number + 1, left, right, base, pdfium.FPDFText_GetFontSize(sheet, first))
    sheet.close()
    page.close()


def _found(about: dict[str, str], story: Sequence[_Line]) -> Metadata:
    """
    What the file says of itself, where its first page says so too: programs fill in the rest. Else
    the title is what the first page has in the largest letters.
    """
    first = [line for line in story if line.page == story[0].page]
    front = " ".join(line.text for line in first).casefold()
    title, author = (" ".join(about.get(key, "").split()) for key in ("Title", "Author"))
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
    open_: list[_Line] = []
    aside: list[Block] = []
    for i, line in enumerate(lines):
        if i in running:
            aside.append(Block(line.text.replace(_HYPHEN, "-"), skipped="running header or footer"))
            continue
        if open_ and _is_apart(open_, line, body, width, step):
            yield _block(open_, body, known)
            yield from aside
            open_, aside = [], []
        open_.append(line)
    yield _block(open_, body, known)
    yield from aside


def _whole_words(lines: Sequence[_Line]) -> Iterator[str]:
    """The words of *lines*, but for the parts of those that a line end parts."""
    parted = False
    for line in lines:
        words = _WORD.findall(line.text.casefold())
        first, parted = int(parted), line.text.endswith((_HYPHEN, "-"))
        yield from words[first : -1 if parted else None]


def _running(lines: Sequence[_Line]) -> frozenset[int]:
    """The lines that stand at the same edge of several pages, in the same size, numbers aside."""
    pages: dict[int, list[int]] = {}
    for i, line in enumerate(lines):
        pages.setdefault(line.page, []).append(i)
    edges: dict[tuple[str, int, int], set[int]] = {}
    for page in pages.values():
        down = sorted(page, key=lambda i: -lines[i].base)
        for i in {*down[:_EDGE], *down[-_EDGE:]}:
            of = lines[i]
            words = _NUMBERS.sub("#", of.text.casefold())
            edges.setdefault((words, round(of.size), round(of.base)), set()).add(i)
    return frozenset(i for alike in edges.values() if len(alike) >= _FEWEST_PAGES for i in alike)


def _is_heading(line: _Line, body: float) -> bool:
    return line.size >= _LARGER * body and len(line.text.split()) <= _HEADING_WORDS


def _is_apart(open_: Sequence[_Line], line: _Line, body: float, width: float, step: float) -> bool:
    """Whether a paragraph, or a heading, begins with *line*."""
    last = open_[-1]
    if _is_heading(last, body) or _is_heading(line, body):
        alike = abs(last.size - line.size) < 0.5 and last.page == line.page
        return not (alike and 0 <= last.base - line.base <= 2 * line.size)
    if _BULLET.match(line.text):
        return True
    if last.page != line.page or line.base > last.base + line.size:  # on another page, or column
        return last.ends
    if last.base - line.base > max(_WIDE_GAP * step, line.size):
        return True
    if line.left > last.left + line.size and not _BULLET.match(open_[0].text):
        return last.ends
    return last.ends and last.right - last.left < _SHORT_LINE * width


def _block(lines: Sequence[_Line], body: float, known: Counter[str]) -> Block:
    text = ""
    pages: list[PageStart] = []
    for line in lines:
        text = _joined(text, line.text, known) if text else line.text
        if not pages or pages[-1].number != line.page:
            pages.append(PageStart(len(text) - len(line.text) if pages else 0, line.page))
    text = text.replace(_HYPHEN, "-")
    return Block(text, heading=_is_heading(lines[0], body), pages=tuple(pages))


def _joined(text: str, line: str, known: Counter[str]) -> str:
    """
    *text* and the line after it. A hyphen between them goes where it only parts a word: the
    document has that word elsewhere, or does not have both its parts as words.
    """
    if text[-1] not in (_HYPHEN, "-") or not text[-2:-1].isalpha() or not line[0].islower():
        part = "" if unspaced(text[-1]) and unspaced(line[0]) else " "
        return f"{text.removesuffix(_HYPHEN)}-{line}" if text[-1] == _HYPHEN else text + part + line
    before = re.findall(r"[^\W\d_]+", text.casefold())[-1]
    after = re.findall(r"[^\W\d_]+", line.casefold())[0]
    whole = known[before + after] or not (known[before] and known[after])
    hyphen = "-" if known[f"{before}-{after}"] or not whole else ""
    return text[:-1] + hyphen + line
