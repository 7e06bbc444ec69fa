"""Talk to the bot in the terminal: the same handlers, no network, no token."""

from __future__ import annotations

import asyncio
import io
import sys
from collections.abc import Callable, Iterable, Iterator
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
"""What a person did and the calls that the bot made of it."""

_PROMPT = "you> "
_STYLES = {"bold": "bold yellow", "italic": "italic", "text_link": "underline"}
_QUOTATIONS = {"blockquote", "expandable_blockquote"}
_CONTROLS = {code: " " for code in (*range(32), *range(127, 160)) if code != ord("\n")}
"""What could steer a terminal, in an article from anywhere; one for one, so that offsets hold."""


def chat(library: Library, record: Path | None = None, versions: Versions | None = None) -> None:
    """
    Take what a person does, a line a step, until `:quit` or the end of the input.

    Args:
        library: What questions are asked.
        record: Where to write the conversation after each step, as `bot.simulator.recordings` has it.
        versions: Earlier versions of its articles, for receipts.
    """
    save = _recorder(record) if record else None
    console = Console(highlight=False)
    conversation = Conversation(library, versions)
    steps: list[Exchange] = []
    # A runner, not asyncio.run: while a line is awaited Ctrl-C must reach the prompt, not the loop.
    with asyncio.Runner() as runner:
        runner.run(conversation.open())
        try:
            for line in _lines(console):
                try:
                    step = understand(line, conversation.telegram.buttons())
                    calls = runner.run(conversation.perform(step))
                except AbsentError as error:
                    console.print(Text(f"That cannot be done here: {error}.", style="dim"))
                    continue
                steps.append((step, tuple(calls)))
                if save:
                    save(steps)
                for call in calls:
                    _show(console, call)
        finally:
            runner.run(conversation.close())


def understand(line: str, buttons: list[str]) -> Step:
    """
    What a person who types *line* does, with *buttons* to tap.

    Raises:
        AbsentError: A number stands for no button.
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
    *call* as lines to print: nothing when a person sees nothing of it.

    Args:
        call: Of the bot.
        width: Columns to wrap quotations in; None leaves lines whole and marks quotations with ">".
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
            return list(_results(call.params))
        case _:
            return []
    text, entities = parse(call.params["text"])
    text = text.translate(_CONTROLS)
    return [
        Text(),
        *head,
        *_body(_styled(text, entities), text, entities, width),
        *_buttons(call.params.get("reply_markup", {})),
        Text(),
    ]


def _results(params: JSON) -> Iterator[Text]:
    """What there is to choose from."""
    yield Text()
    for result in params["results"]:
        yield Text(result["title"].translate(_CONTROLS), style="bold")
        yield Text(f"  {result.get('description', '').translate(_CONTROLS)}")
    if params.get("next_offset"):
        yield Text("and more", style="dim")
    yield Text()


def _show(console: Console, call: Call) -> None:
    width = console.width if console.is_terminal else None
    for line in draw(call, width):
        # A pipe gets the lines as they are; a terminal wraps what is not wrapped yet.
        console.print(line, soft_wrap=width is None)


def _lines(console: Console) -> Iterator[str]:
    typed = sys.stdin.isatty()
    if typed:
        with suppress(ImportError):
            import readline  # noqa: F401 - gives the prompt its history and arrow keys
        console.print(Text(INTRODUCTION, style="dim"))
    if isinstance(sys.stdin, io.TextIOWrapper):
        sys.stdin.reconfigure(errors="replace")
    for line in _typed() if typed else sys.stdin:
        said = line.strip()
        if said == ":quit":
            return
        if said and not typed:
            console.print(Text(f"{_PROMPT}{said}"), soft_wrap=True)
        if said:
            yield said


def _typed() -> Iterator[str]:
    with suppress(EOFError, KeyboardInterrupt):
        while True:
            yield input(_PROMPT)


def _styled(text: str, entities: Iterable[Entity]) -> Text:
    styled = Text(text)
    for entity in entities:
        start = index_of(text, entity.offset)
        end = index_of(text, entity.offset + entity.length)
        styled.stylize(_STYLES.get(entity.type, ""), start, end)
        if entity.url:
            styled.stylize(f"link {entity.url}", start, end)
    return styled


def _body(styled: Text, text: str, entities: Iterable[Entity], width: int | None) -> Iterator[Text]:
    at = 0
    for entity in entities:
        if entity.type in _QUOTATIONS:
            start = index_of(text, entity.offset)
            end = index_of(text, entity.offset + entity.length)
            yield from _lines_of(styled[at:start])
            yield from _quotation(styled[start:end], width)
            at = end
    yield from _lines_of(styled[at:])


def _quotation(quoted: Text, width: int | None) -> Iterator[Text]:
    if width is None:
        lines, mark = quoted.split("\n"), "> "
    else:
        lines, mark = quoted.wrap(Console(width=width), width - 2), "▌ "
    for line in lines:
        yield Text.assemble((mark, "green"), line)


def _lines_of(styled: Text) -> Iterable[Text]:
    # The line break next to a quotation is the quotation's own.
    plain = styled.plain
    inner = styled[plain.startswith("\n") : len(plain) - plain.endswith("\n")]
    return inner.split("\n", allow_blank=True) if inner.plain else []


def _buttons(markup: JSON) -> Iterator[Text]:
    number = 0
    for row in markup.get("inline_keyboard", []) + markup.get("keyboard", []):
        line = Text()
        for button in row:
            number += 1
            line.append(f"[{number}] ", "cyan").append(f"{button['text'].translate(_CONTROLS)}   ")
        line.rstrip()
        yield line


def _recorder(path: Path) -> Callable[[list[Exchange]], None]:

    return lambda steps: save(Recording("Recorded with python -m bot chat.", tuple(steps)), path)
