"""A sheet says what it would change, and what is wrong where; all of it, or nothing."""

from __future__ import annotations

import orjson
import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import connection
from django.test.utils import CaptureQueriesContext

from glossary.document import DocumentKind, Name
from glossary.errors import (
    DocumentError,
    PermissionDeniedError,
    Problem,
    StateError,
)
from glossary.files import Fault, FileError
from glossary.models import Event, Revision, RevisionState, User
from glossary.publishing import publish_revisions
from glossary.review import begin_draft, sign_off, submit_draft
from glossary.sheets import Change, plan_sheet, read_sheet, rows_of, take_sheet
from tests.factories import (
    OPERATOR,
    document,
    named,
    published,
    revision_of,
    section,
    topic,
    withdrawn,
)
from tests.files.office import word
from tests.publishing.test_locks import tables
from tests.review.writing import ENGLISH, signed, somebody
from tests.rows import NotRecordedError, everything, let_recording_fail

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
    assert list(caught.value.problems) == [
        Problem(f"{one.row}/{one.column}", "wrong-cell", one.detail)
        for one in plan.wrong
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

    detail = "Somebody works on this entry. Wait, or change it on its page."
    assert found == [(2, "entry", detail)]


def test_work_on_something_else_that_is_called_the_same_hinders_nobody(rows, anna):
    topic("grooming", en="Grooming")
    begin_draft(name=Name(DocumentKind.TOPIC, "grooming"), actor=anna)
    begin_draft(name=named("police-force"), actor=anna)

    (draft,) = take_sheet(rows=[said(rows[SHORT], en="Another.")], actor=anna)

    assert draft.name == named("grooming")


def test_what_somebody_works_on_may_be_in_a_sheet_that_does_not_change_it(rows, anna):
    begin_draft(name=named("grooming"), actor=anna)

    plan = plan_sheet([rows[SHORT]], anna)

    assert (plan.changes, plan.wrong) == ([], [])


def test_who_takes_a_sheet_over_waits_for_whoever_publishes(rows, anna):
    with CaptureQueriesContext(connection) as queries:
        take_sheet(rows=[said(rows[SHORT], en="Another.")], actor=anna)

    assert tables(queries)[0] == "glossary_dataset"


def test_where_one_draft_cannot_be_begun_none_is(rows, anna, monkeypatch):
    given = [said(rows[SHORT], en="Another."), said(rows[OTHER], en="Another.")]
    before = everything()
    let_recording_fail(monkeypatch, after=1)

    with pytest.raises(NotRecordedError):
        take_sheet(rows=given, actor=anna)

    assert everything() == before


def test_one_cell_that_is_wrong_stops_all(rows, anna):
    given = [said(rows[SHORT], en="Another."), said(rows[OTHER], en="")]

    found = wrong(given, anna)

    assert found == [(rows[OTHER].number, "en", "The short text cannot be empty.")]


NO_ENTRY = "There is no such entry."
NO_SIGN = "There are characters in it that nobody can read or type."


@pytest.mark.parametrize(
    ("change", "column", "said"),
    [
        pytest.param({"entry": "nothing"}, "entry", NO_ENTRY, id="no-such-entry"),
        pytest.param({"entry": "report-2023"}, "entry", NO_ENTRY, id="a-source"),
        pytest.param({"entry": "\ud800\0"}, "entry", NO_ENTRY, id="no-name-at-all"),
        pytest.param(
            {"field": "slug"}, "field", "There is no such text.", id="no-such-text"
        ),
        pytest.param({"texts": {"en": "A\x07b"}}, "en", NO_SIGN, id="a-bell"),
    ],
)
def test_what_cannot_be_is_named_by_row_and_column(rows, anna, change, column, said):
    found = wrong([rows[SHORT]._replace(**change)], anna)

    assert found == [(2, column, said)]


def test_all_that_is_wrong_is_told_from_the_top_of_the_sheet(rows, anna):
    lower = rows[OTHER]._replace(number=7)
    given = [lower._replace(field="slug"), said(lower, en="B\x07b", cy="")]

    found = wrong([*given, said(rows[SHORT], en="A\x07b", cy="A.")], anna)

    assert [(row, column) for row, column, _ in found] == [
        (2, "en"),
        (7, "cy"),
        (7, "field"),
    ]


def test_each_sign_that_cannot_be_is_named_where_it_stands(rows, anna):
    given = [said(rows[OTHER], en="B\x07b"), said(rows[SHORT], en="A.", cy="A\x07b")]

    found = wrong(given, anna)

    assert found == [(2, "cy", NO_SIGN), (rows[OTHER].number, "en", NO_SIGN)]


def test_what_is_wrong_elsewhere_in_an_entry_is_told_of_the_entry(anna):
    row = revision_of(document("grooming"))
    row.hold_text(row.document.replace('"slug":"grooming"', '"slug":"a_b"')).save()
    publish_revisions(revisions=[row], actor=OPERATOR)
    (given,) = rows_of()

    (found,) = wrong([said(given, en="Another.")._replace(number=2)], anna)

    assert found[:2] == (0, "entry")
    assert found[2] != NO_SIGN


def test_a_text_in_two_rows_is_refused(rows, anna):
    one = said(rows[SHORT], en="Another.")

    found = wrong([one, one._replace(number=9)], anna)

    detail = "This text stands in two rows."
    assert found == [(2, "field", detail), (9, "field", detail)]


def test_several_texts_of_an_entry_go_into_one_draft(rows, anna):
    first = said(rows[SHORT], en="Another.")
    given = [first, first._replace(field="ask", texts={"cy": "Gofynnwch."})]

    plan = plan_sheet(given, anna)
    (draft,) = take_sheet(rows=given, actor=anna)

    before = rows[SHORT].texts["en"]
    assert plan.changes == [
        Change(first, "en", before, "Another."),
        Change(given[1], "cy", "", "Gofynnwch."),
    ]
    assert plan.documents == {named("grooming"): orjson.loads(draft.document)}
    texts = plan.documents[named("grooming")]["languages"]
    assert (texts["en"]["short"], texts["cy"]["ask"]) == ("Another.", "Gofynnwch.")


def test_a_language_without_a_name_is_begun_on_its_page(anna):
    published("grooming", languages={"en": section("grooming")})
    (row,) = rows_of()

    found = wrong([said(row, cy="Testun.")._replace(number=2)], anna)

    detail = "The entry has no name in this language yet. Begin on its page."
    assert found == [(2, "cy", detail)]


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
        read_sheet(f"{head}\n".encode())


def test_a_column_that_is_missing_leaves_its_language_alone(rows, anna):
    data = f"entry,field,en,version\ngrooming,short,Another.,{rows[SHORT].version}"

    (draft,) = take_sheet(rows=read_sheet(data.encode()), actor=anna)

    section = orjson.loads(draft.document)["languages"]
    assert section["en"]["short"] == "Another."
    assert section["cy"]["short"] == rows[SHORT].texts["cy"]


def test_a_short_line_has_empty_cells_at_its_end():
    (row,) = read_sheet(f"{HEAD}\ngrooming,short,Another.".encode())

    assert (row.texts, row.version) == ({"en": "Another.", "cy": ""}, "")


def many_rows(count):
    return f"{HEAD}\n".encode() + b"a,short,b,c,d\n" * count


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        pytest.param(word("A letter."), Fault.BROKEN, id="word"),
        pytest.param(b"PK\x03\x04 nothing", Fault.BROKEN, id="broken"),
        pytest.param(b"\xd0\xcf\x11\xe0 old", Fault.ENCRYPTED, id="locked"),
        pytest.param(b"%PDF-1.7", Fault.UNKNOWN_KIND, id="pdf"),
        pytest.param(b"\x89PNG", Fault.PICTURE, id="picture"),
        pytest.param(b"", Fault.EMPTY, id="empty"),
        pytest.param(b"\xff\xfea", Fault.BROKEN, id="half-a-letter"),
        pytest.param(b'"' + b"a" * 40_000, Fault.BROKEN, id="endless-cell"),
        pytest.param(many_rows(20_001), Fault.TOO_MUCH, id="many-rows"),
        pytest.param(b"a," * 60, Fault.TOO_MUCH, id="many-columns"),
        pytest.param(b"a" * 2_200_000, Fault.TOO_LARGE, id="large"),
    ],
)
def test_what_is_no_sheet_is_refused(data, fault):
    with pytest.raises(FileError) as caught:
        read_sheet(data)

    assert caught.value.fault == fault


def test_the_order_of_the_rows_does_not_matter(rows, anna):
    given = [said(rows[OTHER], en="Another."), said(rows[SHORT], en="Another.")]

    drafts = take_sheet(rows=given, actor=anna)

    assert [row.name for row in drafts] == [named("grooming"), named("police-force")]
    assert {row.name for row in Revision.objects.filter(state="draft")} == {
        named("grooming"),
        named("police-force"),
    }
