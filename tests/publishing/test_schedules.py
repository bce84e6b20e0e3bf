"""What is planned for a time is published then, or kept until it can be."""

from __future__ import annotations

import datetime as dt

import orjson
import pytest
from django.db import InterfaceError, OperationalError
from django.utils import timezone

from glossary.accounts import close_account
from glossary.document import DocumentKind, SourceText
from glossary.errors import (
    NotFoundError,
    PermissionDeniedError,
    Problem,
    StateError,
)
from glossary.models import (
    Act,
    Event,
    Note,
    Publication,
    Revision,
    Schedule,
    ScheduleState,
)
from glossary.publishing import (
    cancel_schedule,
    parts_due,
    publish_due,
    publish_revisions,
    schedule_publication,
    why_not_met,
)
from glossary.publishing import schedules as room
from glossary.review import add_copy, save_draft, submit_draft, take_back
from tests.factories import (
    OPERATOR,
    approved_revision,
    document,
    person,
    published,
    source,
    withdrawn,
)
from tests.review.writing import approved, saved, signed, somebody, wait
from tests.threads import together

pytestmark = pytest.mark.django_db
HOUR = dt.timedelta(hours=1)


def later(hours=1):
    return timezone.now() + hours * HOUR


@pytest.fixture
def revision():
    return approved_revision(document())


@pytest.fixture
def planned(revision):
    return schedule_publication(revisions=[revision], at=later(), actor=OPERATOR)


def meet(hours=2):
    return publish_due(now=later(hours))


def state(schedule):
    return Schedule.objects.get(pk=schedule.pk).state


def actions(schedule):
    rows = Event.objects.filter(details__schedule=schedule.pk)
    return [row.action for row in rows.order_by("id")]


def test_it_is_published_when_its_time_has_come_and_not_before(planned, revision):
    assert publish_due() == []
    assert not Publication.objects.filter(revision=revision).exists()

    (outcome,) = meet()

    assert [row.revision_id for row in outcome.publications] == [revision.pk]
    assert outcome.problem == ""
    assert state(planned) == ScheduleState.PUBLISHED
    assert actions(planned) == ["scheduled", "schedule-met"]


def test_twice_is_as_good_as_once(planned, revision):
    meet()

    assert meet() == []
    assert Publication.objects.filter(revision=revision).count() == 1


def test_somebody_else_may_have_met_it_meanwhile(planned, caplog):
    meet()

    assert room._meet(planned) is None
    assert room._failed(planned, "Too late.", []) is None
    assert actions(planned) == ["scheduled", "schedule-met"]
    assert caplog.records == []


@pytest.mark.django_db(transaction=True)
def test_two_machines_publish_it_once():
    revision = approved_revision(document())
    schedule_publication(revisions=[revision], at=later(), actor=OPERATOR)
    outcomes = []

    def run():
        outcomes.extend(meet())

    assert together(run, run, run) == []
    assert [one.problem for one in outcomes] == [""]
    assert Publication.objects.filter(revision=revision).count() == 1


def test_several_are_published_together_with_sequences_in_a_row():
    rows = [approved_revision(document(f"entry-{letter}")) for letter in "ab"]
    schedule_publication(revisions=rows, at=later(), actor=OPERATOR)

    (outcome,) = meet()

    first = outcome.publications[0].sequence
    assert [row.sequence for row in outcome.publications] == [first, first + 1]


def test_the_earliest_comes_first_and_one_that_fails_holds_up_no_other(monkeypatch):
    rows = [approved_revision(document(f"entry-{letter}")) for letter in "abc"]
    ids = [
        schedule_publication(revisions=[row], at=later(3 - n), actor=OPERATOR).pk
        for n, row in enumerate(rows)
    ]
    Revision.objects.filter(pk=rows[1].pk).update(state="superseded")

    outcomes = meet(5)

    assert [one.schedule.pk for one in outcomes] == ids[::-1]
    assert [bool(one.problem) for one in outcomes] == [False, True, False]


def test_what_a_rule_refuses_stays_with_its_reason_and_one_event_for_each(
    planned, revision
):
    for reason in ("superseded", "superseded", "approved"):
        Revision.objects.filter(pk=revision.pk).update(state=reason)
        if reason == "approved":
            break
        (outcome,) = meet()
        assert "approved revision" in outcome.problem
        assert state(planned) == ScheduleState.WAITING
    assert actions(planned) == ["scheduled", "schedule-failed"]
    failed = Event.objects.get(action="schedule-failed")
    assert failed.details["codes"] == ["wrong-state"]
    assert "approved revision" in Schedule.objects.get().problem

    (outcome,) = meet()
    assert outcome.publications
    assert Schedule.objects.get().problem == ""


def test_another_reason_is_another_event(planned, monkeypatch):
    for error in (StateError("One."), StateError("Two."), StateError("Two.")):
        monkeypatch.setattr(room, "publish_revisions", _raising(error))
        meet()

    told = Event.objects.filter(action="schedule-failed").order_by("id")
    assert [row.details["codes"] for row in told] == [["wrong-state"]] * 2


