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
from retrieval.collection.sync import IndexedFolder, sync
print(sync(IndexedFolder(Path(sys.argv[1]), Path(sys.argv[2]))).rebuilt)
"""
VERSION = "from retrieval.collection.index_version import index_version; print(index_version())"
OTHER = "it was made by another version"


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """An environment of its own: a copy of the package, and one article to index."""
    ignored = shutil.ignore_patterns("__pycache__")
    shutil.copytree(ROOT / "retrieval", tmp_path / "retrieval", ignore=ignored)
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "a.txt").write_text("The dam held through the night.")
    return tmp_path


def run(environment: Path, code: str) -> str:
    """Return what *code* prints in a process of that environment."""
    folders = [str(environment / "articles"), str(environment / "index")]
    done = subprocess.run(
        [sys.executable, "-c", code, *folders],
        capture_output=True,
        text=True,
        check=True,
        env=os.environ | {"PYTHONPATH": str(environment)},
        cwd=environment,
    )
    return str(done.stdout).strip()


def install(environment: Path, library: str) -> None:
    """Let that environment have another version of a *library*, as far as its metadata says."""
    other = environment / f"{library}-99.0.dist-info"
    other.mkdir()
    (other / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {library}\nVersion: 99.0\n")


def change(environment: Path, module: str) -> None:
    """Change a *module* of that environment's package."""
    with (environment / "retrieval" / module).open("a", encoding="utf-8") as file:
        file.write("\n")


def test_an_index_is_rebuilt_after_a_change_of_code_or_of_a_library(copied: Path) -> None:
    assert run(copied, SYNC) == "None"
    change(copied, "text/analyzer.py")
    assert run(copied, SYNC) == OTHER
    install(copied, "sentencex")
    assert run(copied, SYNC) == OTHER
    install(copied, "trafilatura")  # of an extra, by which files are read
    assert [run(copied, SYNC), run(copied, SYNC)] == [OTHER, "None"]


def test_whatever_takes_part_in_making_an_index_changes_its_version(copied: Path) -> None:
    before = run(copied, VERSION)
    for module, takes_part in (
        ("lang/de.py", True),  # imported by its name only
        ("reading/telegram.py", True),  # likewise
        ("ranking/confidence.json", True),
        ("output/terminal.py", False),
        ("cli/ask.py", False),
    ):
        change(copied, module)
        now = run(copied, VERSION)
        assert (now != before) == takes_part, module
        before = now
    install(copied, "PyStemmer")
    assert run(copied, VERSION) != before


def test_each_library_is_known_by_the_name_that_installs_it() -> None:
    installed = {name.lower() for names in packages_distributions().values() for name in names}
    libraries = {name.lower().replace("_", "-") for name in index_version.libraries()}
    assert libraries - {name.replace("_", "-") for name in installed} == set()
    assert all(index_version.libraries().values())


def test_front_ends_take_no_part_in_an_index() -> None:
    packages = {path.relative_to(index_version._ROOT).parts[0] for path in index_version.modules()}
    assert packages.isdisjoint({"answers", "output", "cli", "bench", "evaluation", "maintenance"})
