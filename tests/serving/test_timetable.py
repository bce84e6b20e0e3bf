"""One worker looks once a minute what is due, whatever happens to it."""

from __future__ import annotations

import logging

import pytest

from glossary.models import Publication, Schedule
from glossary.publishing import Outcome, schedule_publication
from glossary.serving import timetable
from glossary.serving.timetable import Timetable, publish_what_is_due
from tests.factories import OPERATOR, approved_revision, document
from tests.publishing.test_schedules import later


class EnoughError(BaseException):
    pass


def test_of_two_workers_one_looks_each_minute():
    memory = bytearray(64)
    one, other = Timetable(memory, 40), Timetable(memory, 40)

    looked = [
        (now, name)
        for now in range(1000, 1200, 5)
        for name, worker in (("one", one), ("other", other))
        if worker.is_time(now)
    ]

    assert [now for now, _ in looked] == [1000, 1060, 1120, 1180]


def test_another_clock_than_before_does_not_keep_it_from_looking():
    worker = Timetable()
    assert worker.is_time(1000)

    assert worker.is_time(10)


@pytest.mark.django_db
def test_the_thread_publishes_what_is_due(monkeypatch):
    revision = approved_revision(document())
    schedule_publication(revisions=[revision], at=later(), actor=OPERATOR)
    Schedule.objects.update(at=later(-1))
    left = iter(range(2))

    def sleep(_seconds):
        if next(left, None) is None:
            raise EnoughError

    monkeypatch.setattr("glossary.serving.timetable.time.sleep", sleep)
    monkeypatch.setattr("glossary.serving.timetable.time.monotonic", lambda: 1000.0)
    monkeypatch.setattr("glossary.serving.timetable.connection.close", lambda: None)
    with pytest.raises(EnoughError):
        Timetable()._go_on()

    assert Publication.objects.filter(revision=revision).count() == 1


def test_the_log_says_how_much_is_overdue_and_not_why(monkeypatch, caplog):
    outcomes = [
        Outcome(Schedule(pk=1), (), "secret"),
        Outcome(Schedule(pk=2)),
        Outcome(Schedule(pk=3), (), "secret"),
    ]
    monkeypatch.setattr(timetable, "publish_due", lambda: outcomes)
    monkeypatch.setattr("glossary.serving.timetable.connection.close", lambda: None)

    with caplog.at_level(logging.INFO):
        publish_what_is_due()

    assert caplog.messages == ["Overdue: 2 (schedules [1, 3])"]


def test_a_database_that_fails_ends_nothing(monkeypatch, caplog):
    error = RuntimeError("secret")

    def broken():
        raise error

    monkeypatch.setattr(timetable, "publish_due", broken)
    monkeypatch.setattr("glossary.serving.timetable.connection.close", lambda: None)

    publish_what_is_due()

    assert "Cannot look what is due" in caplog.text
    assert "secret" not in caplog.text
