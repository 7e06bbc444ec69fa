"""What several tests share."""

from __future__ import annotations

import os

import pytest

from retrieval.library import Library
from tests.support.paths import SEEDS


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-conversations",
        action="store_true",
        help="write the calls that the bot makes now into tests/conversations, for review",
    )


def pytest_configure(config: pytest.Config) -> None:
    if config.getoption("--update-conversations") and os.environ.get("CI"):
        raise pytest.UsageError("--update-conversations is for people to review, not for CI")


@pytest.fixture(scope="session", autouse=True)
def data_of_nobody(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Nothing is kept among the data of whoever runs the tests, by no process that they start."""
    os.environ["XDG_DATA_HOME"] = str(tmp_path_factory.mktemp("share"))


@pytest.fixture(scope="session")
def seeds() -> Library:
    """The articles that come with the project."""
    return Library.open(SEEDS)
