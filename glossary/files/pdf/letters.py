"""The letters of a page, each with its place, as PDFium tells them."""

from __future__ import annotations

import ctypes
import math
import sys
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

import pypdfium2.raw as pdfium

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pypdfium2 import PdfTextPage

_UNKNOWN = "\0\ufffd"
_SIGNS = {2: "-"}  # PDFium's own sign for a hyphen that ends a line
_VOWELS = frozenset("aeiouAEIOU")
_VOWELS_AMONG, _MOSTLY = 0.3, 0.6  # of letters, and of signs
_FEWEST = 20
_FIGURES = "0123456789"
AS_RAISED = str.maketrans(_FIGURES, "⁰¹²³⁴⁵⁶⁷⁸⁹")
_RAISED = 0.15  # of its height that a figure stands above its line
_QUARTER = math.pi / 2
_BARE = 0.05  # points between where a letter begins and where its ink does
_USUAL = 1.15  # the height of letters, in sizes of a font
_UPRIGHT_ENOUGH = 0.05
_SAME_LINE = 0.2  # of the height of a letter


Shown = tuple[float, float, float, float]
"""What people see of a page: from the left and the foot to the right and the top."""


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


_Turned = tuple[int | None, Letter]
"""A letter, and by how many quarters it was turned back, if it ran so."""


class Letters(NamedTuple):
    """What stands on one page."""

    straight: list[list[Letter]]
    """By direction, those of the most letters first: upright, or by a quarter round."""
    turns: int
    """By how many quarters the first of them are turned."""
    slanted: str
    """What runs askew, such as a stamp across the page."""
    unknown: int
    """How many letters there are of which the file does not say which they are."""
    is_hiding: bool
    """Others are written so that nobody sees them."""


def letters_of(page: PdfTextPage, shown: Shown, *, is_scan: bool) -> Letters:
    """Return the letters of a page that people see, or all if they see none.

    Those of a scan are written so that nobody sees them, over a picture of them.
    """
    seen: list[_Turned] = []
    outside: list[_Turned] = []
    hidden: list[_Turned] = []
    for is_outside, turned in _drawn(page.raw, shown):
        if is_outside:
            outside.append(turned)
        elif not is_scan and _is_invisible(page.raw, turned[1].order):
            hidden.append(turned)
        else:
            seen.append(turned)
    is_seen = _are_signs(seen)
    told: list[_Turned] = []
    guessed: list[_Turned] = []
    for turned in seen if is_seen else seen + outside + hidden:
        sign, order = turned[1].sign, turned[1].order
        is_guessed = pdfium.FPDFText_HasUnicodeMapError(page.raw, order)
        (guessed if is_guessed or sign in _UNKNOWN else told).append(turned)
    if are_words := _are_words(guessed):
        told += guessed
    directions: dict[int, list[Letter]] = {}
    slanted: list[Letter] = []
    for turns, letter in told:
        if turns is None:
            slanted.append(letter)
        elif letter.right > letter.left or not letter.sign.isspace():
            directions.setdefault(turns, []).append(letter)
    most = sorted(directions, key=lambda one: len(directions[one]), reverse=True)
    return Letters(
        [directions[one] for one in most],
        most[0] if most else 0,
        _lines(slanted),
        0 if are_words else len(guessed),
        is_hiding=is_seen and _are_signs(hidden),
    )


def _are_signs(letters: list[_Turned]) -> bool:
    return any(not letter.sign.isspace() for _, letter in letters)


def _is_invisible(page: Any, order: int) -> bool:
    drawn = pdfium.FPDFText_GetTextObject(page, order)
    mode = pdfium.FPDFTextObj_GetTextRenderMode(drawn)
    return bool(mode == pdfium.FPDF_TEXTRENDERMODE_INVISIBLE)


def _are_words(guessed: list[_Turned]) -> bool:
    """Tell whether codes for which a font has no letters are letters all the same.

    They are in the fonts of TeX, and numbers of shapes in others, which are no words.
    """
    signs = [letter.sign for _, letter in guessed]
    letters = [sign for sign in signs if sign.isascii() and sign.isalpha()]
    vowels = sum(sign in _VOWELS for sign in letters)
    return (
        len(signs) >= _FEWEST
        and len(letters) > _MOSTLY * len(signs)
        and vowels > _VOWELS_AMONG * len(letters)
    )


