"""Three texts say what has changed: loaded last, in the file, and here."""

from __future__ import annotations

import datetime as dt
import json

import pytest

from glossary.document import apply_documents, parse_document
from glossary.models import (
    LoadedDocument,
    Publication,
)
from tests.factories import document, entry_data
from tests.transfer.edits import (
    ENTRY,
    KINDS,
    SOURCE,
    change_entry,
    change_source,
    count_of_everything,
    edit_source,
    publish_edit,
    publish_here,
    said,
)

pytestmark = pytest.mark.django_db


def test_a_first_load_brings_everything_in(folder):
    assert set(folder.standings().values()) == {"new"}

    load = folder.load()

    assert [row.entry_id for row in load.publications] == [
        "grooming",
        "problem-profile",
    ]
    assert LoadedDocument.objects.newest().count() == 7


def test_a_second_load_does_nothing(folder):
    folder.load()
    before = count_of_everything()

    load = folder.load()

    assert (load.plan.is_empty, load.publications) == (True, [])
    assert count_of_everything() == before
    assert folder.standings() == {}


@pytest.mark.parametrize(("name", "edit", "change"), KINDS)
def test_what_only_the_file_has_changed_comes_in(folder, name, edit, change):
    folder.load()
    before = said(name)
    change(folder)

    assert folder.standings() == {name: "changed"}
    folder.load()

    assert said(name) != before
    assert folder.plan().is_empty


@pytest.mark.parametrize(("name", "edit", "change"), KINDS)
def test_what_was_edited_here_stays(folder, name, edit, change):
    folder.load()
    edit()
    edited = said(name)
    before = count_of_everything()

    assert folder.standings() == {name: "edited here"}
    load = folder.load()

    assert "Edited here" in edited
    assert said(name) == edited
    assert [line.name for line in load.plan.open] == [name]
    assert load.plan.is_empty
    assert count_of_everything() == before


@pytest.mark.parametrize(("name", "edit", "change"), KINDS)
def test_what_was_edited_on_both_sides_stays_too(folder, name, edit, change):
    folder.load()
    edit()
    edited = said(name)
    change(folder)

    assert folder.standings() == {name: "edited here and in the file"}
    folder.load()

    assert said(name) == edited


@pytest.mark.parametrize(("name", "edit", "change"), KINDS)
def test_what_was_edited_here_stays_when_something_else_comes_in(
    folder, name, edit, change
):
    folder.load()
    edit()
    edited = said(name)
    folder.change_section("grooming", "en", short="Something else.")

    folder.load()

    assert said(name) == edited
    assert folder.standings() == {name: "edited here"}
    assert said("entry/grooming") == "Something else."


@pytest.mark.parametrize(("name", "edit", "change"), KINDS)
def test_somebody_may_take_what_the_file_has(folder, name, edit, change):
    folder.load()
    loaded = said(name)
    edit()

    folder.load(take=[name])

    assert said(name) == loaded
    assert folder.plan().is_empty
    assert folder.standings() == {}


@pytest.mark.parametrize(("name", "edit", "change"), KINDS)
def test_somebody_may_keep_what_is_here(folder, name, edit, change):
    folder.load()
    edit()
    edited = said(name)
    change(folder)

    folder.load(keep=[name])

    assert said(name) == edited
    assert folder.standings() == {name: "edited here"}
    assert folder.plan().is_empty


@pytest.mark.parametrize(("name", "edit", "change"), KINDS)
def test_an_older_text_never_comes_back_by_itself(folder, name, edit, change):
    folder.load()
    older = folder.read()
    change(folder)
    folder.load()
    newer = said(name)
    before = count_of_everything()

    folder.read = lambda: older
    assert folder.standings() == {name: "older"}
    folder.load()

    assert said(name) == newer
    assert count_of_everything() == before


@pytest.mark.parametrize(("name", "edit", "change"), KINDS)
def test_somebody_may_take_an_older_text_and_go_forward_again(
    folder, name, edit, change
):
    folder.load()
    older, first = folder.read(), said(name)
    change(folder)
    folder.load()
    newer, second = folder.read(), said(name)

    folder.read = lambda: older
    folder.load(take=[name])
    assert said(name) == first
    assert folder.standings() == {}

    folder.read = lambda: newer
    assert folder.standings() == {name: "older"}
    folder.load(take=["all"])
    assert said(name) == second


