"""`python -m bot` answers in Telegram; `python -m bot chat` in the terminal; `python -m bot record` takes notes."""

from __future__ import annotations

# What takes long to import is imported where it is used: a wrong setting is told at once.
import argparse
import asyncio
import sys
from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext, suppress
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from bot.settings import Settings, SettingsError, load
from retrieval.articles import ArticleError, EngineError

if TYPE_CHECKING:
    from bot.handlers.admins import Admins
    from bot.recording.recorder import Recorder
    from bot.storage.state import State
    from retrieval.collection.opening import CollectionOptions
    from retrieval.collection.protocol import Collection
    from retrieval.index.candidates.opensearch.settings import ClusterSettings
    from retrieval.receipts.versions import Versions
    from retrieval.semantic import Progress

WITHOUT_ONE = """\
There is no token to run with: get one from @BotFather in Telegram (send it /newbot) and put it in \
TELEGRAM_BOT_TOKEN, in the environment or in .env. To try the bot without one: python -m bot chat"""

REFUSED = """\
{server} does not know the token in TELEGRAM_BOT_TOKEN: ask @BotFather for the current one."""

RIVAL = """\
Another program answers as this bot, and Telegram gives updates to one alone: stop it, or give this one \
a token of its own."""


class UnusableError(Exception):
    """The bot cannot run; `str()` is the sentence that says why."""


def main(arguments: Sequence[str] | None = None) -> int:
    """The exit code: 0 after a clean stop, 2 when the bot cannot run."""
    wanted = _parser().parse_args(arguments)
    try:
        settings = load()
        if wanted.door == "chat":
            _chat(settings, wanted.articles, wanted.record)
        elif wanted.door == "record" and wanted.convert:
            _convert(wanted.convert, wanted.to)
        else:
            _poll(settings, record=wanted.door == "record", to=getattr(wanted, "to", None))
    except (SettingsError, ArticleError, UnusableError) as error:
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
    doors = parser.add_subparsers(dest="door", metavar="chat | record")
    chat = doors.add_parser("chat", help="talk to the bot here, without network or token")
    chat.add_argument("--articles", type=Path, help="the folder to answer from")
    chat.add_argument("--record", type=Path, metavar="FILE", help="write the conversation as YAML")
    record = doors.add_parser(
        "record",
        help="answer in Telegram, and write conversations down, redacted, as tests to be",
    )
    record.add_argument(
        "--to", type=Path, metavar="FILE", help="a new file for that; else one under DATA"
    )
    record.add_argument(
        "--convert", type=Path, metavar="FILE", help="make YAML of what was recorded, and stop"
    )
    return parser


def _poll(settings: Settings, *, record: bool = False, to: Path | None = None) -> None:
    token = settings.telegram_bot_token.get_secret_value()
    if not token:
        raise UnusableError(WITHOUT_ONE)
    from bot.ops.logs import set_up

    set_up(token, settings.log_format)
    versions = _versions(settings)
    collection = _open(settings, versions=versions)
    with suppress(EngineError):  # who asks is told, until it can be asked again
        collection.library.warm()
    from telegram.error import Conflict, InvalidToken, TelegramError

    from bot.ops.operation import operate
    from bot.updates.http_server import ListeningError

    state, admins = _state(settings, token), _admins(settings, token, collection)
    recorder = _recorder(settings, collection, to) if record else None
    try:
        asyncio.run(operate(settings, token, state, collection, admins, recorder, versions))
    except InvalidToken:
        raise UnusableError(REFUSED.format(server=settings.telegram_api_url)) from None
    except Conflict:
        raise UnusableError(RIVAL) from None
    except TelegramError as error:
        raise UnusableError(f"{settings.telegram_api_url} refuses to start: {error}") from None
    except ListeningError as error:
        raise UnusableError(str(error)) from None


def _recorder(settings: Settings, collection: Collection, to: Path | None) -> Recorder:
    from bot.recording.recorder import Recorder, RecordingError

    path = to or _data(settings) / "recordings" / f"{datetime.now():%Y%m%d-%H%M%S}.jsonl"
    token = settings.telegram_bot_token.get_secret_value()
    try:
        recorder = Recorder(path, lambda: collection.library, token)
    except RecordingError as error:
        raise UnusableError(str(error)) from None
    print(f"Conversations are recorded in {path}.", file=sys.stderr)
    return recorder


