"""
Draw the README's pictures: `python -m tests.pictures [FOLDER]`, into docs/pictures by default.

Each is a conversation with the real bot on the seeds, its calls drawn as a chat; no Telegram client is
involved. This needs Chromium (`apt-get install chromium fonts-noto-core fonts-noto-color-emoji`, or set
CHROMIUM to its path).
"""

from __future__ import annotations

import asyncio
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from html import escape
from pathlib import Path

from bot.messages.markup import index_of, parse
from bot.simulator.conversations import Conversation, Step
from bot.simulator.wire import JSON, Call
from retrieval.library import Library
from tests.support.paths import ROOT

NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
_TIMEOUT = 120
"""Seconds that Chromium may take."""

PICTURES = {
    "answer": (
        Step("message", "what did the WHO say about winter?"),
        Step("message", "Who won the World Cup?"),
    ),
    "going_on": (
        Step("message", "what did the WHO say about winter?"),
        Step("message", "and the EU?"),
        Step("message", "Was sagte Olaf Scholz?", language="de"),
    ),
}
"""The steps of a person, by the name of the picture."""

STYLE = """
body { margin: 0; padding: 14px; width: 492px; background: #cfdfca; display: flex; flex-direction: column;
  gap: 8px; font: 15px/1.35 "Noto Sans", "DejaVu Sans", sans-serif; color: #111; }
.bubble { padding: 7px 11px; border-radius: 12px; white-space: pre-wrap; max-width: 430px; }
.person { align-self: flex-end; background: #e6fdcf; }
.bot { align-self: flex-start; background: #fff; }
.quoted { border-left: 3px solid #3a8fd6; padding-left: 7px; margin-bottom: 5px; color: #456; font-size: 13px; }
blockquote { margin: 2px 0 5px; padding: 5px 8px; border-left: 3px solid #3a8fd6; background: #eaf3fb;
  border-radius: 5px; }
a { color: #2678b6; text-decoration: none; }
.row { display: flex; gap: 5px; margin-top: 5px; width: 452px; max-width: 452px; }
.row span { flex: 1; text-align: center; padding: 5px; border-radius: 8px; background: #83a57fbb; color: #fff; }
"""

_TAGS = {
    "bold": "b",
    "italic": "i",
    "underline": "u",
    "code": "code",
    "text_link": "a",
    "blockquote": "blockquote",
    "expandable_blockquote": "blockquote",
}


def main(arguments: Sequence[str]) -> int:
    folder = Path(*arguments) if arguments else ROOT / "docs" / "pictures"
    chromium = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    if not chromium:
        print("Chromium is not installed: apt-get install chromium", file=sys.stderr)
        return 2
    library = Library.open(ROOT / "seeds")
    folder.mkdir(parents=True, exist_ok=True)
    for name, steps in PICTURES.items():
        draw(chromium, page(asyncio.run(perform(library, steps))), folder / f"{name}.png")
    return 0


async def perform(library: Library, steps: Iterable[Step]) -> list[tuple[Step, Sequence[Call]]]:
    """Return each step with the calls that the bot makes for it."""
    conversation = Conversation(library)
    await conversation.open()
    try:
        return [(step, await conversation.perform(step)) for step in steps]
    finally:
        await conversation.close()


def page(steps: Iterable[tuple[Step, Sequence[Call]]]) -> str:
    """Return the chat after all steps, as HTML."""
    bubbles: list[str] = []
    question = ""
    for step, calls in steps:
        if step.does == "message":
            question = step.what
            bubbles.append(f'<div class="bubble person">{escape(question)}</div>')
        for call in calls:
            if call.method == "editMessageText":
                bubbles.pop()
            if call.method in ("sendMessage", "editMessageText"):
                bubbles.append(bubble(call.params, question))
    return f'<!doctype html><meta charset="utf-8"><style>{STYLE}</style>{"".join(bubbles)}'


def bubble(message: JSON, question: str) -> str:
    """Return a *message* of the bot with its buttons, as HTML."""
    rows = message.get("reply_markup", {}).get("inline_keyboard", [])
    labels = [[f"<span>{escape(button['text'])}</span>" for button in row] for row in rows]
    buttons = "".join(f'<div class="row">{"".join(row)}</div>' for row in labels)
    quoted = f'<div class="quoted">{escape(question)}</div>'
    return f'<div><div class="bubble bot">{quoted}{marked(message["text"])}</div>{buttons}</div>'


def marked(html: str) -> str:
    """Return Telegram's *html*, parsed as Telegram parses it, as HTML of a page."""
    text, entities = parse(html)
    marks: list[tuple[int, int, str]] = []
    for depth, entity in enumerate(entities):
        tag = _TAGS[entity.type]
        start = index_of(text, entity.offset)
        end = index_of(text, entity.offset + entity.length)
        # At the same place, tags are closed before others open, the inner ones first.
        marks += [(start, 1 + depth, f"<{tag}>"), (end, -depth - 1, f"</{tag}>")]
    return "".join(_with_tags(text, sorted(marks)))


def _with_tags(text: str, marks: Iterable[tuple[int, int, str]]) -> Iterator[str]:
    at = 0
    for place, _, mark in marks:
        yield escape(text[at:place]) + mark
        at = place + (mark == "</blockquote>" and text[place : place + 1] == "\n")
    yield escape(text[at:])


def draw(chromium: str, html: str, path: Path) -> None:
    """Write a picture of the page *html*, as high as the page, to *path*."""
    with tempfile.TemporaryDirectory() as folder:
        drawing = Path(folder) / "page.html"
        drawing.write_text(html, encoding="utf-8")
        flags = [
            *("--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars"),
            *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
            *("--no-first-run", f"--user-data-dir={folder}/profile", "--virtual-time-budget=2000"),
        ]
        url = drawing.as_uri()
        options = {"capture_output": True, "timeout": _TIMEOUT, "check": True, "text": True}
        measure = html + "<script>document.title = document.documentElement.scrollHeight</script>"
        drawing.write_text(measure, encoding="utf-8")
        dom = subprocess.run([chromium, *flags, "--dump-dom", url], **options).stdout  # type: ignore[call-overload]
        height = int(dom.split("<title>")[1].split("<")[0])
        picture = [f"--screenshot={path.resolve()}", f"--window-size=520,{height}"]
        subprocess.run([chromium, *flags, *picture, url], **options)  # type: ignore[call-overload]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
