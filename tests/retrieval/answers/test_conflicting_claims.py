"""What articles say differently: numbers, dates, a yes and a no; and what only looks like that."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from retrieval.answers.records import Answer
from retrieval.collection.opening import CollectionOptions, open_collection
from retrieval.library import Library
from retrieval.output import plain_text
from retrieval.reading.article import make_article
from retrieval.reading.metadata import Metadata
from retrieval.text.dates import dates
from retrieval.text.quantities import quantities

DAY = "The river Lenne rose all night at Altena and the town hall was opened for those who had lost their home.\n\n"
FIRST = DAY + "Twelve people were killed by the flood in Altena, the mayor said on Monday."
LATER = "Rescue work has ended.\n\nThe flood in Altena killed 31 people, the district of Altena said in its last report."
COPY = FIRST.replace("the mayor said", "its mayor said")


def library(*told: tuple[str, str | None]) -> Library:
    """Of articles with these texts, each with the date of its publication."""
    known = (Metadata(published=date, publisher=f"Paper {n}") for n, (_, date) in enumerate(told))
    return Library.of(
        make_article(f"a{n}", text, meta)
        for n, ((text, _), meta) in enumerate(zip(told, known, strict=True))
    )


def said(answer: Answer) -> list[tuple[str | None, str]]:
    """Of each side the date and the words that differ."""
    return [
        (side.excerpt.citation.published, side.excerpt.article.slice(side.said))
        for side in answer.sides
    ]


def test_numbers_that_differ_stand_side_by_side_oldest_first() -> None:
    answer = library((LATER, "2021-08"), (FIRST, "2021-07-15")).ask(
        "How many people were killed in Altena?"
    )
    assert said(answer) == [("2021-07-15", "Twelve"), ("2021-08", "31")]
    assert answer.excerpts
    for side in answer.sides:
        assert side.excerpt.article.text[side.excerpt.start : side.excerpt.end] == side.excerpt.text
        assert side.said in side.excerpt.highlights


def test_the_undated_come_last() -> None:
    answer = library((LATER, None), (FIRST, "2021-07-15")).ask(
        "How many people were killed in Altena?"
    )
    assert [date for date, _ in said(answer)] == ["2021-07-15", None]


def test_repeats_of_one_report_are_one_source() -> None:
    answer = library((FIRST, "2021-07-15"), (COPY, "2021-07-16"), (LATER, "2021-08")).ask(
        "How many people were killed in Altena?"
    )
    first, last = answer.sides
    assert [article.id for article in first.agreeing] == ["a1"]
    assert (first.reports, last.reports, last.agreeing) == (1, 1, ())
    assert "2 articles, 1 report\n" in plain_text.format_answer(answer)


def test_two_who_say_the_same_in_their_own_words_are_two_reports() -> None:
    own = "Altena buried its dead today.\n\nIn all 12 people were killed in Altena when the dam above it gave way."
    answer = library((FIRST, "2021-07-15"), (own, "2021-07-20"), (LATER, "2021-08")).ask(
        "How many people were killed in Altena?"
    )
    assert [(side.reports, len(side.agreeing)) for side in answer.sides] == [(2, 1), (1, 0)]


AGREE = [
    ("rounded", "At least 1,000 people were killed in Altena.", "In Altena 1,012 people were killed."),
    ("in words", "Twelve people were killed in Altena.", "12 people were killed in Altena."),
    ("another thing", "Twelve people were killed in Altena.", "In Altena 31 bridges were lost and people were killed."),
    ("another place", "Twelve people were killed in Altena.", "In Werdohl 31 people were killed."),
    ("a year", "Twelve people were killed in Altena.", "In 2021 people were killed in Altena."),
    ("a kind", "Twelve people were killed in Altena.", "A 31-metre wave killed people in Altena."),
    ("part of a name", "Twelve people were killed in Altena.", "People were killed on the B236 in Altena."),
    ("a rank", "Twelve people were killed in Altena.", "For the 2nd time people were killed in Altena."),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other"), [case[1:] for case in AGREE], ids=[c[0] for c in AGREE])
def test_what_only_looks_different_is_not_set_side_by_side(one: str, other: str) -> None:
    answer = library((one, "2021"), (other, "2022")).ask("How many people were killed in Altena?")
    assert said(answer) == []


@pytest.mark.parametrize(
    ("question", "one", "other", "expected"),
    [
        (
            "When was the bridge at Altena destroyed?",
            "The bridge at Altena was destroyed on 14 July 2021, the police say.",
            "The old bridge at Altena was destroyed on July 15, as its keeper recalls.",
            ["14 July 2021", "July 15"],
        ),
        (
            "Has Altena rebuilt its bridge?",
            "Altena has rebuilt its bridge, and it opens in May.",
            "Altena has not rebuilt its bridge, a visit shows.",
            ["Altena has rebuilt its bridge, and it opens in May.", "not"],
        ),
    ],
)
def test_dates_and_a_yes_and_a_no_differ(
    question: str, one: str, other: str, expected: list[str]
) -> None:
    answer = library((one, "2021"), (other, "2022")).ask(question)
    assert [words for _, words in said(answer)] == expected


@pytest.mark.parametrize(
    ("question", "one", "other"),
    [
        ("When did the bridge at Altena fall?", "The bridge at Altena fell in July 2021.", "The bridge at Altena fell on 14 July."),
        ("Has Altena rebuilt its bridge?", "Altena has not rebuilt its bridge.", "Altena never rebuilt its bridge."),
        ("What was killed in Altena?", FIRST, LATER),
    ],
)  # fmt: skip
def test_what_can_both_be_so_does_not_differ(question: str, one: str, other: str) -> None:
    assert said(library((one, "2021"), (other, "2022")).ask(question)) == []


def test_one_article_alone_does_not_differ_from_itself() -> None:
    text = "Twelve people were killed in Altena.\n\nLater it was said that 31 people were killed in Altena."
    assert said(library((text, "2021")).ask("How many people were killed in Altena?")) == []


def test_the_seeds_differ_about_losses(seeds: Library) -> None:
    answer = seeds.ask("how many casualties has Russia suffered?")
    assert said(answer) == [("2022-11", "85,000"), ("2025", "one million")]


def test_an_index_on_disk_sets_the_same_side_by_side(tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "a.txt").write_text(FIRST, encoding="utf-8")
    (folder / "b.txt").write_text(LATER, encoding="utf-8")
    question = "How many people were killed in Altena?"
    sides = {
        engine: said(
            open_collection(CollectionOptions(folder, tmp_path / engine, engine)).library.ask(
                question
            )
        )
        for engine in ("rank-bm25", "tantivy")
    }
    assert sides["rank-bm25"] == sides["tantivy"] != []


# What they are read from


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("passing 85,000 this week", "en", [("85,000", 85_000, 85_000)]),
        ("the one million mark", "en", [("one million", 1e6, 1e6)]),
        ("draft 500,000-700,000 men", "en", [("500,000-700,000", 500_000, 700_000)]),
        ("€2.5billion, then 3–4 million", "en", [("€2.5billion", 2.5e9, 2.5e9), ("3–4 million", 3e6, 4e6)]),
        ("two hundred and twelve, ten and 40 percent", "en", [("two hundred and twelve", 212, 212), ("ten", 10, 10), ("40 percent", 40, 40)]),
        ("won 2-1 at 7:30 on the 2nd of 12 March 2021 with a TU-95", "en", []),
        ("hundreds of thousands, one of them", "en", []),
        ("1.000.000 euros for 1,234.5 of 2,5 parts", "en", [("1.000.000", 1e6, 1e6), ("1,234.5", 1234.5, 1234.5), ("2,5", 2.5, 2.5)]),
        ("version 1.000.1, then 1,234,56", "en", []),
    ],
)  # fmt: skip
def test_quantities_are_read(
    text: str, language: str, expected: list[tuple[str, float, float]]
) -> None:
    found = quantities(text, 0, len(text), language)
    assert [(text[one.start : one.end], one.least, one.most) for one in found] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on 9 November 2022", [(2022, 11, 9)]),
        ("on November 9th, 2022, and in May", [(2022, 11, 9)]),
        ("in May 2021 they may go", [(2021, 5, None)]),
        ("since 2014, but 2020 men", [(2014, None, None)]),
        ("on 45 March", []),
        ("dates back to 1696; in the year 1701", [(1696, None, None), (1701, None, None)]),
        ("the old bridge (1951), no. (1951a)", [(1951, None, None)]),
        ("Sept. 3", [(None, 9, 3)]),
    ],
)
def test_dates_are_read(text: str, expected: list[tuple[int | None, ...]]) -> None:
    assert [(one.year, one.month, one.day) for one in dates(text, 0, len(text), None)] == expected


@example("0.000.0")
@given(st.text(st.sampled_from("0123456789.,-–:/ €%miln onetwhudredMay\n'’ "), max_size=60))
def test_what_is_read_lies_inside_the_text_in_order_and_apart(text: str) -> None:
    for language in ("en", "de", "uk"):
        found = quantities(text, 0, len(text), language)
        assert all(a.end <= b.start for a, b in pairwise(found))
        assert all(0 <= one.start < one.end <= len(text) for one in found)
        assert all(one.least <= one.most for one in found)
    for date in dates(text, 0, len(text), None):
        assert 0 <= date.start < date.end <= len(text)
