"""The table of sketches finds what was added to it and not taken out, whatever the hashes."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.articles import StoreError
from retrieval.index.disk.database import ORDINALS, create
from retrieval.index.disk.sketches import add, find_passages, remove

HASHES = st.integers(0, 2**32 - 1) | st.integers(0, 3) | st.integers(2**32 - 3, 2**32 - 1)
PASSAGES = st.tuples(st.integers(1, 2**32 - 1), st.integers(0, (1 << ORDINALS) - 1))
ROWS = st.lists(
    st.tuples(HASHES, PASSAGES.map(lambda one: one[0] << ORDINALS | one[1])), max_size=20
)


@pytest.fixture(scope="module")
def connection(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    made = create(tmp_path_factory.mktemp("sketches"))
    yield made
    made.close()


def rows(of: list[tuple[int, int]]) -> np.ndarray[tuple[int, int], np.dtype[np.int64]]:
    return np.array(of, np.int64).reshape(-1, 2)


@given(first=ROWS, then=ROWS, gone=ROWS)
def test_what_was_added_is_found_until_it_is_taken_out(
    connection: sqlite3.Connection,
    first: list[tuple[int, int]],
    then: list[tuple[int, int]],
    gone: list[tuple[int, int]],
) -> None:
    connection.execute("DELETE FROM sketches")
    then = [row for row in then if row not in first]
    for some in (first, then):
        add(connection, rows(some))
    remove(connection, rows(gone + first[:3]))
    left = {*first, *then} - {*gone, *first[:3]}
    for hash_ in {hash_ for hash_, _ in (*first, *then, *gone)}:
        theirs = {number for other, number in left if other == hash_}
        assert set(find_passages(connection, hash_, 100)) == theirs
    assert bool(left) == bool(connection.execute("SELECT 1 FROM sketches").fetchone())


def test_of_many_the_first_are_found(connection: sqlite3.Connection) -> None:
    connection.execute("DELETE FROM sketches")
    for number in range(5):
        add(connection, rows([(7, number << ORDINALS)]))
    assert find_passages(connection, 7, 3) == [number << ORDINALS for number in range(3)]


@pytest.mark.parametrize("packed", [b"1234567", None, "text of"])
def test_a_damaged_sketch_is_told(connection: sqlite3.Connection, packed: object) -> None:
    connection.execute("DELETE FROM sketches")
    connection.execute("INSERT INTO sketches VALUES (0, ?)", (packed,))
    with pytest.raises(StoreError, match="not what was stored"):
        find_passages(connection, 7, 3)
