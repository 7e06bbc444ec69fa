from __future__ import annotations

import itertools
import re
import sys
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.text import analyzer
from retrieval.text.analyzer import analyze, bag, term, terms, tokens


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("what did the WHO say", ["WHO"]),
        ("who said it to us?", []),
        ("The US and the U.S. told IT", ["US", "US", "IT"]),
        ("WHO’s director, who’s there", ["WHO", "director"]),
        ("IT IS WHAT IT IS", []),
        ("the IAEA, the iaea", ["iaea", "iaea"]),
        ("2.5billion €2.5bn 2.5 billion", ["2.5", "billion"] * 3),
        ("500,000-700,000 and 500000", ["500000", "700000", "500000"]),
        ("the 2nd wave, the second wave", ["second", "wave", "second", "wave"]),
        ("Garčević’s Garcevic", ["garcev", "garcev"]),
        ("attacks attacked attacking", ["attack"] * 3),
        ("a life-threatening don't", ["life", "threaten"]),
        ("l'Ukraine", ["ukrain"]),
        ("Øresund Łódź", ["oresund", "lodz"]),
        ("мобилизация мобилизации", ["мобилизац", "мобилизац"]),
        ("你好世界", ["你好", "好世", "世界"]),
        ("第50届超级碗", ["第", "50", "届超", "超级", "级碗"]),
        ("", []),
        ("!?… 😀", []),
    ],
)
def test_text_becomes_terms(text: str, expected: list[str]) -> None:
    assert terms(text) == expected


def test_a_word_of_a_script_without_a_stemmer_is_its_own_term() -> None:
    assert terms("ʿAbbās", "en") == terms("ʿAbbās", "de") == ["ʿabbās"]


def test_a_word_that_is_no_text_is_its_own_term() -> None:
    """A lone surrogate stands for a byte of an argument that is not UTF-8."""
    assert term("bridge\udcff") == "bridge\udcff"


def test_a_language_has_its_own_stemmer() -> None:
    assert terms("Häuser Hauses", "de") == ["haus", "haus"]
    assert terms("Häuser Hauses", "en") != ["haus", "haus"]


@given(st.text())
def test_tokens_stand_in_the_text_in_order(text: str) -> None:
    found = list(tokens(text))
    assert all(0 <= token.start < token.end <= len(text) and token.term for token in found)
    assert all(one.start < other.start for one, other in itertools.pairwise(found))


def test_a_text_is_looked_through_for_small_letters_once(monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[int] = []
    real = analyzer.shouts

    def counted(text: str) -> bool:
        looked.append(len(text))
        return real(text)

    monkeypatch.setattr(analyzer, "shouts", counted)
    text = "The WHO and the US met; " * 100
    assert Counter(terms(text, "en"))["WHO"] == 100
    assert looked == [len(text)]


def test_the_letters_that_are_listed_are_letters() -> None:
    characters = list(map(chr, range(sys.maxunicode + 1)))
    latin, letter = re.compile(f"[{analyzer.LATIN_LETTERS}]"), re.compile(r"[^\W\d_]")
    other = re.compile(f"[{analyzer._OTHER_LETTERS}]")
    assert all(
        bool(latin.match(one)) == bool(letter.match(one))
        for one in characters
        if not analyzer._BEYOND_LATIN.match(one)
    )
    assert all(letter.match(one) for one in characters if other.match(one))


@pytest.mark.parametrize(
    ("text", "amid"),
    [
        ("The river Volga froze, Kherson did not", ["volga", "kherson"]),
        ("Volga. Dnieper", []),
        ("the U.S., Army’s men", ["US", "armi"]),
        ("in 2022 Ukraine", ["ukrain"]),
        ("на реке Волга", ["волг"]),
    ],
)
def test_a_capital_amid_a_sentence_marks_a_name(text: str, amid: list[str]) -> None:
    assert bag(text, "en", 0, len(text)).amid == amid


PIECES = st.lists(
    st.sampled_from([*"aB 1.,’'-É²ž_\n", "US", "m", "don't", "Ж", "中", "\u0301"]) | st.text()
)


@given(PIECES.map("".join), st.sampled_from([None, "en", "de", "ru"]))
def test_without_places_the_same_is_found(text: str, language: str | None) -> None:
    assert bag(text, language, 0, len(text)) == analyze(text, language).bag(text)
