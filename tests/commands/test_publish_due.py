"""A timer publishes what is due, and is told when something is not."""

import pytest
from django.core.management import CommandError

from glossary.models import Publication, Revision, Schedule
from glossary.publishing import schedule_publication
from tests.factories import OPERATOR, approved_revision, document
from tests.publishing.test_schedules import later

pytestmark = pytest.mark.django_db


@pytest.fixture
def due():
    revision = approved_revision(document())
    schedule_publication(revisions=[revision], at=later(), actor=OPERATOR)
    Schedule.objects.update(at=later(-1))
    return revision


def test_nothing_is_planned(run):
    assert run("publish_due") == "Planned: 0. Overdue: 0.\n"


def test_what_is_due_is_published_once(run, due):
    assert "publications: 1" in run("publish_due")
    assert run("publish_due") == "Planned: 0. Overdue: 0.\n"
    assert Publication.objects.filter(revision=due).count() == 1


def test_what_is_overdue_is_told_and_ends_with_a_failure(run, due, capsys):
    Revision.objects.filter(pk=due.pk).update(state="superseded")

    with pytest.raises(CommandError, match="overdue") as caught:
        run("publish_due")

    assert caught.value.returncode == 1
    assert Schedule.objects.waiting().count() == 1
