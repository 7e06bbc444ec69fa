"""Which languages are found, and what is known of each."""

from __future__ import annotations

import re

import pytest

from retrieval.lang.registry import codes, language, languages, possible, speech
from retrieval.lang.schema import Language
from tests.support.paths import ROOT


def test_each_module_has_a_table_of_tests() -> None:
    modules = {path.name for path in (ROOT / "retrieval" / "lang").glob("??.py")}
    tables = {path.name for path in (ROOT / "tests" / "retrieval" / "lang").glob("test_??.py")}
    assert {f"test_{name}" for name in modules} == tables


def test_each_module_is_the_language_that_it_is_named_for() -> None:
    assert {known.code for known in languages()} <= set(codes())
    assert all(language(known.code) is known for known in languages())
    assert next(iter(languages())).code == "en"


def test_a_language_has_its_other_codes() -> None:
    assert language("nb") is language("nn") is language("no")


def test_a_language_without_a_module_has_its_name_and_no_words() -> None:
    assert language("bg").name == "Bulgarian"
    assert language("bg").listed
    assert not language("xx").listed
    assert not language("xx").stop_words


def test_no_language_is_english() -> None:
    assert language(None) is language("en")
    assert speech("xx").clause == speech(None).clause


def test_a_text_may_hold_words_of_its_own_language_and_of_those_it_is_taken_for() -> None:
    german = {known.code for known in possible("de")}
    assert {"en", "de"} < german
    assert german == {known.code for known in possible("en")}
    assert {known.code for known in possible("tr")} == {*german, "tr"}


def test_a_part_takes_only_fields_that_it_has_and_keeps_them() -> None:
    with pytest.raises(TypeError, match="has no field speach"):
        Language(code="xx", name="X", speach=None)  # type: ignore[call-arg]  # as mypy would say
    with pytest.raises(AttributeError, match="is frozen"):
        language("de").name = "X"  # type: ignore[misc]  # as mypy would say


@pytest.mark.parametrize("known", languages(), ids=lambda known: known.code)
def test_a_pattern_of_requests_has_no_alternatives_outside_of_a_group(known: Language) -> None:
    """A question that does not begin with the first words of a pattern is not held to the rest of it."""
    requests = known.speech_requests
    for _, pattern in (*requests.firm, *requests.likely):
        outside = re.sub(r"\\.|\[[^\]]*\]", "", pattern)
        while (inner := re.sub(r"\([^()]*\)", "", outside)) != outside:
            outside = inner
        assert "|" not in outside, pattern