def _raising(error):
    def fail(**_):
        raise error

    return fail


def test_a_crash_keeps_the_schedule_and_says_only_its_kind(
    planned, monkeypatch, caplog
):
    monkeypatch.setattr(room, "publish_revisions", _raising(ValueError("secret")))

    (outcome,) = meet()

    assert outcome.problem == "ValueError"
    assert state(planned) == ScheduleState.WAITING
    assert_told(caplog, "ValueError")
    assert "secret" not in caplog.text


def assert_told(caplog, kind):
    """One line of the log says what could not be done, why, and where that was."""
    (line,) = caplog.records
    assert (line.name, line.levelname) == ("glossary.publishing.schedules", "ERROR")
    assert "could not be met" in line.message
    assert kind in line.message
    assert "schedules.py" in line.message


@pytest.mark.parametrize("kind", [OperationalError, InterfaceError])
def test_where_the_database_fails_nothing_is_noted_and_nothing_lost(
    planned, monkeypatch, caplog, kind
):
    monkeypatch.setattr(room, "publish_revisions", _raising(kind("secret")))

    (outcome,) = meet()

    assert (outcome.schedule, outcome.problem) == (planned, kind.__name__)
    assert state(planned) == ScheduleState.WAITING
    assert actions(planned) == ["scheduled"]
    assert_told(caplog, kind.__name__)
    assert "secret" not in caplog.text


def test_why_it_would_not_be_met_now_is_told_and_nothing_is_done(planned, revision):
    assert why_not_met(planned) == []
    assert not Publication.objects.filter(revision=revision).exists()

    Revision.objects.filter(pk=revision.pk).update(state="draft")

    assert why_not_met(planned) == ["Only an approved revision can be published."]
    planned.refresh_from_db()
    assert (planned.state, planned.problem) == ("waiting", "")


def test_what_is_met_meanwhile_has_no_reason(planned):
    publish_due(now=planned.at)

    assert why_not_met(planned) == []


def test_each_reason_is_told_once(planned, monkeypatch):
    one, other = Problem("a", "x", "First."), Problem("b", "x", "Second.")
    error = StateError("First.", one, other)
    monkeypatch.setattr(room, "publish_revisions", _raising(error))

    assert why_not_met(planned) == ["First.", "Second."]


def test_of_a_crash_no_word_is_told(planned, monkeypatch, caplog):
    monkeypatch.setattr(room, "publish_revisions", _raising(ValueError("secret")))

    (said,) = why_not_met(planned)

    assert said.startswith("Something is broken.")
    assert_told(caplog, "ValueError")
    assert "secret" not in caplog.text


def test_each_reason_of_several_is_told(planned, monkeypatch):

    error = StateError("Nothing.", Problem("a", "b", "Why."))
    monkeypatch.setattr(room, "publish_revisions", _raising(error))

    (outcome,) = meet()

    assert outcome.problem == "Nothing. Why."


def test_whoever_planned_it_publishes_it_and_is_asked_again_what_they_may(revision):
    anna = person("publish", name="anna")
    schedule_publication(revisions=[revision], at=later(), actor=anna)
    close_account(name="anna", actor=OPERATOR)

    (outcome,) = meet()
    assert "may not publish" in outcome.problem

    anna.is_active = True
    anna.save()
    meet()
    event = Event.objects.get(action="published", key="problem-profile")
    assert event.actor == anna


def test_sign_offs_that_grew_too_old_are_asked_for_again(monkeypatch):
    anna, ben = somebody("anna"), somebody("ben")
    row = approved(anna, ben)
    schedule_publication(revisions=[row], at=later(), actor=anna)
    wait(monkeypatch, 91)

    (outcome,) = meet()

    assert "signed off first" in outcome.problem


def test_another_line_for_readers_than_the_planned_one_is_not_published():
    anna, ben = somebody("anna"), somebody("ben")
    row = approved(anna, ben)
    schedule_publication(revisions=[row], at=later(), actor=anna)
    row = save_draft(
        revision=row,
        document=orjson.loads(row.document),
        seen=row.digest,
        actor=anna,
        note=Note("Slipped in.", "en"),
    )
    signed(submit_draft(revision=row, actor=anna), ben)

    (outcome,) = meet()

    assert "was changed since this was planned" in outcome.problem


def test_another_text_than_the_one_that_was_planned_is_not_published():
    anna, ben = somebody("anna"), somebody("ben")
    row = approved(anna, ben)
    planned = schedule_publication(revisions=[row], at=later(), actor=anna)
    saved(take_back(revision=row, actor=anna), anna, en="Slipped in.")
    Revision.objects.filter(pk=row.pk).update(state="approved")

    (outcome,) = meet()

    assert "was changed since this was planned" in outcome.problem
    assert state(planned) == ScheduleState.WAITING


def test_what_was_published_before_its_time_is_no_trouble():
    rows = [approved_revision(document(f"entry-{letter}")) for letter in "ab"]
    planned = schedule_publication(revisions=rows, at=later(), actor=OPERATOR)
    publish_revisions(revisions=rows[:1], actor=OPERATOR)

    assert parts_due(planned) == rows[1:]
    (outcome,) = meet()

    assert [row.key for row in outcome.publications] == ["entry-b"]


