"""Receipts: what names an excerpt, and that no letter of it can be otherwise."""

from __future__ import annotations

import string
from dataclasses import replace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from retrieval.articles.receipt_tokens import (
    LONGEST,
    Receipt,
    is_like_one,
    key_of,
    payload,
    read,
    receipt,
)
from retrieval.library import Library
from tests.support.articles import ARTICLE as UNKNOWN

LETTERS = string.ascii_letters + string.digits + "-_"
ARTICLE = replace(UNKNOWN, text="One two. Three four.")


class Endless(str):
    """A text of so many characters that none could be made: each slice of it is the same."""

    __slots__ = ()

    def __getitem__(self, _: object) -> str:
        return "words"


def test_a_receipt_says_which_words_of_which_text_it_is_of(seeds: Library) -> None:
    for excerpt in seeds.ask("What did the WHO say about winter?").excerpts:
        found = read(excerpt.receipt)
        assert found
        assert found.key == key_of(excerpt.article.id)
        assert found.names(excerpt.article)
        assert (found.start, found.end) == (excerpt.start, excerpt.end)
        assert found.is_of(excerpt.text)
        assert str(found) == excerpt.receipt


@given(st.text(), st.integers(0, 2**31), st.integers(1, 2**31))
@example("a" * 500, 2**31, 2**31)
def test_a_receipt_is_short_and_fit_for_a_link_whatever_it_is_of(
    id_: str, start: int, length: int
) -> None:
    article = replace(ARTICLE, id=id_, text=Endless("text"))
    made = receipt(article, start, start + length)
    assert len(made) <= LONGEST
    assert set(made) <= set(LETTERS)
    assert len(payload(made)) <= 64
    assert is_like_one(made)
    found = read(made)
    assert found
    assert (found.key, found.start, found.end) == (key_of(id_), start, start + length)


def spoilt() -> st.SearchStrategy[tuple[str, str]]:
    """A receipt, and the same with a letter changed, dropped or added, or with two swapped."""
    made = st.builds(
        lambda id_, text, length: receipt(replace(ARTICLE, id=id_, text=text), 0, length),
        st.text(),
        st.text(min_size=1),
        st.integers(1, 600),
    )
    at, letter = st.integers(0, LONGEST), st.sampled_from(LETTERS)

    def change(one: str, way: str, at: int, other: int, letter: str) -> tuple[str, str]:
        at, other = at % len(one), other % len(one)
        if way == "change":
            return one, one[:at] + letter + one[at + 1 :]
        if way == "drop":
            return one, one[:at] + one[at + 1 :]
        if way == "add":
            return one, one[:at] + letter + one[at:]
        letters = list(one)
        letters[at], letters[other] = letters[other], letters[at]
        return one, "".join(letters)

    ways = st.sampled_from(["change", "drop", "add", "swap"])
    return st.builds(change, made, ways, at, at, letter)


@given(spoilt())
def test_a_changed_letter_makes_it_no_receipt(pair: tuple[str, str]) -> None:
    made, other = pair
    assert (read(other) is None) == (other != made)


@given(st.text(LETTERS, max_size=60))
def test_letters_that_nobody_made_a_receipt_of_are_none(text: str) -> None:
    assert read(text) is None


def test_a_number_that_is_spelt_longer_than_it_need_be_makes_it_no_receipt() -> None:
    from retrieval.articles.receipt_tokens import _hashed, _head, _sealed

    head = _head(key_of("a"), ARTICLE.sha256[:16], 0, 8)
    longer = head[:-2] + b"\x80\x00" + head[-1:]
    assert read(_sealed(head + _hashed(head, "One two.")))
    assert read(_sealed(longer + _hashed(longer, "One two."))) is None


def test_an_excerpt_without_words_has_no_receipt() -> None:
    assert read(receipt(ARTICLE, 3, 3)) is None


@pytest.mark.parametrize(
    "around",
    [
        "  {}\n",
        "receipt {}",
        "“One two.” (Title, {}).",
        "https://t.me/cuttings_bot?start=r-{}",
        "https://t.me/cuttings_bot?start=r-{}&x={}",
        "<{}>",
    ],
)
def test_a_receipt_is_found_in_what_was_pasted_with_it(around: str) -> None:
    made = receipt(ARTICLE, 0, 8)
    found = read(around.replace("{}", made))
    assert isinstance(found, Receipt)
    assert str(found) == made


def test_of_two_receipts_neither_is_meant() -> None:
    made, other = receipt(ARTICLE, 0, 8), receipt(ARTICLE, 9, 20)
    assert read(f"{made} {other}") is None


def test_the_words_are_told_apart_by_where_they_stand() -> None:
    twice = replace(ARTICLE, text="One. One.")
    assert receipt(twice, 0, 4) != receipt(twice, 5, 9)
    found = read(receipt(twice, 0, 4))
    assert found
    assert found.is_of("One.")
    assert not found.is_of("One!")


def test_an_article_is_hashed_once(monkeypatch: pytest.MonkeyPatch) -> None:
    article = replace(ARTICLE, text="Another text.")
    hashed = article.sha256
    monkeypatch.setattr("retrieval.articles.records.sha256", None)
    assert article.sha256 == hashed
