"""Options, profiles and fixtures that all tests share. A slow machine is no failure: properties have no deadline."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import settings

from retrieval.library import Library
from retrieval.reader.records import OFF
from tests.support.conversations import refuse_update_in_ci
from tests.support.paths import SEEDS

settings.register_profile("patient", deadline=None, max_examples=50)
settings.load_profile("patient")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-conversations",
        action="store_true",
        help="write the calls that the bot makes now into tests/conversations, for review",
    )


def pytest_configure(config: pytest.Config) -> None:
    refuse_update_in_ci(config)


@pytest.fixture(scope="session", autouse=True)
def data_of_nobody(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Nothing is kept among the data of whoever runs the tests, by no process that they start."""
    os.environ["XDG_DATA_HOME"] = str(tmp_path_factory.mktemp("share"))


@pytest.fixture(scope="session", autouse=True)
def compiled_for_the_next() -> None:
    """Each of the processes that the tests start would compile all modules, where nothing is to be kept."""
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)


@pytest.fixture(scope="session", autouse=True)
def no_reader() -> None:
    """Answers do not depend on whether a reader is installed here; tests of readers name one."""
    os.environ["READER"] = OFF


@pytest.fixture(scope="session")
def seeds() -> Library:
    """The articles that come with the project."""
    return Library.open(SEEDS)


@pytest.fixture
def only_our_settings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Run in an empty folder, without the `.env`, `ARTICLES` and `DATA` of whoever runs the tests."""
    monkeypatch.delenv("ARTICLES", raising=False)
    monkeypatch.setenv("DATA", str(tmp_path / "their-data"))
    monkeypatch.chdir(tmp_path)
