"""Links to the words on a page: what a browser that keeps to the specification finds by them."""

from __future__ import annotations

import re
from unicodedata import combining, normalize
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.answers.text_fragments import link_to_words

URL = "https://e.org/a"


def directive(text: str, words: str) -> str:
    start = text.index(words)
    return link_to_words(URL, text, start, start + len(words)).removeprefix(f"{URL}#:~:text=")


# A browser, as "Finding Ranges in a Document" of the draft has it; a line is a block.

Range = tuple[int, int]


def letters(text: str) -> str:
    """One letter for each of *text*, without its case and accent."""
    return "".join(
        "".join(c for c in normalize("NFKD", one) if not combining(c)).casefold()[:1] or one
        for one in re.sub(r"\s", " ", text)
    )


def find(text: str, words: str, at: int, *, starts: bool, ends: bool) -> Range | None:
    """The first *words* in one line of *text* from *at* on."""
    pattern = re.compile(r"[ \t]+".join(map(re.escape, letters(words).split())))
    folded = "".join(a if a in "\r\n" else b for a, b in zip(text, letters(text), strict=True))
    while match := pattern.search(folded, at):
        start, end = match.span()
        if not (starts and inside(text, start)) and not (ends and inside(text, end)):
            return start, end
        at = start + 1
    return None


def inside(text: str, at: int) -> bool:
    return 0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum()


def past_space(text: str, at: int) -> int:
    return at + len(text[at:]) - len(text[at:].lstrip())


def browse(text: str, directive: str) -> Range | None:
    """What is marked: the first range of *text* that *directive* finds."""
    parts = directive.split(",")
    prefix = unquote(parts.pop(0)[:-1]) if parts[0].endswith("-") else ""
    suffix = unquote(parts.pop()[1:]) if parts[-1].startswith("-") else ""
    start, end = unquote(parts[0]), unquote(parts[1]) if parts[1:] else ""
    at = 0
    while True:
        if prefix:
            before = find(text, prefix, at, starts=True, ends=False)
            if not before:
                return None
            at = before[0] + 1
            opening = past_space(text, before[1])
            place = find(text, start, opening, starts=False, ends=bool(end) or not suffix)
            if not place or place[0] != opening:
                if not place:
                    return None
                continue
        else:
            place = find(text, start, at, starts=True, ends=bool(end) or not suffix)
            if not place:
                return None
            at = place[0] + 1
        until = place[1]
        while True:
            if end:
                closing = find(text, end, until, starts=True, ends=not suffix)
                if not closing:
                    return None
                until = closing[1]
            if not suffix:
                return place[0], until
            going_on = past_space(text, until)
            after = find(text, suffix, going_on, starts=False, ends=True)
            if not after:
                return None
            if after[0] == going_on:
                return place[0], until
            if not end:
                break


vocabulary = st.sampled_from(
    ["a", "A", "b", "bb", "á", "c-d", "c,", "&", "“b", "ü.", "и", "й", "№5", "x\u0301", "100%"]
)
gaps = st.sampled_from([" ", " ", " ", "  ", "\n", "\n\n    ", "\t"])
texts = st.lists(st.tuples(vocabulary, gaps), min_size=1, max_size=60)


@given(texts, st.data())
def test_a_browser_finds_the_words_first_or_else_words_that_stand_there_twice(
    told: list[tuple[str, str]], data: st.DataObject
) -> None:
    first = data.draw(st.integers(0, len(told) - 1))
    last = data.draw(st.integers(first, len(told) - 1))
    text = "".join(word + gap for word, gap in told)
    start = sum(len(word + gap) for word, gap in told[:first])
    words = "".join(word + gap for word, gap in told[first : last + 1]).strip()
    found = browse(text, link_to_words(URL, text, start, start + len(words)).partition("text=")[2])
    assert found
    if found != (start, start + len(words)):
        lines = letters(words).split()
        opening = letters(text[slice(*found)]).split()
        assert opening[:1] == lines[:1] or opening[0].endswith(lines[0])


@given(st.lists(st.sampled_from("ab"), min_size=2, max_size=30), st.data())
def test_among_words_apart_the_place_is_always_the_right_one(
    told: list[str], data: st.DataObject
) -> None:
    """Each place is told from the others by the numbers around it, however alike its words are."""
    words = [f"{n}{word}" if n % 7 == 0 else word for n, word in enumerate(told)]
    first = data.draw(st.integers(0, len(words) - 1))
    last = data.draw(st.integers(first, len(words) - 1))
    text = " ".join(words)
    start = len(" ".join(words[:first])) + (first > 0)
    end = start + len(" ".join(words[first : last + 1]))
    assert browse(text, link_to_words(URL, text, start, end).partition("text=")[2]) == (start, end)


@pytest.mark.parametrize(
    ("text", "words", "written"),
    [
        ("It rained.", "It rained.", "It%20rained."),
        ("A well-known, it & she", "well-known, it &", "well%2Dknown%2C%20it%20%26"),
        ("1 2 3 4 5 6 7 8 9", "1 2 3 4 5 6 7 8 9", "1%202%203%204,6%207%208%209"),
        ("One rose.\nTwo fell.", "One rose.\nTwo fell.", "One%20rose.,Two%20fell."),
        ("He left. She stayed. He left.", "He left.", "He%20left.,-She"),
        ("Ada left.\nEve: ada LEFT.", "ada LEFT.", "Eve%3A-,ada%20LEFT."),
        ("Résumé sent. A resume sent.", "resume sent.", "A-,resume%20sent."),
        ("one\ntwo", "one\ntwo", "one,two"),
        ("1 2 3 4 b b b b b a", "1 2 3 4 b b b b b", "1%202%203%204,b%20b%20b%20b%20b"),
        ("雨が降った。風が吹いた。雪が", "風が吹いた。", "%E9%A2%A8%E3%81%8C%E5%90%B9%E3%81%84%E3%81%9F%E3%80%82"),
    ],
)  # fmt: skip
def test_a_directive_has_as_few_words_as_tell_the_place(
    text: str, words: str, written: str
) -> None:
    assert directive(text, words) == written


@pytest.mark.parametrize(
    ("url", "opened"),
    [
        ("https://e.org/a#b", "https://e.org/a#b:~:text=It%20rained."),
        ("https://e.org/#", "https://e.org/#:~:text=It%20rained."),
        ("https://e.org/#b:~:text=snow", "https://e.org/#b:~:text=It%20rained."),
        ("https://t.me/news/12", "https://t.me/news/12"),
    ],
)
def test_a_fragment_is_kept_and_a_post_is_opened_as_it_is(url: str, opened: str) -> None:
    assert link_to_words(url, "It rained.", 0, 10) == opened


def test_words_without_spaces_make_no_link_that_is_longer_than_a_link_may_be() -> None:
    assert link_to_words(URL, "雨" * 600, 0, 600) == URL
    assert link_to_words(URL, "  ", 0, 2) == URL
