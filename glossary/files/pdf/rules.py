"""The straight lines that are drawn on a page: they part the cells of its tables."""

from __future__ import annotations

import ctypes
from itertools import islice, pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

import pypdfium2.raw as pdfium

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_MOST_OBJECTS = 20_000
_MOST_DRAWINGS = 2000
_MOST_POINTS = 2000  # of one of them
_MOST = 400  # lines in each direction
_CORNERS = 4  # of an area
_THIN = 3.0  # points
_SHORTEST = 4.0
NEAR = 4.0
"""Points between lines that are one: cells may have borders of their own."""

_Point = tuple[float, float]


class Rule(NamedTuple):
    """A line across a page, or one down a page, from one end to the other."""

    place: float
    """How high it is, or how far from the left."""
    begin: float
    end: float

    def reaches(self, place: float) -> bool:
        """Tell whether it comes near to a place along its direction."""
        return self.begin - NEAR <= place <= self.end + NEAR


class Rules(NamedTuple):
    """The lines of a page."""

    across: list[Rule]
    down: list[Rule]


NO_RULES = Rules([], [])


def rules_of(page: Any, turns: int) -> Rules:
    """Return the lines of a page that is turned back by some quarters."""
    across: list[Rule] = []
    down: list[Rule] = []
    for begin, end in _lines(page):
        (left, low), (right, high) = sorted(
            (_turned(begin, turns), _turned(end, turns))
        )
        if right - left > _SHORTEST and abs(high - low) <= _THIN:
            across.append(Rule((low + high) / 2, left, right))
        elif abs(high - low) > _SHORTEST and right - left <= _THIN:
            down.append(Rule((left + right) / 2, min(low, high), max(low, high)))
    across, down = _joined(across), _joined(down)
    return Rules(across, down) if max(len(across), len(down)) <= _MOST else NO_RULES


def _turned(point: _Point, turns: int) -> _Point:
    x, y = point
    return [(x, y), (-y, x), (-x, -y), (y, -x)][turns]


def _joined(rules: list[Rule]) -> list[Rule]:
    """Put together lines that go on in each other, or that are drawn as two."""
    groups: list[list[Rule]] = []
    for rule in sorted(rules):
        if not groups or rule.place - groups[-1][0].place > NEAR:
            groups.append([])
        groups[-1].append(rule)
    joined: list[Rule] = []
    for group in groups:
        place = sum(rule.place for rule in group) / len(group)
        group.sort(key=lambda rule: rule.begin)
        begin = end = group[0].begin
        for rule in group:
            if rule.begin > end + NEAR:
                joined.append(Rule(place, begin, end))
                begin = rule.begin
            end = max(end, rule.end)
        joined.append(Rule(place, begin, end))
    return joined


def _lines(page: Any) -> Iterator[tuple[_Point, _Point]]:
    """Give the two ends of each line: what is stroked, and areas that are thin."""
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    for drawn in islice(_drawings(page), _MOST_DRAWINGS):
        pdfium.FPDFPath_GetDrawMode(drawn, fill, stroke)
        for points in _parts(drawn) if fill.value or stroke.value else ():
            if stroke.value:
                yield from pairwise(points)
            elif len(points) >= _CORNERS:
                yield from _thin(points)


def _drawings(page: Any) -> Iterator[Any]:
    for at in range(min(pdfium.FPDFPage_CountObjects(page), _MOST_OBJECTS)):
        drawn = pdfium.FPDFPage_GetObject(page, at)
        if pdfium.FPDFPageObj_GetType(drawn) == pdfium.FPDF_PAGEOBJ_PATH:
            yield drawn


def _thin(points: list[_Point]) -> Iterable[tuple[_Point, _Point]]:
    """Return the middle line of an area, if it is as thin as a line."""
    left, right = min(x for x, _ in points), max(x for x, _ in points)
    low, high = min(y for _, y in points), max(y for _, y in points)
    if high - low <= _THIN:
        return [((left, (low + high) / 2), (right, (low + high) / 2))]
    if right - left <= _THIN:
        return [(((left + right) / 2, low), ((left + right) / 2, high))]
    return []


def _parts(path: Any) -> list[list[_Point]]:
    """Return the corners of each straight part, the first again if it is closed."""
    turn = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(path, turn)
    x, y = ctypes.c_float(), ctypes.c_float()
    first = (0.0, 0.0)
    parts: list[list[_Point]] = []
    for at in range(min(pdfium.FPDFPath_CountSegments(path), _MOST_POINTS)):
        segment = pdfium.FPDFPath_GetPathSegment(path, at)
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        corner = (
            turn.a * x.value + turn.c * y.value + turn.e,
            turn.b * x.value + turn.d * y.value + turn.f,
        )
        kind = pdfium.FPDFPathSegment_GetType(segment)
        if not parts or kind != pdfium.FPDF_SEGMENT_LINETO:
            parts.append([])
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            first = corner
        parts[-1].append(corner)
        if pdfium.FPDFPathSegment_GetClose(segment):
            parts[-1].append(first)
    return parts
