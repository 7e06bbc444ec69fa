"""
A reader that is a folder of files: an ONNX graph, its tokenizer, and perhaps `reader.json`.

Every passage is read alone: on a CPU, padding to a batch takes longer, and where weights are of eight bits
a reading would depend on what else is in the batch.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cached_property, lru_cache, partial
from importlib.util import find_spec
from pathlib import Path
from threading import RLock
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from retrieval.articles import ModelError, Span
from retrieval.reader.inputs import MAX_TOKENS, InputMaker, make_batch
from retrieval.reader.outputs import Interpreter, choose_interpreter
from retrieval.reader.records import NEEDED, ReaderPassage, Reading
from retrieval.semantic.encoders import open_session
from retrieval.semantic.model_files import (
    ModelFiles,
    ModelKind,
    find_model_files,
    load_tokenizer,
    require,
)
from retrieval.text.sentences import trim

READER = ModelKind(
    "A reader",
    "reader",
    ("model.onnx", "onnx/model_quantized.onnx", "onnx/model.onnx"),
    ("reader.json",),
)

_VERSION = "reader-1"
"""Changes when the same model reads the same words differently."""

_KEPT = 512
"""Readings kept in memory, about 1 kB each: people page through an answer and ask again."""

_MOST_THREADS = 4
"""Passages read at the same time, at most."""

_TYPES: Mapping[str, type[np.integer[Any]]] = {"tensor(int64)": np.int64, "tensor(int32)": np.int32}


class _Loaded(NamedTuple):
    """What takes long to load; `inputs` has the type of each input that the graph wants."""

    maker: InputMaker
    session: Any
    inputs: Mapping[str, type[np.integer[Any]]]
    outputs: Sequence[str]
    interpret: Interpreter
    pool: ThreadPoolExecutor


class OnnxReader:
    """A `Reader` that ONNX Runtime runs. The graph is loaded when it is first used."""

    def __init__(self, model: str) -> None:
        """
        Find the files of *model*: a local folder, or a name in the hub's cache.

        Raises:
            ModelError: There are no such files, or the extra is not installed.
        """
        for library in NEEDED:
            if not find_spec(library):  # importing it takes long, and may not be needed
                require(library, READER)
        self._files = find_model_files(model, READER)
        self.languages, self._max_tokens = _read_settings(self._files)
        self._loading = RLock()
        self._read_one = lru_cache(_KEPT)(self._run)

    @cached_property
    def version(self) -> str:
        return self._files.digest(_VERSION)

    def load(self) -> None:
        """
        Load the graph and the tokenizer, unless they are loaded.

        Raises:
            ModelError: They cannot be loaded, or read no passages.
        """
        with self._loading:
            _ = self._loaded

    def read(self, question: str, passages: Sequence[ReaderPassage]) -> list[Reading]:
        """
        Return the reading of each of *passages*.

        Raises:
            ModelError: The model cannot be loaded, or reads no passages.
        """
        self.load()
        return list(self._loaded.pool.map(partial(self._read_one, question), passages))

    def _run(self, question: str, passage: ReaderPassage) -> Reading:
        maker, session, types, names, interpret, _ = self._loaded
        context, text, start = passage
        [given] = maker.make(question, [(context, text)])
        batch = make_batch([given])
        wanted = {name: batch[name].astype(type_, copy=False) for name, type_ in types.items()}
        try:
            outputs: list[NDArray[np.floating[Any]]] = session.run(names, wanted)
        # The errors of ONNX Runtime have no common class of their own.
        except Exception as error:
            cause = str(error).partition("\n")[0]
            raise ModelError(
                f"{self._files.name} cannot read {len(given.ids)} tokens: {cause}"
            ) from error
        try:
            reading = interpret(dict(zip(names, outputs, strict=True)), given)
        except ValueError as error:
            raise ModelError(f"{self._files.name} {error}") from error
        return Reading(reading.answers, _in_article(reading.span, text, start))

    @cached_property
    def _loaded(self) -> _Loaded:
        weights = self._files.weights
        # From a path, so that ONNX Runtime finds weights that lie beside the graph.
        graph = str(weights) if isinstance(weights, Path) else weights.read_bytes()
        session = open_session(graph, threads=1, kind=READER)
        outputs = [output.name for output in session.get_outputs()]
        interpret = choose_interpreter(outputs)
        if not interpret:
            raise ModelError(
                f"{self._files.name} is no reader: its outputs are {', '.join(outputs)}, and not "
                "answers, starts and ends, nor start_logits and end_logits, nor logits"
            )
        inputs = {each.name: _TYPES.get(each.type) for each in session.get_inputs()}
        known = {name: type_ for name, type_ in inputs.items() if type_}
        if known.keys() != inputs.keys() or not known.keys() <= make_batch([]).keys():
            raise ModelError(f"{self._files.name} is no reader: it takes {', '.join(inputs)}")
        try:
            maker = InputMaker(load_tokenizer(self._files, READER), self._max_tokens)
        except ValueError as error:
            raise ModelError(f"{self._files.tokenizer} {error}") from error
        pool = ThreadPoolExecutor(min(_MOST_THREADS, _count_cores()), "reader")
        return _Loaded(maker, session, known, outputs, interpret, pool)


def _read_settings(files: ModelFiles) -> tuple[frozenset[str] | None, int]:
    """
    Return the languages that `reader.json` names, and the tokens of an input.

    Raises:
        ModelError: It has something else there.
    """
    settings = files.settings.get("reader.json", {})
    languages, tokens = settings.get("languages"), settings.get("tokens", MAX_TOKENS)
    if not (languages is None or isinstance(languages, list)) or not isinstance(tokens, int):
        raise ModelError(
            f"reader.json of {files.name}: languages is not a list, or tokens not a number"
        )
    if tokens < 1:
        raise ModelError(f"reader.json of {files.name}: tokens is less than 1")
    return None if languages is None else frozenset(map(str, languages)), tokens


def _count_cores() -> int:
    """Return how many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _in_article(span: Span | None, text: str, start: int) -> Span | None:
    """Return *span* of *text*, which begins at *start* in its article, without white space around it."""
    if not span:
        return None
    trimmed = trim(text, *span)  # some tokenizers count the space before a word to it
    return Span(start + trimmed.start, start + trimmed.end) if trimmed[0] < trimmed[1] else None
