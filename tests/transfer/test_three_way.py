"""Three texts say what has changed: loaded last, in the file, and here."""

from __future__ import annotations

import datetime as dt
import json

import pytest

from glossary.document import DocumentKind, parse_document
from glossary.document_texts import add_document_text
from glossary.models import LoadedDocument, Publication, Revision
from glossary.publishing import publish_revisions
from tests.factories import (
    OPERATOR,
    approved_revision,
    document,
    entry_data,
    on_show,
    record,
    revision_of,
    source,
)
from tests.transfer.edits import (
    ENTRY,
    HELPLINE,
    KINDS,
    PLACES,
    SOURCE,
    TOPIC,
    approve,
    change,
    count_of_everything,
    current,
    edit,
    revised,
    said,
)

pytestmark = pytest.mark.django_db


def test_a_first_load_brings_everything_in(folder):
    assert set(folder.standings().values()) == {"new"}

    load = folder.load()

    assert [str(row.name) for row in load.publications] == [
        "review/a-review",
        "source/report-2023",
        "topic/police-data",
        "topic/people",
        "helpline/a-line",
        "entry/grooming",
        "entry/problem-profile",
    ]
    assert {row.change for row in load.publications} == {"published"}
    assert LoadedDocument.objects.newest().count() == 7


def test_what_is_new_is_in_no_place_otherwise(folder):
    assert [list(row.places) for row in folder.plan().lines] == [[]] * 7


def test_of_what_comes_in_only_texts_of_entries_can_be_behind(folder):
    folder.load()
    for name in PLACES:
        change(folder, name)

    behind = {str(row.name): row.behind for row in folder.plan().lines if row.is_due}

    assert behind == {name: [] for name in PLACES} | {ENTRY: ["cy"]}


def test_what_was_loaded_under_another_kind_is_not_what_was_loaded(folder):
    """Neither last nor before: two documents may have one key."""
    folder.write_topics("police-data", "problem-profile")
    folder.load()
    folder.write_topics("problem-profile", "police-data")
    folder.load()
    older = folder.read()
    change(folder, ENTRY)

    assert folder.standings() == {ENTRY: "changed"}
    folder.load()
    folder.read = lambda: older
    assert folder.standings() == {ENTRY: "older"}


def test_a_second_load_does_nothing(folder):
    folder.load()
    before = count_of_everything()

    load = folder.load()

    assert (load.plan.is_empty, load.publications) == (True, [])
    assert count_of_everything() == before
    assert folder.standings() == {}


@pytest.mark.parametrize("name", KINDS)
def test_what_only_the_file_has_changed_comes_in(folder, name):
    folder.load()
    change(folder, name)

    assert folder.standings() == {name: "changed"}
    folder.load()

    assert said(name) == "Changed in the file."
    assert folder.plan().is_empty


@pytest.mark.parametrize("name", KINDS)
def test_what_was_edited_here_stays(folder, name):
    folder.load()
    edit(name)
    before = count_of_everything()

    assert folder.standings() == {name: "edited here"}
    load = folder.load()

    assert said(name) == "Edited here."
    assert [str(line.name) for line in load.plan.open] == [name]
    assert load.plan.is_empty
    assert count_of_everything() == before


@pytest.mark.parametrize("name", KINDS)
def test_what_was_approved_here_and_is_not_public_yet_stays(folder, name):
    folder.load()
    before = said(name)
    waiting = approve(revised(name, "Edited here."))

    (line,) = folder.plan().open
    folder.load()

    assert (str(line.name), line.standing) == (name, "edited here")
    assert f"/{PLACES[name][0]}" in line.places[0]
    assert said(name) == before
    publish_revisions(revisions=[waiting], actor=OPERATOR)
    assert said(name) == "Edited here."


@pytest.mark.parametrize("name", KINDS)
def test_what_was_edited_on_both_sides_stays_too(folder, name):
    folder.load()
    edit(name)
    change(folder, name)

    assert folder.standings() == {name: "edited here and in the file"}
    folder.load()

    assert said(name) == "Edited here."


@pytest.mark.parametrize("name", KINDS)
def test_what_was_edited_here_stays_when_something_else_comes_in(folder, name):
    folder.load()
    edit(name)
    folder.change_section("grooming", "en", short="Something else.")

    load = folder.load()

    assert said(name) == "Edited here."
    assert folder.standings() == {name: "edited here"}
    assert [str(row.name) for row in load.publications] == ["entry/grooming"]


@pytest.mark.parametrize("name", KINDS)
def test_somebody_may_take_what_the_file_has(folder, name):
    folder.load()
    loaded = said(name)
    edit(name)

    folder.load(take=[name])

    assert said(name) == loaded
    assert folder.plan().is_empty
    assert folder.standings() == {}


@pytest.mark.parametrize("name", KINDS)
def test_somebody_may_keep_what_is_here(folder, name):
    folder.load()
    edit(name)
    change(folder, name)

    folder.load(keep=[name])

    assert said(name) == "Edited here."
    assert folder.standings() == {name: "edited here"}
    assert folder.plan().is_empty


