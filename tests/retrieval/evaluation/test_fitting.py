"""A confidence that is fitted on sets, told from what each set reaches by chance."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import numpy as np
import pytest

from retrieval.articles import QuestionsError
from retrieval.evaluation import fitting
from retrieval.evaluation.fitting import Examples, fit, publish, read_examples, report
from retrieval.ranking.calibration import READINGS
from retrieval.ranking.confidence import MODELS, load_model
from tests.support.paths import XQUAD


def examples(offset: float, answerable: int = 50) -> Examples:
    """100 questions: the first feature tells those with an answer, the second tells nothing."""
    chance = np.random.default_rng(0)
    outcomes = np.arange(100) < answerable
    features = np.stack([outcomes + 0.3 * chance.normal(size=100), chance.normal(size=100)], axis=1)
    misses = np.stack([0.3 * chance.normal(size=100), chance.normal(size=100)], axis=1)
    return Examples(
        Path("set"), False, features + offset, outcomes.astype(np.float64), misses + offset
    )


@pytest.mark.parametrize("answerable", [10, 50, 90])
def test_a_feature_that_tells_counts_and_one_that_does_not_counts_little(answerable: int) -> None:
    telling, idle = fit([examples(0, answerable), examples(3, answerable)])
    assert telling > 10 * abs(idle)


def test_a_set_whose_features_lie_elsewhere_has_an_intercept_of_its_own() -> None:
    assert fit([examples(0), examples(3)]) == pytest.approx(fit([examples(0)] * 2), rel=1e-6)


def test_the_report_tells_how_well_one_set_is_told_apart_by_another() -> None:
    line = report(examples(3), [examples(0)], READINGS["words"])
    assert line.startswith("set: auroc 0.9")
    assert "of 50 with an answer" in line


def test_a_set_of_few_articles_is_refused_with_the_reason() -> None:
    with pytest.raises(QuestionsError) as error:
        read_examples(XQUAD, ["passage"], None, half=False)

    assert str(error.value) == (
        f"{XQUAD}: 12 articles are too few to tell what a question reaches by chance; "
        "there have to be at least 20"
    )


def test_a_model_that_is_written_has_all_that_the_one_before_had(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = json.loads(MODELS.read_text(encoding="utf-8"))
    monkeypatch.setattr(fitting, "MODELS", Path(shutil.copy(MODELS, tmp_path)))
    names = list(load_model("words").coefficients)

    misses = [np.zeros((20, len(names)))]
    publish("words", names, np.ones(len(names)), misses, write=True)

    after = json.loads((tmp_path / MODELS.name).read_text(encoding="utf-8"))
    assert after["words"] == {
        "coefficients": dict.fromkeys(names, 1.0),
        "by_chance": 0.0,
    }
    assert after["meaning"] == before["meaning"]