def _lines(slanted: list[Letter]) -> str:
    """Return the lines of letters, of which only the order is known."""
    signs = [letter.sign for letter in slanted[:1]]
    for before, letter in pairwise(slanted):
        is_new = abs(before.base - letter.base) > _SAME_LINE * letter.height
        signs += ["\n", letter.sign] if is_new else [letter.sign]
    return "".join(signs).strip()


def _drawn(page: Any, shown: Shown) -> Iterator[tuple[bool, _Turned]]:
    """Give each letter, whether it is outside, and by how many quarters it is turned.

    Where one stands as high as the one before, their bases and angles are the same:
    to ask for them each time would take as long as all the rest. Bare letters tell
    where their ink is, and begin where they are drawn from; but those that one shape
    stands for (ff, fi) are all drawn from where it begins, and have a part of it each.
    """
    box = pdfium.FS_RECTF()
    x, y = ctypes.c_double(), ctypes.c_double()
    bottom = top = begin = ink = math.nan
    angle = height = 0.0
    turns = 0
    is_bare = is_off = is_slanted = False
    begins, foot, ends, head = shown
    for order in range(pdfium.FPDFText_CountChars(page)):
        code = pdfium.FPDFText_GetUnicode(page, order)
        pdfium.FPDFText_GetLooseCharBox(page, order, box)
        is_same = box.bottom == bottom and box.top == top
        if is_bare or not is_same:
            pdfium.FPDFText_GetCharOrigin(page, order, x, y)
        left, right = box.left, box.right
        if not is_same:
            bottom, top = box.bottom, box.top
            angle = pdfium.FPDFText_GetCharAngle(page, order)
            turns = round(angle / _QUARTER)
            is_slanted = abs(angle - turns * _QUARTER) > _UPRIGHT_ENOUGH
            is_bare = not angle and (y.value <= bottom or abs(x.value - left) > _BARE)
            height = _height(page, order) if is_bare else top - bottom
            is_off = top < foot or bottom > head
        is_outside = is_off or right < begins or left > ends
        is_part = is_bare and x.value == begin and left >= ink
        begin, ink = x.value, left
        if is_part:
            left = max(left, x.value)
        elif is_bare:
            left, right = x.value, right + (left - x.value)
        sign = _SIGNS.get(code) or chr(min(code, sys.maxunicode))
        if not turns and sign in _FIGURES and _is_raised(page, order, y.value, height):
            sign = sign.translate(AS_RAISED)
        letter = Letter(sign, left, right, y.value, height, order)
        if is_slanted:
            base = x.value * math.sin(angle) + y.value * math.cos(angle)
            yield is_outside, (None, letter._replace(base=base))
        elif turns:
            yield is_outside, (turns, _turned(turns, letter, box, x.value, y.value))
        else:
            yield is_outside, (0, letter)


def _turned(turns: int, letter: Letter, box: Any, x: float, y: float) -> Letter:
    """Return a letter as it is when its page is turned back."""
    across = box.right - box.left
    if turns == 1:
        return letter._replace(left=-box.top, right=-box.bottom, base=x, height=across)
    if turns == 3:
        return letter._replace(left=box.bottom, right=box.top, base=-x, height=across)
    return letter._replace(left=-box.right, right=-box.left, base=-y)


def _height(page: Any, order: int) -> float:
    """Return how high a letter is whose font tells only how high its ink is."""
    turn = pdfium.FS_MATRIX()
    pdfium.FPDFText_GetMatrix(page, order, turn)
    size = pdfium.FPDFText_GetFontSize(page, order)
    return _USUAL * float(size * math.hypot(turn.c, turn.d))


def _is_raised(page: Any, order: int, base: float, height: float) -> bool:
    """Tell whether a figure does not stand on its line, as some fonts have them."""
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    pdfium.FPDFText_GetCharBox(page, order, left, right, bottom, top)
    return bottom.value - base > _RAISED * height
