"""Collections dealt out of real text, and what is measured on them."""

from __future__ import annotations

import json
from collections import Counter
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple
from xml.etree import ElementTree

import pytest

from retrieval.articles import Article
from retrieval.bench import plot, table
from retrieval.bench.collection import BenchError, Contents, Made, Question
from retrieval.bench.contestants import CONTESTANTS
from retrieval.bench.dealing import Dealer
from retrieval.bench.exact import share_equal
from retrieval.bench.making import look_through, make
from retrieval.bench.measuring import Collection, Measures, Times
from retrieval.bench.process import Process
from retrieval.cli import bench
from retrieval.reading import read_collection
from tests.support.command import cuttings
from tests.support.paths import SEEDS, XQUAD


@pytest.fixture(scope="module")
def real() -> list[Article]:
    articles, _, _ = read_collection(XQUAD / "corpus.jsonl")
    return articles


# Collections


def files(made: Made) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in made.articles.iterdir()}


def test_a_collection_is_the_same_each_time_it_is_made(real: list[Article], tmp_path: Path) -> None:
    one, same, other = (
        make(real, 200, tmp_path / name, seed) for name, seed in (("a", 0), ("b", 0), ("c", 1))
    )
    assert files(one) == files(same) != files(other)
    assert look_through(one, ["Who?"]) == look_through(same, ["Who?"])


@pytest.mark.parametrize("passages", [1, 50, 400])
def test_it_has_about_as_many_passages_as_asked_for(
    real: list[Article], tmp_path: Path, passages: int
) -> None:
    contents, questions = look_through(make(real, passages, tmp_path), [])
    article = 40  # has at most so many, and none is cut short
    assert abs(contents.passages - passages) <= article
    assert len(questions) == contents.passages


def test_a_larger_one_begins_as_a_smaller_one_does(real: list[Article], tmp_path: Path) -> None:
    small, large = (make(real, size, tmp_path / str(size)) for size in (100, 400))
    begun = (small.articles / "000000.jsonl").read_bytes()
    assert (large.articles / "000000.jsonl").read_bytes().startswith(begun)


def test_a_kept_one_is_made_again_only_from_another_source(
    real: list[Article], tmp_path: Path
) -> None:
    file = make(real, 100, tmp_path).articles / "000000.jsonl"
    before = file.stat().st_mtime_ns
    make(real, 100, tmp_path)
    assert file.stat().st_mtime_ns == before
    make(real[1:], 100, tmp_path)
    assert file.stat().st_mtime_ns != before


def test_neighbours_in_a_sentence_are_neighbours_in_a_real_one(real: list[Article]) -> None:
    dealer = Dealer(real)
    beside = {pair for article in real for pair in pairwise(article.text.split())}
    dealt = [article for article in map(dealer.article, range(40)) if "the" in article.text]
    as_it_is = [a for a in dealt if set(a.text.split()) <= {w for pair in beside for w in pair}]
    assert as_it_is  # its rare words are not changed
    for article in as_it_is:
        pairs = [pair for part in article.text.split("\n\n") for pair in pairwise(part.split())]
        sentences = part_count(article.text)
        assert sum(pair not in beside for pair in pairs) <= sentences


def part_count(text: str) -> int:
    """Places where one sentence ends and another begins, at most."""
    return sum(text.count(mark) for mark in ".?!") + text.count("\n\n")


def test_new_articles_bring_new_words_but_ever_fewer(real: list[Article]) -> None:
    dealer = Dealer(real)
    seen: Counter[str] = Counter()
    grown = []
    for number in range(200):
        seen.update(dealer.article(number).text.casefold().split())
        if number + 1 in (50, 100, 200):
            grown.append(len(seen))
    assert all(1.1 < after / before < 1.9 for before, after in pairwise(grown))


def test_a_collection_as_it_is_has_the_articles_unchanged(
    real: list[Article], tmp_path: Path
) -> None:
    made = make(real, None, tmp_path)
    again, _, _ = read_collection(made.articles)
    assert [(a.id, a.title, a.text) for a in again] == [
        (f"000000.jsonl/{a.id}", a.title, a.text) for a in real
    ]


def test_questions_that_came_with_the_text_are_half_of_all_at_most(
    real: list[Article], tmp_path: Path
) -> None:
    given = [f"What of bridge {number}?" for number in range(900)]
    contents, questions = look_through(make(real, 100, tmp_path), given)
    assert sum(one.text.startswith("What of bridge") for one in questions) == 500
    assert len(questions) == 500 + contents.passages


def test_without_words_there_is_nothing_to_ask(real: list[Article], tmp_path: Path) -> None:
    made = make(real, 20, tmp_path)
    (made.articles / "000000.jsonl").write_text(
        '{"id": "a", "title": "The", "text": "The of and.", "language": "en"}\n'
    )
    with pytest.raises(BenchError, match="no words to ask for"):
        look_through(made, [])


# Exact BM25


