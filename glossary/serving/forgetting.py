"""Lets go, in time, of what was kept of readers for a while."""

from __future__ import annotations

import threading
import time
from itertools import count

from glossary import limits, memory

_EVERY = 1.0  # seconds
_WORDS = 60  # times that long


def forget_again_and_again() -> None:
    """Go on in a thread of its own, also while nobody asks for anything."""
    threading.Thread(target=_go_on, name="forgetting", daemon=True).start()


def _go_on() -> None:
    for number in count():
        time.sleep(_EVERY)
        limits.forget_ended()
        if number % _WORDS == 0:
            memory.forget()
