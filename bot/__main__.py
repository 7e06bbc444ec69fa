"""Starts the bot: in Telegram, in the terminal (`chat`), or in Telegram with a recording (`record`)."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from bot import startup
from bot.settings import UnusableError, load
from retrieval.articles import ArticleError


def main(arguments: Sequence[str] | None = None) -> int:
    """Return the exit code: 0 after a clean stop, 2 if the bot cannot run."""
    options = _parser().parse_args(arguments)
    try:
        settings = load()
        if options.command == "chat":
            startup.start_chat(settings, options.articles, options.record)
        elif options.command == "record" and options.convert:
            startup.convert_recording(options.convert, options.to)
        elif settings.token:  # without one there is nothing to load
            is_recorded = options.command == "record"
            startup.start_bot(settings, record=is_recorded, to=options.to if is_recorded else None)
    except (ArticleError, UnusableError) as error:
        print(error, file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 0
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m bot",
        description="Answer questions in Telegram with the exact words of articles.",
    )
    commands = parser.add_subparsers(dest="command", metavar="chat | record")
    chat = commands.add_parser(
        "chat", help="talk to the bot in this terminal, without a network or a token"
    )
    chat.add_argument(
        "--articles",
        type=Path,
        metavar="PATH",
        help="a folder of articles, or one file of articles (default: the setting ARTICLES)",
    )
    chat.add_argument(
        "--record", type=Path, metavar="FILE", help="write the conversation to a YAML file"
    )
    record = commands.add_parser(
        "record",
        help="answer in Telegram, and record redacted conversations for tests",
    )
    record.add_argument(
        "--to",
        type=Path,
        metavar="FILE",
        help="the new file to record in (default: one under DATA)",
    )
    record.add_argument(
        "--convert", type=Path, metavar="FILE", help="convert a recording to YAML, and exit"
    )
    return parser


if __name__ == "__main__":
    sys.exit(main())
