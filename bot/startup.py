"""Opens what the bot runs on, and starts it."""

from __future__ import annotations

import asyncio
import sys
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from telegram.error import Conflict, InvalidToken, TelegramError

from bot.handlers.admin import Admins
from bot.ops.logs import set_up
from bot.ops.operation import Services, operate
from bot.recording.recorder import Recorder, load, save_all
from bot.recording.scripts import convert
from bot.settings import Settings, UnusableError
from bot.simulator.chat import run_chat
from bot.storage.state import State
from bot.storage.statistics import Statistics
from retrieval.articles import ArticleError, EngineError
from retrieval.collection.opening import CollectionOptions, open_collection
from retrieval.collection.protocol import Collection
from retrieval.index.candidates.opensearch.settings import ClusterSettings
from retrieval.index.data_folders import default_data
from retrieval.output.progress import embedding_bar
from retrieval.receipts.versions import Versions, versions_of

NOT_ACCEPTED = """\
{server} does not know the token in TELEGRAM_BOT_TOKEN: ask @BotFather for the current one."""

CONFLICT = """\
Another program is running as this bot, and Telegram sends updates to only one: stop the other, or give \
this one its own token."""


def start_bot(settings: Settings, *, record: bool = False, to: Path | None = None) -> None:
    """
    Answer in Telegram until the process is told to stop.

    Args:
        record: Write conversations down in the file *to*, or else in a new one.

    Raises:
        ArticleError: The articles cannot be opened.
        UnusableError: Something else prevents the bot from running.
    """
    set_up(settings.token, settings.log_format)
    versions = open_versions(settings)
    collection = open_articles(settings, versions=versions, on_demand=False)
    with suppress(EngineError):  # whoever asks is told, until the engine is back
        collection.library.warm()

    services = Services(
        collection,
        _open_state(settings),
        _open_admins(settings, collection),
        _open_recorder(settings, collection, to) if record else None,
        versions,
    )
    try:
        asyncio.run(operate(settings, services))
    except InvalidToken:
        raise UnusableError(NOT_ACCEPTED.format(server=settings.telegram_api_url)) from None
    except Conflict:
        raise UnusableError(CONFLICT) from None
    except TelegramError as error:
        raise UnusableError(
            f"{settings.telegram_api_url} does not accept the bot: {error}"
        ) from None


def start_chat(settings: Settings, articles: Path | None, record: Path | None) -> None:
    """
    Talk to the bot in the terminal.

    Args:
        articles: The folder to answer from, in place of the one in the settings.
        record: The file to write the conversation to.

    Raises:
        ArticleError: The articles cannot be opened.
        UnusableError: *record* cannot be written, or the index cannot be opened.
    """
    if record:
        try:
            record.touch()
        except OSError as error:
            raise UnusableError(f"{record} cannot be written: {error.strerror}.") from None
    versions = open_versions(settings, articles)
    collection = open_articles(settings, articles, versions)
    run_chat(collection.library, record, versions)


def convert_recording(path: Path, to: Path | None) -> None:
    """
    Convert the recording at *path* into conversations in YAML, and print their paths.

    Raises:
        UnusableError: There is no conversation, or a file cannot be read or written.
    """
    events, problems = load(path)
    converted = convert(events)
    saved = save_all(converted.recordings.values(), to or path.with_suffix(".yaml"))
    for problem in [*problems, *converted.problems]:
        print(problem, file=sys.stderr)
    if not saved:
        raise UnusableError(f"{path} contains no conversation.")
    for conversation in saved:
        print(conversation)


def open_articles(
    settings: Settings,
    articles: Path | None = None,
    versions: Versions | None = None,
    *,
    on_demand: bool = True,
) -> Collection:
    """Open the collection, and print what could not be read of it; see `open_collection`."""

    options = _collection_options(settings, articles)
    try:
        with embedding_bar() as progress:
            collection = open_collection(options, versions, embedding=progress, on_demand=on_demand)
        if reader := collection.library.ranker.reader:
            reader.load()  # a model that cannot be used is reported now, and not to somebody who asks
    except ArticleError:
        raise
    except ValueError as error:  # from a model, or the index on disk
        raise UnusableError(str(error)) from None
    for problem in collection.library.problems:
        print(f"Left out: {problem}", file=sys.stderr)
    if collection.trouble:
        print(collection.trouble, file=sys.stderr)
    return collection


def open_versions(settings: Settings, articles: Path | None = None) -> Versions:

    return versions_of(_data(settings), articles or settings.articles, settings.keep_versions)


def _open_state(settings: Settings) -> State:

    return State(_data(settings) / f"bot-{_bot_id(settings)}.sqlite")


def _open_admins(settings: Settings, collection: Collection) -> Admins | None:
    if not settings.admin_ids:
        return None

    statistics = Statistics(_data(settings) / f"bot-{_bot_id(settings)}-counts.sqlite")
    return Admins(settings.admin_ids, collection, _collection_options(settings), statistics)


def _open_recorder(settings: Settings, collection: Collection, to: Path | None) -> Recorder:

    path = to or _data(settings) / "recordings" / f"{datetime.now():%Y%m%d-%H%M%S}.jsonl"
    token = settings.token
    recorder = Recorder(path, lambda: collection.library, token)
    print(f"Conversations are recorded in {path}.", file=sys.stderr)
    return recorder


def _collection_options(settings: Settings, articles: Path | None = None) -> CollectionOptions:

    return CollectionOptions(
        articles or settings.articles,
        _data(settings),
        settings.engine,
        settings.semantic_model or None,
        _cluster(settings),
        settings.memory_passages,
        settings.reader,
    )


def _data(settings: Settings) -> Path:

    return Path(settings.data) if settings.data else default_data()


def _bot_id(settings: Settings) -> str:
    return settings.telegram_bot_token.get_secret_value().partition(":")[0]


def _cluster(settings: Settings) -> ClusterSettings | None:
    if not settings.opensearch_url.get_secret_value():
        return None

    return ClusterSettings(
        settings.opensearch_url.get_secret_value(),
        settings.opensearch_user,
        settings.opensearch_password.get_secret_value(),
        settings.opensearch_ca,
        settings.opensearch_shards,
        settings.opensearch_replicas,
        settings.opensearch_timeout,
    )
