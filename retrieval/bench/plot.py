"""What was measured, drawn: an SVG by itself, which follows the reader's light or dark."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from retrieval.bench.contestants import CONTESTANTS
from retrieval.bench.measuring import Collection, Measures

_WIDTH, _HEIGHT = 300, 260  # of a panel, in pixels
_LEFT, _TOP, _GAP, _UNDER = 50, 40, 60, 80  # around panels
_HALF = 4  # of a mark
_ASIDE = 3  # from one contestant's marks to the next one's, where they would cover each other
_INWARD = 16  # from the edges of a panel to its first and its last marks
_ABOUT = 1.1

_COLOURS = ("#c2410c", "#be185d", "#2563eb", "#15803d", "#7c3aed", "#6b7280")
"""Each tells itself apart from black and from white."""

_STYLE = """
text { font: 12px system-ui, sans-serif; fill: #222 }
.name { font-weight: bold }
.axis { stroke: #8888 } .grid { stroke: #8883 }
polyline { fill: none; stroke-width: 2 }
@media (prefers-color-scheme: dark) { text { fill: #ddd } }
"""


class _Point(NamedTuple):
    """A value at so many passages, and what it may be at most."""

    passages: int
    value: float
    most: float


class _Axis(NamedTuple):
    """A logarithmic scale between two powers of ten."""

    least: int
    most: int
    start: float
    end: float

    def at(self, value: float) -> float:
        share = (math.log10(value) - self.least) / (self.most - self.least)
        return round(self.start + share * (self.end - self.start), 1)

    def decades(self) -> Iterator[float]:
        return (10.0**power for power in range(self.least, self.most + 1))


Values = Callable[[Measures], tuple[float, float] | None]


def _asking(of: Measures) -> tuple[float, float] | None:
    return (1e3 * of.times.p50, 1e3 * of.times.p99) if of.times else None


def _first(of: Measures) -> tuple[float, float] | None:
    return (1e3 * of.first, 1e3 * of.first) if of.first else None


def _memory(of: Measures) -> tuple[float, float] | None:
    return (of.memory / 1e6, of.memory / 1e6) if of.memory and of.memory > 0 else None


_PANELS: tuple[tuple[str, Values], ...] = (
    ("A question, ms: half and 99 of 100", _asking),
    ("Open and first answer, ms", _first),
    ("Memory over Python's own, MB", _memory),
)


def svg(collections: Sequence[Collection]) -> str:
    """A panel a measure, passages to the right, all scales logarithmic."""
    names = list(dict.fromkeys(name for one in collections for name in one.contestants))
    colour = dict(zip(CONTESTANTS, _COLOURS, strict=True))
    width = _LEFT + len(_PANELS) * (_WIDTH + _GAP)
    root = Element("svg", xmlns="http://www.w3.org/2000/svg", role="img")
    root.set("viewBox", f"0 0 {width} {_TOP + _HEIGHT + _UNDER}")
    SubElement(root, "title").text = "Asking a collection, by its number of passages"
    SubElement(root, "style").text = _STYLE
    sizes = [one.contents.passages for one in collections]
    across = _axis(sizes, _INWARD, _WIDTH - _INWARD)
    for number, (title, values) in enumerate(_PANELS):
        left = _LEFT + number * (_WIDTH + _GAP)
        panel = SubElement(root, "g", transform=f"translate({left} {_TOP})")
        lines = {colour[name]: list(_points(collections, name, values)) for name in names}
        _panel(panel, title, across, {key: line for key, line in lines.items() if line})
    legend = SubElement(root, "g", transform=f"translate({_LEFT} {_TOP + _HEIGHT + 60})")
    for number, name in enumerate(names):
        left = number * (width - _LEFT) // len(names)
        SubElement(legend, "circle", cx=str(left), cy="-4", r=str(_HALF), fill=colour[name])
        _text(legend, left + 10, 0, CONTESTANTS[name].title)
    indent(root)
    return tostring(root, encoding="unicode") + "\n"


def _points(collections: Iterable[Collection], name: str, values: Values) -> Iterator[_Point]:
    for one in collections:
        measures = one.contestants.get(name)
        found = values(measures) if measures else None
        if found:
            yield _Point(one.contents.passages, *found)


def _panel(panel: Element, title: str, across: _Axis, lines: dict[str, list[_Point]]) -> None:
    _text(panel, 0, -14, title, kind="name")
    every = [value for line in lines.values() for point in line for value in point[1:]]
    if not every:
        _text(panel, 0, _HEIGHT / 2, "not measured")
        return
    up = _axis(every, _HEIGHT, 0)
    for value in across.decades():
        _line(panel, across.at(value), 0, across.at(value), _HEIGHT, "grid")
        _text(panel, across.at(value), _HEIGHT + 18, _short(value), "middle")
    for value in up.decades():
        _line(panel, 0, up.at(value), _WIDTH, up.at(value), "grid")
        _text(panel, -6, up.at(value) + 4, _short(value), "end")
    _line(panel, 0, _HEIGHT, _WIDTH, _HEIGHT, "axis")
    _text(panel, _WIDTH, _HEIGHT + 36, "passages", "end")
    for number, (colour, line) in enumerate(lines.items()):
        aside = _ASIDE * (number - (len(lines) - 1) / 2)
        places = [(across.at(p.passages) + aside, up.at(p.value), up.at(p.most)) for p in line]
        SubElement(
            panel, "polyline", stroke=colour, points=" ".join(f"{x},{y}" for x, y, _ in places)
        )
        for x, y, most in places:
            SubElement(panel, "circle", cx=str(x), cy=str(y), r=str(_HALF), fill=colour)
            if most != y:
                _line(panel, x, y, x, most, "bar").set("stroke", colour)


def _axis(values: Sequence[float], start: float, end: float) -> _Axis:
    # What is only just beyond a power of ten needs no decade more.
    least = math.floor(math.log10(min(values) * _ABOUT))
    most = math.ceil(math.log10(max(values) / _ABOUT))
    return _Axis(least, max(most, least + 1), start, end)


def _short(value: float) -> str:
    for size, letter in ((1e6, "M"), (1e3, "k")):
        if value >= size:
            return f"{value / size:g}{letter}"
    return f"{value:g}"


def _line(panel: Element, x1: float, y1: float, x2: float, y2: float, kind: str) -> Element:
    places = {"x1": str(x1), "y1": str(y1), "x2": str(x2), "y2": str(y2)}
    return SubElement(panel, "line", places | {"class": kind})


def _text(
    panel: Element, x: float, y: float, text: str, anchor: str = "start", kind: str = ""
) -> None:
    told = {"x": str(x), "y": str(y), "text-anchor": anchor}
    SubElement(panel, "text", told | ({"class": kind} if kind else {})).text = text
