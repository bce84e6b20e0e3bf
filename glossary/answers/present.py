"""What every held answer is of: the version of the content, and the day."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from glossary import reading

if TYPE_CHECKING:
    Present = tuple[int, tuple[int, ...]]


def present() -> Present:
    """Return the version of the content, and what day it is where the site is run."""
    return reading.version(), _day()


def present_at_hand() -> Present | None:
    """Return the same if it is known without waiting for anything."""
    version = reading.version_at_hand()
    return None if version is None else (version, _day())


def _day() -> tuple[int, ...]:
    # Django has set the time zone of the process. This is asked for each request.
    return time.localtime()[:3]
