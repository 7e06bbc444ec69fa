"""A confidence that is fitted on twins: the same question over a text that answers it and over another."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import ArrayLike, NDArray

from retrieval.evaluation.twin_fitting import (
    TwinExamples,
    fit_twins,
    main,
    read_twin_examples,
    report_twins,
)
from retrieval.ranking.calibration import READINGS
from tests.support.paths import NEWSROOM

TELLS, SAME, NEAR = 0, 1, 2
"""Features: one of answers, one of the question alone, and one that is only low over other articles."""


def examples(right: float = 0.8) -> TwinExamples:
    """100 questions of which this share is answered by the right excerpt."""
    chance = np.random.default_rng(0)
    is_right = np.arange(100) < 100 * right
    length = chance.normal(size=100)

    def rows(tells: ArrayLike, near: float) -> NDArray[np.float64]:
        noise = 0.3 * chance.normal(size=(2, 100))
        return np.stack([np.add(tells, noise[0]), length, near + noise[1]], axis=1)

    answering, other, far, misses = rows(is_right, 1), rows(0, 1), rows(0, 0), rows(0, 0)
    other[:3] = np.nan  # nothing at all was found
    return TwinExamples(Path("set"), answering, other, is_right, far, misses)


def test_what_tells_twins_apart_counts_and_the_wording_that_they_share_does_not() -> None:
    model = fit_twins([examples(), examples(0.5)])

    assert model[TELLS] > 5 * model[NEAR] > 0
    assert abs(model[SAME]) < model[TELLS] / 20


def test_the_report_tells_how_a_model_of_other_sets_judges_the_twins() -> None:
    line = report_twins(examples(), [examples(0.5)], READINGS["words"])

    assert line.startswith("set: higher 0.9")
    assert " of 0.800, no 0.9" in line


def test_twins_are_read_with_what_is_shown_of_each(small_world: Path) -> None:
    names = ["passage", "sentence"]

    read = read_twin_examples(small_world, small_world / "mirror", names, None)

    assert read.answering.shape == read.other.shape == (len(read.is_right), 2)
    assert 6 < len(read.is_right) < 12, "those for somebody's words are answered without the model"
    assert read.far.shape[1] == read.misses.shape[1] == 2
    assert (read.answering[read.is_right] > 0.1).all()


def test_one_set_has_no_other_to_be_judged_by(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main([str(NEWSROOM / "valley")])

    assert "at least two sets are needed" in capsys.readouterr().err


@pytest.fixture
def small_world(tmp_path: Path) -> Path:
    """Twelve of the twins of a world of newsroom."""
    for folder in (tmp_path, tmp_path / "mirror"):
        folder.mkdir(exist_ok=True)
        world = NEWSROOM / "valley" / folder.relative_to(tmp_path)
        (folder / "corpus.jsonl").symlink_to(world / "corpus.jsonl")
        lines = (world / "queries.jsonl").read_text().splitlines()[:12]
        (folder / "queries.jsonl").write_text("\n".join(lines))
        kept = {json.loads(line)["id"] for line in lines}
        qrels = (world / "qrels.tsv").read_text().splitlines()
        (folder / "qrels.tsv").write_text(
            "\n".join(line for line in qrels if line.split("\t")[0] in kept)
        )
    return tmp_path
