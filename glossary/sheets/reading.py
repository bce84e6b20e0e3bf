"""Reads a sheet that came back: its columns by their names, in any order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from glossary import languages
from glossary.errors import DocumentError
from glossary.files import CSV, read_table, table_ending_of
from glossary.sheets.rows import FIELD, NAME, VERSION, Row
from glossary.sheets.writing import as_written

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


def read_sheet(data: bytes) -> list[Row]:
    """Return the rows of a file; those that say nothing are left out.

    A language whose column is missing is left as it is. Raises ``FileError`` where the
    file cannot be read, and ``DocumentError`` where a column is missing or there twice.
    """
    table = read_table(data)
    heads = [head.strip().casefold() for head in table[0]] if table else []
    _require_columns(heads)
    known = {NAME, FIELD, VERSION, *languages.codes()}
    columns = {head: place for place, head in enumerate(heads) if head in known}
    is_csv = table_ending_of(data) == CSV
    return list(_rows(table[1:], columns, is_csv=is_csv))


def _require_columns(heads: Sequence[str]) -> None:
    for head in (NAME, FIELD, VERSION):
        if heads.count(head) != 1:
            detail = _("The sheet needs one column with the heading “%(name)s”.")
            raise DocumentError(detail % {"name": head})
    langs = [head for head in heads if head in languages.codes()]
    if not langs or len(set(langs)) != len(langs):
        detail = _("The sheet needs one column for each language that it changes.")
        raise DocumentError(detail)


def _rows(
    table: Sequence[Sequence[str]], columns: dict[str, int], *, is_csv: bool
) -> Iterator[Row]:
    for number, cells in enumerate(table, 2):
        found = {
            head: _cell(cells, place, is_csv=is_csv) for head, place in columns.items()
        }
        if not any(found.values()):
            continue
        texts = {lang: found[lang] for lang in languages.codes() if lang in found}
        yield Row(found[NAME], found[FIELD], found[VERSION], texts, number)


def _cell(cells: Sequence[str], place: int, *, is_csv: bool) -> str:
    cell = cells[place] if place < len(cells) else ""
    return (as_written(cell) if is_csv else cell).strip()
