"""Finds languages: each is a module beside this one, which is imported when the language is needed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cache, reduce
from importlib import import_module
from operator import add, or_
from pathlib import Path
from typing import Any, TypeVar

from retrieval.lang.schema import Language, Names, Speech

_Part = TypeVar("_Part", Speech, Names)
_NAMES = {
    "bg": "Bulgarian", "ca": "Catalan", "eo": "Esperanto", "et": "Estonian", "eu": "Basque",
    "ga": "Irish", "gu": "Gujarati", "hi": "Hindi", "hy": "Armenian", "id": "Indonesian", "lt": "Lithuanian",
    "ms": "Malaysian", "ne": "Nepali", "sk": "Slovak", "sr": "Serbian", "ta": "Tamil", "vi": "Vietnamese",
    "yi": "Yiddish",
}  # fmt: skip
"""Languages without a module. The stop-words package and Snowball know a language by its English name."""


@cache
def _modules() -> tuple[str, ...]:
    return tuple(sorted(path.stem for path in Path(__file__).parent.glob("??.py")))


@cache
def codes() -> tuple[str, ...]:
    """Return the ISO 639-1 codes of all languages that something is known of, in order."""
    return tuple(sorted({*_modules(), *_NAMES}))


@cache
def languages() -> tuple[Language, ...]:
    """Return all languages that have a module: English, then the others in the order of their codes."""
    return (language("en"), *(language(code) for code in _modules() if code != "en"))


@cache
def language(code: str | None) -> Language:
    """
    Return the language of the ISO 639-1 *code*; English for None.

    A language that nothing is known of has its code for a name, and no data.
    """
    code = code or "en"
    if code in _modules():
        own: Language = import_module(f"retrieval.lang.{code}").LANGUAGE
        return own
    written = (other for other in languages() if code in other.aliases)
    return next(written, None) or Language(
        code=code, name=_NAMES.get(code, code), listed=code in _NAMES
    )


@cache
def possible(code: str | None) -> tuple[Language, ...]:
    """Return the languages whose question words and months are looked for in a text in that of *code*."""
    own = language(code)
    return tuple(other for other in languages() if other.everywhere or other is own)


def union(field: Callable[[Language], str], among: Iterable[Language] = ()) -> str:
    """Return a pattern of any of those in a *field* of the languages *among*; of all languages by default."""
    return "|".join(filter(None, map(field, among or languages())))


@cache
def speech(code: str | None) -> Speech:
    """Return how the language of *code* reports speech, joined with how English does."""
    english = language("en").speech
    assert english
    return _joined(Speech, [english, language(code).speech or english])


@cache
def names() -> Names:
    """Return the words in and next to names in all languages, since articles quote foreign names."""
    return _joined(Names, [known.names for known in languages()])


def _joined(part: type[_Part], parts: Sequence[_Part]) -> _Part:
    """Return a part with the words of all *parts*: sets and mappings are united, tuples appended."""
    values: dict[str, Any] = {}
    for name in part.__annotations__:
        several = [getattr(each, name) for each in parts]
        values[name] = reduce(add if isinstance(several[0], tuple) else or_, several)
    return part(**values)
