"""`cuttings bench`: everything that is measured in a run."""

from __future__ import annotations

import json
from contextlib import redirect_stdout
from io import StringIO
from typing import Any, NamedTuple
from xml.etree import ElementTree

import pytest

from retrieval.bench.contestants import CONTESTANTS
from retrieval.cli import bench
from tests.support.command import cuttings
from tests.support.paths import SEEDS, XQUAD

QUICK = ("cuttings", "tantivy", "fts5")
SLOW = tuple(CONTESTANTS)


@pytest.fixture(scope="module", params=[QUICK, pytest.param(SLOW, marks=pytest.mark.slow)], ids=len)
def run(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Run:
    """A small run: its contestants, the JSON that it prints, and what it draws."""
    names: tuple[str, ...] = request.param
    if not all(CONTESTANTS[name].is_installed for name in names):
        pytest.skip("needs the extra cuttings[bench]")
    drawing = tmp_path_factory.mktemp("bench") / "bench.svg"
    options = bench.Options(
        collection=XQUAD,
        passages=[200],
        contestants=names,
        seconds=5,
        as_json=True,
        svg=drawing,
        keep=None,
        turns=1,
    )
    with redirect_stdout(StringIO()) as printed:
        assert bench.run(options) == 0
    return Run(names, json.loads(printed.getvalue()), drawing.read_text(encoding="utf-8"))


class Run(NamedTuple):
    names: tuple[str, ...]
    printed: dict[str, Any]
    drawn: str


def test_a_run_measures_everything(run: Run) -> None:
    [collection] = run.printed["collections"]
    assert tuple(collection["contestants"]) == run.names
    for name, measures in collection["contestants"].items():
        assert measures["failed"] is None
        assert measures["first"] > 0
        assert 0 < measures["times"]["p50"] <= measures["times"]["p99"]
        assert set(measures["slower_than"]) == set(run.names) - {name}
    ours = collection["contestants"]["cuttings"]
    assert 0 < ours["disk"]["index.sqlite/texts"] < sum(ours["disk"].values())
    others = collection["contents"]["passages"] + 40 - 1  # the first is what it is opened with
    assert ours["times"]["questions"] == others
    assert min(ours["build"], collection["change"], collection["command"]) > 0


def test_the_engine_finds_what_exact_bm25_finds(run: Run) -> None:
    [collection] = run.printed["collections"]
    assert collection["equal"] == 1.0


def test_the_drawing_is_xml_with_a_mark_for_each(run: Run) -> None:
    root = ElementTree.fromstring(run.drawn)  # noqa: S314 - our own
    assert len(root.findall(".//{*}polyline")) == 3 * len(run.names)
    texts = {text.text for text in root.iter("{http://www.w3.org/2000/svg}text")}
    assert {CONTESTANTS[name].title for name in run.names} <= texts


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (["--passages", "0"], "0 is not a whole number of at least 1"),
        (["--contestants", "lucene"], "invalid choice: 'lucene'"),
        (["--svg", "nowhere/bench.svg"], "nowhere/bench.svg: the folder nowhere does not exist"),
        (["nowhere"], "nowhere: does not exist"),
    ],
)
def test_a_slip_is_told_in_a_sentence(options: list[str], sentence: str) -> None:
    result = cuttings("bench", *options)
    assert result.exit_code == 2
    assert sentence in result.stderr
    assert "Traceback" not in result.stderr


def test_a_peer_that_is_not_installed_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("retrieval.bench.contestants.find_spec", lambda name: name != "bm25s")
    result = cuttings("bench", SEEDS, "--contestants", "bm25s")
    assert result.exit_code == 2
    assert "bm25s is not installed: pip install 'cuttings[bench]'" in result.stderr


def test_every_contestant_can_be_chosen() -> None:
    assert tuple(CONTESTANTS) == bench._NAMES
