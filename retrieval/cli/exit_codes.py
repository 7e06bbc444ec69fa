"""How a command ends."""

from __future__ import annotations

ANSWERED, NO_ANSWER, ERROR = 0, 1, 2
INTERRUPTED = 130  # what a shell reports for a program ended by Ctrl-C
READER_LEFT = 141  # the same for a closed pipe


class CommandError(Exception):
    """The command ends with exit code 2 and prints `str()`, one sentence, on standard error."""
