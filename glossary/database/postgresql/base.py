"""The backend: Django's own, with a limit on how long an answer is waited for.

A server that hangs, or a network that swallows packets, says nothing at all: no
limit that the server keeps can help then, so this side keeps one.
"""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import psycopg
from django.db import OperationalError
from django.db.backends.postgresql import base

from glossary.database.waiting import patience, pulse

if TYPE_CHECKING:
    from psycopg.abc import PQGen

    RV = Any


class _Connection(psycopg.Connection[Any]):
    """A connection that is given up when it is silent for too long."""

    def wait(
        self, gen: PQGen[RV], interval: float = 0.1, timeout: float | None = None
    ) -> RV:
        """Wait for an answer; end the connection where none comes in time."""
        limit = timeout if timeout is not None else patience()
        try:
            return super().wait(gen, interval=interval, timeout=limit)
        except psycopg.errors._WaitTimeout:
            self.pgconn.finish()
            raise


class DatabaseWrapper(base.DatabaseWrapper):
    """What Django opens connections with."""

    Database = SimpleNamespace(**{**vars(psycopg), "connect": _Connection.connect})  # type: ignore[assignment]  # the driver's module, but for one function

    def _cursor(self, name: str | None = None) -> Any:
        """Return a cursor; fail at once while the server is known not to answer."""
        if pulse.is_silent():
            message = "The database does not answer."
            raise OperationalError(message)
        return super()._cursor(name)  # type: ignore[misc]  # not in the stubs
