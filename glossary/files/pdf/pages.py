"""One page: its rows, what stands beside them, and whether it can be read at all."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

import pypdfium2.raw as pdfium

from glossary.files.pdf.grids import Grid, grids_of
from glossary.files.pdf.layout import reading
from glossary.files.pdf.letters import letters_of
from glossary.files.pdf.rows import Row, rows_of
from glossary.files.pdf.rules import rules_of

if TYPE_CHECKING:
    from pypdfium2 import PdfPage, PdfTextPage

    from glossary.files.pdf.fields import Fields

_FEWEST_UNKNOWN = 20
"""So many letters that nothing tells, and a tenth of a page, and the page is lost."""
_FEW_ROWS = 6
"""With more of them a page is no picture, whatever is drawn there."""
_MOST_DRAWN = 5000
_DEEPEST = 3
_LARGE = 0.25  # of a page that pictures cover, where there are no words
_MOST = 0.6  # of it, and the words on it are hardly all
_MANY_LINES = 50  # are letters that somebody drew, where there are no others


class Page(NamedTuple):
    """What is on one page."""

    rows: list[Row]
    """Those of the direction in which most of the page is written."""
    turned: list[str]
    """What runs in another direction: headings of a table, a stamp across the page."""
    added: list[str]
    """What was filled in, and notes."""
    grids: list[Grid] = []
    """The tables among the rows, as far as lines are drawn around their cells."""
    is_picture: bool = False
    is_covered: bool = False
    """A picture takes most of it, and a few words stand on that or beside it."""
    is_lost: bool = False
    is_hiding: bool = False
    """Some words are written so that nobody sees them."""
    is_bare: bool = False
    """Nothing at all is drawn there."""


LOST = Page([], [], [], is_lost=True)


def page_of(page: PdfPage, text: PdfTextPage, fields: Fields) -> Page:
    """Return what is on a page."""
    is_scan = not _has_unseen(page) or _is_drawn(page)
    letters = letters_of(text, page.get_bbox(), is_scan=is_scan)
    first, *others = [rows_of(some) for some in letters.straight] or [[]]
    turned = [block for rows in others for block in reading(rows)]
    count = sum(map(len, letters.straight))
    return Page(
        first,
        [*turned, *([letters.slanted] if letters.slanted else [])],
        fields.of_page(page),
        grids_of(rules_of(page, letters.turns)),
        is_picture=len(first) <= _FEW_ROWS and _is_drawn(page),
        is_covered=len(first) <= _FEW_ROWS and _is_covered(page),
        is_lost=letters.unknown > max(_FEWEST_UNKNOWN, count / 10),
        is_hiding=letters.is_hiding,
        is_bare=not pdfium.FPDFPage_CountObjects(page),
    )


def _has_unseen(page: PdfPage) -> bool:
    """Tell whether there are words that nobody sees.

    A scanner that reads words writes them so (table 104), and others hide them so.
    """
    return any(
        pdfium.FPDFTextObj_GetTextRenderMode(pdfium.FPDFPage_GetObject(page, at))
        == pdfium.FPDF_TEXTRENDERMODE_INVISIBLE
        for at in range(pdfium.FPDFPage_CountObjects(page))
    )


def _is_drawn(page: PdfPage) -> bool:
    """Tell whether pictures take much of a page, or lines stand for its letters."""
    width, height = page.get_size()
    room, lines = _LARGE * width * height, _MANY_LINES
    for drawn in islice(page.get_objects(max_depth=_DEEPEST), _MOST_DRAWN):
        if drawn.type == pdfium.FPDF_PAGEOBJ_IMAGE:
            left, bottom, right, top = drawn.get_bounds()
            room -= (right - left) * (top - bottom)
        lines -= drawn.type == pdfium.FPDF_PAGEOBJ_PATH
        if room <= 0 or not lines:
            return True
    return False


def _is_covered(page: PdfPage) -> bool:
    """Tell whether pictures take most of a page, and nobody read its words there."""
    width, height = page.get_size()
    room = _MOST * width * height
    for drawn in islice(page.get_objects(max_depth=_DEEPEST), _MOST_DRAWN):
        if drawn.type == pdfium.FPDF_PAGEOBJ_IMAGE:
            left, bottom, right, top = drawn.get_bounds()
            room -= (right - left) * (top - bottom)
        elif drawn.type == pdfium.FPDF_PAGEOBJ_TEXT:
            mode = pdfium.FPDFTextObj_GetTextRenderMode(drawn.raw)
            if mode == pdfium.FPDF_TEXTRENDERMODE_INVISIBLE:
                return False
    return bool(room <= 0)
