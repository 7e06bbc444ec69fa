"""Errors about articles, questions, indexes and models. `str()` of each is one sentence for people."""

from __future__ import annotations

from pathlib import Path


class ArticleError(ValueError):
    """An article, or a folder of them, cannot be read. The message names file and cause."""

    def __init__(self, path: Path | str, cause: str) -> None:
        super().__init__(path, cause)  # both arguments, so that it can be pickled
        self.path = path
        self.cause = cause

    def __str__(self) -> str:
        return f"{self.path}: {self.cause}"


class QuestionsError(ValueError):
    """Questions cannot be read or measured. The message names file, line and cause."""


class EngineError(ValueError):
    """An engine cannot be used, perhaps only at the moment. The message says why."""


class StoreError(EngineError):
    """An index on disk cannot be used."""


class ModelError(ValueError):
    """A model cannot be used. The message says why and what to do."""