@pytest.mark.parametrize(
    ("edit", "change"),
    [
        pytest.param(publish_edit, change_entry, id="entry"),
        pytest.param(edit_source, change_source, id="source"),
    ],
)
def test_the_same_edit_on_both_sides_is_settled_once(folder, edit, change):
    folder.load()
    edit("The same.")
    change(folder, "The same.")

    assert folder.standings() == {}
    assert not folder.plan().is_empty
    assert folder.load().publications == []

    assert folder.plan().is_empty
    change(folder, "Something else.")
    assert set(folder.standings().values()) == {"changed"}


def test_an_edit_that_was_published_here_stays(folder):
    """Published, and signed off by somebody: a load of another file leaves it."""
    folder.load()
    edited = entry_data(as_at="2025-01-01")
    edited["languages"]["en"]["short"] = "Edited and published here."
    publish_here(parse_document(edited))
    folder.change_section("grooming", "en", short="Something else.")

    folder.load()

    row = Publication.objects.current().get(entry="problem-profile")
    shown = json.loads(row.body)
    assert shown["languages"]["en"]["short"] == "Edited and published here."
    assert shown["languages"]["en"]["checked_by"] == ["editor"]
    assert folder.standings() == {ENTRY: "edited here"}


def test_a_revision_that_the_tables_do_not_hold_is_an_edit_too(folder):
    folder.load()
    publish_here(document(kind="data"), tables_too=False)

    (line,) = folder.plan().open

    assert (line.name, line.standing) == (ENTRY, "edited here")
    assert line.places == ["/kind"]


def test_a_sign_off_given_here_is_no_edit_of_the_text(folder):
    folder.load()
    publish_here(folder.read().entries["problem-profile"])

    assert folder.standings() == {}
    change_entry(folder)
    assert folder.standings() == {ENTRY: "changed"}


def test_an_entry_that_was_written_here_is_not_overwritten(folder):
    folder.write_source()
    folder.load()
    mine = document("chief-constable", kind="role")
    apply_documents([mine])
    folder.write_entry("chief-constable")

    (line,) = folder.plan().open

    assert (line.key, line.standing) == (
        "chief-constable",
        "edited here and in the file",
    )
    assert line.places == ["/kind"]


def test_an_entry_that_waits_here_as_the_file_has_it_is_new(folder):
    folder.load()
    folder.write_entry("chief-constable")
    apply_documents([folder.read().entries["chief-constable"]])

    assert folder.standings() == {"entry/chief-constable": "new"}
    assert [row.kind for row in folder.load().publications] == ["published"]


def test_a_file_that_was_checked_on_an_earlier_day_is_older(folder):
    folder.load()
    checked = {"checked_on": "2026-11-20", "check_due": "2027-05-21"}
    folder.write_entry("problem-profile", review=checked)
    content = folder.read()
    assert content.entries["problem-profile"].review.checked_on == dt.date(2026, 11, 20)

    assert folder.standings() == {ENTRY: "older"}


def test_a_later_day_of_checking_is_a_change(folder):
    folder.load()
    checked = {"checked_on": "2026-11-22", "check_due": "2027-05-21"}
    folder.write_entry("problem-profile", review=checked)

    (line,) = [line for line in folder.plan().lines if line.is_due]

    assert (line.name, line.places) == (ENTRY, ["/review"])


def test_a_text_of_an_earlier_shape_counts_as_edited(folder):
    """What was loaded cannot be read any more: nobody knows who has changed it."""
    folder.load()
    loaded = LoadedDocument.objects.filter(kind="entry", key="problem-profile")
    loaded.update(document="{}")
    change_entry(folder)

    assert folder.standings() == {ENTRY: "edited here and in the file"}


def test_a_column_more_is_no_edit(folder):
    """Shapes grow and change: what only one of two says is no difference."""
    folder.load()
    row = LoadedDocument.objects.get(kind="source", is_last=True)
    values = json.loads(row.document) | {"a_column_that_went": 1}
    del values["note"]
    LoadedDocument.objects.filter(pk=row.pk).update(document=json.dumps(values))
    folder.write_source(note="A note.")

    assert folder.standings() == {SOURCE: "changed"}
