"""The losses that the network learns by."""

from __future__ import annotations

from typing import Any

import pytest

torch = pytest.importorskip("torch", reason="needs the extra: pip install 'cuttings[train]'")
model = pytest.importorskip("retrieval.reader.training.model")


def losses(
    scores: list[float], right: list[float], sizes: list[int], start: int = 1
) -> list[float]:
    """Return the three losses of a network that gives these *scores*, and puts every answer at token 1."""
    count = len(scores)

    def network(*_: Any) -> Any:
        spans = torch.zeros(count, 4)
        spans[:, 1] = 9.0
        return torch.tensor(scores), spans, spans

    ids = torch.ones(count, 4, dtype=torch.long)
    places = torch.full((count,), start)
    batch = model.Batch(ids, ids, ids, ids.bool(), places, places, torch.tensor(right), sizes)
    return [float(loss) for loss in model.measure_loss(network, batch)]


def test_each_loss_is_small_where_the_network_is_right() -> None:
    assert losses([9.0, -9.0], [1.0, 0.0], [2]) == pytest.approx([0, 0, 0], abs=0.01)


def test_a_wrong_place_a_wrong_verdict_and_a_wrong_order_each_cost() -> None:
    where, whether, which = losses([-9.0, 9.0], [1.0, 0.0], [2], start=2)
    assert min(where, whether, which) > 5


def test_an_answer_at_no_known_place_costs_nothing() -> None:
    assert losses([9.0, -9.0], [1.0, 0.0], [2], start=-1)[0] == 0


@pytest.mark.parametrize(
    ("right", "sizes"), [([0.0, 0.0], [2]), ([1.0, 1.0], [2]), ([1.0, 0.0], [1, 1])]
)
def test_only_one_right_passage_among_several_can_be_compared(
    right: list[float], sizes: list[int]
) -> None:
    assert losses([-9.0, 9.0], right, sizes)[2] == 0
