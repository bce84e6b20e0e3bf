"""A sheet says what it would change, and what is wrong where; all of it, or nothing."""

from __future__ import annotations

import orjson
import pytest
from django.contrib.auth.models import AnonymousUser

from glossary.document import DocumentKind, Name
from glossary.errors import DocumentError, PermissionDeniedError, StateError
from glossary.files import Fault, FileError
from glossary.models import Event, Revision, RevisionState, User
from glossary.review import begin_draft, sign_off, submit_draft
from glossary.sheets import plan_sheet, read_sheet, rows_of, take_sheet
from tests.factories import named, published, section, withdrawn
from tests.files.office import word
from tests.review.writing import ENGLISH, signed, somebody

pytestmark = pytest.mark.django_db


@pytest.fixture
def anna(db):
    return somebody("anna")


@pytest.fixture
def rows(db):
    """The rows of two public entries, under their entry and field."""
    published("grooming")
    published("police-force")
    found = {(row.entry, row.field): row for row in rows_of()}
    return {
        key: row._replace(number=at) for at, (key, row) in enumerate(found.items(), 2)
    }


def said(row, **texts):
    return row._replace(texts={**row.texts, **texts})


def wrong(rows, actor):
    plan = plan_sheet(rows, actor)
    with pytest.raises(StateError) as caught:
        take_sheet(rows=rows, actor=actor)
    assert [one.place for one in caught.value.problems] == [
        f"{one.row}/{one.column}" for one in plan.wrong
    ]
    assert not Revision.objects.filter(state=RevisionState.DRAFT).exclude(
        authors__name="ben"
    )
    return [tuple(one) for one in plan.wrong]


SHORT = ("grooming", "short")
OTHER = ("police-force", "short")


def test_what_is_changed_becomes_drafts(rows, anna):
    given = [said(rows[SHORT], cy="Testun arall."), said(rows[OTHER], en="Another.")]

    drafts = take_sheet(rows=given, actor=anna)

    assert [str(row.name) for row in drafts] == ["entry/grooming", "entry/police-force"]
    texts = [orjson.loads(row.document)["languages"] for row in drafts]
    assert texts[0]["cy"]["short"] == "Testun arall."
    assert texts[1]["en"]["short"] == "Another."
    assert Event.objects.filter(action="draft-begun", actor=anna).count() == 2


def test_who_sent_it_is_the_author(rows, anna):
    (draft,) = take_sheet(rows=[said(rows[SHORT], en="Another.")], actor=anna)

    revision = submit_draft(revision=draft, actor=somebody("ben"))

    with pytest.raises(PermissionDeniedError, match="had a part"):
        signed(revision, anna, ENGLISH)
    assert sign_off(
        revision=revision, asked=ENGLISH, seen=revision.digest, actor=somebody("carys")
    )


def test_a_text_can_come(rows, anna):
    given = rows[SHORT]._replace(field="ask", texts={"en": "Ask this."})

    (draft,) = take_sheet(rows=[given], actor=anna)

    assert orjson.loads(draft.document)["languages"]["en"]["ask"] == "Ask this."


def test_a_text_can_go(anna):
    published("grooming", languages={"en": section("grooming", ask="Ask.")})
    (_, row) = rows_of()

    (draft,) = take_sheet(rows=[said(row, en="")], actor=anna)

    assert "ask" not in orjson.loads(draft.document)["languages"]["en"]


def test_what_is_the_same_changes_nothing(rows, anna):
    old = [row._replace(version="0" * 16) for row in rows.values()]

    plan = plan_sheet(old, anna)

    assert (plan.changes, plan.wrong, plan.documents) == ([], [], {})
    with pytest.raises(StateError, match="changes nothing"):
        take_sheet(rows=old, actor=anna)


def test_a_text_that_was_published_meanwhile_is_not_undone(rows, anna):
    published("grooming", as_at="2025-01-01")

    found = wrong([said(rows[SHORT], en="Another.")], anna)

    assert found == [
        (2, "version", "Another text was published since this sheet was made.")
    ]


def test_who_may_not_write_in_a_language_changes_nothing_in_it(rows, anna):
    ben = somebody("dai", "write_en")

    found = wrong([said(rows[SHORT], en="Another.", cy="Arall.")], ben)

    assert found == [(2, "cy", "You may not write in this language.")]


def test_what_somebody_works_on_is_left_to_them(rows, anna):
    begin_draft(name=named("grooming"), actor=somebody("ben"))
    Revision.objects.filter(state="draft").get().authors.create(name="ben")

    found = wrong([said(rows[SHORT], en="Another.")], anna)

    assert [(row, column) for row, column, _ in found] == [(2, "entry")]


def test_one_cell_that_is_wrong_stops_all(rows, anna):
    given = [said(rows[SHORT], en="Another."), said(rows[OTHER], en="")]

    found = wrong(given, anna)

    assert found == [(rows[OTHER].number, "en", "The short text cannot be empty.")]


