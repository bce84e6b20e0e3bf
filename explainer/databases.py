"""How a database is connected to: an embedded SQLite file, or PostgreSQL."""

from __future__ import annotations

from typing import Any

import dj_database_url

_SQLITE = {
    "ENGINE": "glossary.database.sqlite",
    "OPTIONS": {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        # What is deleted, such as a name that a reader sent, leaves no bytes behind.
        # What REPLACE deletes asks the triggers, too (``database.append_only``).
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; "
        "PRAGMA secure_delete=ON; PRAGMA recursive_triggers=ON;",
    },
}
_POSTGRESQL_OPTIONS = {
    "connect_timeout": 2,
    "keepalives_idle": 5,
    "keepalives_interval": 2,
    "keepalives_count": 3,
    "tcp_user_timeout": 5000,
}


def connection(address: str) -> dict[str, Any]:
    """Return what Django needs to know of the database at ``address``."""
    parts: dict[str, Any] = {
        **dj_database_url.parse(address, conn_max_age=600, conn_health_checks=True)
    }
    if parts["ENGINE"] == "django.db.backends.sqlite3":
        return parts | _SQLITE
    options = parts.get("OPTIONS", {}) | _POSTGRESQL_OPTIONS
    return parts | {"ENGINE": "glossary.database.postgresql", "OPTIONS": options}