@pytest.mark.parametrize(
    ("found", "equal"),
    [
        ([("a", 0), ("b", 0)], 1),
        ([("b", 0), ("a", 0)], 1),  # they score the same
        ([("a", 0), ("c", 0)], 0),
        ([("a", 0)], 0),
        ([], 0),
    ],
)
def test_an_engine_is_held_against_exact_scores(
    tmp_path: Path, found: list[tuple[str, int]], equal: float
) -> None:
    made = Made(tmp_path)
    made.terms.write_text("yak ate\nyak ate\nvole slept all of day\n")
    made.places.write_text('["a", 0]\n["b", 0]\n["c", 0]\n')
    asked = [Question("Yak?", ["yak"])]
    assert share_equal(made, asked, [found], 10) == equal


# A run


QUICK = ("cuttings", "tantivy", "fts5")
SLOW = tuple(CONTESTANTS)


@pytest.fixture(scope="module", params=[QUICK, pytest.param(SLOW, marks=pytest.mark.slow)], ids=len)
def run(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Run:
    """A small run: of whom, what it prints, and what it draws."""
    names: tuple[str, ...] = request.param
    if not all(CONTESTANTS[name].is_here for name in names):
        pytest.skip("needs the extra cuttings[bench]")
    drawn = tmp_path_factory.mktemp("bench") / "bench.svg"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("retrieval.bench.measuring._TURNS", 1)
        options = ("--passages", "200", "--seconds", "5", "--json", "--contestants", *names)
        told = cuttings("bench", XQUAD, "--svg", drawn, *options)
    assert told.exit_code == 0, told.stderr
    return Run(names, json.loads(told.stdout), drawn.read_text(encoding="utf-8"))


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
    asked = collection["contents"]["passages"] + 40 - 1  # the first is what it is opened with
    assert ours["times"]["questions"] == asked
    assert min(ours["build"], collection["change"], collection["command"]) > 0


def test_the_engine_finds_what_exact_bm25_finds(run: Run) -> None:
    [collection] = run.printed["collections"]
    assert collection["equal"] == 1.0


def test_the_drawing_is_xml_with_a_mark_for_each(run: Run) -> None:
    root = ElementTree.fromstring(run.drawn)  # noqa: S314 - our own
    assert len(root.findall(".//{*}polyline")) == 3 * len(run.names)
    told = {text.text for text in root.iter("{http://www.w3.org/2000/svg}text")}
    assert {CONTESTANTS[name].title for name in run.names} <= told


def test_a_contestant_that_fails_is_told_and_the_process_is_gone(
    real: list[Article], tmp_path: Path
) -> None:
    made = make(real, 20, tmp_path)
    with (
        Process("tantivy", made, tmp_path / "nothing") as process,
        pytest.raises(BenchError, match="it failed at “open”"),
    ):
        process.tell("open", question=("Yak?", ["yak"]))


TIMES = Times(999, 2997, 0.0012, 0.034, 0.001, 0.02, 0.0013, 0.2)
OURS = Measures(
    12.345, 50_000_000, {"index.sqlite/texts": 5_000_000, "terms": 7_000_000}, 0.1, 0.02, 40_000_000,
    30_000_000, TIMES, {"tantivy": 1.44},
)  # fmt: skip
MEASURED = Collection(
    Contents(500, 10_000, 600_000, 70_000),
    {"cuttings": OURS, "tantivy": Measures(failed="signal 9 ended it at “build”")},
    0.999,
    0.5,
    0.25,
)


def test_a_table_can_be_pasted_as_markdown(capsys: pytest.CaptureFixture[str]) -> None:
    table.draw([MEASURED])
    head, ruler, ours, other, *told = capsys.readouterr().out.splitlines()
    assert head.count("|") == ruler.count("|") == ours.count("|") == other.count("|")
    assert head.startswith("| 10,000 passages | build, s |")
    assert (
        ours
        == "| Cuttings, engine alone | 12 | 50 | 12 | 20 | 40 | 30 | 999 | 1.2 | 34 | 1.0 | 1.4 |"
    )
    assert [line for line in told if line] == [
        "500 articles, 600,000 terms, 70,000 different ones.",
        "tantivy: signal 9 ended it at “build”.",
        "The index of Cuttings without the text: 7.0 MB.",
        "Its best 10 are those of exact BM25 for 99.90% of the questions.",
        "A changed article is found after 0.50 s.",
        "`cuttings ask` takes 250 ms more than a Python that does nothing.",
    ]


def test_what_was_not_measured_is_not_drawn() -> None:
    nothing = Collection(MEASURED.contents, {"tantivy": Measures()}, None, None, None)
    assert "not measured" in plot.svg([nothing])


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
    told = cuttings("bench", *options)
    assert told.exit_code == 2
    assert sentence in told.stderr
    assert "Traceback" not in told.stderr


def test_a_peer_that_is_not_installed_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("retrieval.bench.contestants.find_spec", lambda name: name != "bm25s")
    told = cuttings("bench", SEEDS, "--contestants", "bm25s")
    assert told.exit_code == 2
    assert "bm25s is not installed: pip install 'cuttings[bench]'" in told.stderr


def test_every_contestant_can_be_chosen() -> None:
    assert tuple(CONTESTANTS) == bench._NAMES
