"""Finds languages: one module each beside this one, loaded when one is asked for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields
from functools import cache, reduce
from importlib import import_module
from operator import add, or_
from pathlib import Path
from typing import Any, TypeVar

from retrieval.lang.schema import Language, Names, Speech

_Part = TypeVar("_Part", Speech, Names)
_ALIASES = {"nb": "no", "nn": "no"}


@cache
def codes() -> tuple[str, ...]:
    """Return the ISO 639-1 codes of all languages that something is known of, in order."""
    found = (path.stem for path in Path(__file__).parent.glob("??.py"))
    return tuple(sorted(found))


@cache
def language(code: str | None) -> Language | None:
    """Return the language of that ISO 639-1 *code*; None where nothing is known of it."""
    code = _ALIASES.get(code or "", code or "")
    if code not in codes():
        return None
    found: Language = import_module(f"retrieval.lang.{code}").LANGUAGE
    return found


@cache
def speech(code: str | None) -> Speech:
    """Return how the language of *code* reports speech, joined with how English does."""
    english, own = language("en"), language(code)
    assert english
    assert english.speech
    return _joined(Speech, [english.speech, (own and own.speech) or english.speech])


@cache
def names() -> Names:
    """Return the words in and next to names in all languages, since articles quote foreign names."""
    return _joined(Names, [known.names for code in codes() if (known := language(code))])


def _joined(part: type[_Part], parts: Sequence[_Part]) -> _Part:
    """Return a part with the words of all *parts*: sets and mappings are united, tuples appended."""
    values: dict[str, Any] = {}
    for one in fields(part):
        several = [getattr(each, one.name) for each in parts]
        values[one.name] = reduce(add if isinstance(several[0], tuple) else or_, several)
    return part(**values)
