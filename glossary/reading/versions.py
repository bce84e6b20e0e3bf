"""The version of the public content, looked at a few times a second at most."""

from __future__ import annotations

import threading
import time
from typing import NamedTuple

from django.conf import settings
from django.db import DatabaseError, close_old_connections

from glossary.models import Dataset


class Version(NamedTuple):
    """What public content is at: publications, and what they do not hold."""

    sequence: int
    reference: int


class _Clock:
    """Remembers the version for a moment, so that requests need no query."""

    def __init__(self) -> None:
        self.version: Version | None = None
        self.checked_at = 0.0
        self.lock = threading.Lock()

    def now(self) -> Version:
        """Return the version, at most ``SEQUENCE_CHECK_SECONDS`` old.

        While the database cannot be asked, the last known version stays.
        """
        known = self.version
        due = time.monotonic() - self.checked_at > settings.SEQUENCE_CHECK_SECONDS
        if known is not None and not due:
            return known
        if known is not None and not self.lock.acquire(blocking=False):
            return known
        if known is None:
            self.lock.acquire()
        try:
            self.version = _read_version()
        except DatabaseError:
            if known is None:
                raise
            close_old_connections()
        finally:
            self.checked_at = time.monotonic()
            self.lock.release()
        return self.version or Version(0, 0)


def version() -> Version:
    """Return the version of the public content, at most a moment old."""
    return _clock.now()


def forget_version() -> None:
    """Look at the database again at the next question."""
    _clock.version = None


def _read_version() -> Version:
    row = Dataset.objects.values_list("sequence", "reference").first()
    return Version(*row) if row else Version(0, 0)


_clock = _Clock()
