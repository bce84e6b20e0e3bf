"""Writes a sheet: CSV (RFC 4180, UTF-8 with its mark), or XLSX (ISO 29500).

Nothing in it is a formula or a link: a text is a text whatever it begins with.
"""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING

from glossary import languages
from glossary.sheets.rows import FIELD, NAME, VERSION

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from glossary.sheets.rows import Row

_FORMULA = re.compile(r"'*[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]")
"""What a spreadsheet takes for a formula where it stands in a CSV file, and that with
signs before it by which we say that it is none (OWASP, CSV injection)."""
_WIDTHS = (28, 14, 70)


def write_csv(rows: Iterable[Row]) -> bytes:
    """Return a CSV file of these rows."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(_heads())
    writer.writerows([harmless(cell) for cell in _cells(row)] for row in rows)
    return b"\xef\xbb\xbf" + text.getvalue().encode()


def write_workbook(rows: Iterable[Row]) -> bytes:
    """Return an XLSX file of these rows, its first row in sight always."""
    from xlsxwriter import Workbook  # noqa: PLC0415 (few processes write one)

    file = io.BytesIO()
    with Workbook(file, {"in_memory": True, "constant_memory": True}) as book:
        sheet = book.add_worksheet()
        wrapped = book.add_format({"text_wrap": True, "valign": "top"})
        bold = book.add_format({"bold": True})
        name, field, text = _WIDTHS
        widths = [name, field, *(text for _lang in languages.codes())]
        for place, width in enumerate(widths):
            sheet.set_column(place, place, width, wrapped)
        sheet.freeze_panes(1, 2)
        for place, head in enumerate(_heads()):
            sheet.write_string(0, place, head, bold)
        for number, row in enumerate(rows, 1):
            for place, cell in enumerate(_cells(row)):
                sheet.write_string(number, place, cell)
    return file.getvalue()


def harmless(cell: str) -> str:
    """Return a cell as a CSV file has it."""
    return f"'{cell}" if _FORMULA.match(cell) else cell


def as_written(cell: str) -> str:
    """Return what ``harmless`` was given."""
    is_marked = cell.startswith("'") and _FORMULA.match(cell)
    return cell[1:] if is_marked else cell


def _heads() -> Sequence[str]:
    return [NAME, FIELD, *languages.codes(), VERSION]


def _cells(row: Row) -> Iterator[str]:
    yield row.entry
    yield row.field
    for lang in languages.codes():
        yield row.texts.get(lang, "")
    yield row.version
