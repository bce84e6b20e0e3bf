"""Publishes what is due, once a minute, in one of the workers."""

from __future__ import annotations

import logging
import struct
import threading
import time
from typing import TYPE_CHECKING

from django.db import connection

from glossary.failures import trace
from glossary.publishing import publish_due

if TYPE_CHECKING:
    from mmap import mmap

EVERY = 60.0  # seconds
_OFTEN = 5.0  # so often a worker looks whether it is its turn
_LAST = struct.Struct("d")
SIZE = _LAST.size
logger = logging.getLogger(__name__)


class Timetable:
    """When somebody looked last, in memory that may be shared.

    Whoever comes first after a minute looks. Two who come at once both look, and one
    of them finds that nothing is due any more.
    """

    def __init__(self, memory: bytearray | mmap | None = None, start: int = 0) -> None:
        """Use ``SIZE`` bytes of ``memory``; without it, some of this process."""
        self._memory = bytearray(SIZE) if memory is None else memory
        self._start = start

    def is_time(self, now: float) -> bool:
        """Tell whether it is this worker's turn to look, at ``now``; if so, note it."""
        (last,) = _LAST.unpack_from(self._memory, self._start)
        if last <= now < last + EVERY:
            return False
        _LAST.pack_into(self._memory, self._start, now)
        return True

    def keep(self) -> None:
        """Go on in a thread of its own, also while nobody asks for anything."""
        threading.Thread(target=self._go_on, name="timetable", daemon=True).start()

    def _go_on(self) -> None:
        while True:
            time.sleep(_OFTEN)
            if self.is_time(time.monotonic()):
                publish_what_is_due()


def publish_what_is_due() -> None:
    """Publish it, and say in the log how much is overdue, and which."""
    try:
        late = [one.schedule.pk for one in publish_due() if one.problem]
        if late:
            logger.error("Overdue: %d (schedules %s)", len(late), late)
    except Exception as error:  # noqa: BLE001 (nothing may end this thread)
        _report(error)
    finally:
        connection.close()


def _report(error: Exception) -> None:
    logger.error("Cannot look what is due\n%s", trace(error))
