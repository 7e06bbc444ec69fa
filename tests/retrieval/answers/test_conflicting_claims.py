"""Conflicting claims: numbers, dates, a yes and a no; and what only looks like them."""

from __future__ import annotations

from pathlib import Path

import pytest

from retrieval.answers.records import Answer
from retrieval.collection.opening import CollectionOptions, open_collection
from retrieval.library import Library
from retrieval.output import plain_text
from retrieval.reading.article import make_article
from retrieval.reading.metadata import Metadata

DAY = "The river Lenne rose all night at Altena and the town hall was opened for those who had lost their home.\n\n"
FIRST = DAY + "Twelve people were killed by the flood in Altena, the mayor said on Monday."
LATER = "Rescue work has ended.\n\nThe flood in Altena killed 31 people, the district of Altena said in its last report."
COPY = FIRST.replace("the mayor said", "its mayor said")


def library(*dated: tuple[str, str | None]) -> Library:
    """Of articles with these texts, each with the date of its publication."""
    known = (Metadata(published=date, publisher=f"Paper {n}") for n, (_, date) in enumerate(dated))
    return Library.of(
        make_article(f"a{n}", text, meta)
        for n, ((text, _), meta) in enumerate(zip(dated, known, strict=True))
    )


def claimed(answer: Answer) -> list[tuple[str | None, str]]:
    """Of each side the date and the words that differ."""
    return [
        (side.excerpt.citation.published, side.excerpt.article.slice(side.said))
        for side in answer.sides
    ]


def test_numbers_that_differ_stand_side_by_side_oldest_first() -> None:
    answer = library((LATER, "2021-08"), (FIRST, "2021-07-15")).ask(
        "How many people were killed in Altena?"
    )
    assert claimed(answer) == [("2021-07-15", "Twelve"), ("2021-08", "31")]
    assert answer.excerpts
    for side in answer.sides:
        assert side.excerpt.article.text[side.excerpt.start : side.excerpt.end] == side.excerpt.text
        assert side.said in side.excerpt.highlights


def test_the_undated_come_last() -> None:
    answer = library((LATER, None), (FIRST, "2021-07-15")).ask(
        "How many people were killed in Altena?"
    )
    assert [date for date, _ in claimed(answer)] == ["2021-07-15", None]


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
    assert claimed(answer) == []


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
    assert [words for _, words in claimed(answer)] == expected


@pytest.mark.parametrize(
    ("question", "one", "other"),
    [
        ("When did the bridge at Altena fall?", "The bridge at Altena fell in July 2021.", "The bridge at Altena fell on 14 July."),
        ("Has Altena rebuilt its bridge?", "Altena has not rebuilt its bridge.", "Altena never rebuilt its bridge."),
        ("What was killed in Altena?", FIRST, LATER),
    ],
)  # fmt: skip
def test_what_can_both_be_so_does_not_differ(question: str, one: str, other: str) -> None:
    assert claimed(library((one, "2021"), (other, "2022")).ask(question)) == []


def test_one_article_alone_does_not_differ_from_itself() -> None:
    text = "Twelve people were killed in Altena.\n\nLater it was said that 31 people were killed in Altena."
    assert claimed(library((text, "2021")).ask("How many people were killed in Altena?")) == []


def test_the_seeds_differ_about_losses(seeds: Library) -> None:
    answer = seeds.ask("how many casualties has Russia suffered?")
    assert claimed(answer) == [("2022-11", "85,000"), ("2025", "one million")]


def test_an_index_on_disk_sets_the_same_side_by_side(tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "a.txt").write_text(FIRST, encoding="utf-8")
    (folder / "b.txt").write_text(LATER, encoding="utf-8")
    question = "How many people were killed in Altena?"
    sides = {
        engine: claimed(
            open_collection(CollectionOptions(folder, tmp_path / engine, engine)).library.ask(
                question
            )
        )
        for engine in ("rank-bm25", "tantivy")
    }
    assert sides["rank-bm25"] == sides["tantivy"] != []


# What they are read from
