"""Copies of a passage are found wherever they stand, and no other passages."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.collection.disk_store import DiskStore
from retrieval.collection.sync import sync
from retrieval.collection.sync_records import IndexedFolder
from retrieval.index.disk.index import StoredIndex
from retrieval.index.near_copies import sketch
from retrieval.library import Library
from retrieval.output import plain_text
from retrieval.reading.article import make_article
from retrieval.reading.metadata import Metadata
from retrieval.text.analyzer import terms

WIRE = (
    "The Lenne rose by four metres on Monday night and tore away the old bridge at Altena, the "
    "district said. Twelve people were killed in Altena, and some 300 had to leave their houses near the "
    "river, where the water stood as high as the first floor. Firemen from all over the valley "
    "worked until the morning, {reporter} writes, and the railway will stay shut for weeks."
)
REPORTERS = ["".join(pair).capitalize() for pair in product("bdfgk", "aeiou", "lmnrs")]
COPIES = 70
"""More than there are hits for a question."""

QUESTION = "What tore away the old bridge at Altena?"
HOW_MANY = "How many people were killed in Altena?"
LATER = (
    "Rescue work has ended.\n\nThe flood in Altena killed 31 people, the district of Altena said "
    "in its last report."
)

Open = Callable[[dict[str, str]], Library]


@pytest.fixture(params=["in memory", "on disk"])
def opened(request: pytest.FixtureRequest, tmp_path: Path) -> Open:
    """Return a function that makes a collection of texts, given by name."""

    def in_memory(texts: dict[str, str]) -> Library:
        return Library.of(make_article(name, text, Metadata()) for name, text in texts.items())

    def on_disk(texts: dict[str, str]) -> Library:
        folder = tmp_path / "articles"
        folder.mkdir(exist_ok=True)
        for path in folder.iterdir():
            path.unlink()
        for name, text in texts.items():
            (folder / f"{name}.txt").write_text(text)
        sync(IndexedFolder(folder, tmp_path / "index"))
        return Library(DiskStore(StoredIndex(tmp_path / "index")))

    return in_memory if request.param == "in memory" else on_disk


def reports(count: int) -> dict[str, str]:
    """Return one report as *count* papers print it, each with its own headline and reporter."""
    return {
        f"p{n}": f"{name} Daily\n\n{WIRE.format(reporter=name)}"
        for n, name in enumerate(REPORTERS[:count])
    }


def names(articles: Iterator[str]) -> set[str]:
    return {name.removesuffix(".txt") for name in articles}


def test_all_articles_with_a_report_are_named_though_they_are_more_than_the_hits(
    opened: Open,
) -> None:
    library = opened(reports(COPIES))
    [excerpt] = library.ask(QUESTION).excerpts
    also = [article.id for article in excerpt.also]
    assert names(iter([excerpt.article.id, *also])) == set(reports(COPIES))
    assert f"and {COPIES - 4} more" in plain_text.format_answer(library.ask(QUESTION))


def test_a_claim_of_one_report_is_one_report_in_however_many_articles(opened: Open) -> None:
    answer = opened({**reports(COPIES), "later": LATER}).ask(HOW_MANY)
    sides = {side.excerpt.article.slice(side.said): side for side in answer.sides}
    assert len(sides["Twelve"].agreeing) == COPIES - 1
    assert (sides["Twelve"].reports, len(sides["31"].agreeing)) == (1, 0)


def test_a_copy_with_another_figure_is_another_claim(opened: Open) -> None:
    changed = WIRE.format(reporter="Zed").replace("Twelve", "Thirteen")
    answer = opened({**reports(COPIES), "other": f"Bugle\n\n{changed}", "later": LATER}).ask(
        HOW_MANY
    )
    sides = {side.excerpt.article.slice(side.said): side for side in answer.sides}
    assert set(sides) == {"Twelve", "Thirteen", "31"}
    assert {name: len(side.agreeing) for name, side in sides.items()} == {
        "Twelve": COPIES - 1, "Thirteen": 0, "31": 0,
    }  # fmt: skip


def test_a_copy_that_a_filter_leaves_out_does_not_agree(opened: Open) -> None:
    answer = opened({**reports(COPIES), "later": LATER}).ask(f"{HOW_MANY} -{REPORTERS[0]}")
    sides = {side.excerpt.article.slice(side.said): side for side in answer.sides}
    agreeing = names(article.id for article in sides["Twelve"].agreeing)
    assert len(agreeing) == COPIES - 2
    assert agreeing.isdisjoint({"p0"})


@pytest.mark.parametrize(
    ("written", "other"),
    [
        ("another figure", {"Twelve": "Thirty"}),
        ("other words", {WIRE: "Altena's old bridge has gone: a witness saw the Lenne take it."}),
    ],
)
def test_a_copy_with_another_figure_is_no_copy(
    opened: Open, written: str, other: dict[str, str]
) -> None:
    changed = WIRE
    for old, new in other.items():
        changed = changed.replace(old, new)
    texts = {**reports(COPIES), "other": f"Bugle\n\n{changed.format(reporter='Zed')}"}
    for excerpt in opened(texts).ask("How many people were killed by the Lenne?").excerpts:
        assert names(iter(a.id for a in excerpt.also)).isdisjoint({"other"}), written


def test_what_is_removed_is_no_longer_named(opened: Open) -> None:
    opened(reports(COPIES))
    [excerpt] = opened(reports(COPIES - 1)).ask(QUESTION).excerpts
    assert len(excerpt.also) == COPIES - 2


def test_what_a_filter_leaves_out_is_no_copy(opened: Open) -> None:
    [excerpt] = opened(reports(COPIES)).ask(f"{QUESTION} -{REPORTERS[0]}").excerpts
    assert names(iter(article.id for article in excerpt.also)).isdisjoint({"p0"})
    assert len(excerpt.also) == COPIES - 2


def test_sketches_stored_earlier_are_those_made_today() -> None:
    """If rensa changes them, the version of an index must change too; see `index_version`."""
    flood = ["flood", "bridg", "river", "night", "flood"]
    assert sketch(flood) == [602709519, 1205811901, 166433696]


@given(st.lists(st.sampled_from(["flood", "bridge", "river", "night"]), max_size=40))
def test_a_sketch_has_three_hashes_where_there_is_a_run_of_three_terms(words: list[str]) -> None:
    assert len(sketch(words)) == (3 if len(words) >= 3 else 0)
    assert all(0 <= hash_ < 2**32 for hash_ in sketch(words))


def test_passages_on_one_subject_have_no_hash_in_common() -> None:
    other = (
        "The Lenne tore away the old bridge at Altena. Twelve people were killed on Monday night."
    )
    assert set(sketch(terms(WIRE, "en"))).isdisjoint(sketch(terms(other, "en")))
