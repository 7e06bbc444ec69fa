"""An index is made anew when any code or library that made it is another, and only then."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

from retrieval.collection import index_version
from tests.support.paths import ROOT

SYNC = """
import sys
from pathlib import Path
from retrieval.collection.sync import sync
print(sync(Path(sys.argv[1]), Path(sys.argv[2])).rebuilt)
"""


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """An environment of its own: a copy of the package, and one article to index."""
    shutil.copytree(
        ROOT / "retrieval", tmp_path / "retrieval", ignore=shutil.ignore_patterns("__pycache__")
    )
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "a.txt").write_text("The dam held through the night.")
    return tmp_path


def rebuilt(environment: Path) -> str:
    """Why the index was made anew, by a process in that environment."""
    folders = [str(environment / "articles"), str(environment / "index")]
    env = os.environ | {"PYTHONPATH": str(environment)}
    done = subprocess.run(
        [sys.executable, "-c", SYNC, *folders],
        capture_output=True,
        text=True,
        check=True,
        env=env,
        cwd=environment,
    )
    return str(done.stdout).strip()


def test_a_changed_module_makes_the_index_anew(copied: Path) -> None:
    assert [rebuilt(copied), rebuilt(copied)] == ["None", "None"]
    for module, expected in (
        ("text/analyzer.py", "it was made by another version"),
        ("lang/de.py", "it was made by another version"),
        ("reading/telegram.py", "it was made by another version"),  # imported by its name only
        ("ranking/confidence.json", "it was made by another version"),
        ("output/terminal.py", "None"),
        ("cli/ask.py", "None"),
    ):
        with (copied / "retrieval" / module).open("a", encoding="utf-8") as file:
            file.write("\n")
        assert rebuilt(copied) == expected, module


def test_another_version_of_a_library_makes_the_index_anew(copied: Path) -> None:
    assert rebuilt(copied) == "None"
    for library in ("PyStemmer", "sentencex", "trafilatura"):
        other = copied / f"{library}-99.0.dist-info"
        other.mkdir()
        (other / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {library}\nVersion: 99.0\n")
        assert rebuilt(copied) == "it was made by another version", library
    assert rebuilt(copied) == "None"


def test_each_library_is_known_by_the_name_that_installs_it() -> None:
    installed = {name.lower() for names in packages_distributions().values() for name in names}
    found = {name.lower().replace("_", "-") for name in index_version.libraries()}
    assert found - {name.replace("_", "-") for name in installed} == set()
    assert all(index_version.libraries().values())


def test_front_ends_take_no_part_in_an_index() -> None:
    rooms = {path.relative_to(index_version._ROOT).parts[0] for path in index_version.modules()}
    assert rooms.isdisjoint({"answers", "output", "cli", "bench", "evaluation", "maintenance"})
