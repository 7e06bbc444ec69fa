"""The input of a model: its marks and parts, what is cut off, and offsets that lead back to the text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.articles import Span
from retrieval.reader.inputs import (
    CONTEXT_TOKENS,
    MAX_TOKENS,
    QUESTION_TOKENS,
    InputMaker,
    ReaderInput,
    make_batch,
    make_context,
)
from tests.support.readers import WORDS, installed, make_tokenizer

TEXTS = st.text(st.characters(), max_size=60)


def make(question: str, context: str, text: str) -> ReaderInput:
    [made] = InputMaker(make_tokenizer()).make(question, [(context, text)])
    return made


@installed
def test_an_input_is_question_context_and_passage_between_marks() -> None:
    made = make("why?", "On.", "A b")

    assert " ".join(WORDS[id_] for id_ in made.ids) == ("[CLS] w ##h ##y ? [SEP] o ##n . a b [SEP]")
    assert WORDS[made.ids[made.second]] == "o"
    assert WORDS[made.ids[made.first]] == "a"
    assert made.offsets == (Span(0, 1), Span(2, 3))


@installed
def test_what_is_too_long_loses_its_end() -> None:
    made = make("q " * 99, "c " * 99, "p " * 999)

    assert made.second == QUESTION_TOKENS + 2
    assert made.first == made.second + CONTEXT_TOKENS
    assert len(made.ids) == MAX_TOKENS
    assert made.ids[-1] == WORDS.index("[SEP]")
    assert len(made.offsets) == MAX_TOKENS - made.first - 1


@installed
def test_a_text_that_spells_a_mark_does_not_end_there() -> None:
    assert make("[SEP]", "", "a [SEP] b").ids.count(WORDS.index("[SEP]")) == 2


@installed
@given(TEXTS, TEXTS, TEXTS)
def test_offsets_of_any_text_lead_back_to_it(question: str, context: str, text: str) -> None:
    made = make(question, context, text)

    assert len(made.ids) == made.first + len(made.offsets) + 1
    for place, offset in enumerate(made.offsets, made.first):
        assert 0 <= offset.start <= offset.end <= len(text)
        assert made.locate(place, place) == offset
        if len(text[offset.start : offset.end]) == 1 and text[offset.start] in "abcz019":
            assert WORDS[made.ids[place]].removeprefix("##") == text[offset.start]


@installed
@pytest.mark.parametrize("words", ["b", "b c", "B Ç", "d."])
def test_words_of_the_passage_are_found_among_its_tokens_and_back(words: str) -> None:
    text = "a b c. B Ç d."
    start = text.index(words)
    made = make("a?", "b.", text)
    places = made.find_tokens(Span(start, start + len(words)))

    assert places
    assert made.locate(*places) == (start, start + len(words))


@installed
def test_words_that_were_cut_off_have_no_tokens() -> None:
    assert make("q", "", "p " * 999).find_tokens(Span(900, 910)) is None


@installed
def test_a_tokenizer_without_marks_is_refused() -> None:
    with pytest.raises(ValueError, match="no mark"):
        InputMaker(make_tokenizer(["[UNK]", "a", "b", "c"]))


@pytest.mark.parametrize(
    ("title", "heading", "published", "context"),
    [
        ("Ferry sinks", None, None, "Ferry sinks."),
        ("Ferry sinks.", "Rescue", "2026-03-04", "Ferry sinks. Rescue. 2026-03-04."),
        ("Ferry sinks", None, "2026-03-04T10:00:00Z", "Ferry sinks. 2026-03-04."),
        ("", None, "2026-03", "2026-03."),
        ("", "", None, ""),
    ],
)
def test_the_context_is_title_heading_and_date(
    title: str, heading: str | None, published: str | None, context: str
) -> None:
    assert make_context(title, heading, published) == context


def test_a_batch_is_filled_up_to_its_longest_input() -> None:
    long = ReaderInput((1, 7, 2, 8, 9, 2), 3, 4, (Span(0, 1),))
    short = ReaderInput((1, 7, 2, 2), 3, 3, ())
    batch = make_batch([long, short], pad=5)

    assert {name: array.tolist() for name, array in batch.items()} == {
        "input_ids": [[1, 7, 2, 8, 9, 2], [1, 7, 2, 2, 5, 5]],
        "token_type_ids": [[0, 0, 0, 1, 1, 1], [0, 0, 0, 1, 0, 0]],
        "attention_mask": [[1, 1, 1, 1, 1, 1], [1, 1, 1, 1, 0, 0]],
    }
