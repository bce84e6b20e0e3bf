"""Lets go, in time, of what was kept of readers for a while."""

from __future__ import annotations

import threading
import time

from glossary import limits

_EVERY = 1.0  # seconds


def forget_again_and_again() -> None:
    """Go on in a thread of its own, also while nobody asks for anything."""
    threading.Thread(target=_go_on, name="forgetting", daemon=True).start()


def _go_on() -> None:
    while True:
        time.sleep(_EVERY)
        limits.forget_ended()
