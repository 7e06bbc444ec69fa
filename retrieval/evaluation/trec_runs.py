"""Rankings as runs, in the format of TREC."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import inf

from retrieval.evaluation.outcomes import Outcome

Run = Mapping[str, Sequence[tuple[str, float]]]
"""Query id -> (article id, score), best first, scores strictly falling."""


def strictly_falling(outcomes: Iterable[Outcome]) -> Run:
    """
    Return the ranking of each query with scores that no tool puts into another order.

    trec_eval reads scores as 32-bit floats and sorts equal ones by their ids, while MS MARCO's script
    keeps their order; so measures would disagree about ties.
    """
    import numpy as np

    run: dict[str, list[tuple[str, float]]] = {}
    for outcome in outcomes:
        last = np.float32(inf)
        falling = run.setdefault(outcome.query.id, [])
        for article, score in outcome.ranked:
            last = min(np.float32(score), np.nextafter(last, np.float32(-inf)))
            falling.append((article, float(last)))
    return run


def format_run(run: Run) -> Iterator[str]:
    """Yield the lines of a run: `query Q0 article rank score tag`."""
    for query, ranked in run.items():
        for rank, (article, score) in enumerate(ranked, 1):
            yield f"{query} Q0 {article} {rank} {score:.9g} cuttings\n"
