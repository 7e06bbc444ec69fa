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
    find_receipt,
    key_of,
    looks_like_receipt,
    make_receipt,
    payload,
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
        receipt = find_receipt(excerpt.receipt)
        assert receipt
        assert receipt.key == key_of(excerpt.article.id)
        assert receipt.has_version_of(excerpt.article)
        assert (receipt.start, receipt.end) == (excerpt.start, excerpt.end)
        assert receipt.has_words(excerpt.text)
        assert str(receipt) == excerpt.receipt


@given(st.text(), st.integers(0, 2**31), st.integers(1, 2**31))
@example("a" * 500, 2**31, 2**31)
def test_a_receipt_is_short_and_fit_for_a_link_whatever_it_is_of(
    id_: str, start: int, length: int
) -> None:
    article = replace(ARTICLE, id=id_, text=Endless("text"))
    made = make_receipt(article, start, start + length)
    assert len(made) <= LONGEST
    assert set(made) <= set(LETTERS)
    assert len(payload(made)) <= 64
    assert looks_like_receipt(made)
    receipt = find_receipt(made)
    assert receipt
    assert (receipt.key, receipt.start, receipt.end) == (key_of(id_), start, start + length)


def spoilt() -> st.SearchStrategy[tuple[str, str]]:
    """A receipt, and the same with a letter changed, dropped or added, or with two swapped."""
    made = st.builds(
        lambda id_, text, length: make_receipt(replace(ARTICLE, id=id_, text=text), 0, length),
        st.text(),
        st.text(min_size=1),
        st.integers(1, 600),
    )
    at, letter = st.integers(0, LONGEST), st.sampled_from(LETTERS)

    def change(token: str, way: str, at: int, other: int, letter: str) -> tuple[str, str]:
        at, other = at % len(token), other % len(token)
        if way == "change":
            return token, token[:at] + letter + token[at + 1 :]
        if way == "drop":
            return token, token[:at] + token[at + 1 :]
        if way == "add":
            return token, token[:at] + letter + token[at:]
        letters = list(token)
        letters[at], letters[other] = letters[other], letters[at]
        return token, "".join(letters)

    ways = st.sampled_from(["change", "drop", "add", "swap"])
    return st.builds(change, made, ways, at, at, letter)


@given(spoilt())
def test_a_changed_letter_makes_it_no_receipt(pair: tuple[str, str]) -> None:
    made, other = pair
    assert (find_receipt(other) is None) == (other != made)


@given(st.text(LETTERS, max_size=60))
def test_letters_that_nobody_made_a_receipt_of_are_none(text: str) -> None:
    assert find_receipt(text) is None


def test_a_number_that_is_spelt_longer_than_it_need_be_makes_it_no_receipt() -> None:
    from retrieval.articles.receipt_tokens import _hash_words, _head, _seal

    head = _head(key_of("a"), ARTICLE.sha256[:16], 0, 8)
    longer = head[:-2] + b"\x80\x00" + head[-1:]
    assert find_receipt(_seal(head + _hash_words(head, "One two.")))
    assert find_receipt(_seal(longer + _hash_words(longer, "One two."))) is None


def test_an_excerpt_without_words_has_no_receipt() -> None:
    assert find_receipt(make_receipt(ARTICLE, 3, 3)) is None


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
    made = make_receipt(ARTICLE, 0, 8)
    receipt = find_receipt(around.replace("{}", made))
    assert isinstance(receipt, Receipt)
    assert str(receipt) == made


def test_of_two_receipts_neither_is_meant() -> None:
    made, other = make_receipt(ARTICLE, 0, 8), make_receipt(ARTICLE, 9, 20)
    assert find_receipt(f"{made} {other}") is None


def test_the_words_are_told_apart_by_where_they_stand() -> None:
    twice = replace(ARTICLE, text="One. One.")
    assert make_receipt(twice, 0, 4) != make_receipt(twice, 5, 9)
    receipt = find_receipt(make_receipt(twice, 0, 4))
    assert receipt
    assert receipt.has_words("One.")
    assert not receipt.has_words("One!")
