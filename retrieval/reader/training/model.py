"""The reader as it is trained: a small encoder with two heads, in PyTorch; `export` makes it what answers are read with."""

from __future__ import annotations

import json
from pathlib import Path
from typing import NamedTuple

import torch
from torch import Tensor, nn
from torch.nn import functional

from retrieval.reader.inputs import MAX_TOKENS
from retrieval.reader.training.graph import ReaderGraph

_MASKED = -1e4


class Batch(NamedTuple):
    """
    Groups of examples as tensors.

    Attributes:
        ids, types, mask: `(examples, tokens)`, as the model reads them.
        may_hold: Which tokens an answer may begin or end at: those of the passage, and [CLS] for none.
        starts, ends: The tokens of the answer, 0 for none, -1 if they are not known; `(examples,)`.
        answers: 1.0 where the passage answers, else 0.0; `(examples,)`.
        sizes: How many examples each group has.
    """

    ids: Tensor
    types: Tensor
    mask: Tensor
    may_hold: Tensor
    starts: Tensor
    ends: Tensor
    answers: Tensor
    sizes: list[int]


class ReaderNetwork(nn.Module):
    """Reads question and passage together; says whether the passage answers, and where."""

    def __init__(self, base: Path, layers: int | None = None) -> None:
        """
        Args:
            base: A folder with a BERT model (`config.json`, `model.safetensors`) and its `tokenizer.json`.
            layers: Keep that many of its layers, from the first.
        """
        from transformers import BertModel

        super().__init__()
        # Two epochs need no dropout, which takes more than half of the time on a CPU; and PyTorch's own
        # attention takes longer to go back through than three products do.
        self.encoder = BertModel.from_pretrained(
            base,
            add_pooling_layer=False,
            attn_implementation="eager",
            hidden_dropout_prob=0.0,
            attention_probs_dropout_prob=0.0,
        )
        if layers:
            self.encoder.encoder.layer = self.encoder.encoder.layer[:layers]
            self.encoder.config.num_hidden_layers = layers
        width = self.encoder.config.hidden_size
        self.span_head = nn.Linear(width, 2)
        self.answer_head = nn.Linear(width, 1)

    def forward(self, ids: Tensor, mask: Tensor, types: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Return the log odds that each passage answers, and of each token that the answer starts or ends there."""
        read = self.encoder(
            input_ids=ids, attention_mask=mask, token_type_ids=types
        ).last_hidden_state
        starts, ends = self.span_head(read).unbind(-1)
        return self.answer_head(read[:, 0]).squeeze(-1), starts, ends


def measure_loss(network: ReaderNetwork, batch: Batch) -> tuple[Tensor, Tensor, Tensor]:
    """
    Return three losses: of where the answer is, of whether each passage answers, and of which one of a group does.

    The last compares only the passages of one question, so it cannot be lowered by how a question is worded.
    """
    with torch.autocast(batch.ids.device.type, dtype=torch.bfloat16):
        answers, starts, ends = network(batch.ids, batch.mask, batch.types)
    answers = answers.float()
    known = batch.starts >= 0
    where = torch.zeros(())
    if known.any():
        hidden = ~batch.may_hold
        where = (
            sum(
                functional.cross_entropy(
                    logits.float().masked_fill(hidden, _MASKED)[known], gold[known]
                )
                for logits, gold in ((starts, batch.starts), (ends, batch.ends))
            )
            / 2
        )
    whether = functional.binary_cross_entropy_with_logits(answers, batch.answers)
    which = [
        functional.cross_entropy(scores[None], right.argmax()[None])
        for scores, right in zip(
            answers.split(batch.sizes), batch.answers.split(batch.sizes), strict=True
        )
        if len(scores) > 1 and right.sum() == 1
    ]
    return where, whether, torch.stack(which).mean() if which else torch.zeros(())


def export(network: ReaderNetwork, folder: Path, tokenizer: Path) -> None:
    """Write *network* to *folder* as `model.onnx`, in eight bits and less, with its tokenizer and `reader.json`."""
    folder.mkdir(parents=True, exist_ok=True)
    tensors = {
        name.removeprefix("encoder.") if name.startswith("encoder.e") else name: tensor.numpy()
        for name, tensor in network.state_dict().items()
    }
    graph = ReaderGraph(tensors, network.encoder.config.to_dict()).build()
    (folder / "model.onnx").write_bytes(graph)
    (folder / "tokenizer.json").write_bytes(tokenizer.read_bytes())
    settings = {"languages": ["en"], "tokens": MAX_TOKENS}
    (folder / "reader.json").write_text(json.dumps(settings, indent=2) + "\n", encoding="utf-8")
