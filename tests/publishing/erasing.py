"""Two people erase something, and somebody looks for what is left of it."""

from __future__ import annotations

from django.db import connection

from glossary.closed_lists import ErasureReason
from glossary.publishing import ask_to_erase, confirm_erasure
from tests.factories import named

WORD = "marzipan"
VICTIM = ErasureReason.IDENTIFIES_VICTIM


def places_of(word=WORD):
    """Return the columns of all tables in which the word is."""
    found = set()
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{table}"')  # noqa: S608
            names = [column[0] for column in cursor.description]
            found |= {
                f"{table}.{name}"
                for row in cursor.fetchall()
                for name, value in zip(names, row, strict=True)
                if word in str(value).casefold()
            }
    return found


def erased(first, second, name=None, revisions=(), *, with_key=False):
    """Have two people erase texts; all of the entry, where nothing else is said."""
    name = name or named("grooming")
    erasure = ask_to_erase(
        name=name, reason=VICTIM, actor=first, revisions=revisions, with_key=with_key
    )
    return confirm_erasure(erasure=erasure, actor=second)
