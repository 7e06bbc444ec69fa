"""The graph of a trained reader says what the network would, to within seven bits."""

from __future__ import annotations

import numpy as np

from retrieval.reader.training.graph import INPUTS, OUTPUTS, ReaderGraph
from tests.support.bert_by_hand import bert_by_hand
from tests.support.embedding_models import BERT, WIDTH, bert_tensors
from tests.support.readers import installed


@installed
def test_the_graph_reads_as_bert_with_two_heads_does() -> None:
    import onnxruntime

    chance = np.random.default_rng(1)
    tensors = dict(bert_tensors())
    for head, wide in (("answer_head", 1), ("span_head", 2)):
        tensors[f"{head}.weight"] = chance.normal(size=(wide, WIDTH)).astype(np.float32)
        tensors[f"{head}.bias"] = chance.normal(size=wide).astype(np.float32)
    session = onnxruntime.InferenceSession(ReaderGraph(tensors, BERT).build())
    ids, types = [1, 3, 4, 2, 5, 3, 2], [0, 0, 0, 0, 1, 1, 1]
    given = dict(zip(INPUTS, (np.array([ids]), np.array([types])), strict=True))
    answers, starts, ends = session.run(OUTPUTS, given)

    read = bert_by_hand(tensors, ids, types)
    spans = read @ tensors["span_head.weight"].T + tensors["span_head.bias"]
    answer = read[0] @ tensors["answer_head.weight"].T + tensors["answer_head.bias"]
    assert answers.shape == (1,)
    assert starts.shape == ends.shape == (1, len(ids))
    made = np.concatenate([answers, starts[0], ends[0]])
    assert np.corrcoef(made, np.concatenate([answer, spans[:, 0], spans[:, 1]]))[0, 1] > 0.99
