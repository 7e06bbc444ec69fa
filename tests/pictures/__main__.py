"""
Take the README's pictures: `python -m tests.pictures [FOLDER]`, into docs/pictures by default.

Each is a conversation with the real bot on the seeds, its calls drawn as a chat: no client of Telegram is
involved. Chromium has to be there (`apt-get install chromium`, or CHROMIUM says where it is).
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
_TAKEN = 120
"""Seconds."""

PICTURES = {
    "answer": (
        Step("message", "what did the WHO say about winter?"),
        Step("message", "Who won the World Cup?"),
    ),
    "going_on": (
        Step("message", "what did the WHO say about winter?"),
        Step("message", "and the EU?"),
        Step("message", "Wie viele Tote gab es?", language="de"),
    ),
}
"""By name, what a person does; a tap changes the newest message."""

STYLE = """
body { margin: 0; padding: 14px; width: 492px; background: #cfdfca; display: flex; flex-direction: column;
  gap: 8px; font: 15px/1.35 "Noto Sans", "DejaVu Sans", sans-serif; color: #111; }
.said { padding: 7px 11px; border-radius: 12px; white-space: pre-wrap; max-width: 430px; }
.person { align-self: flex-end; background: #e6fdcf; }
.bot { align-self: flex-start; background: #fff; }
.asked { border-left: 3px solid #3a8fd6; padding-left: 7px; margin-bottom: 5px; color: #456; font-size: 13px; }
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
        print("There is no Chromium here: apt-get install chromium", file=sys.stderr)
        return 2
    library = Library.open(ROOT / "seeds")
    folder.mkdir(parents=True, exist_ok=True)
    for name, steps in PICTURES.items():
        take(chromium, page(asyncio.run(performed(library, steps))), folder / f"{name}.png")
    return 0


async def performed(library: Library, steps: Iterable[Step]) -> list[tuple[Step, Sequence[Call]]]:
    conversation = Conversation(library)
    await conversation.open()
    try:
        return [(step, await conversation.perform(step)) for step in steps]
    finally:
        await conversation.close()


def page(steps: Iterable[tuple[Step, Sequence[Call]]]) -> str:
    """The chat once all has happened, as HTML."""
    said: list[str] = []
    question = ""
    for step, calls in steps:
        if step.does == "message":
            question = step.what
            said.append(f'<div class="said person">{escape(question)}</div>')
        for call in calls:
            if call.method == "editMessageText":
                said.pop()
            if call.method in ("sendMessage", "editMessageText"):
                said.append(drawn(call.params, question))
    return f'<!doctype html><meta charset="utf-8"><style>{STYLE}</style>{"".join(said)}'


def drawn(message: JSON, question: str) -> str:
    rows = message.get("reply_markup", {}).get("inline_keyboard", [])
    labels = [[f"<span>{escape(button['text'])}</span>" for button in row] for row in rows]
    buttons = "".join(f'<div class="row">{"".join(row)}</div>' for row in labels)
    asked = f'<div class="asked">{escape(question)}</div>'
    return f'<div><div class="said bot">{asked}{marked(message["text"])}</div>{buttons}</div>'


def marked(html: str) -> str:
    """Telegram's HTML, read as Telegram reads it, as that of a page."""
    text, entities = parse(html)
    marks: list[tuple[int, int, str]] = []
    for depth, entity in enumerate(entities):
        tag = _TAGS[entity.type]
        start = index_of(text, entity.offset)
        end = index_of(text, entity.offset + entity.length)
        # At one place what ends goes before what begins, and what is inside ends first.
        marks += [(start, 1 + depth, f"<{tag}>"), (end, -depth - 1, f"</{tag}>")]
    return "".join(_woven(text, sorted(marks)))


def _woven(text: str, marks: Iterable[tuple[int, int, str]]) -> Iterator[str]:
    at = 0
    for place, _, mark in marks:
        yield escape(text[at:place]) + mark
        at = place + (mark == "</blockquote>" and text[place : place + 1] == "\n")
    yield escape(text[at:])


def take(chromium: str, html: str, path: Path) -> None:
    """A picture of the page *html*, as high as it is."""
    with tempfile.TemporaryDirectory() as folder:
        drawing = Path(folder) / "page.html"
        drawing.write_text(html, encoding="utf-8")
        flags = [
            *("--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars"),
            *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
            *("--no-first-run", f"--user-data-dir={folder}/profile", "--virtual-time-budget=2000"),
        ]
        url = drawing.as_uri()
        options = {"capture_output": True, "timeout": _TAKEN, "check": True, "text": True}
        measure = html + "<script>document.title = document.documentElement.scrollHeight</script>"
        drawing.write_text(measure, encoding="utf-8")
        shown = subprocess.run([chromium, *flags, "--dump-dom", url], **options).stdout  # type: ignore[call-overload]
        height = int(shown.split("<title>")[1].split("<")[0])
        picture = [f"--screenshot={path.resolve()}", f"--window-size=520,{height}"]
        subprocess.run([chromium, *flags, *picture, url], **options)  # type: ignore[call-overload]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
