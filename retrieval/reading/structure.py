"""
Find the story and the headings in the plain text of a saved page, and what is neither.

The rules are about how pages are saved, never about one page: what precedes the first whole sentence
or follows the last, what stands beside a picture credit, which lines every site prints.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from retrieval.articles import Section, Skipped, Span
from retrieval.reading.boilerplate import (
    CALL,
    FOOTER,
    NAVIGATION,
    TIME_STAMP,
    WRAPPER,
    find_byline,
    find_piped_credit,
    is_credit,
    is_link_heading,
)
from retrieval.text.language import script
from retrieval.text.sentences import lines, trim

_BULLET = re.compile(r"(?:[•▪◦‣●·*+]|[-–—](?=\s))\s*")
_MARKDOWN = re.compile(r"#{1,6}\s+")
_CLOSERS = "\"'”’“‘»«)]"  # German closes with “, and some texts with «
_FULL_STOPS = (".", "…", "。", "۔", "।")
_STOPS = (*_FULL_STOPS, "!", "?", "！", "？", "؟", ":", ";", ",")
_STOP_AND_SOURCE = re.compile(r"[.!?…,][\"'”’“‘»«)\]]*\s*\(?\w{0,20}\)?$")  # "… he said. (Reuters)"
_WORD = re.compile(r"\w+")

_HEADING_WORDS = 15
_SHORT_WORDS = 6
_TITLE_WORDS = 30


@dataclass(slots=True)
class _Line:
    """A line or paragraph; `role` is None while it counts as story."""

    span: Span
    text: str
    bullet: bool
    marked: bool  # as a heading, by "#"
    apart: bool  # after a blank line
    role: str | None = None
    words: int = field(init=False)
    prose: bool = field(init=False)  # it ends as a sentence does

    def __post_init__(self) -> None:
        self.words = len(_words(self.text))
        self.prose = _stops(self.text, _STOPS) or bool(_STOP_AND_SOURCE.search(self.text))


class Structure(NamedTuple):
    title: Span | None
    author: str | None
    sections: tuple[Section, ...]
    skipped: tuple[Skipped, ...]


def find_structure(text: str, title: str | None = None) -> Structure:
    """
    Sort the lines of *text* into sections, paragraphs and what is skipped.

    Args:
        title: The article's title if it is known; a line that repeats it is not a paragraph.

    Returns:
        Offsets only. Whatever the rules say, a text that is not empty keeps some of its lines.
    """
    page = list(_paragraphs(text))
    heading = _title(page, title)
    _cut_credits(text, page)
    _skip_title(page, heading, title)
    _skip_boilerplate(page)
    _skip_foreign_tail(text, page)
    _skip_captions(page)
    story = [line for line in page if line.role is None]
    if not story:
        story = [line for line in page if line.role != "picture credit"] or page
        for line in story:
            line.role = None
    _mark_headings(page)
    return Structure(
        title=heading,
        author=_author(page),
        sections=tuple(_sections(page)),
        skipped=tuple(
            Skipped(*line.span, line.role) for line in page if line.role not in (None, "heading")
        ),
    )


def _paragraphs(text: str) -> Iterator[_Line]:
    """Yield the paragraphs of *text*: its lines, or blocks of lines if they were wrapped at a width."""
    spans = list(lines(text))
    apart = [
        i == 0
        or len(re.findall(r"\r\n|[\r\n\v\f\x85\u2028\u2029]", text[spans[i - 1].end : span.start]))
        > 1
        for i, span in enumerate(spans)
    ]
    if _is_wrapped(text, spans, apart):
        spans, apart = _unwrap(text, spans, apart)
    for span, is_apart in zip(spans, apart, strict=True):
        bullet = _BULLET.match(text, *span)
        mark = _MARKDOWN.match(text, *span)
        start = (bullet or mark).end() if bullet or mark else span.start  # type: ignore[union-attr]
        if start >= span.end:  # a rule or a lone bullet
            start = span.start
        body = Span(start, span.end)
        yield _Line(body, text[start : span.end], bool(bullet), bool(mark), is_apart)


def _is_wrapped(text: str, spans: Sequence[Span], apart: Sequence[bool]) -> bool:
    """Return whether lines end within sentences, as in text wrapped at some 60 to 100 characters."""
    joints = [i for i in range(1, len(spans)) if not apart[i]]
    if len(joints) < 3:
        return False
    widths = sorted(span.end - span.start for span in spans)
    if widths[int(len(widths) * 0.9)] > 110:
        return False
    running = sum(
        text[spans[i].start].islower() or text[spans[i - 1].end - 1].islower() for i in joints
    )
    return running > 0.6 * len(joints)


def _unwrap(
    text: str, spans: Sequence[Span], apart: Sequence[bool]
) -> tuple[list[Span], list[bool]]:
    joined: list[Span] = []
    breaks: list[bool] = []
    for span, is_apart in zip(spans, apart, strict=True):
        if joined and not is_apart and not _BULLET.match(text, *span):
            joined[-1] = Span(joined[-1].start, span.end)
        else:
            joined.append(span)
            breaks.append(is_apart)
    return joined, breaks


def _stops(text: str, at: tuple[str, ...]) -> bool:
    """Return whether *text* ends with one of the marks *at*, ignoring quotation marks and brackets."""
    return text.rstrip(_CLOSERS).endswith(at)


def _words(text: str) -> list[str]:
    return _WORD.findall(text.replace("_", " "))


def _key(text: str) -> str:
    """Return the letters and digits of *text*, to compare lines."""
    return " ".join(_words(text.casefold()))


def _title(page: Sequence[_Line], known: str | None) -> Span | None:
    """
    Return the line that is the title: the one with the known title, else a line that an opening
    sentence wraps ("All about <title>"), else a first line that does not end as a sentence does.
    """
    if known:
        key, words = _key(known), len(_words(known))
        return next(
            (line.span for line in page if line.words == words and _key(line.text) == key),
            None,
        )
    if not page:
        return None
    first = page[0]
    for line in page[1:]:
        if line.words >= 4 and not line.prose and _key(first.text).endswith(" " + _key(line.text)):
            return line.span
    if not first.bullet and first.words <= _TITLE_WORDS and not _stops(first.text, _FULL_STOPS):
        return first.span if len(page) > 1 else None
    return None


def _skip_title(page: Sequence[_Line], heading: Span | None, known: str | None) -> None:
    """Skip repeats of the title, and an opening sentence that only wraps it."""
    texts = [line.text for line in page if line.span == heading]
    texts += [known] if known else []
    lengths = {len(_words(title)) for title in texts}
    titles = {_key(title) for title in texts} - {""}
    for line in page:
        if line.words in lengths and _key(line.text) in titles:
            line.role = "title"
    if page and page[0].role is None:
        key = _key(page[0].text)
        wraps = any(key.endswith(" " + title) for title in titles if len(title.split()) >= 4)
        if (wraps and not _stops(page[0].text, _FULL_STOPS)) or WRAPPER.begins(page[0].text):
            page[0].role = "wrapper"


def _cut_credits(text: str, page: list[_Line]) -> None:
    """
    Skip picture credits ("| AGENCY", "Photo: Agency"), and split a line where one is glued to the next
    sentence ("| AGENCYThe minister…"), which stays a paragraph.
    """
    for place in range(len(page) - 1, -1, -1):
        line = page[place]
        piped = find_piped_credit(line.text)
        if piped:
            start, end = line.span.start + piped.start(), line.span.start + piped.end()
            rest = trim(text, end, line.span.end)
            before = trim(text, line.span.start, start)
            pieces = []
            if before.start < before.end:
                pieces.append(_Line(before, text[slice(*before)], line.bullet, False, line.apart))
            credit = _Line(Span(start, end), text[start:end], False, False, False, "picture credit")
            pieces.append(credit)
            if rest.start < rest.end:
                pieces.append(_Line(rest, text[slice(*rest)], False, False, False))
            page[place : place + 1] = pieces
        elif is_credit(line.text):
            line.role = "picture credit"


def _skip_boilerplate(page: Sequence[_Line]) -> None:
    """Skip lines that sites print around every story, and lists of links."""
    story = [i for i, line in enumerate(page) if line.prose and line.words >= 8 and not line.role]
    first, last = (story[0], story[-1]) if story else (len(page), -1)
    in_list: str | None = None  # "bullets" or "lines": what the link list consists of
    for i, line in enumerate(page):
        if line.role:
            continue
        if in_list and not line.prose and (line.bullet or in_list == "lines"):
            line.role = "link list"
            continue
        in_list = None
        if is_link_heading(line.text):
            line.role = "link list"
            after = page[i + 1] if i + 1 < len(page) else None
            in_list = "bullets" if after and after.bullet else "lines"
        elif NAVIGATION.begins(line.text):
            line.role = "navigation"
        elif TIME_STAMP.begins(line.text):
            line.role = "time stamp"
        elif line.words <= 12 and find_byline(line.text):
            line.role = "byline"
        elif CALL.begins(line.text) and line.words <= 20:
            line.role = "call to read on"
        elif FOOTER.begins(line.text):
            line.role = "footer"
        elif (
            story and not first <= i <= last and not line.prose and not line.bullet
            and not line.marked and line.words <= _SHORT_WORDS and not re.search(r"\d", line.text)
        ):  # fmt: skip
            line.role = "navigation"


def _skip_foreign_tail(text: str, page: Sequence[_Line]) -> None:
    """Skip lines after the story in another script: a site's links to its other languages."""
    story = [line for line in page if line.role is None]
    written = script(text)
    for line in reversed(story[1:]):
        if script(line.text) == written:
            break
        line.role = "foreign tail"


