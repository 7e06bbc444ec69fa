"""
Turns a question and a passage into the input of a model, in training as in use.

The form is BERT's for pairs of texts: `[CLS] question [SEP] context passage [SEP]`. Offsets are characters of
the passage's text. See Devlin et al., "BERT" (2018).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from retrieval.articles import Span

if TYPE_CHECKING:
    from tokenizers import Encoding, Tokenizer

MAX_TOKENS = 224
"""Tokens of an input; a passage has about 150, and longer ones lose their end."""

QUESTION_TOKENS = 40
CONTEXT_TOKENS = 32
"""Tokens of a question and of a context; what is longer loses its end."""

_MARKS = (("[CLS]", ("[SEP]",), "[PAD]"), ("<s>", ("</s>", "</s>"), "<pad>"))
"""
How BERT and RoBERTa mark the start of an input, the border between its two texts, and what fills it up.
An input ends with the last mark of that border.
"""


@dataclass(frozen=True, slots=True)
class ReaderInput:
    """
    One input of the model.

    Attributes:
        ids: The ids of all tokens.
        second: The place of the first token after the border; from there on the type of a token is 1.
        first: The place of the passage's first token.
        offsets: For each token of the passage, where it stands in the passage's text.
    """

    ids: tuple[int, ...]
    second: int
    first: int
    offsets: tuple[Span, ...]

    def locate(self, first: int, last: int) -> Span:
        """Return where the tokens from place *first* to *last*, both of the passage, stand in its text."""
        return Span(self.offsets[first - self.first].start, self.offsets[last - self.first].end)

    def find_tokens(self, span: Span) -> tuple[int, int] | None:
        """Return the places of the first and the last token that overlap *span* of the passage's text."""
        places = [
            place
            for place, (start, end) in enumerate(self.offsets, self.first)
            if start < span.end and span.start < end
        ]
        return (places[0], places[-1]) if places else None


class InputMaker:
    """Makes the inputs of one tokenizer. Safe to share between threads."""

    def __init__(self, tokenizer: Tokenizer, max_tokens: int = MAX_TOKENS) -> None:
        """
        *max_tokens* are those of an input.

        Raises:
            ValueError: The tokenizer knows neither the marks of BERT nor those of RoBERTa.
        """
        marks = _find_marks(tokenizer)
        if not marks:
            raise ValueError("has no mark for the start of a text and between two texts")
        self._start, self._border, self.pad = marks
        self._tokenizer = tokenizer
        self._max_tokens = max_tokens
        tokenizer.no_padding()
        tokenizer.no_truncation()
        # Else a text that spells a mark, such as "[SEP]", would end itself.
        tokenizer.encode_special_tokens = True

    def make(self, question: str, passages: Sequence[tuple[str, str]]) -> list[ReaderInput]:
        """Return the inputs for *question* with each of *passages*, given as context and text."""
        texts = [question, *(text for pair in passages for text in pair)]
        encoded = self._tokenizer.encode_batch(
            [_replace_surrogates(text) for text in texts], add_special_tokens=False
        )
        return [
            self._join(encoded[0], context, text)
            for context, text in zip(encoded[1::2], encoded[2::2], strict=True)
        ]

    def _join(self, question: Encoding, context: Encoding, text: Encoding) -> ReaderInput:
        before = [self._start, *question.ids[:QUESTION_TOKENS], *self._border]
        second = len(before)
        before += context.ids[:CONTEXT_TOKENS]
        room = max(0, self._max_tokens - len(before) - 1)
        return ReaderInput(
            (*before, *text.ids[:room], self._border[-1]),
            second,
            len(before),
            tuple(Span(*offset) for offset in text.offsets[:room]),
        )


def make_context(title: str, heading: str | None = None, published: str | None = None) -> str:
    """
    Return what a reader is told about a passage: title, heading and date, those that there are.

    Args:
        published: A date as `Article.published` has it; a time of day after it is left out.
    """
    parts = (title, heading, published and published[: len("2000-01-01")])
    present = [part.strip().rstrip(".") for part in parts if part]
    return ". ".join(filter(None, present)) + "." if any(present) else ""


def make_batch(inputs: Sequence[ReaderInput], pad: int = 0) -> Mapping[str, NDArray[np.int64]]:
    """
    Return *inputs* as arrays of the shape `(inputs, tokens)`, by their names in exported models.

    Args:
        pad: The id that fills up shorter inputs, as `InputMaker.pad` has it.
    """
    shape = len(inputs), max((len(each.ids) for each in inputs), default=0)
    ids = np.full(shape, pad, np.int64)
    types, mask = np.zeros(shape, np.int64), np.zeros(shape, np.int64)
    for row, each in enumerate(inputs):
        ids[row, : len(each.ids)] = each.ids
        types[row, each.second : len(each.ids)] = 1
        mask[row, : len(each.ids)] = 1
    return {"input_ids": ids, "token_type_ids": types, "attention_mask": mask}


def _find_marks(tokenizer: Tokenizer) -> tuple[int, tuple[int, ...], int] | None:
    """Return the ids of the start, of the border and of what fills up an input, if there are such."""
    for start, border, pad in _MARKS:
        ids = [tokenizer.token_to_id(mark) for mark in (start, *border)]
        known = [id_ for id_ in ids if id_ is not None]
        if len(known) == len(ids):
            return known[0], tuple(known[1:]), tokenizer.token_to_id(pad) or 0
    return None


def _replace_surrogates(text: str) -> str:
    """Return *text* with "?" for each half of a surrogate pair, which tokenizers refuse."""
    return text.encode(errors="replace").decode()
