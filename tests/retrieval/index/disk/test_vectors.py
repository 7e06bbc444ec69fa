"""Vectors beside an index on disk: what is found, what is deleted, and what happens to damage."""

from __future__ import annotations

import logging
import sqlite3
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest

from retrieval.index.disk.database import write_about
from retrieval.index.disk.vectors import (
    FOLDER,
    PassageKey,
    PassageVectors,
    Rows,
    StoredVectors,
    VectorsError,
    sweep,
)

NEW, OLD = "this code", "other code"
YAK, VOLE = b"state of yak", b"state of vole"


@pytest.fixture
def vectors(tmp_path: Path) -> StoredVectors:
    return StoredVectors(tmp_path, "model", 4)


def rows(seed: int) -> Rows:
    """Return vectors of three texts, large enough that their bytes stand nowhere by chance."""
    return np.random.default_rng(seed).integers(-127, 128, (3, 4), np.int8)


def add(vectors: StoredVectors, *passages: tuple[bytes, str, int, int]) -> None:
    """Store passages, given by state, version, ordinal and seed; texts of the same seed are the same."""
    vectors.add(
        [
            PassageVectors(
                PassageKey(state, made_by, ordinal), f"texts {seed}".encode(), rows(seed)
            )
            for state, made_by, ordinal, seed in passages
        ],
        lambda _: True,
    )


def index_of(*states: bytes, generation: int = 1) -> sqlite3.Connection:
    """Return the database of an index that has articles of these states, and no other."""
    index = sqlite3.connect(":memory:")
    index.executescript(
        "CREATE TABLE articles (state BLOB); CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT);"
    )
    write_about(index, {"made_by": "a version", "generation": generation, "sum": 0})
    index.executemany("INSERT INTO articles VALUES (?)", [(state,) for state in states])
    return index


def has(vectors: StoredVectors, state: bytes) -> bool:
    """Return whether the first passage of an article has vectors."""
    [found] = vectors.find([PassageKey(state, NEW, 0)])
    return found is not None


def stored_bytes(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in sorted((folder / FOLDER).iterdir()))


def test_vectors_are_found_by_article_version_and_place(
    vectors: StoredVectors, tmp_path: Path
) -> None:
    add(vectors, (YAK, NEW, 0, 1), (YAK, NEW, 2, 2), (VOLE, NEW, 0, 3))

    for reopened in (vectors, StoredVectors(tmp_path, "model", 4)):
        found = reopened.find(
            [PassageKey(VOLE, NEW, 0), PassageKey(YAK, NEW, 1), PassageKey(YAK, OLD, 0)]
        )
        assert found[0] is not None
        assert found[0].tolist() == rows(3).tolist()
        assert found[1:] == [None, None]
        assert reopened.count_passages(NEW) == {YAK: 2, VOLE: 1}
        assert reopened.find_ordinals(YAK, NEW) == {0, 2}


def test_passages_of_the_same_texts_share_their_vectors(vectors: StoredVectors) -> None:
    add(vectors, (YAK, OLD, 0, 1), (YAK, NEW, 5, 1), (YAK, NEW, 5, 1))

    assert vectors.find_texts([b"texts 1", b"texts 2"]).keys() == {b"texts 1"}
    assert vectors.count_passages(NEW) == {YAK: 1}
    vectors.drop_other_versions(NEW)
    [old, new] = vectors.find([PassageKey(YAK, OLD, 0), PassageKey(YAK, NEW, 5)])
    assert old is None
    assert new is not None


def test_each_model_has_its_own(vectors: StoredVectors, tmp_path: Path) -> None:
    add(vectors, (YAK, NEW, 0, 1))
    other = StoredVectors(tmp_path, "other model", 4)

    assert (has(vectors, YAK), has(other, YAK)) == (True, False)


def test_vectors_of_an_article_that_is_gone_are_not_stored(vectors: StoredVectors) -> None:
    vectors.add(
        [PassageVectors(PassageKey(s, NEW, 0), s, rows(1)) for s in (YAK, VOLE)],
        lambda state: state == YAK,
    )

    assert vectors.count_passages(NEW) == {YAK: 1}
    assert vectors.find_texts([VOLE]) == {}


