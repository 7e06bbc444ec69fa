"""The drawings of the architecture page, as SVG."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from textwrap import wrap
from typing import NamedTuple

from tests.docs.reference import layers, purpose

STYLE = """\
  text { font: 13px system-ui, "Segoe UI", "Noto Sans", "DejaVu Sans", sans-serif; fill: #1f2328; }
  .name { font-weight: 600; }
  .title { font-size: 15px; font-weight: 600; }
  .paper { fill: #ffffff; }
  .box { fill: #f3f6fa; stroke: #8b98a8; }
  .bot { fill: #e5f1fb; stroke: #5b8fc0; }
  .record { fill: #fdf3d7; stroke: #b08d2f; }
  .arrow { stroke: #57606a; stroke-width: 1.5; fill: none; }
  .head { fill: #57606a; }
  @media (prefers-color-scheme: dark) {
    text { fill: #e6edf3; }
    .paper { fill: #0d1117; }
    .box { fill: #1c2430; stroke: #6b7a8d; }
    .bot { fill: #14293f; stroke: #4f86ba; }
    .record { fill: #352b10; stroke: #b08d2f; }
    .arrow { stroke: #9aa6b2; }
    .head { fill: #9aa6b2; }
  }
"""

WIDTH, MARGIN, GAP = 860, 20, 6
_LINE = 17
"""Pixels from one line of text to the next."""
_WIDEST = 100
"""Characters of a line beside the name of a package."""


class Step(NamedTuple):
    """A step on the way of a question: the package, what happens there, and the packages that help."""

    package: str
    does: str


FRONTS = (
    Step("bot/handlers", "reads an update from Telegram"),
    Step("retrieval/cli", "reads a command"),
)
STEPS = (
    Step("retrieval/library", "Library.ask(question) passes it from step to step"),
    Step("retrieval/query", "parses it: terms (text, lang), phrases, filters, intent, follow-up"),
    Step("retrieval/index", "finds candidates by BM25: in memory, on disk or in a cluster"),
    Step("retrieval/semantic", "optional: measures closeness in meaning"),
    Step("retrieval/reader", "optional: reads the best passages"),
    Step(
        "retrieval/ranking", "orders by evidence, groups near copies, chooses sentences, rates them"
    ),
    Step(
        "retrieval/answers", "cuts excerpts, names speakers (quotations), sets claims side by side"
    ),
)
BACKS = (
    Step("bot/messages", "makes text and buttons"),
    Step("retrieval/output", "makes text, JSON or BibTeX"),
)
HELPERS = frozenset({"articles", "lang", "quotations", "text"})
"""Packages that the steps use, which are no steps themselves."""


def layers_drawing() -> str:
    """Draw the packages of both halves in their layers, the highest on top."""
    shapes: list[str] = []
    y = MARGIN
    for package, title in (
        ("bot", "bot: the Telegram front end"),
        ("retrieval", "retrieval: finds quotations; knows nothing of Telegram"),
    ):
        y += 12
        shapes.append(_text(MARGIN, y, title, "title"))
        y += 12
        for name in layers(package):
            lines = wrap(purpose(package, name).replace("`", "").rstrip("."), _WIDEST)
            height = 12 + _LINE * max(1, len(lines))
            shapes.append(
                _box(MARGIN, y, WIDTH - 2 * MARGIN, height, "bot" if package == "bot" else "box")
            )
            shapes.append(_text(MARGIN + 12, y + 18, name, "name"))
            shapes += [
                _text(MARGIN + 130, y + 18 + _LINE * row, line) for row, line in enumerate(lines)
            ]
            y += height + GAP
        y += 16
    return _svg(y, "A package imports only from packages below it", shapes)


def question_drawing() -> str:
    """Draw the way of a question, from the update or the command to what a person sees."""
    shapes: list[str] = []
    half = (WIDTH - 2 * MARGIN - 40) // 2
    y = MARGIN
    columns = (MARGIN, MARGIN + half + 40)
    for x, step in zip(columns, FRONTS, strict=True):
        shapes += _step(x, y, half, step)
        shapes.append(
            _arrow(x + half // 2, y + 50, WIDTH // 2 + (x - MARGIN > 0) * 20 - 10, y + 78)
        )
    y += 80
    for step in STEPS:
        shapes += _step(110, y, WIDTH - 220, step)
        shapes.append(_arrow(WIDTH // 2, y + 50, WIDTH // 2, y + 70))
        y += 72
    shapes += [
        _box(WIDTH // 2 - 80, y, 160, 34, "record"),
        _text(WIDTH // 2, y + 22, "Answer", "name", "middle"),
    ]
    for x, step in zip(columns, BACKS, strict=True):
        shapes.append(
            _arrow(WIDTH // 2 + (x - MARGIN > 0) * 20 - 10, y + 34, x + half // 2, y + 62)
        )
        shapes += _step(x, y + 64, half, step)
    return _svg(y + 64 + 50 + MARGIN, "The way of a question", shapes)


def _step(x: int, y: int, width: int, step: Step) -> Iterable[str]:
    kind = "bot" if step.package.startswith("bot") else "box"
    yield _box(x, y, width, 50, kind)
    yield _text(x + width // 2, y + 20, step.package, "name", "middle")
    yield _text(x + width // 2, y + 39, step.does, "", "middle")


def _box(x: int, y: int, width: int, height: int, kind: str) -> str:
    return f'<rect class="{kind}" x="{x}" y="{y}" width="{width}" height="{height}" rx="6"/>'


def _text(x: int, y: int, words: str, kind: str = "", anchor: str = "start") -> str:
    of_kind = f' class="{kind}"' if kind else ""
    return f'<text{of_kind} x="{x}" y="{y}" text-anchor="{anchor}">{escape(words)}</text>'


def _arrow(x: int, y: int, to_x: int, to_y: int) -> str:
    return f'<path class="arrow" d="M{x} {y} L{to_x} {to_y}" marker-end="url(#head)"/>'


def _svg(height: int, title: str, shapes: Iterable[str]) -> str:
    body = "\n".join(shapes)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" '
        f'width="{WIDTH}" height="{height}" role="img">\n<title>{escape(title)}</title>\n'
        f"<style>\n{STYLE}</style>\n"
        '<marker id="head" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" orient="auto">'
        '<path class="head" d="M0 0 L8 4 L0 8 z"/></marker>\n'
        f'<rect class="paper" width="{WIDTH}" height="{height}"/>\n{body}\n</svg>\n'
    )
