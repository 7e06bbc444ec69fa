"""
Find the exact words of a collection of articles that answer a question. Knows nothing of Telegram.

Modules that few runs need are imported at the top of a module like any other, as modules, and are loaded
when something of them is first used: that keeps the first answer of a shell quick. `LAZY` lists them, each
with what loading it takes; Python 3.15 has the same as `lazy import` (PEP 810).
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from importlib.machinery import ModuleSpec, PathFinder
from threading import RLock
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from importlib.abc import Loader
else:
    Loader = object  # `importlib.abc` takes longer to load than most of what is lazy here

LAZY = (
    "retrieval.answers.claim_check",  # 73 | 44.5
    "retrieval.answers.claim_comparison",  # 71 | 38.4
    "retrieval.answers.quoted_answers",  # 60 | 8.0
    "retrieval.answers.speaker_search",  # 47 | 3.2
    "retrieval.answers.timeline",  # 50 | 1.0
    "retrieval.answers.topic_search",  # 57 | 30.5
    "retrieval.bench.collection",  # 21 | 0.9
    "retrieval.bench.contestants",  # 190 | 38.7
    "retrieval.bench.making",  # 46 | 9.1
    "retrieval.bench.measuring",  # 271 | 45.3
    "retrieval.bench.plot",  # 204 | 40.6
    "retrieval.bench.questions",  # 44 | 1.6
    "retrieval.bench.table",  # 234 | 60.1
    "retrieval.collection.disk_store",  # 188 | 64.3
    "retrieval.collection.on_disk",  # 207 | 37.6
    "retrieval.collection.opening",  # 174 | 1.3
    "retrieval.collection.stored_meaning",  # 138 | 4.8
    "retrieval.collection.sync",  # 189 | 33.5
    "retrieval.collection.sync_records",  # 108 | 5.2
    "retrieval.evaluation.comparison",  # 25 | 4.1
    "retrieval.evaluation.measures",  # 25 | 3.4
    "retrieval.evaluation.outcomes",  # 23 | 1.5
    "retrieval.evaluation.question_sets",  # 22 | 1.0
    "retrieval.evaluation.trec_runs",  # 23 | 1.6
    "retrieval.evaluation.trust",  # 43 | 14.8
    "retrieval.evaluation.wording",  # 123 | 5.0
    "retrieval.index.candidates.opensearch.settings",  # 21 | 0.8
    "retrieval.index.candidates.opensearch.store",  # 113 | 10.6
    "retrieval.index.disk.index",  # 166 | 47.7
    "retrieval.library",  # 191 | 73.2
    "retrieval.maintenance.adding",  # 111 | 77.3
    "retrieval.maintenance.removal",  # 204 | 37.2
    "retrieval.output.bars",  # 68 | 20.9
    "retrieval.output.bibliography",  # 48 | 1.5
    "retrieval.output.json_output",  # 47 | 5.3
    "retrieval.output.plain_text",  # 45 | 0.6
    "retrieval.output.sentences",  # 48 | 0.1
    "retrieval.output.terminal",  # 63 | 18.1
    "retrieval.output.verification_text",  # 47 | 5.0
    "retrieval.quotations.coreference",  # 30 | 1.3
    "retrieval.ranking.read_groups",  # 106 | 26.4
    "retrieval.reader.onnx_reader",  # 113 | 21.6
    "retrieval.reading.folder",  # 27 | 0.0
    "retrieval.reading.sandbox",  # 32 | 3.9
    "retrieval.receipts.verification",  # 41 | 4.5
    "retrieval.receipts.versions",  # 36 | 0.8
    "retrieval.semantic.closeness",  # 131 | 19.0
    "retrieval.semantic.model_files",  # 38 | 14.4
    "retrieval.semantic.models",  # 118 | 19.5
)
"""
Behind each the milliseconds that loading it takes in a process that has loaded nothing, and in one that
answers a question; `python -m tests.benchmarks.lazy_modules` measures them.
"""


class _LazyModule(ModuleType):
    """
    A module that is loaded when something of it is used, once, by whichever thread comes first.

    `importlib.util.LazyLoader` lets a second thread see a half-loaded module before Python 3.12.
    """

    def __getattribute__(self, name: str) -> Any:
        if name != "__spec__":  # the import system looks at that while it imports the module
            spec = object.__getattribute__(self, "__spec__")
            with spec.loader.lock:
                if spec.loader_state == "waiting":
                    spec.loader_state = "loading"
                    spec.loader.load(self)
        return object.__getattribute__(self, name)


class _LazyLoader(Loader):
    def __init__(self, loader: Loader) -> None:
        self._loader = loader
        # One for each module: with one for all, two threads could wait for each other for good.
        self.lock = RLock()

    def create_module(self, spec: ModuleSpec) -> None:
        """Let the import system make the module."""

    def exec_module(self, module: ModuleType) -> None:
        """Leave the *module* as it is until it is used."""
        assert module.__spec__
        module.__spec__.loader_state = "waiting"
        module.__class__ = _LazyModule

    def load(self, module: ModuleType) -> None:
        """Load the *module*, which is an ordinary one from then on."""
        spec = object.__getattribute__(module, "__spec__")
        try:
            self._loader.exec_module(module)
        except BaseException:
            spec.loader_state = "waiting"
            raise
        module.__class__ = ModuleType


class _LazyFinder:
    """Finds the modules of these names, to be loaded when they are used."""

    def __init__(self, names: Iterable[str]) -> None:
        self._names = frozenset(names)

    def find_spec(
        self, name: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if name not in self._names:
            return None
        spec = PathFinder.find_spec(name, path, target)
        if spec and spec.loader:
            spec.loader = _LazyLoader(spec.loader)
        return spec


def load_lazily(names: Iterable[str]) -> None:
    """Let the modules of these *names* be loaded when they are first used, not when they are imported."""
    sys.meta_path.insert(0, _LazyFinder(names))


load_lazily(LAZY)
