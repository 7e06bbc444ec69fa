"""The articles about a topic."""

from __future__ import annotations

import pytest

from retrieval.library import Library
from tests.support.altena import dated_library

DAM = """\
The dam at Holme broke in May. The mayor of Holme spoke about repairs to the dam.

The school is closed."""
SCHOOL = "The school in Holme opened again. Pupils painted a picture of the dam for the school."
FERRY = "The ferry to Altena was sold."


@pytest.fixture(scope="module")
def library() -> Library:
    return dated_library((DAM, "2024-05-06"), (SCHOOL, "2024-06-01"), (FERRY, "2024-07-01"))


@pytest.mark.parametrize(
    ("topic", "beginnings"),
    [
        ("the dam", ["The dam at Holme", "The school in Holme"]),
        ("school", ["The school in Holme", "The dam at Holme"]),
        ("the sale of the ferry", ["The ferry to Alte"]),
        ("bananas", []),
        ("bananas in Altena", []),
        ("the", []),
        ("", []),
    ],
)
def test_articles_about_a_topic_begin_with_what_has_most_of_it(
    library: Library, topic: str, beginnings: list[str]
) -> None:
    found = library.find_articles(topic)
    assert [
        article.text[: len(begin)] for article, begin in zip(found, beginnings, strict=True)
    ] == beginnings
