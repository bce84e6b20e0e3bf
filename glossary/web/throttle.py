"""How many forms one address may send in a minute, without keeping the address.

What is held, in memory and for a minute at most, is a digest of the address
with a key that is thrown away with it.
"""

from __future__ import annotations

import hashlib
import secrets
import threading
import time
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest


class Throttle:
    """Counts requests in windows of a fixed length."""

    def __init__(
        self,
        *,
        each: int,
        together: int,
        seconds: int = 60,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Allow ``each`` requests from an address and ``together`` from all."""
        self.seconds = seconds
        self._each = each
        self._together = together
        self._clock = clock
        self._lock = threading.Lock()
        self._begin(clock())

    def allows(self, request: HttpRequest) -> bool:
        """Tell whether this request is one of those allowed, and count it if it is.

        One that is refused is not counted: nobody shuts others out by asking on,
        and no more is held than ``together`` addresses.
        """
        with self._lock:
            now = self._clock()
            if now - self._began >= self.seconds:
                self._begin(now)
            who = hashlib.blake2b(_address(request), key=self._key).digest()
            if (
                self._counts[who] >= self._each
                or self._counts.total() >= self._together
            ):
                return False
            self._counts[who] += 1
            return True

    def _begin(self, now: float) -> None:
        self._began = now
        self._key = secrets.token_bytes(32)
        self._counts: Counter[bytes] = Counter()


def _address(request: HttpRequest) -> bytes:
    """Return where a request comes from, as the proxy in front of us says it."""
    address = request.META.get("HTTP_X_FORWARDED_FOR") or request.META["REMOTE_ADDR"]
    return str(address).encode()
