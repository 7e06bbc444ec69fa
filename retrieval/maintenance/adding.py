"""Pages and files, put into a folder of articles once they are known to be readable."""

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
from retrieval.maintenance.fetching import FetchError, Page, fetch, parse_address
from retrieval.reading.dispatch import read_articles
from retrieval.reading.files import find_metadata, read_file
from retrieval.reading.formats import FORMATS, Format, find_format, load_file
from retrieval.reading.listing import ListedFile, list_folder
from retrieval.reading.metadata import Metadata, format_toml, read_metadata, sidecar_path
from retrieval.reading.source import SourceFile

_LONGEST_NAME = 50
"""Characters, of at most four bytes each: file systems take names of 255 bytes."""

_RESERVED = frozenset(
    {"con", "prn", "aux", "nul"} | {f"{port}{n}" for port in ("com", "lpt") for n in range(10)}
)
"""Names that Windows has given to devices, whatever their suffix."""


@dataclass(frozen=True, slots=True)
class Added:
    """
    Attributes:
        path: In the folder.
        articles: That were read back from it, at least one.
        problems: Parts of it that cannot be read.
    """

    path: Path
    articles: tuple[Article, ...]
    problems: tuple[ArticleError, ...]


def is_url(what: str) -> bool:
    """Whether *what* is an address rather than the path of a file."""
    return "://" in what


def add_page(url: str, folder: Path, fetch: Callable[[str], Page] = fetch) -> Added:
    """
    Save the page at *url* in *folder* as it was sent, and beside it what is known of it.

    Raises:
        FetchError: it cannot be fetched, holds no article, or has been added before.
        ArticleError: nothing can be added to *folder*.
    """
    _check(folder)
    page = fetch(url)
    found = _read_draft(page)
    known = describe_page(page, found[0], date.today())
    if before := _added_before(known.url, folder):
        raise FetchError(
            page.url, f"has been added before, as {before}; remove that to add it anew"
        )
    stem = make_stem(known.title or found[0].publisher or "", page.url)
    with _staging(folder) as staging:
        name = _free(folder, stem, page.suffix)
        _write(staging / name, page.raw)
        _write(sidecar_path(staging / name), format_toml(known).encode())
        return _settle(staging / name, folder, folder)


def add_file(path: Path, folder: Path) -> Added:
    """
    Copy a file into *folder*, with its `<file>.toml` where it has one.

    Raises:
        ArticleError: it cannot be read, or a file of its name is there.
    """
    _check(folder)
    if path.is_dir():
        raise ArticleError(path, "is a folder; name a file in it, or ask it with --articles")
    if not path.exists():
        hint = "" if find_format(path) else "; if it is an address, begin it with https://"
        raise ArticleError(path, f"does not exist{hint}")
    if path.name.startswith("."):
        raise ArticleError(path, "is hidden by its name, and hidden files are not read; rename it")
    format_ = require_format(path)
    with _staging(folder) as staging:
        for one in (path, sidecar_path(path)):
            if one.exists():
                _write(staging / one.name, load_file(one, format_.max_bytes))
        return _settle(staging / path.name, folder, path.parent)


def require_format(path: Path) -> Format:
    """
    The format of a file of that name.

    Raises:
        ArticleError: It is of none that is read.
    """
    format_ = find_format(path)
    if not format_:
        raise ArticleError(path, f"is none of {', '.join(FORMATS)}")
    return format_


# What is known


def describe_page(page: Page, found: Article, on: date) -> Metadata:
    """
    What its reader *found* in a page, where it is from, and since when; of a page of several articles
    what holds for each.
    """
    of_all = Metadata(
        publisher=found.publisher or _site(page.url),
        url=page.url,
        note=f"Fetched on {on.isoformat()}.",
        encoding=page.encoding,
    )
    format_ = find_format(f"page{page.suffix}")
    if format_ and format_.many_articles:
        return of_all
    told = Metadata(
        title=found.title,
        author=found.author,
        published=found.published,
        dated_by=found.dated_by,
        url=_own_address(found.url, page.url),
    )
    return told.with_defaults(of_all)


def _own_address(claimed: str | None, url: str) -> str | None:
    """
    What the page at *url* says its address is, unless it is on another site: citations lead there, and
    no page should send readers to one that did not say it.
    """
    try:
        address = parse_address(claimed or "")
    except FetchError:
        return None
    return str(address) if _site(str(address)) == _site(url) else None


