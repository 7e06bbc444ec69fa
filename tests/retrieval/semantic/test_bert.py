"""A BERT encoder as a graph: its vectors are those of the paper, to within seven bits."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from retrieval.articles import ModelError
from retrieval.semantic.models import load_embedding_model
from tests.support.bert_by_hand import bert_by_hand
from tests.support.embedding_models import (
    BERT,
    WORDS,
    bert_folder,
    bert_tensors,
    installed,
    write_model,
)


@installed
def test_bert_in_seven_bits_is_close_to_bert(tmp_path: Path) -> None:
    by_hand = bert_by_hand(
        bert_tensors(), [1, *(WORDS.index(word) for word in ("general", "army", "winter")), 2]
    )
    by_hand = by_hand.mean(0)
    [vector] = load_embedding_model(str(bert_folder(tmp_path))).embed(["general army winter"])

    assert vector @ by_hand / np.linalg.norm(by_hand) > 0.999


@installed
@pytest.mark.parametrize(
    ("config", "cause"),
    [
        ({"model_type": "mpnet"}, "only BERT runs"),
        (BERT | {"num_hidden_layers": 3}, "has no 'encoder.layer.2"),
    ],
)
def test_a_model_of_another_kind_is_refused(
    config: dict[str, object], cause: str, tmp_path: Path
) -> None:
    with pytest.raises(ModelError, match=cause):
        load_embedding_model(str(write_model(tmp_path, bert_tensors(), config)))
