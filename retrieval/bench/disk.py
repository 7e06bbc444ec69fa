"""The size of an index on disk, by part."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

_SQLITE = b"SQLite format 3\0"


def part_sizes(folder: Path) -> Mapping[str, int]:
    """
    Return the bytes of each file and folder in *folder*, by name; for a database those of each table
    and index, by both names, if SQLite is built with dbstat.
    """
    sizes: dict[str, int] = {}
    for path in sorted(folder.iterdir()):
        sizes[path.name] = _size(path)
        if path.is_file() and _is_database(path):
            tables = _tables(path)
            sizes[path.name] -= sum(tables.values())
            sizes |= {f"{path.name}/{name}": size for name, size in tables.items()}
    return {name: size for name, size in sizes.items() if size}


def _size(path: Path) -> int:
    if path.is_dir():
        return sum(map(_size, path.iterdir()))
    return path.stat().st_size


def _is_database(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(len(_SQLITE)) == _SQLITE


def _tables(path: Path) -> Mapping[str, int]:
    with closing(sqlite3.connect(path)) as connection:
        try:
            return dict(connection.execute("SELECT name, sum(pgsize) FROM dbstat GROUP BY name"))
        except sqlite3.OperationalError:
            return {}
