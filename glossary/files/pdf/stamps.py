"""The words of stamps, and of notes that only their picture tells."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pypdfium2.raw as pdfium

from glossary.files.faults import Fault, FileError
from glossary.files.pdf.fields import closing_annotation, is_stamp
from glossary.files.pdf.layout import reading
from glossary.files.pdf.letters import letters_of
from glossary.files.pdf.rows import rows_of

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage

_MOST_LETTERS = 100_000


def words_of_stamps(document: PdfDocument, number: int) -> list[str]:
    """Return what stands on the stamps of a page, and take other notes off it.

    What is drawn for a note can be read only as a part of its page: there it becomes
    one drawing, after all others.
    """
    with closing(document[number]) as page:
        for at in reversed(range(pdfium.FPDFPage_GetAnnotCount(page))):
            with closing_annotation(page, at) as annotation:
                is_kept = is_stamp(annotation)
            if not is_kept:
                pdfium.FPDFPage_RemoveAnnot(page, at)
        pdfium.FPDFPage_Flatten(page, pdfium.FLAT_NORMALDISPLAY)
    with closing(document[number]) as page:
        for at in reversed(range(pdfium.FPDFPage_CountObjects(page) - 1)):
            drawn = pdfium.FPDFPage_GetObject(page, at)
            pdfium.FPDFPage_RemoveObject(page, drawn)
            pdfium.FPDFPageObj_Destroy(drawn)
        return _words(page)


def _words(page: PdfPage) -> list[str]:
    with closing(page.get_textpage()) as text:
        if pdfium.FPDFText_CountChars(text) > _MOST_LETTERS:
            raise FileError(Fault.TOO_MUCH)
        letters = letters_of(text, page.get_bbox(), is_scan=True)
    found = [block for some in letters.straight for block in reading(rows_of(some))]
    return [*found, *filter(None, [letters.slanted])]
