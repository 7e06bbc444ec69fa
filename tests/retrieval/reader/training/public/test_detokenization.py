"""Tokens put back together."""

from __future__ import annotations

import pytest

from retrieval.articles import Span
from retrieval.reader.training.public.detokenization import detokenize


@pytest.mark.parametrize(
    ("tokens", "text"),
    [
        ("She came , saw , and left .", "She came, saw, and left."),
        ("`` It is n't hers , '' he said .", '"It isn\'t hers," he said.'),
        ("the ship -LRB- a brig -RRB- sank", "the ship (a brig) sank"),
        ("the ship ( a brig ) 's bell", "the ship (a brig)'s bell"),
        ("a well - known islander , 1901 -- 1904", "a well-known islander, 1901–1904"),
        ("no -- never", "no – never"),
        ("it cost $ 40 , or 12 % more", "it cost $40, or 12% more"),
        ("Nothing to do here", "Nothing to do here"),
    ],
)
def test_spaces_go_that_only_tokens_have(tokens: str, text: str) -> None:
    assert detokenize(tokens) == (text, [])


@pytest.mark.parametrize("answer", ["-LRB- Maud Tarrant -RRB-", "Maud Tarrant", "1862 .", "The"])
def test_spans_move_with_their_words(answer: str) -> None:
    tokens = "The tower 's builder -LRB- Maud Tarrant -RRB- , not n't , came in 1862 ."
    start = tokens.index(answer)
    text, [span] = detokenize(tokens, [Span(start, start + len(answer))])
    assert text == "The tower's builder (Maud Tarrant), notn't, came in 1862."
    assert text[slice(*span)] == detokenize(answer)[0]
