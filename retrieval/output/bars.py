"""Progress bars on a terminal. This imports rich; see `progress` for what does not."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING

from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from retrieval.output.terminal import screen

if TYPE_CHECKING:
    from retrieval.collection.sync_records import SyncStep


def progress_bar() -> Progress:
    """Return a bar on standard error, which disappears when it is done."""
    return Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        console=screen(stderr=True),
        transient=True,
    )


@contextmanager
def counting_bar(description: str) -> Iterator[Callable[[int, int], None]]:
    """Yield a function that shows in a bar how much is done of how much; the first call draws it."""
    with ExitStack() as stack:
        bar: Progress | None = None

        def show(done: int, total: int) -> None:
            nonlocal bar
            if bar is None:
                bar = stack.enter_context(progress_bar())
                bar.add_task(description, total=total)
            bar.update(bar.task_ids[0], completed=done)

        yield show


@contextmanager
def indexing_bar() -> Iterator[Callable[[SyncStep], None]]:
    """Yield a function that shows files, passages a second and time left; the first call draws the bar."""
    started = time.monotonic()
    with ExitStack() as stack:
        bar: Progress | None = None

        def show(done: SyncStep) -> None:
            nonlocal bar
            if bar is None:
                columns = (TextColumn("{task.description}"), BarColumn(), TimeRemainingColumn())
                bar = stack.enter_context(
                    Progress(*columns, console=screen(stderr=True), transient=True)
                )
                bar.add_task("", total=done.total_size)
            speed = done.passages / max(0.1, time.monotonic() - started)
            files = f"{done.files:,} of {done.total_files:,} files, {speed:,.0f} passages a second"
            bar.update(bar.task_ids[0], completed=done.size, description=files)

        yield show
