from __future__ import annotations

import pytest

from retrieval.question import parse

VOCABULARY = frozenset(["WHO", "winter", "online", "kherson"])


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("what did the WHO say about winter?", ["WHO*", "winter"]),
        ("what did the who say about winter?", ["winter", "WHO*"]),
        ("WHAT DID THE WHO SAY ABOUT WINTER?", ["winter", "WHO*"]),
        ("Who warned about winter?", ["warn", "winter"]),
        ("Winter in Kherson", ["winter", "kherson*"]),
        ("winter in kherson", ["winter", "kherson"]),
        ("WHO", ["WHO*"]),
        ("who?", ["WHO*"]),
        ("winter, winter and winter", ["winter"]),
        ("is it?", []),
    ],
)
def test_a_question_becomes_terms_and_names(question: str, words: list[str]) -> None:
    found = parse(question, VOCABULARY).words
    assert [word.term + "*" * word.name for word in found] == words


@pytest.mark.parametrize(
    ("question", "weighs"),
    [
        ("Is Kherson online?", "less"),
        ("is kherson online?", "as much"),
        ("Is Kherson Online?", "as much"),
    ],
)
def test_a_word_in_lower_case_hardly_means_a_name(question: str, weighs: str) -> None:
    weight = {w.term: w.weight for w in parse(question, VOCABULARY, names={"onlin"}).words}
    assert (weight["onlin"] < weight["kherson"]) == (weighs == "less")


def test_a_word_that_shapes_the_question_weighs_less_than_its_subject() -> None:
    people, bread = parse("How many people bake bread?", VOCABULARY).words[:3:2]
    assert people.weight < bread.weight
