"""
The forward index: of each article its terms, in two files beside the database.

The one has the articles, each as `_record` makes it, one after the other behind 32 bits of zeros; the
other has, by an article's key, where it starts, in steps of 32 bits. Both only grow: how far they are
valid stands in `about`, and what a commit that did not come about left behind is written over. Once
there is much in them of articles that are gone, or an article is to be forgotten, what is left is
copied to two other files: who reads has the ones before open.
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
Words of a higher number take two units, as characters do in UTF-16: one from `_HIGH` up, and one from
`_LOW` up.
"""

_BITS = 14
_REST = (1 << _BITS) - 1

_NOWHERE = -1
"""Where an article starts that was not copied."""

_NOTHING = bytes(_LONG.itemsize)

EMPTY = {"forward": 1, "forward_end": len(_NOTHING), "forward_gone": 0}
"""Of `about`: the number of the two files, where the last article ends, and how much of that is gone."""

_MOST_GONE = 0.5
"""Share of the file that may be of articles that are gone, before the others are written anew."""

_WORTH = 1_000_000
"""Bytes of them that are worth it."""


class Counts(NamedTuple):
    """
    Of some texts, a row each.

    Attributes:
        times: How often each of some words stands there, a column for each word.
        lengths: In terms.
    """

    times: Numbers
    lengths: Numbers


