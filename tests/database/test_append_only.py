"""What was done stays written down: the database itself refuses to change it."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, connection, transaction

from glossary.models import Action, Event
from glossary.review import add_reviewed_elsewhere
from tests.factories import OPERATOR, document, published
from tests.review.writing import approved, somebody


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


# What was published


@pytest.mark.django_db
@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE glossary_revision SET document = '{}'",
        "UPDATE glossary_revision SET digest = 'x'",
        "UPDATE glossary_revision SET document = '{}', digest = 'x'",
    ],
)
def test_no_statement_changes_a_text_that_was_published(statement):
    row = published("grooming").revision

    with (
        pytest.raises(IntegrityError, match="what was published stays as it is"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement)

    assert row.document == type(row).objects.get(pk=row.pk).document


@pytest.mark.django_db
def test_its_state_may_change_and_so_may_a_text_that_was_not_published():
    row = published("grooming").revision
    waits = add_reviewed_elsewhere(
        [document("grooming", as_at="2025-01-01")], review="tests", actor=OPERATOR
    )[0]

    type(row).objects.filter(pk=row.pk).update(
        state="superseded", document=row.document
    )
    type(row).objects.filter(pk=waits.pk).update(document="{}")

    assert type(row).objects.get(pk=waits.pk).document == "{}"


@pytest.mark.django_db
@pytest.mark.parametrize("table", ["glossary_author", "glossary_signoff"])
def test_nobody_ceases_to_be_an_author_or_to_have_signed_off(table):
    writer, reviewer = somebody("anna"), somebody("ben")
    approved(writer, reviewer)

    for statement in (f"DELETE FROM {table}", f"UPDATE {table} SET user_id = NULL"):  # noqa: S608
        with (
            pytest.raises(IntegrityError, match="rows are only added"),
            transaction.atomic(),
            connection.cursor() as cursor,
        ):
            cursor.execute(statement)