def _site(url: str) -> str:
    """The host, without the `www.` that many have and many have not."""
    return URL(url).host.removeprefix("www.")


def _read_draft(page: Page) -> list[Article]:
    """The articles of a page, which are not named yet."""
    source = SourceFile(f"page{page.suffix}", "", page.raw, Metadata(encoding=page.encoding))
    found, problems = _apart(read_articles(source))
    if not found:
        raise FetchError(page.url, problems[0].cause if problems else "holds no article")
    return found


def _apart(
    items: Iterable[Article | ArticleError],
) -> tuple[list[Article], list[ArticleError]]:
    told = list(items)
    articles = [item for item in told if isinstance(item, Article)]
    return articles, [item for item in told if isinstance(item, ArticleError)]


def _added_before(url: str | None, folder: Path) -> Path | None:
    """The file in *folder* that is known to be from *url*."""
    about = read_metadata(folder)
    for seen in list_folder(folder):
        if isinstance(seen, ListedFile):
            path = Path(seen.path)
            with suppress(ArticleError):  # of another file: not our matter here
                if url and find_metadata(path, folder, about).url == url:
                    return path
    return None


# Names


def make_stem(title: str, url: str) -> str:
    """
    A name for a file without its suffix, of the words of *title*, else of *url*, that every system
    takes: letters of any script and digits, joined by hyphens.
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
    """A name for a file of somebody else's, who calls it *sent*: as `make_stem`, with its suffix."""
    stem, dot, suffix = re.split(r"[/\\]", sent)[-1].rpartition(".")
    plain = _cut("".join(_words(suffix)))
    return f"{make_stem(stem, '')}.{plain}" if dot else make_stem(suffix, "")


def _words(text: str) -> list[str]:
    plain = unicodedata.normalize("NFKC", text.replace("'", "").replace("’", "").lower())
    # Not by \w, which takes the vowel signs of many scripts out of their words.
    return "".join(c if unicodedata.category(c)[0] in "LMN" else " " for c in plain).split()


def _cut(stem: str) -> str:
    if len(stem) <= _LONGEST_NAME:
        return stem
    words, _, _ = stem[: _LONGEST_NAME + 1].rpartition("-")
    return words or stem[:_LONGEST_NAME]


def _free(folder: Path, stem: str, suffix: str) -> str:
    for n in count(1):
        path = folder / (f"{stem}{suffix}" if n == 1 else f"{stem}-{n}{suffix}")
        if not any(os.path.lexists(one) for one in (path, sidecar_path(path))):
            break
    return path.name


# The folder


def _check(folder: Path) -> None:
    if not folder.is_dir():
        cause = "is a file" if folder.exists() else "does not exist"
        raise ArticleError(folder, f"{cause}; articles are added to a folder")


@contextmanager
def _staging(folder: Path) -> Iterator[Path]:
    """A place on the same disk that readers of *folder* pass over, and that is gone afterwards."""
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
    """Read *staged* as *folder* will be read, and move it there; what is wrong is told of *origin*."""
    articles, problems = _apart(read_file(staged, staged.parent, Metadata()))
    if not articles:
        raise _told_of(origin, problems[0], staged.parent)
    path = folder / staged.name
    with ExitStack() as undo:
        for one in (
            sidecar_path(staged),
            staged,
        ):  # an article is never there without what is known
            if one.exists():
                _move(one, folder / one.name)
                undo.callback((folder / one.name).unlink)
        undo.pop_all()
    told = (_told_of(folder, problem, staged.parent) for problem in problems)
    return Added(path, tuple(articles), tuple(told))


def _told_of(folder: Path, problem: ArticleError, staging: Path) -> ArticleError:
    return ArticleError(str(problem.path).replace(str(staging), str(folder)), problem.cause)


def _move(path: Path, to: Path) -> None:
    """Never over another file, also when two come at once; a rename would be."""
    try:
        os.link(path, to)
    except OSError as error:
        if os.path.lexists(to):
            cause = "is there already; rename what you add, or remove that file first"
            raise ArticleError(to, cause) from error
        path.rename(to)  # a file system without links