@pytest.mark.parametrize("name", KINDS)
def test_an_older_text_never_comes_back_by_itself(folder, name):
    folder.load()
    older = folder.read()
    change(folder, name)
    folder.load()
    before = count_of_everything()

    folder.read = lambda: older
    assert folder.standings() == {name: "older"}
    folder.load()

    assert said(name) == "Changed in the file."
    assert count_of_everything() == before


@pytest.mark.parametrize("name", KINDS)
def test_somebody_may_take_an_older_text_and_go_forward_again(folder, name):
    folder.load()
    older, first = folder.read(), said(name)
    change(folder, name)
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


@pytest.mark.parametrize("name", KINDS)
def test_the_same_edit_on_both_sides_is_settled_once(folder, name):
    folder.load()
    edit(name, "The same.")
    change(folder, name, "The same.")

    assert folder.standings() == {}
    assert not folder.plan().is_empty
    assert folder.load().publications == []

    assert folder.plan().is_empty
    change(folder, name, "Something else.")
    assert folder.standings() == {name: "changed"}


def test_an_edit_that_was_published_here_stays(folder):
    """Published, and signed off by somebody: a load of another file leaves it."""
    folder.load()
    record("here", en=["editor"])
    edited = entry_data(as_at="2025-01-01")
    edited["languages"]["en"]["short"] = "Edited and published here."
    on_show(parse_document(edited), review="here")
    folder.change_section("grooming", "en", short="Something else.")

    folder.load()

    shown = json.loads(current(ENTRY).body)
    assert shown["languages"]["en"]["short"] == "Edited and published here."
    assert shown["languages"]["en"]["checked_by"] == ["editor"]
    assert folder.standings() == {ENTRY: "edited here"}


def test_a_sign_off_given_here_is_no_edit_of_the_text(folder):
    folder.load()
    record("here", en=["editor"])
    signed_off = revision_of(folder.read().entries["problem-profile"], "here")
    publish_revisions(revisions=[signed_off], actor=OPERATOR)

    assert folder.standings() == {}
    change(folder, ENTRY)
    assert folder.standings() == {ENTRY: "changed"}


def test_an_entry_that_was_written_here_is_not_overwritten(folder):
    folder.load()
    approved_revision(document("chief-constable", kind="role"))
    folder.write_entry("chief-constable")

    (line,) = folder.plan().open

    assert (line.key, line.standing) == (
        "chief-constable",
        "edited here and in the file",
    )
    assert line.places == ["/kind"]


@pytest.mark.parametrize("name", KINDS)
def test_what_was_written_here_and_never_loaded_is_not_overwritten(folder, name):
    written = folder.read()
    change(folder, name)
    for kind in ("review", "source", "topic", "helpline", "entry"):
        for one in written.of(kind).values():
            on_show(one, review="a-review")

    assert folder.standings() == {name: "edited here and in the file"}
    folder.load()

    assert said(name) != "Changed in the file."


@pytest.mark.parametrize("name", KINDS)
def test_what_waits_here_as_the_file_has_it_is_new(folder, name):
    """Whoever loads it wants it to be public, and what rests on it needs that."""
    kind, _, key = name.partition("/")
    approve(folder.read().of(kind)[key])

    assert folder.standings()[name] == "new"
    folder.load()

    assert current(name).change == "published"
    numbers = Revision.objects.filter(kind=kind, key=key).values_list("number", "state")
    assert dict(numbers) == {1: "superseded", 2: "approved"}
    assert folder.plan().is_empty


@pytest.mark.parametrize("name", [TOPIC, HELPLINE])
def test_what_is_public_under_another_kind_is_not_what_waits(folder, name):
    kind, _, key = name.partition("/")
    source(key)
    approve(folder.read().of(kind)[key])

    assert folder.standings()[name] == "new"


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

    assert (str(line.name), line.places) == (ENTRY, ["/review"])


@pytest.mark.parametrize("text", ["{}", '{"a_field_that_went": 1}'])
@pytest.mark.parametrize("name", KINDS)
def test_a_text_of_an_earlier_shape_counts_as_edited(folder, name, text):
    """What was loaded cannot be read any more: nobody knows who has changed it."""
    folder.load()
    kind, _, key = name.partition("/")
    LoadedDocument.objects.filter(kind=kind, key=key).update(document=text)
    change(folder, name)

    assert folder.standings() == {name: "edited here and in the file"}


def test_a_field_more_is_no_edit(folder):
    """Shapes grow: what an earlier one did not say is no difference."""
    folder.load()
    row = LoadedDocument.objects.get(kind="source", is_last=True)
    values = json.loads(row.document)
    assert "note" not in values
    folder.write_source(note="A note.")

    assert folder.standings() == {SOURCE: "changed"}


def test_a_load_never_looks_at_the_text_of_a_public_document(folder):
    """That is copied on the site, and no folder holds one."""
    folder.load()
    add_document_text(source_id="report-2023", text="The text.", actor=OPERATOR)
    folder.write_source(title="Another title")

    folder.load()

    assert Publication.objects.of_kind(DocumentKind.TEXT).get().change == "published"
    assert folder.plan().is_empty
