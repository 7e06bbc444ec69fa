"""Add pages and files to a folder of articles, once they are known to be readable."""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from datetime import date
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import unquote, urlsplit

from httpx import URL

from retrieval.articles import Article, ArticleError
from retrieval.maintenance.fetching import FetchedPage, FetchError, fetch, parse_address
from retrieval.reading.dispatch import read_articles
from retrieval.reading.files import find_metadata, read_file
from retrieval.reading.formats import FORMATS, Format, find_format, load_file
from retrieval.reading.listing import ListedFile, list_folder
from retrieval.reading.metadata import Metadata, format_toml, read_metadata, sidecar_path
from retrieval.reading.source import SourceFile

_LONGEST_NAME = 50
"""Characters of at most four bytes each: file systems allow names of 255 bytes."""

_RESERVED = frozenset(
    {"con", "prn", "aux", "nul"} | {f"{port}{n}" for port in ("com", "lpt") for n in range(10)}
)
"""Names that Windows reserves for devices, with any suffix."""


@dataclass(frozen=True, slots=True)
class Added:
    """
    A file that was added.

    Attributes:
        path: The file in the folder.
        articles: The articles that were read back from it, at least one.
        problems: The parts of it that cannot be read.
    """

    path: Path
    articles: tuple[Article, ...]
    problems: tuple[ArticleError, ...]


def is_url(what: str) -> bool:
    """Return whether *what* is a web address rather than the path of a file."""
    return "://" in what


def add_page(url: str, folder: Path, fetch: Callable[[str], FetchedPage] = fetch) -> Added:
    """
    Save the page at *url* in *folder* as it was sent, with its metadata in a sidecar.

    Raises:
        FetchError: It cannot be fetched, holds no article, or was already added.
        ArticleError: Nothing can be added to *folder*.
    """
    _check(folder)
    page = fetch(url)
    first, *_ = _read_draft(page)
    known = describe_page(page, first, date.today())
    if before := _find_added(known.url, folder):
        cause = f"was already added, as {before}; remove that file to add the page again"
        raise FetchError(page.url, cause)
    stem = make_stem(known.title or first.publisher or "", page.url)
    with _staging(folder) as staging:
        name = _free_name(folder, stem, page.suffix)
        _write(staging / name, page.raw)
        _write(sidecar_path(staging / name), format_toml(known).encode())
        return _settle(staging / name, folder, folder)


def add_file(path: Path, folder: Path) -> Added:
    """
    Copy a file into *folder*, with its `<file>.toml` if it has one.

    Raises:
        ArticleError: It cannot be read, or *folder* has a file of that name.
    """
    _check(folder)
    if path.is_dir():
        raise ArticleError(path, "is a folder; name a file in it, or search it with --articles")
    if not path.exists():
        hint = "" if find_format(path) else "; if it is a web address, start it with https://"
        raise ArticleError(path, f"does not exist{hint}")
    if path.name.startswith("."):
        raise ArticleError(
            path, "is hidden because of its name, and hidden files are not read; rename it"
        )
    format_ = require_format(path)
    with _staging(folder) as staging:
        for file in filter(Path.exists, (path, sidecar_path(path))):
            _write(staging / file.name, load_file(file, format_.max_bytes))
        return _settle(staging / path.name, folder, path.parent)


def require_format(path: Path) -> Format:
    """
    Return the format of a file of that name.

    Raises:
        ArticleError: It has no format that is read.
    """
    format_ = find_format(path)
    if not format_:
        raise ArticleError(path, f"has none of the suffixes {', '.join(FORMATS)}")
    return format_


# Metadata


def describe_page(page: FetchedPage, article: Article, on: date) -> Metadata:
    """
    Return the metadata of a page: from its *article*, its address, and the day it was fetched *on*. If
    its format holds many articles, only what is true of each.
    """
    shared = Metadata(
        publisher=article.publisher or _site(page.url),
        url=page.url,
        note=f"Fetched on {on.isoformat()}.",
        encoding=page.encoding,
    )
    format_ = find_format(f"page{page.suffix}")
    if format_ and format_.many_articles:
        return shared
    own = Metadata(
        title=article.title,
        author=article.author,
        published=article.published,
        dated_by=article.dated_by,
        url=_own_address(article.url, page.url),
    )
    return own.with_defaults(shared)


def _own_address(claimed: str | None, url: str) -> str | None:
    """
    Return the address that the page at *url* declares, unless it is on another site: citations link to
    it, and no page should send readers to a site that did not publish it.
    """
    try:
        address = parse_address(claimed or "")
    except FetchError:
        return None
    return str(address) if _site(str(address)) == _site(url) else None


def _site(url: str) -> str:
    """Return the host without `www.`, which sites may or may not use."""
    return URL(url).host.removeprefix("www.")


