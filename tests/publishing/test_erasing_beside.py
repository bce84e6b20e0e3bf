"""Erasing takes what a document is called by, and nothing of others that is alike."""

from __future__ import annotations

import datetime as dt

import orjson
import pytest
from django.utils import timezone

from glossary.closed_lists import WithdrawalReason
from glossary.document import DocumentKind, Name
from glossary.errors import StateError
from glossary.models import Address, Event, Publication, Revision
from glossary.publishing import (
    merge_entries,
    publish_due,
    publish_revisions,
    schedule_publication,
)
from glossary.review import (
    add_reviewed_elsewhere,
    begin_draft,
    save_draft,
    still_required,
    submit_draft,
)
from tests.factories import (
    OPERATOR,
    document,
    entry_data,
    named,
    published,
    record,
    section,
    source,
    withdrawn,
)
from tests.helplines import helpline, stored
from tests.publishing.erasing import WORD, erased, places_of
from tests.review.writing import approved, signed, somebody

pytestmark = pytest.mark.django_db

KEY = "mary-marzipan"
ELSE = {"en": section("something else")}


def merged(away, keep, **values):
    """Publish an entry that says that another one replaces it, and let it lead there."""
    replaced = [{"relation": "replaced-by", "id": keep}]
    published(away, related=replaced, **values)
    merge_entries(away=[away], keep=keep, actor=OPERATOR)


def shown(key="police-force"):
    """Return the sequences of an entry, and whether there is a text."""
    rows = Publication.objects.filter(key=key)
    return {row.sequence: bool(row.body) for row in rows}


@pytest.fixture(params=[False, True], ids=["texts", "with-the-key"])
def with_key(request):
    return request.param


# Keys that are ordinary words


@pytest.mark.parametrize(
    ("kind", "key"),
    [
        pytest.param(DocumentKind.ENTRY, "id", id="a-field"),
        pytest.param(DocumentKind.ENTRY, "related", id="the-field-of-relations"),
        pytest.param(DocumentKind.ENTRY, "en", id="a-language"),
        pytest.param(DocumentKind.ENTRY, "preferred", id="a-code"),
        pytest.param(DocumentKind.ENTRY, "mary", id="a-part-of-another-key"),
        pytest.param(DocumentKind.SOURCE, "en", id="a-source"),
        pytest.param(DocumentKind.SOURCE, "mary", id="a-source-like-an-entry"),
        pytest.param(DocumentKind.SOURCE, "mary-jones", id="a-source-like-a-link"),
        pytest.param(DocumentKind.HELPLINE, "mary-jones", id="a-line-like-an-entry"),
        pytest.param(DocumentKind.ENTRY, "report-2023", id="an-entry-like-a-source"),
    ],
)
def test_others_whose_public_form_has_that_word_keep_their_texts(
    anna, ben, kind, key, with_key
):
    published("mary-jones")
    link = section("police force", explanation="See [her](entry:mary-jones).")
    related = [{"relation": "related", "id": "mary-jones"}]
    published("police-force", languages={"en": link}, related=related)
    published("police-force", languages={"en": link}, as_at="2025-01-01")
    {
        DocumentKind.ENTRY: lambda: published(key, languages=ELSE),
        DocumentKind.SOURCE: lambda: source(key, url="https://www.example.org/another"),
        DocumentKind.HELPLINE: lambda: stored(helpline(id=key)),
    }[kind]()
    before = shown()

    erased(anna, ben, Name(kind, key), with_key=with_key)

    assert shown() == before
    assert {*before.values()} == {True}


def test_an_earlier_text_of_a_record_takes_nothing_of_what_came_in_by_it(anna, ben):
    record("tests", en=["editor"])
    record("tests")
    published("police-force")
    before = shown()

    erased(anna, ben, Name(DocumentKind.REVIEW, "tests"), revisions=[1])

    assert shown() == before
    assert {*before.values()} == {True}


@pytest.mark.parametrize("key", ["reason", "id", "wrong", "erased"])
def test_tombstones_that_have_that_word_stay_as_they_are(anna, ben, key):
    published(key, languages=ELSE)
    published("police-force")
    stone = withdrawn("police-force", WithdrawalReason.WRONG)

    erased(anna, ben, named(key), with_key=True)

    assert Publication.objects.current().get(key="police-force") == stone


def test_why_something_failed_is_told_anew(anna, ben):
    """A sentence can name what goes: whoever tries again finds out why."""
    published("mary", languages=ELSE)
    done = approved(somebody("wen"), somebody("rhys"))
    at = timezone.now() + dt.timedelta(hours=1)
    row = schedule_publication(revisions=[done], at=at, actor=OPERATOR)
    Revision.objects.filter(pk=done.pk).update(state="superseded")
    (failed,) = publish_due(now=at)
    assert failed.problem

    erased(anna, ben, named("mary"))

    row.refresh_from_db()
    assert (row.problem, row.state) == ("", "waiting")
    (again,) = publish_due(now=at)
    row.refresh_from_db()
    assert row.problem == again.problem == failed.problem


