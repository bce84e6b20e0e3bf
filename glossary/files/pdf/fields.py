"""What was filled into a form, and the notes that somebody put beside a text."""

from __future__ import annotations

import codecs
import ctypes
import re
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import pypdfium2.raw as pdfium

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pypdfium2 import PdfFormEnv, PdfPage

_MOST = 2000  # on one page
_LONGEST = 100_000  # bytes
_UNSEEN = pdfium.FPDF_ANNOT_FLAG_HIDDEN | pdfium.FPDF_ANNOT_FLAG_NOVIEW
_SECRET = 1 << 13
"""The flag of a field whose value nobody sees: a password (ISO 32000-2, table 231)."""
_NOTES = frozenset(
    getattr(pdfium, f"FPDF_ANNOT_{kind}")
    for kind in (
        "CARET CIRCLE FREETEXT HIGHLIGHT INK LINE POLYGON POLYLINE SQUARE SQUIGGLY"
        " STAMP STRIKEOUT TEXT UNDERLINE"
    ).split()
)
_DRAWN = frozenset({pdfium.FPDF_ANNOT_STAMP, pdfium.FPDF_ANNOT_FREETEXT})
_WORDS_IN = frozenset({pdfium.FPDF_PAGEOBJ_TEXT, pdfium.FPDF_PAGEOBJ_FORM})
_CHOSEN = frozenset({pdfium.FPDF_FORMFIELD_COMBOBOX, pdfium.FPDF_FORMFIELD_LISTBOX})
_FILLED = _CHOSEN | {pdfium.FPDF_FORMFIELD_TEXTFIELD}
_TICKED = frozenset({pdfium.FPDF_FORMFIELD_CHECKBOX, pdfium.FPDF_FORMFIELD_RADIOBUTTON})
_LETTER = re.compile(r"[^\W\d_]")
_WORDS = re.compile(r"[^\W\d_]+(?:[ '’/-]+[^\W\d_]+)*[?:]?")
_RUN_TOGETHER = re.compile(r"[^\W\d_A-Z][A-Z]")
NOTE, TICK = "✎ ", "☑ "


class Fields:
    """What the pages of a document hold beside their text, each field once."""

    def __init__(self, form: PdfFormEnv | None) -> None:
        self._form = form
        self._told: set[tuple[str, str]] = set()
        self.are_there = False
        self.has_files = False

    def of_page(self, page: PdfPage) -> list[str]:
        """Return what is filled in on a page, and then its notes."""
        values: list[str] = []
        notes: list[str] = []
        for annotation in seen_annotations(page):
            kind = pdfium.FPDFAnnot_GetSubtype(annotation)
            if kind == pdfium.FPDF_ANNOT_WIDGET and self._form:
                self.are_there = True
                values += filter(None, [self._value(annotation)])
            elif kind == pdfium.FPDF_ANNOT_FILEATTACHMENT:
                self.has_files = True
            elif kind in _NOTES and (words := _string(annotation, b"Contents")):
                notes.append(f"{NOTE}{words}")
        return values + notes

    def _value(self, annotation: Any) -> str:
        """Return what is in one field, with its label, unless it was told before."""
        flags = pdfium.FPDFAnnot_GetFormFieldFlags(self._form, annotation)
        kind = pdfium.FPDFAnnot_GetFormFieldType(self._form, annotation)
        label = self._label(annotation)
        told = ""
        if kind in _FILLED and not flags & _SECRET:
            value = self._asked(pdfium.FPDFAnnot_GetFormFieldValue, annotation)
            if kind in _CHOSEN:
                value = ", ".join(self._chosen(annotation)) or value
            told = f"{label}: {value}" if label and value else value
        elif kind in _TICKED and pdfium.FPDFAnnot_IsChecked(self._form, annotation):
            value = self._asked(pdfium.FPDFAnnot_GetFormFieldExportValue, annotation)
            is_choice = kind == pdfium.FPDF_FORMFIELD_RADIOBUTTON and _is_words(value)
            told = TICK + ": ".join(filter(None, [label, value if is_choice else ""]))
        name = self._asked(pdfium.FPDFAnnot_GetFormFieldName, annotation)
        if told.strip() == TICK.strip() or (name, told) in self._told:
            return ""
        self._told.add((name, told))
        return told

    def _chosen(self, annotation: Any) -> Iterator[str]:
        """Give what is chosen from a list, as people read it there."""
        count = pdfium.FPDFAnnot_GetOptionCount(self._form, annotation)
        for place in range(min(count, _MOST)):
            if pdfium.FPDFAnnot_IsOptionSelected(self._form, annotation, place):
                yield _wide(
                    lambda *to, at=place: pdfium.FPDFAnnot_GetOptionLabel(
                        self._form, annotation, at, *to
                    )
                )

    def _label(self, annotation: Any) -> str:
        """Return what a field is called, if its name is made for people."""
        label = self._asked(pdfium.FPDFAnnot_GetFormFieldAlternateName, annotation)
        if not _LETTER.search(label):
            name = self._asked(pdfium.FPDFAnnot_GetFormFieldName, annotation)
            label = name.rpartition(".")[2]
            label = label if _is_words(label) else ""
        return label.rstrip(" :")

    def _asked(self, ask: Callable[..., int], annotation: Any) -> str:
        return _wide(lambda *to: ask(self._form, annotation, *to))


def seen_annotations(page: PdfPage) -> Iterator[Any]:
    """Give what stands on a page and may be seen."""
    for place in range(min(pdfium.FPDFPage_GetAnnotCount(page), _MOST)):
        with closing_annotation(page, place) as annotation:
            if annotation and not pdfium.FPDFAnnot_GetFlags(annotation) & _UNSEEN:
                yield annotation


@contextmanager
def closing_annotation(page: PdfPage, place: int) -> Iterator[Any]:
    """Open what is in a place beside the text of a page; it may be nothing."""
    annotation = pdfium.FPDFPage_GetAnnot(page, place)
    try:
        yield annotation
    finally:
        pdfium.FPDFPage_CloseAnnot(annotation)


def is_stamp(annotation: Any) -> bool:
    """Tell whether it has words that stand only in what is drawn for it."""
    kind = pdfium.FPDFAnnot_GetSubtype(annotation)
    if pdfium.FPDFAnnot_GetFlags(annotation) & _UNSEEN:
        return False
    if kind == pdfium.FPDF_ANNOT_FREETEXT and _string(annotation, b"Contents"):
        return False
    return kind in _DRAWN and any(
        pdfium.FPDFPageObj_GetType(pdfium.FPDFAnnot_GetObject(annotation, at))
        in _WORDS_IN
        for at in range(pdfium.FPDFAnnot_GetObjectCount(annotation))
    )


def _string(annotation: Any, key: bytes) -> str:
    return _wide(lambda *to: pdfium.FPDFAnnot_GetStringValue(annotation, key, *to))


def _wide(ask: Callable[..., int]) -> str:
    """Return a text that PDFium writes as UTF-16 where it is told to."""
    size = ask(None, 0)
    if not 2 < size <= _LONGEST:
        return ""
    room = ctypes.create_string_buffer(size)
    ask(ctypes.cast(room, ctypes.POINTER(pdfium.FPDF_WCHAR)), size)
    text = codecs.utf_16_le_decode(room.raw, "replace")[0].rstrip("\0")
    return re.sub(r"\r\n?", "\n", text).strip()


def _is_words(name: str) -> bool:
    return bool(_WORDS.fullmatch(name)) and not _RUN_TOGETHER.search(name)
