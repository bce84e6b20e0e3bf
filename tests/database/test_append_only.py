"""What was done stays written down: the database itself refuses to change it."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, connection, transaction

from glossary.models import Action, Event
from glossary.review import add_reviewed_elsewhere
from tests.factories import OPERATOR, document, published
from tests.review.writing import approved, somebody

REFUSED = {
    "event": ("glossary_event", "actor_name"),
    "sign-off": ("glossary_signoff", "digest"),
    "author": ("glossary_author", "name"),
}
"""Tables of which rows are only added, and a column that somebody might change."""
WAYS = {
    "UPDATE": "UPDATE {table} SET {column} = 'somebody else'",
    "DELETE": "DELETE FROM {table}",
    "ON CONFLICT": "INSERT INTO {table} SELECT * FROM {table} WHERE true "
    "ON CONFLICT (id) DO UPDATE SET {column} = 'somebody else'",
}
OF_SQLITE = {
    "REPLACE": "REPLACE INTO {table} SELECT * FROM {table}",
    "INSERT OR REPLACE": "INSERT OR REPLACE INTO {table} SELECT * FROM {table}",
    "UPDATE OR REPLACE": "UPDATE OR REPLACE {table} SET id = id + 1",
    "ON CONFLICT REPLACE": "INSERT INTO {table} SELECT * FROM {table} WHERE true "
    "ON CONFLICT DO UPDATE SET {column} = 'somebody else'",
}
OF_POSTGRESQL = {
    "TRUNCATE": "TRUNCATE {table} CASCADE",
    "TRUNCATE ONLY": "TRUNCATE ONLY {table} RESTART IDENTITY CASCADE",
}
STAYS = "what was published stays as it is"
ADDED = "rows are only added"


@pytest.fixture
def event():
    return Event.objects.record(Action.KEY_ISSUED, actor=OPERATOR, details={"a": 1})


@pytest.fixture
def rows(event):
    """Return what there is in each of the tables."""
    approved(somebody("anna"), somebody("ben"))
    found = {table: _rows(table) for table, _ in REFUSED.values()}
    assert all(found.values())
    return found


def _rows(table):
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM {table} ORDER BY id")  # noqa: S608
        return cursor.fetchall()


def _refused(statement, match):
    """Ask the database for it in a transaction of its own; expect a refusal."""
    connection.check_constraints()  # on PostgreSQL, else it refuses what has some left
    with (
        pytest.raises(IntegrityError, match=match),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement)


def _is_refused(rows, statement, what):
    table, column = REFUSED[what]

    _refused(statement.format(table=table, column=column), ADDED)

    assert _rows(table) == rows[table]


@pytest.mark.django_db
@pytest.mark.parametrize("what", REFUSED)
@pytest.mark.parametrize("way", WAYS)
def test_no_statement_changes_what_was_done(rows, way, what):
    _is_refused(rows, WAYS[way], what)


@pytest.mark.sqlite
@pytest.mark.django_db
@pytest.mark.parametrize("what", REFUSED)
@pytest.mark.parametrize("way", OF_SQLITE)
def test_nothing_takes_the_place_of_a_row(rows, way, what):
    _is_refused(rows, OF_SQLITE[way], what)


@pytest.mark.postgresql
@pytest.mark.django_db
@pytest.mark.parametrize("what", REFUSED)
@pytest.mark.parametrize("way", OF_POSTGRESQL)
def test_no_table_is_emptied(rows, way, what):
    _is_refused(rows, OF_POSTGRESQL[way], what)


@pytest.mark.sqlite
def test_every_connection_of_the_site_asks_triggers_when_it_replaces():
    from explainer.databases import connection as described

    options = described("sqlite:///somewhere.sqlite3")["OPTIONS"]

    assert "PRAGMA recursive_triggers=ON;" in options["init_command"]


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

    _refused(statement, STAYS)

    assert row.document == type(row).objects.get(pk=row.pk).document


@pytest.mark.django_db
def test_no_text_that_was_published_is_deleted_to_make_room_for_another():
    row = published("grooming").revision

    _refused("DELETE FROM glossary_revision", STAYS)

    assert row.document == type(row).objects.get(pk=row.pk).document


@pytest.mark.sqlite
@pytest.mark.django_db
def test_no_text_takes_the_place_of_one_that_was_published():
    published("grooming")

    _refused("REPLACE INTO glossary_revision SELECT * FROM glossary_revision", STAYS)


@pytest.mark.postgresql
@pytest.mark.django_db
def test_the_texts_are_not_emptied_with_all_that_rests_on_them():
    published("grooming")

    _refused("TRUNCATE glossary_revision CASCADE", ADDED)


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
def test_what_was_not_published_can_be_deleted():
    published("grooming")
    waits = add_reviewed_elsewhere(
        [document("grooming", as_at="2025-01-01")], review="tests", actor=OPERATOR
    )[0]

    with transaction.atomic(), connection.cursor() as cursor:
        number = waits.pk
        cursor.execute("DELETE FROM glossary_revision WHERE id = %s", [number])
        assert not type(waits).objects.filter(pk=number).exists()
        transaction.set_rollback(True)
