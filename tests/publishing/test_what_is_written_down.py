"""Events say who planned, merged or erased what, when, and why: for whoever asks later."""

from __future__ import annotations

import datetime as dt

import pytest
from django.utils import timezone

from glossary.closed_lists import ErasureReason
from glossary.errors import StateError
from glossary.models import Erasure, Event, Revision, Schedule
from glossary.publishing import (
    Listed,
    ask_to_erase,
    cancel_schedule,
    confirm_erasure,
    decline_erasure,
    erase_again,
    erase_alone,
    merge_entries,
    publish_due,
    publish_revisions,
    schedule_publication,
)
from tests.factories import (
    OPERATOR,
    approved_revision,
    document,
    named,
    person,
    published,
    withdrawn,
)

pytestmark = pytest.mark.django_db
HOUR = dt.timedelta(hours=1)
NAME = named("grooming")
WHY = ErasureReason.COURT_ORDER


@pytest.fixture(autouse=True)
def a_list(tmp_path, settings):
    settings.ERASED_LIST = tmp_path / "erased.jsonl"


@pytest.fixture
def anna():
    return person("publish", "erase", "withdraw", name="anna")


@pytest.fixture
def ben():
    return person("publish", "erase", name="ben")


def told(action):
    """Return who did it, and what is said of it."""
    event = Event.objects.get(action=action)
    return event.actor_name, event.details


# Planned


@pytest.fixture
def planned(anna):
    rows = [approved_revision(document(f"entry-{letter}")) for letter in "ba"]
    at = timezone.now() + HOUR
    return schedule_publication(revisions=rows, at=at, actor=anna)


def of(schedule):
    return {
        "schedule": schedule.pk,
        "at": schedule.at.isoformat(),
        "of": ["entry/entry-b revision 1", "entry/entry-a revision 1"],
    }


def test_a_plan_says_who_asked_for_what_and_when(anna, planned):
    before = timezone.now()

    assert told("scheduled") == ("anna", of(planned))
    assert before - HOUR < planned.asked_at <= before
    assert (planned.actor, planned.actor_name) == (anna, "anna")
    assert [part.digest for part in planned.parts.all()] == [
        part.revision.digest for part in planned.parts.all()
    ]


def test_who_cancels_a_plan_is_told_and_not_who_made_it(ben, planned):
    row = cancel_schedule(schedule=planned, actor=ben)

    assert told("schedule-cancelled") == ("ben", of(planned))
    assert (row.pk, row.state) == (planned.pk, "cancelled")


def test_who_made_a_plan_is_told_when_it_is_met(planned):
    (outcome,) = publish_due(now=planned.at)

    assert told("schedule-met") == ("anna", of(planned))
    assert outcome.schedule == planned


def test_a_plan_that_fails_says_why_beside_who_made_it(planned):
    Revision.objects.filter(key="entry-a").update(state="superseded")

    (outcome,) = publish_due(now=planned.at)

    assert told("schedule-failed") == (
        "anna",
        of(planned) | {"codes": ["wrong-state"]},
    )
    assert (outcome.schedule, list(outcome.publications)) == (planned, [])
    assert outcome.problem == Schedule.objects.get().problem != ""


def test_what_is_planned_is_published_under_the_name_of_who_planned_it(planned):
    publish_due(now=planned.at)

    event = Event.objects.filter(action="published", key="entry-a").get()
    assert event.actor_name == "anna"


def test_a_plan_of_two_names_which_of_them_is_planned_already(anna, planned):
    other = approved_revision(document("entry-c"))
    row = Revision.objects.get(key="entry-a")

    with pytest.raises(StateError, match="“entry/entry-a” is planned already"):
        schedule_publication(
            revisions=[other, row], at=timezone.now() + HOUR, actor=anna
        )
    assert publish_revisions(revisions=[other], actor=anna)


# Merged


def test_a_merge_says_into_what_and_of_which_text(anna):
    keep = published("police-force")
    away = published(related=[{"relation": "replaced-by", "id": keep.key}])

    merge_entries(keep=keep.key, away=[away.key], actor=anna)

    details = {"into": keep.key, "digest": away.revision.digest}
    assert told("merged") == ("anna", details)
    event = Event.objects.get(action="merged")
    assert (event.name, event.revision) == (away.name, away.revision)


# Erased


@pytest.fixture
def gone():
    published(NAME.key)
    published(NAME.key, as_at="2025-01-01")
    return withdrawn(NAME.key)


def said(erasure, **more):
    return {"erasure": erasure.pk, "reason": "court-order", **more}


def stored(erasure):
    return Erasure.objects.get(pk=erasure.pk)


@pytest.mark.usefixtures("gone")
def test_what_is_asked_for_and_declined_says_by_whom(anna, ben):
    erasure = ask_to_erase(name=NAME, reason=WHY, actor=anna, revisions=[2, 1, 2])
    decline_erasure(erasure=erasure, actor=ben)

    assert told("erasure-asked") == ("anna", said(erasure))
    assert told("erasure-declined") == ("ben", said(erasure))
    row = stored(erasure)
    assert (row.name, row.reason, row.revisions) == (NAME, "court-order", [1, 2])
    assert (row.asked_by, row.asked_by_name) == (anna, "anna")
    assert (row.confirmed_by_name, row.erased_at) == ("", None)


@pytest.mark.usefixtures("gone")
def test_what_is_confirmed_is_gone_by_the_hand_of_who_confirmed(anna, ben):
    erasure = ask_to_erase(name=NAME, reason=WHY, actor=anna)
    confirm_erasure(erasure=erasure, actor=ben)

    assert told("erasure-confirmed") == ("ben", said(erasure))
    assert told("erasure-done") == ("ben", said(erasure, revisions=2))
    row = stored(erasure)
    assert (row.confirmed_by, row.confirmed_by_name) == (ben, "ben")
    assert row.erased_at == row.confirmed_at is not None
    assert sorted(number for number, _ in row.gone) == [1, 2]


@pytest.mark.usefixtures("gone")
def test_what_one_erased_alone_was_erased_before_it_is_confirmed(anna, ben):
    erasure = erase_alone(name=NAME, reason=WHY, actor=anna)
    at = stored(erasure).erased_at
    assert told("erasure-done") == ("anna", said(erasure, revisions=2))

    confirm_erasure(erasure=erasure, actor=ben)

    assert told("erasure-confirmed") == ("ben", said(erasure))
    assert stored(erasure).erased_at == at < stored(erasure).confirmed_at


@pytest.mark.usefixtures("gone")
def test_what_is_erased_again_says_so_and_waits_for_nobody():
    rows = list(Revision.objects.filter(key=NAME.key))
    listed = Listed(NAME, WHY, frozenset([Listed.mark(rows[0])]))

    erasure = erase_again(listed=listed, actor=OPERATOR)

    assert told("erasure-repeated") == ("operator", said(erasure))
    assert told("erasure-done") == ("operator", said(erasure, revisions=1))
    row = stored(erasure)
    assert (row.asked_by_name, row.confirmed_by_name) == ("operator", "operator")
    assert row.erased_at == row.confirmed_at is not None
    assert row.revisions == [1]
    assert not Erasure.objects.unconfirmed().exists()
    assert [one.is_erased for one in Revision.objects.filter(key=NAME.key)] == [
        True,
        False,
    ]
