"""Measures of two contestants, one of which failed."""

from retrieval.bench.collection import Contents
from retrieval.bench.records import CollectionMeasures, Measures, Times

TIMES = Times(999, 2997, 0.0012, 0.034, 0.001, 0.02, 0.0013, 0.2)
OURS = Measures(
    12.345, 50_000_000, {"index.sqlite/texts": 5_000_000, "terms": 7_000_000}, 0.1, 0.02, 40_000_000,
    30_000_000, TIMES, {"tantivy": 1.44},
)  # fmt: skip
MEASURED = CollectionMeasures(
    Contents(500, 10_000, 600_000, 70_000),
    {"cuttings": OURS, "tantivy": Measures(failed="signal 9 ended it at “build”")},
    0.999,
    0.5,
    0.25,
)
