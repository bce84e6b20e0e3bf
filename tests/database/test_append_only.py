"""What was done stays written down: the database itself refuses to change it."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, connection, transaction

from glossary.models import Action, Event
from tests.factories import OPERATOR


@pytest.fixture
def event():
    return Event.objects.record(Action.KEY_ISSUED, actor=OPERATOR, details={"a": 1})


@pytest.mark.django_db
@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE glossary_event SET actor_name = 'somebody else'",
        "DELETE FROM glossary_event",
    ],
)
def test_no_statement_changes_what_was_done(event, statement):
    with (
        pytest.raises(IntegrityError, match="rows are only added"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement)

    event.refresh_from_db()
    assert event.actor_name == "operator"


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("turn", [1, 2])
def test_that_holds_after_the_tables_were_emptied_for_a_test(event, turn):
    assert Event.objects.count() == 1

    with pytest.raises(IntegrityError, match="rows are only added"):
        event.delete()
