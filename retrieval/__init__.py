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
    "retrieval.answers.speaker_search",
    "retrieval.bench.collection",
    "retrieval.bench.contestants",
    "retrieval.bench.making",
    "retrieval.bench.measuring",
    "retrieval.bench.plot",
    "retrieval.bench.questions",
    "retrieval.bench.table",
    "retrieval.collection.on_disk",
    "retrieval.collection.opening",
    "retrieval.collection.sync",
    "retrieval.collection.sync_records",
    "retrieval.evaluation.comparison",
    "retrieval.evaluation.measures",
    "retrieval.evaluation.outcomes",
    "retrieval.evaluation.question_sets",
    "retrieval.evaluation.trec_runs",
    "retrieval.index.candidates.opensearch.settings",
    "retrieval.index.candidates.opensearch.store",
    "retrieval.maintenance.adding",
    "retrieval.maintenance.removal",
    "retrieval.output.bars",
    "retrieval.output.bibliography",
    "retrieval.output.json_output",
    "retrieval.output.plain_text",
    "retrieval.output.sentences",
    "retrieval.output.terminal",
    "retrieval.output.verification_text",
    "retrieval.quotations.affiliations",
    "retrieval.quotations.coreference",
    "retrieval.ranking.calibration",
    "retrieval.reading.folder",
    "retrieval.reading.sandbox",
    "retrieval.receipts.verification",
    "retrieval.receipts.versions",
    "retrieval.semantic.closeness",
    "retrieval.semantic.model_files",
    "retrieval.semantic.models",
    "retrieval.semantic.storage",
)


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
        self.lock = (
            RLock()
        )  # of one module: one for all could wait for a thread that imports, and it for us

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
