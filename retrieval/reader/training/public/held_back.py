"""Keeps what the reader is judged by out of what it learns from."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from retrieval.articles import QuestionsError
from retrieval.reader.training.examples import words_of
from retrieval.reader.training.public.lines import Line

_RUN = 10
"""Words in a row that two passages share only if one has them from the other."""

_SHORT = 3
"""Words of a question that two sets may well have independently."""


class HeldBack:
    """The titles, questions and passages of question sets, as `corpus.jsonl` and `queries.jsonl` in folders."""

    def __init__(self, folders: Iterable[Path]) -> None:
        self._titles: set[str] = set()
        self._questions: set[str] = set()
        self._runs: set[str] = set()
        for folder in folders:
            for article in _read(folder / "corpus.jsonl"):
                self._titles.add(_normalized(article.get("title") or ""))
                self._runs.update(_runs(article["text"]))
            self._questions.update(_normalized(q["text"]) for q in _read(folder / "queries.jsonl"))

    def has(self, line: Line) -> bool:
        """Return whether the line is about an article of these sets, asks a question of theirs, or shares a run of words."""
        question = _normalized(line.question)
        if len(question.split()) > _SHORT and question in self._questions:
            return True
        if line.title and _normalized(line.title) in self._titles:
            return True
        return not self._runs.isdisjoint(_runs(line.passage))


def _read(path: Path) -> Iterator[dict[str, Any]]:
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise QuestionsError(f"{path}: {error.strerror}") from error
    return map(json.loads, lines)


def _normalized(text: str) -> str:
    return " ".join(words_of(text))


def _runs(text: str) -> Iterator[str]:
    words = list(words_of(text))
    return (" ".join(words[i : i + _RUN]) for i in range(len(words) - _RUN + 1))
