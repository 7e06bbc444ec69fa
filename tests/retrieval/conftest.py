"""Collections that tests of several packages ask."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from retrieval.collection.opening import CollectionOptions, open_collection
from retrieval.library import Library
from tests.support.altena import FERRY, FLOOD, bridges_library, dated_library
from tests.support.lenne import lenne_library


@pytest.fixture(scope="session")
def bridges() -> Library:
    """See `bridges_library`."""
    return bridges_library()


@pytest.fixture(params=["memory", "disk"])
def altena(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Library]:
    """A flood in July and a ferry in September, in memory and on disk."""
    if request.param == "memory":
        yield dated_library((FERRY, "2021-09"), (FLOOD, "2021-07-15"))
        return
    folder = tmp_path / "articles"
    folder.mkdir()
    for name, text in (("a0", FERRY), ("a1", FLOOD)):
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    about = '[[article]]\nfile = "{}.txt"\npublished = "{}"\n\n'
    entries = about.format("a0", "2021-09") + about.format("a1", "2021-07-15")
    (folder / "articles.toml").write_text(entries, encoding="utf-8")
    yield open_collection(CollectionOptions(folder, tmp_path / "data", "tantivy")).library


@pytest.fixture(scope="session")
def lenne() -> Library:
    """See `lenne_library`."""
    return lenne_library()
