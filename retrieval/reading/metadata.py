"""`articles.toml` and sidecars: what is known about articles and does not stand in their files."""

from __future__ import annotations

import datetime
import json
import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from retrieval.articles import ArticleError

METADATA_FILE = "articles.toml"

_DATE = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?")


@dataclass(frozen=True, slots=True)
class Metadata:
    """The keys of an article's entry; see `Article` for their meaning. `encoding` is that of the file."""

    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    published: str | None = None
    dated_by: str | None = None
    url: str | None = None
    language: str | None = None
    note: str | None = None
    encoding: str | None = None

    def with_defaults(self, other: Metadata) -> Metadata:
        """Return this, completed by *other*. A date is taken together with how it is known."""
        if self == _UNKNOWN:
            return other
        own = {key: value for key in _KEYS if (value := getattr(self, key)) is not None}
        if self.published:
            own["dated_by"] = self.dated_by
        return replace(other, **own)


_UNKNOWN = Metadata()
_KEYS = tuple(Metadata.__dataclass_fields__)


@dataclass(frozen=True, slots=True)
class FolderMetadata:
    """
    What `articles.toml` says.

    Attributes:
        entries: What is known about articles, by file name.
        questions: Questions to suggest to a newcomer.
        forgotten: The ids of articles that are left out although their files still have them.
    """

    entries: dict[str, Metadata] = field(default_factory=dict)
    questions: tuple[str, ...] = ()
    forgotten: frozenset[str] = frozenset()


SIDECAR = ".toml"
"""The suffix that is added to a file name for the file beside it with its metadata."""


def sidecar_path(path: Path) -> Path:
    return path.with_name(path.name + SIDECAR)


def read_sidecar(path: Path) -> Metadata:
    """
    Read `<file>.toml` beside *path*, which has the keys of an entry of `articles.toml` without `file`.

    Raises:
        ArticleError: It is not TOML, or has an invalid key or value.
    """
    sidecar = sidecar_path(path)
    return check_entry(_load(sidecar), sidecar) if sidecar.exists() else _UNKNOWN


def _load(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ArticleError(path, f"is not valid TOML ({error})") from error


def read_metadata(folder: Path) -> FolderMetadata:
    """
    Read `articles.toml` in *folder*, if there is one.

    Raises:
        ArticleError: It is not TOML, or has an invalid key or value.
    """
    path = folder / METADATA_FILE
    if not path.exists():
        return FolderMetadata()
    content = _load(path)
    for key in content:
        if key not in ("article", *_LISTS):
            raise ArticleError(
                path, f"has an unknown key {key!r}; it takes [[article]], {' and '.join(_LISTS)}"
            )
    for key in _LISTS:
        if not _is_list_of(str, content.get(key, [])):
            raise ArticleError(path, f"needs a list of texts for {key}")
    articles = content.get("article", [])
    if not _is_list_of(dict, articles):
        raise ArticleError(path, "has an article that is not written as [[article]]")
    entries: dict[str, Metadata] = {}
    for entry in articles:
        file = entry.pop("file", None)
        if not isinstance(file, str):
            raise ArticleError(path, 'has an [[article]] without file = "…"')
        if file in entries:
            raise ArticleError(path, f"has two entries for {file}")
        if not (folder / file).is_file():
            raise ArticleError(path, f"has an entry for {file}, which is not in the folder")
        entries[file] = check_entry(entry, path, file)
    questions, forgotten = (content.get(key, []) for key in _LISTS)
    return FolderMetadata(entries, tuple(questions), frozenset(forgotten))


_LISTS = ("questions", "forgotten")


def check_entry(entry: dict[str, Any], path: Path, place: str = "") -> Metadata:
    """
    Check the fields of one article.

    Args:
        place: The file that the entry is for, if *path* has several entries.

    Raises:
        ArticleError: It names *path*, *place* and the invalid key.
    """
    place = place and f" at {place}"
    for key, value in entry.items():
        if key not in _KEYS:
            raise ArticleError(
                path, f"has an unknown key {key!r}{place}; it takes {', '.join(_KEYS)}"
            )
        if isinstance(value, datetime.date):
            entry[key] = value = value.isoformat()[:10]
        if not isinstance(value, str) or not value.strip():
            raise ArticleError(path, f"has a {key}{place} that is not a text")
    published = entry.get("published")
    if published is not None and not _DATE.fullmatch(published):
        raise ArticleError(
            path, f"has published = {published!r}{place}; a date is YYYY, YYYY-MM or YYYY-MM-DD"
        )
    if entry.get("dated_by", "text") != "text":
        raise ArticleError(path, f'has a dated_by{place} other than "text"')
    return Metadata(**entry)


def format_toml(known: Metadata) -> str:
    """Return *known* as a sidecar has it, one key per line."""
    lines = (
        f"{key} = {quote_toml(text)}\n"
        for key in _KEYS
        if (text := " ".join((getattr(known, key) or "").split()))
    )
    return "".join(lines)


def quote_toml(text: str) -> str:
    """Quote a text for TOML: as in JSON, but DEL is escaped and half a surrogate is replaced."""
    valid = text.encode("utf-8", "replace").decode()
    return json.dumps(valid, ensure_ascii=False).replace("\x7f", "\\u007F")


_FIELDS = {  # our name, and what others call it
    "title": ("title", "headline"),
    "publisher": ("publisher", "source", "site"),
    "author": ("author", "byline"),
    "published": ("published", "date", "timestamp"),
    "dated_by": ("dated_by",),
    "url": ("url", "link"),
    "language": ("language", "lang"),
}


def extract_metadata(entry: Mapping[str, object]) -> Metadata:
    """Return what a file says about itself. Values that are not texts are ignored."""
    values = {name: _first(entry, keys) for name, keys in _FIELDS.items()}
    return Metadata(**values | {"published": parse_date(values["published"])})


def _first(entry: Mapping[str, object], keys: Iterable[str]) -> str | None:
    """Return the first text under one of these keys."""
    return next((value for key in keys if isinstance(value := entry.get(key), str)), None) or None


def parse_date(text: str | None) -> str | None:
    """Return the date that an ISO 8601 time begins with, if *text* is one."""
    match = _DATE.match(text or "")
    return match[0] if match else None


def parse_url(text: str | None) -> str | None:
    """Return *text* if it is a web address."""
    return text if text and text.startswith(("https://", "http://")) else None


def _is_list_of(kind: type, value: object) -> bool:
    return isinstance(value, list) and all(isinstance(item, kind) for item in value)
