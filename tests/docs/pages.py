"""The pages of the docs and what is in them: blocks of code, links, and parts that are generated."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from tests.support.paths import ROOT

DOCS = ROOT / "docs"

_FENCE = re.compile(r"^ *```(\w*)$")
_NOT_RUN = re.compile(r"<!-- not run: (.+) -->")
_LINK = re.compile(r"\]\(([^)\s]+)\)|(?:src|href)=\"([^\"]+)\"")
_PART = re.compile(r"(<!-- generated: (\w+) -->\n).*?(<!-- end -->)", re.DOTALL)


class Block(NamedTuple):
    """
    A fenced block of code.

    Attributes:
        page: The file that it is in.
        first: The index of the first line between the fences, `last` of the closing fence.
        reason: Why its commands are not run; None if they are. It stands in a comment above the block.
    """

    page: Path
    language: str
    first: int
    last: int
    lines: tuple[str, ...]
    reason: str | None

    def __str__(self) -> str:
        return f"{self.page.relative_to(ROOT)}:{self.first}"


def pages() -> list[Path]:
    """Return the README and every page of the docs."""
    return [ROOT / "README.md", *sorted(DOCS.rglob("*.md"))]


def blocks(page: Path) -> Iterator[Block]:
    """Yield the fenced blocks of *page* in order."""
    lines = page.read_text(encoding="utf-8").splitlines()
    start, above = 0, ""
    for at, line in enumerate(lines):
        match = _FENCE.match(line)
        if match and not start:
            start, language = at + 1, match[1]
            marker = _NOT_RUN.search(above)
            reason = marker[1] if marker else None
        elif match:
            indent = len(line) - len(line.lstrip())
            content = tuple(one[indent:] for one in lines[start:at])
            yield Block(page, language, start, at, content, reason)
            start = 0
        if line.strip():
            above = line


def markers(page: Path) -> list[str]:
    """Return the reasons that *page* gives in comments for blocks that are not run."""
    return _NOT_RUN.findall(page.read_text(encoding="utf-8"))


def links(page: Path) -> Iterator[tuple[Path, str]]:
    """Yield the file and the anchor of each link in *page* that leads to another file or part of a page."""
    for match in _LINK.finditer(_prose(page)):
        target, _, anchor = (match[1] or match[2]).partition("#")
        if "://" not in target:
            yield (page.parent / target).resolve() if target else page, anchor


def anchors(page: Path) -> set[str]:
    """Return the anchors of the headings of *page*, as code hosts and the site generator make them."""
    headings = re.findall(r"^#+ (.+)$", _prose(page), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", one.lower()).strip().replace(" ", "-") for one in headings}


def code_words(page: Path) -> set[str]:
    """Return what stands between single backticks in *page*, outside of blocks."""
    return set(re.findall(r"`([^`\n]+)`", _prose(page)))


def with_parts(text: str, parts: dict[str, str]) -> str:
    """Return *text* with each generated part replaced by what *parts* has for its name."""
    return _PART.sub(lambda match: match[1] + parts[match[2]] + match[3], text)


def _prose(page: Path) -> str:
    lines = page.read_text(encoding="utf-8").splitlines()
    code = {at for block in blocks(page) for at in range(block.first, block.last)}
    return "\n".join(line for at, line in enumerate(lines) if at not in code)
