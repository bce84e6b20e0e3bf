"""A sheet that comes back as it went changes nothing, as programs save it."""

from __future__ import annotations

import csv
import io

import pytest
from xlsxwriter import Workbook

from glossary.sheets import (
    plan_sheet,
    read_sheet,
    rows_of,
    write_csv,
    write_workbook,
)
from glossary.sheets.writing import as_written, harmless
from tests.factories import published, section
from tests.review.writing import somebody

pytestmark = pytest.mark.django_db

AWKWARD = [
    "=1+1",
    "'=1+1",
    "+44 20",
    "-5",
    "@home",
    "'tis a word",
    "''",
    "2024",
    "1.50",
    "01/02/2024",
    "TRUE",
    "https://example.org/",
    "One.\n\nTwo;\tthree, “four”\n- five",
    '"quoted", he said',
    "_x0041_ and &amp; <b>",
    "ŵ ŷ – … 😀",
    "#N/A",
]


def as_saved(data: bytes, coding: str, delimiter: str) -> bytes:
    """Return a CSV file as another program writes it."""
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"))))
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=delimiter, lineterminator="\r\n").writerows(
        [cell.replace("\n", "\r\n") for cell in row] for row in rows
    )
    return text.getvalue().encode(coding)


def shown(rows):
    return [row._replace(number=0) for row in rows]


@pytest.fixture
def awkward(db):
    """Publish entries whose texts spreadsheets like to take for something else."""
    for number, text in enumerate(AWKWARD):
        english = section(f"word {number}", short=text)
        welsh = section(f"gair {number}", "cy", short=text, explanation=text)
        published(f"word-{number}", languages={"en": english, "cy": welsh})
    return list(rows_of())


@pytest.mark.usefixtures("awkward")
@pytest.mark.parametrize("write", [write_csv, write_workbook])
def test_what_comes_back_is_what_went(write, awkward):
    back = read_sheet(write(awkward))

    assert shown(back) == awkward
    plan = plan_sheet(back, somebody("anna"))
    assert (plan.changes, plan.wrong) == ([], [])


@pytest.mark.parametrize("coding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_csv_is_read_as_other_programs_save_it(awkward, coding, delimiter):
    data = as_saved(write_csv(awkward), coding, delimiter)

    assert shown(read_sheet(data)) == awkward


def test_what_windows_wrote_is_read(db):
    published("cafe", languages={"en": section("café", short="Un café – “good”.")})
    rows = list(rows_of())

    data = as_saved(write_csv(rows), "cp1252", ",")

    assert shown(read_sheet(data)) == rows


def test_columns_and_rows_may_be_moved_and_put_between(awkward):
    table = list(csv.reader(io.StringIO(write_csv(awkward).decode("utf-8-sig"))))
    moved = [["notes", *row[::-1]] for row in [table[0], [""] * 5, *table[:0:-1]]]
    text = io.StringIO(newline="")
    csv.writer(text).writerows(moved)

    back = shown(read_sheet(text.getvalue().encode()))

    assert sorted(back) == sorted(awkward)


def test_what_a_program_took_for_a_number_is_what_was_typed(db):
    published("word", languages={"en": section("word", short="2024")})
    (row,) = rows_of()
    file = io.BytesIO()
    with Workbook(file) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["Entry", " FIELD ", "en", "version"])
        sheet.write_row(1, 0, [row.entry, row.field])
        sheet.write_number(1, 2, 2024)
        sheet.write_string(1, 3, row.version)

    (back,) = read_sheet(file.getvalue())

    assert back.texts == {"en": "2024"}


def test_a_workbook_has_no_formula_and_no_link(awkward):
    import zipfile

    with zipfile.ZipFile(io.BytesIO(write_workbook(awkward))) as file:
        sheet = file.read("xl/worksheets/sheet1.xml")
        names = file.namelist()

    assert b"<f>" not in sheet
    assert b"hyperlink" not in sheet
    assert not [name for name in names if "rels" in name and "sheet" in name]


@pytest.mark.parametrize(
    "text",
    [
        "=1",
        "'=1",
        "''=1",
        "+1",
        "-1",
        "@a",
        "\tx",
        "\n=1",
        "\uff1d1",
        "\uff20a",
        "'",
        "",
    ],
)
def test_no_cell_is_a_formula_and_each_comes_back(text):
    assert not harmless(text).startswith(tuple("=+-@\t\n\uff1d\uff0b\uff0d\uff20"))
    assert as_written(harmless(text)) == text
