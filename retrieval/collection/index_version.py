"""
The version of an index: it changes with all code, and with every library, that makes what is kept.

An index of another version is rebuilt. The code is what `sync` and the readers import, directly or
indirectly, and the libraries are what that code imports, so that nobody has to keep a list.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from functools import cache
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import retrieval
from retrieval.reading.formats import EXTRAS

_ROOT = Path(retrieval.__file__).parent
_MAKERS = ("collection/sync.py", "reading/*.py", "lang/*.py")
"""What makes an index, below `_ROOT`. Readers and languages are imported by name, so patterns list them."""

_FOR_TYPES = re.compile(r"^if TYPE_CHECKING:\n(?:[ \t]+.*\n|\n)+", re.MULTILINE)
_IMPORT = re.compile(
    r"^[ \t]*(?:from[ \t]+([\w.]+)[ \t]+import[ \t]+(\([^)]*\)|.*)|import[ \t]+([\w.]+))",
    re.MULTILINE,
)

_DISTRIBUTIONS = {
    "Stemmer": "PyStemmer",
    "markdown_it": "markdown-it-py",
    "spellchecker": "pyspellchecker",
    "text_to_num": "text2num",
    "yaml": "PyYAML",
}
"""The distributions of libraries imported by another name; `importlib.metadata` is slow to find them."""


@cache
def index_version() -> str:
    """Return 16 characters that name the code and the libraries that make an index."""
    digest = sha256()
    makers = modules()
    for path in makers:
        digest.update(f"{path.relative_to(_ROOT)}\0".encode())
        digest.update(path.read_bytes())
    for folder in sorted({path.parent for path in makers}):
        for data in sorted(folder.glob("*.json")):
            digest.update(data.read_bytes())
    for name, installed in libraries().items():
        digest.update(f"{name} {installed}\0".encode())
    return digest.hexdigest()[:16]


@cache
def modules() -> tuple[Path, ...]:
    """Return every module of this package that takes part in making an index, in order of their paths."""
    files = {_module_name(path): path for path in _ROOT.rglob("*.py")}
    known: set[Path] = set()
    waiting = [path for pattern in _MAKERS for path in _ROOT.glob(pattern)]
    while waiting:
        path = waiting.pop()
        if path not in known:
            known.add(path)
            waiting += filter(None, map(files.get, _imports(path)))
    return tuple(sorted(known))


def libraries() -> dict[str, str]:
    """
    Return the version of each library that these modules import, by the name of its distribution.

    Libraries of the extras that read further formats are left out: installing one changes no article
    that could be read before. `reading.formats.extra_versions` has their versions.
    """
    optional = {name for names in EXTRAS.values() for name in names}
    names = {name.partition(".")[0] for path in modules() for name in _imports(path)}
    names -= sys.stdlib_module_names | optional | {"retrieval"}
    return dict(sorted(_installed(names)))


def _installed(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    for name in names:
        distribution = _DISTRIBUTIONS.get(name, name)
        try:
            yield distribution, version(distribution)
        except PackageNotFoundError:
            yield distribution, ""


@cache
def _imports(path: Path) -> frozenset[str]:
    """Return what the module at *path* imports when it runs, each name with its module before it."""
    names: set[str] = set()
    for match in _IMPORT.finditer(_FOR_TYPES.sub("", path.read_text(encoding="utf-8"))):
        if match[3]:
            names.add(match[3])
            continue
        names.add(match[1])
        names.update(f"{match[1]}.{name}" for name in re.findall(r"\w+", match[2]))
    return frozenset(names)


def _module_name(path: Path) -> str:
    """Return the dotted name of the module at *path* in this package; that of a package is its own."""
    parts = path.relative_to(_ROOT.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
