"""The size of an index, by part."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from retrieval.bench.disk import part_sizes


def test_the_parts_come_to_the_whole(tmp_path: Path) -> None:
    (tmp_path / "terms").mkdir()
    (tmp_path / "terms" / "a").write_bytes(b"1234")
    (tmp_path / "empty").touch()
    with closing(sqlite3.connect(tmp_path / "index.sqlite")) as connection, connection:
        connection.execute("CREATE TABLE texts (text)")
        connection.executemany("INSERT INTO texts VALUES (?)", [["word " * 500]] * 20)
    sizes = part_sizes(tmp_path)
    assert sizes["terms"] == 4
    assert "empty" not in sizes
    assert sum(sizes.values()) == 4 + (tmp_path / "index.sqlite").stat().st_size
