"""Measures as a drawing: an SVG with its own styles, for light and for dark pages."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from retrieval.bench.contestants import CONTESTANTS
from retrieval.bench.records import CollectionMeasures, Measures

_WIDTH, _HEIGHT = 300, 260  # of a panel, in pixels
_LEFT, _TOP, _GAP, _UNDER = 50, 40, 60, 80  # around panels
_HALF = 4  # of a mark
_ASIDE = 3  # between the marks of two contestants, which would otherwise cover each other
_INWARD = 16  # from the edges of a panel to its first and last marks
_ABOUT = 1.1

_COLOURS = ("#c2410c", "#be185d", "#2563eb", "#15803d", "#7c3aed", "#6b7280")
"""Each is easy to see on black and on white."""

_STYLE = """
text { font: 12px system-ui, sans-serif; fill: #222 }
.name { font-weight: bold }
.axis { stroke: #8888 } .grid { stroke: #8883 }
polyline { fill: none; stroke-width: 2 }
@media (prefers-color-scheme: dark) { text { fill: #ddd } }
"""


class _Point(NamedTuple):
    """A value for a number of passages, and the end of its bar."""

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


def _question_ms(measures: Measures) -> tuple[float, float] | None:
    return (1e3 * measures.times.p50, 1e3 * measures.times.p99) if measures.times else None


def _first_ms(measures: Measures) -> tuple[float, float] | None:
    return (1e3 * measures.first,) * 2 if measures.first else None


def _memory_mb(measures: Measures) -> tuple[float, float] | None:
    return (measures.memory / 1e6,) * 2 if measures.memory and measures.memory > 0 else None


_PANELS: tuple[tuple[str, Values], ...] = (
    ("A question, ms: half and 99 of 100", _question_ms),
    ("Open and first answer, ms", _first_ms),
    ("Memory over Python's own, MB", _memory_mb),
)


def draw_svg(collections: Sequence[CollectionMeasures]) -> str:
    """Return an SVG with one panel for each measure over the number of passages; all scales are logarithmic."""
    names = list(
        dict.fromkeys(name for collection in collections for name in collection.contestants)
    )
    colour = dict(zip(CONTESTANTS, _COLOURS, strict=True))
    width = _LEFT + len(_PANELS) * (_WIDTH + _GAP)
    root = Element("svg", xmlns="http://www.w3.org/2000/svg", role="img")
    root.set("viewBox", f"0 0 {width} {_TOP + _HEIGHT + _UNDER}")
    SubElement(root, "title").text = "Asking a collection, by its number of passages"
    SubElement(root, "style").text = _STYLE
    sizes = [collection.contents.passages for collection in collections]
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


def _points(
    collections: Iterable[CollectionMeasures], name: str, values: Values
) -> Iterator[_Point]:
    for collection in collections:
        measures = collection.contestants.get(name)
        if measures and (value_and_most := values(measures)):
            yield _Point(collection.contents.passages, *value_and_most)


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
    # A value just beyond a power of ten needs no further decade.
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
    attributes = {"x": str(x), "y": str(y), "text-anchor": anchor}
    SubElement(panel, "text", attributes | ({"class": kind} if kind else {})).text = text