def _skip_captions(page: Sequence[_Line]) -> None:
    """Skip a picture's caption that repeats a sentence of the story; one that adds something stays."""
    bodies: list[set[str]] = []
    for i, line in enumerate(page[:-1]):
        if (
            line.role is None
            and page[i + 1].role == "picture credit"
            and not _stops(line.text, _FULL_STOPS)
        ):
            bodies = bodies or [set(_key(other.text).split()) for other in page]
            words = {word for word in bodies[i] if len(word) > 3}
            if words and any(
                len(words & bodies[j]) >= 0.6 * len(words)
                for j, other in enumerate(page)
                if j != i and other.role is None and other.prose
            ):
                line.role = "caption"


def _mark_headings(page: Sequence[_Line]) -> None:
    """Mark bulleted or lone lines above prose; bullets only if there are several such lines."""
    story = [line for line in page if line.role is None]
    over = list(itertools.pairwise(story))
    bulleted = [
        line for line, below in over
        if line.bullet and not below.bullet and line.words <= 2 * _HEADING_WORDS
        and not _stops(line.text, _FULL_STOPS)
    ]  # fmt: skip
    if len(bulleted) >= 2:
        for line in bulleted:
            line.role = "heading"
    prose = sum(line.prose for line in story)
    for line, below in over:
        lone = not line.prose and not line.bullet and line.words <= _HEADING_WORDS and below.prose
        if line.marked or (lone and line.apart and prose > len(story) / 2 and below.words >= 6):
            line.role = "heading"
    for line, below in over:
        if line.role == below.role == "heading":
            line.role = "empty heading"


def _author(page: Iterable[_Line]) -> str | None:
    """Return the name in a byline before the story; one further down signs only a part of it."""
    for line in page:
        if line.role is None:
            return None
        if line.role == "byline":
            return find_byline(line.text)
    return None


def _sections(page: Iterable[_Line]) -> Iterator[Section]:
    heading: Span | None = None
    paragraphs: list[Span] = []
    for line in page:
        if line.role == "heading":
            if paragraphs:
                yield Section(heading, tuple(paragraphs))
            heading, paragraphs = line.span, []
        elif line.role is None:
            paragraphs.append(line.span)
    if paragraphs:
        yield Section(heading, tuple(paragraphs))
