"""What stands in the cells of a table, as text."""

from __future__ import annotations

import datetime as dt
import io
import json

import pytest
from xlsxwriter import Workbook

from glossary.files import Fault, FileError, read_table
from glossary.files.kinds import TABLE_ENDINGS, reader_of, table_ending_of
from glossary.files.tables import read_csv, read_workbook


def workbook(*cells):
    file = io.BytesIO()
    with Workbook(file, {"default_date_format": "dd/mm/yy"}) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, cells)
    return file.getvalue()


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("words", "words"),
        (2024, "2024"),
        (1.5, "1.5"),
        (True, "True"),
        (dt.date(2024, 2, 1), "2024-02-01"),
        (dt.datetime(2024, 2, 1, 12, 30), "2024-02-01 12:30:00"),  # noqa: DTZ001
        ("one\r\ntwo", "one\ntwo"),
    ],
)
def test_a_cell_is_what_people_read_in_it(cell, text):
    assert json.loads(read_workbook(workbook("a", cell))) == [["a", text]]


@pytest.mark.parametrize(
    "data", [b"a;b\n", b"a,b\n", b"a\tb\n", b"\xef\xbb\xbfa,b\r\n"]
)
def test_columns_are_parted_by_what_parts_them(data):
    assert json.loads(read_csv(data)) == [["a", "b"]]


def test_of_several_sheets_the_first_one_is_read():
    file = io.BytesIO()
    with Workbook(file) as book:
        book.add_worksheet().write(0, 0, "first")
        book.add_worksheet().write(0, 0, "second")

    assert read_table(file.getvalue()) == [["first"]]


@pytest.mark.parametrize(
    ("read", "data", "fault"),
    [
        (read_workbook, b"PK\x03\x04", Fault.BROKEN),
        (read_workbook, b"nothing", Fault.BROKEN),
        (read_csv, b"\xff\xfea", Fault.BROKEN),
        (read_csv, b'"' + b"a" * 40_000, Fault.BROKEN),
        (read_csv, b"a\n" * 20_001, Fault.TOO_MUCH),
        (read_csv, b"a," * 51, Fault.TOO_MUCH),
    ],
)
def test_what_gives_no_rows_says_why(read, data, fault):
    with pytest.raises(FileError) as caught:
        read(data)

    assert caught.value.fault == fault


def test_a_workbook_that_unpacks_to_too_much_is_not_read():
    file = io.BytesIO()
    with Workbook(file, {"constant_memory": True, "in_memory": True}) as book:
        sheet = book.add_worksheet()
        for row in range(20_001):
            sheet.write_string(row, 0, "a")

    with pytest.raises(FileError) as caught:
        read_table(file.getvalue())

    assert caught.value.fault == Fault.TOO_MUCH


@pytest.mark.parametrize("ending", TABLE_ENDINGS)
def test_each_kind_of_table_has_a_reader(ending):
    data = workbook("a") if ending != ".csv" else b"a"

    assert reader_of(ending)(data) == b'[["a"]]'


@pytest.mark.parametrize(
    ("data", "ending"),
    [
        (b"a,b", ".csv"),
        (b"PK,a", ".csv"),
        (b"PK\x03\x04", ".xlsx"),
        (b"PK\x03\x04mimetypeapplication/vnd.oasis.opendocument.spreadsheet", ".ods"),
    ],
)
def test_the_bytes_say_what_kind_it_is(data, ending):
    assert table_ending_of(data) == ending


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        (b"%PDF-1.7", Fault.UNKNOWN_KIND),
        (b"<html><p>a,b", Fault.UNKNOWN_KIND),
        (b"GIF89a", Fault.PICTURE),
    ],
)
def test_what_is_no_table_is_not_read_as_one(data, fault):
    with pytest.raises(FileError) as caught:
        table_ending_of(data)

    assert caught.value.fault == fault
