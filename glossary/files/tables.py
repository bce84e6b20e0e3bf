"""Rows out of tables: CSV (RFC 4180) as programs save it, XLSX, ODS.

Each reader returns JSON: a list of rows, each a list of texts. What a program took for
a number or a day is written out as people would.
"""

from __future__ import annotations

import csv
import datetime as dt
import io
from typing import TYPE_CHECKING

import orjson

from glossary.files.faults import Fault, FileError

if TYPE_CHECKING:
    from collections.abc import Iterable

MOST_ROWS, MOST_COLUMNS = 20_000, 50
_LONGEST_CELL = 32_767
"""What a cell of XLSX holds."""


def read_csv(data: bytes) -> str:
    """Return the rows of a CSV file, whatever parts its columns.

    It is UTF-8, UTF-16 with its mark (as Excel writes "Unicode text"), or what Windows
    wrote in western Europe.
    """
    text = _decoded(data)
    csv.field_size_limit(_LONGEST_CELL)
    head = text.partition("\n")[0]
    parted_by = max(",;\t", key=head.count)
    try:
        return _as_json(csv.reader(io.StringIO(text), delimiter=parted_by))
    except csv.Error:
        raise FileError(Fault.BROKEN) from None


def _decoded(data: bytes) -> str:
    is_wide = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    for coding in ("utf-16",) if is_wide else ("utf-8-sig", "cp1252"):
        try:
            return data.decode(coding)
        except UnicodeDecodeError:
            continue
    raise FileError(Fault.BROKEN)


def read_workbook(data: bytes) -> str:
    """Return the rows of the first sheet of a workbook."""
    # Its library takes a while to load, and few files are workbooks.
    from python_calamine import (  # noqa: PLC0415
        CalamineError,
        PasswordError,
        load_workbook,
    )

    try:
        with load_workbook(io.BytesIO(data)) as book:
            return _as_json(book.get_sheet_by_index(0).iter_rows())
    except PasswordError:
        raise FileError(Fault.ENCRYPTED) from None
    except CalamineError:
        raise FileError(Fault.BROKEN) from None


def _as_json(rows: Iterable[Iterable[object]]) -> str:
    found: list[list[str]] = []
    for row in rows:
        cells = [_written(cell) for cell in row]
        if len(found) == MOST_ROWS or len(cells) > MOST_COLUMNS:
            raise FileError(Fault.TOO_MUCH)
        found.append(cells)
    return orjson.dumps(found).decode()


def _written(cell: object) -> str:
    """Return what stands in a cell as text, with the line ends of texts."""
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    if isinstance(cell, dt.datetime) and cell.time() == dt.time():
        cell = cell.date()
    return str(cell).replace("\r\n", "\n").replace("\r", "\n")
