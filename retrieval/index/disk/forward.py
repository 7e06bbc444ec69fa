"""
The forward index: the terms of each article, in two files beside the database.

One file has 32 zero bits, then the articles, each as `_pack` returns it; the other has the start of
each article by its key, in units of 32 bits. Both only grow: the table `about` says how far they are
valid, and what an incomplete commit left behind is overwritten. When much of them belongs to removed
articles, or an article must be forgotten, the rest is copied to two new files, as readers have the
old ones open.
"""

from __future__ import annotations

import mmap
import os
from array import array
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

import numpy as np
from numpy.typing import NDArray

from retrieval.articles import StoreError
from retrieval.index.disk.database import ORDINALS

Numbers = NDArray[np.int64]
Units = NDArray[np.uint16]
Longs = NDArray[np.uint32]

_NAME, _STARTS = "forward", "starts"
_LONG, _UNIT, _START = np.dtype("<u4"), np.dtype("<u2"), np.dtype("<i8")
_HIGH, _LOW = 0x8000, 0xC000
"""
Words with a higher number than these take two units, as characters in UTF-16 do: the first is at least
`_HIGH`, the second at least `_LOW`.
"""

_BITS = 14
_MASK = (1 << _BITS) - 1

_NOWHERE = -1
"""The start of an article that was not copied."""

_NOTHING = bytes(_LONG.itemsize)

EMPTY = {"forward": 1, "forward_end": len(_NOTHING), "forward_gone": 0}
"""
Values in `about`: the number of the two files, the byte where the last article ends, and how many of
these bytes belong to removed articles.
"""

_MOST_GONE = 0.5
"""Share of the file that may belong to removed articles before the others are copied."""

_WORTH = 1_000_000
"""Bytes of removed articles below which copying is not worth it."""


class Counts(NamedTuple):
    """
    Counts of words in texts, a row for each text.

    Attributes:
        times: How often each word occurs, a column for each word.
        lengths: The lengths of the texts, in terms.
    """

    times: Numbers
    lengths: Numbers


