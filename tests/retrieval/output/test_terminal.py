"""What a terminal gets."""

from __future__ import annotations

import io
import re

from rich.console import Console

from retrieval.output import terminal
from tests.support.articles import answer_with


def test_marked_words_are_the_ones_of_the_offsets_however_lines_fall() -> None:
    text = "  Rain fell.\n\n\n  More [red]rain[/red] fell."
    given = answer_with(text, "Rain", "rain", url="https://x.y/a b")
    received = io.StringIO()

    console = Console(
        file=received, width=24, markup=False, force_terminal=True, color_system="standard"
    )
    terminal.print_answer(given, console=console)

    marked = re.sub("\x1b\\[1;35m(.*?)\x1b\\[0m", r"«\1»", received.getvalue())
    marked = re.sub("\x1b\\]8;.*?\x1b\\\\", "", marked)  # links
    drawn = re.sub("\x1b\\[[0-9;]*m", "", marked)
    assert drawn.partition("     receipt")[0].splitlines() == [
        " 1 ▎ «Rain» fell.",
        "   ▎ ",
        "   ▎ More ",
        "   ▎ [red]«rain»[/red] ",
        "   ▎ fell.",
        "     Title",
        "     paragraph 1",
        "     https://x.y/a b",
    ]
    shown = drawn.partition("receipt")[2]
    assert "".join(shown.split()) == given.excerpts[0].receipt
