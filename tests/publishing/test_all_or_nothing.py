"""A rule that fails on its way has done nothing, whatever it had written by then."""

from __future__ import annotations

import pytest
from django.db import IntegrityError

from glossary.models import Address, CommandLine, Dataset, Event, Link, Publication
from tests.factories import published, topic, withdrawn
from tests.publishing.test_rights_and_events import RULES

pytestmark = pytest.mark.django_db(transaction=True)


def written():
    """Return all that a rule could have written."""
    rows = Publication.objects.values_list("sequence", "is_current", "index")
    tables = (Address, Event, Link)
    return [*rows, Dataset.objects.get().sequence, *(t.objects.count() for t in tables)]


@pytest.mark.parametrize("rule", RULES)
def test_what_cannot_be_recorded_is_not_done(rule):
    """That is found out last: nobody did it."""
    published()
    published("grooming")
    withdrawn("grooming")
    topic("people", en="People")
    Publication.objects.entries().current().update(index="{}")
    before = written()
    nobody = CommandLine("somebody")
    object.__setattr__(nobody, "name", "")

    with pytest.raises(IntegrityError):
        rule(nobody)

    assert written() == before