def test_what_the_index_no_longer_has_leaves_the_files(
    vectors: StoredVectors, tmp_path: Path
) -> None:
    add(vectors, (YAK, NEW, 0, 1), (VOLE, NEW, 0, 2), (VOLE, OLD, 0, 3), (VOLE, NEW, 1, 1))
    add(StoredVectors(tmp_path, "other model", 4), (VOLE, NEW, 0, 4))

    sweep(tmp_path, index_of(YAK))

    left = stored_bytes(tmp_path)
    assert [rows(seed).tobytes() in left for seed in (1, 2, 3, 4)] == [True, False, False, False]
    assert vectors.count_passages(NEW) == {YAK: 1}
    assert has(vectors, YAK)


def test_a_commit_is_swept_once(vectors: StoredVectors, tmp_path: Path) -> None:
    sweep(tmp_path, index_of(YAK))
    add(vectors, (YAK, NEW, 0, 1), (VOLE, NEW, 0, 2))

    sweep(tmp_path, index_of(YAK))
    assert (has(vectors, YAK), has(vectors, VOLE)) == (True, True)
    sweep(tmp_path, index_of(YAK, generation=2))
    assert (has(vectors, YAK), has(vectors, VOLE)) == (True, False)


def test_a_sweep_that_a_reader_hinders_is_finished_by_the_next(
    vectors: StoredVectors, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("retrieval.index.disk.vectors._PATIENCE", 1)
    add(vectors, (YAK, NEW, 0, 1), (VOLE, NEW, 0, 2))
    with closing(sqlite3.connect(vectors.path, isolation_level=None)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT * FROM articles").fetchall()
        sweep(tmp_path, index_of(YAK))
        assert rows(2).tobytes() in stored_bytes(tmp_path)

    sweep(tmp_path, index_of(YAK))

    assert rows(2).tobytes() not in stored_bytes(tmp_path)
    assert has(vectors, YAK)


def test_nothing_is_swept_where_there_is_no_model(tmp_path: Path) -> None:
    sweep(tmp_path, index_of(YAK))
    assert list(tmp_path.iterdir()) == []


def test_a_database_that_is_none_is_named_and_begun_anew(
    vectors: StoredVectors, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    add(vectors, (YAK, NEW, 0, 1))
    vectors.close()
    vectors.path.write_bytes(b"no database, but long enough to look like one" * 1000)

    again = StoredVectors(tmp_path, "model", 4)

    assert not has(again, YAK)
    assert f"The vectors in {vectors.path} are made again" in caplog.text


def test_a_flipped_bit_is_named_and_the_vectors_are_begun_anew(
    vectors: StoredVectors, tmp_path: Path
) -> None:
    add(vectors, (YAK, NEW, 0, 1))
    with closing(sqlite3.connect(vectors.path)) as connection:
        connection.execute("UPDATE vectors SET rows = zeroblob(12)")
        connection.commit()

    with pytest.raises(VectorsError, match=rf"{vectors.path} are damaged"):
        vectors.find([PassageKey(YAK, NEW, 0)])
    assert StoredVectors(tmp_path, "model", 4).count_passages(NEW) == {}
    add(StoredVectors(tmp_path, "model", 4), (YAK, NEW, 0, 1))
    assert StoredVectors(tmp_path, "model", 4).count_passages(NEW) == {YAK: 1}


def test_damage_that_a_sweep_meets_is_deleted(
    vectors: StoredVectors, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    vectors.close()
    vectors.path.write_bytes(b"no database" * 1000)
    with caplog.at_level(logging.WARNING):
        sweep(tmp_path, index_of(YAK))
    assert not vectors.path.exists()
    assert f"The vectors in {vectors.path} are made again" in caplog.text


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / FOLDER).touch()
    with pytest.raises(VectorsError, match=rf"The vectors in {tmp_path}.* cannot be opened"):
        StoredVectors(tmp_path, "model", 4)
