"""Finds languages: one module each beside this one, loaded when one is asked for."""

from __future__ import annotations

from dataclasses import fields
from functools import cache, reduce
from importlib import import_module
from operator import or_
from pathlib import Path

from retrieval.lang.schema import Language, Speech

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
    """Return how the language of *code* tells of speech, and how English does, which is quoted in others."""
    own = language(code)
    english = language("en")
    assert english
    assert english.speech
    both = [english.speech, (own and own.speech) or english.speech]
    names = [one.name for one in fields(Speech)]
    return Speech(**{name: reduce(or_, (getattr(one, name) for one in both)) for name in names})
