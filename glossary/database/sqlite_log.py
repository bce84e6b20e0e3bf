"""The log of SQLite holds pages as they were: also those with what is deleted."""

from __future__ import annotations

from django.db import connection


def empty_log() -> None:
    """Let SQLite begin its log anew. Call when what was deleted is committed."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
