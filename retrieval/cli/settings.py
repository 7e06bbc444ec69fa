"""What a command is not told, from the environment or a `.env`."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from retrieval.cli.exit_codes import CommandError
from retrieval.index.data_folders import ENGINES

if TYPE_CHECKING:
    from retrieval.collection.opening import CollectionOptions
    from retrieval.index.candidates.opensearch.settings import ClusterSettings
    from retrieval.receipts.versions import Versions


def setting(name: str) -> str | None:
    """What the environment says, else a `.env` here."""
    env = Path(".env")
    if value := os.environ.get(name):
        return value
    if not env.is_file():
        return None
    from dotenv import dotenv_values

    try:
        return dotenv_values(env).get(name) or None
    except UnicodeDecodeError as error:
        raise CommandError(f"{env}: is not UTF-8 text") from error


def collection(articles: Path | None) -> Path:
    """*articles*, else what is set."""
    return articles or Path(setting("ARTICLES") or "seeds")


def engine_set() -> str:
    engine = setting("ENGINE") or "auto"
    if engine not in ENGINES:
        raise CommandError(f"ENGINE is none of {', '.join(ENGINES)}")
    return engine


def cluster_set() -> ClusterSettings | None:
    """The cluster that OPENSEARCH_URL names, as the settings beside it have it."""
    if not setting("OPENSEARCH_URL"):
        return None
    from retrieval.index.candidates.opensearch.settings import read_settings

    return read_settings(setting)


def memory_passages() -> int:
    """See `CollectionOptions.memory_passages`."""
    from retrieval.collection.opening import MEMORY_PASSAGES

    return _number("MEMORY_PASSAGES", MEMORY_PASSAGES)


def kept_versions(articles: Path | None, data: Path | None) -> Versions:
    """Of the articles of `collection`, for as many days as are set."""
    from retrieval.receipts.versions import DAYS, versions_of

    return versions_of(data_folder(data), collection(articles), _number("KEEP_VERSIONS", DAYS))


def _number(name: str, default: int) -> int:
    told = setting(name)
    if told is None:
        return default
    if not (told.isascii() and told.isdecimal()):
        raise CommandError(f"{name} is not a whole number from 0 on")
    return int(told)


def collection_options(
    articles: Path | None,
    data: Path | None,
    engine: str | None = None,
    semantic: str | None = None,
) -> CollectionOptions:
    """Return what a command is told about its collection, and what is set where it is told nothing."""
    from retrieval.collection.opening import CollectionOptions

    return CollectionOptions(
        collection(articles),
        data_folder(data),
        engine or engine_set(),
        semantic,
        cluster_set(),
        memory_passages(),
    )


def data_folder(data: Path | None) -> Path:
    """*data*, else what is set, else where the platform keeps such."""
    if named := data or setting("DATA"):
        return Path(named)
    from retrieval.index.data_folders import default_data

    return default_data()
