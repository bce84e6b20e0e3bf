"""Somebody asks how the glossary stands."""

from __future__ import annotations

import datetime as dt

import pytest
from django.utils import timezone

from glossary import reading
from glossary.closed_lists import WithdrawalReason
from glossary.document import DocumentKind
from glossary.models import Publication, Schedule, ScheduleState, every_act
from glossary.publishing import schedule_publication
from tests.factories import person, restored, withdrawn
from tests.review.writing import SIGNS, approved
from tests.transfer.edits import edit

pytestmark = pytest.mark.django_db


@pytest.fixture
def status(run, folder):
    """Ask for the status beside the folder, and return its lines."""

    def status():
        options = {"fixtures": folder.fixtures, "seeds": folder.seeds}
        return run("status", **options).splitlines()

    return status


def test_an_empty_glossary_says_so(status):
    assert status() == [
        "Sequence: 0",
        "Public: review 0, source 0, topic 0, helpline 0, text 0, entry 0",
        "Withdrawn: 0",
        "Loaded last: nothing yet",
        "Planned: 0, of them overdue: 0",
        "The content folder beside what is here:",
        "  review: 1 new",
        "  source: 1 new",
        "  topic: 2 new",
        "  helpline: 1 new",
        "  entry: 2 new",
    ]


def test_it_says_what_is_public_withdrawn_loaded_and_waiting(status, folder, run):
    day = f"{timezone.localtime():%Y-%m-%d}"
    folder.load()
    withdrawn("grooming", WithdrawalReason.WRONG)
    edit("topic/people")

    lines = status()

    assert lines[:3] == [
        f"Sequence: {reading.version()}",
        "Public: review 2, source 1, topic 2, helpline 1, text 0, entry 1",
        "Withdrawn: 1",
    ]
    assert lines[3].startswith(f"  entry/grooming: {day} ")
    assert lines[3].endswith(", operator: wrong")
    assert lines[4].startswith(f"Loaded last: {day} ")
    assert lines[4].endswith(", operator, entries 2, left 0")
    assert "    withdrawn: entry/grooming stays withdrawn" in lines
    assert any("left: topic/people was edited here" in line for line in lines)
    assert lines[-1] == "  Loading it would change nothing."


def test_only_the_withdrawal_that_holds_is_told(status, folder):
    folder.load()
    withdrawn("grooming", WithdrawalReason.MISTAKE)
    restored("grooming")
    withdrawn("grooming", WithdrawalReason.HARMFUL)

    assert [line.rpartition(": ")[2] for line in status() if "operator: " in line] == [
        "harmful"
    ]


def test_what_a_load_removed_is_withdrawn_for_no_reason_that_readers_are_told(
    status, folder
):
    folder.load()
    folder.remove("topic/people")
    folder.load(remove=["topic/people"])

    (line,) = [line for line in status() if line.startswith("  topic/people: ")]

    assert line.endswith(", operator")


def test_what_an_earlier_release_made_is_counted(status, folder):
    folder.load()
    assert not any("earlier form" in line for line in status())
    Publication.objects.of_kind(DocumentKind.HELPLINE).update(format=0)

    assert "In an earlier form: 1 (manage.py republish)" in status()


def test_a_folder_that_cannot_be_read_is_told(status, folder):
    folder.load()
    (folder.fixtures / "topics.yaml").unlink()

    lines = status()

    assert any(line.endswith("entry 2") for line in lines)
    assert lines[-2] == "The content is not valid."
    assert "topics.yaml: No such file" in lines[-1]


def test_what_is_planned_is_counted_and_what_is_overdue_is_named(status, monkeypatch):
    anna, now = person(*every_act(), name="anna"), timezone.now()
    row = approved(anna, person(*SIGNS, name="ben"))
    times = [now + dt.timedelta(hours=hours) for hours in (1, 3)]
    early = schedule_publication(revisions=[row], at=times[0], actor=anna)
    late = Schedule.by(anna, at=times[1], asked_at=now)
    late.save()
    over = Schedule.by(anna, at=times[0], asked_at=now)
    over.state = ScheduleState.CANCELLED
    over.save()
    assert "Planned: 2, of them overdue: 0" in status()
    monkeypatch.setattr(
        "django.utils.timezone.now", lambda: now + dt.timedelta(hours=2)
    )
    day = f"{timezone.localtime(times[0]):%Y-%m-%d %H:%M}"

    lines = status()

    at = lines.index("Planned: 2, of them overdue: 1")
    assert lines[at + 1] == f"  schedule {early.pk}: {day}"
    Schedule.objects.filter(pk=early.pk).update(problem="It has no sign-off.")
    assert status()[at + 1] == f"  schedule {early.pk}: {day}: It has no sign-off."
