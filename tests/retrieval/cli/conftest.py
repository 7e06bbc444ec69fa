"""What tests of several commands share."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.articles import ENGLISH


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """Return a folder with an article about a yak, and one about a zebra."""
    folder = tmp_path / "archive"
    folder.mkdir()
    for name, animal in [("farm", "yak"), ("zoo", "zebra")]:
        (folder / f"{name}.txt").write_text(
            f"News of the {animal}\n\nThe {animal} ate apples.\n\n{ENGLISH}"
        )
    return folder