def test_what_is_still_to_publish_stands_in_the_order_in_which_it_came():
    rows = [approved_revision(document(f"entry-{letter}")) for letter in "bac"]
    planned = schedule_publication(revisions=rows, at=later(), actor=OPERATOR)

    assert parts_due(planned) == rows


def test_where_all_was_published_before_the_schedule_is_met():
    row = approved_revision(document())
    planned = schedule_publication(revisions=[row], at=later(), actor=OPERATOR)
    publish_revisions(revisions=[row], actor=OPERATOR)

    (outcome,) = meet()

    assert outcome.publications == []
    assert state(planned) == ScheduleState.PUBLISHED


def test_where_nothing_is_left_to_publish_nobody_is_asked_for_a_right(revision):
    anna = person("publish", name="anna")
    planned = schedule_publication(revisions=[revision], at=later(), actor=anna)
    publish_revisions(revisions=[revision], actor=OPERATOR)
    close_account(name="anna", actor=OPERATOR)

    (outcome,) = meet()

    assert (list(outcome.publications), outcome.problem) == ([], "")
    assert state(planned) == ScheduleState.PUBLISHED


@pytest.mark.parametrize("hours", [0, -1])
def test_a_time_that_has_passed_is_refused(revision, hours):
    with pytest.raises(StateError, match="passed"):
        schedule_publication(revisions=[revision], at=later(hours), actor=OPERATOR)


def test_something_has_to_be_planned():
    with pytest.raises(StateError, match="Choose"):
        schedule_publication(revisions=[], at=later(), actor=OPERATOR)


def test_what_could_not_be_published_now_is_not_planned(revision):
    published(kind="data")

    with pytest.raises(StateError, match="Only an approved"):
        schedule_publication(revisions=[revision], at=later(), actor=OPERATOR)
    assert not Schedule.objects.exists()


def test_what_is_withdrawn_is_not_planned():
    published()
    withdrawn()
    newer = approved_revision(document(kind="data"))

    with pytest.raises(StateError, match="restored first"):
        schedule_publication(revisions=[newer], at=later(), actor=OPERATOR)
    assert not Schedule.objects.exists()


def test_who_may_not_publish_neither_plans_nor_cancels(revision, planned):
    anna = person(*(set(Act.values) - {Act.PUBLISH}), name="anna")
    other = approved_revision(document("grooming"))

    with pytest.raises(PermissionDeniedError):
        schedule_publication(revisions=[other], at=later(), actor=anna)
    with pytest.raises(PermissionDeniedError):
        cancel_schedule(schedule=planned, actor=anna)

    assert Schedule.objects.get() == planned
    assert state(planned) == ScheduleState.WAITING


def test_who_may_add_the_text_of_a_source_plans_that_and_nothing_else(revision):
    source()
    text = add_copy(SourceText(source="report-2023", text="Words."), actor=OPERATOR)
    anna = person(Act.ADD_DOCUMENT_TEXTS, name="anna")

    with pytest.raises(PermissionDeniedError):
        schedule_publication(revisions=[text, revision], at=later(), actor=anna)
    schedule_publication(revisions=[text], at=later(), actor=anna)

    (outcome,) = meet()
    assert [row.kind for row in outcome.publications] == [DocumentKind.TEXT]


@pytest.mark.usefixtures("planned")
def test_nothing_is_planned_twice(revision):
    with pytest.raises(StateError, match="planned already"):
        schedule_publication(revisions=[revision], at=later(5), actor=OPERATOR)


def test_what_is_cancelled_stays_approved_and_can_be_planned_anew(planned, revision):
    cancel_schedule(schedule=planned, actor=OPERATOR)

    assert meet() == []
    assert state(planned) == ScheduleState.CANCELLED
    assert actions(planned) == ["scheduled", "schedule-cancelled"]
    assert schedule_publication(revisions=[revision], at=later(), actor=OPERATOR)


def test_what_is_met_or_cancelled_is_not_cancelled_again(planned):
    cancel_schedule(schedule=planned, actor=OPERATOR)

    with pytest.raises(NotFoundError):
        cancel_schedule(schedule=planned, actor=OPERATOR)


def test_where_nothing_is_due_it_is_one_question(planned, django_assert_num_queries):
    with django_assert_num_queries(1):
        assert publish_due() == []


def test_a_schedule_says_when_and_how_it_stands(planned):
    assert str(planned) == f"{planned.at:%Y-%m-%d %H:%M} waiting"
    assert str(planned.parts.get()) == "entry/problem-profile revision 1"


def test_the_very_moment_is_too_late_to_plan_and_in_time_to_publish(
    planned, monkeypatch
):
    monkeypatch.setattr("django.utils.timezone.now", lambda: planned.at)
    other = approved_revision(document("grooming"))

    with pytest.raises(StateError, match="passed"):
        schedule_publication(revisions=[other], at=planned.at, actor=OPERATOR)
    assert len(publish_due()) == 1