def test_why_something_failed_has_no_word_of_a_text(anna, ben):
    published("grooming")
    wen, rhys = somebody("wen"), somebody("rhys")
    draft = begin_draft(name=named("grooming"), actor=wen)
    data = orjson.loads(draft.document)
    data["languages"]["en"]["slug"] = KEY
    draft = save_draft(revision=draft, document=data, seen=draft.digest, actor=wen)
    waits = submit_draft(revision=draft, actor=wen)
    for asked in still_required(waits):
        waits = signed(waits, rhys, asked)
    at = dt.datetime(2036, 1, 1, tzinfo=dt.UTC)
    schedule_publication(revisions=[waits], at=at, actor=OPERATOR)
    published(KEY)

    (outcome,) = publish_due(now=at)
    erased(anna, ben, named("grooming"))
    erased(anna, ben, named(KEY), with_key=True)

    assert KEY in outcome.problem
    failed = Event.objects.get(action="schedule-failed")
    assert failed.details["codes"] == ["wrong-state", "address-taken"]
    assert places_of(WORD) == set()


def test_a_record_stays_while_a_language_still_says_what_came_in_by_it(anna, ben):
    published("police-force")
    record(KEY, cy=["editor"])
    sections = {"en": section("grooming"), "cy": section("meithrin", "cy")}
    grooming = document("grooming", languages=sections)
    came = add_reviewed_elsewhere([grooming], review=KEY, actor=OPERATOR)
    publish_revisions(revisions=came, actor=OPERATOR)
    done = approved(somebody("wen"), somebody("rhys"))
    publish_revisions(revisions=[done], actor=OPERATOR)
    name = Name(DocumentKind.REVIEW, KEY)

    with pytest.raises(StateError, match="still needs this"):
        erased(anna, ben, name, with_key=True)
    published("grooming")
    erased(anna, ben, name, with_key=True)

    assert places_of(WORD) == set()


# Merged entries


def test_the_address_of_what_was_merged_goes_with_it(anna, ben, with_key):
    published("grooming")
    merged(KEY, "grooming", languages={"en": section(WORD)})

    erased(anna, ben, named(KEY), with_key=with_key)

    assert "glossary_address.slug" not in places_of(WORD)
    assert bool(list(Address.erased_at(WORD))) is not with_key
    assert {row.slug for row in Address.objects.filter(entry="grooming")} == {
        "grooming",
        "meithrin-perthynas-amhriodol",
    }


def test_an_address_that_another_one_has_taken_over_stays(anna, ben):
    published("grooming")
    merged("police-force", "grooming")
    published("grooming", languages={"en": section("police force")})

    erased(anna, ben, named("police-force"))

    row = Address.objects.get(lang="en", slug="police-force")
    assert (row.entry_id, row.is_current) == ("grooming", True)


def test_what_a_draft_wanted_to_be_called_stays_with_whose_it_is(anna, ben):
    """What was merged never had it, and what it leads to has it in Welsh alone."""
    published("police-force", languages={"en": section("mary")})
    published("grooming", languages={"cy": section(WORD, "cy")})
    published(KEY, languages={"en": section(WORD)})
    wants = entry_data(KEY, languages={"en": section("mary")})
    begin_draft(name=named(KEY), actor=somebody("wen"), start=wants)
    replaced = [{"relation": "replaced-by", "id": "grooming"}]
    published(KEY, languages={"en": section(WORD)}, related=replaced)
    merge_entries(away=[KEY], keep="grooming", actor=OPERATOR)

    erased(anna, ben, named(KEY))

    rows = Address.objects.filter(erased="").values_list("entry_id", "lang", "slug")
    assert {*rows} == {("police-force", "en", "mary"), ("grooming", "cy", WORD)}


def test_its_address_goes_although_another_one_is_called_so_elsewhere(anna, ben):
    published(KEY, languages={"en": section(WORD)})
    published("police-force", languages={"cy": section(WORD, "cy")})

    erased(anna, ben, named(KEY))

    rows = Address.objects.filter(slug=WORD)
    assert [(row.entry_id, row.lang) for row in rows] == [("police-force", "cy")]


def test_an_address_that_went_before_is_still_given_to_nobody_else(anna, ben):
    published(KEY, languages={"en": section(WORD)})
    published(KEY, languages={"en": section("mary")})
    erased(anna, ben, named(KEY), revisions=[1])

    erased(anna, ben, named(KEY), revisions=[2])

    for slug in (WORD, "mary"):
        with pytest.raises(StateError, match="address belongs to another"):
            published("police-force", languages={"en": section(slug)})


def test_who_refers_to_what_was_merged_into_it_has_its_key_no_more(anna, ben):
    published(KEY)
    published("police-force")
    link = section("grooming", explanation="See [this](entry:police-force).")
    related = [{"relation": "related", "id": "police-force"}]
    published("grooming", languages={"en": link}, related=related)
    merged("police-force", KEY)
    erased(anna, ben, named("police-force"))

    erasure = erased(anna, ben, named(KEY), with_key=True)

    assert places_of(WORD) == set()
    body = orjson.loads(Publication.objects.current().get(key="grooming").body)
    assert body["related"] == []
    explanation = body["languages"]["en"]["explanation"]
    assert explanation["markdown"] == f"See [this](entry:{erasure.key})."
    assert explanation["html"] == "<p>See this.</p>"
    assert published("grooming", related=related, as_at="2025-01-01")
    assert places_of(WORD) == set()
