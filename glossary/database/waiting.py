"""What the connections of this process have agreed on: how long they wait."""

from __future__ import annotations

import threading
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

from django.db.backends.signals import connection_created

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from django.db.backends.base.base import BaseDatabaseWrapper

_SILENCE = 0.5  # seconds without an answer after which nobody else need ask


class Pulse:
    """Whether the database answers, as the one thread that keeps asking finds it."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        """Take it that it answers, as long as nobody keeps asking."""
        self.is_kept = False
        self._clock = clock
        self._asked_at: float | None = None
        self._failed = False
        self._asking = threading.local()

    @contextmanager
    def asking(self) -> Iterator[None]:
        """Ask the database in this block, whether it answered before or not."""
        self._asking.on = True
        self._asked_at = self._clock()
        try:
            yield
        except Exception:
            self._failed = True
            raise
        else:
            self._failed = False
        finally:
            self._asked_at = None
            self._asking.on = False

    def is_asked(self) -> bool:
        """Tell whether a question is under way."""
        return self._asked_at is not None

    def is_silent(self) -> bool:
        """Tell whether it is better not to ask now: somebody else will find out."""
        if not self.is_kept or getattr(self._asking, "on", False):
            return False
        asked_at = self._asked_at
        waits = asked_at is not None and self._clock() - asked_at > _SILENCE
        return self._failed or waits


pulse = Pulse()
_seconds: float | None = None


def patience() -> float | None:
    """Return how many seconds a statement may take; none for as long as it likes."""
    return _seconds


def limit_waiting(seconds: float) -> None:
    """Let no statement of this process take longer, from now on."""
    global _seconds  # noqa: PLW0603 (one for each process)
    _seconds = seconds
    connection_created.connect(_hurry)


def _hurry(connection: BaseDatabaseWrapper, **_: object) -> None:
    """Tell the database itself, so that it does not work for nobody."""
    if _seconds is None:
        return
    milliseconds = int(_seconds * 1000)
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute(f"PRAGMA busy_timeout = {milliseconds}")
        else:
            cursor.execute(f"SET statement_timeout = {milliseconds}")
