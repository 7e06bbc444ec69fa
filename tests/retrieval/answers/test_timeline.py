"""The dated sentences of a collection, in order."""

from __future__ import annotations

import pytest

from retrieval.library import Library
from tests.support.altena import dated_library

DAM = """\
The dam at Holme was finished in 1968. It broke on 3 May.

The mayor spoke on 28 December 2023 about repairs to the dam. A new wall is planned for 2026.

Nobody has a date for the ferry. The power failed in 1200 homes."""
SCHOOL = """\
The school in Holme closed on 4 January 2024. Pupils left on 5 October for Altena."""


@pytest.fixture(scope="module")
def library() -> Library:
    return dated_library((DAM, "2024-05-06"), (SCHOOL, "2024-01-05"))


def test_sentences_with_a_date_are_in_its_order(library: Library) -> None:
    timeline = library.build_timeline()
    assert [(one.date, one.excerpt.text.split()[1]) for one in timeline.sentences] == [
        ("1968", "dam"),
        ("2023-10-05", "left"),
        ("2023-12-28", "mayor"),
        ("2024-01-04", "school"),
        ("2024-05-03", "broke"),
    ]
    assert timeline.complete
    for one in timeline.sentences:
        assert one.excerpt.article.text[one.excerpt.start : one.excerpt.end] == one.excerpt.text


def test_a_timeline_of_a_topic_has_only_what_is_about_it(library: Library) -> None:
    assert [one.date for one in library.build_timeline("the school").sentences] == [
        "2023-10-05",
        "2024-01-04",
    ]
    assert not library.build_timeline("the railway").sentences
