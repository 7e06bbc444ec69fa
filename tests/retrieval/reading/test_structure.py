"""Saved pages: what is story, what is heading, what is skipped. Invented pages, real customs."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.reading.structure import find_structure

PROSE = "The council met on Tuesday and voted to close the old bridge for repairs."
MORE = "Engineers had warned for years that its northern pillar was sinking into the river."


def story(text: str, title: str | None = None) -> list[str]:
    return [
        text[slice(*paragraph)]
        for section in find_structure(text, title).sections
        for paragraph in section.paragraphs
    ]


def skipped(text: str, title: str | None = None) -> dict[str, str]:
    return {text[s.start : s.end]: s.reason for s in find_structure(text, title).skipped}


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("Most Read", "navigation"),
        ("Trending on The Daily Bugle", "navigation"),
        ("Advertisement", "navigation"),
        ("12 comments", "navigation"),
        ("Share this article", "navigation"),
        ("Читайте также:", "link list"),
        ("Read more about the bridge in our archive.", "call to read on"),
        ("Sign up to our morning briefing.", "call to read on"),
        ("By Ada Park, transport editor", "byline"),
        ("10.35am GMT", "time stamp"),
        ("© 2024 The Daily Bugle", "footer"),
        ("Our Standards: The Daily Bugle Charter", "footer"),
        ("|REUTERS", "picture credit"),
        ("| Getty Images", "picture credit"),
        ("Photo: Ada Park", "picture credit"),
        ("(Image: Daily Bugle)", "picture credit"),
    ],
)
def test_a_line_that_every_site_prints_is_skipped(line: str, reason: str) -> None:
    page = f"Bridge to close\n\n{PROSE}\n\n{line}\n\n{MORE}\n"
    assert skipped(page)[line] == reason
    assert story(page) == [PROSE, MORE]


@pytest.mark.parametrize(
    "line",
    [
        "The search for survivors goes on.",
        "Comments by the minister caused an outcry.",
        "“Read my lips,” said the mayor.",
        "By Tuesday the water had risen again.",
        "Share prices fell by a third | and rose again.",
        "He paid 10.35 pounds.",
        "Related costs of 3 million pounds were not disclosed.",
        "See also the report of 1997, which said the same.",
    ],
)
def test_a_sentence_of_the_story_is_kept(line: str) -> None:
    assert line in story(f"Bridge to close\n\n{PROSE}\n\n{line}\n\n{MORE}\n")


@pytest.mark.parametrize(
    ("credit", "sentence"),
    [
        ("| GETTY", "The mayor has called for calm."),
        ("| GB NEWS", "The US envoy arrived at noon."),
        ("| PA", "A man was rescued from the water."),
        ("|REUTERS", "“We had no warning,” she said."),
        ("| BUGLE PHOTOS", "Residents were led to safety."),
    ],
)
def test_a_credit_glued_to_a_sentence_goes_and_the_sentence_stays(
    credit: str, sentence: str
) -> None:
    page = f"Bridge to close\n{PROSE}\n{credit}{sentence}\n{MORE}"
    assert story(page) == [PROSE, sentence, MORE]
    assert skipped(page)[credit] == "picture credit"


def test_a_caption_that_repeats_the_story_is_skipped_and_one_that_adds_to_it_is_kept() -> None:
    repeats = "The council voted to close the old bridge"
    adds = "Ada Park has painted the ferry house every spring since 1990"
    page = (
        f"Bridge to close\n{PROSE}\n{repeats}\n| GETTY{MORE}\n{adds}\n|REUTERS\n{PROSE[:-1]} twice."
    )
    assert skipped(page)[repeats] == "caption"
    assert adds in story(page)


def test_a_live_blog_has_a_section_for_every_post() -> None:
    page = (
        f"Floods live\n\n{PROSE}\n\n  • River still rising\n\n    {PROSE}\n\n    {MORE}\n\n"
        f"  • ‘Stay at home,’ says mayor\n\n    {MORE}\n"
    )
    sections = find_structure(page).sections
    assert [s.heading and page[slice(*s.heading)] for s in sections] == [
        None,
        "River still rising",
        "‘Stay at home,’ says mayor",
    ]
    assert [len(s.paragraphs) for s in sections] == [1, 2, 1]


def test_a_bulleted_list_is_text_and_not_a_row_of_headings() -> None:
    page = f"What to bring\n\n{PROSE}\n\n- warm clothes\n- a torch\n- water for two days\n\n{MORE}"
    assert "a torch" in story(page)
    assert [s.heading for s in find_structure(page).sections] == [None]


def test_a_link_list_goes_with_its_links_and_no_further() -> None:
    page = (
        f"Bridge to close\n{PROSE}\nFLOODS - READ THE LATEST:\n- Mayor 'asleep' as waters rose\n"
        f"- Ferry fares to double\n{MORE}"
    )
    assert story(page) == [PROSE, MORE]


def test_a_wrapper_sentence_and_the_repeated_title_are_no_paragraphs() -> None:
    title = "Old bridge to close ‘for years’ after survey finds cracks"
    page = (
        f"Here you find everything about {title}\n\n{PROSE}\n\n{MORE}\n\n{title}\n\nLatest news by"
    )
    assert story(page) == [PROSE, MORE]
    assert page[slice(*(find_structure(page).title or (0, 0)))] == title


def test_a_tail_in_another_script_is_skipped_but_a_quotation_in_it_is_not() -> None:
    page = f"Bridge to close\n\n{PROSE}\n\n«Мост закрыт», said the sign.\n\n{MORE}\n\nМост закроют до весны, потому что в опоре нашли трещины"
    assert "«Мост закрыт», said the sign." in story(page)
    assert (
        skipped(page)["Мост закроют до весны, потому что в опоре нашли трещины"] == "foreign tail"
    )


def test_lone_lines_over_prose_are_headings() -> None:
    page = f"Bridge to close\n\n{PROSE}\n\nA long decline\n\n{MORE}\n\n# What now\n\n{PROSE} Again."
    assert [s.heading and page[slice(*s.heading)] for s in find_structure(page).sections] == [
        None,
        "A long decline",
        "What now",
    ]


def test_lines_wrapped_at_a_width_are_joined_into_paragraphs() -> None:
    page = (
        "Bridge to close\n\nThe council met on Tuesday and voted\nto close the old bridge for "
        "repairs that\nwill take at least two years to finish.\n\nEngineers had warned for years\n"
        "that its northern pillar was sinking."
    )
    assert [" ".join(paragraph.split()[:3]) for paragraph in story(page)] == [
        "The council met",
        "Engineers had warned",
    ]


@pytest.mark.parametrize(
    "page", ["Most Read", "Kyiv", "|REUTERS\nPhoto: Ada", "a", "- x\n- y", "#", "• "]
)
def test_an_article_of_nothing_but_what_is_skipped_keeps_its_text(page: str) -> None:
    assert story(page)


PIECES = st.sampled_from(
    [PROSE, MORE, "Most Read", "• A heading", "- an item", "| GETTYThe end", "|REUTERS", "# Mark",
     "READ MORE:", "By Ada Park", "«Мост закрыт»", "  indented", "", "\r\n", "\ufeff", "x", "See also"]
)  # fmt: skip


@given(st.lists(st.one_of(PIECES, st.text(max_size=40)), min_size=1, max_size=14).map("\n".join))
def test_every_letter_of_a_page_is_in_one_place(page: str) -> None:
    parts = find_structure(page)
    spans = [(s.start, s.end) for s in parts.skipped]
    spans += [(p.start, p.end) for section in parts.sections for p in section.paragraphs]
    spans += [(s.heading.start, s.heading.end) for s in parts.sections if s.heading]
    spans.sort()
    assert all(start < end for start, end in spans)
    assert all(first[1] <= second[0] for first, second in itertools.pairwise(spans))
    covered = "".join(page[start:end] for start, end in spans)
    assert sum(map(str.isalnum, covered)) == sum(map(str.isalnum, page))


@pytest.mark.parametrize(
    "quoted", ["„Es hält. Es hielt immer.“", "»Es hält. Es hielt immer.«", "“It holds. It held.”"]
)
def test_a_paragraph_that_is_quoted_whole_is_no_heading(quoted: str) -> None:
    page = f"Bridge to close\n\n{PROSE}\n\n{quoted}\n\n{MORE}\n\n{PROSE} {MORE}\n"
    assert quoted in story(page)
