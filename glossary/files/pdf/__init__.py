"""The text of a PDF (ISO 32000), as far as it holds any.

PDFium opens the file and tells each letter and its place; what is a word, a row or a
column, and what belongs to the page and not to the text, is found by where it stands.
"""

from __future__ import annotations

import logging
from collections import Counter
from contextlib import closing, suppress
from typing import TYPE_CHECKING

import pypdfium2.raw as pdfium
from pypdfium2 import PdfDocument, PdfiumError

from glossary.files.faults import Fault, FileError
from glossary.files.file_text import FileText, Gap, Unread
from glossary.files.pdf.damage import is_broken_off, is_damaged
from glossary.files.pdf.fields import NOTE, Fields, is_stamp, seen_annotations
from glossary.files.pdf.furniture import without_furniture
from glossary.files.pdf.layout import reading
from glossary.files.pdf.pages import LOST, Page, page_of
from glossary.files.pdf.stamps import words_of_stamps

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_PAGES = 300
MOST_LETTERS = 2_000_000

logging.getLogger("pypdfium2").setLevel(logging.CRITICAL)


def read_pdf(data: bytes) -> FileText:
    """Return the text, with a form feed between its pages.

    What pages have in common stands before it or after it, once.
    """
    try:
        document = PdfDocument(data)
    except PdfiumError as error:
        is_locked = error.err_code in {
            pdfium.FPDF_ERR_PASSWORD,
            pdfium.FPDF_ERR_SECURITY,
        }
        raise FileError(Fault.ENCRYPTED if is_locked else Fault.BROKEN) from None
    with document:
        with suppress(PdfiumError):
            document.init_forms()
        if len(document) > MOST_PAGES:
            raise FileError(Fault.TOO_MUCH)
        fields = Fields(document.formenv)
        pages = list(_pages(document, fields))
        is_shell = _is_shell(document.get_formtype(), fields)
        has_files = fields.has_files or document.count_attachments() > 0
    if is_shell:
        pages = [Page([], [], page.added) for page in pages]
    elif any(page.is_bare for page in pages) and is_damaged(data):
        pages = [LOST if page.is_bare else page for page in pages]
    if all(page.is_lost for page in pages):
        raise FileError(Fault.BROKEN)
    text, pictures = _joined(pages)
    if is_shell and not text:
        raise FileError(Fault.FORM)
    gaps = {
        Unread.PICTURE_PAGES: pictures,
        Unread.LOST_PAGES: is_broken_off(data) or [page.is_lost for page in pages],
        Unread.FORM: is_shell,
        Unread.HIDDEN: [page.is_hiding for page in pages],
        Unread.ENCLOSED: has_files,
    }
    return FileText(text, tuple(filter(None, map(_gap, gaps, gaps.values()))))


def _gap(what: Unread, where: bool | list[bool]) -> Gap | None:
    """Return what is to be told, if it is somewhere: on these pages, or in the file."""
    if isinstance(where, bool):
        return Gap(what) if where else None
    pages = tuple(number for number, is_here in enumerate(where, 1) if is_here)
    return Gap(what, pages) if pages else None


def _is_shell(kind: int, fields: Fields) -> bool:
    """Tell whether the pages only say that another program is needed (XFA)."""
    is_xfa = kind in {pdfium.FORMTYPE_XFA_FULL, pdfium.FORMTYPE_XFA_FOREGROUND}
    return is_xfa and (kind == pdfium.FORMTYPE_XFA_FULL or not fields.are_there)


def _pages(document: PdfDocument, fields: Fields) -> Iterator[Page]:
    room = MOST_LETTERS
    for number in range(len(document)):
        found = LOST
        with suppress(PdfiumError):
            with (
                closing(document[number]) as page,
                closing(page.get_textpage()) as letters,
            ):
                room -= pdfium.FPDFText_CountChars(letters)
                if room < 0:
                    raise FileError(Fault.TOO_MUCH)
                found = page_of(page, letters, fields)
                has_stamps = any(map(is_stamp, seen_annotations(page)))
            if has_stamps:
                notes = [f"{NOTE}{one}" for one in words_of_stamps(document, number)]
                found.added.extend(note for note in notes if note not in found.added)
        yield found


def _joined(pages: list[Page]) -> tuple[str, list[bool]]:
    """Put pages after each other, and say which of them are pictures."""
    text = without_furniture([page.rows for page in pages])
    turned = Counter(block for page in pages for block in set(page.turned))
    common = [block for block, count in turned.items() if count > 1]
    blocks = [
        reading(rows, page.grids)
        + [block for block in page.turned if block not in common]
        + page.added
        for rows, page in zip(text.pages, pages, strict=True)
    ]
    body = "\f".join("\n\n".join(some) for some in blocks if some)
    parts = [*text.before, body, *text.after, *common]
    pictures = [
        page.is_covered or (page.is_picture and not some)
        for page, some in zip(pages, blocks, strict=True)
    ]
    return "\n\n".join(filter(None, parts)), pictures
