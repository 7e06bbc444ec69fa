"""Tiny reader models, made when a test needs one."""

from __future__ import annotations

from importlib.util import find_spec
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tokenizers import Tokenizer

NEEDED = ("onnx", "onnxruntime", "tokenizers")

installed = pytest.mark.skipif(
    not all(map(find_spec, NEEDED)), reason="needs the extra: pip install 'cuttings[reader]'"
)

LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789.,?!-"
WORDS = ["[UNK]", "[CLS]", "[SEP]", "[PAD]", *LETTERS, *(f"##{letter}" for letter in LETTERS)]


def make_tokenizer(words: list[str] = WORDS) -> Tokenizer:
    """Return a tokenizer as BERT has, of single letters; it drops case and accents."""
    from tokenizers import Tokenizer, models, normalizers, pre_tokenizers

    vocabulary = {word: number for number, word in enumerate(words)}
    tokenizer = Tokenizer(models.WordPiece(vocabulary, unk_token=words[0]))
    tokenizer.normalizer = normalizers.BertNormalizer()
    tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    tokenizer.add_special_tokens(words[1:4])
    return tokenizer