def _convert(path: Path, to: Path | None) -> None:
    from bot.recording.recorder import RecordingError, load, save_all
    from bot.recording.scripts import convert

    try:
        events, problems = load(path)
        converted = convert(events)
        saved = save_all(converted.recordings.values(), to or path.with_suffix(".yaml"))
    except RecordingError as error:
        raise UnusableError(str(error)) from None
    for problem in [*problems, *converted.problems]:
        print(problem, file=sys.stderr)
    if not saved:
        raise UnusableError(f"{path} holds no conversation.")
    for one in saved:
        print(one)


def _chat(settings: Settings, articles: Path | None, record: Path | None) -> None:
    if record:
        try:
            record.touch()
        except OSError as error:
            raise UnusableError(f"{record} cannot be written: {error.strerror}.") from None
    versions = _versions(settings, articles)
    collection = _open(settings, articles, versions)
    from bot.simulator.chat import chat

    chat(collection.library, record, versions)


def _open(
    settings: Settings, articles: Path | None = None, versions: Versions | None = None
) -> Collection:
    from retrieval.collection.opening import open_collection

    try:
        with _embedding() as progress:
            collection = open_collection(
                _collection_options(settings, articles), versions, embedding=progress
            )
    except ArticleError:
        raise
    except ValueError as error:  # of the model, or of the index on disk
        raise UnusableError(str(error)) from None
    for problem in collection.library.problems:
        print(f"Left out: {problem}", file=sys.stderr)
    if collection.trouble:
        print(collection.trouble, file=sys.stderr)
    return collection


def _collection_options(settings: Settings, articles: Path | None = None) -> CollectionOptions:
    from retrieval.collection.opening import CollectionOptions

    return CollectionOptions(
        articles or settings.articles,
        _data(settings),
        settings.engine,
        settings.semantic_model or None,
        _cluster(settings),
        settings.memory_passages,
    )


def _data(settings: Settings) -> Path:
    from retrieval.index.data_folders import default_data

    return Path(settings.data) if settings.data else default_data()


def _versions(settings: Settings, articles: Path | None = None) -> Versions:
    from retrieval.receipts.versions import versions_of

    return versions_of(_data(settings), articles or settings.articles, settings.keep_versions)


def _state(settings: Settings, token: str) -> State:
    from bot.storage.state import State, StateError

    try:
        return State(_data(settings) / f"bot-{token.partition(':')[0]}.sqlite")
    except StateError as error:
        raise UnusableError(str(error)) from None


def _admins(settings: Settings, token: str, collection: Collection) -> Admins | None:
    if not settings.admin_ids:
        return None
    from bot.handlers.admins import Admins
    from bot.storage.state import StateError
    from bot.storage.statistics import Statistics

    options = _collection_options(settings)
    try:
        statistics = Statistics(_data(settings) / f"bot-{token.partition(':')[0]}-counts.sqlite")
    except StateError as error:
        raise UnusableError(str(error)) from None
    return Admins(settings.admin_ids, collection, options, statistics)


def _cluster(settings: Settings) -> ClusterSettings | None:
    if not settings.opensearch_url.get_secret_value():
        return None
    from retrieval.index.candidates.opensearch.settings import ClusterSettings

    return ClusterSettings(
        settings.opensearch_url.get_secret_value(),
        settings.opensearch_user,
        settings.opensearch_password.get_secret_value(),
        settings.opensearch_ca,
        settings.opensearch_shards,
        settings.opensearch_replicas,
        settings.opensearch_timeout,
    )


def _embedding() -> AbstractContextManager[Progress | None]:
    """A bar while passages are embedded, when somebody is there to see it."""
    if not sys.stderr.isatty():
        return nullcontext()
    from retrieval.output.terminal import counting

    return counting("Embedding")


if __name__ == "__main__":
    sys.exit(main())
