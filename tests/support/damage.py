"""Damage done to an index on disk."""

from pathlib import Path

from retrieval.index.disk.editions import find_current


def lose_pages(index: Path) -> None:
    """Overwrite all pages but the first, which are read when the index is opened."""
    path = find_current(index) / "index.sqlite"
    raw = path.read_bytes()
    path.write_bytes(raw[:16_384] + bytes(len(raw) - 16_384))