def _read_draft(page: FetchedPage) -> list[Article]:
    """Return the articles of a page, which have no ids yet."""
    source = SourceFile(f"page{page.suffix}", "", page.raw, Metadata(encoding=page.encoding))
    articles, problems = _separate(read_articles(source))
    if not articles:
        raise FetchError(page.url, problems[0].cause if problems else "holds no article")
    return articles


def _separate(
    items: Iterable[Article | ArticleError],
) -> tuple[list[Article], list[ArticleError]]:
    every = list(items)
    articles = [item for item in every if isinstance(item, Article)]
    return articles, [item for item in every if isinstance(item, ArticleError)]


def _find_added(url: str | None, folder: Path) -> Path | None:
    """Return the file in *folder* that comes from *url* according to its metadata."""
    metadata = read_metadata(folder)
    for file in list_folder(folder):
        if isinstance(file, ListedFile):
            path = Path(file.path)
            with suppress(ArticleError):  # a problem of another file does not matter here
                if url and find_metadata(path, folder, metadata).url == url:
                    return path
    return None


# Names


def make_stem(title: str, url: str) -> str:
    """
    Return a file name without suffix that every system allows, from the words of *title*, else of *url*:
    letters of any script and digits, joined by hyphens.
    """
    parts = urlsplit(url)
    last = unquote(parts.path.rstrip("/").rpartition("/")[2]).rpartition(".")
    for text in (title, last[0] or last[2], parts.hostname or ""):
        words = _words(text)
        if words:
            stem = _cut("-".join(words))
            return f"page-{stem}" if stem in _RESERVED else stem
    return "page"


def make_file_name(sent: str) -> str:
    """Return a name for a file that somebody calls *sent*: see `make_stem`, with its suffix."""
    stem, dot, suffix = re.split(r"[/\\]", sent)[-1].rpartition(".")
    plain = _cut("".join(_words(suffix)))
    return f"{make_stem(stem, '')}.{plain}" if dot else make_stem(suffix, "")


def _words(text: str) -> list[str]:
    plain = unicodedata.normalize("NFKC", text.replace("'", "").replace("’", "").lower())
    # Not by \w, which does not match the vowel signs of many scripts.
    return "".join(c if unicodedata.category(c)[0] in "LMN" else " " for c in plain).split()


def _cut(stem: str) -> str:
    if len(stem) <= _LONGEST_NAME:
        return stem
    words, _, _ = stem[: _LONGEST_NAME + 1].rpartition("-")
    return words or stem[:_LONGEST_NAME]


def _free_name(folder: Path, stem: str, suffix: str) -> str:
    for n in count(1):
        path = folder / (f"{stem}{suffix}" if n == 1 else f"{stem}-{n}{suffix}")
        if not any(map(os.path.lexists, (path, sidecar_path(path)))):
            break
    return path.name


# The folder


def _check(folder: Path) -> None:
    if not folder.is_dir():
        cause = "is a file" if folder.exists() else "does not exist"
        raise ArticleError(folder, f"{cause}; articles are added to a folder")


@contextmanager
def _staging(folder: Path) -> Iterator[Path]:
    """Yield a temporary folder on the same disk, which readers of *folder* ignore."""
    try:
        with TemporaryDirectory(prefix=".adding-", dir=folder) as staging:
            yield Path(staging)
    except OSError as error:
        raise ArticleError(folder, f"cannot be added to ({error.strerror or error})") from error


def _write(path: Path, raw: bytes) -> None:
    with path.open("xb") as file:
        file.write(raw)
        file.flush()
        os.fsync(file.fileno())


def _settle(staged: Path, folder: Path, origin: Path) -> Added:
    """Read *staged* as *folder* will be read, and move it there. Errors name the file in *origin*."""
    articles, problems = _separate(read_file(staged, staged.parent, Metadata()))
    if not articles:
        raise _relocate(problems[0], staged.parent, origin)
    path = folder / staged.name
    with ExitStack() as undo:
        # The sidecar first: an article is never there without its metadata.
        for file in filter(Path.exists, (sidecar_path(staged), staged)):
            _move(file, folder / file.name)
            undo.callback((folder / file.name).unlink)
        undo.pop_all()
    relocated = (_relocate(problem, staged.parent, folder) for problem in problems)
    return Added(path, tuple(articles), tuple(relocated))


def _relocate(problem: ArticleError, staging: Path, folder: Path) -> ArticleError:
    return ArticleError(str(problem.path).replace(str(staging), str(folder)), problem.cause)


def _move(path: Path, to: Path) -> None:
    """Move a file, but never over another, even if two come at once: a rename would replace it."""
    try:
        os.link(path, to)
    except OSError as error:
        if os.path.lexists(to):
            cause = "already exists; rename the file that you add, or remove that one first"
            raise ArticleError(to, cause) from error
        path.rename(to)  # a file system without links
