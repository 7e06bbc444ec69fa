"""Vectors of a collection: how they compare, and that each is made once."""

from __future__ import annotations

from collections.abc import Callable
from itertools import product
from pathlib import Path

import numpy as np
import pytest

from retrieval.semantic.models import EmbeddingModel, load_embedding_model
from retrieval.semantic.vectors import Vectors
from tests.support.embedding_models import (
    WORDS,
    EmbeddingCounter,
    count_made,
    installed,
    static_table,
    write_model,
)


@installed
@pytest.mark.parametrize("on_disk", [True, False])
def test_texts_are_compared_by_their_numbers(
    model: EmbeddingModel, tmp_path: Path, on_disk: bool
) -> None:
    texts = ["general army", "milk", "cheese cheese milk", "milk"]
    vectors = Vectors.make(model, texts, tmp_path / "data" if on_disk else None)
    expected = model.embed(texts) @ model.question("milk")

    cosines = vectors.similarity(model.question("milk"), [3, 0, 2])

    assert len(vectors) == len(texts)
    assert cosines.dtype == np.float32
    assert cosines == pytest.approx(expected[[3, 0, 2]], abs=0.01)
    assert cosines[0] == pytest.approx(1, abs=0.001)
    assert vectors.similarity(model.question("milk"), []).shape == (0,)


@installed
def test_a_text_without_tokens_is_close_to_nothing(static: EmbeddingModel) -> None:
    vectors = Vectors.make(static, ["", "milk"])

    assert vectors.similarity(static.question("milk"), [0]) == pytest.approx(0)
    assert vectors.similarity(static.question(""), [0, 1]) == pytest.approx(0)


@installed
def test_no_texts_can_be_kept_too(static: EmbeddingModel, tmp_path: Path) -> None:
    for _ in range(2):
        assert len(Vectors.make(static, [], tmp_path)) == 0


@installed
def test_nothing_is_made_again_on_reopening(static: EmbeddingModel, tmp_path: Path) -> None:
    texts = ["general", "milk", "milk", "army"]

    assert count_made(static, texts, tmp_path) == 3  # the second "milk" is the first
    [file] = tmp_path.glob("*.vectors")
    before = file.stat().st_ino, file.stat().st_mtime_ns
    assert count_made(static, texts, tmp_path) == 0
    assert (file.stat().st_ino, file.stat().st_mtime_ns) == before
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == [file.name]


@installed
def test_only_a_changed_text_is_made_again(static: EmbeddingModel, tmp_path: Path) -> None:
    count_made(static, ["general", "milk", "army"], tmp_path)

    assert count_made(static, ["general", "milk cheese", "army"], tmp_path) == 1
    assert count_made(static, ["army", "general", "milk cheese"], tmp_path) == 0


@installed
def test_vectors_of_texts_that_are_gone_are_dropped(static: EmbeddingModel, tmp_path: Path) -> None:
    count_made(static, ["general", "milk", "army"], tmp_path)
    assert count_made(static, ["general"], tmp_path) == 0

    assert count_made(static, ["general", "milk"], tmp_path) == 1


@installed
def test_another_model_makes_its_own(static: EmbeddingModel, tmp_path: Path) -> None:
    other = load_embedding_model(str(write_model(tmp_path / "other", static_table(seed=2))))
    count_made(static, ["milk"], tmp_path)

    assert count_made(other, ["milk"], tmp_path) == 1
    assert count_made(static, ["milk"], tmp_path) == 0


@installed
def test_what_was_saved_before_a_stop_is_used(static: EmbeddingModel, tmp_path: Path) -> None:
    texts = [" ".join(words) for words in product(WORDS[3:], repeat=5)]  # 3,125
    with pytest.raises(KeyboardInterrupt):
        Vectors.make(static, texts, tmp_path, EmbeddingCounter(stop_at=1900))

    assert count_made(static, texts, tmp_path) == len(texts) - 1024


@installed
@pytest.mark.parametrize(
    "damage",
    [
        lambda _: b"",
        lambda _: b"not ours",
        lambda whole: whole[:-1],
        lambda whole: whole + b"!",
        lambda whole: whole[: len(whole) // 2],
        lambda whole: whole[len(whole) // 2 :],
        lambda whole: whole.replace(b"|i1", b"|u1"),
        lambda whole: whole.replace(b"(2, 16)", b"(4, 8 )"),
    ],
    ids=["empty", "foreign", "short", "long", "half", "other half", "other type", "other shape"],
)
def test_a_damaged_file_is_made_anew(
    damage: Callable[[bytes], bytes], static: EmbeddingModel, tmp_path: Path
) -> None:
    texts = ["general", "milk"]
    count_made(static, texts, tmp_path)
    [file] = tmp_path.glob("*.vectors")
    file.write_bytes(damage(file.read_bytes()))

    assert count_made(static, texts, tmp_path) == 2
    assert count_made(static, texts, tmp_path) == 0


@installed
def test_a_failed_write_is_told_once_and_leaves_the_file_before(
    static: EmbeddingModel,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    count_made(static, ["general"], tmp_path)
    texts = [" ".join(words) for words in product(WORDS[3:], repeat=5)]  # saved more than once
    with monkeypatch.context() as patched:
        patched.setattr("os.fsync", _disk_full)
        vectors = Vectors.make(static, texts, tmp_path)

    assert len(vectors) == len(texts)
    assert [record.getMessage() for record in caplog.records] == [
        f"Vectors cannot be kept in {tmp_path} (disk full): they are made each time."
    ]
    assert not list(tmp_path.glob("*.part"))
    assert count_made(static, ["general"], tmp_path) == 0


def _disk_full(_: int) -> None:
    raise OSError("disk full")


@installed
def test_a_folder_that_cannot_be_one_is_told_and_nothing_is_lost(
    static: EmbeddingModel, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "taken").write_text("by a file")
    vectors = Vectors.make(static, ["milk"], tmp_path / "taken" / "folder")

    assert vectors.similarity(static.question("milk"), [0]) == pytest.approx(1, abs=0.001)
    assert str(tmp_path / "taken" / "folder") in caplog.text


@installed
def test_what_another_process_puts_in_place_is_not_taken_for_ours(
    static: EmbeddingModel, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    replace = Path.replace

    def and_another(self: Path, target: Path) -> Path:
        done = replace(self, target)
        monkeypatch.undo()
        Vectors.make(static, ["cheese", "winter"], tmp_path)
        return done

    monkeypatch.setattr(Path, "replace", and_another)
    vectors = Vectors.make(static, ["milk", "army"], tmp_path)

    assert vectors.similarity(static.question("milk"), [0]) == pytest.approx(1, abs=0.001)
    assert count_made(static, ["cheese", "winter"], tmp_path) == 0
