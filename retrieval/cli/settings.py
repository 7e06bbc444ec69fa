"""Settings from the environment or a `.env`, for whatever a command line leaves open."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from retrieval.cli.exit_codes import CommandError
from retrieval.cli.options import CommonOptions
from retrieval.collection import opening
from retrieval.index.candidates.opensearch import settings
from retrieval.index.data_folders import ENGINES, default_data
from retrieval.reader.records import OFF, ON
from retrieval.receipts import versions

if TYPE_CHECKING:
    from retrieval.index.candidates.opensearch.settings import ClusterSettings
    from retrieval.receipts.versions import Versions


def setting(name: str) -> str | None:
    """Return a setting from the environment, else from a `.env` in the current folder."""
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


def articles_path(articles: Path | None) -> Path:
    return articles or Path(setting("ARTICLES") or "seeds")


def semantic_model(name: str | None) -> str | None:
    return name or setting("SEMANTIC_MODEL")


def reader_choice(choice: str | None) -> str:
    return choice or setting("READER") or ON


def collection_options(
    options: CommonOptions, semantic: str | None = None, reader: str = OFF
) -> opening.CollectionOptions:
    """Return what a command says about its collection, and the settings for what it leaves open."""

    return opening.CollectionOptions(
        articles_path(options.articles),
        _data_folder(options.data),
        options.engine or _engine(),
        semantic,
        _cluster(),
        _number("MEMORY_PASSAGES", opening.MEMORY_PASSAGES),
        reader,
    )


def _engine() -> str:
    engine = setting("ENGINE") or "auto"
    if engine not in ENGINES:
        raise CommandError(f"ENGINE is none of {', '.join(ENGINES)}")
    return engine


def _cluster() -> ClusterSettings | None:
    if not setting("OPENSEARCH_URL"):
        return None

    return settings.read_settings(setting)


def kept_versions(options: CommonOptions) -> Versions:
    """Return the versions that are kept of the articles, for as many days as KEEP_VERSIONS says."""
    folder, path = _data_folder(options.data), articles_path(options.articles)
    return versions.versions_of(folder, path, _number("KEEP_VERSIONS", versions.DAYS))


def _number(name: str, default: int) -> int:
    value = setting(name)
    if value is None:
        return default
    if not (value.isascii() and value.isdecimal()):
        raise CommandError(f"{name} is not a whole number of at least 0")
    return int(value)


def _data_folder(data: Path | None) -> Path:
    if named := data or setting("DATA"):
        return Path(named)

    return default_data()
