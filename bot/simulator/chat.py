"""Talk to the bot in the terminal: the same handlers, no network, no token."""

from __future__ import annotations

import asyncio
import io
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from rich.console import Console
from rich.text import Text

from bot.messages.markup import Entity, index_of, parse
from bot.simulator.conversations import Conversation, Step
from bot.simulator.recordings import Recording, save
from bot.simulator.wire import ATTACHMENTS, JSON, AbsentError, Call
from retrieval.library import Library
from retrieval.receipts.versions import Versions

INTRODUCTION = """\
Ask a question, or send /start. A line that starts with a colon does more:
:1 or :▶ taps a button by its number or label, :edit TEXT changes your last
message, :delete removes it, :photo sends a photo, :inline TEXT asks from another
chat, and :quit leaves."""

Exchange = tuple[Step, tuple[Call, ...]]
"""A step of the person, and the calls that the bot made for it."""

_PROMPT = "you> "
_STYLES = {"bold": "bold yellow", "italic": "italic", "text_link": "underline"}
_QUOTATIONS = {"blockquote", "expandable_blockquote"}
_CONTROLS = {code: " " for code in (*range(32), *range(127, 160)) if code != ord("\n")}
"""Characters in an article that could control the terminal, replaced one by one to keep offsets."""


def run_chat(
    library: Library, record: Path | None = None, versions: Versions | None = None
) -> None:
    """
    Perform each line of the input as a step, until `:quit` or the end of the input.

    Args:
        library: The library that answers.
        record: The YAML file to which the conversation is written after each step.
        versions: Earlier versions of its articles, for receipts.
    """
    console = Console(highlight=False)
    conversation = Conversation(library, versions)
    steps: list[Exchange] = []
    # A runner in place of asyncio.run: at the prompt, Ctrl-C must not be handled by the event loop.
    with asyncio.Runner() as runner:
        runner.run(conversation.open())
        try:
            for line in _read_lines(console):
                try:
                    step = understand(line, conversation.telegram.buttons())
                    calls = runner.run(conversation.perform(step))
                except AbsentError as error:
                    console.print(Text(f"That is not possible: {error}.", style="dim"))
                    continue
                steps.append((step, tuple(calls)))
                if record:
                    save(Recording("Recorded with python -m bot chat.", tuple(steps)), record)
                for call in calls:
                    _print(console, call)
        finally:
            runner.run(conversation.close())


def understand(line: str, buttons: list[str]) -> Step:
    """
    Return the step that *line* means, with *buttons* to tap.

    Raises:
        AbsentError: There is no button with that number.
    """
    if not line.startswith(":") or line == ":":
        return Step("message", line)
    word, _, rest = line[1:].partition(" ")
    if word == "edit" and rest:
        return Step("edit", rest)
    if word == "inline" and rest:
        return Step("inline", rest)
    if word == "delete":
        return Step("delete")
    if word in ATTACHMENTS:
        return Step("send", word)
    if word.isascii() and word.isdigit():
        if not 1 <= int(word) <= len(buttons):
            raise AbsentError(f"there is no button {word}")
        return Step("tap", buttons[int(word) - 1])
    return Step("tap", line[1:])


def draw(call: Call, width: int | None = None) -> list[Text]:
    """
    Return what a person sees of *call*, as lines to print.

    Args:
        width: The columns to wrap quotations to; None leaves lines whole and marks quotations with ">".
    """
    match call.method:
        case "answerCallbackQuery":
            text = call.params.get("text")
            return [Text(f"({text})", style="cyan")] if text else []
        case "sendMessage":
            head: list[Text] = []
        case "editMessageText":
            head = [Text("(edited)", style="dim")]
        case "answerInlineQuery":
            return list(_draw_results(call.params))
        case _:
            return []
    text, entities = parse(call.params["text"])
    text = text.translate(_CONTROLS)
    return [
        Text(),
        *head,
        *_draw_body(_style(text, entities), text, entities, width),
        *_draw_buttons(call.params.get("reply_markup", {})),
        Text(),
    ]


def _draw_results(params: JSON) -> Iterator[Text]:
    yield Text()
    for result in params["results"]:
        yield Text(result["title"].translate(_CONTROLS), style="bold")
        yield Text(f"  {result.get('description', '').translate(_CONTROLS)}")
    if params.get("next_offset"):
        yield Text("and more", style="dim")
    yield Text()


def _print(console: Console, call: Call) -> None:
    width = console.width if console.is_terminal else None
    for line in draw(call, width):
        # A pipe gets whole lines; a terminal wraps the lines that are not wrapped yet.
        console.print(line, soft_wrap=width is None)


def _read_lines(console: Console) -> Iterator[str]:
    typed = sys.stdin.isatty()
    if typed:
        with suppress(ImportError):
            import readline  # noqa: F401 - gives the prompt its history and arrow keys
        console.print(Text(INTRODUCTION, style="dim"))
    if isinstance(sys.stdin, io.TextIOWrapper):
        sys.stdin.reconfigure(errors="replace")
    for line in map(str.strip, _prompt() if typed else sys.stdin):
        if line == ":quit":
            return
        if line and not typed:
            console.print(Text(f"{_PROMPT}{line}"), soft_wrap=True)
        if line:
            yield line


def _prompt() -> Iterator[str]:
    with suppress(EOFError, KeyboardInterrupt):
        while True:
            yield input(_PROMPT)


def _style(text: str, entities: Iterable[Entity]) -> Text:
    styled = Text(text)
    for entity in entities:
        start = index_of(text, entity.offset)
        end = index_of(text, entity.offset + entity.length)
        styled.stylize(_STYLES.get(entity.type, ""), start, end)
        if entity.url:
            styled.stylize(f"link {entity.url}", start, end)
    return styled


def _draw_body(
    styled: Text, text: str, entities: Iterable[Entity], width: int | None
) -> Iterator[Text]:
    at = 0
    for entity in entities:
        if entity.type in _QUOTATIONS:
            start = index_of(text, entity.offset)
            end = index_of(text, entity.offset + entity.length)
            yield from _split(styled[at:start])
            yield from _draw_quotation(styled[start:end], width)
            at = end
    yield from _split(styled[at:])


def _draw_quotation(quoted: Text, width: int | None) -> Iterator[Text]:
    if width is None:
        lines, mark = quoted.split("\n"), "> "
    else:
        lines, mark = quoted.wrap(Console(width=width), width - 2), "▌ "
    for line in lines:
        yield Text.assemble((mark, "green"), line)


def _split(styled: Text) -> Iterable[Text]:
    # The line break beside a quotation belongs to it.
    plain = styled.plain
    inner = styled[plain.startswith("\n") : len(plain) - plain.endswith("\n")]
    return inner.split("\n", allow_blank=True) if inner.plain else []


def _draw_buttons(markup: JSON) -> Iterator[Text]:
    number = 0
    for row in markup.get("inline_keyboard", []) + markup.get("keyboard", []):
        line = Text()
        for button in row:
            number += 1
            line.append(f"[{number}] ", "cyan").append(f"{button['text'].translate(_CONTROLS)}   ")
        line.rstrip()
        yield line
