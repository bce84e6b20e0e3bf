"""What the tests of publishing ask for."""

from __future__ import annotations

import pytest
from django.db import connection


@pytest.fixture
def without_checks(db):
    """Update rows to what the database would refuse, as another release may allow."""

    def update(rows, **values):
        constraint = "revision_status_known"
        with connection.cursor() as cursor:
            if connection.vendor == "postgresql":
                table = rows.model._meta.db_table
                cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
                cursor.execute(f"ALTER TABLE {table} DROP CONSTRAINT {constraint}")
                rows.update(**values)
            else:
                cursor.execute("PRAGMA ignore_check_constraints = ON")
                rows.update(**values)
                cursor.execute("PRAGMA ignore_check_constraints = OFF")

    return update
