"""A confidence that is fitted on sets, told from what each set reaches by chance."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from retrieval.articles import QuestionsError
from retrieval.evaluation import fitting
from retrieval.evaluation.fitting import (
    Asking,
    Place,
    View,
    choose_chance,
    fit,
    main,
    publish,
    read_views,
    report,
)
from retrieval.ranking.calibration import MissReading
from retrieval.ranking.confidence import MODELS, load_model
from tests.support.paths import NEWSROOM, XQUAD
from tests.support.readers import WordReader

READING = MissReading(spreads=0.6, weight=0.5)


def view(offset: float = 0, right: float = 0.5, place: Place = "all") -> View:
    """100 questions: the first feature tells those that are answered, the second tells nothing."""
    chance = np.random.default_rng(0)
    is_right = (np.arange(100) < 100 * right) & (place != "elsewhere")
    features = np.stack([is_right + 0.3 * chance.normal(size=100), chance.normal(size=100)], axis=1)
    misses = np.stack([0.3 * chance.normal(size=100), chance.normal(size=100)], axis=1)
    return View(Path("set"), 1.0, place, features + offset, is_right, is_right, misses + offset)


@pytest.mark.parametrize("right", [0.1, 0.5, 0.9])
def test_a_feature_that_tells_counts_and_one_that_does_not_counts_little(right: float) -> None:
    telling, idle = fit([view(0, right), view(3, right)])
    assert telling > 10 * abs(idle)


def test_a_view_whose_features_lie_elsewhere_has_an_intercept_of_its_own() -> None:
    assert fit([view(0), view(3)]) == pytest.approx(fit([view(0)] * 2), rel=1e-6)


def test_what_is_refused_without_the_model_teaches_it_nothing() -> None:
    gap = view()
    gap.features[40:60] = np.nan
    kept = view()
    rest = replace(
        kept,
        features=np.delete(kept.features, slice(40, 60), 0),
        is_right=np.delete(kept.is_right, slice(40, 60)),
    )

    assert np.isneginf(gap.log_odds(np.ones(2))[40:60]).all()
    assert fit([gap, gap]) == pytest.approx(fit([rest, rest]))


def test_a_view_where_nothing_answers_teaches_the_model_nothing() -> None:
    assert fit([view(), view(place="elsewhere")]) == pytest.approx(fit([view()]))


@pytest.mark.parametrize("weight", [0.0, 0.5])
def test_chance_ends_where_nineteen_of_twenty_questions_asked_elsewhere_are_refused(
    weight: float,
) -> None:
    away, model = view(place="elsewhere"), np.array([4.0, 0.0])
    reading = READING._replace(weight=weight)

    by_chance = choose_chance([view(), away], model, reading)

    shown = away.log_odds(model) >= away.threshold(model, reading, by_chance)
    assert shown.sum() in (5, 6)


def test_without_another_set_there_is_no_telling_what_chance_reaches() -> None:
    with pytest.raises(QuestionsError, match="two of the sets have to have a folder mirror"):
        choose_chance([view()], np.ones(2), READING)


def test_the_report_tells_how_a_model_judges_a_view() -> None:
    line = report(view(3, 0.4), np.array([8.0, 0.0]), 28.0, READING._replace(weight=0.0))

    assert line.startswith("set, all: first 0.9")
    assert "of 1.000, no 0.9" in line
    assert "auroc 0.9" in line


def test_a_set_is_asked_over_itself_half_of_itself_its_mirror_and_another(
    small_world: Path,
) -> None:
    asking = Asking(["passage", "sentence"])

    views = list(read_views(small_world, 0.5, [NEWSROOM / "arena"], asking))

    assert [view.place for view in views] == ["all", "half", "mirror", "elsewhere"]
    assert {view.weight for view in views} == {0.5}
    whole, half, mirror, elsewhere = views
    assert 3 < len(whole.features) < 12, "those for somebody's words are answered without the model"
    assert half.has_answer.sum() < whole.has_answer.sum()
    assert whole.is_right.any()
    assert mirror.features.shape[1] == elsewhere.misses.shape[1] == 2
    assert not elsewhere.has_answer.any()
    assert not elsewhere.is_right.any()
    assert (whole.features[whole.is_right] > 0.1).all()


def test_with_a_reader_what_it_has_read_is_kept_and_no_misses(small_world: Path) -> None:
    known, unknown = WordReader("the", frozenset({"en"})), WordReader("the", frozenset({"de"}))
    names = ["passage", "reading"]

    [read, *_] = read_views(small_world, 1.0, (), Asking(names, reader=known))
    [unread, *_] = read_views(small_world, 1.0, (), Asking(names, reader=unknown))

    assert set(read.features[read.is_judged][:, 1]) <= {-6.0, 6.0}
    assert read.is_judged.any()
    assert not unread.is_judged.any()
    assert not len(read.misses)


def test_a_set_of_few_articles_has_no_misses_and_takes_what_is_usual() -> None:
    whole, _ = read_views(XQUAD, 1.0, (), Asking(["passage", "sentence"]))

    assert whole.misses.shape == (0, 2)
    assert whole.threshold(np.ones(2), READING, 1.5) == 1.5


def test_a_model_that_is_written_has_all_that_the_one_before_had(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = json.loads(MODELS.read_text(encoding="utf-8"))
    monkeypatch.setattr(fitting, "MODELS", Path(shutil.copy(MODELS, tmp_path)))
    names = list(load_model("words").coefficients)

    publish("words", dict.fromkeys(names, 1.0), 0.0, write=True)

    after = json.loads((tmp_path / MODELS.name).read_text(encoding="utf-8"))
    assert after["words"] == {"coefficients": dict.fromkeys(names, 1.0), "by_chance": 0.0}
    assert after["meaning"] == before["meaning"]


def test_a_weight_that_is_no_number_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main([f"{XQUAD}=half"])

    assert "'half' is not the weight of a set" in capsys.readouterr().err


@pytest.fixture
def small_world(tmp_path: Path) -> Path:
    """Twelve of the questions of a world of newsroom."""
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