class Forward:
    """The terms of the articles of a commit, as it was when it was opened."""

    def __init__(self, folder: Path, about: Mapping[str, Any], gone: Iterable[int]) -> None:
        """
        Args:
            about: Of the database.
            gone: Keys of articles that are in the files, and in the collection no more.

        Raises:
            StoreError, OSError: They are not there, or not whole.
        """
        number, end, keys = about["forward"], about["forward_end"], about["next_key"]
        self._longs = _mapped(folder / f"{_NAME}-{number}", end // _LONG.itemsize, _LONG)
        self._bytes = self._longs.data.cast("B")
        self._starts = _mapped(folder / f"{_STARTS}-{number}", keys, _START)
        self._gone = np.array(sorted(gone), np.int64)

    def has(self, keys: Numbers) -> NDArray[np.bool_]:
        """Whether the commit has the articles with these *keys*, which are above 0."""
        starts = self._starts.take(keys, mode="clip")
        if not starts.all():
            raise StoreError(_DAMAGED)
        there: NDArray[np.bool_] = (keys < len(self._starts)) & (starts != _NOWHERE)
        return there & ~np.isin(keys, self._gone) if len(self._gone) else there

    def passages(self, words: Sequence[int], numbers: Numbers) -> Counts:
        """Of passages that the commit has, each with its heading and its article's title."""
        starts = self._starts[numbers >> ORDINALS]
        bounds = starts + (numbers & _ORDINAL)
        return self._counts(
            words, starts, np.array([[starts, bounds + 1], [starts + 1, bounds + 2]])
        )

    def words(self, number: int) -> list[int]:
        """Of a passage that the commit has: its terms as numbers, after those of its heading."""
        start = int(self._starts[number >> ORDINALS])
        place = start + 1 + (number & _ORDINAL)
        try:
            first, last = (
                4 * start + 2 * bound for bound in self._longs[place : place + 2].tolist()
            )
            found: list[int] = _decoded(np.frombuffer(self._bytes[first:last], _UNIT)).tolist()
        except ValueError as error:
            raise StoreError(_DAMAGED) from error
        return found

    def articles(self, words: Sequence[int], keys: Numbers) -> Counts:
        """Of whole articles that the commit has."""
        starts = self._starts[keys]
        try:
            count = self._longs[starts] // 2  # of bounds: the title's terms begin behind them
        except IndexError as error:
            raise StoreError(_DAMAGED) from error
        return self._counts(words, starts, np.array([[starts], [starts + count - 1]]))

    def _counts(self, words: Sequence[int], starts: Numbers, bounds: Numbers) -> Counts:
        """
        Args:
            starts: Of the articles, one for each text.
            bounds: Where it is told at which units each text begins and ends, by stretches of it: one row
                for where they begin and one for where they end.
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
        # Far quicker than by their places in an array, for whole articles.
        units = np.frombuffer(b"".join([self._bytes[a:b] for a, b in spans]), _UNIT)
        if not units.all():  # a disk that lost a page has zeros there
            raise StoreError(_DAMAGED)
        ends = sizes.cumsum()
        found = [*(_places(word, units) for word in words), (units >= _LOW).nonzero()[0]]
        row = np.arange(len(found)).repeat([len(some) for some in found])
        text = ends.searchsorted(np.concatenate(found), "right") % max(1, len(starts))
        count = np.bincount(row * len(starts) + text, minlength=len(found) * len(starts))
        rows: Numbers = count.reshape(len(found), len(starts))
        return Counts(rows[:-1].T, sizes.sum(axis=0) - rows[-1])


_ORDINAL = (1 << ORDINALS) - 1
_DAMAGED = "the terms of an article are not what was stored"


def _mapped(path: Path, size: int, kind: np.dtype[Any]) -> NDArray[Any]:
    length = size * kind.itemsize
    with path.open("rb") as file:
        if os.fstat(file.fileno()).st_size < length:
            raise StoreError(f"{path.name} is cut short")
        return np.frombuffer(mmap.mmap(file.fileno(), length, access=mmap.ACCESS_READ), kind)


def _places(word: int, units: Units) -> NDArray[np.intp]:
    """Where a *word* stands."""
    number = word + 1
    if number < _HIGH:
        return np.nonzero(units == number)[0]
    first = np.nonzero(units == _HIGH | number >> _BITS)[0]
    second: Units = units.take(first + 1, mode="clip")
    found: NDArray[np.intp] = first[second == _LOW | number & _REST]
    return found


def _coded(words: NDArray[np.uint32]) -> Units:
    """Numbers of words as units; no unit is 0."""
    numbers = words + 1
    rare = numbers >= _HIGH
    if not rare.any():
        return numbers.astype(_UNIT)
    units = np.empty((len(words), 2), _UNIT)
    units[:, 0] = np.where(rare, _HIGH | numbers >> _BITS, numbers)
    units[:, 1] = _LOW | numbers & _REST
    return units[np.column_stack([np.ones(len(words), np.bool_), rare])]


def _decoded(units: Units) -> NDArray[np.uint32]:
    """What `_coded` made these of."""
    first = units < _LOW
    numbers = units[first].astype(np.uint32)
    if len(numbers) < len(units):
        rare = numbers >= _HIGH
        numbers[rare] = (numbers[rare] - _HIGH << _BITS) + (units[~first] & _REST)
    return numbers - 1


def _record(shape: Sequence[int], words: NDArray[np.uint32]) -> bytes:
    """
    An article: where its title starts, each of its passages, and where the last one ends, all in units
    after the start of the record; then the terms of the title, and of each passage those of its heading
    and its own.

    Args:
        shape: See `Prepared`.
        words: Their numbers.
    """
    title, *lengths = shape
    cuts = np.array([0, title, *(map(sum, zip(lengths[::2], lengths[1::2], strict=True)))]).cumsum()
    units = _coded(words)
    if len(units) > len(words):
        cuts = np.append(np.flatnonzero(units < _LOW), len(units))[cuts]
    bounds = (cuts + 2 * len(cuts)).astype(_LONG)
    return b"".join([bounds.tobytes(), units.tobytes(), b"\0\0" * (len(units) % 2)])


class ForwardWriter:
    """Changes the files; there can be one at a time."""

    def __init__(self, folder: Path, about: dict[str, Any]) -> None:
        """
        Args:
            about: Of the database; what is valid of the files is kept there.
        """
        self._folder = folder
        self._about = about
        self._added: list[bytes] = []
        self._starts = array("q")
        self._first: int = about["next_key"]
        self._end: int = about["forward_end"]

    def add(self, shape: Sequence[int], words: NDArray[np.uint32]) -> None:
        """
        Take in the article with the next key.

        Args:
            shape: See `Prepared`.
            words: Of its terms, the numbers.
        """
        record = _record(shape, words)
        self._starts.append(self._end // _LONG.itemsize)
        self._added.append(record)
        self._end += len(record)

    def write(self, keys: Callable[[], Iterable[int]]) -> None:
        """
        Write what was added; it is valid once the database says so.

        Args:
            keys: Of the articles that there are then.
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
        """Write the articles with these *keys* to files of their own; what was added is written."""
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
            _settle(file)
        _write(self._path(_STARTS), 0, copied.tobytes())
        self._about.update(forward_end=self._end, forward_gone=0)

    def leave(self, keys: Iterable[int]) -> None:
        """Take note that the articles with these *keys* are gone."""
        records, starts = self._read(_NAME), self._read(_STARTS).view(_START)
        for start in map(int, starts[list(keys)]):
            if start != _NOWHERE:
                self._about["forward_gone"] += _length(records, start) * _LONG.itemsize

    def sweep(self) -> None:
        """Take away files that others took the place of; what a system does not give yet stays."""
        valid = {self._path(_NAME), self._path(_STARTS)}
        for path in {*self._folder.glob(f"{_NAME}-*"), *self._folder.glob(f"{_STARTS}-*")} - valid:
            with suppress(OSError):
                path.unlink()

    def _read(self, name: str) -> Longs:
        path = self._path(name)
        return _mapped(path, path.stat().st_size // _LONG.itemsize, _LONG)

    def _path(self, name: str) -> Path:
        return self._folder / f"{name}-{self._about['forward']}"


def create(folder: Path, about: Mapping[str, Any]) -> None:
    """The files of a collection without articles, in *folder*; there is no article with the key 0."""
    (folder / f"{_NAME}-{about['forward']}").write_bytes(_NOTHING)
    (folder / f"{_STARTS}-{about['forward']}").write_bytes(bytes(_START.itemsize))


def _length(records: Longs, start: int) -> int:
    """Of a record, in `_LONG`s."""
    last = int(records[start]) // 2 - 1
    return -(-int(records[start + last]) // 2)


def _write(path: Path, place: int, written: bytes) -> None:
    with path.open("r+b") as file:
        file.seek(place)
        file.write(written)
        _settle(file)


def _settle(file: BinaryIO) -> None:
    """Wait until the disk has it: the database may be there before it otherwise."""
    file.flush()
    os.fsync(file.fileno())
