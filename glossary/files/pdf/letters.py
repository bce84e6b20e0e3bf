"""The letters of a page, each with its place, as PDFium tells them."""

from __future__ import annotations

import ctypes
import math
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

import pypdfium2.raw as pdfium

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pypdfium2 import PdfTextPage

_UNKNOWN = "\ufffd"
_SIGNS = {0: _UNKNOWN, 2: "-"}  # PDFium's own sign for a hyphen that ends a line
_FIGURES = "0123456789"
AS_RAISED = str.maketrans(_FIGURES, "⁰¹²³⁴⁵⁶⁷⁸⁹")
_RAISED = 0.15  # of its height that a figure stands above its line
_QUARTER = math.pi / 2
_UPRIGHT_ENOUGH = 0.05
_SAME_LINE = 0.2  # of the height of a letter


class Letter(NamedTuple):
    """One letter, turned so that its line runs from left to right."""

    sign: str
    left: float
    right: float
    base: float
    """How high its line stands; greater is higher."""
    height: float
    order: int
    """Its place among all that the page draws."""


class Letters(NamedTuple):
    """What stands on one page."""

    straight: list[list[Letter]]
    """By direction, those of the most letters first: upright, or by a quarter round."""
    slanted: str
    """What runs askew, such as a stamp across the page."""
    unknown: int
    """How many letters there are of which the file does not say which they are."""


def letters_of(page: PdfTextPage) -> Letters:
    """Return the letters of a page."""
    directions: dict[int, list[Letter]] = {}
    slanted: list[Letter] = []
    unknown = 0
    for turns, letter in _drawn(page.raw):
        if letter.sign == _UNKNOWN:
            unknown += 1
        elif turns is None:
            slanted.append(letter)
        elif letter.right > letter.left or not letter.sign.isspace():
            directions.setdefault(turns, []).append(letter)
    straight = sorted(directions.values(), key=len, reverse=True)
    return Letters(straight, _lines(slanted), unknown)


def _lines(slanted: list[Letter]) -> str:
    """Return the lines of letters, of which only the order is known."""
    signs = [letter.sign for letter in slanted[:1]]
    for before, letter in pairwise(slanted):
        is_new = abs(before.base - letter.base) > _SAME_LINE * letter.height
        signs += ["\n", letter.sign] if is_new else [letter.sign]
    return "".join(signs).strip()


def _drawn(page: Any) -> Iterator[tuple[int | None, Letter]]:
    """Give each letter, and by how many quarters it is turned, if by quarters.

    Where one stands as high as the one before, their bases and angles are the same:
    to ask for them each time would take as long as all the rest.
    """
    box = pdfium.FS_RECTF()
    x, y = ctypes.c_double(), ctypes.c_double()
    bottom = top = math.nan
    angle = 0.0
    for order in range(pdfium.FPDFText_CountChars(page)):
        code = pdfium.FPDFText_GetUnicode(page, order)
        pdfium.FPDFText_GetLooseCharBox(page, order, box)
        if box.bottom != bottom or box.top != top:
            bottom, top = box.bottom, box.top
            pdfium.FPDFText_GetCharOrigin(page, order, x, y)
            angle = pdfium.FPDFText_GetCharAngle(page, order)
        sign = _SIGNS.get(code) or chr(code)
        if pdfium.FPDFText_HasUnicodeMapError(page, order):
            sign = _UNKNOWN
        left, right = box.left, box.right
        turns = round(angle / _QUARTER)
        if abs(angle - turns * _QUARTER) > _UPRIGHT_ENOUGH:
            base = x.value * math.sin(angle) + y.value * math.cos(angle)
            yield None, Letter(sign, left, right, base, top - bottom, order)
        elif turns == 1:
            yield turns, Letter(sign, -top, -bottom, x.value, right - left, order)
        elif turns == 2:
            yield turns, Letter(sign, -right, -left, -y.value, top - bottom, order)
        elif turns == 3:
            yield turns, Letter(sign, bottom, top, -x.value, right - left, order)
        else:
            if sign in _FIGURES and _is_raised(page, order, y.value, top - bottom):
                sign = sign.translate(AS_RAISED)
            yield 0, Letter(sign, left, right, y.value, top - bottom, order)


def _is_raised(page: Any, order: int, base: float, height: float) -> bool:
    """Tell whether a figure does not stand on its line, as some fonts have them."""
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    pdfium.FPDFText_GetCharBox(page, order, left, right, bottom, top)
    return bottom.value - base > _RAISED * height