class ForwardIndex:
    """The terms of the articles of the commit that was the last when this was opened."""

    def __init__(self, folder: Path, about: Mapping[str, Any], gone: Iterable[int]) -> None:
        """
        Args:
            about: See `database.read_about`.
            gone: The keys of articles that were removed, but are still in the files.

        Raises:
            StoreError, OSError: The files are missing, or too short.
        """
        number, end, keys = about["forward"], about["forward_end"], about["next_key"]
        self._longs = _map(folder / f"{_NAME}-{number}", end // _LONG.itemsize, _LONG)
        self._bytes = self._longs.data.cast("B")
        self._starts = _map(folder / f"{_STARTS}-{number}", keys, _START)
        self._gone = np.array(sorted(gone), np.int64)

    def has(self, keys: Numbers) -> NDArray[np.bool_]:
        """Return whether the commit has each of the articles with these *keys*, which are above 0."""
        starts = self._starts.take(keys, mode="clip")
        if not starts.all():
            raise StoreError(_DAMAGED)
        exists: NDArray[np.bool_] = (keys < len(self._starts)) & (starts != _NOWHERE)
        return exists & ~np.isin(keys, self._gone) if len(self._gone) else exists

    def count_in_passages(self, words: Sequence[int], numbers: Numbers) -> Counts:
        """Count *words* in passages of the commit, each with its heading and its article's title."""
        starts = self._starts[numbers >> ORDINALS]
        bounds = starts + (numbers & _ORDINAL)
        return self._count(
            words, starts, np.array([[starts, bounds + 1], [starts + 1, bounds + 2]])
        )

    def read_words(self, number: int) -> list[int]:
        """Return the words of a passage of the commit, by number, after those of its heading."""
        start = int(self._starts[number >> ORDINALS])
        place = start + 1 + (number & _ORDINAL)
        try:
            first, last = (
                4 * start + 2 * bound for bound in self._longs[place : place + 2].tolist()
            )
            words: list[int] = _decode(np.frombuffer(self._bytes[first:last], _UNIT)).tolist()
        except ValueError as error:
            raise StoreError(_DAMAGED) from error
        return words

    def count_in_articles(self, words: Sequence[int], keys: Numbers) -> Counts:
        """Count *words* in whole articles of the commit."""
        starts = self._starts[keys]
        try:
            count = self._longs[starts] // 2  # how many bounds: the title's terms follow them
        except IndexError as error:
            raise StoreError(_DAMAGED) from error
        return self._count(words, starts, np.array([[starts], [starts + count - 1]]))

    def _count(self, words: Sequence[int], starts: Numbers, bounds: Numbers) -> Counts:
        """
        Args:
            starts: The start of each text's article.
            bounds: Where the file says at which units the stretches of each text begin, and where
                they end; shape `(2, stretches, texts)`.
        """
        try:
            begin, end = self._longs[bounds].astype(np.int64)
        except IndexError as error:
            raise StoreError(_DAMAGED) from error
        sizes = end - begin
        first = begin + 2 * starts
        if not begin.all() or (sizes < 0).any() or (2 * (first + sizes) > len(self._bytes)).any():
            raise StoreError(_DAMAGED)
        spans = zip(
            (2 * first).ravel().tolist(), (2 * (first + sizes)).ravel().tolist(), strict=True
        )
        # Much faster than indexing an array by place, for whole articles.
        units = np.frombuffer(b"".join([self._bytes[a:b] for a, b in spans]), _UNIT)
        if not units.all():  # where a disk lost a page, there are zeros
            raise StoreError(_DAMAGED)
        ends = sizes.cumsum()
        places = [*(_find_word(word, units) for word in words), (units >= _LOW).nonzero()[0]]
        row = np.arange(len(places)).repeat(list(map(len, places)))
        text = ends.searchsorted(np.concatenate(places), "right") % max(1, len(starts))
        count = np.bincount(row * len(starts) + text, minlength=len(places) * len(starts))
        rows: Numbers = count.reshape(len(places), len(starts))
        return Counts(rows[:-1].T, sizes.sum(axis=0) - rows[-1])


_ORDINAL = (1 << ORDINALS) - 1
_DAMAGED = "the terms of an article are not what was stored"


def _map(path: Path, size: int, kind: np.dtype[Any]) -> NDArray[Any]:
    length = size * kind.itemsize
    with path.open("rb") as file:
        if os.fstat(file.fileno()).st_size < length:
            raise StoreError(f"{path.name} is cut short")
        return np.frombuffer(mmap.mmap(file.fileno(), length, access=mmap.ACCESS_READ), kind)


def _find_word(word: int, units: Units) -> NDArray[np.intp]:
    """Return the places of *word* in *units*."""
    number = word + 1
    if number < _HIGH:
        return np.nonzero(units == number)[0]
    first = np.nonzero(units == _HIGH | number >> _BITS)[0]
    second: Units = units.take(first + 1, mode="clip")
    places: NDArray[np.intp] = first[second == _LOW | number & _MASK]
    return places


def _encode(words: NDArray[np.uint32]) -> Units:
    """Return numbers of words as units, none of which is 0."""
    numbers = words + 1
    rare = numbers >= _HIGH
    if not rare.any():
        return numbers.astype(_UNIT)
    units = np.empty((len(words), 2), _UNIT)
    units[:, 0] = np.where(rare, _HIGH | numbers >> _BITS, numbers)
    units[:, 1] = _LOW | numbers & _MASK
    return units[np.column_stack([np.ones(len(words), np.bool_), rare])]


def _decode(units: Units) -> NDArray[np.uint32]:
    """Return the numbers that `_encode` turned into *units*."""
    first = units < _LOW
    numbers = units[first].astype(np.uint32)
    if len(numbers) < len(units):
        rare = numbers >= _HIGH
        numbers[rare] = (numbers[rare] - _HIGH << _BITS) + (units[~first] & _MASK)
    return numbers - 1


def _pack(shape: Sequence[int], words: NDArray[np.uint32]) -> bytes:
    """
    Return the record of an article: where its title and each passage start, and where the last one
    ends, in units from the start of the record; then the terms of the title, and of each passage those
    of its heading and its own.

    Args:
        shape: See `PreparedArticle`.
        words: The numbers of the words.
    """
    title, *lengths = shape
    cuts = np.array([0, title, *(map(sum, zip(lengths[::2], lengths[1::2], strict=True)))]).cumsum()
    units = _encode(words)
    if len(units) > len(words):
        cuts = np.append(np.flatnonzero(units < _LOW), len(units))[cuts]
    bounds = (cuts + 2 * len(cuts)).astype(_LONG)
    return b"".join([bounds.tobytes(), units.tobytes(), b"\0\0" * (len(units) % 2)])


class ForwardWriter:
    """Changes the files. Only one may be open at a time."""

    def __init__(self, folder: Path, about: dict[str, Any]) -> None:
        """
        Args:
            about: See `database.read_about`; how far the files are valid is kept there.
        """
        self._folder = folder
        self._about = about
        self._added: list[bytes] = []
        self._starts = array("q")
        self._first: int = about["next_key"]
        self._end: int = about["forward_end"]

    def add(self, shape: Sequence[int], words: NDArray[np.uint32]) -> None:
        """
        Add the article with the next key.

        Args:
            shape: See `PreparedArticle`.
            words: The numbers of its words.
        """
        record = _pack(shape, words)
        self._starts.append(self._end // _LONG.itemsize)
        self._added.append(record)
        self._end += len(record)

    def write(self, keys: Callable[[], Iterable[int]]) -> None:
        """
        Write what was added. It is valid once the database says so.

        Args:
            keys: Returns the keys of the articles that exist then.
        """
        if self._added:
            _write(self._path(_NAME), self._about["forward_end"], b"".join(self._added))
            starts = np.array(self._starts, _START)
            _write(self._path(_STARTS), self._first * _START.itemsize, starts.tobytes())
            self._about["forward_end"] = self._end
            self._first += len(self._starts)
            del self._added[:], self._starts[:]
        if self._about["forward_gone"] > max(_WORTH, _MOST_GONE * self._end):
            self.copy(keys())

    def copy(self, keys: Iterable[int]) -> None:
        """Copy the articles with these *keys* to new files; there must be nothing left to write."""
        records, starts = self._read(_NAME), self._read(_STARTS).view(_START)
        copied = np.full_like(starts, _NOWHERE)
        self._about["forward"] += 1
        create(self._folder, self._about)
        with self._path(_NAME).open("r+b") as file:
            file.seek(len(_NOTHING))
            for key in keys:
                copied[key] = file.tell() // _LONG.itemsize
                start = int(starts[key])
                file.write(records[start : start + _length(records, start)].tobytes())
            self._end = file.tell()
            _sync(file)
        _write(self._path(_STARTS), 0, copied.tobytes())
        self._about.update(forward_end=self._end, forward_gone=0)

    def note_removed(self, keys: Iterable[int]) -> None:
        """Count the bytes of the removed articles with these *keys*."""
        records, starts = self._read(_NAME), self._read(_STARTS).view(_START)
        for start in map(int, starts[list(keys)]):
            if start != _NOWHERE:
                self._about["forward_gone"] += _length(records, start) * _LONG.itemsize

    def sweep(self) -> None:
        """Delete files that were replaced. What the system will not delete now stays until later."""
        valid = {self._path(_NAME), self._path(_STARTS)}
        for path in {*self._folder.glob(f"{_NAME}-*"), *self._folder.glob(f"{_STARTS}-*")} - valid:
            with suppress(OSError):
                path.unlink()

    def _read(self, name: str) -> Longs:
        path = self._path(name)
        return _map(path, path.stat().st_size // _LONG.itemsize, _LONG)

    def _path(self, name: str) -> Path:
        return self._folder / f"{name}-{self._about['forward']}"


def create(folder: Path, about: Mapping[str, Any]) -> None:
    """Create the files in *folder*, without articles. No article has the key 0."""
    (folder / f"{_NAME}-{about['forward']}").write_bytes(_NOTHING)
    (folder / f"{_STARTS}-{about['forward']}").write_bytes(bytes(_START.itemsize))


def _length(records: Longs, start: int) -> int:
    """Return the length of a record, in units of 32 bits."""
    last = int(records[start]) // 2 - 1
    return -(-int(records[start + last]) // 2)


def _write(path: Path, place: int, content: bytes) -> None:
    with path.open("r+b") as file:
        file.seek(place)
        file.write(content)
        _sync(file)


def _sync(file: BinaryIO) -> None:
    """Wait until it is on disk; otherwise the database could get there first."""
    file.flush()
    os.fsync(file.fileno())
