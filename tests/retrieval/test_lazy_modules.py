"""Modules that few runs need are loaded when they are used: once, whole, and not before."""

from __future__ import annotations

import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

import bot
import retrieval
from tests.support.paths import ROOT

UNUSED = """
import io, sys
from contextlib import redirect_stdout
import retrieval
from retrieval.cli import main
with redirect_stdout(io.StringIO()):
    main(["ask", "When did the water stop working in Kherson?"])
print(*(name for name in retrieval.LAZY if type(sys.modules.get(name)) is type(sys)))
"""
AT_ONCE = """
import sys, threading
from retrieval.output import terminal
assert "rich" not in sys.modules
seen = []
threads = [threading.Thread(target=lambda: seen.append(terminal.print_answer)) for _ in range(20)]
[thread.start() for thread in threads]
[thread.join() for thread in threads]
print(len(seen), len(set(seen)), "rich" in sys.modules, type(terminal).__name__)
"""

WHILE_ANOTHER_IMPORTS = """
import sys, threading
from pathlib import Path
folder = Path(sys.argv[1])
(folder / "lazy.py").write_text("import sys; sys.both.wait(); import ordinary")
(folder / "ordinary.py").write_text("import sys; sys.both.wait(); from other_lazy import value")
(folder / "other_lazy.py").write_text("value = 2")
sys.path.insert(0, str(folder))
sys.both = threading.Barrier(2)
import retrieval
retrieval.load_lazily(["lazy", "other_lazy"])
import lazy
threading.Thread(target=lambda: __import__("ordinary"), daemon=True).start()
print(lazy.ordinary.value)
"""
BROKEN = """
import sys
from pathlib import Path
(Path(sys.argv[1]) / "broken.py").write_text("import missing_library")
sys.path.insert(0, sys.argv[1])
import retrieval
retrieval.load_lazily(["broken"])
import broken
for _ in range(2):
    try:
        broken.value
    except ModuleNotFoundError as error:
        print(error.name)
"""


def run(code: str, *arguments: Path) -> str:
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
        timeout=30,
    )
    return str(done.stdout).strip()


@pytest.mark.parametrize("name", [*retrieval.LAZY, *bot.LAZY])
def test_each_name_is_that_of_a_module(name: str) -> None:
    assert find_spec(name)


def test_a_question_from_a_shell_loads_few_of_them() -> None:
    needed = {
        "retrieval.collection.opening",
        "retrieval.library",
        "retrieval.output.plain_text",
        "retrieval.output.sentences",
        "retrieval.ranking.read_groups",  # this and the next two where a reader is installed
        "retrieval.reader.onnx_reader",
        "retrieval.semantic.model_files",
        "retrieval.reading.folder",
        "retrieval.receipts.versions",
    }
    assert set(run(UNUSED).split()) <= needed


def test_threads_that_use_a_module_at_once_all_see_it_whole() -> None:
    assert run(AT_ONCE).split() == ["20", "1", "True", "module"]


def test_two_threads_that_need_each_others_imports_both_go_on(tmp_path: Path) -> None:
    assert run(WHILE_ANOTHER_IMPORTS, tmp_path) == "2"


def test_a_module_that_cannot_be_loaded_says_so_at_each_use(tmp_path: Path) -> None:
    assert run(BROKEN, tmp_path).split() == ["missing_library", "missing_library"]
