"""
Bring the docs up to date: `python -m tests.docs [--check]`.

Writes the reference pages, the drawings, and what the commands on the pages print. With --check nothing is written:
files that differ are named, and the exit code is then 1. Commands that are not run are listed with the reason.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.docs import drawings, reference
from tests.docs.commands import Run, refreshed, workspace
from tests.docs.pages import DOCS, blocks, pages, with_parts
from tests.support.paths import ROOT

GENERATED = {
    DOCS / "guide" / "cli.md": reference.command_line,
    DOCS / "operate" / "settings.md": reference.settings,
    DOCS / "develop" / "layers.svg": drawings.layers_drawing,
    DOCS / "develop" / "question.svg": drawings.question_drawing,
}
"""The files that are generated, each with what makes it."""

ARCHITECTURE = DOCS / "develop" / "architecture.md"


def architecture() -> str:
    """Return the page with its table of packages as they are now."""
    return with_parts(
        ARCHITECTURE.read_text(encoding="utf-8"), {"packages": reference.packages_table()}
    )


def current(run: Run) -> Iterator[tuple[Path, str]]:
    """Yield each file of the docs that depends on the code, with the text that it should have now."""
    for path, make in GENERATED.items():
        yield path, make()
    yield ARCHITECTURE, architecture()
    for page in pages():
        if page not in GENERATED and page != ARCHITECTURE:
            yield page, refreshed(page, run)


def main(arguments: list[str]) -> int:
    different = 0
    with TemporaryDirectory() as folder:
        for path, text in current(workspace(Path(folder))):
            if not path.exists() or path.read_text(encoding="utf-8") != text:
                different += 1
                print(path.relative_to(ROOT))
                if "--check" not in arguments:
                    path.write_text(text, encoding="utf-8")
    for page in pages():
        for block in blocks(page):
            if block.reason:
                print(f"not run: {block}: {block.reason}", file=sys.stderr)
    return 1 if different and "--check" in arguments else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