@pytest.mark.parametrize(
    ("change", "column"),
    [
        pytest.param({"entry": "nothing"}, "entry", id="no-such-entry"),
        pytest.param({"field": "slug"}, "field", id="no-such-text"),
        pytest.param({"texts": {"en": "A\x07b"}}, "en", id="a-bell"),
    ],
)
def test_what_cannot_be_is_named_by_row_and_column(rows, anna, change, column):
    found = wrong([rows[SHORT]._replace(**change)], anna)

    assert [(row, where) for row, where, _ in found] == [(2, column)]


def test_a_text_in_two_rows_is_refused(rows, anna):
    one = said(rows[SHORT], en="Another.")

    found = wrong([one, one._replace(number=9)], anna)

    assert [(row, column) for row, column, _ in found] == [(2, "field"), (9, "field")]


def test_a_language_without_a_name_is_begun_on_its_page(anna):
    published("grooming", languages={"en": section("grooming")})
    (row,) = rows_of()

    found = wrong([said(row, cy="Testun.")._replace(number=2)], anna)

    assert [(number, column) for number, column, _ in found] == [(2, "cy")]


def test_what_is_withdrawn_is_in_no_sheet(rows, anna):
    withdrawn("grooming")

    assert {row.entry for row in rows_of()} == {"police-force"}
    found = wrong([said(rows[SHORT], en="Another.")], anna)
    assert found == [(2, "entry", "There is no such entry.")]


def test_only_what_is_asked_for_is_in_it(rows):
    assert {row.entry for row in rows_of(["grooming"])} == {"grooming"}


@pytest.mark.parametrize(
    "who",
    [
        pytest.param(lambda: None, id="nobody"),
        pytest.param(AnonymousUser, id="anonymous"),
        pytest.param(lambda: somebody("dai", "publish"), id="a-publisher"),
        pytest.param(
            lambda: User.objects.create(username="x", is_staff=True), id="staff"
        ),
    ],
)
def test_who_writes_nothing_takes_no_sheet_over(rows, who):
    given = [said(rows[SHORT], en="Another.")]

    with pytest.raises(PermissionDeniedError):
        take_sheet(rows=given, actor=who())

    assert not Revision.objects.filter(state=RevisionState.DRAFT).exists()


HEAD = "entry,field,en,cy,version"


@pytest.mark.parametrize(
    "head",
    [
        "entry,field,en,cy",
        "entry,en,cy,version",
        "field,en,cy,version",
        "entry,field,version",
        "entry,field,en,en,version",
        "entry,entry,field,en,version",
        "",
    ],
)
def test_columns_that_are_missing_or_there_twice_are_named(head):
    with pytest.raises(DocumentError, match="The sheet needs one column"):
        read_sheet("a.csv", f"{head}\n".encode())


def test_a_column_that_is_missing_leaves_its_language_alone(rows, anna):
    data = f"entry,field,en,version\ngrooming,short,Another.,{rows[SHORT].version}"

    (draft,) = take_sheet(rows=read_sheet("a.csv", data.encode()), actor=anna)

    section = orjson.loads(draft.document)["languages"]
    assert section["en"]["short"] == "Another."
    assert section["cy"]["short"] == rows[SHORT].texts["cy"]


def test_a_short_line_has_empty_cells_at_its_end():
    (row,) = read_sheet("a.csv", f"{HEAD}\ngrooming,short,Another.".encode())

    assert (row.texts, row.version) == ({"en": "Another.", "cy": ""}, "")


def many_rows(count):
    return f"{HEAD}\n".encode() + b"a,short,b,c,d\n" * count


@pytest.mark.parametrize(
    ("name", "data", "fault"),
    [
        pytest.param("a.xlsx", word("A letter."), Fault.BROKEN, id="word"),
        pytest.param("a.xlsx", b"PK\x03\x04 nothing", Fault.BROKEN, id="broken"),
        pytest.param("a.xlsx", b"\xd0\xcf\x11\xe0 old", Fault.ENCRYPTED, id="locked"),
        pytest.param("a.csv", b"%PDF-1.7", Fault.UNKNOWN_KIND, id="pdf"),
        pytest.param("a.csv", b"\x89PNG", Fault.PICTURE, id="picture"),
        pytest.param("a.csv", b"", Fault.EMPTY, id="empty"),
        pytest.param("a.csv", b"\xff\xfea", Fault.BROKEN, id="half-a-letter"),
        pytest.param("a.csv", b'"' + b"a" * 40_000, Fault.BROKEN, id="endless-cell"),
        pytest.param("a.csv", many_rows(20_001), Fault.TOO_MUCH, id="many-rows"),
        pytest.param("a.csv", b"a," * 60, Fault.TOO_MUCH, id="many-columns"),
        pytest.param("a.csv", b"a" * 2_200_000, Fault.TOO_LARGE, id="large"),
    ],
)
def test_what_is_no_sheet_is_refused(name, data, fault):
    with pytest.raises(FileError) as caught:
        read_sheet(name, data)

    assert caught.value.fault == fault


def test_the_order_of_the_rows_does_not_matter(rows, anna):
    given = [said(rows[OTHER], en="Another."), said(rows[SHORT], en="Another.")]

    assert len(take_sheet(rows=given, actor=anna)) == 2
    assert {row.name for row in Revision.objects.filter(state="draft")} == {
        Name(DocumentKind.ENTRY, "grooming"),
        Name(DocumentKind.ENTRY, "police-force"),
    }
