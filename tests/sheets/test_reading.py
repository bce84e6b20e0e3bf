"""What of a sheet that came back is a row, and what a row says."""

from __future__ import annotations

import io

import pytest
from xlsxwriter import Workbook

from glossary.errors import DocumentError
from glossary.sheets import Row, read_sheet

HEAD = "entry,field,en,cy,version"


def test_rows_that_say_nothing_are_left_out_and_counted():
    data = f"{HEAD},notes\n,,,,,Look here.\n , ,,,,\n grooming ,short, A. ,,v,\n"

    assert read_sheet(data.encode()) == [
        Row("grooming", "short", "v", {"en": "A.", "cy": ""}, 4)
    ]


@pytest.mark.parametrize("cell", ["entry", "field", "en", "cy", "version"])
def test_a_row_that_says_anything_is_one(cell):
    line = ",".join("x" if head == cell else "" for head in HEAD.split(","))

    (row,) = read_sheet(f"{HEAD}\n{line}\n".encode())

    assert row.number == 2


def test_a_text_begins_and_ends_with_no_space():
    (row,) = read_sheet(f'{HEAD}\ng,short," \'=1 ",\t, v\n'.encode())

    assert row.texts == {"en": "'=1", "cy": ""}


@pytest.mark.parametrize("text", ["- one", "=1+1", "+44 20", "@home", "'tis", "''"])
def test_a_text_that_was_typed_without_a_mark_stays_as_it_was_typed(text):
    (row,) = read_sheet(f"{HEAD}\ng,short,{text},,v\n".encode())

    assert row.texts["en"] == text


def test_a_csv_file_that_begins_as_packed_files_do_is_one():
    data = f"PK,{HEAD}\n1,grooming,short,'=1+1,,v\n"

    (row,) = read_sheet(data.encode())

    assert row.texts == {"en": "=1+1", "cy": ""}


def test_an_empty_workbook_has_no_columns():
    file = io.BytesIO()
    with Workbook(file) as book:
        book.add_worksheet()

    with pytest.raises(DocumentError, match="heading “entry”"):
        read_sheet(file.getvalue())


@pytest.mark.parametrize(
    ("head", "said"),
    [
        ("entry,en,cy,version", "one column with the heading “field”"),
        ("entry,field,field,en,version", "one column with the heading “field”"),
        ("entry,field,en,cy", "one column with the heading “version”"),
        ("entry,field,version,fr", "one column for each language"),
        ("entry,field,cy,en,cy,version", "one column for each language"),
    ],
)
def test_which_column_is_missing_or_there_twice_is_said(head, said):
    with pytest.raises(DocumentError, match=said):
        read_sheet(f"{head}\n".encode())


def test_columns_that_are_none_of_ours_may_be_there_twice():
    data = "notes,entry,field,en,notes,version\n1,grooming,short,A.,2,v\n"

    (row,) = read_sheet(data.encode())

    assert row == Row("grooming", "short", "v", {"en": "A."}, 2)
