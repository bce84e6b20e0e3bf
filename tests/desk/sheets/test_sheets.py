"""Sheets go out from the desk, and come back as drafts."""

from __future__ import annotations

import csv
import html
import io

import pytest

from glossary.models import Revision
from glossary.sheets import rows_of, write_csv
from tests.desk.conftest import PASSWORD
from tests.factories import person, published, section
from tests.web.html import read

pytestmark = pytest.mark.django_db
PAGE, CHECK, TAKE = "/desk/en/sheets/", "/desk/en/check-sheet/", "/desk/en/take-sheet/"
BORDER = "a-border-between-parts"


@pytest.fixture
def desk(browse, db):
    person("write_en", "write_cy", name="wen", password=PASSWORD)
    browser = browse()
    browser.sign_in("wen", PASSWORD)
    return browser


def sent(desk, data, *, page=PAGE, to=CHECK, name="a.csv"):
    """Send a file as a browser does."""
    token = read(desk.get(page).text).every("input", type="hidden")[0].get("value")
    head = f"--{BORDER}\r\nContent-Disposition: form-data; name="
    body = (
        (
            f'{head}"csrfmiddlewaretoken"\r\n\r\n{token}\r\n'
            f'{head}"file"; filename="{name}"\r\n\r\n'
        ).encode()
        + data
        + f"\r\n--{BORDER}--\r\n".encode()
    )
    return desk.ask_with_body(to, body, f"multipart/form-data; boundary={BORDER}")


def changed(**texts):
    """Return a sheet of what is public, with other short texts."""
    rows = [
        row._replace(texts={**row.texts, **texts}) if row.field == "short" else row
        for row in rows_of()
    ]
    return write_csv(rows)


def test_a_sheet_is_a_file_with_what_readers_see(desk):
    published("grooming")

    answer = desk.get("/desk/en/sheet/?which=all&format=csv")

    assert answer.headers["content-disposition"] == (
        'attachment; filename="plain-words-all.csv"'
    )
    table = list(csv.reader(io.StringIO(answer.body.decode("utf-8-sig"))))
    assert table[0] == ["entry", "field", "en", "cy", "version"]
    assert table[1][:3] == ["grooming", "short", "What grooming means."]


def test_a_workbook_is_one(desk):
    published("grooming")

    answer = desk.get("/desk/en/sheet/?format=xlsx")

    assert answer.body.startswith(b"PK")
    assert "spreadsheetml" in answer.headers["content-type"]


def test_what_is_behind_is_had_alone(desk):
    published("police-force")
    published("grooming")
    published(
        "grooming",
        languages={
            "en": section("grooming", short="Another."),
            "cy": section("meithrin perthynas amhriodol", "cy", slug="meithrin"),
        },
    )

    answer = desk.get("/desk/en/sheet/?which=cy&format=csv")

    table = list(csv.reader(io.StringIO(answer.body.decode("utf-8-sig"))))
    assert [row[0] for row in table[1:]] == ["grooming"]


@pytest.mark.parametrize("query", ["which=fr", "format=pdf"])
def test_what_there_is_not_is_not_had(desk, query):
    assert desk.get(f"/desk/en/sheet/?{query}").status == 404


def test_what_a_sheet_would_change_is_shown_and_nothing_is_changed(desk):
    published("grooming")

    answer = sent(desk, changed(cy="Testun arall."))

    page = read(answer.text).one("main")
    assert answer.status == 200
    assert "Entries that would get a draft: 1" in page.text
    assert "[new:Testun arallend]" in [one.text for one in page.every("ins")]
    assert page.one("p", class_="desk-text").get("lang") == "cy"
    assert not Revision.objects.filter(state="draft").exists()


def test_what_was_shown_is_taken_over(desk):
    published("grooming")
    page = read(sent(desk, changed(cy="Testun “arall” <b>.")).text)
    fields = {
        one.get("name"): html.unescape(one.get("value"))
        for one in page.one("main").every("input", type="hidden")
    }

    answer = desk.post(TAKE, fields)

    assert answer.headers["location"] == "/desk/en/"
    row = Revision.objects.get(state="draft")
    assert "Testun “arall” <b>." in row.document
    assert row.authors.get().name == "wen"
    assert "Drafts begun: 1" in read(desk.get("/desk/en/").text).text


def test_what_is_wrong_is_said_by_row_and_column(desk):
    published("grooming")

    answer = sent(desk, changed(en=""))

    page = read(answer.text).one("main")
    assert answer.status == 400
    cells = [one.text for one in page.every("td")]
    assert cells == ["2", "en", "The short text cannot be empty."]
    assert not page.every("form")


def test_a_sheet_that_says_what_is_public_changes_nothing(desk):
    published("grooming")

    answer = sent(desk, changed())

    assert "there is nothing to take over" in read(answer.text).one("main").text


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "That file is empty."),
        (b"%PDF-1.7", "That is no sheet. Its name ends in one of: .csv, .xlsx, .ods"),
        (b"PK\x03\x04", "That file cannot be read. Save it anew."),
        (b"a,b\n", "The sheet needs one column with the heading “entry”."),
    ],
)
def test_what_is_no_sheet_is_refused_on_the_page(desk, data, said):
    answer = sent(desk, data)

    page = read(answer.text)
    assert answer.status == 400
    assert page.one("h1").text == "Sheets"
    assert page.one("p", id="file-problem").text == said


def test_in_welsh_too(desk):
    page, to = "/desk/cy/taenlenni/", "/desk/cy/gwirio-taenlen/"

    answer = sent(desk, b"", page=page, to=to)

    assert (
        read(answer.text).one("p", id="file-problem").text == "Mae'r ffeil honno'n wag."
    )


@pytest.mark.parametrize("rows", ["", "[]", "{", "[[1]]", '[["a","b","c",3,1]]', "7"])
def test_rows_that_nobody_was_shown_are_refused(desk, rows):
    token = read(desk.get(PAGE).text).every("input", type="hidden")[0].get("value")

    answer = desk.post(TAKE, {"csrfmiddlewaretoken": token, "rows": rows})

    assert answer.headers["location"] == PAGE
    assert "The sheet changes nothing." in read(desk.get(PAGE).text).text


def test_who_writes_nothing_gets_sheets_and_sends_none(editor):
    published("grooming")

    page = read(editor.get(PAGE).text).one("main")

    assert not page.every("input", type="file")
    answer = sent(editor, changed(en="Another."))
    assert "You may not write in this language." in read(answer.text).text
