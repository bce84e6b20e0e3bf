"""What is in a sheet, in which order, and how a workbook is to look at."""

from __future__ import annotations

import csv
import io
import zipfile
from xml.etree import ElementTree

import pytest

from glossary.models import Publication
from glossary.sheets import Row, rows_of, write_csv, write_workbook
from tests.factories import published, section

ROW = Row("grooming", "short", "0123", {"en": "A text."})
_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def parts(data, name):
    """Return a part of a workbook as a tree."""
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        return ElementTree.fromstring(file.read(f"xl/{name}.xml"))  # noqa: S314 (our own)


def looks(data, style):
    """Return how cells of a style look: the font, and where the text stands."""
    styles = parts(data, "styles")
    found = styles.find(f"{_MAIN}cellXfs")[int(style)]
    font = styles.find(f"{_MAIN}fonts")[int(found.get("fontId"))]
    aligned = found.find(f"{_MAIN}alignment")
    return (
        font.find(f"{_MAIN}b") is not None,
        {} if aligned is None else dict(aligned.attrib),
    )


@pytest.mark.django_db
def test_entries_come_by_their_ids_and_texts_as_they_are_read():
    published("police-force")
    english = section("grooming", ask="Ask.")
    welsh = section("meithrin", "cy", ask="Gofyn.", explanation="Mwy.")
    row = published("grooming", languages={"en": english, "cy": welsh})

    found = [(one.entry, one.field, dict(one.texts)) for one in rows_of()]

    assert found == [
        (
            "grooming",
            "short",
            {"en": "What grooming means.", "cy": "What meithrin means."},
        ),
        ("grooming", "explanation", {"en": "", "cy": "Mwy."}),
        ("grooming", "ask", {"en": "Ask.", "cy": "Gofyn."}),
        (
            "police-force",
            "short",
            {"en": "What police force means.", "cy": "What heddlu means."},
        ),
    ]
    digest = Publication.objects.get(pk=row.pk).revision.digest
    first = next(iter(rows_of()))
    assert (first.version, first.number) == (digest[:16], 0)


@pytest.mark.django_db
def test_only_what_readers_see_now_is_in_it():
    published("grooming")
    published("grooming", languages={"en": section("grooming", short="Another.")})

    (row,) = rows_of(["grooming", "report-2023"])

    assert row.texts == {"en": "Another.", "cy": ""}


def test_a_language_that_a_row_lacks_has_an_empty_cell():
    table = list(csv.reader(io.StringIO(write_csv([ROW]).decode("utf-8-sig"))))

    assert table == [
        ["entry", "field", "en", "cy", "version"],
        ["grooming", "short", "A text.", "", "0123"],
    ]


def test_a_csv_file_says_that_it_is_utf_8_and_ends_its_lines_as_the_norm_has_it():
    data = write_csv([ROW._replace(texts={"en": "One.\nTwo.", "cy": "ŵ"})])

    assert data == (
        b"\xef\xbb\xbfentry,field,en,cy,version\r\n"
        b'grooming,short,"One.\nTwo.",\xc5\xb5,0123\r\n'
    )


def test_a_workbook_is_wide_enough_to_read_and_breaks_its_lines():
    data = write_workbook([ROW])

    columns = [
        dict(one.attrib) for one in parts(data, "worksheets/sheet1").iter(f"{_MAIN}col")
    ]
    assert [
        (one["min"], one["max"], round(float(one["width"]))) for one in columns
    ] == [
        ("1", "1", 29),
        ("2", "2", 15),
        ("3", "4", 71),
    ]
    assert [looks(data, one["style"]) for one in columns] == [
        (False, {"vertical": "top", "wrapText": "1"})
    ] * 3


def test_the_headings_of_a_workbook_are_bold_and_stay_in_sight():
    data = write_workbook([ROW])

    sheet = parts(data, "worksheets/sheet1")
    pane = sheet.find(f".//{_MAIN}pane")
    assert pane.get("state") == "frozen"
    assert (pane.get("topLeftCell"), pane.get("xSplit"), pane.get("ySplit")) == (
        "C2",
        "2",
        "1",
    )
    first, second = sheet.iter(f"{_MAIN}row")
    assert [looks(data, cell.get("s")) for cell in first] == [(True, {})] * 5
    assert [cell.get("r") for cell in second] == ["A2", "B2", "C2", "D2", "E2"]


def test_a_workbook_is_written_where_no_file_can_be(monkeypatch, tmp_path):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "nowhere"))

    assert write_workbook([ROW]).startswith(b"PK")
