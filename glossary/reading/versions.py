"""The version of the public content, looked at a few times a second.

It is the sequence of the newest publication: one number for all that the public sees.
A server has a thread that does nothing else (``watch``), so that no request waits
for the database to learn that nothing has changed. Elsewhere whoever asks looks.
"""

from __future__ import annotations

import logging
import threading
import time

from django.conf import settings
from django.db import (
    Error,
    InterfaceError,
    OperationalError,
    close_old_connections,
    connection,
)

from glossary.database import pulse
from glossary.failures import trace
from glossary.models import Dataset

logger = logging.getLogger(__name__)

_FRESH = 1.0  # seconds that a look is good for, while a thread keeps looking


class _Clock:
    """Remembers the version for a moment, so that requests need no query."""

    def __init__(self) -> None:
        self.version: int | None = None
        self.is_watched = False
        self._looked_at = 0.0
        self._lock = threading.Lock()
        self._looked = threading.Condition()

    def at_hand(self) -> int | None:
        """Return the version without waiting; none if nobody has looked lately.

        While the database is being asked or does not answer, the last known
        version stays.
        """
        age = time.monotonic() - self._looked_at
        return self.version if age < self._allowed or pulse.is_asked() else None

    def now(self) -> int:
        """Return the version as of now; the last known one if that is all there is.

        Raises ``OperationalError`` where it was never known.
        """
        known = self.at_hand()
        if known is not None:
            return known
        if self.is_watched:
            with self._looked:
                self._looked.wait(_FRESH)
        elif self._lock.acquire(blocking=self.version is None):
            try:
                self.look()
            finally:
                self._lock.release()
        if self.version is None:
            message = "The version of the content was never known."
            raise OperationalError(message)
        return self.version

    def look(self) -> None:
        """Look at the database; keep the last known version where it fails."""
        try:
            with pulse.asking():
                self.version = _read_version()
        except Error:
            if self.version is None and not self.is_watched:
                raise
        finally:
            self._looked_at = time.monotonic()
            with self._looked:
                self._looked.notify_all()

    @property
    def _allowed(self) -> float:
        """How old a look may be, in seconds."""
        return _FRESH if self.is_watched else settings.SEQUENCE_CHECK_SECONDS


def version() -> int:
    """Return the version of the public content, at most a moment old."""
    return _clock.now()


def version_at_hand() -> int | None:
    """Return the version if it is known without waiting for anything."""
    return _clock.at_hand()


def watch() -> None:
    """Keep looking at the version in a thread of this process."""
    if not _clock.is_watched:
        _clock.is_watched = pulse.is_kept = True
        threading.Thread(target=_keep_looking, name="versions", daemon=True).start()


def forget_version() -> None:
    """Look at the database again at the next question."""
    _clock.version = None


def _keep_looking() -> None:
    while True:
        try:
            _clock.look()
        except Exception as error:  # noqa: BLE001 (nothing may end this thread)
            _report(error)
        time.sleep(settings.SEQUENCE_CHECK_SECONDS)


def _report(error: Exception) -> None:
    logger.error("Cannot look at the version\n%s", trace(error))


def _read_version() -> int:
    """Ask the database; a connection that has died is not taken for an answer."""
    if connection.in_atomic_block:
        return _asked_for()
    close_old_connections()
    try:
        return _asked_for()
    except (OperationalError, InterfaceError):
        connection.close()
        return _asked_for()


def _asked_for() -> int:
    return Dataset.objects.values_list("sequence", flat=True).first() or 0


_clock = _Clock()
