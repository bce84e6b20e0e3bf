"""Readers are told of each text who has checked it: here, and by a record from elsewhere."""

from __future__ import annotations

import json

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from glossary.closed_lists import WithdrawalReason
from glossary.document import DocumentKind, Name
from glossary.errors import StateError
from glossary.models import Link, Publication
from glossary.publishing import (
    form_to_be,
    publish_revisions,
    republish_documents,
    withdraw_document,
    withdraw_unneeded,
)
from glossary.review import begin_draft, still_required, submit_draft
from tests.factories import (
    OPERATOR,
    document,
    entry_data,
    named,
    record,
    revision_of,
    section,
    source,
    topic,
)
from tests.review.writing import ENTRY, approved, signed, somebody

pytestmark = pytest.mark.django_db

NAME = named(ENTRY)
OF_ITS_OWN = Name(DocumentKind.REVIEW, "of-its-own")
ENGLISH_ALONE = {"en": section("grooming")}


@pytest.fixture
def anna(db):
    return somebody("anna")


@pytest.fixture
def ben(db):
    return somebody("ben")


def shown():
    return json.loads(Publication.objects.readable().get(key=ENTRY).body)


def checked(lang):
    return shown()["languages"][lang]["checked_by"]


def publish(revision):
    return publish_revisions(revisions=[revision], actor=OPERATOR)


def by_record(name="of-its-own", signed_off=None, **values):
    """Publish the entry as what came in by a record; what it cites came in by another."""
    source()
    record(name, **(signed_off or {}))
    publish(revision_of(document(ENTRY, **values), name))


def links():
    rows = Link.objects.filter(key=ENTRY, other_kind="review")
    return list(rows.values_list("relation", "other"))


def test_roles_stand_in_the_order_of_the_site_and_then_those_that_it_lacks(settings):
    settings.GLOSSARY_SIGN_OFFS = {"lived-experience": ["cy"], "subject-expert": []}
    roles = ["lived-experience", "welsh-language", "editor", "subject-expert"]

    by_record(signed_off={"en": roles, "cy": roles})

    rest = ["editor", "welsh-language"]
    assert checked("en") == ["subject-expert", *rest, "lived-experience"]
    assert checked("cy") == ["lived-experience", "subject-expert", *rest]


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        pytest.param({"cy": "Testun arall."}, "en", id="Welsh is new"),
        pytest.param({"en": "Another text."}, "cy", id="English is new"),
    ],
)
def test_what_a_record_says_later_reaches_the_language_that_is_still_its_own(
    anna, ben, text, kept
):
    by_record(signed_off={kept: ["editor"]})
    publish(approved(anna, ben, **text))
    assert checked(kept) == ["editor"]

    record("of-its-own", **{kept: ["editor", "subject-expert"]})

    assert checked(kept) == ["editor", "subject-expert"]
    assert republish_documents(actor=OPERATOR) == []


def test_a_record_stays_for_as_long_as_one_language_is_its_own(anna, ben):
    by_record()
    assert links() == [("reviewed-in", "of-its-own")]

    publish(approved(anna, ben, cy="Testun arall."))
    assert links() == [("partly-reviewed-in", "of-its-own")]
    with pytest.raises(StateError, match="still needs"):
        withdraw_unneeded(names=[OF_ITS_OWN], actor=OPERATOR)

    publish(approved(anna, ben, en="Another text."))
    assert links() == []
    (row,) = withdraw_unneeded(names=[OF_ITS_OWN], actor=OPERATOR)
    assert row.name == OF_ITS_OWN


def test_a_language_that_it_does_not_have_is_of_no_record(anna, ben):
    by_record(languages=ENGLISH_ALONE)
    assert links() == [("reviewed-in", "of-its-own")]

    publish(approved(anna, ben, en="Another text."))

    assert links() == []


def test_what_belongs_to_no_language_may_still_be_of_a_record(anna, ben):
    by_record(languages={"cy": section("meithrin", "cy")})

    publish(approved(anna, ben, cy="Testun arall."))

    assert links() == [("partly-reviewed-in", "of-its-own")]


def test_what_came_in_later_by_another_record_is_of_that_one_alone(anna, ben):
    by_record("first", {"en": ["editor"], "cy": ["editor"]})
    by_record("second", as_at="2025-01-01")

    assert (checked("en"), checked("cy")) == ([], [])
    assert links() == [("reviewed-in", "second")]
    publish(approved(anna, ben, cy="Testun arall."))
    assert checked("en") == []
    assert links() == [("partly-reviewed-in", "second")]


def test_what_was_begun_here_in_one_language_says_who_has_checked_it(anna, ben):
    source()
    topic("police-data", en="Police data")
    start = entry_data(ENTRY, languages=ENGLISH_ALONE)
    draft = begin_draft(name=NAME, actor=anna, start=start)
    revision = submit_draft(revision=draft, actor=anna)
    for asked in still_required(revision):
        revision = signed(revision, ben, asked)

    publish(revision)

    assert checked("en") == ["editor"]
    assert shown()["review"] == {"arrival": "written-here", "record": None}
    assert links() == []


def test_what_comes_back_is_shown_beforehand_although_its_record_is_gone(anna):
    by_record(languages=ENGLISH_ALONE, signed_off={"en": ["editor"]})
    withdraw_document(name=NAME, actor=OPERATOR, reason=WithdrawalReason.WRONG)
    withdraw_unneeded(names=[OF_ITS_OWN], actor=OPERATOR)
    draft = begin_draft(name=NAME, actor=anna)

    form = form_to_be(draft, draft.read())

    assert json.loads(form.content())["languages"]["en"]["checked_by"] == []


def test_as_many_records_as_entries_are_asked_for_together(django_assert_num_queries):
    source()
    keys = [f"entry-{number}" for number in range(12)]
    for key in keys:
        record(key, en=["editor"])
    revisions = [revision_of(document(key), key) for key in keys]
    alone = [revision_of(document(f"alone-{n}"), "entry-0") for n in range(12)]
    with CaptureQueriesContext(connection) as by_one:
        publish_revisions(revisions=alone, actor=OPERATOR)

    with django_assert_num_queries(len(by_one)):
        rows = publish_revisions(revisions=revisions, actor=OPERATOR)

    english = [json.loads(row.body)["languages"]["en"] for row in rows]
    assert [one["checked_by"] for one in english] == [["editor"]] * 12


def test_what_comes_in_anew_is_published_in_as_many_queries_for_one_as_for_many(
    django_assert_num_queries,
):
    source()
    record("of-its-own")
    keys = [f"entry-{number}" for number in range(12)]
    first = [revision_of(document(key), "of-its-own") for key in keys]
    publish_revisions(revisions=first, actor=OPERATOR)
    anew = [revision_of(document(key, kind="data"), "of-its-own") for key in keys]
    with CaptureQueriesContext(connection) as by_one:
        publish_revisions(revisions=anew[:1], actor=OPERATOR)

    with django_assert_num_queries(len(by_one)):
        rows = publish_revisions(revisions=anew[1:], actor=OPERATOR)

    assert {row.change for row in rows} == {"updated"}
